package wordpress

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

const (
	phpDepth  = 200  // nesting deeper than this is no data that a plugin wrote
	phpCopies = 1000 // nodes that references may copy in a short text; a longer one allows as many as it has bytes
)

// phpReader walks over a serialized text.
type phpReader struct {
	text    string
	at      int
	classes []string
	circles int

	refers bool      // the text may hold references, so that values must be remembered
	slots  []phpSlot // every value so far, numbered as PHP numbers them, from 1
	copies int       // nodes that references may still copy
}

// phpSlot is a value that a reference may name.
type phpSlot struct {
	value any
	nodes int // how many values it consists of; 0 while it is being read
}

func (r *phpReader) fault(format string, args ...any) error {
	return fmt.Errorf("at byte %d: %s", r.at, fmt.Sprintf(format, args...))
}

// value reads the value at hand and says of how many values it consists.
func (r *phpReader) value(depth int) (any, int, error) {
	if depth > phpDepth {
		return nil, 0, r.fault("nested deeper than %d", phpDepth)
	}
	if r.at+1 >= len(r.text) {
		return nil, 0, r.fault("the value is cut off")
	}
	kind := r.text[r.at]
	if kind == 'R' || kind == 'r' {
		return r.reference(kind == 'r')
	}
	slot := -1
	if r.refers {
		slot = len(r.slots)
		r.slots = append(r.slots, phpSlot{})
	}
	v, nodes, err := r.plain(kind, depth)
	if err == nil && slot >= 0 {
		r.slots[slot] = phpSlot{v, nodes}
	}
	return v, nodes, err
}

// plain reads a value that is no reference.
func (r *phpReader) plain(kind byte, depth int) (any, int, error) {
	if kind == 'N' {
		r.at++
		return nil, 1, r.expect(";")
	}
	if strings.IndexByte("bidsaOCE", kind) < 0 {
		return nil, 0, r.fault("%q begins no value", kind)
	}
	r.at++
	if err := r.expect(":"); err != nil {
		return nil, 0, err
	}
	var v any
	var err error
	switch kind {
	case 'b':
		v, err = r.boolean()
	case 'i':
		v, err = r.integer(';')
	case 'd':
		v, err = r.float()
	case 's':
		if v, err = r.quoted(); err == nil {
			err = r.expect(";")
		}
	case 'a':
		return r.array(depth)
	case 'O':
		return r.object(depth)
	case 'C':
		v, err = r.custom()
	case 'E':
		v, err = r.enum()
	}
	return v, 1, err
}

// expect steps over a literal.
func (r *phpReader) expect(literal string) error {
	if !strings.HasPrefix(r.text[r.at:], literal) {
		return r.fault("%q is missing", literal)
	}
	r.at += len(literal)
	return nil
}

// until steps over the text before a delimiter, and over it; numbers are short.
func (r *phpReader) until(delimiter byte) (string, error) {
	window := r.text[r.at:min(len(r.text), r.at+64)]
	i := strings.IndexByte(window, delimiter)
	if i < 0 {
		return "", r.fault("%q is missing", delimiter)
	}
	r.at += i + 1
	return window[:i], nil
}

func (r *phpReader) boolean() (any, error) {
	switch s, err := r.until(';'); {
	case err != nil:
		return nil, err
	case s == "0" || s == "1":
		return s == "1", nil
	}
	return nil, r.fault("a boolean is neither 0 nor 1")
}

func (r *phpReader) integer(delimiter byte) (int64, error) {
	s, err := r.until(delimiter)
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0, r.fault("%q is no whole number", s)
	}
	return n, nil
}

