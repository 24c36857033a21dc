package mapping

import (
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

// rows is the list of what an expression gives for each row of a list.
type rows struct {
	list expression
	of   expression
}

func (e rows) eval(s scope) (result, error) {
	sum, err := e.list.eval(s)
	if err != nil {
		return sum, err
	}
	all := elements(sum.value)
	sum.value = nil
	var list []Value
	for _, v := range all {
		r, err := e.of.eval(scope{s.post, row{v}, s.drop})
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
	e.list.paths(yield)
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
