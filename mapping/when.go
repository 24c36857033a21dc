package mapping

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/vm"
)

// when is a condition that is written as an expression: compiled once, worked out for an item. A name is looked up
// when the condition comes to it, and not before: one that names no body renders none.
type when struct {
	text    string
	program *vm.Program
	// What the program reads, calls and matches, by number.
	names    []Path
	calls    []step
	patterns []*regexp.Regexp
}

// whenBudget bounds what one condition may look at in lists, and collect.
const whenBudget = 100_000

// evaluation is what a running condition looks at.
type evaluation struct {
	*when
	scope
	failure error // of reading the item
	seen    int   // elements of lists
}

// holds works out the condition. Where that cannot be done, such as with a text compared with a number, it does not
// hold, and doubt says why. The error is one of reading the item, which ends everything.
func (w *when) holds(s scope) (holds bool, doubt, err error) {
	e := &evaluation{when: w, scope: s}
	machine := vm.VM{MemoryBudget: whenBudget}
	result, wrong := machine.Run(w.program, e)
	if e.failure != nil {
		return false, nil, e.failure
	}
	if wrong != nil {
		return false, fmt.Errorf("%s cannot be worked out: %s", w, plainly(wrong)), nil
	}
	return result == true, nil, nil
}

func (w *when) String() string { return "when " + w.text }

// plainly is what an error of the library says, without the excerpt of the text that follows it.
func plainly(err error) string {
	var located *file.Error
	if !errors.As(err, &located) {
		return err.Error()
	}
	if located.Prev != nil {
		return strings.TrimPrefix(located.Prev.Error(), "runtime error: ")
	}
	return located.Message
}

// read looks up a name.
func (e *evaluation) read(number int) (any, error) {
	path := e.names[number]
	item, rest := e.at(path)
	value, err := item.Value(rest)
	if err != nil {
		e.failure = fmt.Errorf("%s cannot be read: %w", path, err)
		return nil, e.failure
	}
	if Empty(value) {
		return nil, nil
	}
	return value, nil
}

// call calls a function of the mapping. Of nothing, a function makes nothing.
func (e *evaluation) call(number int, value any) (any, error) {
	if value = settled(value); value == nil {
		return nil, nil
	}
	value, err := e.calls[number].apply(e.post, value)
	if value = settled(value); value != nil {
		err = nil // of a part
	}
	return value, err
}

// each gives the elements of a list that the condition is about to go through.
func (e *evaluation) each(value any) (any, error) {
	list := listed(value)
	if e.seen += len(list); e.seen > whenBudget {
		return nil, fmt.Errorf("it looks at more than %d elements of lists", whenBudget)
	}
	return list, nil
}

// matches holds a text against a pattern.
func (e *evaluation) matches(number int, value any) (bool, error) {
	switch text := settled(value).(type) {
	case nil:
		return false, nil
	case string:
		return e.patterns[number].MatchString(text), nil
	default:
		return false, fmt.Errorf("matches is about a text, not %s", described(text))
	}
}

// guarded is an expression whose value counts only if a condition holds. Otherwise it is not even worked out.
type guarded struct {
	of   expression
	when *when
}

func (g guarded) eval(s scope) (result, error) {
	holds, doubt, err := g.when.holds(s)
	switch {
	case err != nil:
		return result{}, err
	case holds:
		return g.of.eval(s)
	}
	return result{origin: g.when.String(), err: doubt}, nil
}

func (g guarded) paths(yield func(Path)) { g.of.paths(yield) }

// The names under which a program calls what follows. No person can write them.
const (
	readName     = " read"
	callFunction = " call"
	takePart     = " part"
	eachElement  = " each"
	countAll     = " count"
	isTrue       = " holds"
	areEqual     = " equal"
	inOrder      = " order"
	isIn         = " in"
	hasText      = " text"
	matchesOne   = " matches"
)

// whenConfig describes to the library what conditions consist of.
func whenConfig() *conf.Config {
	c := conf.CreateNew()
	for name := range c.Builtins {
		c.Disabled[name] = true
	}
	c.Optimize = false
	for name, call := range map[string]func(arguments []any) (any, error){
		readName:     func(a []any) (any, error) { return a[0].(*evaluation).read(a[1].(int)) },
		callFunction: func(a []any) (any, error) { return a[0].(*evaluation).call(a[1].(int), a[2]) },
		takePart:     func(a []any) (any, error) { return part(a[0], a[1]) },
		eachElement:  func(a []any) (any, error) { return a[0].(*evaluation).each(a[1]) },
		countAll:     func(a []any) (any, error) { return size(a[0]) },
		isTrue:       func(a []any) (any, error) { return truth(a[0]) },
		areEqual:     func(a []any) (any, error) { return equal(a[0], a[1]) },
		inOrder:      func(a []any) (any, error) { return ordered(a[0].(string), a[1], a[2]) },
		isIn:         func(a []any) (any, error) { return among(a[0], a[1]) },
		hasText:      func(a []any) (any, error) { return textual(a[0].(string), a[1], a[2]) },
		matchesOne:   func(a []any) (any, error) { return a[0].(*evaluation).matches(a[1].(int), a[2]) },
	} {
		expr.Function(name, func(arguments ...any) (any, error) { return call(arguments) })(c)
	}
	return c
}
