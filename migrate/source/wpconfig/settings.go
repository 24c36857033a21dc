package wpconfig

import "fmt"

// setting is one place where a file says what a constant or variable is.
type setting struct {
	line    int
	value   string
	literal bool   // false: only PHP could work the value out
	by      string // then the first word that says so
}

// settings are all such places by the name of the constant, or of the variable with its "$".
type settings map[string][]setting

// value returns what a name stands for. The error begins with the line.
func (s settings) value(name string) (string, error) {
	all := s[name]
	if len(all) == 0 {
		return "", fmt.Errorf(": there is no %s; is this a wp-config.php?", name)
	}
	first := all[0]
	for _, other := range all {
		if !other.literal {
			return "", fmt.Errorf(":%d: %s is worked out by PHP (%s), which is not run here", other.line, name, other.by)
		}
		if other.value != first.value {
			return "", fmt.Errorf(":%d: %s has another value than in line %d; which one holds, only PHP could tell", other.line, name, first.line)
		}
	}
	return first.value, nil
}

// parse finds define( 'NAME', value ) and $table_prefix = value in a file.
func parse(text string) settings {
	found := settings{}
	tokens := tokenize(text)
	for i := range tokens {
		rest := tokens[i:]
		switch {
		case rest[0].is(word, "define") && len(rest) > 4 && rest[1].is(mark, "(") && rest[2].kind == literal && rest[3].is(mark, ","):
			found.add(rest[2].text, rest[0].line, rest[4:])
		case rest[0].is(variable, "$table_prefix") && len(rest) > 2 && rest[1].is(mark, "="):
			found.add("$table_prefix", rest[0].line, rest[2:])
		}
	}
	return found
}

// add reads the value that begins with these tokens: literals joined by dots.
func (s settings) add(name string, line int, value []token) {
	set := setting{line: line, literal: true}
	for i, t := range value {
		if i%2 == 0 {
			if t.kind != literal {
				set.literal, set.by = false, t.text
				break
			}
			set.value += t.text
			continue
		}
		if t.is(mark, ".") {
			continue
		}
		if !t.is(mark, ")") && !t.is(mark, ",") && !t.is(mark, ";") {
			set.literal, set.by = false, t.text
		}
		break
	}
	s[name] = append(s[name], set)
}
