package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/survey"
)

// writeFields shows the ACF values, group by group, the most filled first.
func (w *surveyWriter) writeFields() {
	groups := map[string][]survey.Name{}
	filled := map[string]int{}
	for _, n := range w.survey.Names {
		if strings.HasPrefix(n.Path, "acf.") {
			groups[n.Group] = append(groups[n.Group], n)
			filled[n.Group] += n.Filled
		}
	}
	sorted := slices.Clone(w.survey.Groups)
	slices.SortStableFunc(sorted, func(a, b survey.Group) int { return cmp.Compare(filled[b.Title], filled[a.Title]) })
	for _, g := range sorted {
		title := "ACF: " + g.Title
		if len(g.PostTypes) > 0 {
			title += ", on " + strings.Join(g.PostTypes, ", ")
		}
		if !g.Active {
			title += " (switched off)"
		}
		w.writeNames(title, groups[g.Title])
		delete(groups, g.Title) // two groups may share a title
	}
	w.writeNames("ACF: values without a definition, and parts of values", groups[""])
}

// writeNames shows values that belong together. What nobody has filled is only named.
func (w *surveyWriter) writeNames(title string, names []survey.Name) {
	g := &grid{columns: []column{{"value", plain}, {"type", spare}, {"filled", number}, {"of", number}, {"looks like", soft}, {"for example", soft}}}
	var empty, notes []string
	for _, n := range inTrees(names) {
		if n.Filled == 0 {
			empty = append(empty, n.Path)
			continue
		}
		g.add(n.Path, n.Type, strconv.Itoa(n.Filled), strconv.Itoa(possible(n)), looks(n), strings.Join(n.Samples, " | "))
		if n.Drift != "" {
			notes = append(notes, "! "+n.Path+": "+n.Drift)
		}
	}
	if len(empty) > 0 {
		notes = append(notes, "in no public post: "+strings.Join(empty, ", "))
	}
	w.section(title, g, mostFields, notes...)
}

// inTrees sorts values, the most filled first, each followed by what lies in it.
func inTrees(names []survey.Name) []survey.Name {
	filled := map[string]int{}
	for _, n := range names {
		filled[n.Path] = n.Filled
	}
	root := func(n survey.Name) (string, int) {
		path := n.Path
		for at := strings.LastIndexByte(path, '.'); at > 0; at = strings.LastIndexByte(path, '.') {
			if _, known := filled[path[:at]]; !known {
				break
			}
			path = path[:at]
		}
		return path, filled[path]
	}
	names = slices.Clone(names)
	slices.SortStableFunc(names, func(a, b survey.Name) int {
		rootA, filledA := root(a)
		rootB, filledB := root(b)
		return cmp.Or(cmp.Compare(filledB, filledA), strings.Compare(rootA, rootB), strings.Compare(a.Path, b.Path))
	})
	return names
}

// possible is how many posts could have a value.
func possible(n survey.Name) int {
	of := 0
	for _, u := range n.Uses {
		of += u.Of
	}
	return of
}

// looks says what values look like: in words where all look the same, else with counts.
func looks(n survey.Name) string {
	if len(n.Shapes) == 1 {
		return n.Shapes[0].Shape
	}
	var parts []string
	for _, s := range n.Shapes {
		parts = append(parts, fmt.Sprintf("%s %d", s.Shape, s.Count))
	}
	return strings.Join(parts, ", ")
}

// writeMeta shows the other meta values: first those that no plugin is known to own, last WordPress's.
func (w *surveyWriter) writeMeta() {
	names := slices.DeleteFunc(slices.Clone(w.survey.Names), func(n survey.Name) bool { return strings.HasPrefix(n.Path, "acf.") })
	slices.SortStableFunc(names, func(a, b survey.Name) int {
		return cmp.Or(cmp.Compare(ownerRank(a), ownerRank(b)), cmp.Compare(b.Filled, a.Filled))
	})
	g := &grid{columns: []column{{"value", soft}, {"plugin", soft}, {"filled", number}, {"of", number}, {"looks like", soft}, {"for example", soft}}}
	for _, n := range names {
		g.add(n.Path, n.Plugin, strconv.Itoa(n.Filled), strconv.Itoa(possible(n)), looks(n), strings.Join(n.Samples, " | "))
	}
	w.section("Other meta values", g, mostRows)
}

func ownerRank(n survey.Name) int {
	switch n.Plugin {
	case "":
		return 0
	case "WordPress":
		return 2
	}
	return 1
}
