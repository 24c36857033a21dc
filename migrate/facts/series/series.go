package series

import (
	"strconv"
	"strings"
	"unicode"

	"wp2pub/migrate/pattern"
)

// Series is a series, and the number of a publication in it; either may be empty.
type Series struct{ Title, Number string }

// longest bounds in bytes what is looked at: a longer text is a title.
const longest = 500

// numberWords are the words and signs for a number, in the languages that sites are written in.
const numberWords = `#|№|N°|Nº|N\.\s?°|N\.\s?º|N\.\s?o\.?|Nos?\.?|Nr\.?|Nro\.?|Num\.?|Núm\.?|Number|Numéro|Numero|Número|Nummer|Numer|Číslo|Č\.|` +
	`Vol\.?|Volume|Volumen|Issue|Tome|Tomo|Tom|Fascicule|Fascículo|Fascicolo|Heft|Band|Bd\.?|Ausgabe|Folge|Deel|Zeszyt|Sayı|Cilt|Livraison|N\.|` +
	`Номер|Выпуск|Вып\.?|Том|Випуск|Вип\.?|Αρ\.|Αριθ\.|Τεύχος|رقم|العدد|عدد|المجلد`

// number is what may stand for one, and more than one behind a word that says so.
const (
	number = `[0-9]{1,4}(?:[./-][0-9]{1,4})*[A-Za-z]?`
	said   = `(?:[A-Z]{1,4}[-/. ]?)?` + number + `(?:\s?\([12][0-9]{3}\))?|[IVXLC]+`
)

var (
	// Issue Paper, No. 5 · Bulletin (Vol. 2, No. 3)
	numbered = pattern.New(`(?i:^(.*?)(?:^|[\s,;:.(|–—-])(` + numberWords + `))\s*(` + said + `)(?:[\s,;/]+(?i:(` + numberWords + `))\s*(` + said + `))?\s*\)?\.?$`)
	// No. 5 in the series Issue Papers · Nr. 7 der Reihe Analysen
	leading = pattern.New(`^(?i:` + numberWords + `)\s*(` + said + `)\s*,?\s+(?i:(?:in|of|from) the series|in the|of the|der Reihe|der Serie|in der Reihe|de la série|de la collection|de la serie|de la colección|da série|da coleção|della serie|della collana|uit de reeks|из серии|в серии|من سلسلة)\s+(\S.*)$`)
	// 工作文件第5号
	east = pattern.New(`^(.*?)\s*[（(]?[第제]\s?([0-9０-９]{1,4}|[一二三四五六七八九十百]{1,4})\s?[号號期辑輯卷册冊集호권]\s?[)）]?$`)
	// Working Paper 2019/3
	trailing  = pattern.New(`^(.*\pL)[\s,]+(` + number + `)$`)
	manyTimes = pattern.New(`(?i)(?:^|[\s,;:.(|–—-])(?:` + numberWords + `)\s*[0-9]`)
)

// Read reads a text. One in which there is no number is the title.
func Read(text string) Series {
	text = strings.Join(strings.Fields(text), " ")
	whole := Series{Title: text}
	if len(text) > longest {
		return whole
	}
	if m := leading.FindStringSubmatch(text); m != nil {
		return Series{trimmed(m[2]), m[1]}
	}
	if m := east.FindStringSubmatch(text); m != nil && (m[1] == "" || trimmed(m[1]) != "") {
		return Series{trimmed(m[1]), m[2]}
	}
	if m := numbered.FindStringSubmatch(text); m != nil && !isOpen(m[1]) {
		found := Series{trimmed(m[1]), m[3]}
		if m[4] != "" { // of a volume an issue
			found.Number = strings.TrimRight(strings.TrimSpace(text[len(m[1]):]), ").")
			found.Number = strings.TrimLeft(found.Number, " ,;:.(|–—-،")
		}
		if found.Title == "" && m[1] != "" || len(manyTimes.FindAllString(m[1], 1)) > 0 {
			return whole
		}
		return found
	}
	if m := trailing.FindStringSubmatch(text); m != nil && comesInSeries(m[1]) && !isYear(m[2]) {
		return Series{trimmed(m[1]), m[2]}
	}
	return whole
}

// isOpen reports whether a bracket opens in a text that does not close there: what stands in brackets is no series of its own.
func isOpen(text string) bool {
	text = strings.TrimRight(text, " (")
	return strings.Count(text, "(") > strings.Count(text, ")")
}

// trimmed takes from the end of a title what stood between it and the number.
func trimmed(title string) string { return strings.Trim(title, " ,;:.(|–—-（،؛、，：·•") }

// isYear reports whether a number is a year, a span of years, or a version such as 2.0.
func isYear(number string) bool {
	first, second, parted := strings.Cut(strings.ReplaceAll(number, "/", "-"), "-")
	if !parted {
		return plausible(number) || strings.HasSuffix(number, ".0")
	}
	from, err := strconv.Atoi(first)
	to, wrong := strconv.Atoi(second)
	if err != nil || wrong != nil || !plausible(first) {
		return false
	}
	return plausible(second) || len(second) == 2 && to == (from+1)%100
}

func plausible(year string) bool {
	n, err := strconv.Atoi(year)
	return err == nil && len(year) == 4 && n >= 1500 && n < 2200
}

// comesInSeries reports whether a title ends in a word for what comes in series, or, where adjectives follow their nouns, in one with
// one or two words behind it: Working Paper, Note d'orientation, Документ.
func comesInSeries(title string) bool {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) })
	for back := 1; back <= 4 && back <= len(words); back++ {
		word := words[len(words)-back]
		if about[word] {
			return false
		}
		switch {
		case back == 1 && (english[word] || germanNoun(word)):
			return true
		case romance[word] && (back <= 2 || of[words[len(words)-back+1]]):
			return true
		}
	}
	return false
}

func set(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}

var (
	english = set("paper papers brief briefs briefing briefings note notes report reports study studies series bulletin bulletins factsheet factsheets sheet sheets monograph monographs " +
		"newsletter newsletters memo memorandum publication publications document documents update updates snapshot snapshots dispatch review digest")
	romance = set("cahier cahiers document documents note notes rapport rapports étude études dossier dossiers bulletin bulletins série fiche fiches collection essai lettre " +
		"documento documentos cuaderno cuadernos nota notas informe informes estudio estudios boletín boletines serie ficha fichas " +
		"caderno cadernos relatório relatórios estudo estudos boletim boletins quaderno quaderni documenti rapporto rapporti studio studi bollettino collana " +
		"доклад доклады документ документы записка записки бюллетень исследование исследования серия справка отчет отчёт " +
		"ورقة أوراق تقرير تقارير دراسة دراسات سلسلة نشرة مذكرة وثيقة")
	of    = set("de d des du da do del di della из عمل")
	about = set("on about for sur sobre su über zu zum zur o об про عن حول to in")
)

// germanNoun reports whether a word ends in a German, Dutch or Scandinavian one: Arbeitspapier, Forschungsbericht.
func germanNoun(word string) bool {
	for _, noun := range []string{"papier", "papiere", "bericht", "berichte", "studie", "studien", "heft", "hefte", "reihe", "schriften", "beiträge", "paper", "papers", "brief", "analyse", "analysen",
		"rapport", "rapporter", "reeks", "werkdocument", "notitie", "nota", "notat", "skrift", "dossier", "merkblatt", "infoblatt"} {
		if strings.HasSuffix(word, noun) {
			return true
		}
	}
	return false
}
