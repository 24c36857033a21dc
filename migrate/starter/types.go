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
	notes       []string // what speaks for it
	publication bool
	entries     []entry
}

// entry is one line under from.
type entry struct {
	types []string
	where []condition
	not   []condition
	note  string
}

// condition is one line under where or not.
type condition struct {
	name   string
	values []string // empty: that there is a value
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
func (s *site) kinds() (kinds []kind, left [][]string) {
	publication := kind{name: "publication", publication: true}
	var rest []*survey.PostType
	for i := range s.PostTypes {
		t := &s.PostTypes[i]
		if !isNamable(t.PostType) {
			continue
		}
		entries, whole := s.publications(t)
		publication.entries = append(publication.entries, entries...)
		if t.Class == "content" && !whole {
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
	return kinds, s.leftOut(kinds)
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

// evidence is the share of posts that look like publications: a document or a line that cites one.
func evidence(s survey.Signals) float64 { return share(max(s.Files, s.Citations), s.Posts) }

// saying writes what was seen in posts.
func saying(s survey.Signals) string {
	if s.Posts == 0 {
		return "no public posts"
	}
	said := fmt.Sprintf("%d of %d posts with a document", s.Files, s.Posts)
	if s.Citations > 0 {
		said += fmt.Sprintf(", %d with a line that cites one", s.Citations)
	}
	return said
}

// publications decides which posts of a type are publications: all of them, those with certain terms, or none.
func (s *site) publications(t *survey.PostType) (entries []entry, whole bool) {
	if t.Class == "internal" || t.Class == "private" || isEvent(t) || t.PostType == "page" {
		return nil, false
	}
	fields := s.bibliographic(t)
	if why, ok := wholeType(t, fields); ok {
		return []entry{{types: []string{t.PostType}, note: called(t) + why}}, true
	}
	if t.Class == "unknown" {
		return nil, false
	}
	return s.byTerms(t), false
}

// wholeType reports whether all posts of a type are publications, and why.
func wholeType(t *survey.PostType, fields []string) (why string, ok bool) {
	seen := evidence(t.Public)
	known := "; " + saying(t.Public)
	if len(fields) > 0 {
		known += "; fields for " + strings.Join(fields, ", ")
	}
	if t.Class == "unknown" {
		known += ". Nothing in the database says what the type is"
		seen -= 0.3 // more must speak for it
	}
	words, label := wordsOf(t.PostType), wordsOf(t.Label)
	is := func(concept string) bool { return match(concept, words)+match(concept, label) > 0 }
	named, shelf, other := is(publications), is(libraries), is(others)
	bibliographic := len(fields) >= 2
	switch {
	case other && !named:
		return "", false
	case other:
		return "a guess by its name" + known, seen >= half
	case named && (t.Public.Posts == 0 && t.Class == "content" || seen >= 0.1 || bibliographic):
		return "its name says so" + known, true
	case shelf && (seen >= 0.4 || bibliographic):
		return "its name and content say so" + known, true
	case t.PostType == "post" && seen < 0.95: // some are news
	case t.Public.Posts >= 3 && seen >= 0.8 && (bibliographic || share(t.Public.Citations, t.Public.Posts) >= half):
		return "a guess: " + percent(evidence(t.Public)) + " of posts look like it" + known, true
	}
	return "", false
}

// called is a type's label, for the beginning of a note.
func called(t *survey.PostType) string {
	if t.Label != "" && t.Label != t.PostType {
		return short(t.Label) + ": "
	}
	return ""
}

// otherNote says what a type is that holds no publications, or not only.
func otherNote(t *survey.PostType, kind string) string {
	if t.Public.Posts == 0 {
		return called(t) + "no public posts"
	}
	note := called(t) + counted(t.Public.Posts, "post")
	switch {
	case isEvent(t):
		note += ", of an event calendar"
		if t.Origin != "" {
			note += " (" + t.Origin + ")"
		}
	case kind == "news":
		note += " in all; those above are taken before"
	case t.Public.Files > 0:
		note += fmt.Sprintf(", %d with a document", t.Public.Files)
	}
	return note
}

func counted(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}

// listing offers to make records of the lines of pages that list several publications.
func (s *site) listing() [][]string {
	for _, t := range s.PostTypes {
		if t.PostType == "page" && t.Public.Several > 0 && s.knows("citations") {
			return [][]string{{
				fmt.Sprintf("Pages that list several publications: %d. To make a record of each line instead of the page, write before page:", t.Public.Several),
				"  listed:",
				"    from: [{post_type: page, when: len(citations) > 1}]",
				"    each: citations",
				"    type: report",
				"    fields: {title: this.title, issued: this.issued, publishers: this.publishers, downloads: this.files, editions: this.editions}",
				"    body: {formats: []}",
			}}
		}
	}
	return nil
}

// leftOut says which post types become no records, and why. Types that nothing is known of are offered.
func (s *site) leftOut(kinds []kind) (left [][]string) {
	taken := func(name string) bool {
		return slices.ContainsFunc(kinds, func(k kind) bool { return slices.Contains(k.postTypes(), name) })
	}
	var unknown, kept []string
	left = s.listing()
	for i := range s.PostTypes {
		t := &s.PostTypes[i]
		switch {
		case taken(t.PostType) || t.Rows == 0:
		case t.Class == "unknown":
			unknown = append(unknown, fmt.Sprintf("  %s: {from: [{post_type: %s}]}   # %s; %s", kindName(t), scalar(t.PostType, true), counted(t.Rows, "row"), saying(t.Public)))
		default:
			kept = append(kept, fmt.Sprintf("  %s: %s, %s", short(t.PostType), counted(t.Rows, "row"), t.Reason))
		}
	}
	if unknown != nil {
		left = append(left, append([]string{"Of these types nothing is known. They are counted as unmapped; to take one, write its line under records:"}, unknown...))
	}
	if kept != nil {
		left = append(left, append([]string{"These become no records, and need no rule:"}, kept...))
	}
	return left
}
