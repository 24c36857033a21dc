package people

import (
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/record"
)

// entry is one person or body of a text.
type entry struct {
	record.Person
	certain bool // it is a person, given and family name are told apart
	body    bool
	many    bool // its role is that of those before it, too
}

// emailAddress is an address with what stands around it: it never leaves.
var emailAddress = pattern.New(`[<(\[]?\s*(?:mailto:)?[\pL\pN._%+\-]+@[\pL\pN.\-]+\s*[>)\]]?`)

// orcidText is what looks like an ORCID iD, with its address.
var orcidText = pattern.New(`(?i)[(\[]?\s*(?:ORCID(?:\s*iD)?\s*:?\s*)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?\b(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\b/?\s*[)\]]?`)

// marks point to footnotes.
const marks = "*†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰"

// Person reads one name. What stands beside it in brackets or behind it is its role, affiliation or ORCID iD.
func Person(text string) record.Person { return one(text, false).Person }

// one reads one name. A comma in it parts family name and given name where a word tells so, or where the text that it is
// from is known to be written so.
func one(text string, inverted bool) entry {
	var e entry
	text = emailAddress.ReplaceAllString(text, " ")
	if found := orcidText.FindStringSubmatchIndex(text); found != nil {
		e.ORCID = text[found[2]:found[3]]
		text = text[:found[0]] + " " + text[found[1]:]
	}
	text = strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(marks, r) {
			return -1
		}
		return r
	}, text))
	text = e.brackets(text)
	text = strings.Trim(text, " ,;:")
	e.Name = strings.Join(strings.Fields(text), " ")
	parts := commaParts(e.Name)
	for i := range parts {
		parts[i] = untitled(parts[i])
	}
	parts = slices.DeleteFunc(parts, isDegree)
	switch len(parts) {
	case 1:
		e.set(split(parts[0]))
	case 2:
		if isSuffix(parts[1]) {
			e.set(split(parts[0] + " " + parts[1]))
		} else if n, ok := turned(parts[0], parts[1], inverted); ok {
			e.set(n)
		}
	case 3: // King, Martin Luther, Jr. and King, Jr., Martin Luther
		for _, order := range [][3]int{{0, 1, 2}, {0, 2, 1}} {
			if n, ok := turned(parts[order[0]]+" "+parts[order[2]], parts[order[1]], inverted); ok && isSuffix(parts[order[2]]) {
				e.set(n)
			}
		}
	}
	if e.Name == "" && e.Affiliation != "" {
		e.Name, e.Affiliation = e.Affiliation, ""
	}
	e.body = !e.certain && isBody(e.Name)
	return e
}

func (e *entry) set(n name) {
	if n.whole == "" {
		return
	}
	e.Name, e.Given, e.Family, e.certain = n.whole, n.given, n.family, n.certain()
}

var bracketed = pattern.New(`\s*[(\[（]([^()\[\]（）]*)[)\]）]\s*`)

// brackets takes what a person's brackets say out of a text: roles, degrees, bodies. Others stay.
func (e *entry) brackets(text string) string {
	return bracketed.ReplaceAllStringFunc(text, func(found string) string {
		inside := strings.TrimSpace(bracketed.FindStringSubmatch(found)[1])
		before, _, _ := strings.Cut(text, found)
		switch role := Role(inside); {
		case role != "":
			e.Role, e.many = role, slices.Contains(several, roleWord(inside))
		case inside == "" || isDegree(inside):
		case isBody(inside) && !isBody(before):
			e.Affiliation = inside
		default:
			return found
		}
		return " "
	})
}

// turned reads a family name that stands before a given name.
func turned(family, given string, sure bool) (name, bool) {
	f, g := strings.Fields(family), strings.Fields(given)
	if len(f) == 0 || len(g) == 0 || len(f) > 4 || len(g) > 4 || isBody(family) && !isShouted(g) && !areGiven(g) || isBodyWord(f[len(f)-1]) {
		return name{}, false
	}
	if slices.ContainsFunc(slices.Concat(f, g), func(w string) bool { return !isNameWord(w) }) {
		return name{}, false
	}
	var after, before []string
	for len(g) > 1 && isSuffix(g[len(g)-1]) {
		after, g = append(after, g[len(g)-1]), g[:len(g)-1]
	}
	for len(g) > 1 && isParticle(g[len(g)-1]) && !isInitial(g[len(g)-1]) { // Goethe, Johann Wolfgang von
		before, g = append([]string{g[len(g)-1]}, before...), g[:len(g)-1]
	}
	for _, w := range g {
		if isParticle(w) {
			return name{}, false
		}
	}
	tells := isGiven(g[0]) || areGiven(g)
	sure = sure && len(f) == 1 && !isBody(given) || isTelling(f[len(f)-1]) || before != nil
	if !tells && !sure || split(family).certain() && !isTelling(f[0]) {
		return name{}, false
	}
	f = slices.Concat(before, f, after)
	return name{strings.Join(slices.Concat(g, f), " "), strings.Join(g, " "), strings.Join(f, " ")}, true
}

var titles = strings.Fields("dr prof professor professeur professeure professora profesor profesora mr mrs ms miss mx sir dame rev reverend hon mag ing ir drs dott dottssa sig sigra sra srta doña dona mme mlle madame monsieur herr frau dhr mevr mw dra lic licda mgr phdr mudr judr rndr eng ambassador judge justice emeritus em assoc associate assistant asst adjunct pd privatdozent univ dipl-ing dipl drhc hc sr д-р проф профессор доктор г-н г-жа академик د أ أد الدكتور الدكتورة دكتور دكتورة الأستاذ الأستاذة")

// behindTitles follow a title and belong to it: Dr. rer. nat., Dr. med. h. c.
var behindTitles = strings.Fields("med ing h c rer nat phil jur iur habil univ oec pol theol hc mult dent vet dr prof")

// untitled takes titles and academic degrees off a name.
func untitled(text string) string {
	words := strings.Fields(text)
	titled := false
	for len(words) > 1 {
		parts := strings.FieldsFunc(fold(words[0]), func(r rune) bool { return r == '.' })
		title := len(parts) > 0 && (slices.Contains(titles, parts[0]) || slices.Contains(titles, strings.Join(parts, "")) || strings.HasPrefix(parts[0], "dr-")) && !isInitial(words[0])
		if title && !slices.Contains(titles, strings.Join(parts, "")) {
			for _, p := range parts[1:] {
				title = title && (slices.Contains(titles, p) || slices.Contains(behindTitles, strings.Trim(p, "-")))
			}
		}
		follows := titled && strings.HasSuffix(words[0], ".") && strings.ToLower(words[0]) == words[0]
		if !title && !follows {
			break
		}
		titled = true
		words = words[1:]
	}
	for n := len(words); n > 2 && isDegree(words[n-1]) && len(words[n-1]) > 2; n = len(words) {
		words = words[:n-1]
	}
	return strings.Join(words, " ")
}

var degrees = strings.Fields("phd dphil md ma mba msc bsc ba llm llb llm jd mph mpa mphil edd rn mp obe mbe cbe qc kc sj esq frcp frs msw lcsw bcl dea drph dsc scd mpp mia mfa meng cpa")

// isDegree reports whether a word behind a name is an academic degree or an honour.
func isDegree(text string) bool {
	word := strings.ToLower(strings.NewReplacer(".", "", " ", "").Replace(strings.TrimSpace(text)))
	return slices.Contains(degrees, word) && strings.ContainsFunc(text, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}
