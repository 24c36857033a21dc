package citation

import "strings"

// Said is what the words of a link, or words beside it, say of the file that it leads to.
type Said struct {
	Title    string // what is no remark; empty where there is none
	Language string // BCP 47; empty where none or more than one is named
	Fetch    bool   // a word such as "download"
	Form     bool   // a format, a size, a number of pages
}

// Remarks reads what a text says of a file: "Annual report (French) [PDF, 2 MB]", "Télécharger (fr)", "in Spanish".
func Remarks(text string) Said {
	text = strings.Join(strings.Fields(text), " ")
	var said Said
	rest := text
	for {
		before, inside, ok := cutBracket(rest)
		if !ok {
			break
		}
		remark, isRemark := readRemark(inside)
		if tag, isCode := codeInBrackets(inside); !isRemark && isCode {
			remark.language, isRemark = tag, true
		}
		if !isRemark {
			break
		}
		said.take(remark)
		rest = strings.TrimRight(before, trailing)
	}
	if remark, ok := readRemark(rest); ok {
		said.take(remark)
		return said
	}
	if strings.TrimFunc(rest, isEdge) != "" {
		said.Title = rest
	}
	return said
}

// take adds a remark that stands before those read so far.
func (s *Said) take(r remark) {
	if r.language != "" {
		s.Language = r.language
	}
	s.Fetch, s.Form = s.Fetch || r.fetch, s.Form || r.form
}

// codeInBrackets reads the code of a language where nothing else stands between brackets: "(fr)".
func codeInBrackets(inside string) (string, bool) {
	code := strings.TrimSpace(inside)
	if !shortCodes[strings.ToLower(code)] {
		return "", false
	}
	return languageOf(strings.ToUpper(code))
}
