package export

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// keys gives every record the key that it is cited by: its first author or publisher, its year, and what its id ends in,
// which tells it apart from all others. So a key changes with nothing but its own record.
type keys struct {
	post  string          // the site and post of the last one
	given map[string]bool // the keys of that post's records
}

// key returns the key of an entry, of small letters, digits and hyphens.
func (k *keys) key(e *entry) string {
	site, number, _ := cutLast(e.record.ID, ":")
	post, further, several := strings.Cut(number, "#")
	if k.post != site+":"+post {
		k.post, k.given = site+":"+post, map[string]bool{}
	}
	key := firstWord(e)
	if len(e.issued) > 0 {
		key += strconv.Itoa(e.issued[0])
	}
	key += "-" + ascii(post)
	if several {
		key += "-" + ascii(further)
	}
	key = strings.Trim(key, "-")
	free := key
	for n := 2; k.given[free]; n++ {
		free = key + "-" + strconv.Itoa(n)
	}
	k.given[free] = true
	return free
}

// firstWord is a word by which people know a publication.
func firstWord(e *entry) string {
	for _, c := range e.names {
		for _, n := range c.names {
			if word := ascii(n.family); word != "" {
				return word
			}
			if word := ascii(initial(n.whole)); word != "" {
				return word
			}
		}
	}
	for _, text := range []string{e.publishers, e.title} {
		if word := ascii(initial(text)); word != "" {
			return word
		}
	}
	return "record"
}

// initial is the first word of a text that says something.
func initial(text string) string {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		if len(ascii(word)) > 2 && !strings.EqualFold(word, "the") {
			return word
		}
	}
	return ""
}

// ascii is what small letters and digits of ASCII make of a text, at most 40 of them.
func ascii(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		r = unicode.ToLower(r)
		if letter, other := foreignLetters[r]; other {
			b.WriteString(letter)
		} else if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			b.WriteRune(r)
		}
		if b.Len() >= 40 {
			break
		}
	}
	return b.String()
}

// foreignLetters are Latin letters that are no ASCII letter with a mark.
var foreignLetters = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i", 'ħ': "h"}

func cutLast(s, sep string) (before, after string, found bool) {
	if at := strings.LastIndex(s, sep); at >= 0 {
		return s[:at], s[at+len(sep):], true
	}
	return "", s, false
}
