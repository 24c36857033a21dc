package render

import (
	"fmt"
	"strings"
)

// CheckTemplate says what is wrong with a template that a person wrote: the first mistake in it. Placeholders stand in
// the text, or in a quoted attribute, where their values are escaped as that place needs it.
func CheckTemplate(template string) error {
	c := checker{}
	return c.check(template)
}

// checker follows where in HTML a place of a template is.
type checker struct {
	inTag bool
	quote byte // the quote around the attribute's value; 0: none
}

func (c *checker) check(template string) error {
	for i := 0; i < len(template); i++ {
		switch template[i] {
		case '{', '[':
			end := matching(template[i:])
			if end < 0 {
				return fmt.Errorf("%q at its byte %d is not closed; as a letter of the text it is written &#%d;", template[i], i+1, template[i])
			}
			inside := template[i+1 : i+end]
			check := c.placeholder
			if template[i] == '[' {
				check = c.check
			}
			if err := check(inside); err != nil {
				return err
			}
			i += end
		case '}', ']':
			return fmt.Errorf("%q at its byte %d closes nothing; as a letter of the text it is written &#%d;", template[i], i+1, template[i])
		default:
			c.step(template[i])
		}
	}
	return nil
}

func (c *checker) step(letter byte) {
	switch {
	case c.quote != 0 && letter == c.quote:
		c.quote = 0
	case c.quote != 0:
	case c.inTag && (letter == '"' || letter == '\''):
		c.quote = letter
	case letter == '<' || letter == '>':
		c.inTag = letter == '<'
	}
}

func (c *checker) placeholder(inside string) error {
	target, label, link := strings.Cut(inside, " -> ")
	alternatives, filter, filtered := strings.Cut(inside, ":")
	if link {
		alternatives = target + "|" + label
	} else if filtered && filterNamed(filter) == nil {
		return fmt.Errorf("{%s} names the filter %q; there are %s", inside, filter, filterNames)
	}
	for name := range strings.SplitSeq(alternatives, "|") {
		if !strings.HasPrefix(name, "=") && strings.Trim(name, nameLetters) != "" || name == "" {
			return fmt.Errorf("{%s} holds %q, which is no name of an attribute", inside, name)
		}
	}
	switch {
	case !c.inTag, filter == "heading":
	case link || filtered && filter != "link" && filter != "number":
		return fmt.Errorf("{%s} is an element, and stands within a tag", inside)
	case c.quote == 0:
		return fmt.Errorf("{%s} stands within a tag, and not in quotes", inside)
	}
	return nil
}

const nameLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."
