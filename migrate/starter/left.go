package starter

import (
	"fmt"
	"slices"

	"wp2pub/migrate/survey"
)

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
		if n := t.Public.Posts - t.Public.Events; t.Calendar && n > 0 {
			note += fmt.Sprintf("; %d without a start that is read", n)
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
				"    from: {post_type: page, when: len(citations) > 1}",
				"    each: citations",
				"    type: report",
				"    fields:",
				"      title: this.title",
				"      issued: this.issued",
				"      publishers: this.publishers",
				"      downloads: this.files",
				"      editions: this.editions",
				"    body: {formats: []}",
			}}
		}
	}
	return nil
}

// leftOut says which post types become no records, and why. Types that nothing is known of are offered.
func (s *site) leftOut(kinds []kind, excluded []*survey.PostType) (left [][]string) {
	taken := func(name string) bool {
		return slices.ContainsFunc(kinds, func(k kind) bool { return slices.Contains(k.postTypes(), name) }) ||
			slices.ContainsFunc(excluded, func(t *survey.PostType) bool { return t.PostType == name })
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
