package render

import (
	"strings"
)

// blockMark is what a post made of blocks holds at least once.
const blockMark = "<!-- wp:"

// block is a block with what it holds.
type block struct {
	name       string // with its namespace: "core/paragraph"; empty: HTML outside of blocks
	attributes string // JSON; may be empty or broken
	parts      []part // in the order of the page
	start      int    // where its own text starts that is not in parts yet
}

// part is a piece of HTML, or a block within a block.
type part struct {
	html  string
	inner *block
}

// token is a block comment.
type token struct {
	start, end  int
	name        string
	attributes  string
	closer      bool
	selfClosing bool
}

// maxBlockDepth is deeper than any editor nests. Blocks below it lose their nesting, not their text.
const maxBlockDepth = 100

// parseBlocks reads content into its blocks by WordPress's rules: a closing comment closes the innermost open block,
// whatever its name; one without an open block makes the rest of the content HTML; what is open at the end is closed
// there.
func parseBlocks(s string) (root *block, tooDeep int) {
	root = &block{}
	stack := []*block{root}
	skipped := 0 // open blocks below the depth
	for t, ok := nextToken(s, 0); ok; t, ok = nextToken(s, t.end) {
		top := stack[len(stack)-1]
		if t.closer {
			if skipped > 0 {
				skipped--
				top.flush(s, t)
				continue
			}
			if len(stack) == 1 {
				break
			}
			top.flush(s, t)
			stack = stack[:len(stack)-1]
			stack[len(stack)-1].start = t.end
			continue
		}
		top.flush(s, t)
		inner := &block{name: t.name, attributes: t.attributes, start: t.end}
		switch {
		case t.selfClosing:
			top.parts = append(top.parts, part{inner: inner})
		case len(stack) > maxBlockDepth:
			skipped++
			tooDeep++
		default:
			top.parts = append(top.parts, part{inner: inner})
			stack = append(stack, inner)
		}
	}
	stack[len(stack)-1].parts = append(stack[len(stack)-1].parts, part{html: s[stack[len(stack)-1].start:]})
	return root, tooDeep
}

// flush takes the HTML up to a token into the block.
func (b *block) flush(s string, t token) {
	if t.start > b.start {
		b.parts = append(b.parts, part{html: s[b.start:t.start]})
	}
	b.start = t.end
}

// nextToken finds the next block comment at or after a place: <!-- wp:name {attributes} /--> or <!-- /wp:name -->.
// White space around the parts may be any, but must be there.
func nextToken(s string, from int) (token, bool) {
	for {
		i := strings.Index(s[from:], "<!--")
		if i < 0 {
			return token{}, false
		}
		from += i
		inside := from + len("<!--")
		length := strings.Index(s[inside:], "-->")
		if length < 0 {
			return token{}, false
		}
		if t, ok := readToken(s[inside : inside+length]); ok {
			t.start, t.end = from, inside+length+len("-->")
			return t, true
		}
		from = inside
	}
}

// readToken reads the inside of a block comment.
func readToken(s string) (token, bool) {
	var t token
	rest := strings.TrimLeft(s, spaces)
	if rest == s {
		return t, false
	}
	rest, t.closer = strings.CutPrefix(rest, "/")
	rest, ok := strings.CutPrefix(rest, "wp:")
	if !ok {
		return t, false
	}
	n := strings.IndexAny(rest, spaces+"{")
	if n <= 0 || rest[n] == '{' || !validBlockName(rest[:n]) {
		return t, false
	}
	t.name, rest = rest[:n], strings.TrimLeft(rest[n:], spaces)
	if !strings.Contains(t.name, "/") {
		t.name = "core/" + t.name
	}
	rest, t.selfClosing = strings.CutSuffix(rest, "/")
	if strings.HasPrefix(rest, "{") {
		attributes := strings.TrimRight(rest, spaces)
		if attributes == rest || !strings.HasSuffix(attributes, "}") {
			return t, false
		}
		t.attributes, rest = attributes, ""
	}
	t.selfClosing = t.selfClosing && !t.closer
	return t, blank(rest)
}

// validBlockName reports whether a name is "name" or "namespace/name", in lower case.
func validBlockName(name string) bool {
	letterNext := true
	slashes := 0
	for i := range len(name) {
		c := name[i]
		switch {
		case 'a' <= c && c <= 'z':
			letterNext = false
		case letterNext:
			return false
		case c == '/':
			letterNext = true
			slashes++
		case !isDigit(c) && c != '-' && c != '_':
			return false
		}
	}
	return !letterNext && slashes <= 1
}
