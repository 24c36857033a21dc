package survey

import (
	"slices"
	"strings"
	"unicode"

	"wp2pub/mapping"
	"wp2pub/migrate/pattern"
)

const (
	mostSamples = 5
	mostLetters = 80
	mostOfURL   = 500
)

// samples are the first different values, by the IDs of their posts.
type samples []sample

type sample struct {
	post int64
	text string
}

// wants reports whether a value of a post may become a sample.
func (s samples) wants(post int64) bool { return len(s) < mostSamples || s[mostSamples-1].post > post }

// add takes a value of a post.
func (s *samples) add(post int64, text string) {
	if !s.wants(post) {
		return
	}
	text = sampleOf(text)
	known := slices.IndexFunc(*s, func(k sample) bool { return k.text == text })
	switch {
	case text == "", known >= 0 && (*s)[known].post <= post:
		return
	case known >= 0:
		*s = slices.Delete(*s, known, known+1)
	}
	at := slices.IndexFunc(*s, func(k sample) bool { return k.post > post })
	if at < 0 {
		at = len(*s)
	}
	*s = slices.Insert(*s, at, sample{post, text})
	*s = (*s)[:min(mostSamples, len(*s))]
}

func (s samples) list() []string {
	list := []string{}
	for _, k := range s {
		list = append(list, k.text)
	}
	return list
}

// sampleOf is a value as a report may show it: on one line, shortened and masked.
func sampleOf(text string) string { return shown(text, mostLetters) }

// shown is a text on one line, masked, of at most so many letters.
func shown(text string, most int) string {
	if enough := 20 * most; len(text) > enough { // what stands behind them is never shown
		text = strings.ToValidUTF8(text[:enough], "")
	}
	letters := []rune(masked(oneLine(text)))
	if len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return string(letters)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

var (
	address  = pattern.New(`(?i)[\p{L}\p{N}._%+'-]+\s?(?:@|\[at\]|\(at\)|&#0*64;|%40)\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`)
	network  = pattern.New(`\b\d{1,3}(?:\.\d{1,3}){3}\b|(?i:\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}\b)`)
	calling  = pattern.New(`\+?[(]?\p{Nd}[\p{Nd}\s()./\x{2010}-\x{2013}-]{5,}\p{Nd}`)
	plainDay = pattern.New(`^\d{4}[-./]?\d{2}[-./]?\d{2}(\s|$)|^\d{1,2}[-./]\d{1,2}[-./]\d{4}`)
)

// masked is a text without e-mail addresses, phone numbers and network addresses.
func masked(text string) string {
	if strings.ContainsAny(text, "@[(%&") {
		text = address.ReplaceAllString(text, "[e-mail]")
	}
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return text
	}
	text = network.ReplaceAllString(text, "[address]")
	if strings.Contains(text, "://") {
		return text // numbers in a URL are part of its path
	}
	return calling.ReplaceAllStringFunc(text, func(number string) string {
		if isPhone(number) {
			return "[phone]"
		}
		return number
	})
}

// isPhone reports whether a run of digits and what joins them may be a phone number: it is no date, no ISBN, no range of
// years and no other number that people write with few marks.
func isPhone(number string) bool {
	digits, groups, inside := 0, 0, false
	for _, c := range number {
		if unicode.IsDigit(c) {
			digits++
			groups += one(!inside)
		}
		inside = unicode.IsDigit(c)
	}
	switch {
	case digits < 7 || digits > 15 || plainDay.MatchString(number) || groups == 4 && isISBN(number) || isISSN(number):
		return false
	case strings.HasPrefix(number, "978"), strings.HasPrefix(number, "979"): // an ISBN that does not check
		return false
	case strings.HasPrefix(number, "+"), strings.HasPrefix(number, "("), strings.HasPrefix(number, "0"):
		return true
	case groups == 1:
		return digits > 9 && !(digits == 10 && number[0] == '1') // which is a time in seconds
	}
	return groups > 2
}

// secretWords are the words in the names of values that nobody may see.
var secretWords = strings.Fields(`pass passwd password passphrase pwd token secret hash session nonce salt apikey auth oauth otp signature credential
	credentials cookie ip ips useragent passwort kennwort passe contrasena contraseña clave senha wachtwoord hasło пароль`)

// isSecret reports whether the name of a value says that nobody may see it.
func isSecret(path mapping.Path) bool {
	for _, segment := range path[1:] {
		words := wordsOf(segment)
		for i, word := range words {
			if slices.Contains(secretWords, word) {
				return true
			}
			if word == "key" && i > 0 && slices.Contains([]string{"api", "license", "licence", "private", "access", "encryption"}, words[i-1]) {
				return true
			}
		}
	}
	return false
}

// wordsOf takes a name apart: "postPassword_2" is post, password, 2.
func wordsOf(name string) []string {
	var b strings.Builder
	lower := false
	for _, c := range name {
		if unicode.IsUpper(c) && lower {
			b.WriteByte(' ')
		}
		lower = unicode.IsLower(c)
		b.WriteRune(unicode.ToLower(c))
	}
	return strings.FieldsFunc(b.String(), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// looksSecret reports whether a value is a hash or a key, whatever it is called: a long run of letters and digits that
// are no words.
func looksSecret(text string) bool {
	if strings.HasPrefix(text, "$P$") || strings.HasPrefix(text, "$2y$") || strings.HasPrefix(text, "$argon2") {
		return true
	}
	if len(text) < 24 || strings.ContainsFunc(text, func(c rune) bool { return !isKeyRune(c) }) {
		return false
	}
	return strings.ContainsAny(text, "0123456789") && strings.ContainsFunc(text, unicode.IsLetter)
}

func isKeyRune(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("+/=_", c)
}
