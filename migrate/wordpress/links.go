package wordpress

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"sync"
)

// linkIndex finds posts by the path of their address and by slug. It holds public posts and attachments only, so
// that nothing can be learned of others. It is built when first asked; it costs 32 bytes a post.
type linkIndex struct {
	once  sync.Once
	paths []hashed // of permalinks
	slugs []hashed
	old   map[string][]int64 // former slug → posts, by ID
	lists []string           // what the paths of archives begin with that are no term's: "author/"
	bases []Taxonomy         // that have a base
	terms map[string]bool    // taxonomy and slug of each term
}

// hashed is the position of an entry under the hash of its path or slug.
type hashed struct {
	hash uint64
	at   int32
}

func (x *linkIndex) build(s *Site) {
	for i := range s.entries {
		e := &s.entries[i]
		if !s.Public(e) {
			continue
		}
		if path, own := s.permalinkPath(e); own && path != "" && (e.Slug != "" || strings.Contains(s.Structure, "%post_id%")) {
			x.paths = append(x.paths, hashed{hashOf(path), int32(i)})
		}
		if e.Slug != "" {
			x.slugs = append(x.slugs, hashed{hashOf(pathKey(e.Slug)), int32(i)})
		}
	}
	compare := func(a, b hashed) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) }
	slices.SortFunc(x.paths, compare)
	slices.SortFunc(x.slugs, compare)
	x.old = map[string][]int64{}
	for slug, ids := range s.oldSlugs {
		for _, id := range ids {
			if e, ok := s.Entry(id); ok && s.Public(e) {
				x.old[pathKey(slug)] = append(x.old[pathKey(slug)], id)
			}
		}
	}
	for _, ids := range x.old {
		slices.Sort(ids)
	}
	x.lists = s.listBases()
	x.terms = map[string]bool{}
	for _, t := range s.terms {
		x.terms[t.Taxonomy+"/"+pathKey(t.Slug)] = true
	}
	for _, name := range []string{"category", "post_tag", "post_format"} {
		x.bases = append(x.bases, s.Taxonomy(name))
	}
	for _, t := range s.Taxonomies() {
		if t.Base != "" {
			x.bases = append(x.bases, t)
		}
	}
}

// listBases are what the paths begin with of pages that WordPress makes of many posts, and of its own files.
func (s *Site) listBases() []string {
	bases := []string{"wp-content/", "wp-admin/", "wp-includes/", "wp-json/", "feed/", "comments/feed/", "search/", "page/", "author/"}
	for _, start := range []string{s.structure.root, strings.TrimLeft(s.structure.front, "/")} {
		if start != "" {
			bases = append(bases, start+"author/")
		}
	}
	return bases
}

// isList reports whether a path is one of an archive or of WordPress's own files, where an equal slug means nothing.
func (x *linkIndex) isList(key string) bool {
	return x.isOther(key) || slices.ContainsFunc(x.bases, func(t Taxonomy) bool { return t.Origin != "" && strings.HasPrefix(key+"/", t.Base) })
}

// isOther reports the same of paths that are no term's.
func (x *linkIndex) isOther(key string) bool {
	return slices.ContainsFunc(x.lists, func(list string) bool { return strings.HasPrefix(key+"/", list) })
}

// isTerm reports whether a path is one of a term's posts.
func (x *linkIndex) isTerm(key string) bool {
	return slices.ContainsFunc(x.bases, func(t Taxonomy) bool {
		return strings.HasPrefix(key+"/", t.Base) && x.terms[t.Name+"/"+lastSegment(key)]
	})
}

// permalinkPath is the path of a post's address below home, in the form in which paths are compared. A post that is
// addressed by a query has none.
func (s *Site) permalinkPath(e *Entry) (path string, own bool) {
	p, ok := placeOf(s.permalink(e))
	if !ok || len(p.query) > 0 {
		return "", false
	}
	path, own = s.ownPath(p)
	return pathKey(path), own
}

func hashOf(key string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(key))
	return h.Sum64()
}

// mostAlike is how many entries under one key are looked at. WordPress keeps slugs unique in a type; a link that could
// mean a hundred posts means none.
const mostAlike = 100

// under returns the entries under a key that pass, posts before attachments, each by ID.
func (s *Site) under(list []hashed, key string, pass func(*Entry) bool) (posts, files []*Entry) {
	hash := hashOf(key)
	i, _ := slices.BinarySearchFunc(list, hash, func(h hashed, hash uint64) int { return cmp.Compare(h.hash, hash) })
	for end := min(i+mostAlike, len(list)); i < end && list[i].hash == hash; i++ {
		switch e := &s.entries[list[i].at]; {
		case !pass(e):
		case e.Type == "attachment":
			files = append(files, e)
		default:
			posts = append(posts, e)
		}
	}
	return posts, files
}

// atPath returns the post whose address has this path, 0 where there is none.
func (s *Site) atPath(key string) int64 {
	if key == "" {
		return 0
	}
	posts, files := s.under(s.links.paths, key, func(e *Entry) bool {
		path, own := s.permalinkPath(e)
		return own && path == key
	})
	if found := append(posts, files...); len(found) > 0 {
		return found[0].ID
	}
	return 0
}
