package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/finding"
)

// CheckEncoding looks for what a wrong character set has done to texts that belong together: UTF-8 read as Windows-1252
// once or twice, Windows-1252 read as Latin-1 (which leaves C1 control characters), and characters that were lost
// (U+FFFD). It returns a finding, without its field, for each. With repair, texts become what they were before, where
// that is certain. They are judged as one, since what one paragraph proves of its encoding holds for the next; where
// that leads to nothing, one by one.
func CheckEncoding(texts []string, repair bool) []finding.Finding {
	if !slices.ContainsFunc(texts, suspicious) {
		return nil
	}
	whole := judge(strings.Join(texts, "\x00"))
	if !whole.doubtful() {
		return nil
	}
	if parts := strings.Split(whole.text, "\x00"); whole.certain() && len(parts) == len(texts) {
		if repair {
			copy(texts, parts)
		}
		return whole.findings(repair)
	}
	var found []finding.Finding
	for i, text := range texts {
		j := judge(text)
		if repair {
			texts[i] = j.text
		}
		for _, f := range j.findings(repair) {
			if !slices.ContainsFunc(found, func(other finding.Finding) bool { return other.Detail == f.Detail }) {
				found = append(found, f)
			}
		}
	}
	return found
}

// suspicious reports whether there is anything in a text that could be doubtful.
func suspicious(text string) bool {
	if plainASCII(text) {
		return false
	}
	r := readAgain(text)
	return len(r.sequences) > 0 || r.remnants > 0 || controls(text) || strings.ContainsRune(text, utf8.RuneError)
}

// judgement is what may be wrong with a text, and what it is once that is repaired.
type judgement struct {
	text       string  // repaired as far as that is certain
	lost       bool    // it holds characters that are lost
	misread    string  // a stretch that looks misread
	confidence float64 // that it is; 0: nothing looks so
	reread     bool    // it is repaired
	controls   bool    // it holds C1 control characters
	replaced   bool    // they are repaired
}

func (j *judgement) doubtful() bool { return j.lost || j.confidence > 0 || j.controls }

// certain reports whether all that is wrong is repaired.
func (j *judgement) certain() bool {
	return !j.lost && (j.confidence == 0 || j.reread) && (!j.controls || j.replaced)
}

func judge(text string) judgement {
	j := judgement{text: text}
	if plainASCII(text) {
		return j
	}
	j.lost = strings.ContainsRune(text, utf8.RuneError)
	j.misread, j.confidence = misread(text)
	if j.confidence > 0 {
		j.text, j.reread = reread(text)
	}
	if j.controls = controls(j.text); j.controls && (j.confidence == 0 || j.reread) {
		j.text, j.replaced = withoutControls(j.text)
	}
	return j
}

// findings says what is wrong, and whether it was repaired.
func (j *judgement) findings(repair bool) []finding.Finding {
	var found []finding.Finding
	doubt := func(value string, confidence float64, detail string) {
		found = append(found, finding.Finding{Code: finding.EncodingDoubtful, Value: value, Confidence: confidence, Detail: detail})
	}
	if j.lost {
		doubt("\ufffd", 0, "a character that was lost in an earlier conversion")
	}
	if j.confidence > 0 {
		doubt(j.misread, j.confidence, "text that looks like UTF-8 read as Windows-1252; "+outcome(j.reread, repair))
	}
	if j.controls {
		doubt("", 0, "C1 control characters: text of Windows-1252 taken for Latin-1; "+outcome(j.replaced, repair))
	}
	return found
}

// outcome says what became of a doubtful text.
func outcome(certain, repair bool) string {
	switch {
	case !certain:
		return "what it was is not certain, and it stays as it is"
	case repair:
		return "repaired"
	}
	return "--repair-encoding would repair it"
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// misread returns a stretch of text that looks misread and how sure that is; 0 where there is none.
func misread(s string) (shown string, confidence float64) {
	r := readAgain(s)
	switch {
	case r.sure > 0:
		return r.shown(s), 0.95
	case r.strays == 0 && r.likelyMisread(s), r.broken:
		return r.shown(s), 0.5
	}
	return "", 0
}

// shown is the first sequence that gives a text away, with those that stand beside it.
func (r *reading) shown(s string) string {
	const most = 8
	for i, q := range r.sequences {
		if r.sure > 0 && !q.sure {
			continue
		}
		end := q.to
		for _, next := range r.sequences[i+1 : min(i+most, len(r.sequences))] {
			if next.from != end {
				break
			}
			end = next.to
		}
		return s[q.from:end]
	}
	return ""
}

// rereads is how often a text may have been misread.
const rereads = 2

// reread takes a misread text back to what it was. It reports whether that is certain; else the text stays.
func reread(s string) (string, bool) {
	text := s
	for range rereads {
		r := readAgain(text)
		if r.sure == 0 {
			break
		}
		if !r.whole() && r.remnants > 0 {
			return s, false // bytes are missing
		}
		text = r.rewrite(text, r.whole())
	}
	if text == s {
		return s, false
	}
	r := readAgain(text)
	if r.sure > 0 || r.strays == 0 && r.whole() || r.likelyMisread(text) {
		return s, false // it may have been misread once more
	}
	for _, q := range r.sequences {
		if lead := leadOf(text, q); lead == 'Ã' || lead == 'Â' {
			return s, false
		}
	}
	return text, true
}

func controls(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 && r <= 0x9F }) >= 0
}

// punctuation are the characters between 0x80 and 0x9F that all code pages of Windows have in common, by their bytes.
var punctuation = map[rune]rune{
	0x82: '‚', 0x84: '„', 0x85: '…', 0x86: '†', 0x87: '‡', 0x89: '‰', 0x8B: '‹', 0x91: '‘', 0x92: '’', 0x93: '“', 0x94: '”',
	0x95: '•', 0x96: '–', 0x97: '—', 0x99: '™', 0x9B: '›',
}

// withoutControls puts the punctuation of Windows in the place of C1 control characters. It is certain where all of them are
// punctuation: the others are letters that differ from one code page to the next, and U+0085 alone may be a line end.
func withoutControls(s string) (string, bool) {
	certain, onlyLines := true, true
	text := strings.Map(func(r rune) rune {
		if !unicode.Is(unicode.Cc, r) || r < 0x80 {
			return r
		}
		p, known := punctuation[r]
		certain, onlyLines = certain && known, onlyLines && r == 0x85
		if !known {
			return r
		}
		return p
	}, s)
	if !certain || onlyLines {
		return s, false
	}
	return text, true
}
