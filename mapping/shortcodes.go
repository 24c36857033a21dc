package mapping

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// ShortcodePolicy says what becomes of a shortcode.
type ShortcodePolicy string

// The policies. Any other is an HTML template that takes the shortcode's place.
const (
	UnwrapShortcode ShortcodePolicy = "unwrap" // its tags go, its content stays
	DropShortcode   ShortcodePolicy = "drop"   // tags and content go, with a loss
	KeepShortcode   ShortcodePolicy = "keep"   // it stays as it is written, brackets and all
)

// shortcodeRule is a line of the mapping's shortcodes.
type shortcodeRule struct {
	name   string // may hold "*", which stands for any letters
	policy ShortcodePolicy
}

// Shortcode returns what the mapping says of a shortcode: under its name, else under the first pattern that fits it.
// Exact reports whether it was the name. The policy is empty where the mapping says nothing.
func (m *Mapping) Shortcode(name string) (policy ShortcodePolicy, exact bool) {
	for _, rule := range m.shortcodes {
		switch {
		case rule.name == name:
			return rule.policy, true
		case policy == "" && matches(rule.name, name):
			policy = rule.policy
		}
	}
	return policy, false
}

// matches reports whether a name is what a pattern stands for.
func matches(pattern, name string) bool {
	parts := strings.Split(pattern, "*")
	first, last := parts[0], parts[len(parts)-1]
	if len(parts) == 1 || len(name) < len(first)+len(last) || !strings.HasPrefix(name, first) || !strings.HasSuffix(name, last) {
		return pattern == name
	}
	name = name[len(first) : len(name)-len(last)]
	for _, part := range parts[1 : len(parts)-1] {
		i := strings.Index(name, part)
		if i < 0 {
			return false
		}
		name = name[i+len(part):]
	}
	return true
}

// shortcodes reads what becomes of shortcodes.
func (p *parser) shortcodes(n *yaml.Node) []shortcodeRule {
	var rules []shortcodeRule
	p.each(n, "names of shortcodes and what becomes of them, such as button: unwrap", func(name, value *yaml.Node) {
		const nameForm = "a name as it stands behind the bracket, such as button or vc_*"
		if strings.Trim(name.Value, " *") == "" && name.Value != "*" || strings.ContainsAny(name.Value, "[]<>&/='\" \t\r\n") {
			p.fail(name, fmt.Sprintf("%q is no name of a shortcode", shortened(name.Value)), nameForm, "")
		}
		rules = append(rules, shortcodeRule{name.Value, p.shortcodePolicy(value)})
	})
	return rules
}

func (p *parser) shortcodePolicy(n *yaml.Node) ShortcodePolicy {
	words := []string{string(UnwrapShortcode), string(DropShortcode), string(KeepShortcode)}
	const form = ", or an HTML template with {content} or {ATTRIBUTE} in it"
	text, ok := p.text(n, oneOf(words)+form)
	if !ok {
		return UnwrapShortcode
	}
	if !strings.ContainsAny(text, "<{") {
		for _, word := range words {
			if text == word {
				return ShortcodePolicy(text)
			}
		}
		near, ok := Nearest(text, words)
		if ok {
			near = fmt.Sprintf("%q", near)
		}
		p.fail(n, fmt.Sprintf("unknown policy %q", shortened(text)), oneOf(words)+form, near)
		return UnwrapShortcode
	}
	if p.vocabulary.Template != nil {
		if err := p.vocabulary.Template(text); err != nil {
			p.fail(n, fmt.Sprintf("%q is no template: %v", shortened(text), err), `HTML such as <a href="{url}">{content}</a>`, "")
		}
	}
	return ShortcodePolicy(text)
}
