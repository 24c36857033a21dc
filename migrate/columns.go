package migrate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words of the names that columns have in rows of files.
var (
	languageColumns = strings.Fields("lang language langue idioma sprache lingua língua taal язык языка език мова لغة اللغة 语言 語言 言語")
	titleColumns    = strings.Fields("title titre titel titulo título titolo name nom nombre label libelle libellé intitule intitulé caption bezeichnung название заголовок")
	fileColumns     = strings.Fields("file fichier archivo arquivo ficheiro datei bestand pdf document documento dokument download attachment media файл")
)

// behindWords are what a word of a column's name may go on with: documents, file_id, fileURL, pdflink.
var behindWords = strings.Fields("s es e n en id ids url uri link name path")

// speaksOf reports whether a word of a column's name is one of these: "file" of file_id and pdfFile, but not of profile_id.
func speaksOf(column string, words []string) bool {
	parts := columnWords(column)
	return slices.ContainsFunc(words, func(word string) bool {
		if first, _ := utf8.DecodeRuneInString(word); unicode.Is(unicode.Han, first) { // no spaces stand between words
			return strings.Contains(column, word)
		}
		return slices.ContainsFunc(parts, func(part string) bool {
			rest, begins := strings.CutPrefix(part, word)
			return begins && (rest == "" || slices.Contains(behindWords, rest)) || isCompound(part, word)
		})
	})
}

// isCompound reports whether a word of German ends in another: pdfdatei, zielsprache, untertitel.
func isCompound(part, word string) bool {
	return slices.Contains([]string{"datei", "dokument", "sprache", "titel", "bezeichnung"}, word) && strings.HasSuffix(part, word)
}

// columnWords are the words of a column's name in small letters: of pdf_datei, pdf-datei and pdfDatei.
func columnWords(column string) []string {
	var b strings.Builder
	before := ' '
	for _, r := range column {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
		before = r
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}
