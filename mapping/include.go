package mapping

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// maxIncluded is how many files one mapping may include.
const maxIncluded = 64

// inclusion reads the files that a mapping includes, and the files that these include.
type inclusion struct {
	*parser
	root string          // the name of the mapping's folder, for messages
	open []string        // the files that are being read, the innermost last
	read map[string]bool // the files that were read: each counts once
}

// included returns a tree with those of its included files below it: what it says itself goes over what they say.
func (p *parser) included(tree *yaml.Node) *yaml.Node {
	root, name := path.Split(strings.ReplaceAll(p.file, `\`, "/"))
	i := &inclusion{parser: p, root: root, open: []string{name}, read: map[string]bool{name: true}}
	return i.below(tree)
}

// below reads what a tree includes and lays the tree over it.
func (i *inclusion) below(tree *yaml.Node) *yaml.Node {
	at := keyOf(tree, "include")
	if at < 0 {
		return tree
	}
	list := tree.Content[at+1]
	if list.Kind == yaml.SequenceNode && len(list.Content) == 0 {
		i.wrong(list, "a list of files, such as [shared.yaml]")
	}
	whole := *tree
	whole.Content = slices.Delete(slices.Clone(tree.Content), at, at+2)
	var files []*yaml.Node
	i.texts(list, "a list of files, such as [shared.yaml]", func(n *yaml.Node, name string) {
		if file := i.file(n, name); file != nil {
			files = append(files, file)
		}
	})
	slices.Reverse(files) // a later file goes over an earlier one
	for _, file := range files {
		i.over(&whole, file)
	}
	return &whole
}

// file reads one file with what it includes. It returns nil where there is nothing new in it, or a mistake.
func (i *inclusion) file(n *yaml.Node, written string) *yaml.Node {
	const what = "a file in the mapping's folder or below it, such as shared.yaml or shared/lists.yaml"
	name := path.Join(path.Dir(i.open[len(i.open)-1]), written)
	switch {
	case path.IsAbs(written) || strings.ContainsAny(written, `\:`):
		i.fail(n, fmt.Sprintf("%q is no path from this file", shortened(written)), what, "")
		return nil
	case !fs.ValidPath(name) || name == ".":
		i.fail(n, fmt.Sprintf("%q leads out of the mapping's folder", shortened(written)), what, "")
		return nil
	case slices.Contains(i.open, name):
		i.fail(n, fmt.Sprintf("%q includes itself: %s", name, strings.Join(append(slices.Clone(i.open), name), " → ")), "files that do not include each other", "")
		return nil
	case i.read[name]:
		return nil
	case len(i.read) > maxIncluded:
		i.fail(n, fmt.Sprintf("more than %d files are included", maxIncluded), "fewer files", "")
		return nil
	case i.vocabulary.Include == nil:
		i.fail(n, "no files can be included here", "a mapping that stands in a file", "")
		return nil
	}
	i.read[name] = true
	data, err := i.vocabulary.Include(name)
	if err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		i.fail(n, fmt.Sprintf("%q cannot be read: %v", name, err), what, "")
		return nil
	}
	outer := i.parser.file
	i.parser.file = i.root + name
	tree := i.document(data)
	if tree != nil {
		i.belongs(tree, i.parser.file)
	}
	i.parser.file = outer
	if tree == nil {
		return nil
	}
	i.open = append(i.open, name)
	tree = i.below(tree)
	i.open = i.open[:len(i.open)-1]
	return tree
}

// belongs notes in which file the nodes of a tree stand.
func (p *parser) belongs(tree *yaml.Node, file string) {
	if p.files == nil {
		p.files = map[*yaml.Node]string{}
	}
	p.files[tree] = file
	for _, child := range tree.Content {
		p.belongs(child, file)
	}
}

// over adds to a tree what a file says that it includes: keys that the tree lacks. Of maps of things with a name, those
// whose name it lacks; of exclude, everything.
func (i *inclusion) over(tree, file *yaml.Node) {
	i.each(file, "a mapping, or a part of one", func(key, value *yaml.Node) {
		at := keyOf(tree, key.Value)
		if key.Value == "version" {
			i.version(value)
		}
		if at < 0 {
			tree.Content = append(tree.Content, key, value)
			return
		}
		switch own := tree.Content[at+1]; key.Value {
		case "lists", "tables", "shortcodes", "defaults", "records":
			tree.Content[at+1] = i.joined(own, value)
		case "exclude":
			both := *own
			both.Kind, both.Tag = yaml.SequenceNode, "!!seq"
			both.Content = append(slices.Clone(i.list(own, "a list")), i.list(value, "a list")...)
			tree.Content[at+1] = &both
		}
	})
}

// joined is a map with the keys of another that it lacks.
func (i *inclusion) joined(own, other *yaml.Node) *yaml.Node {
	if own.Kind != yaml.MappingNode {
		return own
	}
	if other.Kind != yaml.MappingNode {
		i.wrong(other, "a map")
		return own
	}
	both := *own
	both.Content = slices.Clone(own.Content)
	for k := 0; k+1 < len(other.Content); k += 2 {
		if keyOf(own, other.Content[k].Value) < 0 {
			both.Content = append(both.Content, other.Content[k], other.Content[k+1])
		}
	}
	return &both
}

// keyOf is the place of a key in the content of a map; -1: it has none.
func keyOf(n *yaml.Node, key string) int {
	if n.Kind == yaml.MappingNode {
		for k := 0; k+1 < len(n.Content); k += 2 {
			if n.Content[k].Kind == yaml.ScalarNode && n.Content[k].Value == key {
				return k
			}
		}
	}
	return -1
}
