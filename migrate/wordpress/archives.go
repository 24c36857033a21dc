package wordpress

import (
	"slices"
	"strings"
)

// ArchiveByURL reports whether a URL of this site leads to something that WordPress makes itself: the front page, a
// list of posts by term, author, date or type, a search, a feed, a file. Such a link is not broken, though no post is
// behind it.
func (v *View) ArchiveByURL(url string) bool {
	known := v.site.archiveByURL(url)
	v.note("ArchiveByURL", 0, url, known)
	return known
}

func (s *Site) archiveByURL(raw string) bool {
	p, ok := placeOf(raw)
	if !ok {
		return false
	}
	path, own := s.ownPath(p)
	if !own {
		return false
	}
	key := pathKey(path)
	if key == "" || key == "index.php" {
		return !slices.ContainsFunc([]string{"p", "page_id", "attachment_id", "name", "pagename"}, p.query.Has)
	}
	s.links.once.Do(func() { s.links.build(s) })
	return slices.ContainsFunc(pathForms(key), s.archiveAt)
}

// archiveAt reports whether a path is one of an archive or of WordPress's own files.
func (s *Site) archiveAt(key string) bool {
	for _, t := range s.types {
		if t.Class == Content && t.Base != "" && key+"/" == t.Base {
			return true
		}
	}
	return s.links.isTerm(key) || s.links.isOther(key) || s.dateArchive(key)
}

// dateArchive reports whether a path is a year, a month or a day behind what the permalink structure begins with.
func (s *Site) dateArchive(key string) bool {
	segments := strings.Split(strings.TrimPrefix(key+"/", strings.TrimLeft(s.structure.front, "/")), "/")
	segments = segments[:len(segments)-1]
	return len(segments) > 0 && len(segments) <= 3 && len(segments[0]) == 4 && !slices.ContainsFunc(segments, func(part string) bool { return !digits(part) })
}
