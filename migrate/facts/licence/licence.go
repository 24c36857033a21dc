package licence

import (
	"net/url"
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
)

// Licence is a licence; what is not known of it is empty.
type Licence struct {
	ID   string // as the SPDX list has it
	Name string
	URL  string
}

// longest bounds in bytes what is looked at.
const longest = 2000

// Read reads an address or a text that names a licence.
func Read(text string) (Licence, bool) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" || len(text) > longest {
		return Licence{}, false
	}
	for _, word := range strings.Fields(text) {
		if strings.Contains(word, "://") || strings.HasPrefix(word, "creativecommons.org/") || strings.HasPrefix(word, "www.") {
			if l, ok := address(strings.Trim(word, "()[]<>,;\"'")); ok {
				return l, true
			}
		}
	}
	if l, ok := commons(text); ok {
		return l, true
	}
	for _, other := range others {
		if other.pattern.MatchString(text) {
			return other.Licence, true
		}
	}
	return Licence{}, false
}

// parts are the conditions of the licences of Creative Commons, in the order in which these are named.
var parts = []string{"by", "nc", "nd", "sa"}

var (
	deed = pattern.New(`^/(?:licenses|licences)/(by(?:-nc)?(?:-nd|-sa)?)(?:/([0-9]\.[0-9]))?(?:/(igo|[a-z]{2})\b)?`)
	zero = pattern.New(`^/publicdomain/(zero|mark)/(1\.0)`)
)

// address reads the address of a licence.
func address(text string) (Licence, bool) {
	if !strings.Contains(text, "://") {
		text = "https://" + text
	}
	u, err := url.Parse(strings.TrimRight(text, ".,;"))
	if err != nil {
		return Licence{}, false
	}
	host, path := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), strings.ToLower(u.Path)
	if host != "creativecommons.org" {
		for _, other := range others {
			if other.URL != "" && strings.HasPrefix(host+strings.TrimRight(path, "/"), strings.TrimPrefix(strings.TrimPrefix(other.URL, "https://"), "www.")) {
				return other.Licence, true
			}
		}
		return Licence{}, false
	}
	if m := zero.FindStringSubmatch(path); m != nil {
		return publicDomain(m[1]), true
	}
	m := deed.FindStringSubmatch(path)
	if m == nil {
		return Licence{}, false
	}
	return creativeCommons(strings.Split(m[1], "-"), m[2], m[3]), true
}

// creativeCommons is the licence with these parts, in a version, of a country or of organisations of governments (igo).
func creativeCommons(conditions []string, version, place string) Licence {
	name := make([]string, len(conditions))
	for i, c := range conditions {
		name[i] = map[string]string{"by": "Attribution", "nc": "NonCommercial", "nd": "NoDerivatives", "sa": "ShareAlike"}[c]
	}
	l := Licence{Name: "Creative Commons " + strings.Join(name, "-")}
	if version == "" {
		return l
	}
	code := strings.ToUpper(strings.Join(conditions, "-"))
	l.ID, l.Name = "CC-"+code+"-"+version, l.Name+" "+version
	l.URL = "https://creativecommons.org/licenses/" + strings.ToLower(code) + "/" + version + "/"
	switch {
	case version == "4.0":
		l.Name += " International"
	case place != "":
		l.ID, l.Name, l.URL = l.ID+"-"+strings.ToUpper(place), l.Name+" "+strings.ToUpper(place), l.URL+place+"/"
	}
	return l
}

func publicDomain(tool string) Licence {
	if tool == "zero" {
		return Licence{"CC0-1.0", "Creative Commons Zero 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"}
	}
	return Licence{"CC-PDM-1.0", "Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"}
}

