package clean

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// declared returns the value that an element's inline style gives a property: lower case, without "!important".
func declared(n *html.Node, property string) string {
	style := attribute(n, "style")
	if style == "" {
		return ""
	}
	value := ""
	for declaration := range strings.SplitSeq(style, ";") {
		name, v, ok := strings.Cut(declaration, ":")
		if ok && strings.EqualFold(strings.TrimSpace(name), property) {
			v = strings.ToLower(strings.TrimSpace(v))
			value = strings.TrimSpace(strings.TrimSuffix(v, "!important"))
		}
	}
	return value
}

// length reads a CSS length or an HTML dimension as a number of pixels, or of whatever unit it has.
func length(s string) (float64, bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.' || s[end] == '-') {
		end++
	}
	if end == 0 {
		return 0, false
	}
	n, err := strconv.ParseFloat(s[:end], 64)
	return n, err == nil
}

// hiddenByStyle reports whether an element's inline style hides it.
func hiddenByStyle(n *html.Node) bool {
	if attribute(n, "style") == "" {
		return false
	}
	if declared(n, "display") == "none" || declared(n, "visibility") == "hidden" {
		return true
	}
	for _, property := range []string{"font-size", "opacity", "line-height"} {
		if size, ok := length(declared(n, property)); ok && size == 0 {
			return true
		}
	}
	for _, property := range []string{"height", "width", "max-height"} {
		if size, ok := length(declared(n, property)); ok && size <= 1 && declared(n, "overflow") == "hidden" && !strings.Contains(declared(n, property), "%") {
			return true
		}
	}
	for _, property := range []string{"left", "top", "right", "text-indent", "margin-left"} {
		if offset, ok := length(declared(n, property)); ok && (offset <= -900 || offset >= 9000) {
			return true
		}
	}
	return false
}
