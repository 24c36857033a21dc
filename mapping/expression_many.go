package mapping

import (
	"fmt"
	"slices"
	"strings"
)

// object is an object of several values; those that are nothing are left out.
type object struct {
	names []string
	of    []expression
}

func (e object) eval(s scope) (result, error) {
	var members Object
	sum := result{}
	var origins []string
	for i, one := range e.of {
		r, err := one.eval(s)
		if err != nil {
			return r, err
		}
		sum.tried = append(sum.tried, r.attempts()...)
		if !Empty(r.value) {
			members = append(members, struct {
				Name  string
				Value any
			}{e.names[i], r.value})
			origins = append(origins, r.origin)
		}
	}
	if len(members) > 0 {
		sum.value, sum.origin = members, joined(origins)
	}
	return sum, nil
}

func (e object) paths(yield func(Path)) { pathsOf(e.of, yield) }

// rows is the list of what an expression gives for each item below a path.
type rows struct {
	path Path
	full Path
	of   expression
}

func (e rows) eval(s scope) (result, error) {
	item, path := s.at(e.path)
	sum := result{origin: e.path.String()}
	var list []Value
	for row, err := range item.Each(path) {
		if err != nil {
			return result{}, fmt.Errorf("the rows of %s cannot be read: %w", e.path, err)
		}
		r, err := e.of.eval(scope{s.post, row})
		if err != nil {
			return r, err
		}
		for _, attempt := range r.attempts() {
			if attempt.Err != nil {
				sum.tried = append(sum.tried, attempt)
			}
		}
		if !Empty(r.value) {
			list = append(list, r.value)
		}
	}
	if len(list) > 0 {
		sum.value = list
	}
	return sum, nil
}

func (e rows) paths(yield func(Path)) {
	yield(e.full)
	e.of.paths(yield)
}

func pathsOf(of []expression, yield func(Path)) {
	for _, one := range of {
		one.paths(yield)
	}
}

// joined writes several origins as one, each once.
func joined(origins []string) string {
	var distinct []string
	for _, origin := range origins {
		if !slices.Contains(distinct, origin) {
			distinct = append(distinct, origin)
		}
	}
	return strings.Join(distinct, ", ")
}
