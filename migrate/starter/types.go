package starter

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/survey"
)

// kind is what the mapping says of records of one kind.
type kind struct {
	name        string
	publication bool
	entries     []entry
	crowd       crowd // the posts that it takes
}

// entry is one line under from.
type entry struct {
	types []string
	where []condition
	not   []condition
	when  string
	note  string
}

// condition is one line under where or not: a taxonomy and slugs of its terms.
type condition struct {
	taxonomy string
	slugs    []string
}

// postTypes are those that a kind takes posts from.
func (k *kind) postTypes() []string {
	var all []string
	for _, e := range k.entries {
		for _, t := range e.types {
			if !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
	}
	return all
}

// kinds decides what becomes of every post type. What becomes no record is said in lines for the end of the file.
func (s *site) kinds() (kinds []kind, excluded *node, left [][]string) {
	publication := kind{name: "publication", publication: true}
	var rest, companions []*survey.PostType
	for i := range s.PostTypes {
		t := &s.PostTypes[i]
		if !isNamable(t.PostType) {
			continue
		}
		entries, whole := s.publications(t)
		publication.entries = append(publication.entries, entries...)
		switch {
		case t.Class != "content" || whole:
		case s.isCompanion(t):
			companions = append(companions, t)
		default:
			rest = append(rest, t)
		}
	}
	mixed := slices.ContainsFunc(publication.entries, func(e entry) bool { return slices.Contains(e.types, "post") })
	if len(publication.entries) > 0 {
		kinds = append(kinds, publication)
	}
	for _, t := range ordered(rest) {
		name := kindName(t)
		if t.PostType == "post" && mixed {
			name = "news"
		}
		kinds = into(kinds, name, entry{types: []string{t.PostType}, note: otherNote(t, name)})
	}
	s.share(kinds)
	return kinds, exclude(companions), s.leftOut(kinds, companions)
}

// isCompanion reports whether a type belongs to an event calendar, is none of its events, and has nothing to read: its
// venues and organizers. What they say stands in the events.
func (s *site) isCompanion(t *survey.PostType) bool {
	if isEvent(t) || t.Origin == "" || share(t.Public.Empty, t.Public.Posts) < 0.9 {
		return false
	}
	return slices.ContainsFunc(s.PostTypes, func(other survey.PostType) bool {
		return other.Kind == "event" && other.Origin == t.Origin && other.PostType != t.PostType
	})
}

// exclude writes the types that are left out by a rule that people can take away; nil: none are.
func exclude(types []*survey.PostType) *node {
	if types == nil {
		return nil
	}
	entries := &node{}
	for _, t := range types {
		e := &node{flow: true}
		e.add("post_type", text(t.PostType))
		e.add("because", text("what it says stands in the events"))
		entries.list = append(entries.list, item{value: e, note: called(t) + counted(t.Public.Posts, "post") + " without a text"})
	}
	return entries
}

// isNamable reports whether a mapping can name a post type.
func isNamable(postType string) bool {
	return strings.TrimSpace(postType) != "" && postType != "public" && postType != "attachment"
}

// ordered puts types with a meaning of their own before pages and posts.
func ordered(types []*survey.PostType) []*survey.PostType {
	rank := func(t *survey.PostType) int {
		switch {
		case isEvent(t):
			return 0
		case t.PostType == "page":
			return 2
		case t.PostType == "post":
			return 3
		}
		return 1
	}
	slices.SortStableFunc(types, func(a, b *survey.PostType) int { return rank(a) - rank(b) })
	return types
}

// into adds an entry to the kind of a name, which comes about with its first one.
func into(kinds []kind, name string, e entry) []kind {
	for i := range kinds {
		if kinds[i].name == name {
			kinds[i].entries = append(kinds[i].entries, e)
			return kinds
		}
	}
	return append(kinds, kind{name: name, entries: []entry{e}})
}

// kindName is the kind that a post type makes by itself, as a mapping may write it.
func kindName(t *survey.PostType) string {
	if isEvent(t) {
		return "event"
	}
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, strings.ToLower(t.Kind))
	if name = strings.Trim(name, "-_"); name == "" || len(name) > longestName {
		return "other"
	}
	return name
}

// longestName is the longest name of a kind, a taxonomy or a field that is written; YAML has limits for keys.
const longestName = 100

func isEvent(t *survey.PostType) bool {
	return t.Kind == "event" || t.Public.Events > 0 && share(t.Public.Events, t.Public.Posts) >= half
}

// half is more than chance.
const half = 0.5

func share(part, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(part) / float64(of)
}

// percent writes a share for people.
func percent(of float64) string { return fmt.Sprintf("%.0f %%", 100*of) }
