package seo

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// What variables stand for. Each plugin has its own names for these.

// written makes a variable of a value that somebody wrote.
func written(value func(*page) string) variable {
	return func(p *page, _ string) (string, origin) { return value(p), stored }
}

var (
	postTitle    = written(func(p *page) string { return wordpress.PlainText(p.post.Title) })
	siteName     = option("blogname")
	tagline      = option("blogdescription")
	manual       = written(func(p *page) string { return plain(p.post.Excerpt) })
	authorName   = written(authorOf)
	authorText   = written(func(p *page) string { return p.user("description") })
	authorGiven  = written(func(p *page) string { return p.user("first_name") })
	authorFamily = written(func(p *page) string { return p.user("last_name") })
	parentTitle  = written(func(p *page) string { return p.reference(p.post.Parent) })
	typeName     = written(func(p *page) string { return p.view.PostType(p.post.Type).Singular })
	typeNames    = written(func(p *page) string { return p.view.PostType(p.post.Type).Label })
	permalink    = written(func(p *page) string { return p.view.Permalink(p.post.ID) })
	authorID     = written(func(p *page) string { return strconv.FormatInt(p.post.Author, 10) })
	postID       = written(func(p *page) string { return strconv.FormatInt(p.post.ID, 10) })
	pageTotal    = written(func(p *page) string { return strconv.Itoa(strings.Count(p.post.Content, "<!--nextpage-->") + 1) })
	category     = terms("category", 1)
	categories   = terms("category", 0)
	tag          = terms("post_tag", 1)
	tags         = terms("post_tag", 0)
)

// separator is what stands between the parts of a title.
func separator(p *page, _ string) (string, origin) { return p.plugin.syntax.separator(p), between }

// nothing is a variable of other pages: of archives, of what was searched for, of the second page of many.
func nothing(*page, string) (string, origin) { return "", between }

// clock is a variable that depends on the day.
func clock(*page, string) (string, origin) { return "", moment }

// one is the number of the first page.
func one(*page, string) (string, origin) { return "1", stored }

// option is the text of an option of the site.
func option(name string) variable {
	return written(func(p *page) string {
		value, _ := p.view.Option(name)
		return plain(value)
	})
}

// excerpt is the manual excerpt, else how the page begins.
func excerpt(p *page, _ string) (string, origin) {
	if text := plain(p.post.Excerpt); text != "" {
		return text, stored
	}
	return content(p, "")
}

// content is how the page begins.
func content(p *page, _ string) (string, origin) {
	return p.plugin.syntax.excerpt(plain(strings.ToValidUTF8(p.post.Content[:min(len(p.post.Content), longest)], ""))), beginning
}

// posted and modified are dates in the format given, else in that of the site.
func posted(p *page, format string) (string, origin)   { return p.dated(p.post.Date, format) }
func modified(p *page, format string) (string, origin) { return p.dated(p.post.Modified, format) }

func (p *page) dated(local, format string) (string, origin) {
	text, ok := p.date(local, format)
	if !ok && strings.Trim(local, "0-: ") != "" {
		return "", foreign
	}
	return text, stored
}

// dateIn is the date of the post in one format.
func dateIn(format string) variable {
	return func(p *page, _ string) (string, origin) { return posted(p, format) }
}

// terms are the names of terms of a taxonomy; at most so many, 0 for all.
func terms(taxonomy string, most int) variable {
	return written(func(p *page) string { return joined(p.terms(taxonomy), most) })
}

func joined(names []string, most int) string {
	if most > 0 && len(names) > most {
		names = names[:most]
	}
	return strings.Join(names, ", ")
}

// primary is the category that the editor chose in this meta value, where the post is in it.
func primary(key string) variable {
	return written(func(p *page) string {
		for _, term := range p.view.Terms(p.post.ID) {
			if id, ok := wordpress.ParseID(p.meta(key)); ok && term.ID == id {
				return term.PublicName()
			}
		}
		return ""
	})
}

// field is a value of postmeta; that of a password field is none.
func field(p *page, key string) (string, origin) {
	if wordpress.IsSerialized(p.meta(key)) || p.view.HoldsPassword(p.meta("_"+key)) {
		return "", stored
	}
	return plain(p.meta(key)), stored
}

// metaOf is the value of a certain key of postmeta.
func metaOf(key string) variable {
	return func(p *page, _ string) (string, origin) { return field(p, key) }
}

// allTerms and firstTerm are the terms of a taxonomy that the variable names; termText is what the first is about.
func allTerms(p *page, taxonomy string) (string, origin) { return joined(p.terms(taxonomy), 0), stored }
func firstTerm(p *page, taxonomy string) (string, origin) {
	return joined(p.terms(taxonomy), 1), stored
}
func termText(p *page, taxonomy string) (string, origin) {
	for _, term := range p.view.Terms(p.post.ID) {
		if term.Taxonomy == taxonomy {
			return plain(term.Description), stored
		}
	}
	return "", stored
}

// user is what the author of the post says in a value of usermeta.
func (p *page) user(key string) string {
	author, ok := p.view.User(p.post.Author)
	if !ok {
		return ""
	}
	for _, m := range author.Meta {
		if m.Key == key {
			return plain(m.Value)
		}
	}
	return ""
}

// authorOf is the display name of the author; never a login or an address.
func authorOf(p *page) string {
	author, ok := p.view.User(p.post.Author)
	if !ok {
		return ""
	}
	name, _ := author.PublicName()
	return name
}

// reference is the title of a post, where it may leave.
func (p *page) reference(id int64) string {
	if id == 0 {
		return ""
	}
	return p.view.Reference(id).Title
}

var (
	brackets = pattern.New(`\[/?[A-Za-z][^\[\]<>]*\]`)
	hidden   = pattern.New(`(?is)<(?:script|style)\b.*?</(?:script|style)\s*>`)
	blockEnd = pattern.New(`(?i)</?(?:p|div|h[1-6]|li|ul|ol|br|td|th|tr|blockquote|figure|figcaption|pre|table)\b[^<>]*>`)
)

// longest is how much of a page its beginning is looked for in.
const longest = 1 << 16

// plain is HTML as one line of text, without shortcodes.
func plain(html string) string {
	if html == "" {
		return ""
	}
	html = blockEnd.ReplaceAllString(hidden.ReplaceAllString(brackets.ReplaceAllString(html, " "), " "), " ")
	return strings.Join(strings.Fields(wordpress.PlainText(html)), " ")
}

// shorter cuts a text behind the last word that ends within so many letters.
func shorter(letters int) func(string) string {
	return func(text string) string {
		if utf8.RuneCountInString(text) <= letters {
			return text
		}
		cut := string([]rune(text)[:letters])
		if space := strings.LastIndexByte(cut, ' '); space > 0 {
			cut = cut[:space]
		}
		return cut
	}
}

// fewer cuts a text behind so many words.
func fewer(words int) func(string) string {
	return func(text string) string {
		all := strings.Fields(text)
		if len(all) <= words {
			return text
		}
		return strings.Join(all[:words], " ") + "…"
	}
}
