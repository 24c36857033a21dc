package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"wp2pub/migrate/record"
)

// writeChanges writes what became of the records that did not stay as they were: created ones by their kinds, updated
// ones field by field, the others with where they went, or why.
func (r *Report) writeChanges(t *writer) {
	if len(r.Changes) == 0 {
		return
	}
	t.heading("Changes")
	for _, action := range []string{"create", "update", "move", "remove", "stale", "edited"} {
		changes := r.with(action)
		if len(changes) == 0 {
			continue
		}
		title := fmt.Sprintf("  %s %d", action, len(changes))
		if action == "create" {
			title += ": " + byKind(changes)
			if !t.Diff {
				title += " (--diff lists them)"
			}
		}
		t.hanging("", 4, title)
		shown := changes
		if !t.Diff {
			shown = changes[:min(len(changes), fewest(action))]
		}
		for i := range shown {
			t.change(&shown[i])
		}
		if rest := len(changes) - len(shown); rest > 0 && len(shown) > 0 {
			fmt.Fprintf(t, "    … %d more: --diff shows all\n", rest)
		}
	}
	t.line()
}

// fewest is how many records of one action are shown where not all are asked for. What is created is summed up.
func fewest(action string) int {
	if action == "create" {
		return 0
	}
	return 5
}

func (r *Report) with(action string) []Change {
	var some []Change
	for _, c := range r.Changes {
		if c.Action == action {
			some = append(some, c)
		}
	}
	return some
}

func byKind(changes []Change) string {
	kinds := map[string]int{}
	for _, c := range changes {
		kinds[c.Kind]++
	}
	var parts []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		parts = append(parts, fmt.Sprintf("%d %s", kinds[kind], kind))
	}
	return strings.Join(parts, ", ")
}

// change writes one record and what differs in it.
func (t *writer) change(c *Change) {
	where := c.Path
	if c.OldPath != "" {
		where = c.OldPath + " → " + c.Path
	}
	t.hanging("    ", 6, where)
	if c.Reason != "" {
		t.hanging("      ", 8, c.Reason)
	}
	for _, f := range c.Fields {
		t.difference(f)
	}
}

// difference writes a field with its old and its new value: on two lines, in full with Diff.
func (t *writer) difference(f record.Difference) {
	fmt.Fprintf(t, "      %s\n", f.Field)
	room := t.Width - 10
	if !t.Diff {
		f.Old, f.New = Focus(f.Old, f.New, room-4) // the ellipses need room, too
	}
	for _, side := range []struct{ mark, value, color string }{{"- ", f.Old, red}, {"+ ", f.New, green}} {
		if side.value == "" {
			continue
		}
		if !t.Diff {
			fmt.Fprintf(t, "        %s\n", t.paint(side.mark+t.flat(side.value, room), side.color))
			continue
		}
		for line := range strings.Lines(side.value) {
			t.hanging("        "+t.paint(side.mark, side.color), 10, strings.TrimRight(line, "\n"))
		}
	}
}
