package mapping

import (
	"fmt"
	"slices"

	"github.com/expr-lang/expr/ast"
)

// quantifiers are the functions over the elements of a list; # names the element.
var quantifiers = []string{"all", "any", "count", "filter", "find", "map", "none", "one"}

// over reads a function over the elements of a list.
func (r *whenReader) over(node *ast.Node, n *ast.BuiltinNode) Type {
	if !slices.Contains(quantifiers, n.Name) {
		r.unknownFunction(n, n.Name)
		return TypeAny
	}
	r.value(&n.Arguments[0])
	if len(n.Arguments) == 1 { // count(LIST)
		r.put(node, countAll, n.Arguments[0])
		return TypeNumber
	}
	r.put(&n.Arguments[0], eachElement, &ast.IdentifierNode{Value: "$env"}, n.Arguments[0])
	for _, argument := range n.Arguments[1:] {
		if predicate, ok := argument.(*ast.PredicateNode); ok && n.Name == "map" {
			r.value(&predicate.Node)
		} else if ok {
			r.condition(&predicate.Node)
		}
	}
	switch n.Name {
	case "all", "any", "none", "one":
		return TypeBool
	case "count":
		return TypeNumber
	case "filter", "map":
		return TypeList
	}
	return TypeAny
}

// call reads a call of one of the mapping's functions: its value in brackets, then its arguments.
func (r *whenReader) call(node *ast.Node, n *ast.CallNode) Type {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	switch {
	case !ok:
		r.mistake(n, "what is called here is no function", "a function such as number(acf.year)", "")
		return TypeAny
	case callee.Value[0] == ' ': // ours already
		return TypeAny
	case callee.Value == "len" && len(n.Arguments) == 1:
		r.value(&n.Arguments[0])
		r.put(node, countAll, n.Arguments[0])
		return TypeNumber
	case !r.isFunction(callee.Value):
		r.unknownFunction(n, callee.Value)
		return TypeAny
	case len(n.Arguments) == 0:
		r.mistake(n, callee.Value+" has no value here", callee.Value+"(VALUE, …)", "")
		return TypeAny
	}
	typ := r.value(&n.Arguments[0])
	written := call{at: n.Location().From, name: callee.Value}
	for _, argument := range n.Arguments[1:] {
		constant, ok := constantOf(argument)
		if !ok {
			r.mistake(argument, "an argument of "+callee.Value+" is worked out here", "a text or number as it is", "")
			return TypeAny
		}
		written.arguments = append(written.arguments, constant)
		written.places = append(written.places, argument.Location().From)
	}
	steps, typ := r.steps(r.node, "the value", typ, []call{written})
	r.made.calls = append(r.made.calls, steps...)
	r.numbered(node, callFunction, len(r.made.calls)-1, n.Arguments[0])
	return typ
}

// constantOf is a text, number or truth value as it is written.
func constantOf(node ast.Node) (Value, bool) {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.IntegerNode:
		return int64(n.Value), true
	case *ast.FloatNode:
		return n.Value, true
	case *ast.BoolNode:
		return n.Value, true
	}
	return nil, false
}

func (r *whenReader) isFunction(name string) bool {
	_, ok := r.vocabulary.Functions[name]
	return ok
}

func (r *whenReader) unknownFunction(node ast.Node, name string) {
	names := append(r.vocabulary.functionNames(), append([]string{"len"}, quantifiers...)...)
	slices.Sort(names)
	near, found := Nearest(name, names)
	if found {
		near = fmt.Sprintf("%q", near)
	}
	r.mistake(node, fmt.Sprintf("unknown function %q", shortened(name)), oneOf(names), near)
}
