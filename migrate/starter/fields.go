package starter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// candidate is a value of the site that may fill a target.
type candidate struct {
	place    *place
	name     *survey.Name
	filled   int
	of       int
	strength float64
	why      string // of a guess
}

// certain is the strength from which on a candidate is no guess.
const certain = 0.9

// note says how often a candidate has a value, and whether it is a guess.
func (c *candidate) note() string {
	if c.strength >= certain {
		return fmt.Sprintf("%d of %d posts", c.filled, c.of)
	}
	return fmt.Sprintf("a guess by %s, %s of posts: %d of %d", c.why, percent(share(c.filled, c.of)), c.filled, c.of)
}

// usage adds up how many posts of some types have a value.
func usage(n *survey.Name, types []string) (filled, of int) {
	for _, u := range n.Uses {
		if slices.Contains(types, u.PostType) {
			filled, of = filled+u.Filled, of+u.Of
		}
	}
	return filled, of
}

// candidates finds the place of each value that posts of some types have. Parts of rows have none of their own.
func (s *site) candidates(types []string) []candidate {
	var all []candidate
	for i := range s.Names {
		n := &s.Names[i]
		filled, of := usage(n, types)
		if filled == 0 || !s.isReadable(n) {
			continue
		}
		if c := s.place(n); c.place != nil {
			c.filled, c.of = filled, of
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(b.filled, a.filled))
	})
	return all
}

// isReadable reports whether a value stands for itself: an ACF value that is no part of a row, or another meta value
// that no plugin keeps for itself.
func (s *site) isReadable(n *survey.Name) bool {
	path := segments(n.Path)
	switch {
	case is(n, "password", "email", "true_false") || len(n.Path) > longestName:
		return false
	case path[0] == "meta":
		return (n.Plugin == "" || n.Plugin == "Toolset") && len(path) == 2 && !strings.HasPrefix(path[1], "_") && !strings.HasSuffix(path[1], "*")
	}
	return path[0] == "acf" && len(path) > 1 && !s.inRows(n)
}

// inRows reports whether a value is a part of something that is read as a whole.
func (s *site) inRows(n *survey.Name) bool {
	path := segments(n.Path)
	for end := len(path) - 1; end > 1; end-- {
		if above := s.byPath[mapping.Path(path[:end]).String()]; above != nil && !is(above, "group", "clone") {
			return true
		}
	}
	return false
}

// place finds where a value belongs, and how sure that is. Names count before values, unless these are unmistakable.
func (s *site) place(n *survey.Name) candidate {
	best, known := s.places[n.Path]
	if known {
		return best
	}
	best.name = n
	for i := range places {
		p := &places[i]
		fits := p.fits(s, n)
		if fits == 0 {
			continue
		}
		c := candidate{place: p, name: n, strength: speaking(p.means(), n) * fits, why: "a part of its name"}
		alike := p.shapes != nil && looks(n, p.shapes...) >= 0.9
		switch {
		case c.strength >= certain:
		case alike && p.unique:
			c.strength = certain
		case c.strength > 0:
		case p.target == "downloads" && is(n, "repeater", "file"):
			c.strength, c.why = half, "its type"
		case alike:
			c.strength, c.why = 0.3, "its values"
		}
		if c.strength > best.strength {
			best = c
		}
	}
	s.places[n.Path] = best
	return best
}

// bibliographic lists what the fields of a type say that only publications have.
func (s *site) bibliographic(t *survey.PostType) []string {
	var all []string
	for _, c := range s.candidates([]string{t.PostType}) {
		target, _, _ := strings.Cut(c.place.target, ".")
		telling := slices.Contains([]string{"issued", "publishers", "authors", "series", "identifiers", "downloads"}, target) || c.place.target == "fields.pages"
		if target = strings.TrimPrefix(c.place.target, "fields."); telling && c.strength >= half && share(c.filled, c.of) >= 0.2 && !slices.Contains(all, target) {
			all = append(all, target)
		}
	}
	slices.Sort(all)
	return all
}

// source is one of the things that fill a target.
type source struct {
	expression *node
	note       string
	spare      bool // counts only where the others give nothing
}

// fill is what fills a target.
type fill struct {
	target  string
	sources []source
	all     bool
}

// spared puts a spare source behind the others: the first that gives something counts.
func (f fill) spared() fill {
	at := slices.IndexFunc(f.sources, func(s source) bool { return s.spare })
	if !f.all || at < 0 || len(f.sources) == 1 {
		return f
	}
	spare, others := f.sources[at], slices.Delete(slices.Clone(f.sources), at, at+1)
	first := others[0]
	if len(others) > 1 {
		first = source{expression: together("all", others)}
	}
	return fill{target: f.target, sources: []source{first, spare}}
}

