package stated

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"wp2pub/migrate/facts/identifier"
	"wp2pub/migrate/pattern"
)

// Identifier is what a page states of a kind.
type Identifier struct {
	Kind       string
	Values     []string // several only of kinds of which a publication has several, such as ISBN
	Confidence float64  // from 0 to 1
	Doubt      string   // why it may be that of another work; empty: there is none
}

// Kinds are the kinds of identifiers that pages state of their publications.
func Kinds() []string { return []string{"doi", "isbn", "issn", "handle", "un_symbol", "report_number"} }

// several are the kinds of which a publication may have more than one: in print and as a file, in languages.
var several = map[string]bool{"isbn": true, "issn": true}

// hit is an identifier in a line.
type hit struct {
	value  string
	line   int
	strong bool // the line is about it: behind a label, in a citation, or alone
}

// Identifiers reads what identifies the publication of a page.
func Identifiers(lines []Line) []Identifier {
	var all []Identifier
	for _, kind := range Kinds() {
		if found, ok := choose(kind, hits(kind, lines)); ok {
			all = append(all, found)
		}
	}
	return all
}

// apart is how many lines may stand between identifiers of one publication.
const apart = 3

// doubtful is how certain it is that the only identifier in running text is that of the page.
const doubtful = 0.5

func choose(kind string, all []hit) (Identifier, bool) {
	chosen := Identifier{Kind: kind, Confidence: 1}
	var others, weak []string
	last := 0
	for _, h := range all {
		switch {
		case slices.Contains(chosen.Values, h.value):
			last = h.line
		case !h.strong:
			if !slices.Contains(weak, h.value) {
				weak = append(weak, h.value)
			}
		case chosen.Values == nil || several[kind] && h.line-last <= apart:
			chosen.Values, last = append(chosen.Values, h.value), h.line
		case !slices.Contains(others, h.value):
			others = append(others, h.value)
		}
	}
	switch {
	case others != nil:
		chosen.Confidence, chosen.Doubt = doubtful, fmt.Sprintf("the page states %d of the kind: %s, too", len(others)+len(chosen.Values), strings.Join(others[:min(3, len(others))], ", "))
	case chosen.Values == nil && len(weak) == 1 && kind != "un_symbol":
		chosen.Values, chosen.Confidence, chosen.Doubt = weak, doubtful, "it stands in the text of the page, and may be that of another work"
	}
	return chosen, chosen.Values != nil
}

// hits are the identifiers of a kind in the lines about the page itself.
func hits(kind string, lines []Line) []hit {
	var all []hit
	for i, line := range lines {
		if line.others || line.figure || len(line.text) > longestLine {
			continue
		}
		if kind == "report_number" {
			if m := reportNumber.FindStringSubmatch(line.text); m != nil && strings.ContainsAny(m[1], "0123456789") {
				all = append(all, hit{strings.TrimRight(m[1], ".,;) "), i, true})
			}
			continue
		}
		strong := startsWith(kind, line.text)
		for _, value := range identifier.Find(kind, line.text) {
			all = append(all, hit{value, i, strong || isAlone(line.text, value)})
		}
		for _, l := range line.links {
			for _, value := range linkedIn(kind, l.address) {
				all = append(all, hit{value, i, strong || isAlone(line.text, l.text)})
			}
		}
	}
	return all
}

// longestLine bounds what a line may hold that states something; beyond it is text of another sort.
const longestLine = 20_000

// linkedIn reads the address of a link: of a page that has the identifier for its address.
func linkedIn(kind, address string) []string {
	if kind == "isbn" || kind == "issn" || !strings.Contains(address, "/") || strings.HasPrefix(address, "#") {
		return nil
	}
	if kind == "doi" && !strings.Contains(strings.ToLower(address), "doi.org/") { // a publisher's page is a page that is read
		return nil
	}
	if kind == "handle" && !strings.Contains(address, "hdl.handle.net/") {
		return nil
	}
	if values := identifier.Find(kind, address); len(values) == 1 {
		return values
	}
	return nil
}

