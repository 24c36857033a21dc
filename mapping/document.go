package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Limits that no mapping of a person reaches, and that keep one of an attacker cheap: aliases of aliases grow a tree
// without end.
const (
	maxNodes = 200_000
	maxDepth = 60
)

// document reads the one YAML document of a file into a tree in which aliases and merge keys (<<) are replaced by
// what they stand for. It returns nil for an empty document, and for one that cannot be read at all.
func (p *parser) document(data []byte) *yaml.Node {
	if bytes.IndexByte(data[:min(len(data), 4096)], 0) >= 0 && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")) {
		p.errs = append(p.errs, Error{File: p.file, Line: 1, Column: 1, What: "this is no text, but a binary file", Expected: "a mapping in YAML"})
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var first, second yaml.Node
	switch err := decoder.Decode(&first); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		p.syntax(data, err)
		return nil
	}
	if err := decoder.Decode(&second); err == nil {
		p.fail(&second, "a second YAML document", "one document in the file", "")
	} else if !errors.Is(err, io.EOF) {
		p.syntax(data, err)
	}
	if len(first.Content) == 0 {
		return nil
	}
	left := maxNodes
	tree := p.expand(first.Content[0], 0, &left)
	if left < 0 {
		return nil
	}
	return tree
}

var (
	syntaxLine    = regexp.MustCompile(`line (\d+): `)
	unknownAnchor = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)
	// Of these mistakes the YAML reader counts lines from 0.
	countedFromZero = regexp.MustCompile(`^did not find expected (key|node content|'-' indicator|',' or '[\]}]'|<document start>)`)
)

// syntax turns an error of the YAML reader, which knows the line at most, into a mistake.
func (p *parser) syntax(data []byte, err error) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if at := syntaxLine.FindStringSubmatch(text); at != nil {
		line, _ = strconv.Atoi(at[1])
		text = strings.Replace(text, at[0], "", 1)
	}
	if countedFromZero.MatchString(text) {
		line++
	}
	if anchor := unknownAnchor.FindStringSubmatch(text); anchor != nil {
		before, _, _ := bytes.Cut(data, []byte("*"+anchor[1]))
		line = 1 + bytes.Count(before, []byte("\n"))
	}
	expected := "YAML; texts with : # { [ , | or quotes in them stand in quotes"
	switch last := breaksAt(data, err); {
	case strings.Contains(text, "cannot start any token") && tabbed.Match(lineOf(data, line)):
		text, expected = "a tab stands before the first word of the line", "spaces: YAML takes no tabs there"
	case strings.HasPrefix(text, "did not find expected key") && last > line:
		expected = fmt.Sprintf("lines %d to %d that belong together to begin below each other: line %d, or one before it, is likely indented too far or too little", line, last, last)
	}
	p.errs = append(p.errs, Error{File: p.file, Line: max(line, 1), Column: 1, What: "not YAML: " + text, Expected: expected})
}

var tabbed = regexp.MustCompile(`^ *\t`)

// lineOf is a line of a text, counted from 1.
func lineOf(data []byte, line int) []byte {
	lines := bytes.Split(data, []byte("\n"))
	return lines[min(max(line, 1), len(lines))-1]
}

// breaksAt is the first line by which the YAML reader ends in an error: the text up to it gives the same.
func breaksAt(data []byte, err error) int {
	lines := bytes.SplitAfter(data, []byte("\n"))
	return 1 + sort.Search(len(lines)-1, func(i int) bool {
		var n yaml.Node
		cut := yaml.NewDecoder(bytes.NewReader(bytes.Join(lines[:i+1], nil))).Decode(&n)
		return cut != nil && cut.Error() == err.Error()
	})
}

// expand copies a tree, with aliases and merge keys replaced. The copies of an alias keep the position of the anchor.
func (p *parser) expand(n *yaml.Node, depth int, left *int) *yaml.Node {
	if *left--; *left < 0 || depth > maxDepth {
		if *left > -maxNodes {
			p.fail(n, "nested too deeply, or aliases that grow without end", "a mapping of less than 200,000 values and 60 levels", "")
			*left = -2 * maxNodes
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: n.Line, Column: n.Column}
	}
	if n.Kind == yaml.AliasNode {
		return p.expand(n.Alias, depth+1, left)
	}
	expanded := *n
	expanded.Content = make([]*yaml.Node, 0, len(n.Content))
	if n.Kind == yaml.MappingNode {
		var merged []*yaml.Node
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := p.expand(n.Content[i], depth+1, left), p.expand(n.Content[i+1], depth+1, left)
			if key.Tag == "!!merge" {
				merged = append(merged, value)
				continue
			}
			expanded.Content = append(expanded.Content, key, value)
		}
		p.merge(&expanded, merged)
		return &expanded
	}
	for _, child := range n.Content {
		expanded.Content = append(expanded.Content, p.expand(child, depth+1, left))
	}
	return &expanded
}

// merge adds the keys of << that a map does not have itself.
func (p *parser) merge(into *yaml.Node, values []*yaml.Node) {
	has := map[string]bool{}
	for i := 0; i < len(into.Content); i += 2 {
		has[into.Content[i].Value] = true
	}
	for len(values) > 0 {
		value := values[0]
		values = values[1:]
		switch value.Kind {
		case yaml.SequenceNode:
			values = append(append([]*yaml.Node{}, value.Content...), values...)
		case yaml.MappingNode:
			for i := 0; i+1 < len(value.Content); i += 2 {
				if key := value.Content[i]; !has[key.Value] {
					has[key.Value] = true
					into.Content = append(into.Content, key, value.Content[i+1])
				}
			}
		default:
			p.fail(value, "<< takes over the keys of another map", "an alias of a map, such as *common", "")
		}
	}
}

var (
	wholeNumber   = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})$`)
	decimalNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)\.[0-9]+$`)
)

// constant returns the value that a tree writes down. Only what reads back the same is a number: 0123 and 1e3 are
// texts, and so are dates.
func constant(n *yaml.Node) Value {
	switch n.Kind {
	case yaml.SequenceNode:
		list := make([]Value, 0, len(n.Content))
		for _, element := range n.Content {
			list = append(list, constant(element))
		}
		return list
	case yaml.MappingNode:
		object := Object{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			object = append(object, struct {
				Name  string
				Value any
			}{n.Content[i].Value, constant(n.Content[i+1])})
		}
		return object
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int", "!!float":
		return numberOrText(n.Value)
	}
	return n.Value
}

func numberOrText(s string) Value {
	if wholeNumber.MatchString(s) {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil {
			return n
		}
	}
	if decimalNumber.MatchString(s) {
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			return f
		}
	}
	return s
}
