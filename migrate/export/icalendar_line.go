package export

import (
	"io"
	"strings"
	"unicode/utf8"
)

// calendarLines writes lines of iCalendar: folded at 75 octets, never inside a character.
type calendarLines struct {
	to  io.Writer
	err error
}

// put writes a line as it is given.
func (l *calendarLines) put(line string) {
	const most = 75
	var folded strings.Builder
	room := most
	for _, r := range line {
		if n := utf8.RuneLen(r); n > room {
			folded.WriteString("\r\n ")
			room = most - 1 - n
		} else {
			room -= n
		}
		folded.WriteRune(r)
	}
	folded.WriteString("\r\n")
	if l.err == nil {
		_, l.err = io.WriteString(l.to, folded.String())
	}
}

// text writes a property whose value is a text, unless it is empty.
func (l *calendarLines) text(name, value string) {
	if value = strings.TrimSpace(value); value != "" {
		l.put(name + ":" + calendarText(value))
	}
}

// texts writes a property whose value is a list of texts.
func (l *calendarLines) texts(name string, values []string) {
	escaped := make([]string, 0, len(values))
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			escaped = append(escaped, calendarText(v))
		}
	}
	if len(escaped) > 0 {
		l.put(name + ":" + strings.Join(escaped, ","))
	}
}

var calendarEscapes = strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\r\n", "\\n", "\n", "\\n", "\r", "\\n")

// calendarText escapes a text. Control characters go: no calendar takes them.
func calendarText(text string) string {
	text = calendarEscapes.Replace(strings.ToValidUTF8(text, "\ufffd"))
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, text)
}

// calendarURI is an address as iCalendar takes it, or nothing.
func calendarURI(addresses ...string) string {
	for _, a := range addresses {
		scheme, rest, ok := strings.Cut(strings.TrimSpace(a), "://")
		if ok && rest != "" && scheme != "" && strings.Trim(strings.ToLower(scheme), "abcdefghijklmnopqrstuvwxyz0123456789+.-") == "" && !strings.ContainsFunc(rest, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '"' || r == '\ufffd' }) && utf8.ValidString(rest) {
			return scheme + "://" + rest
		}
	}
	return ""
}
