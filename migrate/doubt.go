package migrate

import (
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
)

// doubt is why a value may be wrong, and how certain it is all the same, from 0 to 1.
type doubt struct {
	confidence float64
	detail     string
}

// doubtful is a value that was read out of something, and may be read otherwise. Doubts are those about the part of it that a
// path names; an empty path is the value itself.
type doubtful interface {
	Doubts(path mapping.Path) []doubt
}

// doubt gives the finding uncertain to what a mapping assigned, where a value that it came from may be wrong.
func (it *item) doubt(draft mapping.Draft, a mapping.Assignment, log *finding.Log) {
	if a.Value == nil {
		return
	}
	for origin := range strings.SplitSeq(a.Origin, ", ") {
		name, _, _ := strings.Cut(origin, " ")
		for _, d := range it.doubtsOf(draft, name) {
			log.Find(finding.Finding{Code: finding.Uncertain, Field: a.Target, Value: shorten(textOf(a.Value)), Confidence: d.confidence, Detail: d.detail})
		}
	}
}

// doubtsOf are those about a value by its name in the mapping.
func (it *item) doubtsOf(draft mapping.Draft, name string) []doubt {
	path := mapping.Path(strings.Split(name, "."))
	var value mapping.Value
	if path[0] != "this" {
		value, _ = it.Value(path[:1])
	} else if draft.Row != nil {
		value = draft.Row.Value
	}
	if of, ok := value.(doubtful); ok {
		return of.Doubts(path[1:])
	}
	return nil
}
