package main

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)

// slugOf is WordPress's sanitize_title for French.
func slugOf(title string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(title)) {
		switch {
		case unicode.Is(unicode.Mn, r) || strings.ContainsRune("'’°", r):
		case r == 'œ':
			b.WriteString("oe")
		default:
			b.WriteRune(r)
		}
	}
	return strings.Trim(notSlug.ReplaceAllString(b.String(), "-"), "-")
}

var spaced = regexp.MustCompile(` ([:;!?»])|(«) `)

// typography sets French spaces and apostrophes as three generations of editors did: as entities, as characters, and
// as thin spaces.
func typography(text string, habit int) string {
	space := []string{"&nbsp;", "\u00a0", "\u202f"}[habit%3]
	text = spaced.ReplaceAllString(text, "${2}"+space+"${1}")
	if habit%2 == 0 {
		text = strings.ReplaceAll(text, "'", "’")
	}
	return text
}

// titleOf is a title as it was typed: without entities.
func titleOf(text string, habit int) string {
	if habit%3 == 0 {
		return strings.ReplaceAll(typography(text, habit), "&nbsp;", " ")
	}
	return typography(text, habit)
}

// prose is the text of a publication: its lead, and sentences in an order of its own, two or three a paragraph.
func prose(p publication, phrases []string, habit int) []string {
	state := hash(p.Title)
	next := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int(state>>33) % n
	}
	order := make([]int, len(phrases))
	for i := range order {
		j := next(i + 1)
		order[i], order[j] = order[j], i
	}
	paragraphs := []string{p.Lead}
	for rest := order[:min(len(order), 2+next(7))]; len(rest) > 0; {
		n := min(len(rest), 1+next(3))
		var sentences []string
		for _, i := range rest[:n] {
			sentences = append(sentences, strings.NewReplacer("{sujet}", p.Subject, "{lieu}", p.Place,
				"{n}", fmt.Sprint(12+next(80)), "{m}", fmt.Sprint(3+next(9))).Replace(phrases[i]))
		}
		paragraphs, rest = append(paragraphs, strings.Join(sentences, " ")), rest[n:]
	}
	for i, text := range paragraphs {
		paragraphs[i] = typography(text, habit)
	}
	return paragraphs
}

// classic is a body of the old editor: blank lines between paragraphs.
func classic(paragraphs ...string) string { return strings.Join(paragraphs, "\n\n") }

// blocks is a body of the block editor. What begins with "<" is a block already.
func blocks(paragraphs ...string) string {
	for i, text := range paragraphs {
		if !strings.HasPrefix(text, "<!-- wp:") {
			paragraphs[i] = "<!-- wp:paragraph -->\n<p>" + text + "</p>\n<!-- /wp:paragraph -->"
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

func heading(text string) string {
	return "<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">" + text + "</h2>\n<!-- /wp:heading -->"
}

func fileBlock(file *post, text string) string {
	return fmt.Sprintf(`<!-- wp:file {"id":%d,"href":"%s"} -->
<div class="wp-block-file"><a id="wp-block-file--media-%[1]d" href="%[2]s">%[3]s</a><a href="%[2]s" class="wp-block-file__button wp-element-button" download aria-describedby="wp-block-file--media-%[1]d">Télécharger</a></div>
<!-- /wp:file -->`, file.id, file.guid, text)
}

func button(file *post, text string) string {
	return fmt.Sprintf(`<!-- wp:button -->
<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="%s">%s</a></div>
<!-- /wp:button -->`, file.guid, text)
}
