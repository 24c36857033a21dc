package page

import "wp2pub/migrate/report"

// changed are records that the same became of.
type changed struct {
	Title   string
	Changes []report.Change
	Hidden  int // that are not shown
}

// Total is how many there are.
func (c changed) Total() int { return len(c.Changes) + c.Hidden }

// mostChanges bounds how many of each are shown with what differs, and longestValue a value, in bytes.
const (
	mostChanges  = 100
	longestValue = 400
)

// newChanges groups the records that did not stay as they were, but for new ones: those are in the list of all.
func newChanges(r *report.Report) []changed {
	groups := []changed{{Title: "Updated"}, {Title: "Moved"}, {Title: "Removed"}, {Title: "Stale: kept, though no such record is made now"}, {Title: "Edited by hand, left alone"}}
	at := map[string]int{"update": 0, "move": 1, "remove": 2, "stale": 3, "edited": 4}
	for _, c := range r.Changes {
		i, ok := at[c.Action]
		if !ok {
			continue
		}
		if g := &groups[i]; len(g.Changes) < mostChanges {
			g.Changes = append(g.Changes, shortened(c))
		} else {
			g.Hidden++
		}
	}
	return groups
}

// shortened is a change with values that a page can show.
func shortened(c report.Change) report.Change {
	fields := c.Fields
	c.Fields = nil
	for _, f := range fields {
		f.Old, f.New = report.Focus(f.Old, f.New, longestValue)
		c.Fields = append(c.Fields, f)
	}
	return c
}
