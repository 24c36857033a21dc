package mapping

import (
	"fmt"
	"slices"
	"strings"
)

// step is one thing that happens to a value on its way to a target. It is given no empty value. An error beside a value
// is about a part of it that came to nothing.
type step interface {
	apply(Item, Value) (Value, error)
}

// invocation is a function with its arguments.
type invocation struct {
	function Function
	call     Call
}

// apply gives a list to a function that takes one, and to others each element of it: what they give is one list
// then, without what came to nothing. The error is the first of an element.
func (c invocation) apply(item Item, v Value) (Value, error) {
	list, isList := v.([]Value)
	switch {
	case c.function.In == TypeAny:
		return c.call(item, v)
	case c.function.In.list():
		return c.call(item, elements(v))
	case !isList:
		return c.one(item, v)
	}
	var given []Value
	var wrong error
	for _, element := range elements(list) {
		result, err := c.one(item, element)
		if wrong == nil {
			wrong = err
		}
		if err == nil {
			given = append(given, elements(result)...)
		}
	}
	return given, wrong
}

// one calls a function that takes no list.
func (c invocation) one(item Item, v Value) (Value, error) {
	_, isPiece := v.(Piece)
	switch in := c.function.In; {
	case in == TypeNode && !isPiece:
		return nil, fmt.Errorf("%s takes %s, not %s", c.function.Name, in.called(), described(v))
	case in == TypeText, in == TypeDate, in == TypeMarkup && !isPiece:
		words, ok := Words(v)
		if !ok {
			return nil, fmt.Errorf("%s takes a text, not %s", c.function.Name, described(v))
		}
		v = words
	}
	return c.call(item, v)
}

// described says what a value is, without giving it away.
func described(v Value) string {
	switch v.(type) {
	case []Value:
		return TypeList.called()
	case Piece:
		return TypeNode.called()
	case Node:
		return "a value without a text"
	}
	return typeOf(v).called()
}

// table replaces values by others: `map:`.
type table struct {
	entries map[string]Value // by folded text
	rest    Value            // for all others, where hasRest
	hasRest bool
}

func (t table) apply(_ Item, v Value) (Value, error) {
	list, isList := v.([]Value)
	if !isList {
		return t.replace(v), nil
	}
	var replaced []Value
	for _, element := range elements(list) {
		replaced = append(replaced, elements(t.replace(element))...)
	}
	return replaced, nil
}

// replace looks for a value by any of its texts: a choice by its value and by its label.
func (t table) replace(v Value) Value {
	for _, text := range textsOf(v) {
		if other, ok := t.entries[fold(text)]; ok {
			return other
		}
	}
	if t.hasRest {
		return t.rest
	}
	return v
}

// filter lets only what is in a list pass, `only:`, or only what is not, `except:`.
type filter struct {
	contains func(text string) bool
	not      bool
}

func (f filter) apply(_ Item, v Value) (Value, error) {
	list, isList := v.([]Value)
	if !isList {
		list = []Value{v}
	}
	var kept []Value
	for _, element := range elements(list) {
		if slices.ContainsFunc(textsOf(element), f.contains) != f.not {
			kept = append(kept, element)
		}
	}
	if !isList && len(kept) == 1 {
		return kept[0], nil
	}
	if len(kept) == 0 {
		return nil, nil
	}
	return kept, nil
}

// textsOf lists the texts by which a value can be told: its own, or those of an object's members.
func textsOf(v Value) []string {
	object, isObject := v.(Object)
	if !isObject {
		if text, ok := Words(v); ok {
			return []string{text}
		}
		return nil
	}
	var texts []string
	for _, member := range object {
		if _, nested := member.Value.(Object); nested {
			continue
		}
		if text, ok := Words(member.Value); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// fold writes texts alike that differ in case and in the white space around them only.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
