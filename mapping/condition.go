package mapping

import (
	"fmt"
	"strings"
)

// condition is one line under where or not: a path with the values that it may have.
type condition struct {
	path   Path
	values []string // folded: one of the path's values must be one of these
	exists *bool    // instead of values: whether there must be a value
}

// holds reports whether an item satisfies the condition.
func (c condition) holds(item Item) (bool, error) {
	value, err := item.Value(c.path)
	if err != nil {
		return false, fmt.Errorf("%s cannot be read: %w", c.path, err)
	}
	if c.exists != nil {
		return Empty(value) != *c.exists, nil
	}
	for _, element := range elements(value) {
		for _, text := range textsOf(element) {
			for _, wanted := range c.values {
				if fold(text) == wanted {
					return true, nil
				}
			}
		}
	}
	return false, nil
}

// entry is one line under from or exclude: which posts are meant.
type entry struct {
	types   []string // post types by name
	public  bool     // every public content type
	unknown bool     // every type that nothing is known of
	except  []string // post types that public and unknown leave to others
	any     bool     // every post type
	where   []condition
	not     []condition
	when    *when  // nil: none
	because string // of exclude
	place   string // where it stands, for reports: "mapping.yaml:7"
	number  int    // as in Outcome.Entry
}

// rule names the entry, with the kind whose it is, or exclude.
func (e *entry) rule(of string) string { return fmt.Sprintf("%s (%s)", of, e.place) }

func (e *entry) conditional() bool { return len(e.where)+len(e.not) > 0 || e.when != nil }

// matches reports whether a post of a type that the entry speaks of satisfies all of where, none of not, and when.
// Doubt says why when could not be worked out.
func (e *entry) matches(item Item) (matches bool, doubt, err error) {
	for _, c := range e.where {
		if holds, err := c.holds(item); err != nil || !holds {
			return false, nil, err
		}
	}
	for _, c := range e.not {
		if holds, err := c.holds(item); err != nil || holds {
			return false, nil, err
		}
	}
	if e.when == nil {
		return true, nil, nil
	}
	return e.when.holds(scope{post: item})
}

// said writes the conditions as a person would say them.
func (e *entry) said() string {
	var parts []string
	for _, c := range e.where {
		parts = append(parts, c.said(""))
	}
	for _, c := range e.not {
		parts = append(parts, c.said("not "))
	}
	if e.when != nil {
		parts = append(parts, e.when.String())
	}
	return strings.Join(parts, ", ")
}

func (c condition) said(not string) string {
	name := strings.TrimPrefix(c.path.String(), "within.")
	switch {
	case c.exists == nil:
		return not + name + ": " + strings.Join(c.values, " or ")
	case *c.exists:
		return not + name + " has a value"
	}
	return not + name + " has no value"
}
