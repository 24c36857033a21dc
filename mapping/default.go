package mapping

import (
	_ "embed"
	"fmt"
)

//go:embed default.yaml
var defaultMapping []byte

// base is what mappings inherit from the built-in one.
type base struct {
	defaults   []field
	star       kind
	starFields []field // those that "*" has beside the defaults
	digest     string
}

// Default is the mapping that is used where the user gives none: default.yaml. Names that the vocabulary lacks have
// no value there.
func Default(v Vocabulary) *Mapping {
	b := builtin(v)
	m := &Mapping{statuses: b.star.statuses, kinds: []kind{b.star}, own: 1, spare: b.star, digest: b.digest}
	return m.WithUnmapped(Report)
}

// builtin reads default.yaml. It is part of the program: a mistake in it is one of the program.
func builtin(v Vocabulary) *base {
	p := newParser("built-in mapping", &v)
	p.unchecked = true
	m := p.mapping(p.document(defaultMapping), nil)
	if len(p.errs) > 0 || len(m.kinds) != 1 || m.kinds[0].name != anyKind {
		panic(fmt.Sprintf("mapping/default.yaml: %v", p.errs))
	}
	b := &base{star: m.kinds[0], digest: m.digest}
	for _, f := range b.star.fields {
		if f.inherited {
			b.defaults = append(b.defaults, f)
		} else {
			b.starFields = append(b.starFields, f)
		}
	}
	return b
}
