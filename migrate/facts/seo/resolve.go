package seo

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// syntax is how a plugin writes variables.
type syntax struct {
	pattern   *pattern.Pattern    // of a variable: its name is the first group, what stands in its brackets the second
	names     map[string]variable // what they stand for
	families  []family            // variables whose names go on with one of the site's own
	literal   bool                // what is no variable's name is text, as #hashtag is
	separator func(*page) string
	excerpt   func(text string) string // the text of a page cut short
}

// family are the variables that begin so: cf_ and the name of a field.
type family struct {
	begins   string
	variable func(p *page, name string) (string, origin)
}

// variable gives what a variable stands for. The argument is what stands in brackets behind its name.
type variable func(p *page, argument string) (string, origin)

// origin is where the value of a variable comes from.
type origin int

const (
	stored    origin = iota // somebody wrote it
	beginning               // it is how the page begins, cut short
	between                 // it only stands between others
	moment                  // it depends on the day on which the page is shown
	foreign                 // nobody here knows it
)

// resolve fills in the variables of a text. Invented is true where all that it says is how the page begins.
func (p *page) resolve(template, field string) (result string, invented bool) {
	template = wordpress.PlainText(template)
	s := &p.plugin.syntax
	var out strings.Builder
	written, cut := false, false
	at := 0
	for _, m := range s.pattern.FindAllStringSubmatchIndex(template, -1) {
		name, argument := template[m[2]:m[3]], ""
		if len(m) > 4 && m[4] >= 0 {
			argument = template[m[4]:m[5]]
		}
		value, from := s.value(p, name, argument)
		if from == foreign && s.literal {
			continue
		}
		written = written || wordy(template[at:m[0]]) || from == stored && wordy(value)
		cut = cut || from == beginning
		p.tell(template[m[0]:m[1]], field, from)
		out.WriteString(template[at:m[0]])
		out.WriteString(value)
		at = m[1]
	}
	out.WriteString(template[at:])
	written = written || wordy(template[at:])
	return strings.Join(strings.Fields(s.single(p, out.String())), " "), cut && !written
}

// tell notes a variable that is left out.
func (p *page) tell(variable, field string, from origin) {
	switch from {
	case moment:
		p.view.Log.Find(finding.Finding{Code: finding.VariableOpen, Field: field, Value: variable, Detail: "it is the day's date wherever the page is shown; left out"})
	case foreign:
		p.view.Log.Find(finding.Finding{Code: finding.VariableOpen, Field: field, Value: variable, Detail: fmt.Sprintf("%s has no such variable of its own; left out", p.plugin.name)})
	}
}

// value is what a variable stands for.
func (s *syntax) value(p *page, name, argument string) (string, origin) {
	if v, ok := s.names[strings.ToLower(name)]; ok {
		return v(p, argument)
	}
	for _, f := range s.families {
		if rest, ok := strings.CutPrefix(name, f.begins); ok && rest != "" {
			return f.variable(p, rest)
		}
	}
	return "", foreign
}

// single makes one of separators between which nothing stands, where a variable had no value.
func (s *syntax) single(p *page, text string) string {
	separator := strings.TrimSpace(s.separator(p))
	if separator == "" || strings.Count(text, separator) < 2 {
		return text
	}
	quoted := regexp.QuoteMeta(separator)
	return regexp.MustCompile(quoted+`(?:\s*`+quoted+`)+`).ReplaceAllLiteralString(text, separator)
}

// wordy reports whether a text says anything: more than spaces and signs.
func wordy(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