var (
	citing = pattern.New(`(?i)^\W*(?:(?:please |suggested |recommended |how to |to )?(?:cite|citation)\b|cite (?:as|this)|citation|pour citer|référence(?: bibliographique)?s?\s*:|comment citer|cómo citar|citar como|cita (?:sugerida|recomendada)|forma de citar|` +
		`como citar|zitiervorschlag|zitierhinweis|zitierweise|empfohlene zitierweise|come citare|citazione|citeerwijze|для цитирования|ссылка для цитирования|كيفية الاستشهاد|引用)`)
	starts = map[string]*pattern.Pattern{
		"doi":    pattern.New(`(?i)^\W*(?:(?:digital object identifier|identifiant|identificador|identifier|link|permalink)\W*)?(?:\(?doi\)?\b|https?://(?:dx\.)?doi\.org/)`),
		"isbn":   pattern.New(`(?i)^\W*(?:(?:print(?:ed)?|online|pdf|electronic|e-?book|digital|hardcover|paperback|imprim\w+|version \w+)\W+)?[ep]?-?ISBN\b`),
		"issn":   pattern.New(`(?i)^\W*(?:(?:print(?:ed)?|online|pdf|electronic|digital)\W+)?(?:[ep]-?)?ISSN\b`),
		"handle": pattern.New(`(?i)^\W*(?:handle|hdl|permanent link|persistent (?:link|identifier)|permalink|uri|lien permanent|enlace permanente|https?://hdl\.handle\.net/)`),
		"un_symbol": pattern.New(`(?i)^\W*(?:UN|U\.N\.) docs?\b|^\W*(?:(?:UN|U\.N\.|United Nations|ONU|ООН)\W+)?(?:(?:document|publication|doc)\W+)?(?:symbol|doc(?:ument)?\W{0,2}(?:no|number|n°|symbol|\W*:)|sales\W+(?:no|number)|n° de vente|número de venta|` +
			`cote|signatura|símbolo|symbole|dokumentnummer|signatur|условное обозначение|символ документа|в продаже под|رمز الوثيقة|رقم المبيع|文号|文件号|出售品编号)`),
	}
	reportNumber = pattern.New(`(?i)^\W*(?:(?:technical |research |working |project )?report|document|publication|rapport|informe|relatório|bericht|rapporto|отчет|отчёт)\s*(?:no|number|num|n°|nº|n\.º|nr|núm|número|numéro|nummer|№)\.?\s*[:.]?\s*([\pL\d][\pL\d./()_ -]{0,39})$`)
)

// startsWith reports whether a line begins with a label of the kind, or with words that say how the publication is cited.
func startsWith(kind, text string) bool {
	return starts[kind].MatchString(text) || citing.MatchString(text)
}

// isAlone reports whether a line has no word beside something in it, but for labels.
func isAlone(text, part string) bool {
	if part == "" || len(text) > len(part)+60 {
		return false
	}
	rest := strings.Replace(strings.ToLower(text), strings.ToLower(part), " ", 1)
	rest = resolver.ReplaceAllString(rest, " ")
	return !strings.ContainsFunc(rest, unicode.IsLetter)
}

var resolver = pattern.New(`https?://\S*|\bdoi\b|\bhdl\b|\bun doc(?:ument)?s?\b|\b(?:sales|no|symbol|document|handle)\b`)

var labelWords = pattern.New(`(?i)^\W*(?:[ep]?-?ISBN(?:[ -]?1[03])?(?: \(?\w+\)?)?|(?:[ep]-?)?ISSN(?:-L)?|DOI|handle|(?:UN |U\.N\. )?(?:document |publication )?symbol|UN doc(?:ument)?(?: no\.?| number)?|(?:UN )?sales no\.?|sales number|cote|signatura|símbolo|symbole|` +
	`report (?:no\.?|number)|licen[cs]e|licencia|lizenz|licença|licenza|licentie|лицензия|الترخيص|许可|citation|suggested citation|cite as|условное обозначение|رمز الوثيقة|文号)\W*$`)

// isLabel reports whether a line is a label and nothing else.
func isLabel(text string) bool { return len(text) < 60 && labelWords.MatchString(text) }
