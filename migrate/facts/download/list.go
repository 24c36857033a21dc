package download

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"wp2pub/migrate/facts"
	"wp2pub/migrate/facts/citation"
	"wp2pub/migrate/wordpress"
)

// Publication is what is known of a publication when its files are put in order.
type Publication struct{ Title, Language string }

// Key is the same for addresses that lead to one file: scheme, "www.", the form of escapes and letters and what counts
// versions or visitors make no difference.
func Key(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return address
	}
	query := u.Query()
	for parameter := range query {
		if passing[parameter] || strings.HasPrefix(parameter, "utm_") {
			query.Del(parameter)
		}
	}
	fragment := ""
	if facts.MediaOf(path.Ext(u.Path)) == "" {
		fragment = u.EscapedFragment()
	}
	return wordpress.HostKey(u.Host) + norm.NFC.String(u.Path) + "?" + query.Encode() + "#" + fragment
}

// passing are parameters that say nothing of which file is meant.
var passing = map[string]bool{"ver": true, "v": true, "version": true, "x": true, "time": true, "ts": true, "t": true, "_": true, "dl": true, "download": true, "usp": true, "rev": true}

// Arrange gives files the languages that their names state, and puts the main one first. The order in which the mapping
// names them stands, but for two things: among files that pages link to, the one whose link says the title comes before
// the one in the publication's language, and that before the others; and what only accompanies a publication, such as an
// annex, is never first where something else is in the same language.
func Arrange(files []File, p Publication) {
	byName(files, p.Language)
	if len(files) < 2 {
		return
	}
	main := 0
	if files[0].Said != "" {
		main = best(files, p)
	}
	if accompanies(files[main], p) {
		foreign := isForeign(files[main], p)
		if other := slices.IndexFunc(files, func(f File) bool { return !accompanies(f, p) && (foreign || !isForeign(f, p)) }); other >= 0 {
			main = other
		}
	}
	first := files[main]
	copy(files[1:main+1], files[:main])
	files[0] = first
}

// isForeign reports whether a file is in another language than its publication.
func isForeign(f File, p Publication) bool {
	return f.Language != "" && p.Language != "" && base(f.Language) != base(p.Language)
}

// best is the place of the file that is most likely the publication itself, among those at the beginning that a page links to.
func best(files []File, p Publication) int {
	main, most := 0, -1
	for i, f := range files {
		if f.Said == "" {
			break
		}
		score := 0
		said := citation.Remarks(f.Said).Title
		if title := fold(p.Title); title != "" && (fold(said) == title || fold(f.Title) == title) {
			score += 4
		}
		if f.Language != "" && base(f.Language) == base(p.Language) {
			score += 2
		} else if f.Language == "" {
			score++
		}
		if accompanies(f, p) {
			score -= 8
		}
		if i == 0 || score > most {
			main, most = i, score
		}
	}
	return main
}

// accompanies reports whether a file is no publication by itself, by how it is called: an annex, a cover letter, a press
// release. The words count only where the publication is not called so itself.
func accompanies(f File, p Publication) bool {
	title := words(p.Title)
	for _, called := range []string{citation.Remarks(f.Said).Title, f.Title, strings.TrimSuffix(fileName(f.URL), path.Ext(f.URL))} {
		list := words(called)
		for i, word := range list {
			pair := word
			if i+1 < len(list) {
				pair += " " + list[i+1]
			}
			if (companions[word] || companions[pair]) && !slices.Contains(title, word) && (i < 2 || i >= len(list)-2) {
				return true
			}
		}
	}
	return false
}

// companions are the words for what goes with a publication.
var companions = func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.SplitSeq(`annex|annexes|annexe|appendix|appendices|anexo|anexos|allegato|allegati|anhang|anlage|anlagen|bijlage|приложение|приложения|додаток|ملحق|附件|
		cover letter|covering letter|lettre accompagnement|lettre d'accompagnement|carta de|begleitschreiben|press release|communiqué presse|communiqué de|comunicado de|pressemitteilung|
		erratum|errata|corrigendum|corrigenda|flyer|invitation|agenda|programme provisoire|order form|bon de|questionnaire|press kit|dossier de|
		executive summary|résumé exécutif|resumen ejecutivo|summary|résumé|resumen|zusammenfassung|synthèse|sommaire|table des|table of`, "|") {
		set[strings.Join(words(word), " ")] = true
	}
	return set
}()

// words are those of a text in small letters, without the accents that names of files often lack.
func words(text string) []string {
	plain := strings.Map(func(r rune) rune {
		if r >= 0x0300 && r <= 0x036f {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
	return strings.FieldsFunc(norm.NFC.String(plain), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
}

// fold is a title in the form in which titles are compared.
func fold(text string) string { return strings.Join(words(text), " ") }

// fileName is the last part of an address, decoded.
func fileName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return path.Base(address)
	}
	return path.Base(u.Path)
}
