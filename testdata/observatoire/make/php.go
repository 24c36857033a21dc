package main

import (
	"fmt"
	"strings"
)

// object is a PHP array with keys, in their order; a []any is one without.
type object []property

type property struct {
	key   string
	value any
}

// php writes a value as PHP's serialize does.
func php(value any) string {
	switch v := value.(type) {
	case nil:
		return "N;"
	case bool:
		if v {
			return "b:1;"
		}
		return "b:0;"
	case int:
		return fmt.Sprintf("i:%d;", v)
	case string:
		return fmt.Sprintf("s:%d:\"%s\";", len(v), v)
	case []any:
		var b strings.Builder
		for i, item := range v {
			fmt.Fprintf(&b, "i:%d;%s", i, php(item))
		}
		return fmt.Sprintf("a:%d:{%s}", len(v), &b)
	case object:
		var b strings.Builder
		for _, p := range v {
			b.WriteString(php(p.key) + php(p.value))
		}
		return fmt.Sprintf("a:%d:{%s}", len(v), &b)
	}
	panic(fmt.Sprintf("php: no form for %T", value))
}

// texts is a list of texts as PHP sees it.
func texts(list ...string) []any {
	values := make([]any, len(list))
	for i, text := range list {
		values[i] = text
	}
	return values
}
