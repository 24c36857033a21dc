package wordpress

import (
	"cmp"
	"slices"
	"strings"
)

// translationTable is where WPML keeps the language of every post, term, menu and text.
const translationTable = "icl_translations"

// translationRow is a row of it that is about a post.
type translationRow struct {
	id, post, group int64  // translation_id, element_id, trid
	postType, code  string // of element_type, language_code
}

// translation adds a row of WPML's table. Those of terms and texts, whose IDs mean other things, are passed over; so are
// those of translations that have no post yet.
func (b *Builder) translation(r Row) {
	postType, isPost := strings.CutPrefix(r["element_type"], "post_")
	post := number(r["element_id"])
	if !isPost || post <= 0 || r["language_code"] == "" {
		return
	}
	b.translations = append(b.translations, translationRow{number(r["translation_id"]), post, number(r["trid"]), b.interned(postType), b.interned(r["language_code"])})
}

// readWPML reads the languages that WPML gives posts. A row whose type is not that of the post is left from another post,
// and says nothing about this one.
func readWPML(s *Site, rows []translationRow) *languages {
	l := &languages{plugin: "WPML", strays: map[int64][]stray{}}
	slices.SortStableFunc(rows, func(a, b translationRow) int { return cmp.Compare(a.id, b.id) })
	tags := wpmlTags(s)
	for _, r := range rows {
		tag, known := tags[r.code]
		if !known {
			tag = LanguageTag(r.code)
		}
		if e, exists := s.Entry(r.post); exists && e.Type != r.postType {
			l.strays[r.group] = append(l.strays[r.group], stray{r.post, l.tag(tag)})
			continue
		}
		l.posts = append(l.posts, member{r.post, r.group, l.tag(tag), l.code(r.code)})
	}
	return l
}

// wpmlTags are the tags of WPML's codes, which users may choose freely: the tag that it writes into hreflang, else the
// locale of the code.
func wpmlTags(s *Site) map[string]string {
	locales := map[string]string{}
	for _, r := range s.tables["icl_locale_map"] {
		locales[r["code"]] = r["locale"]
	}
	tags := map[string]string{}
	for _, r := range s.tables["icl_languages"] {
		code := r["code"]
		locale := locales[code]
		if locale == "" {
			locale = r["default_locale"]
		}
		tags[code] = LanguageTag(r["tag"], locale, code)
		delete(locales, code)
	}
	for code, locale := range locales {
		tags[code] = LanguageTag(locale, code)
	}
	return tags
}
