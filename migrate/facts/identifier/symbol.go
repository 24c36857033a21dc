package identifier

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
)

// A symbol of a document of the United Nations names, between slashes, the body that it was written for, its parts and sessions, and a
// running number: A/HRC/37/52, E/CN.4/2002/68/Add.1, S/RES/2331 (2016). A sales number has the languages, the year, a class in Roman
// figures, and a number: E.14.V.10.
var (
	symbolPattern = pattern.New(`\b[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9]*(?:[.-] ?[A-Za-z0-9]+)*(?:[A-Z]? ?\((?:S-)?[IVXL]{2,7}\))?)+(?: ?\((?:[12][0-9]{3}|Vol\. ?[IVX0-9]+|Part ?[IVX0-9]+|SUPP|Supp\.?)\))?(?:\*{1,4})?`)
	salesPattern  = pattern.New(`\b(?:GV\.)?[ACEFRS](?:/[ACEFRS])*\.[0-9]{2}\.[IVX]{1,4}(?:\.[A-Z])?\.[A-Z]?[0-9]{1,3}(?:/[A-Z][a-z]+\.[0-9]+)?\b`)
	bareSales     = pattern.New(`^[0-9]{2}\.[IVX]{1,4}(?:\.[A-Z])?\.[A-Z]?[0-9]{1,3}$`)
	spacedSlash   = pattern.New(` */ *`)
	spacedPart    = pattern.New(`(?i)\b(Add|Rev|Corr|Amend|L|C|CRP|WP|PV|SR|CN|AC|WG|CONF|NGO|INF|Vol|Res) ?\. +([0-9]+)`)
	yearBehind    = pattern.New(`([^ (])\(([12][0-9]{3}|Vol\. ?[IVX0-9]+|Part ?[IVX0-9]+)\)`)
	smallPart     = pattern.New(`(?i)/(add|rev|corr|amend)\.`)
	symbolLabel   = pattern.New(`(?i)\b(?:UN |U\.N\. )?(?:docs?\.? ?|document ?|publication )?(?:symbols?|sales|doc\.|docs?|documents?|official records?)(?: (?:no|nos|number|n°|nº)\.?)?\s*:?\s*`)
)

// bodies are what a symbol begins with, and how it may go on; nil: in any way.
var bodies = map[string]*pattern.Pattern{
	"A":  pattern.New(`^(?:[0-9]{1,2}/.+|[0-9]{3,4}(?:/.+)?|(?:RES|DEC|HRC|BUR|INF|ES-[0-9]+|S-[0-9]+|(?:C|AC|CN|CONF|WG|PV|SPC|BUR|NGO)\.?[0-9]*)/.+)$`),
	"S":  pattern.New(`^(?:[0-9]{4}/[0-9].*|[0-9]{4,5}(?:/.+)?|(?:RES|PRST|AGENDA|INF|SUB|C|AC|PV|Agenda)(?:\.?[0-9]+)?/.+|PV\.[0-9].*)$`),
	"E":  pattern.New(`^(?:[0-9]{4}/.+|(?:RES|DEC|INCB|ICEF|ECA|ECE|ESCAP|ESCWA|CEPAL|HLPF|HLS|NGO|INF|AGENDA|SR|TP|CONF|(?:CN|C|AC|CONF|L|PV|SR|NL|TT)\.[0-9A-Z]+)(?:/.+)?|[0-9]{4})$`),
	"T":  pattern.New(`^(?:RES|PV|L|COM|PET)[./].+$`),
	"ST": pattern.New(`^[A-Z]{2,}/.+$|^[A-Z]{2,}\.?[0-9/].*$`), "HR": pattern.New(`^[A-Z]+/.+$`), "TD": pattern.New(`^(?:B|[0-9]+|SYMP|RBP|CODE|L|INF|RES|UNCTAD)[/(.]?.*$`),
	"CCPR": nil, "CEDAW": nil, "CERD": nil, "CRC": nil, "CAT": nil, "CMW": nil, "CRPD": nil, "CED": nil, "HRI": nil, "CTOC": nil, "CAC": nil, "UNEP": nil,
	"UNCTAD": nil, "ECE": nil, "TRANS": nil, "ESCAP": nil, "FCCC": nil, "ICCD": nil, "CBD": nil, "HSP": nil, "HS": nil, "NPT": nil, "CCW": nil, "BWC": nil, "SPLOS": nil,
	"ISBA": nil, "CLCS": nil, "PBC": nil, "DP": nil, "LC": nil, "EC": nil, "WSIS": nil, "UNITAR": nil, "PCNICC": nil, "ICC": nil, "WFP": nil, "UNW": nil, "HRC": nil, "GC": nil, "IDB": nil, "CD": nil,
	"AT": nil, "JIU": nil, "LOS": nil, "UNODC": nil, "UNFPA": nil, "DPI": nil, "UNMIK": nil, "AG": nil, "CES": nil, "CEB": nil, "HCR": nil, "UNHCR": nil,
}

