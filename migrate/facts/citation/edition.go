package citation

import (
	"slices"
	"strings"
	"unicode"
)

// together puts the editions of one publication into one citation.
func together(found []Citation) []Citation {
	var works []Citation
	for _, c := range found {
		c = c.byLanguage()
		if len(works) > 0 {
			if last := &works[len(works)-1]; last.takes(c) {
				continue
			}
		}
		works = append(works, c)
	}
	return works
}

// byLanguage moves the files in other languages than the citation's to editions of their own.
func (c Citation) byLanguage() Citation {
	files := c.Files
	c.Files = nil
	for i, file := range files {
		if file.Language == "" || file.Language == c.Language || i == 0 && c.Language == "" {
			c.Files = append(c.Files, file)
			continue
		}
		c.edition(Citation{Language: file.Language, Publishers: c.Publishers, Issued: c.Issued, Files: append(c.Files[:0:0], file)})
	}
	return c
}

// translates reports whether an entry is nothing but links to languages: "Also in French, Spanish".
func (e entry) translates() bool {
	return len(e.links) > 0 && isFiller(e.text) && !slices.ContainsFunc(e.links, func(t target) bool { return t.language == "" })
}

// translatedBy adds what such an entry leads to. Below several citations it may belong to all of them, or another.
func (c *Citation) translatedBy(e entry, several bool) {
	c.Files = append(c.Files, e.files("")...)
	c.Nodes = append(c.Nodes, e.nodes...)
	if several {
		c.Doubts = append(c.Doubts, Doubt{"editions", "the languages below may be those of another publication"})
	}
}

// mostEditions is more than the number of languages that anyone publishes in.
const mostEditions = 60

// edition adds an edition; the files of one that is there already come to it.
func (c *Citation) edition(e Citation) {
	for i := range c.Editions {
		if known := &c.Editions[i]; known.Language == e.Language && Fold(known.Title) == Fold(e.Title) {
			known.Files = append(known.Files, e.Files...)
			return
		}
	}
	c.Editions = append(c.Editions, e)
}

// takes adds a citation that is of the same publication, and reports whether it is.
func (c *Citation) takes(other Citation) bool {
	same := Fold(c.Title) == Fold(other.Title)
	switch {
	case !c.agrees(other) || len(c.Editions) == mostEditions:
		return false
	case same && (c.Language == other.Language || other.Language == ""):
		c.Files = append(c.Files, other.Files...)
	case same || isForm(c.Title, other.Title):
		c.edition(other)
	case c.translated(other):
		c.edition(other)
		c.Doubts = append(c.Doubts, Doubt{"editions", "taken for the same publication in another language: " + other.Title})
	default:
		return false
	}
	for _, e := range other.Editions {
		c.edition(e)
	}
	c.Nodes = append(c.Nodes, other.Nodes...)
	return true
}

// agrees reports whether nothing that two citations say keeps them from being of one publication.
func (c *Citation) agrees(other Citation) bool {
	if a, b := year(c.Issued), year(other.Issued); a != "" && b != "" && a != b {
		return false
	}
	return len(c.Publishers) == 0 || len(other.Publishers) == 0 || len(c.Publishers) == len(other.Publishers)
}

func year(issued string) string { return issued[:min(4, len(issued))] }

// translated reports whether the titles of two citations are in two languages and may mean the same.
func (c *Citation) translated(other Citation) bool {
	a, b := languageOfTitle(*c), languageOfTitle(other)
	if a == b || c.Issued == "" || other.Issued == "" {
		return false
	}
	if (a == "" || b == "") && !sameInTranslation(c.Publishers, other.Publishers) {
		return false
	}
	return slices.Equal(numbersIn(c.Title), numbersIn(other.Title))
}

// sameInTranslation reports whether two lists name the same bodies by the acronyms of two languages: ILO and OIT.
func sameInTranslation(a, b []string) bool {
	if len(a) == 0 || len(a) != len(b) || slices.Equal(a, b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (translations[a[i]] == "" || translations[a[i]] != translations[b[i]]) {
			return false
		}
	}
	return true
}

// translations are acronyms of bodies in other languages, with the English one.
var translations = func() map[string]string {
	all := map[string]string{}
	for _, same := range strings.Split(`ILO OIT OIL IAO МОТ МОП|IOM OIM МОМ|UN ONU NU VN UNO ООН|UNODC ONUDC УНПООН|UNHCR HCR ACNUR УВКБ|OHCHR HCDH ACNUDH УВКПЧ|UNICEF ЮНИСЕФ|UNESCO ЮНЕСКО|UNDP PNUD ПРООН|
		UNFPA FNUAP ЮНФПА|WHO OMS WGO ВОЗ|FAO ФАО|OSCE OSZE ОБСЕ|EU UE ЕС|AU UA|ICRC CICR IKRK МККК|ECOWAS CEDEAO|OECD OCDE ОЭСР|ICAT МКГ|INTERPOL OIPC|OAS OEA`, "|") {
		fields := strings.Fields(same)
		for _, acronym := range fields {
			if all[acronym] == "" {
				all[acronym] = fields[0]
			}
		}
	}
	return all
}()

// languageOfTitle is the language that a line states, or the one whose little words its title holds.
func languageOfTitle(c Citation) string {
	if c.Language != "" {
		return c.Language
	}
	best, most, second := "", 0, 0
	fields := strings.Fields(Fold(strings.ReplaceAll(c.Title, "'", " ")))
	for _, l := range littleWords {
		n := 0
		for _, field := range fields {
			if l.words[field] {
				n++
			}
		}
		if n > most {
			best, most, second = l.tag, n, most
		} else {
			second = max(second, n)
		}
	}
	if most == second || most == 0 {
		return ""
	}
	return best
}

var littleWords = []struct {
	tag   string
	words map[string]bool
}{
	{"en", words(`the of and in on for to with from by against its their how what is are at through`)},
	{"fr", words(`le la les l de des du d et en dans sur pour par avec aux au une un contre à leur leurs`)},
	{"es", words(`el la los las de del y en por para con una un contra al su sus sobre`)},
	{"pt", words(`o os as de do da dos das e em no na nos nas por para com uma um ao sobre`)},
	{"it", words(`il lo la gli le di del della dei delle degli e in nel nella per con una un contro sulla`)},
	{"de", words(`der die das den dem des und in im von vom zu zur zum für mit auf gegen über ein eine bei`)},
	{"nl", words(`de het een van en in op voor met tegen over bij naar`)},
}

func numbersIn(text string) []string {
	return strings.FieldsFunc(western(text), func(r rune) bool { return !unicode.IsDigit(r) })
}

// isForm reports whether a title names another form of what a title names: "Title (summary)".
func isForm(title, other string) bool {
	rest, ok := strings.CutPrefix(Fold(other), Fold(title)+" ")
	if !ok {
		return false
	}
	for _, word := range strings.Fields(rest) {
		if !forms[word] {
			return false
		}
	}
	return true
}

var forms = words(`summary executive short version abridged annex annexes brief overview full report text easy read infographic résumé synthèse exécutif resumen ejecutivo resumo executivo sintesi zusammenfassung kurzfassung langfassung samenvatting резюме краткое изложение ملخص تنفيذي 摘要`)
