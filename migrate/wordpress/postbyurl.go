package wordpress

import (
	"slices"
	"strings"
)

// postByURL finds the public post or attachment that a URL of this site leads to, in any form in which such links
// were ever written: the permalink with or without "www.", slash, port and escapes; the plain forms ?p=, ?page_id=,
// ?attachment_id=, ?post_type=&p=, ?TYPE=slug; its further pages and feeds; an address of an earlier permalink
// structure, date or parent, where its slug names one post only; a former slug. Own reports whether the URL is one of
// this site at all.
func (s *Site) postByURL(raw string) (id int64, own bool) {
	p, ok := placeOf(raw)
	if !ok {
		return 0, false
	}
	path, own := s.ownPath(p)
	if !own {
		return 0, false
	}
	s.links.once.Do(func() { s.links.build(s) })
	key := pathKey(path)
	if key == "" || key == "index.php" {
		return s.atRoot(p), true
	}
	forms := pathForms(key)
	for _, form := range forms {
		if id := s.atPath(form); id != 0 {
			return id, true
		}
	}
	if slices.ContainsFunc(forms, s.links.isList) {
		return 0, true
	}
	for _, form := range forms {
		if id := s.bySlug(form); id != 0 {
			return id, true
		}
	}
	return 0, true
}

// atRoot answers links to home with a query. Queries that WordPress does not know, such as campaign tags, lead to
// the front page.
func (s *Site) atRoot(p place) int64 {
	for _, key := range []string{"p", "page_id", "attachment_id"} {
		if value := p.query.Get(key); value != "" {
			return s.ifPublic(number(value))
		}
	}
	for _, key := range []string{"pagename", "name"} {
		if value := pathKey(p.query.Get(key)); value != "" {
			if id := s.atPath(value); id != 0 {
				return id
			}
			return s.bySlug(value)
		}
	}
	for _, t := range s.PostTypes() {
		if slug := pathKey(p.query.Get(t.QueryVar)); t.QueryVar != "" && slug != "" {
			posts, _ := s.under(s.links.slugs, pathKey(lastSegment(slug)), func(e *Entry) bool { return e.Type == t.Name && sameSlug(e, lastSegment(slug)) })
			return onlyOne(posts)
		}
	}
	for _, list := range []string{"s", "cat", "tag", "category_name", "author", "author_name", "feed", "m", "year", "monthnum", "day", "post_type", "taxonomy", "term", "paged"} {
		if p.query.Has(list) {
			return 0
		}
	}
	return s.ifPublic(s.frontPage)
}

func (s *Site) ifPublic(id int64) int64 {
	if e, ok := s.Entry(id); ok && s.Public(e) {
		return id
	}
	return 0
}

// pathForms are the paths under which a post may stand that a path leads to: itself, without what names a page, feed
// or other form of it, without index.php, and without the language that plugins put in front.
func pathForms(key string) []string {
	forms := []string{key}
	if short := withoutForm(key); short != key && short != "" {
		forms = append(forms, short)
	}
	for _, form := range forms {
		first, rest, found := strings.Cut(form, "/")
		if found && rest != "" && (first == "index.php" || languageSegment(first)) {
			forms = append(forms, rest)
		}
	}
	return forms
}

// withoutForm takes away the end of a path that asks for another form of the same post.
func withoutForm(key string) string {
	segments := strings.Split(key, "/")
	n := len(segments)
	switch last := segments[n-1]; {
	case n > 2 && segments[n-2] == "page" && digits(last):
		n -= 2
	case n > 2 && segments[n-2] == "feed":
		n -= 2
	case n > 1 && slices.Contains([]string{"feed", "amp", "embed", "trackback"}, last):
		n--
	case n > 1 && digits(last), n > 1 && strings.HasPrefix(last, "comment-page-"):
		n--
	}
	return strings.Join(segments[:n], "/")
}

// languageSegment reports whether a segment looks like the language in front of a translated address: "fr", "pt-br".
func languageSegment(segment string) bool {
	language, region, found := strings.Cut(strings.ReplaceAll(segment, "_", "-"), "-")
	return letters(language) && len(language) == 2 && (!found || letters(region) && len(region) <= 4)
}

func letters(s string) bool { return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" }

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// bySlug finds the post whose present or former slug is the end of a path.
func (s *Site) bySlug(key string) int64 {
	slug := strings.TrimSuffix(strings.TrimSuffix(lastSegment(key), ".html"), ".htm")
	if digits(slug) {
		return 0
	}
	posts, files := s.under(s.links.slugs, slug, func(e *Entry) bool { return sameSlug(e, slug) })
	if len(posts) > 0 {
		return s.choose(posts, key)
	}
	if len(files) > 0 {
		return onlyOne(files)
	}
	for _, id := range s.links.old[slug] {
		if e, ok := s.Entry(id); ok {
			posts = append(posts, e)
		}
	}
	return s.choose(posts, key)
}

// choose returns the one post of several with the same slug that fits the rest of the path: its type's base, or its
// date. Where that does not decide, it is none.
func (s *Site) choose(posts []*Entry, key string) int64 {
	if len(posts) < 2 {
		return onlyOne(posts)
	}
	before := strings.TrimSuffix(key, lastSegment(key))
	var fit []*Entry
	for _, e := range posts {
		t := s.PostType(e.Type)
		dated := len(e.Date) >= 10 && strings.HasSuffix(before, strings.ReplaceAll(e.Date[:7], "-", "/")+"/") ||
			len(e.Date) >= 10 && strings.HasSuffix(before, strings.ReplaceAll(e.Date[:10], "-", "/")+"/")
		if dated && e.Type == "post" || t.Base != "" && t.Base == before {
			fit = append(fit, e)
		}
	}
	return onlyOne(fit)
}

func onlyOne(posts []*Entry) int64 {
	if len(posts) == 1 {
		return posts[0].ID
	}
	return 0
}

func sameSlug(e *Entry, key string) bool { return pathKey(e.Slug) == key }

func lastSegment(key string) string { return key[strings.LastIndexByte(key, '/')+1:] }