// findSymbol finds symbols by the bodies that they name. A resolution, too, is one: whether it is that of the page is another question.
func findSymbol(text string) []span {
	var all []span
	for _, form := range []*pattern.Pattern{symbolPattern, salesPattern} {
		for _, at := range form.FindAllStringIndex(text, -1) {
			if at[1]-at[0] > longest || at[0] > 0 && strings.ContainsRune("/.-@", rune(text[at[0]-1])) { // in an address
				continue
			}
			found := strings.TrimRight(cutEnd(text[at[0]:at[1]]), " .-/*")
			if form == salesPattern || isSymbol(found) {
				all = append(all, span{start: at[0], end: at[0] + len(found), value: symbolForm(found)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b span) int { return a.start - b.start })
	return all
}

// isSymbol reports whether a text has the parts of a symbol.
func isSymbol(text string) bool {
	body, rest, ok := strings.Cut(text, "/")
	goesOn, known := bodies[body]
	return ok && known && rest != "" && strings.ContainsAny(rest, "0123456789") && (goesOn == nil || goesOn.MatchString(rest))
}

// tidySymbol takes out the spaces around the slashes of a symbol and in its parts: A / 71 / L. 5.
func tidySymbol(text string) string {
	return spacedPart.ReplaceAllString(spacedSlash.ReplaceAllString(text, "/"), "$1.$2")
}

// readSymbol reads what is meant to be a symbol: small letters do not matter then.
func readSymbol(text string) []span {
	if all := findSymbol(text); all != nil {
		return all
	}
	bare := strings.TrimSpace(symbolLabel.ReplaceAllString(text, ""))
	upper := strings.ToUpper(bare)
	switch {
	case bareSales.MatchString(upper), salesPattern.FindString(upper) == upper && upper != "", isSymbol(upper) && symbolPattern.FindString(upper) == upper:
		return []span{{start: 0, end: len(text), value: symbolForm(upper)}}
	case strings.Count(upper, "/") >= 1 && strings.ContainsAny(upper, "0123456789") && !strings.ContainsAny(upper, " :?=") && upper[0] >= 'A' && upper[0] <= 'Z' && strings.ToUpper(bare) == bare:
		return []span{{start: 0, end: len(text), value: bare}} // of a body that is not in the table
	case strings.ContainsAny(bare, "0123456789"):
		return []span{{0, len(text), text, fmt.Errorf("no body of the United Nations has symbols of this form, such as A/HRC/37/52, and it is no sales number such as E.14.V.10")}}
	}
	return nil
}

// symbolForm writes a symbol as the United Nations do: no space but one before a year, Add., Rev. and Corr. with a capital.
func symbolForm(text string) string {
	text = strings.TrimRight(text, "*")
	text = yearBehind.ReplaceAllString(text, "$1 ($2)")
	return smallPart.ReplaceAllStringFunc(text, func(part string) string { return "/" + part[1:2] + strings.ToLower(part[2:]) })
}

// symbolHosts are where the United Nations keep their documents.
var symbolHosts = []string{"undocs.org", "www.undocs.org", "docs.un.org", "documents.un.org", "daccess-ods.un.org", "www.un.org", "un.org", "digitallibrary.un.org", "unbisnet.un.org"}

// linkedSymbol reads the address of a document of the United Nations.
func linkedSymbol(address string) (string, bool) {
	u, ok := parsedAddress(address)
	if !ok || !slices.Contains(symbolHosts, u.Hostname()) {
		return "", false
	}
	for _, name := range []string{"symbol", "FinalSymbol", "finalSymbol", "DS", "s"} {
		if value := u.Query().Get(name); value != "" {
			return wholeSymbol(value)
		}
	}
	if !strings.Contains(u.Hostname(), "docs.") {
		return "", false
	}
	path := strings.Trim(u.Path, "/")
	if language, rest, found := strings.Cut(path, "/"); found && len(language) == 2 && language == strings.ToLower(language) {
		path = rest
	}
	return wholeSymbol(path)
}

// wholeSymbol reads a text that is a symbol and nothing else.
func wholeSymbol(text string) (string, bool) {
	tidy := spacedSlash.ReplaceAllString(plainSigns(strings.ReplaceAll(strings.TrimSpace(text), "_", " ")), "/")
	if all := findSymbol(tidy); len(all) == 1 && strings.Trim(tidy[:all[0].start]+tidy[all[0].end:], " *./") == "" {
		return all[0].value, true
	}
	if upper := strings.ToUpper(tidy); isSymbol(upper) && symbolPattern.FindString(upper) == upper {
		return symbolForm(upper), true
	}
	return "", false
}

// anyLabel are the words by which people name identifiers.
var anyLabel = pattern.New(`(?i)\b[ep]?-?ISBN(?:[ -]?1[03])?\b|\b(?:[ep]-?)?ISSN(?:-L)?\b|\b(?:UN |United Nations )?(?:sales|publication) (?:no|number|publication)s?\b|\bdoi\b|https?://[^\s/]+/?|\bhdl\b|\bhandle\b|\borcid(?: id)?\b|` +
	`\b(?:UN |U\.N\. |United Nations )?(?:document |doc\.? )?(?:symbols?|documents?|docs?)\b|\bUN\b|\bidentifiers?\b`)
