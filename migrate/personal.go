package migrate

import (
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// markPersonalData writes a finding for each part of the record that holds an e-mail address. The address stays: the
// public page shows it. The finding lets people decide.
func markPersonalData(r *record.Record, log *finding.Log) {
	mark := func(field, text string) {
		if hasAddress(text) {
			log.Find(finding.Finding{Code: finding.PersonalData, Field: field, Detail: "an e-mail address"})
		}
	}
	mark("summary", r.Summary)
	mark("body", r.Body.HTML+"\n"+r.Body.Markdown+"\n"+r.Body.Text)
	for _, field := range r.Fields {
		eachText(field.Value, func(text string) { mark("fields."+field.Name, text) })
	}
}

// eachText calls do for every text in a value.
func eachText(value any, do func(string)) {
	switch v := value.(type) {
	case string:
		do(v)
	case []any:
		for _, element := range v {
			eachText(element, do)
		}
	case record.Object:
		for _, member := range v {
			eachText(member.Value, do)
		}
	}
}

// hasAddress reports whether a text holds what looks like an e-mail address: a run of letters, an @, and a host name
// with a dot.
func hasAddress(text string) bool {
	for {
		at := strings.IndexByte(text, '@')
		if at < 0 {
			return false
		}
		host := text[at+1:]
		if end := strings.IndexFunc(host, func(c rune) bool { return !addressRune(c) }); end >= 0 {
			host = host[:end]
		}
		dot := strings.LastIndexByte(strings.Trim(host, "."), '.')
		if at > 0 && addressRune(rune(text[at-1])) && dot > 0 && len(strings.Trim(host, "."))-dot > 2 {
			return true
		}
		text = text[at+1:]
	}
}

func addressRune(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c == '+' || c == '%'
}
