package mapping

import "fmt"

// expression is what stands at the right of a target.
type expression interface {
	// eval works out the value for an item. The error is one of reading the item, which ends everything; what
	// merely does not work out is in the result.
	eval(scope) (result, error)
	// paths yields every path that the expression may read, those of rows with the path of the rows before them.
	paths(yield func(Path))
}

// result is what an expression gave.
type result struct {
	value  Value
	origin string    // what the value comes from, as the mapping writes it; of nothing, what was tried last
	err    error     // why there is no value; nil: there was none
	tried  []Attempt // what was tried before, in order
}

// attempts lists all that was tried in vain, the last one included.
func (r result) attempts() []Attempt {
	if r.origin == "" || !Empty(r.value) {
		return r.tried
	}
	return append(r.tried, Attempt{r.origin, r.err})
}

// scope is where names are looked up: in the post, and those after "this" in the row at hand.
type scope struct {
	post Item
	row  Item     // nil outside each
	drop []string // what the record's body leaves out of the page
}

const this = "this"

// at returns the item that a path starts from, and the path from there.
func (s scope) at(path Path) (Item, Path) {
	if path[0] == this && s.row != nil {
		return s.row, path[1:]
	}
	return s.post, path
}

// value is what a path names where a record is filled: of the body as a text, what the record has of it.
func (s scope) value(path Path) (Value, error) {
	item, path := s.at(path)
	if shown, ok := item.(Bodied); ok && len(s.drop) > 0 && len(path) > 1 && path[0] == body {
		return shown.Body(path[1:], s.drop)
	}
	return item.Value(path)
}

// lookup is a name.
type lookup struct {
	path Path
	full Path // with the path of the rows instead of this
}

func (e lookup) eval(s scope) (result, error) {
	value, err := s.value(e.path)
	if err != nil {
		return result{}, fmt.Errorf("%s cannot be read: %w", e.path, err)
	}
	if Empty(value) {
		value = nil
	}
	return result{value: value, origin: e.path.String()}, nil
}

func (e lookup) paths(yield func(Path)) { yield(e.full) }

// fixed is a constant.
type fixed struct{ value Value }

func (e fixed) eval(scope) (result, error) { return result{value: e.value, origin: "constant"}, nil }

func (e fixed) paths(func(Path)) {}

// first is the first of several that has a value.
type first struct{ of []expression }

func (e first) eval(s scope) (result, error) {
	var tried []Attempt
	for _, one := range e.of {
		r, err := one.eval(s)
		if err != nil {
			return r, err
		}
		if !Empty(r.value) {
			r.tried = append(tried, r.tried...)
			return r, nil
		}
		tried = append(tried, r.attempts()...)
	}
	return result{tried: tried}, nil
}

func (e first) paths(yield func(Path)) { pathsOf(e.of, yield) }

// all is the list of everything that several give, each once.
type all struct{ of []expression }

func (e all) eval(s scope) (result, error) {
	var list []Value
	sum := result{}
	var origins []string
	for _, one := range e.of {
		r, err := one.eval(s)
		if err != nil {
			return r, err
		}
		sum.tried = append(sum.tried, r.attempts()...)
		if !Empty(r.value) {
			list = append(list, elements(r.value)...)
			origins = append(origins, r.origin)
		}
	}
	if len(list) > 0 {
		sum.value, sum.origin = distinct(list), joined(origins)
	}
	return sum, nil
}

func (e all) paths(yield func(Path)) { pathsOf(e.of, yield) }

// piped is an expression whose value takes some steps more, with what stands there if it comes to nothing.
type piped struct {
	of       expression
	steps    []step
	text     string // the steps as they are written, for the origin
	fallback Value
}

func (e piped) eval(s scope) (result, error) {
	r, err := e.of.eval(s)
	if err != nil {
		return r, err
	}
	if !Empty(r.value) {
		r.origin += e.text
		for _, one := range e.steps {
			value, err := one.apply(s.post, r.value)
			if r.value = value; Empty(value) {
				r.value, r.err = nil, err
				break
			}
			if err != nil {
				r.tried = append(r.tried, Attempt{r.origin, err})
			}
		}
	}
	if Empty(r.value) && e.fallback != nil {
		return result{value: e.fallback, origin: "default", tried: r.attempts()}, nil
	}
	return r, nil
}

func (e piped) paths(yield func(Path)) { e.of.paths(yield) }
