package mysql

import (
	"strconv"
	"strings"
)

// clientOptions is what the section [client] of an option file says that matters here.
type clientOptions struct {
	user, password, host, socket string
	port                         int
}

// parseOptionFile reads the option file format of MySQL and MariaDB clients: sections in brackets, "name = value"
// lines, values in quotes or bare, comments after "#" (and after ";" at the start of a line). The later of two equal
// names holds. Other sections and !include lines are passed over.
func parseOptionFile(text string) clientOptions {
	var options clientOptions
	section := ""
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			section, _, _ = strings.Cut(name, "]")
			section = strings.TrimSpace(section)
			continue
		}
		if section != "client" || line == "" || strings.ContainsRune("#;!", rune(line[0])) {
			continue
		}
		name, value, _ := strings.Cut(line, "=")
		value = optionValue(strings.TrimSpace(value))
		switch strings.TrimSpace(name) {
		case "user":
			options.user = value
		case "password":
			options.password = value
		case "host":
			options.host = value
		case "socket":
			options.socket = value
		case "port":
			options.port, _ = strconv.Atoi(value)
		}
	}
	return options
}

// optionValue takes the quotes or the comment away from a value and resolves its escapes.
func optionValue(value string) string {
	if value == "" {
		return ""
	}
	if quote := value[0]; quote == '"' || quote == '\'' {
		if end := closingQuote(value); end > 0 {
			return unescapeOption(value[1:end])
		}
	}
	if i := strings.IndexByte(value, '#'); i >= 0 {
		value = strings.TrimSpace(value[:i])
	}
	return unescapeOption(value)
}

// closingQuote returns where the quote that opens a value is closed; 0 where it never is.
func closingQuote(value string) int {
	for i := 1; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case value[0]:
			return i
		}
	}
	return 0
}

var optionEscapes = map[byte]byte{'b': '\b', 't': '\t', 'n': '\n', 'r': '\r', 's': ' ', '\\': '\\', '"': '"', '\'': '\''}

// unescapeOption resolves the escapes that option files know; a backslash before anything else is itself.
func unescapeOption(value string) string {
	var out strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] == '\\' && i+1 < len(value) {
			if c, known := optionEscapes[value[i+1]]; known {
				out.WriteByte(c)
				i++
				continue
			}
		}
		out.WriteByte(value[i])
	}
	return out.String()
}
