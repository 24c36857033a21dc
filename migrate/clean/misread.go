package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text in UTF-8 that some program took for Windows-1252 or Latin-1 shows two to four characters for each one beyond
// ASCII: "Ã©" for "é". Nothing is lost by that, and it can be undone, once it is certain that the characters do not mean
// themselves: "CAFÉ »" with a no-break space would be a fine letter of the phonetic alphabet and a stray byte.
//
// What is certain is told by what no one writes. A sequence is sure if one of its characters cannot follow the one
// before it in any language: a currency sign or a half behind a letter, a capital Ã in the middle of a word, a control
// character. A text is taken back as a whole if all of it reads as UTF-8 and some of it is sure; otherwise, sure
// sequences alone. And where the result could be read as UTF-8 once more, or bytes seem to be missing, nothing is done.

// sequence is a stretch of a text whose characters, as bytes of Windows-1252, are one character in UTF-8.
type sequence struct {
	from, to int
	char     rune
	written  bool // people write that character
	sure     bool // the stretch cannot mean itself
}

// reading is a text read as bytes of Windows-1252.
type reading struct {
	sequences []sequence
	sure      int  // how many of them are
	likely    int  // how many are of characters that people write
	strays    int  // characters beyond ASCII that belong to none
	letters   int  // how many of these are letters
	remnants  int  // strays that look like the rest of a sequence
	broken    bool // a stray capital stands where only the rest of a sequence can
}

// whole reports whether every letter beyond ASCII belongs to a sequence. Spaces and punctuation may have come later, as
// entities.
func (r *reading) whole() bool { return r.letters == 0 && len(r.sequences) > 0 }

// likelyMisread reports whether a text without a sure sequence looks misread all the same.
func (r *reading) likelyMisread(s string) bool {
	return r.broken || r.whole() && r.likely == len(r.sequences) && (r.likely > 1 || strings.ContainsRune("ÃÂÐÑ", leadOf(s, r.sequences[0])))
}

func leadOf(s string, q sequence) rune {
	lead, _ := utf8.DecodeRuneInString(s[q.from:])
	return lead
}

// readAgain finds the sequences of a text.
func readAgain(s string) *reading {
	r := &reading{}
	before := ' '
	first, clean := 0, true // of the characters beyond ASCII that stand together: their first sequence; whether all are in one
	together := func() {
		for i := first; clean && i < len(r.sequences); i++ {
			if r.sequences[i].sure {
				r.allSure(first)
				break
			}
		}
		first, clean = len(r.sequences), true
	}
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if before >= utf8.RuneSelf {
				together()
			}
			before = rune(s[i])
			i++
			continue
		}
		if q, last, ok := sequenceAt(s, i, before); ok {
			r.add(q)
			before, i = last, q.to
			continue
		}
		char, size := utf8.DecodeRuneInString(s[i:])
		r.stray(char, before, s[i+size:])
		before, clean = char, false
		i += size
	}
	together()
	return r
}

func (r *reading) add(q sequence) {
	r.sequences = append(r.sequences, q)
	if q.sure {
		r.sure++
	}
	if q.written {
		r.likely++
	}
}

// allSure makes sequences that stand together sure, since one of them is.
func (r *reading) allSure(first int) {
	for i := first; i < len(r.sequences); i++ {
		if q := &r.sequences[i]; !q.sure && q.written {
			q.sure = true
			r.sure++
		}
	}
}

// stray takes note of a character that belongs to no sequence.
func (r *reading) stray(char, before rune, after string) {
	r.strays++
	if unicode.In(char, unicode.Letter, unicode.Mark) {
		r.letters++
	}
	switch {
	case char == 'Ã' || char == 'Â':
		r.remnants++
		r.broken = r.broken || unicode.IsLower(before)
	case char == 'â' && strings.HasPrefix(after, "€"):
		r.remnants++
		r.broken = true
	case char == utf8.RuneError && before >= utf8.RuneSelf, before == utf8.RuneError:
		r.remnants++
	}
}

// byteOf is the byte that a character beyond ASCII was read from. Latin-1 and Windows-1252 differ between 0x80 and
// 0x9F; either may have been the reader.
func byteOf(r rune) (byte, bool) {
	if r >= 0x80 && r <= 0xFF {
		return byte(r), true
	}
	if r < 0x80 {
		return 0, false
	}
	return charmap.Windows1252.EncodeRune(r)
}

// sequenceAt reads the sequence that begins at a position, and returns its last character, too. Before is the
// character in front of it.
func sequenceAt(s string, at int, before rune) (q sequence, last rune, ok bool) {
	var bytes [utf8.UTFMax]byte
	var chars [utf8.UTFMax]rune
	length, end := 1, at
	for n := 0; n < length; n++ {
		char, size := utf8.DecodeRuneInString(s[end:])
		b, ok := byteOf(char)
		if !ok || n > 0 && (b < 0x80 || b > 0xBF) {
			return q, 0, false
		}
		if n == 0 {
			if length = lengthOf(b); length == 0 {
				return q, 0, false
			}
		}
		bytes[n], chars[n], end = b, char, end+size
	}
	char, size := utf8.DecodeRune(bytes[:length])
	if size != length {
		return q, 0, false
	}
	q = sequence{from: at, to: end, char: char, written: unicode.Is(inUse, char)}
	q.sure = q.written && cannotMean(chars[:length], before, s[end:])
	return q, chars[length-1], true
}

