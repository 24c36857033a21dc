package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/facts/series"
)

// clauses takes out of the text what stands behind the title and is neither publisher nor date: the series, an identifier,
// what kind of work it is.
func (f *frame) clauses() {
	titled := max(f.known, quotedLength(f.text)) // where the title ends for certain; 0: it is not known
	for _, s := range backwards(separators(f.text)) {
		if s.start < f.known {
			return
		}
		rest := f.text[s.end:]
		named, length := seriesAt(rest)
		if length == 0 {
			length = identifierAt(rest)
		}
		if part := strings.TrimSpace(f.text[titled:s.end]); length == 0 && titled > 0 {
			if named, length = numberedAt(rest); length == 0 && strings.Trim(part, ",.:;-–—") == "" {
				length = kindAt(rest)
			}
		}
		if length == 0 {
			continue
		}
		if named.Title != "" {
			f.series = named
		}
		f.cut(s.start, s.end+length)
	}
}

// backwards are separators from the last on, so that what is cut does not move those to come.
func backwards(seps []separator) []separator {
	turned := make([]separator, 0, len(seps))
	for i := len(seps) - 1; i >= 0; i-- {
		turned = append(turned, seps[i])
	}
	return turned
}

// cut takes a part out of the text.
func (f *frame) cut(from, to int) {
	f.text = f.text[:from] + f.text[to:]
	var edges []int
	for _, e := range f.edges {
		if e > from {
			e = max(from, e-(to-from))
		}
		edges = append(edges, e)
	}
	f.edges = edges
}

// quotedLength is the length of the quotes that a text begins with.
func quotedLength(text string) int {
	if r, _ := utf8.DecodeRuneInString(text); quotes[r] {
		return skipEnclosed(text, 0)
	}
	return 0
}

// quotes open a title.
var quotes = map[rune]bool{'“': true, '«': true, '„': true, '"': true, '「': true, '《': true}

// seriesWords stand before the name of a series; bySeries those of them that nothing else begins with.
var (
	seriesWords = words(`collection series série serie colección coleção collana reihe schriftenreihe reeks серия`)
	bySeries    = words(`coll coll. collection colección coleção collana schriftenreihe серия`)
)

// seriesAt reads the series that a text begins with: "collection « Guides », n° 4", "coll. Repères". Where its name is not in
// quotes, it has a capital letter and ends at the next mark.
func seriesAt(text string) (series.Series, int) {
	word, rest, more := strings.Cut(text, " ")
	word = strings.ToLower(strings.TrimSuffix(word, ":"))
	if !more || !seriesWords[word] && !bySeries[word] {
		return series.Series{}, 0
	}
	rest = strings.TrimLeft(rest, ": ")
	title := ""
	if length := quotedLength(rest); length > 0 {
		title, rest = tidyTitle(rest[:length]), rest[length:]
	} else if first, _ := utf8.DecodeRuneInString(rest); bySeries[word] && unicode.IsUpper(first) {
		end := len(rest)
		if seps := separators(rest + " "); len(seps) > 0 {
			end = seps[0].start
		}
		title, rest = strings.TrimSpace(rest[:end]), rest[end:]
	}
	if title == "" {
		return series.Series{}, 0
	}
	read := series.Read(title)
	number, length := numberAt(rest)
	if number != "" {
		read = series.Series{Title: title, Number: number}
	}
	return read, len(text) - len(rest) + length
}

// numberedAt reads a series that is known by its last word: "Coastal Studies Series", "Working Paper No. 12".
func numberedAt(text string) (series.Series, int) {
	end := len(text)
	if seps := separators(text + " "); len(seps) > 0 {
		end = seps[0].start
	}
	read := series.Read(text[:end])
	fields := strings.Fields(strings.ToLower(read.Title))
	if len(fields) < 2 || len(fields) > 8 {
		return series.Series{}, 0
	}
	last := fields[len(fields)-1]
	number, length := numberAt(text[end:])
	if read.Number == "" {
		read.Number = number
	} else {
		length = 0
	}
	if last != "series" && (read.Number == "" || !works[last] && !fileNouns[last]) {
		return series.Series{}, 0
	}
	return read, end + length
}

// numberAt reads the number that a text begins with, behind a comma: ", n° 4", " no. 12".
func numberAt(text string) (number string, length int) {
	at := strings.IndexAny(text, "0123456789")
	if at < 0 || !numberWords[strings.ToLower(strings.Trim(text[:at], " ,.:"))] {
		return "", 0
	}
	length = at + digitsAt(text[at:])
	if length-at > 4 {
		return "", 0
	}
	return text[at:length], length
}

// digitsAt is how many digits a text begins with.
func digitsAt(text string) int { return len(text) - len(strings.TrimLeft(text, "0123456789")) }

// identifierAt is the length of the identifier that a text begins with: "ISBN : 978-2-7380-0000-0", "DOI: 10.1234/x".
func identifierAt(text string) int {
	end := strings.IndexAny(text, " :")
	if end < 0 {
		return 0
	}
	label := strings.TrimRight(strings.ToLower(text[:end]), "-013") // ISBN-13
	if !identifierWords[label] {
		return 0
	}
	value := strings.TrimLeft(text[end:], " :")
	belongs := func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("-‐‑– xX", r) }
	if label == "doi" {
		belongs = func(r rune) bool { return !unicode.IsSpace(r) }
	}
	length := strings.IndexFunc(value, func(r rune) bool { return !belongs(r) })
	if length < 0 {
		length = len(value)
	}
	if length = len(strings.TrimRight(value[:length], " .,;-–")); !strings.ContainsAny(value[:length], "0123456789") {
		return 0
	}
	return len(text) - len(value) + length
}

var identifierWords = words(`isbn e-isbn eisbn issn e-issn eissn doi`)

// kindAt is the length of the words for a kind of work that a text begins with, up to the next mark: "note de position". Names
// begin with a capital letter.
func kindAt(text string) int {
	seps := separators(text)
	if len(seps) == 0 {
		return 0
	}
	fields := strings.Fields(text[:seps[0].start]) // small letters are those of the lists
	if len(fields) == 0 || len(fields) > 6 || !works[fields[0]] && !fileNouns[fields[0]] {
		return 0
	}
	return seps[0].start
}
