package mapping

import "strings"

// several says what a kind makes several records of one post of.
type several struct {
	list  expression
	key   expression // of a row; nil: its position
	place string     // where it stands, for reports
}

// Row is what one of several records of a post is made of.
type Row struct {
	Value  Value
	Origin string // what it is a row of, as the mapping writes it: "acf.reports"
}

func (e *several) paths(yield func(Path)) {
	if e == nil {
		return
	}
	e.list.paths(yield)
	if e.key != nil {
		e.key.paths(yield)
	}
}

// scopes lists where the records of a post are worked out: in each row, or in the post alone.
func (e *several) scopes(post Item) (scopes []scope, origin string, err error) {
	if e == nil {
		return []scope{{post: post}}, "", nil
	}
	r, err := e.list.eval(scope{post: post})
	for _, v := range elements(r.value) {
		of := post
		if version, ok := v.(Rendition); ok {
			of = version.Post()
		}
		scopes = append(scopes, scope{post: of, row: row{v}})
	}
	return scopes, r.origin, err
}

// keyOf is what tells the record of a row from the others; empty: nothing but its position.
func (e *several) keyOf(s scope) (string, error) {
	if e == nil || e.key == nil {
		return "", nil
	}
	r, err := e.key.eval(s)
	var words []string
	for _, v := range elements(r.value) {
		if text, ok := Words(v); ok {
			words = append(words, strings.Fields(text)...)
		}
	}
	return strings.Join(words, " "), err
}
