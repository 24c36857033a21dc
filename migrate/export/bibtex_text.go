package export

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tex are the characters that mean something in TeX, as they are written for themselves.
var tex = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`,
	`&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`, `_`, `\_`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
	"\u00a0", "~", "``", "`{}`", "''", "'{}'", "--", "-{}-", "`", "\\textasciigrave{}",
)

// unpaired writes the braces of a text in which they come in no pairs. BibTeX counts them, behind a backslash, too.
var unpaired = strings.NewReplacer(`\{`, `\textbraceleft{}`, `\}`, `\textbraceright{}`)

// escape writes a text for TeX.
func escape(s string) string { return escapePart(s, paired(s)) }

// escapePart writes a part of a text for TeX, in which braces come in pairs or not.
func escapePart(s string, paired bool) string {
	text := strings.ReplaceAll(tex.Replace(s), "-{}--", "-{}-{}-")
	if !paired {
		text = unpaired.Replace(text)
	}
	return text
}

// paired reports whether the braces of a text come in pairs.
func paired(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

func braced(s string) string {
	if s == "" {
		return ""
	}
	return "{" + s + "}"
}

func bibtexBraced(s string) string { return braced(escape(s)) }

// verbatim is an address or identifier, which stands as it is but for what would end it early.
func verbatim(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(`{}\ `, r) {
			fmt.Fprintf(&b, "%%%02X", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// bibtexTitle protects every word with a capital letter: styles make the letters of titles small, but for the first.
func bibtexTitle(title string) string {
	if title == "" {
		return ""
	}
	inPairs := paired(title)
	text := func(s string) string { return escapePart(s, inPairs) }
	words := strings.Split(title, " ")
	for i, word := range words {
		rest := word
		if i == 0 {
			_, size := utf8.DecodeRuneInString(word)
			rest = word[size:]
		}
		if strings.IndexFunc(rest, isCapital) < 0 {
			words[i] = text(word)
			continue
		}
		from := strings.IndexFunc(word, isWord)
		to := strings.LastIndexFunc(word, isWord)
		_, size := utf8.DecodeRuneInString(word[to:])
		words[i] = text(word[:from]) + "{" + text(word[from:to+size]) + "}" + text(word[to+size:])
	}
	return "{" + strings.Join(words, " ") + "}"
}

func isCapital(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// bibtexNames joins names with "and", which in a name stands in braces.
func bibtexNames(names []name) string {
	var all []string
	for _, n := range names {
		if n.whole != "" {
			all = append(all, "{"+escape(n.whole)+"}")
			continue
		}
		text := namePiece(n.family)
		if n.particle != "" {
			text = escape(n.particle) + " " + text
		}
		if n.suffix != "" {
			text += ", " + namePiece(n.suffix)
		}
		if n.given != "" {
			text += ", " + namePiece(n.given)
		} else if n.suffix == "" && strings.Contains(n.family, " ") {
			text = "{" + text + "}"
		}
		all = append(all, text)
	}
	return braced(strings.Join(all, " and "))
}

// namePiece is a piece of a name; one that would be taken apart stands in braces.
func namePiece(s string) string {
	words := strings.Split(s, " ")
	apart := strings.Contains(s, ",")
	for i, word := range words {
		apart = apart || strings.EqualFold(word, "and") || i < len(words)-1 && isSmall(word)
	}
	if apart {
		return "{" + escape(s) + "}"
	}
	return escape(s)
}

// bibtexPublishers joins publishers with "and", as biblatex lists them; one whose name holds that stands in braces.
func bibtexPublishers(names []string) string {
	var all []string
	for _, n := range names {
		n = line(n)
		if n == "" {
			continue
		}
		text := escape(n)
		if strings.Contains(" "+strings.ToLower(n)+" ", " and ") {
			text = "{" + text + "}"
		}
		all = append(all, text)
	}
	return braced(strings.Join(all, " and "))
}

// bibtexKeywords joins subjects with commas; one that holds a comma stands in braces.
func bibtexKeywords(subjects []string) string {
	var all []string
	for _, s := range subjects {
		text := escape(s)
		if strings.Contains(s, ",") {
			text = "{" + text + "}"
		}
		all = append(all, text)
	}
	return braced(strings.Join(all, ", "))
}
