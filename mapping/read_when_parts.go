package mapping

import (
	"fmt"
	"regexp"

	"github.com/expr-lang/expr/ast"
)

// name reads a name with its parts, acf.authors or meta["my key"], into one look-up; and parts of anything else.
func (r *whenReader) name(node *ast.Node) Type {
	if path, ok := chained(*node); ok {
		known, _ := r.known(r.node, start(*node).Location().From, path)
		r.made.names = append(r.made.names, path)
		r.numbered(node, readName, len(r.made.names)-1)
		return known.Type
	}
	if chain, ok := (*node).(*ast.ChainNode); ok {
		*node = chain.Node
		return r.value(node)
	}
	member := (*node).(*ast.MemberNode)
	r.value(&member.Node)
	key, ok := partKey(member.Property)
	if !ok {
		r.mistake(member.Property, "a part is worked out here", "a name or number as it is, such as acf.authors[0].name", "")
	}
	r.put(node, takePart, member.Node, key)
	return TypeAny
}

// partKey is a name, or a number, which may count from the end.
func partKey(node ast.Node) (ast.Node, bool) {
	switch n := node.(type) {
	case *ast.StringNode, *ast.IntegerNode:
		return n, true
	case *ast.UnaryNode:
		if number, ok := n.Node.(*ast.IntegerNode); ok && n.Operator == "-" {
			return &ast.IntegerNode{Value: -number.Value}, true
		}
	}
	return node, false
}

// chained writes names with a dot or a text in brackets between them as a path.
func chained(node ast.Node) (Path, bool) {
	switch n := node.(type) {
	case *ast.IdentifierNode:
		return Path{n.Value}, true
	case *ast.ChainNode:
		return chained(n.Node)
	case *ast.MemberNode:
		path, ok := chained(n.Node)
		segment, isText := n.Property.(*ast.StringNode)
		if !ok || !isText {
			return nil, false
		}
		return append(path, segment.Value), true
	}
	return nil, false
}

// start is where the writing of a name begins.
func start(node ast.Node) ast.Node {
	switch n := node.(type) {
	case *ast.ChainNode:
		return start(n.Node)
	case *ast.MemberNode:
		return start(n.Node)
	}
	return node
}

// binary reads two values with an operator between them.
func (r *whenReader) binary(node *ast.Node, n *ast.BinaryNode) Type {
	switch n.Operator {
	case "&&", "||", "and", "or":
		r.condition(&n.Left)
		r.condition(&n.Right)
		return TypeBool
	case "==", "!=":
		r.comparable(n, r.value(&n.Left), r.value(&n.Right))
		r.put(node, areEqual, n.Left, n.Right)
		if n.Operator == "!=" {
			ast.Patch(node, &ast.UnaryNode{Operator: "not", Node: *node})
		}
		return TypeBool
	case "<", "<=", ">", ">=":
		r.comparable(n, r.value(&n.Left), r.value(&n.Right))
		r.put(node, inOrder, &ast.StringNode{Value: n.Operator}, n.Left, n.Right)
		return TypeBool
	case "in":
		r.value(&n.Left)
		r.value(&n.Right)
		r.put(node, isIn, n.Left, n.Right)
		return TypeBool
	case "contains", "startsWith", "endsWith":
		r.textual(n, &n.Left)
		r.textual(n, &n.Right)
		r.put(node, hasText, &ast.StringNode{Value: n.Operator}, n.Left, n.Right)
		return TypeBool
	case "matches":
		r.pattern(node, n)
		return TypeBool
	case "??":
		left, right := r.value(&n.Left), r.value(&n.Right)
		if left == right {
			return left
		}
		return TypeAny
	case "-":
		if hyphened, ok := r.hyphened(n); ok {
			r.mistake(n.Left, "a name with - in it stands here without quotes", "brackets and quotes around such a part", hyphened)
			return TypeAny
		}
	}
	r.arithmetic(&n.Left, n.Operator)
	r.arithmetic(&n.Right, n.Operator)
	if n.Operator == ".." {
		return TypeList
	}
	return TypeNumber
}

// hyphened says how a name with - in it is written, where two names with a - between them can only mean that.
func (r *whenReader) hyphened(n *ast.BinaryNode) (string, bool) {
	left, ok := chained(n.Left)
	right, isName := chained(n.Right)
	if !ok || !isName || len(left) < 2 {
		return "", false
	}
	if _, known := r.vocabulary.name(right); known || right[0] == this {
		return "", false
	}
	last := len(left) - 1
	return fmt.Sprintf("%s[%q]", left[:last], left[last]+"-"+right.String()), true
}

// sort is what two types must share to be compared.
func (t Type) sort() Type {
	switch t {
	case TypeDate:
		return TypeText
	case TypeTexts:
		return TypeList
	}
	return t
}

// comparable checks that two values can be compared at all.
func (r *whenReader) comparable(n *ast.BinaryNode, left, right Type) {
	switch a, b := left.sort(), right.sort(); {
	case !a.known() || !b.known():
	case a == TypeList || b == TypeList:
		r.mistake(n, fmt.Sprintf("%s is compared with %s", left.called(), right.called()), "VALUE in LIST, or any(LIST, # == VALUE)", "")
	case a != b:
		r.mistake(n, fmt.Sprintf("%s is compared with %s: they never are the same", left.called(), right.called()),
			"two values of one kind; number(…) reads a number, boolean(…) true or false", "")
	}
}

// textual reads a text.
func (r *whenReader) textual(n *ast.BinaryNode, node *ast.Node) {
	written := *node
	if typ := r.value(node); typ.known() && typ.sort() != TypeText {
		r.mistake(written, fmt.Sprintf("%s is about two texts, and this is %s", n.Operator, typ.called()), "a text", "")
	}
}

// pattern reads matches, and compiles what stands at its right.
func (r *whenReader) pattern(node *ast.Node, n *ast.BinaryNode) {
	r.textual(n, &n.Left)
	written, ok := n.Right.(*ast.StringNode)
	if !ok {
		r.mistake(n.Right, "the pattern of matches is worked out here", "a pattern between quotes", "")
		return
	}
	pattern, err := regexp.Compile(written.Value)
	if err != nil {
		r.mistake(n.Right, fmt.Sprintf("%q is no pattern: %s", shortened(written.Value), reasonOf(err)), "a regular expression (RE2)", "")
		return
	}
	r.made.patterns = append(r.made.patterns, pattern)
	r.numbered(node, matchesOne, len(r.made.patterns)-1, n.Left)
}
