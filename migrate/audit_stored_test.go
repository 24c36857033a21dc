package migrate

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"wp2pub/migrate/wordpress"
)

// words counts words, folded to lower case.
type words map[string]int

func (w words) add(others words) {
	for word, n := range others {
		w[word] += n
	}
}

// read adds the words of a text. Addresses are no words.
func (w words) read(text string) {
	text = product.ReplaceAllString(address.ReplaceAllString(text, " "), "$1 $2")
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }) {
		w[word]++
	}
}

var (
	address = regexp.MustCompile(`(?i)\b(?:https?|ftp|mailto|data|javascript):\S+`)
	product = regexp.MustCompile(`(\d)x(\d)`) // WordPress shows 3x4 as 3×4
)

// stored are the words that a post stores: those of its text, each as often as it stands there, and those of attributes
// that are shown as text, which may be stored more than once for one showing.
type stored struct{ text, attributes words }

func storedWords(p *wordpress.Post) stored {
	s := stored{words{}, words{}}
	s.content(p.Content, builtElsewhere(p))
	for _, m := range p.Meta {
		if m.Key == builderMeta {
			s.builder(m.Value)
		}
	}
	return s
}

const builderMeta = "_elementor_data"

// builder reads the texts of a page that a builder keeps; all words where it is broken.
func (s stored) builder(data string) {
	var elements any
	if json.Unmarshal([]byte(data), &elements) != nil {
		s.attributes.read(data)
		return
	}
	s.values(elements)
}

// builtElsewhere reports whether the page of a post is kept in its meta, so that its content is a copy that no page shows.
func builtElsewhere(p *wordpress.Post) bool {
	return slices.ContainsFunc(p.Meta, func(m wordpress.Meta) bool { return m.Key == builderMeta && json.Valid([]byte(m.Value)) })
}

func (s stored) content(content string, isCopy bool) {
	content = block.ReplaceAllStringFunc(content, func(comment string) string {
		s.json(comment)
		return ""
	})
	content = broken.ReplaceAllString(content, " ")
	content = shortcode.ReplaceAllStringFunc(content, func(tag string) string {
		parts := shortcode.FindStringSubmatch(tag)
		name, attributes := parts[2], parts[3]
		if !slices.Contains(coreShortcodes, name) && !strings.ContainsAny(name, "_-") && !strings.Contains(attributes, "=") && !strings.Contains(content, "[/"+name+"]") {
			return tag
		}
		for _, a := range attribute.FindAllStringSubmatch(attributes, -1) {
			if prose(a[2] + a[3]) {
				s.attributes.read(a[2] + a[3])
			}
		}
		return " "
	})
	if !isCopy {
		s.text.add(wordsOfMarkup(content))
	}
}

var (
	block          = regexp.MustCompile(`(?s)<!--\s+/?wp:.*?-->`)
	shortcode      = regexp.MustCompile(`\[(/?)([A-Za-z][\w-]*)((?:[^\[\]"']|"[^"]*"|'[^']*')*)\]`)
	attribute      = regexp.MustCompile(`([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	broken         = regexp.MustCompile(`\[[a-z]+ [^\[\]"]*="[^\[\]"]*\]`) // a quote that does not end
	coreShortcodes = []string{"caption", "wp_caption", "gallery", "audio", "video", "playlist", "embed"}
)

// json reads the texts in the attributes of a block.
func (s stored) json(comment string) {
	from, to := strings.IndexByte(comment, '{'), strings.LastIndexByte(comment, '}')
	var attributes any
	if from < 0 || to < from || json.Unmarshal([]byte(comment[from:to+1]), &attributes) != nil {
		return
	}
	s.values(attributes)
}

func (s stored) values(value any) {
	switch v := value.(type) {
	case string:
		if text := wordsOfMarkup(v); prose(v) || strings.Contains(v, "<p>") {
			s.attributes.add(text)
		}
	case []any:
		for _, element := range v {
			s.values(element)
		}
	case map[string]any:
		for name, member := range v {
			if !slices.Contains(notShown, name) {
				s.values(member)
			}
		}
	}
}

// notShown are attributes of blocks that hold words and are no text: for machines, and for editors.
var notShown = []string{"className", "style", "metadata", "layout", "placeholder", "contentPosition", "lock", "fontFamily"}

// prose reports whether a value is text that people read, and not a name, a number, a style or an address.
func prose(value string) bool {
	if strings.ContainsAny(value, "{}|;#=_/\\") || strings.Contains(value, "://") {
		return false
	}
	plain := 0
	for _, field := range strings.Fields(value) {
		if strings.IndexFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsPunct(r) }) < 0 && !strings.Contains(field, "-") {
			plain++
		}
	}
	return plain >= 2
}

// wordsOfMarkup counts the words of all texts in a piece of HTML, whatever element holds them, and of the attributes
// that a page shows as text. An element within a line does not end a word.
func wordsOfMarkup(markup string) words {
	var text strings.Builder
	root, err := html.ParseWithOptions(strings.NewReader(markup), html.ParseOptionEnableScripting(false))
	if err != nil {
		return words{}
	}
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			text.WriteString(n.Data)
		case n.Type == html.ElementNode && !slices.Contains(withinLines, n.Data):
			text.WriteByte(' ')
		}
		for _, a := range n.Attr {
			if slices.Contains([]string{"alt", "title", "label", "placeholder"}, a.Key) {
				text.WriteString(" " + a.Val + " ")
			}
		}
		if n.NextSibling == nil && n.Parent != nil && n.FirstChild == nil {
			for up := n; up.NextSibling == nil && up.Parent != nil; up = up.Parent {
				if !slices.Contains(withinLines, up.Parent.Data) {
					text.WriteByte(' ')
				}
			}
		}
	}
	found := words{}
	found.read(text.String())
	return found
}

var withinLines = []string{"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "o:p", "q", "s", "samp", "small", "span", "st1:place",
	"strike", "strong", "sub", "sup", "time", "tt", "u", "var"}

func TestStoredWords(t *testing.T) {
	s := storedWords(&wordpress.Post{Content: `<p>Al<b>pha</b> <img alt="beta"> [sic] https://example.org/x</p>[x_box title="Gamma delta"]epsilon[/x_box]<!-- wp:a/b {"t":"Zeta eta"} /--><script>theta</script>`})
	for _, word := range []string{"alpha", "beta", "sic", "epsilon", "theta"} {
		if s.text[word] != 1 {
			t.Errorf("the word %s is read %d times in %v", word, s.text[word], s.text)
		}
	}
	for _, word := range []string{"gamma", "delta", "zeta", "eta"} {
		if s.attributes[word] != 1 {
			t.Errorf("the word %s of an attribute is not read: %v", word, s.attributes)
		}
	}
	if len(s.text) != 5 || len(s.attributes) != 4 {
		t.Errorf("more is read than is there: %v", s)
	}
}
