package wordpress

import (
	"fmt"
	"strconv"
	"strings"
)

// Serialize writes plain data, as Unserialize reads it, as PHP does.
func Serialize(value any) string {
	var b strings.Builder
	writePHP(&b, value)
	return b.String()
}

func writePHP(b *strings.Builder, value any) {
	switch v := value.(type) {
	case bool:
		fmt.Fprintf(b, "b:%s;", map[bool]string{true: "1", false: "0"}[v])
	case int64:
		fmt.Fprintf(b, "i:%d;", v)
	case float64:
		fmt.Fprintf(b, "d:%s;", strconv.FormatFloat(v, 'G', -1, 64))
	case string:
		fmt.Fprintf(b, "s:%d:\"%s\";", len(v), v)
	case []any:
		fmt.Fprintf(b, "a:%d:{", len(v))
		for i, element := range v {
			fmt.Fprintf(b, "i:%d;", i)
			writePHP(b, element)
		}
		b.WriteByte('}')
	case Object:
		fmt.Fprintf(b, "a:%d:{", len(v))
		for _, member := range v {
			if n, err := strconv.ParseInt(member.Name, 10, 64); err == nil && strconv.FormatInt(n, 10) == member.Name {
				fmt.Fprintf(b, "i:%d;", n)
			} else {
				writePHP(b, member.Name)
			}
			writePHP(b, member.Value)
		}
		b.WriteByte('}')
	default:
		b.WriteString("N;")
	}
}

// eachText is a value with every text in it changed.
func eachText(value any, change func(string) string) any {
	switch v := value.(type) {
	case string:
		return change(v)
	case []any:
		list := make([]any, len(v))
		for i, element := range v {
			list[i] = eachText(element, change)
		}
		return list
	case Object:
		object := make(Object, len(v))
		for i, member := range v {
			object[i] = property{member.Name, eachText(member.Value, change)}
		}
		return object
	}
	return value
}
