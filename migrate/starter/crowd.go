package starter

import (
	"slices"

	"wp2pub/migrate/survey"
)

// crowd is the posts that a kind takes: as a set where the survey says which posts have what, else by their types.
type crowd struct {
	types []string
	posts survey.Set // nil: not known
}

// everyPost is all posts of a type.
func (s *site) everyPost(postType string) crowd {
	c := crowd{types: []string{postType}}
	if s.Posts != nil {
		c.posts = s.Posts.OfType(postType)
	}
	return c
}

// share finds which posts each kind takes: the first one that fits has a post.
func (s *site) share(kinds []kind) {
	left := map[string]survey.Set{}
	for i := range kinds {
		k := &kinds[i]
		k.crowd = crowd{types: k.postTypes()}
		if s.Posts == nil {
			continue
		}
		k.crowd.posts = s.Posts.Nothing()
		for _, e := range k.entries {
			for _, t := range e.types {
				if left[t] == nil {
					left[t] = s.Posts.OfType(t)
				}
				fits := s.fitting(e, t)
				fits.And(left[t])
				left[t].AndNot(fits)
				k.crowd.posts.Or(fits)
			}
		}
	}
}

// fitting is the posts of a type that an entry fits.
func (s *site) fitting(e entry, postType string) survey.Set {
	set := s.Posts.OfType(postType)
	for _, c := range e.where {
		set.And(s.having(c))
	}
	for _, c := range e.not {
		set.AndNot(s.having(c))
	}
	if e.when == whenCiting {
		set.And(s.Posts.Citing())
	}
	return set
}

// having is the posts that one of the terms of a condition has.
func (s *site) having(c condition) survey.Set {
	set := s.Posts.Nothing()
	for _, slug := range c.slugs {
		set.Or(s.Posts.WithTerm(c.taxonomy, slug))
	}
	return set
}

// filled counts the posts of a crowd that have a value, and those that could have one.
func (s *site) filled(n *survey.Name, c crowd) (filled, of int) {
	for _, u := range n.Uses {
		switch {
		case !slices.Contains(c.types, u.PostType):
		case c.posts != nil:
			of += survey.Both(c.posts, s.Posts.OfType(u.PostType))
		default:
			filled, of = filled+u.Filled, of+u.Of
		}
	}
	if c.posts != nil && of > 0 {
		filled = survey.Both(c.posts, s.Posts.WithValue(n.Path))
	}
	return filled, of
}

// signals adds up what was seen in a crowd.
func (s *site) signals(c crowd) (sum survey.Signals) {
	if c.posts != nil {
		return s.Posts.Signals(c.posts)
	}
	for _, t := range s.PostTypes {
		if slices.Contains(c.types, t.PostType) {
			sum.Posts += t.Public.Posts
			sum.Files += t.Public.Files
			sum.Citations += t.Public.Citations
			sum.Retitled += t.Public.Retitled
			sum.Authors += t.Public.Authors
			sum.Bylines += t.Public.Bylines
			for name, n := range t.Public.Stated {
				if sum.Stated == nil {
					sum.Stated = map[string]int{}
				}
				sum.Stated[name] += n
			}
		}
	}
	return sum
}

// has reports whether posts of a crowd have a term; where that is not known, whether posts of its types do.
func (s *site) has(c crowd, taxonomy, slug string) bool {
	return c.posts == nil || s.Posts.WithTerm(taxonomy, slug).Intersects(c.posts)
}
