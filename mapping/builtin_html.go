package mapping

import (
	"html"
	"strings"
	"unicode"
)

// blocks are the elements that stand on lines of their own.
var blocks = map[string]bool{
	"address": true, "article": true, "aside": true, "blockquote": true, "br": true, "dd": true, "div": true, "dl": true,
	"dt": true, "figcaption": true, "figure": true, "footer": true, "h1": true, "h2": true, "h3": true, "h4": true,
	"h5": true, "h6": true, "header": true, "hr": true, "li": true, "main": true, "nav": true, "ol": true, "p": true,
	"pre": true, "section": true, "table": true, "td": true, "th": true, "tr": true, "ul": true,
}

// silent are the elements whose content is no text for readers.
var silent = map[string]bool{"script": true, "style": true, "template": true, "noscript": true, "iframe": true, "head": true}

// text is HTML as plain text. A piece of a page knows its own.
func text(_ Item, v Value, _ []Value) (Value, error) {
	if piece, ok := v.(Piece); ok {
		return piece.Text(), nil
	}
	return plainText(v.(string)), nil
}

// plainText reads a piece of HTML as text: it passes over tags and comments in one go, decodes entities, and puts
// what stands in different blocks on different lines. It is for the short HTML of fields; a page has body.text.
func plainText(markup string) string {
	var b strings.Builder
	for markup != "" {
		before, rest, found := strings.Cut(markup, "<")
		b.WriteString(html.UnescapeString(before))
		if !found {
			break
		}
		markup = rest
		switch {
		case strings.HasPrefix(markup, "!--"):
			_, markup, _ = strings.Cut(markup[3:], "-->")
		case markup == "" || !(unicode.IsLetter(rune(markup[0])) || strings.ContainsRune("/!?", rune(markup[0]))):
			b.WriteByte('<') // no tag: a < of the text
		default:
			name, closing := "", strings.HasPrefix(markup, "/")
			name, markup = tag(strings.TrimPrefix(markup, "/"))
			if blocks[name] {
				b.WriteByte('\n')
			}
			if silent[name] && !closing {
				markup = afterElement(markup, name)
			}
		}
	}
	return lines(b.String())
}

// tag reads a tag up to its end, which no > inside quotes is, and returns its name and what follows.
func tag(markup string) (name, rest string) {
	quote := byte(0)
	for i := 0; i < len(markup); i++ {
		switch c := markup[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && i > 0 && markup[i-1] == '=':
			quote = c
		case c == '>':
			end := strings.IndexAny(markup[:i], " \t\r\n/")
			if end < 0 {
				end = i
			}
			return strings.ToLower(markup[:end]), markup[i+1:]
		}
	}
	return "", ""
}

// afterElement skips to the end tag of an element.
func afterElement(markup, name string) string {
	for {
		i := strings.Index(markup, "</")
		if i < 0 {
			return ""
		}
		markup = markup[i+2:]
		if len(markup) < len(name) || !strings.EqualFold(markup[:len(name)], name) {
			continue
		}
		if found, rest := tag(markup); found == name || found == "" {
			return rest
		}
	}
}

// lines makes one space of white space in lines, and drops empty lines.
func lines(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
