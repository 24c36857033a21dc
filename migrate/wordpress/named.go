package wordpress

import (
	"slices"
	"strings"
)

// Named returns the public posts and attachments that people mean by a text: by the address of one on this site, in any
// form that PostByURL knows, with or without scheme and host; else by a present slug, else by a former one. Posts that
// may not leave are never among them.
func (s *Site) Named(text string) []*Entry {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, "/?") {
		if id, _ := s.postByURL(wholeAddress(text)); id != 0 {
			e, _ := s.Entry(id)
			return []*Entry{e}
		}
		return nil
	}
	s.links.once.Do(func() { s.links.build(s) })
	slug := pathKey(text)
	if slug == "" {
		return nil
	}
	if named := slices.Concat(s.under(s.links.slugs, slug, func(e *Entry) bool { return sameSlug(e, slug) })); len(named) > 0 {
		return named
	}
	var former []*Entry
	for _, id := range s.links.old[slug] {
		if e, ok := s.Entry(id); ok {
			former = append(former, e)
		}
	}
	return former
}

// wholeAddress completes what people leave out of an address: its scheme, or the slash in front of a path.
func wholeAddress(text string) string {
	first, _, _ := strings.Cut(text, "/")
	switch {
	case strings.Contains(text, "://"), strings.HasPrefix(text, "/"), strings.HasPrefix(text, "?"):
		return text
	case strings.Contains(first, "."):
		return "https://" + text
	}
	return "/" + text
}
