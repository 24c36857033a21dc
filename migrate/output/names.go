package output

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// maxName is the most bytes that a slug takes in a file name: with a post's ID, a format and ".local" the name stays
// below the 255 that file systems allow, and a path below Windows' 260 in a usual place.
const maxName = 120

// safeName makes a file name of a slug, for Linux, macOS and Windows alike: NFC, without path separators, characters
// that Windows forbids, controls and marks that turn the reading direction; no dot or hyphen at the ends, no reserved
// device name; what is too long is cut and told apart by eight digits of its digest. An ordinary slug stays as it is.
// It returns "" where nothing is left.
func safeName(slug string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(slug, "") {
		switch {
		case strings.ContainsRune(`/\<>:"|?*`, r), unicode.IsSpace(r):
			b.WriteByte('-')
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != zeroWidthNonJoiner && r != zeroWidthJoiner, r == utf8.RuneError, r&0xFFFE == 0xFFFE:
		default:
			b.WriteRune(r)
		}
	}
	name := strings.TrimFunc(norm.NFC.String(b.String()), func(r rune) bool { return strings.ContainsRune(".-~", r) || unicode.Is(unicode.Cf, r) })
	if len(name) > maxName {
		name = cut(name, maxName-9) + "-" + shortDigest(slug)
	}
	if reserved(name) {
		name = "_" + name
	}
	return name
}

// Two marks that some scripts cannot be written without.
const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// cut returns at most size bytes of a name, ending before a letter and, unless many follow one letter, not before marks.
func cut(name string, size int) string {
	for back := 0; size > 0; size, back = size-1, back+1 {
		r, _ := utf8.DecodeRuneInString(name[size:])
		if utf8.RuneStart(name[size]) && (back > 32 || !unicode.Is(unicode.M, r)) {
			break
		}
	}
	return strings.TrimRight(name[:size], ".-")
}

// shortDigest tells texts apart in file names.
func shortDigest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// reserved reports whether Windows takes the name for a device, whatever follows a dot, or for a folder that is no place for records.
func reserved(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	base = strings.TrimRight(base, " ")
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	if strings.HasPrefix(base, "WP2PUB~") || strings.HasPrefix(base, "GIT~") { // what Windows calls .wp2pub and .git for short
		return true
	}
	device, found := strings.CutPrefix(base, "COM")
	if !found {
		device, found = strings.CutPrefix(base, "LPT")
	}
	return found && strings.Contains("0123456789¹²³", device) && utf8.RuneCountInString(device) == 1
}

// fold gives names that some file system takes for the same one form.
func fold(path string) string {
	ascii := true
	for i := range len(path) {
		ascii = ascii && path[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(path)
	}
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(path)))
}

// compareIDs orders records by site, post and id.
func compareIDs(a, b string) int {
	siteA, postA, _, _ := splitID(a)
	siteB, postB, _, _ := splitID(b)
	return cmp.Or(strings.Compare(siteA, siteB), cmp.Compare(postA, postB), strings.Compare(a, b))
}

// splitID reads the parts of a record's id: SITE:POSTID or SITE:POSTID#KEY.
func splitID(id string) (site string, post int64, key string, ok bool) {
	at := strings.IndexByte(id, ':')
	if at < 0 {
		return "", 0, "", false
	}
	digits, key, _ := strings.Cut(id[at+1:], "#")
	post, err := strconv.ParseInt(digits, 10, 64)
	return id[:at], post, key, err == nil
}
