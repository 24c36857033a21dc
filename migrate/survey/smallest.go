package survey

import "slices"

// smallest keeps the smallest of the values that it is given, each once, in whatever order they come.
type smallest[T any] struct {
	most    int
	compare func(a, b T) int
	list    []T  // sorted
	cut     bool // there were more
}

func (s *smallest[T]) add(value T) {
	i, known := slices.BinarySearchFunc(s.list, value, s.compare)
	switch {
	case known:
	case i == s.most:
		s.cut = true
	default:
		if len(s.list) == s.most {
			s.list, s.cut = s.list[:s.most-1], true
		}
		s.list = slices.Insert(s.list, i, value)
	}
}

// all returns what was kept; never nil.
func (s *smallest[T]) all() []T { return append([]T{}, s.list...) }
