package starter

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/survey"
)

// open is the posts of a type that look like publications and that no entry takes yet.
type open struct {
	count int
	posts survey.Set // nil: not known which
}

func (s *site) open(t *survey.PostType) open {
	if s.Posts == nil {
		return open{count: max(t.Public.Files, t.Public.Citations)}
	}
	posts := s.Posts.OfType(t.PostType)
	posts.And(s.Posts.Telling())
	return open{int(posts.GetCardinality()), posts}
}

// close takes away the posts of an entry.
func (s *site) close(o *open, e entry, found survey.Signals) {
	if o.posts == nil {
		o.count -= max(found.Files, found.Citations)
		return
	}
	o.posts.AndNot(s.fitting(e, e.types[0]))
	o.count = int(o.posts.GetCardinality())
}

// adds reports whether a term has posts that look like publications and that no entry takes yet.
func (s *site) adds(o open, u *survey.TermUse) bool {
	return o.posts == nil || o.posts.Intersects(s.Posts.WithTerm(u.Taxonomy, u.Slug))
}

// whenCiting is the condition that a post cites a publication.
const whenCiting = "len(citations) > 0"

// byCitations takes the posts without any of the terms found that cite a publication, where these are no exceptions among
// the posts that no term says to be something else.
func (s *site) byCitations(t *survey.PostType, found []entry) (entry, bool) {
	rest := t.Public
	e := entry{types: []string{t.PostType}, when: whenCiting}
	for _, u := range t.Terms {
		i := slices.IndexFunc(found, func(e entry) bool { return e.where[0].taxonomy == u.Taxonomy })
		chosen := i >= 0 && slices.Contains(found[i].where[0].slugs, u.Slug)
		other := s.selects(u.Taxonomy) && u.Taxonomy != "post_tag" && len(u.Path) == 1 && strings.TrimSpace(u.Slug) != "" && speaks(others, &u) > 0 && speaks(publications, &u) == 0
		if chosen || other {
			rest.Posts, rest.Citations = rest.Posts-u.Posts, rest.Citations-u.Citations
		}
		if other && !chosen {
			e.not = with(e.not, u.Taxonomy, u.Slug)
		}
	}
	if !s.knows("citations") || rest.Citations < 3 || share(rest.Citations, rest.Posts) < 0.3 {
		return e, false
	}
	e.note = fmt.Sprintf("a guess: of %d other posts, %d have a line that cites a publication", rest.Posts, rest.Citations)
	return e, true
}
