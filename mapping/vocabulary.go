package mapping

import (
	"fmt"
	"slices"
	"strings"
)

// Vocabulary describes to a mapping what there is: in general, or in one site.
type Vocabulary struct {
	// Names are what a mapping may read. A path that ends in ".*" stands for all names below it.
	Names []Name
	// Functions are what may stand in a pipeline; Builtins has those that need nothing but their value.
	Functions map[string]Function
	// Targets are what a mapping may fill. A name that ends in ".*" stands for all names below it.
	Targets []Target
	// Places are the values of a record that the path of its file can hold. A path that ends in ".*" stands for all below it.
	Places []Name
	// PostTypes are the post types of a site, or those known of plugins; nil: not known.
	PostTypes []string
	// Values are those that a name has in a site, as far as conditions ask for them: under within.TAXONOMY the slugs of terms,
	// under slug and id those of the posts of some types (none: of all); nil, or not ok: they are not known.
	Values func(name Path, types []string) (values []Known, ok bool)
	// Lists are the named lists that `only:` and `except:` may use beside the mapping's own: they tell whether a text is in them.
	Lists map[string]func(text string) bool
	// BodyParts are the words that `body: {drop: …}` knows beside CSS selectors, such as citation.
	BodyParts []string
	// Include reads a file that a mapping includes, by its path from the mapping's folder; nil: none can be included.
	Include func(path string) ([]byte, error)
	// Selector checks a CSS selector; nil: selectors are not checked.
	Selector func(string) error
	// Template checks an HTML template of `shortcodes:`; nil: templates are not checked.
	Template func(string) error
}

// Name is something that a mapping may read.
type Name struct {
	Path string // "acf.publisher", "meta.*", "terms.region"; segments as Path.String writes them
	Type Type
	Doc  string
	// Filled says in how many of the Of posts that could have it the name has a value, where that is known: it goes
	// into "did you mean". Of is 0 where it is not known.
	Filled, Of int
}

// Target is something that a mapping may fill.
type Target struct {
	Name string // "title", "identifiers.*"
	Type Type
	Doc  string
	// Given marks what a record has of itself, such as its slug: it can be required and expected, not assigned.
	Given bool
}

// Function is something that a pipeline may call.
type Function struct {
	Name   string
	In     Type // of a list, each element is given to a function that takes no list
	Out    Type
	Params []Param
	// Call gives the value for a value that is not empty. An error says what is wrong with the value, for people.
	Call func(Item, Value, []Value) (Value, error)
	// Prepare, instead of Call, makes the call of given arguments, once, when the mapping is read. An error says what
	// is wrong with them: an *ArgumentError with one of them.
	Prepare func(arguments []Value) (Call, error)
	Doc     string
}

// Call gives the value for a value that is not empty, with the arguments at hand.
type Call func(Item, Value) (Value, error)

// with is the call of the function with arguments.
func (f Function) with(arguments []Value) (Call, error) {
	if f.Prepare != nil {
		return f.Prepare(arguments)
	}
	return func(item Item, v Value) (Value, error) { return f.Call(item, v, arguments) }, nil
}

// ArgumentError is a mistake in an argument of a function.
type ArgumentError struct {
	Number         int // from 0
	What, Expected string
}

func (e *ArgumentError) Error() string { return e.What }

// Param is an argument of a function.
type Param struct {
	Name     string
	Type     Type
	Optional bool
	Many     bool // the last one only: any number of them, at least one unless Optional
	Doc      string
}

// name finds what the vocabulary says of a path.
func (v *Vocabulary) name(path Path) (Name, bool) {
	written := path.String()
	var below, above *Name
	for i := range v.Names {
		n := &v.Names[i]
		prefix, wild := strings.CutSuffix(n.Path, "*")
		switch {
		case n.Path == written:
			return *n, true
		case wild && strings.HasPrefix(written, prefix) && (below == nil || len(below.Path) < len(n.Path)):
			below = n
		case strings.HasPrefix(n.Path, written+"."):
			above = n
		case strings.HasPrefix(written, n.Path+".") && n.Type.hasParts() &&
			!v.hasParts(n.Path) && (below == nil || len(below.Path) < len(n.Path)):
			below = n
		}
	}
	switch {
	case below != nil && strings.HasSuffix(below.Path, "*"):
		return Name{Path: written, Type: below.Type}, true
	case below != nil:
		return Name{Path: written, Type: TypeAny}, true
	case above != nil:
		return Name{Path: written, Type: TypeAny}, true
	}
	return Name{}, false
}

