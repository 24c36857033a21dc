package mapping

import (
	"errors"
	"fmt"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker"
	"github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/file"
	grammar "github.com/expr-lang/expr/parser"
	"gopkg.in/yaml.v3"
)

const (
	// maxWhen is how many letters a condition may have: brackets in brackets cost the reader of the library a call each.
	maxWhen     = 2000
	exampleWhen = `a condition such as 'acf.featured && number(acf.year) > 2010'`
)

// when reads a condition. It returns nil where it can make no sense of it, which is a mistake then.
func (p *parser) when(n *yaml.Node) *when {
	if n.Kind == yaml.ScalarNode && n.ShortTag() != "!!str" {
		p.wrong(n, exampleWhen)
		return nil
	}
	text, ok := p.text(n, exampleWhen)
	if !ok {
		return nil
	}
	if len(text) > maxWhen {
		p.fail(n, fmt.Sprintf("a condition of %d letters stands here", len(text)), fmt.Sprintf("at most %d", maxWhen), "")
		return nil
	}
	config := whenConfig()
	tree, err := grammar.ParseWithConfig(text, config)
	if err != nil {
		p.unreadable(n, err)
		return nil
	}
	before := len(p.errs)
	r := &whenReader{parser: p, node: n, made: when{text: strings.TrimSpace(text)}}
	r.condition(&tree.Node)
	if len(p.errs) > before {
		return nil
	}
	if _, err = checker.Check(tree, config); err == nil {
		r.made.program, err = compiler.Compile(tree, config)
	}
	if err != nil {
		p.unreadable(n, err)
		return nil
	}
	return &r.made
}

// unreadable writes down what the library says of a condition.
func (p *parser) unreadable(n *yaml.Node, err error) {
	letters := 0
	var located *file.Error
	if errors.As(err, &located) {
		letters = located.From
	}
	p.failIn(n, letters, "the condition cannot be read: "+plainly(err), exampleWhen, "")
}

// whenReader turns the tree that the library reads into one that it can compile: names become look-ups, comparisons
// become ours, and what conditions do not have is a mistake.
type whenReader struct {
	*parser
	node *yaml.Node
	made when
}

func (r *whenReader) mistake(node ast.Node, what, expected, near string) {
	r.failIn(r.node, start(node).Location().From, what, expected, near)
}

// put replaces a node by a call of one of our functions.
func (r *whenReader) put(node *ast.Node, name string, arguments ...ast.Node) {
	ast.Patch(node, &ast.CallNode{Callee: &ast.IdentifierNode{Value: name}, Arguments: arguments})
}

// numbered replaces a node by a call of something that the program has by number.
func (r *whenReader) numbered(node *ast.Node, name string, number int, arguments ...ast.Node) {
	r.put(node, name, append([]ast.Node{&ast.IdentifierNode{Value: "$env"}, &ast.IntegerNode{Value: number}}, arguments...)...)
}

// condition reads what must come to true or false.
func (r *whenReader) condition(node *ast.Node) {
	written := *node
	if typ := r.value(node); typ != TypeBool && typ.known() {
		r.mistake(written, fmt.Sprintf("%s stands where true or false is needed", typ.called()), "a comparison, or != nil for any value", "")
	}
	r.put(node, isTrue, *node)
}

// value reads anything, and returns the type of what it comes to. A tree may hold a node twice (1 < x < 3).
func (r *whenReader) value(node *ast.Node) Type {
	switch n := (*node).(type) {
	case *ast.NilNode:
		return TypeAny
	case *ast.BoolNode:
		return TypeBool
	case *ast.IntegerNode, *ast.FloatNode:
		return TypeNumber
	case *ast.StringNode:
		return TypeText
	case *ast.PointerNode:
		return TypeAny
	case *ast.IdentifierNode, *ast.MemberNode, *ast.ChainNode:
		return r.name(node)
	case *ast.UnaryNode:
		return r.unary(n)
	case *ast.BinaryNode:
		return r.binary(node, n)
	case *ast.CallNode:
		return r.call(node, n)
	case *ast.BuiltinNode:
		return r.over(node, n)
	case *ast.ConditionalNode:
		r.condition(&n.Cond)
		if a, b := r.value(&n.Exp1), r.value(&n.Exp2); a == b {
			return a
		}
		return TypeAny
	case *ast.ArrayNode:
		for i := range n.Nodes {
			r.value(&n.Nodes[i])
		}
		return TypeList
	}
	r.mistake(*node, "a condition has names, constants, comparisons and functions; this is something else", exampleWhen, "")
	return TypeAny
}

func (r *whenReader) unary(n *ast.UnaryNode) Type {
	if n.Operator == "!" || n.Operator == "not" {
		r.condition(&n.Node)
		return TypeBool
	}
	r.arithmetic(&n.Node, n.Operator)
	return TypeNumber
}

// arithmetic reads something to reckon with.
func (r *whenReader) arithmetic(node *ast.Node, operator string) {
	written := *node
	if typ := r.value(node); typ != TypeNumber && typ.known() {
		r.mistake(written, fmt.Sprintf("%s has %s here", operator, typ.called()), "a number; number(…) reads one", "")
	}
}
