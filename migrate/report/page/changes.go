package page

import (
	"wp2pub/migrate/report"
)

// changes are the records that did not stay as they were, but for new ones: those are in the list of all.
type changes struct {
	Updated, Moved, Removed, Stale, Edited []report.Change
	More                                   int // that are not shown
}

// mostChanges bounds how many of each are shown with what differs.
const mostChanges = 100

func newChanges(r *report.Report) changes {
	var c changes
	for _, change := range r.Changes {
		list := map[string]*[]report.Change{"update": &c.Updated, "move": &c.Moved, "remove": &c.Removed, "stale": &c.Stale, "edited": &c.Edited}[change.Action]
		switch {
		case list == nil:
		case len(*list) == mostChanges:
			c.More++
		default:
			for i := range change.Fields {
				f := &change.Fields[i]
				f.Old, f.New = report.Focus(f.Old, f.New, 400)
			}
			*list = append(*list, change)
		}
	}
	return c
}
