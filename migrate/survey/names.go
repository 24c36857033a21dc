package survey

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2/roaring64"

	"wp2pub/mapping"
)

// names are the values that posts have, by path. What comes last in the alphabet is given up where there are too many.
type names struct {
	all   map[string]*name
	bound string // paths behind it are given up; empty: none is
	cut   bool
}

// name is a value as it is counted.
type name struct {
	Name
	field    string         // key of the field that a group lists under this name; empty: none does
	loose    string         // key of the field that the stored values name, where no group lists it
	places   []string       // post types on which ACF shows it
	filled   map[string]int // posts by post type
	posts    Set
	last     int64 // the post that was counted last
	shapes   map[string]int
	distinct []uint64 // digests of the values, sorted
	samples  samples
	between  separators
	lists    enumerations
	dates    dates
	secret   bool            // its values are never shown
	misfits  smallest[int64] // posts whose value does not fit the declared type
	unfit    int             // how many these are
	unfitted int64           // the last of them
}

const mostDistinct = 1000

// at returns the value of a path; nil where it is given up.
func (n *names) at(path mapping.Path) *name {
	text := path.String()
	if known := n.all[text]; known != nil {
		return known
	}
	if n.bound != "" && text > n.bound {
		return nil
	}
	if len(n.all) == 2*mostNames {
		n.trim()
		return n.at(path)
	}
	added := &name{Name: Name{Path: strings.Clone(text)}, filled: map[string]int{}, posts: roaring64.New(), shapes: map[string]int{},
		secret: isSecret(path), misfits: smallest[int64]{most: 5, compare: cmp.Compare[int64]},
		lists: enumerations{most: mostEnumerations, compare: strings.Compare}}
	n.all[added.Path] = added
	return added
}

// trim gives up all but the first names in the alphabet.
func (n *names) trim() {
	sorted := slices.Sorted(maps.Keys(n.all))
	if len(sorted) <= mostNames {
		return
	}
	n.bound, n.cut = sorted[mostNames-1], true
	for _, path := range sorted[mostNames:] {
		delete(n.all, path)
	}
}

// misfit counts a post whose value does not fit its declared type.
func (n *name) misfit(post int64) {
	if n != nil && n.unfitted != post {
		n.unfitted = post
		n.misfits.add(post)
		n.unfit++
	}
}

func (c *Collector) listNames() []Name {
	c.declareLoose()
	c.names.trim()
	list := []Name{}
	alone := c.standsAlone()
	for _, n := range c.names.all {
		n.compare(alone)
		c.posts.values[n.Path] = n.posts
		list = append(list, c.sumUp(n))
	}
	slices.SortFunc(list, func(a, b Name) int { return strings.Compare(a.Path, b.Path) })
	return list
}

func (c *Collector) sumUp(n *name) Name {
	sum := n.Name
	sum.Separators, sum.Dates = n.between.list(), n.dates.list()
	sum.Uses, sum.Shapes, sum.Samples, sum.Distinct = []Use{}, []Shape{}, n.samples.list(), len(n.distinct)
	for _, t := range n.places {
		if c.types[t] != nil && n.filled[t] == 0 {
			sum.Uses = append(sum.Uses, Use{t, 0, c.types[t].Public.Posts})
		}
	}
	for t, filled := range n.filled {
		sum.Filled += filled
		sum.Uses = append(sum.Uses, Use{t, filled, c.types[t].Public.Posts})
	}
	slices.SortFunc(sum.Uses, func(a, b Use) int {
		return cmp.Or(cmp.Compare(b.Filled, a.Filled), strings.Compare(a.PostType, b.PostType))
	})
	for shape, count := range n.shapes {
		sum.Shapes = append(sum.Shapes, Shape{shape, count})
	}
	slices.SortFunc(sum.Shapes, func(a, b Shape) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Shape, b.Shape))
	})
	if n.unfit > 0 {
		sum.Drift = fmt.Sprintf("%s a value that is not what a field of type %s holds: %s", posts(n.unfit), sum.Type, listed(n.misfits.list, n.unfit))
	}
	return sum
}

// declared is the type that ACF declares.
func (n *name) declared() string {
	if n == nil {
		return ""
	}
	return n.Type
}

func posts(n int) string {
	if n == 1 {
		return "1 post has"
	}
	return fmt.Sprintf("%d posts have", n)
}

// listed names the first of n posts.
func listed(first []int64, n int) string {
	var texts []string
	for _, id := range first {
		texts = append(texts, fmt.Sprint(id))
	}
	if n > len(first) {
		texts = append(texts, "…")
	}
	return strings.Join(texts, ", ")
}
