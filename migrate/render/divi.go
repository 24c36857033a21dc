package render

import (
	"encoding/base64"
	"encoding/json"
	"html"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// diviMark begins a token in the text and the attributes of Divi's shortcodes: base64 of what is to be looked up when
// the page is shown. It ends with "@".
const diviMark = "@ET-DC@"

// diviLineBreak stands for a line end in code that must not become paragraphs.
const diviLineBreak = "[et_pb_line_break_holder]"

// divi undoes what Divi does to its text before its shortcodes are read: line ends hidden in comments, and tokens.
func (r *renderer) divi(s string) string {
	if strings.Contains(s, diviLineBreak) {
		s = diviLineBreaks.Replace(s)
	}
	if !strings.Contains(s, diviMark) {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, diviMark)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		n := 0
		for n < len(rest) && (isLetter(rest[n]) || isDigit(rest[n]) || strings.IndexByte("+/=-_", rest[n]) >= 0) {
			n++
		}
		b.WriteString(escapeBrackets(html.EscapeString(r.diviToken(rest[:n]))))
		s = strings.TrimPrefix(rest[n:], "@")
	}
}

var diviLineBreaks = strings.NewReplacer("<!-- "+diviLineBreak+" -->", "\n", "&lt;!-- "+diviLineBreak+" --&gt;", "\n",
	"<!– "+diviLineBreak+" –>", "\n", diviLineBreak, "\n")

// diviToken looks up what a token names.
func (r *renderer) diviToken(encoded string) string {
	var token struct {
		Content  string
		Settings map[string]any
	}
	decoded, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || json.Unmarshal(decoded, &token) != nil {
		r.lose(finding.BlockDynamic, "divi dynamic content that cannot be read")
		return ""
	}
	setting := func(name string) string {
		text, _ := token.Settings[name].(string)
		return text
	}
	value := ""
	switch name := token.Content; {
	case name == "post_title":
		value = wordpress.PlainText(r.post.Title)
	case name == "site_title":
		stored, _ := r.view.Option("blogname")
		value = wordpress.PlainText(stored)
	case name == "home_url":
		value = r.view.Setup().Home
	case strings.HasPrefix(name, "post_link_url"):
		if id, ok := number(setting("post_id")); ok {
			value = r.view.Reference(id).URL
		} else {
			value = r.view.Permalink(r.post.ID)
		}
	case strings.HasPrefix(name, "custom_meta_"):
		if key := strings.TrimPrefix(name, "custom_meta_"); !strings.HasPrefix(key, "_") {
			value, _ = r.post.MetaValue(key)
		}
	}
	if value == "" {
		r.lose(finding.BlockDynamic, "divi "+token.Content)
		return ""
	}
	return setting("before") + value + setting("after")
}
