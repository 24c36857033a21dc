package identifier

import (
	"fmt"
	"net/url"
	"strings"

	"wp2pub/migrate/pattern"
)

// A DOI has a prefix, 10. and a number of four to nine digits, perhaps parted, and behind a slash a suffix of any signs.
var (
	doiPattern = pattern.New(`(?i)\b10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s"<>]+(?:<[^\s"<>]+>[^\s"<>]+)?`)
	doiLike    = pattern.New(`(?i)\b10\.[0-9]{2,}(?:\.[0-9]+)*(?:/\S*)?`)
	barePage   = pattern.New(`(?i)^(?:dx\.)?doi\.org/|^hdl\.handle\.net/|^(?:www\.)?undocs\.org/|^orcid\.org/`)
)

// longest bounds in bytes what can be an identifier.
const longest = 500

func findDOI(text string) []span {
	var all []span
	for _, at := range doiPattern.FindAllStringIndex(text, -1) {
		if at[1]-at[0] > longest {
			continue
		}
		found := cutEnd(text[at[0]:at[1]])
		if value, ok := doi(found); ok {
			all = append(all, span{start: at[0], end: at[0] + len(found), value: value})
		}
	}
	return all
}

func readDOI(text string) []span {
	if all := findDOI(text); all != nil {
		return all
	}
	if decoded, err := url.PathUnescape(text); err == nil && decoded != text {
		if all := findDOI(decoded); len(all) == 1 {
			return []span{{start: 0, end: len(text), value: all[0].value}}
		}
	}
	for _, at := range doiLike.FindAllStringIndex(text, 1) {
		return []span{{at[0], at[1], text[at[0]:at[1]], fmt.Errorf("a DOI has a number of four digits or more behind 10. and, behind a slash, a name")}}
	}
	return nil
}

// doi gives a DOI its form: small letters, percent signs decoded.
func doi(found string) (string, bool) {
	for range 3 { // some encode what is encoded
		decoded, err := url.PathUnescape(found)
		if err != nil || decoded == found || strings.ContainsAny(decoded, " \t\n") {
			break
		}
		found = decoded
	}
	found = cutEnd(strings.ToLower(plainSigns(strings.ToValidUTF8(found, ""))))
	return found, len(found) <= longest && doiPattern.FindString(found) == found && found != ""
}

// linkedDOI reads the address of a resolver, or one of a publisher that has a DOI in its path.
func linkedDOI(address string) (string, bool) {
	u, ok := parsedAddress(address)
	if !ok {
		return "", false
	}
	path := u.Path
	switch host := u.Hostname(); {
	case host == "doi.org" || host == "dx.doi.org" || host == "www.doi.org":
		path = strings.TrimPrefix(strings.TrimLeft(path, "/"), "doi:")
		if !doiPattern.MatchString(path) || !strings.HasPrefix(path, "10.") {
			return "", false
		}
		return doi(cutEnd(path))
	default:
		_, behind, found := strings.Cut(path, "/doi/")
		if !found {
			return "", false
		}
		at := strings.Index(behind, "10.")
		if at < 0 || at > len("reader/") || !doiPattern.MatchString(behind[at:]) {
			return "", false
		}
		return doi(cutEnd(behind[at:]))
	}
}

// cutEnd takes signs from the end of an identifier that belong to the sentence around it. A bracket stays where its fellow is inside.
func cutEnd(text string) string {
	for {
		short := strings.TrimRight(text, ".,;:!?'\"*_|\\`")
		for _, quote := range []string{"’", "”", "»", "“", "…", "。", "，", "）", "、", "؛", "،", "&quot", "&gt", "&amp"} {
			short = strings.TrimSuffix(short, quote)
		}
		for _, pair := range []string{"()", "[]", "{}"} {
			if strings.HasSuffix(short, pair[1:]) && strings.Count(short, pair[:1]) < strings.Count(short, pair[1:]) {
				short = short[:len(short)-1]
			}
		}
		if short == text {
			return text
		}
		text = short
	}
}

const longestAddress = 2000

// parsedAddress is an address with its host in small letters and its path decoded.
func parsedAddress(address string) (*url.URL, bool) {
	address = strings.TrimSpace(address)
	if !strings.Contains(address, "://") {
		address = "https://" + strings.TrimPrefix(address, "//")
	}
	u, err := url.Parse(address)
	if len(address) > longestAddress {
		return nil, false
	}
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, false
	}
	u.Host = strings.ToLower(u.Host)
	return u, true
}

// A Handle has a naming authority of digits and dots, and a name behind a slash. Without an address or a label, a date looks like one.
var (
	handlePattern = pattern.New(`^[0-9]+(?:\.[0-9A-Za-z]+)*/[^\s]+$`)
	handleLabel   = pattern.New(`(?i)(?:https?://)?(?:hdl\.handle\.net/|\bhdl:\s*|\bhandle(?:\s+(?:no|id))?\.?\s*:\s*)`)
)

// handle gives a Handle its form, which but for signs around it is its own.
func handle(text string) (string, bool) {
	text = cutEnd(plainSigns(strings.ToValidUTF8(text, "")))
	return text, len(text) <= longest && handlePattern.MatchString(text)
}

func readHandle(text string) []span {
	if all := findHandle(text); all != nil {
		return all
	}
	trimmed := strings.TrimSpace(text)
	if value, ok := handle(trimmed); ok {
		start := strings.Index(text, trimmed)
		return []span{{start: start, end: start + len(trimmed), value: value}}
	}
	return nil
}

func findHandle(text string) []span {
	var all []span
	for _, at := range handleLabel.FindAllStringIndex(text, -1) {
		found, _, _ := strings.Cut(text[at[1]:min(len(text), at[1]+longest)], " ")
		before, _, _ := strings.Cut(found, "?")
		if value, ok := handle(before); ok {
			all = append(all, span{start: at[0], end: at[1] + len(found), value: value})
		}
	}
	return all
}

// linkedHandle reads the address of the resolver, or one of a repository that has a Handle in its path.
func linkedHandle(address string) (string, bool) {
	u, ok := parsedAddress(address)
	if !ok {
		return "", false
	}
	path := strings.Trim(u.Path, "/")
	if u.Hostname() != "hdl.handle.net" {
		_, behind, found := strings.Cut(u.Path, "/handle/")
		parts := strings.SplitN(behind, "/", 3)
		if !found || len(parts) < 2 {
			return "", false
		}
		path = parts[0] + "/" + parts[1]
	}
	return handle(path)
}
