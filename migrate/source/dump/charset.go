package dump

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// charset is how the bytes of strings become UTF-8.
type charset struct {
	runes *[256]rune // nil: the bytes are taken as they are
}

// asStored are the character sets whose bytes are UTF-8, or are not text.
var asStored = &charset{}

// charmaps are MySQL's names of single-byte character sets.
var charmaps = map[string]*charmap.Charmap{
	"latin1": charmap.Windows1252, "latin2": charmap.ISO8859_2, "latin5": charmap.ISO8859_9, "latin7": charmap.ISO8859_13,
	"cp1250": charmap.Windows1250, "cp1251": charmap.Windows1251, "cp1256": charmap.Windows1256, "cp1257": charmap.Windows1257,
	"cp850": charmap.CodePage850, "cp852": charmap.CodePage852, "cp866": charmap.CodePage866, "greek": charmap.ISO8859_7,
	"hebrew": charmap.ISO8859_8, "koi8r": charmap.KOI8R, "koi8u": charmap.KOI8U, "macroman": charmap.Macintosh, "tis620": charmap.Windows874,
}

// charsets returns the character set that MySQL calls by this name. Those in which a byte of a letter may look like
// a quote or a backslash are not known: a string in them cannot be told from its end.
func charsets(mysqlName string) (*charset, bool) {
	mysqlName = strings.ToLower(mysqlName)
	switch mysqlName {
	case "", "utf8", "utf8mb3", "utf8mb4", "binary", "ascii", "default":
		return asStored, true
	}
	m, known := charmaps[mysqlName]
	if !known {
		return nil, false
	}
	runes := new([256]rune)
	for b := range runes {
		runes[b] = m.DecodeByte(byte(b))
		if runes[b] == utf8.RuneError || b < 0x80 {
			runes[b] = rune(b) // MySQL gives a byte without a letter the control character of its number
		}
	}
	return &charset{runes}, true
}

func unknownCharset(mysqlName string) string {
	return fmt.Sprintf("strings in the character set %q, which cannot be read. Make the dump again with --default-character-set=utf8mb4", mysqlName)
}

// decode returns the text of bytes in this character set.
func (c *charset) decode(s string) string {
	if c.runes == nil || isASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for i := range len(s) {
		b.WriteRune(c.runes[s[i]])
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
