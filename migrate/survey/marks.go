package survey

import (
	"cmp"
	"slices"
	"strings"
)

// marks are shortcodes or blocks by name.
type marks map[string]*mark

type mark struct {
	count    int
	rendered bool
	posts    smallest[int64]
}

// mostMarks bounds how many names are told apart: whoever writes in square brackets can make up any.
const mostMarks = 5000

func (m marks) add(post int64, found []Mark) {
	for _, f := range found {
		known := m[f.Name]
		if known == nil {
			if len(m) == mostMarks {
				continue
			}
			known = &mark{rendered: true, posts: smallest[int64]{most: 5, compare: cmp.Compare[int64]}}
			m[strings.Clone(f.Name)] = known
		}
		known.count += f.Count
		known.rendered = known.rendered && f.Rendered
		known.posts.add(post)
	}
}

// list returns them, the most frequent first.
func (m marks) list() []Mark {
	list := []Mark{}
	for name, k := range m {
		list = append(list, Mark{name, k.count, k.rendered, k.posts.all()})
	}
	slices.SortFunc(list, func(a, b Mark) int { return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Name, b.Name)) })
	return list
}