// lengthOf is the length of the UTF-8 that begins with a byte; 0 where none does.
func lengthOf(b byte) int {
	switch {
	case b >= 0xC2 && b <= 0xDF:
		return 2
	case b >= 0xE0 && b <= 0xEF:
		return 3
	case b >= 0xF0 && b <= 0xF4:
		return 4
	}
	return 0
}

// notBehindLetters are characters that no one writes directly behind a letter beyond ASCII.
const notBehindLetters = "€‚ƒ„ˆ‰˜¢£¤¥§¨¬¯±µ¸¼½¾"

// notBehindSigns are those of them that do not follow × and Ø, either: "2×½" and "Ø½" are sizes.
const notBehindSigns = "‚ƒ„ˆ‰˜¤§¨¬¯µ¸"

// cannotMean reports whether the characters of a sequence cannot mean themselves between the character before
// them and the text after them.
func cannotMean(chars []rune, before rune, after string) bool {
	lead, second := chars[0], chars[1]
	for _, char := range chars {
		if char >= 0x80 && char <= 0x9F {
			return true
		}
	}
	if lead == '×' || lead == 'Ø' {
		return strings.ContainsRune(notBehindSigns, second) || lead == 'Ø' && unicode.IsLower(before)
	}
	if strings.ContainsRune(notBehindLetters, second) {
		return true
	}
	if len(chars) > 2 {
		return cannotFollowSmall(lead, second, chars[2])
	}
	if unicode.IsLower(before) && unicode.IsUpper(lead) && !unicode.IsLetter(second) {
		return true // a capital at the end of a word of small letters
	}
	if lead != 'Ã' && lead != 'Â' {
		return false
	}
	if strings.ContainsRune("ŠŒŽŸšœž", second) {
		return true // no language has both
	}
	return !unicode.IsLetter(before) && second != '\u00a0' && second != '…' && beginsWord(after) // "Ã–sterreich"
}

// beginsWord reports whether a text begins with the rest of a word whose first letter is missing.
func beginsWord(s string) bool {
	const least = 4
	n := 0
	for n < len(s) && n < least && 'a' <= s[n] && s[n] <= 'z' {
		n++
	}
	return n == least
}

// cannotFollowSmall is cannotMean for a small letter beyond ASCII and the two characters behind it.
func cannotFollowSmall(lead, second, third rune) bool {
	switch {
	case strings.ContainsRune("ŠŒŽŸ", second):
		return true // a capital behind a small letter
	case lead == 'ï' && second == '»' && third == '¿', lead == 'ï' && second == '¿' && third == '½':
		return true // a byte order mark, and a character that had been lost before
	case second == 'œ', second == 'š' || second == 'ž':
		if second == 'œ' || !strings.ContainsRune("áéíä", lead) {
			return true // no language has the two beside each other
		}
		return strings.ContainsRune(notBehindLetters+"ŠŒŽŸ", third)
	}
	return false
}

// rewrite takes sequences back to the characters that they were: the sure ones, or all.
func (r *reading) rewrite(s string, all bool) string {
	var b strings.Builder
	b.Grow(len(s))
	done := 0
	for _, q := range r.sequences {
		if all || q.sure {
			b.WriteString(s[done:q.from])
			b.WriteRune(q.char)
			done = q.to
		}
	}
	b.WriteString(s[done:])
	return b.String()
}

// inUse are the characters that people write, the control characters of misread text among them.
var inUse = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x0080, 0x017F, 1}, {0x018F, 0x0192, 3}, {0x01A0, 0x01A1, 1}, {0x01AF, 0x01B0, 1}, {0x01CD, 0x01DC, 1}, {0x0218, 0x021B, 1},
		{0x0259, 0x0259, 1}, {0x02B0, 0x0328, 1}, {0x0386, 0x03CE, 1},
		{0x0400, 0x052F, 1}, {0x0531, 0x058F, 1}, {0x0591, 0x05F4, 1}, {0x0600, 0x06FF, 1}, {0x0900, 0x0DFF, 1}, {0x0E01, 0x0EDF, 1},
		{0x0F00, 0x109F, 1}, {0x10A0, 0x137F, 1}, {0x1780, 0x17FF, 1}, {0x1D00, 0x1DBF, 1}, {0x1E00, 0x1FFE, 1}, {0x2000, 0x206F, 1}, {0x2070, 0x209C, 1},
		{0x20A0, 0x20BF, 1}, {0x2100, 0x27BF, 1}, {0x2900, 0x2BFF, 1}, {0x3000, 0x318F, 1}, {0x31A0, 0x9FFF, 1}, {0xAC00, 0xD7A3, 1},
		{0xF000, 0xF0FF, 1}, {0xFB00, 0xFDFF, 1}, {0xFE0E, 0xFE0F, 1}, {0xFE70, 0xFEFF, 1}, {0xFF01, 0xFFEE, 1}, {0xFFFD, 0xFFFD, 1},
	},
	R32: []unicode.Range32{{0x1D400, 0x1D7FF, 1}, {0x1F000, 0x1FAFF, 1}, {0x20000, 0x2FA1F, 1}, {0xE0020, 0xE007F, 1}},
}
