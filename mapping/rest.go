package mapping

import (
	"slices"
	"strings"
)

// assignRest fills the targets below one with the members of an object that no other field of the kind uses, each
// under its own name: `fields.*: acf.*`. A member of which only a part is used comes whole: rather twice than lost.
func (f field) assignRest(s scope) ([]Assignment, error) {
	item, path := s.at(f.rest)
	value, err := item.Value(path)
	if err != nil {
		return nil, err
	}
	members, _ := value.(Object)
	var assignments []Assignment
	for _, member := range members {
		if f.used[member.Name] || Empty(member.Value) {
			continue
		}
		assignments = append(assignments, Assignment{
			Target: strings.TrimSuffix(f.target, "*") + member.Name,
			Value:  member.Value,
			Origin: append(append(Path{}, f.rest...), member.Name).String(),
		})
	}
	return assignments, nil
}

// markUsed tells the fields that take the rest of an object what the other fields use, and which targets they fill or
// leave empty.
func markUsed(fields []field) {
	for i := range fields {
		f := &fields[i]
		if f.rest == nil {
			continue
		}
		f.used = map[string]bool{}
		for _, other := range fields {
			if other.rest != nil {
				continue
			}
			if name, below := strings.CutPrefix(other.target, strings.TrimSuffix(f.target, "*")); below {
				f.used[name] = true
			}
			if !other.off {
				other.of.paths(f.use)
			}
		}
	}
}

// use notes that something else takes what a path names.
func (f *field) use(path Path) {
	if n := len(f.full); f.rest != nil && len(path) == n+1 && slices.Equal(path[:n], f.full) {
		f.used[path[n]] = true
	}
}
