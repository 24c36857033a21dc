package starter

import (
	"fmt"
	"strings"

	"wp2pub/migrate/survey"
)

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
	bibliographic, cite := len(fields) >= 2, share(t.Public.Citations, t.Public.Posts)
	switch {
	case other && !named:
		return "", false
	case other:
		return "a guess by its name" + known, seen >= half
	case named && (t.Public.Posts == 0 && t.Class == "content" || seen >= 0.1 || bibliographic):
		return "its name says so" + known, true
	case shelf && (seen >= 0.4 || bibliographic):
		return "its name and content say so" + known, true
	case t.PostType == "post" && cite < 0.75 && !(bibliographic && seen >= 0.95): // some are news
	case t.Public.Posts >= 3 && seen >= 0.8 && (bibliographic || cite >= half):
		return "a guess: " + percent(evidence(t.Public)) + " of posts look like it" + known, true
	}
	return "", false
}

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