// fields proposes what fills the records of publications.
func (s *site) fields(k kind) []fill {
	types := k.postTypes()
	candidates := s.candidates(types)
	cited := s.cited(types)
	of := func(target string) (f fill) {
		f.target = target
		terms := s.terms(target, types)
		for i := range candidates {
			c := &candidates[i]
			again := c.place.all && is(c.name, "taxonomy") && terms != nil // ACF's choice among the same terms
			if c.place.target == target && s.counts(c, candidates) && !again {
				f.sources = append(f.sources, source{c.write(s), c.note(), false})
			}
		}
		f.all = slices.ContainsFunc(places, func(p place) bool { return p.target == target && p.all })
		f.sources = append(f.sources, terms...)
		return f.spared()
	}
	also := func(f fill, sources ...source) fill {
		for _, extra := range sources {
			if name, _, _ := strings.Cut(extra.expression.text, " "); s.knows(name) && (!strings.HasPrefix(name, "citation") || cited != "") {
				f.sources = append(f.sources, extra)
			}
		}
		return f
	}
	from := func(name, note string) source { return source{text(name), note, false} }
	summary := of("summary")
	summary.sources = append([]source{from("excerpt", "")}, summary.sources...)
	language := of("language")
	if s.speaksSeveral() {
		language = also(language, from("language", ""), from("citation.language", cited))
	} else {
		language = also(language, from("citation.language", cited), from("language", ""))
	}
	files := also(of("downloads"), from("citation.files", cited), from("body.files", ""))
	files.all = true
	fills := []fill{
		{target: "title", sources: []source{from("title", "")}},
		of("subtitle"),
		also(of("issued"), from("citation.issued", cited)),
		also(of("publishers"), from("citation.publishers", cited)),
		of("authors"),
		language, of("regions"), of("series"), of("series.number"), of("subjects"), summary, files,
		also(fill{target: "editions"}, from("citation.editions", cited)),
		also(of("cover"), from("cover", "")),
	}
	for i := range places {
		if target := places[i].target; strings.HasPrefix(target, "identifiers.") || strings.HasPrefix(target, "fields.") {
			fills = append(fills, of(target))
		}
	}
	fills = slices.DeleteFunc(fills, func(f fill) bool { return len(f.sources) == 0 })
	return numbered(fills)
}

func (c *candidate) write(s *site) *node {
	if c.place.write == nil {
		return text(c.name.Path)
	}
	return c.place.write(s, c.name)
}

// counts reports whether a candidate is good enough beside the others of its target: what values alone speak for
// counts only where no name does, and a part of a name only beside others if there is no whole one.
func (s *site) counts(c *candidate, all []candidate) bool {
	best := slices.IndexFunc(all, func(other candidate) bool { return other.place == c.place })
	return c.strength >= half && (all[best].strength < certain || c.strength >= certain || c.place.all) || all[best].name == c.name
}

// numbered calls a series by its title where it has a number as well.
func numbered(fills []fill) []fill {
	if slices.ContainsFunc(fills, func(f fill) bool { return f.target == "series.number" }) {
		for i := range fills {
			if fills[i].target == "series" {
				fills[i].target = "series.title"
			}
		}
	}
	return fills
}

// cited says how many posts of some types cite a publication; empty: too few to ask for it.
func (s *site) cited(types []string) string {
	citations, posts := 0, 0
	for _, t := range s.PostTypes {
		if slices.Contains(types, t.PostType) {
			citations, posts = citations+t.Public.Citations, posts+t.Public.Posts
		}
	}
	if citations == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d posts cite one", citations, posts)
}

// speaksSeveral reports whether a plugin says in which language a post is.
func (s *site) speaksSeveral() bool {
	return slices.ContainsFunc(s.Languages, func(l survey.Language) bool { return l.From != "site" })
}

// rest lists the ACF values of some types that no field takes, for people.
func (s *site) rest(types []string, taken []fill) []string {
	var lines []string
	for i := range s.Names {
		n := &s.Names[i]
		path := segments(n.Path)
		filled, of := usage(n, types)
		if path[0] != "acf" || len(path) < 2 || of == 0 || s.inRows(n) || names(taken, n.Path) || is(n, "group", "clone") && len(s.columns(n)) > 0 {
			continue
		}
		what := n.Type
		if n.Orphan {
			what = "no definition"
		}
		if n.Label != "" && !strings.EqualFold(n.Label, last(path)) {
			what = strings.TrimSpace(short(n.Label) + ", " + what)
		}
		lines = append(lines, fmt.Sprintf("  %s: %d of %d posts (%s)", short(n.Path), filled, of, strings.Trim(what, ", ")))
	}
	return lines
}

// names reports whether one of the fields reads a path.
func names(fills []fill, path string) bool {
	return slices.ContainsFunc(fills, func(f fill) bool {
		return slices.ContainsFunc(f.sources, func(s source) bool { return s.expression.reads(path) })
	})
}

// hasACF reports whether posts of some types can have ACF values.
func (s *site) hasACF(types []string) bool {
	return slices.ContainsFunc(s.Names, func(n survey.Name) bool {
		_, of := usage(&n, types)
		return of > 0 && strings.HasPrefix(n.Path, "acf.")
	})
}

// spare offers the meta values of no plugin that no field takes.
func (s *site) spare(types []string, taken []fill) []string {
	var lines []string
	for i := range s.Names {
		n := &s.Names[i]
		filled, of := usage(n, types)
		if path := segments(n.Path); filled == 0 || path[0] != "meta" || !s.isReadable(n) || names(taken, n.Path) {
			continue
		}
		lines = append(lines, fmt.Sprintf("  fields.%s: %s   # %d of %d posts", fieldName(n), scalar(n.Path, false), filled, of))
	}
	if lines != nil {
		lines = append([]string{"Other values that could be taken:"}, lines...)
	}
	return lines
}

// fieldName is a name for a value of its own under fields.
func fieldName(n *survey.Name) string { return strings.Join(wordsOf(last(segments(n.Path))), "_") }