// hasParts reports whether the vocabulary names parts of a path. Then these are all that it has.
func (v *Vocabulary) hasParts(path string) bool {
	return slices.ContainsFunc(v.Names, func(n Name) bool { return strings.HasPrefix(n.Path, path+".") })
}

// nearestName says what someone who wrote an unknown path most likely meant, with how often that has a value.
func (v *Vocabulary) nearestName(path Path) string {
	var known []string
	for _, n := range v.Names {
		if !strings.HasSuffix(n.Path, "*") {
			known = append(known, n.Path)
		}
	}
	for i := len(path); i > 0; i-- {
		if near, ok := nearestWithin(max(1, len([]rune(path[i-1]))/3), path[:i].String(), known); ok {
			if near == path[:i].String() { // it exists, and has no parts
				return v.filled(near, nil)
			}
			return v.filled(near, path[i:])
		}
	}
	// Perhaps only the beginning was forgotten or mistaken: publisher for acf.publisher.
	last := path[len(path)-1:].String()
	if i := slices.IndexFunc(known, func(name string) bool { return strings.HasSuffix(name, "."+last) }); i >= 0 {
		return v.filled(known[i], nil)
	}
	return ""
}

// filled writes a name, with the rest of a path behind it or else with how often it has a value.
func (v *Vocabulary) filled(name string, rest Path) string {
	if len(rest) > 0 {
		return fmt.Sprintf("%q", name+"."+rest.String())
	}
	i := slices.IndexFunc(v.Names, func(n Name) bool { return n.Path == name })
	if i >= 0 && v.Names[i].Of > 0 {
		return fmt.Sprintf("%q, filled in %d of %d posts", name, v.Names[i].Filled, v.Names[i].Of)
	}
	return fmt.Sprintf("%q", name)
}

// expected lists what could stand where a path is unknown: the parts of as much of it as is known.
func (v *Vocabulary) expected(path Path) string {
	for i := len(path) - 1; i > 0; i-- {
		if parts := v.parts(path[:i].String()); len(parts) > 0 {
			return oneOf(parts)
		}
	}
	return oneOf(v.branches())
}

// branches lists how names may begin, for messages.
func (v *Vocabulary) branches() []string {
	var all []string
	for _, n := range v.Names {
		first, _, deeper := strings.Cut(n.Path, ".")
		if deeper {
			first += ".…"
		}
		if !slices.Contains(all, first) {
			all = append(all, first)
		}
	}
	return all
}

// parts lists what the vocabulary names directly below a path, for messages.
func (v *Vocabulary) parts(path string) []string {
	var all []string
	for _, n := range v.Names {
		if rest, ok := strings.CutPrefix(n.Path, path+"."); ok {
			if first, _, _ := strings.Cut(rest, "."); !slices.Contains(all, path+"."+first) {
				all = append(all, path+"."+first)
			}
		}
	}
	return all
}

// target finds what may be filled under a name.
func (v *Vocabulary) target(name string) (Target, bool) {
	for _, t := range v.Targets {
		if t.Name == name {
			return t, true
		}
	}
	for _, t := range v.Targets {
		if strings.HasPrefix(t.Name, name+".") { // all parts at once
			return Target{Name: name, Type: TypeAny, Given: t.Given}, true
		}
		prefix, wild := strings.CutSuffix(t.Name, "*")
		if rest, below := strings.CutPrefix(name, prefix); wild && below && rest != "" && !strings.Contains(rest, ".") {
			return Target{Name: name, Type: t.Type, Given: t.Given}, true
		}
	}
	return Target{}, false
}

// targetNames lists the targets that satisfy a condition, for messages.
func (v *Vocabulary) targetNames(wanted func(Target) bool) []string {
	var all []string
	for _, t := range v.Targets {
		if wanted(t) {
			all = append(all, t.Name)
		}
	}
	return all
}

// functionNames lists the functions by name.
func (v *Vocabulary) functionNames() []string {
	all := make([]string, 0, len(v.Functions))
	for name := range v.Functions {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}
