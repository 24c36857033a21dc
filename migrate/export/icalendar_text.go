package export

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// textOfHTML is the text of a clean body: a line for each block, a blank line between paragraphs.
func textOfHTML(body string) string {
	var text strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(body))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			lines := strings.Split(text.String(), "\n")
			for i, line := range lines {
				lines[i] = strings.Join(strings.Fields(line), " ")
			}
			joined := strings.Join(lines, "\n")
			for strings.Contains(joined, "\n\n\n") {
				joined = strings.ReplaceAll(joined, "\n\n\n", "\n\n")
			}
			return strings.TrimSpace(joined)
		case html.TextToken:
			text.WriteString(strings.ReplaceAll(string(tokens.Text()), "\n", " "))
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			switch token.DataAtom {
			case atom.Br, atom.Li, atom.Tr, atom.Dt, atom.Dd:
				if token.Type != html.EndTagToken {
					text.WriteByte('\n')
				}
			case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Table, atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Section:
				text.WriteString("\n\n")
			case atom.Td, atom.Th:
				text.WriteByte(' ')
			}
		}
	}
}
