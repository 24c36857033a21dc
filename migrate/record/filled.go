package record

import (
	"slices"
	"strings"
)

// Filled returns the names of what has a value, as targets of a mapping name them, in the order of the record:
// top-level keys, and the members of those that are objects ("fields.pages").
func (r *Record) Filled() []string {
	var e filledEmitter
	r.emit(fields{&e})
	return e.names
}

// Has reports whether a target has a value.
func (r *Record) Has(target string) bool {
	return slices.ContainsFunc(r.Filled(), func(name string) bool {
		return name == target || strings.HasPrefix(target, name+".") && !strings.Contains(name, ".") && !hasMembers(name)
	})
}

// hasMembers reports whether the members of a key are named by themselves.
func hasMembers(key string) bool { return slices.Contains(openKeys, key) }

// openKeys are the keys whose members a report counts one by one.
var openKeys = []string{"series", "identifiers", "event", "body", "fields"}

// filledEmitter notes the keys that the record is written with, and writes nothing.
type filledEmitter struct {
	names  []string
	depth  int
	parent string
}

func (e *filledEmitter) object() { e.depth++ }
func (e *filledEmitter) list()   { e.depth++ }
func (e *filledEmitter) end()    { e.depth-- }

func (e *filledEmitter) key(name string) {
	switch {
	case e.depth == 1:
		e.parent = name
		e.names = append(e.names, name)
	case e.depth == 2 && hasMembers(e.parent):
		e.names = append(e.names, e.parent+"."+name)
	}
}

func (e *filledEmitter) item()           {}
func (e *filledEmitter) text(string)     {}
func (e *filledEmitter) block(string)    {}
func (e *filledEmitter) inline([]string) {}
func (e *filledEmitter) integer(int64)   {}
func (e *filledEmitter) number(float64)  {}
func (e *filledEmitter) boolean(bool)    {}
func (e *filledEmitter) null()           {}
