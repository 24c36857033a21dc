package survey

import (
	"github.com/RoaringBitmap/roaring/v2/roaring64"

	"wp2pub/migrate/wordpress"
)

// Set is a set of public posts, by their IDs.
type Set = *roaring64.Bitmap

// Posts says which posts are of a type, have a term or a value, so that what holds of all that one kind takes can be
// counted. The sets are compressed: they take about two bytes for each post in each.
type Posts struct {
	types, values, stated map[string]Set
	terms                 map[termKey]Set
	files, cite, retitled Set
	authors, bylines      Set
}

// termKey is a term as a mapping names it.
type termKey struct{ taxonomy, slug string }

func newPosts() *Posts {
	return &Posts{types: map[string]Set{}, values: map[string]Set{}, stated: map[string]Set{}, terms: map[termKey]Set{}, files: roaring64.New(), cite: roaring64.New(), retitled: roaring64.New(), authors: roaring64.New(), bylines: roaring64.New()}
}

// OfType, WithTerm and WithValue are the posts of a type, those that have a term or one below it, and those that have the
// value of a path; Citing are those that cite a publication, Telling those that do or have a document, Nothing is none.
// The sets are the caller's.
func (p *Posts) OfType(postType string) Set         { return copied(p.types, postType) }
func (p *Posts) WithTerm(taxonomy, slug string) Set { return copied(p.terms, termKey{taxonomy, slug}) }
func (p *Posts) WithValue(path string) Set          { return copied(p.values, path) }
func (p *Posts) Nothing() Set                       { return roaring64.New() }
func (p *Posts) Citing() Set                        { return p.cite.Clone() }
func (p *Posts) Telling() Set                       { return roaring64.Or(p.files, p.cite) }

// Signals counts what is seen in a set of posts: posts, files, citations, other titles, authors and what else pages state.
func (p *Posts) Signals(set Set) Signals {
	count := func(of Set) int { return Both(set, of) }
	sum := Signals{Posts: int(set.GetCardinality()), Files: count(p.files), Citations: count(p.cite), Retitled: count(p.retitled), Authors: count(p.authors), Bylines: count(p.bylines)}
	for name, posts := range p.stated {
		if n := count(posts); n > 0 {
			sum.state(name, n)
		}
	}
	return sum
}

// Both counts the posts that are in both sets.
func Both(a, b Set) int { return int(a.AndCardinality(b)) }

func copied[K comparable](sets map[K]Set, key K) Set {
	if set := sets[key]; set != nil {
		return set.Clone()
	}
	return roaring64.New()
}

// put adds a post to the set of a key.
func put[K comparable](sets map[K]Set, key K, post int64) {
	if sets[key] == nil {
		sets[key] = roaring64.New()
	}
	sets[key].Add(uint64(post))
}

// add takes a post into the sets of its type, its signals and its terms; those of its values are kept with their names.
func (p *Posts) add(post *wordpress.Post, signals Signals, terms []*wordpress.Term) {
	put(p.types, post.Type, post.ID)
	for _, of := range []struct {
		seen int
		set  Set
	}{{signals.Files, p.files}, {signals.Citations, p.cite}, {signals.Retitled, p.retitled}, {signals.Authors, p.authors}, {signals.Bylines, p.bylines}} {
		if of.seen > 0 {
			of.set.Add(uint64(post.ID))
		}
	}
	for name := range signals.Stated {
		put(p.stated, name, post.ID)
	}
	for _, term := range terms {
		put(p.terms, termKey{term.Taxonomy, wordpress.DecodeSlug(term.Slug)}, post.ID)
	}
}