var (
	short     = pattern.New(`(?i)\bCC[ -]?(BY(?:[ -]?NC)?(?:[ -]?(?:ND|SA))?(?:[ -]?NC)?)\b[ ,-]*(?:v\.? ?|version )?([1-4]\.0|2\.5)?(?:[ -]+(IGO)\b)?`)
	shortZero = pattern.New(`(?i)\bCC[ -]?0\b|\bCC[ -]Zero\b|\bCreative Commons Zero\b`)
	version   = pattern.New(`\b([1-4]\.0|2\.5)(?:[ -]+(IGO)\b)?`)
	spoken    = []*pattern.Pattern{
		pattern.New(`(?i)attribution|paternité|atribución|reconocimiento|namensnennung|atribuição|attribuzione|naamsvermelding|атрибуция|نَسب المُصنَّف|نسب المصنف|署名`),
		pattern.New(`(?i)non[- ]?commercial|pas d.utilisation commerciale|no[- ]?comercial|nicht[- ]?kommerziell|não[- ]?comercial|non commerciale|niet[- ]?commercieel|некоммерческ|غير تجاري|非商业`),
		pattern.New(`(?i)no[- ]?deriv|pas de modification|sin ?(?:obra)?s? ?derivada|keine bearbeitung|sem ?deriva|non opere derivate|geen ?afgeleide|без производных|منع الاشتقاق|禁止演绎`),
		pattern.New(`(?i)share[- ]?alike|partage dans les mêmes conditions|partage à l.identique|compartir[- ]?igual|weitergabe unter gleichen|compartilha[- ]?igual|condividi allo stesso modo|gelijk ?delen|на тех же условиях|الترخيص بالمثل|相同方式共享`),
	}
)

// commons reads a licence of Creative Commons by its abbreviation or its name.
func commons(text string) (Licence, bool) {
	if m := short.FindStringSubmatch(text); m != nil {
		code := strings.ToLower(strings.NewReplacer("-", "", " ", "").Replace(m[1]))
		var conditions []string
		for _, part := range parts {
			if strings.Contains(code, part) {
				conditions = append(conditions, part)
			}
		}
		return creativeCommons(conditions, m[2], strings.ToLower(m[3])), true
	}
	if shortZero.MatchString(text) {
		return publicDomain("zero"), true
	}
	if !strings.Contains(strings.ToLower(text), "creative commons") {
		return Licence{}, false
	}
	var conditions []string
	for i, words := range spoken {
		if words.MatchString(text) {
			conditions = append(conditions, parts[i])
		}
	}
	if !slices.Contains(conditions, "by") {
		return Licence{Name: "Creative Commons"}, true
	}
	number, place := "", ""
	if m := version.FindStringSubmatch(text); m != nil {
		number, place = m[1], strings.ToLower(m[2])
	}
	return creativeCommons(conditions, number, place), true
}

// others are the licences beside those of Creative Commons that publications and their data stand under.
var others = []struct {
	Licence
	pattern *pattern.Pattern
}{
	{Licence{"OGL-UK-3.0", "Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3"}, pattern.New(`(?i)\bopen government licen[cs]e (?:v|version )?\.? ?3(?:\.0)?\b|\bOGL[ -]?(?:v ?)?3(?:\.0)?\b`)},
	{Licence{"", "Open Government Licence", ""}, pattern.New(`(?i)\bopen government licen[cs]e\b`)},
	{Licence{"etalab-2.0", "Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"}, pattern.New(`(?i)\b(?:licence ouverte|open licence)\b.{0,20}\b(?:2\.0|v2)\b|\betalab[- ]2\.0\b`)},
	{Licence{"", "Licence Ouverte", ""}, pattern.New(`(?i)\blicence ouverte\b`)},
	{Licence{"ODbL-1.0", "Open Data Commons Open Database License 1.0", "https://opendatacommons.org/licenses/odbl"}, pattern.New(`(?i)\bODbL\b|\bopen database licen[cs]e\b`)},
	{Licence{"ODC-By-1.0", "Open Data Commons Attribution License 1.0", "https://opendatacommons.org/licenses/by"}, pattern.New(`(?i)\bODC[- ]By\b`)},
	{Licence{"PDDL-1.0", "Open Data Commons Public Domain Dedication and License 1.0", "https://opendatacommons.org/licenses/pddl"}, pattern.New(`\bPDDL\b`)},
	{Licence{"DL-DE-BY-2.0", "Data licence Germany – attribution – version 2.0", "https://www.govdata.de/dl-de/by-2-0"}, pattern.New(`(?i)\bdl-de/by-2-0\b|\bDatenlizenz Deutschland\W+Namensnennung\W+(?:Version )?2\.0\b`)},
	{Licence{"GFDL-1.3", "GNU Free Documentation License 1.3", "https://www.gnu.org/licenses/fdl-1.3"}, pattern.New(`(?i)\bGNU Free Documentation Licen[cs]e\b.{0,12}\b1\.3\b|\bGFDL[ -]?1\.3\b`)},
}
