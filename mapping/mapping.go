package mapping

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Mapping is a mapping that has been read and found right.
type Mapping struct {
	site       string
	statuses   []string
	unmapped   Policy
	exclude    []entry
	shortcodes []shortcodeRule // in file order
	lists      map[string][]string
	kinds      []kind // in the order in which they are tried: that of the file, "*" last
	own        int    // how many of kinds the mapping has itself
	spare      kind   // the built-in "*"
	digest     string
	layout     string
	unseen     []Unseen
}

// Policy says what becomes of posts whose type no rule speaks of.
type Policy string

// The policies.
const (
	Report Policy = "report" // they are counted as unmapped
	Take   Policy = "take"   // the kind "*" takes them, too, or makes a kind of their type's name
	Fail   Policy = "fail"   // they are counted as unmapped, and the run ends with exit code 3
)

// PersonalData says what becomes of e-mail addresses in records.
type PersonalData string

// The policies for personal data.
const (
	KeepPersonalData   PersonalData = "keep"   // they stay, and are reported
	MaskPersonalData   PersonalData = "mask"   // they are masked
	RejectPersonalData PersonalData = "reject" // a record that holds one is rejected
)

// anyKind is the name of the kind that stands for the item's own.
const anyKind = "*"

// kind is what a mapping says of the records of one kind.
type kind struct {
	name      string // anyKind: that of the item
	as        string // the kind of the records, where it is another; empty: name
	from      []entry
	statuses  []string
	protected bool // posts with a password may leave, too
	itemType  string
	each      *several // nil: a post makes one record
	fields    []field
	body      BodyPolicy
	personal  PersonalData // empty: that of the file
	path      PathPattern
	require   []string
	expect    []Expectation
}

// field is a target with what fills it.
type field struct {
	target string
	of     expression
	rest   Path            // instead of of: the object whose unused members fill the targets below target
	full   Path            // of rest: with the path of the rows instead of this
	used   map[string]bool // with rest: the members that other fields use

	off       bool // nothing is to fill the target, whatever is inherited
	inherited bool // from defaults
}

// BodyPolicy says what is made of the body.
type BodyPolicy struct {
	Drop    []string // CSS selectors, and words of Vocabulary.BodyParts, of what is left out
	Formats []string // those of html, markdown, text that the record gets, in this order; none: no body
}

// Site is SITE of the records' ids as the mapping fixes it; empty: it does not.
func (m *Mapping) Site() string { return m.site }

// Unmapped says what becomes of posts whose type no rule speaks of.
func (m *Mapping) Unmapped() Policy { return m.unmapped }

// WithUnmapped returns the same mapping with another policy.
func (m *Mapping) WithUnmapped(policy Policy) *Mapping {
	other := *m
	other.unmapped = policy
	other.kinds = slices.Clone(m.kinds[:m.own])
	if policy == Take && !slices.ContainsFunc(other.kinds, kind.takesAny) {
		other.kinds = append(other.kinds, m.spareKind())
	}
	return &other
}

// takesAny reports whether the kind is "*", and takes every public type.
func (k kind) takesAny() bool {
	return k.name == anyKind && slices.ContainsFunc(k.from, func(e entry) bool { return e.public })
}

// spareKind is what takes posts that no rule speaks of, where the mapping has no kind "*" that could: the built-in
// one, for the types that no other kind names.
func (m *Mapping) spareKind() kind {
	rest := entry{public: true, unknown: true, place: m.spare.from[0].place}
	for i := range m.kinds[:m.own] {
		for _, e := range m.kinds[i].from {
			rest.except = append(rest.except, e.types...)
			rest.public = rest.public && !e.public
		}
	}
	spare := m.spare
	spare.from = []entry{rest}
	return spare
}

// Digest is a hexadecimal SHA-256 of what the mapping says; comments, order of keys aside from rules and fields, and
// the way in which values are written do not change it.
func (m *Mapping) Digest() string {
	sum := sha256.Sum256([]byte(m.digest + string(m.unmapped)))
	return hex.EncodeToString(sum[:])
}

// Layout sums up where all that the mapping says stands in its files, as reports name it. Digest does not change with it.
func (m *Mapping) Layout() string { return m.layout }

// Kinds lists the kinds that the mapping names, in file order; "*" is the kind of each post's own name.
func (m *Mapping) Kinds() []string {
	names := make([]string, len(m.kinds))
	for i := range m.kinds {
		names[i] = m.kinds[i].name
	}
	return names
}

// Targets lists what the mapping fills in records of a kind, in order.
func (m *Mapping) Targets(kind string) []string {
	k := m.kind(kind)
	if k == nil {
		return nil
	}
	names := make([]string, len(k.fields))
	for i, f := range k.fields {
		names[i] = f.target
	}
	return names
}

// Uses lists the paths that records of a kind take values from, sorted, each once. Whoever holds them against the
// names of a site sees what is left behind. {"acf"} stands for all ACF values.
func (m *Mapping) Uses(kind string) []Path {
	k := m.kind(kind)
	if k == nil {
		return nil
	}
	var paths []Path
	use := func(path Path) { paths = append(paths, path) }
	k.each.paths(use)
	for _, f := range k.fields {
		if f.rest != nil {
			use(f.full)
			continue
		}
		f.of.paths(use)
	}
	slices.SortFunc(paths, func(a, b Path) int { return slices.Compare(a, b) })
	return slices.CompactFunc(paths, func(a, b Path) bool { return slices.Equal(a, b) })
}

// Expectations lists what the mapping says that records must be like, in file order.
func (m *Mapping) Expectations() []Expectation {
	var list []Expectation
	for i := range m.kinds {
		list = append(list, m.kinds[i].expect...)
	}
	return list
}

// Idle lists the entries that are none of those that decided on posts, as Outcome.Rule names them: first those of exclude,
// then those of the kinds. The built-in mapping's are never idle.
func (m *Mapping) Idle(decided map[int]bool) []string {
	var idle []string
	look := func(of string, entries []entry) {
		for i := range entries {
			if e := &entries[i]; e.number > 0 && !decided[e.number] {
				idle = append(idle, e.rule(of))
			}
		}
	}
	look("exclude", m.exclude)
	for i := range m.kinds {
		look(m.kinds[i].name, m.kinds[i].from)
	}
	return slices.Compact(idle)
}

// kind returns what the mapping says of a kind: by its name, else as one of "*".
func (m *Mapping) kind(name string) *kind {
	for i := range m.kinds {
		if m.kinds[i].name == name || m.kinds[i].name == anyKind {
			return &m.kinds[i]
		}
	}
	return nil
}

// digestOf sums up what trees of YAML say.
func digestOf(trees ...*yaml.Node) string {
	sum := sha256.New()
	for _, tree := range trees {
		writeTree(sum, tree)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func writeTree(sum hash.Hash, n *yaml.Node) {
	if n == nil {
		return
	}
	fmt.Fprintf(sum, "%d %s %q %d\n", n.Kind, strings.TrimPrefix(n.ShortTag(), "!!"), n.Value, len(n.Content))
	for _, child := range n.Content {
		writeTree(sum, child)
	}
}