func (r *phpReader) float() (any, error) {
	s, err := r.until(';')
	if err != nil {
		return nil, err
	}
	switch s {
	case "INF":
		return math.Inf(1), nil
	case "-INF":
		return math.Inf(-1), nil
	case "NAN":
		return math.NaN(), nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || strings.Trim(s, "0123456789.eE+-") != "" {
		return nil, r.fault("%q is no number", s)
	}
	return f, nil
}

// quoted reads LENGTH:"TEXT".
func (r *phpReader) quoted() (string, error) {
	start := r.at
	n, err := r.integer(':')
	if err != nil {
		return "", err
	}
	if n < 0 || n > int64(len(r.text)-r.at-2) || r.text[r.at] != '"' || r.text[r.at+1+int(n)] != '"' {
		r.at = start
		return "", r.fault("a text is not %d bytes long as it says", n)
	}
	s := r.text[r.at+1 : r.at+1+int(n)]
	r.at += int(n) + 2
	return s, nil
}

// array reads COUNT:{KEY VALUE …}.
func (r *phpReader) array(depth int) (any, int, error) {
	entries, nodes, err := r.entries(depth)
	if err != nil {
		return nil, 0, err
	}
	for i, e := range entries {
		if e.Name != strconv.Itoa(i) {
			return entries, nodes, nil
		}
	}
	list := make([]any, len(entries))
	for i, e := range entries {
		list[i] = e.Value
	}
	return list, nodes, nil
}

// object reads LENGTH:"CLASS":COUNT:{NAME VALUE …}. The marks of private and protected properties are taken away.
func (r *phpReader) object(depth int) (any, int, error) {
	class, err := r.quoted()
	if err == nil {
		err = r.expect(":")
	}
	if err != nil {
		return nil, 0, err
	}
	r.noteClass(class)
	entries, nodes, err := r.entries(depth)
	for i, e := range entries {
		if strings.HasPrefix(e.Name, "\x00") {
			entries[i].Name = e.Name[strings.LastIndexByte(e.Name, 0)+1:]
		}
	}
	return entries, nodes, err
}

// entries reads COUNT:{KEY VALUE …}; a repeated key keeps its first place and its last value, as in PHP. The result
// is never nil without an error.
func (r *phpReader) entries(depth int) (Object, int, error) {
	count, err := r.integer(':')
	if err == nil {
		err = r.expect("{")
	}
	if err != nil {
		return nil, 0, err
	}
	entries, places, nodes := Object{}, map[string]int{}, 1
	for range count {
		name, err := r.key()
		if err != nil {
			return nil, 0, err
		}
		v, n, err := r.value(depth + 1)
		if err != nil {
			return nil, 0, err
		}
		nodes += n
		if place, repeated := places[name]; repeated {
			entries[place].Value = v
			continue
		}
		places[name] = len(entries)
		entries = append(entries, property{name, v})
	}
	return entries, nodes, r.expect("}")
}

// key reads the key of an array's element or the name of a property.
func (r *phpReader) key() (string, error) {
	if err := r.expect("i:"); err == nil {
		n, err := r.integer(';')
		return strconv.FormatInt(n, 10), err
	}
	if err := r.expect("s:"); err != nil {
		return "", r.fault("a key is missing")
	}
	s, err := r.quoted()
	if err == nil {
		err = r.expect(";")
	}
	return s, err
}

// custom reads LENGTH:"CLASS":LENGTH:{DATA}; only the class knows what the data mean, so they stay text.
func (r *phpReader) custom() (any, error) {
	class, err := r.quoted()
	if err == nil {
		err = r.expect(":")
	}
	if err != nil {
		return nil, err
	}
	n, err := r.integer(':')
	if err != nil {
		return nil, err
	}
	if n < 0 || n > int64(len(r.text)-r.at-2) || r.text[r.at] != '{' || r.text[r.at+1+int(n)] != '}' {
		return nil, r.fault("the data of class %q are not %d bytes long as they say", class, n)
	}
	r.noteClass(class)
	data := r.text[r.at+1 : r.at+1+int(n)]
	r.at += int(n) + 2
	return data, nil
}

// enum reads LENGTH:"CLASS:CASE"; and gives the case.
func (r *phpReader) enum() (any, error) {
	s, err := r.quoted()
	if err == nil {
		err = r.expect(";")
	}
	if err != nil {
		return nil, err
	}
	class, name, ok := strings.Cut(s, ":")
	if !ok {
		return nil, r.fault("an enum without a case")
	}
	r.noteClass(class)
	return name, nil
}

// reference reads R:N; or r:N; and gives the value that has this number. Only the second takes a number itself.
func (r *phpReader) reference(numbered bool) (any, int, error) {
	r.at++
	if err := r.expect(":"); err != nil {
		return nil, 0, err
	}
	n, err := r.integer(';')
	if err != nil {
		return nil, 0, err
	}
	if n < 1 || n > int64(len(r.slots)) {
		return nil, 0, r.fault("a reference to value %d, which does not exist", n)
	}
	target := r.slots[n-1]
	if target.nodes == 0 || target.nodes > r.copies {
		r.circles++
		target = phpSlot{nil, 1}
	}
	r.copies -= target.nodes
	if numbered {
		r.slots = append(r.slots, target)
	}
	return target.value, target.nodes, nil
}

// noteClass remembers the name of a class, a few of them at most.
func (r *phpReader) noteClass(name string) {
	if len(r.classes) == 8 {
		return
	}
	for _, known := range r.classes {
		if known == name {
			return
		}
	}
	r.classes = append(r.classes, name)
}
