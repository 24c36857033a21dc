package wordpress

import (
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
)

// versions is how a site writes several languages into one text: qTranslate's marks around each, [:en]…[:fr]…[:].
type versions struct {
	on    bool   // the site's options speak of it; else only a text counts that begins with a mark
	first string // the code of the default language
	tags  map[string]string
}

// languageMark begins the text of a language, or ends all: [:en], [:], {:en}, {:}, <!--:en-->, <!--:-->.
var languageMark = pattern.New(`(?i)\[:([a-z]{2,3}(?:[-_][a-z]{2,4})?)?\]|\{:([a-z]{2,3}(?:[-_][a-z]{2,4})?)?\}|<!--:([a-z]{2,3}(?:[-_][a-z]{2,4})?)?-->`)

// qtranslateCodes are codes of qTranslate that mean another language elsewhere.
var qtranslateCodes = map[string]string{"pb": "pt-BR", "tw": "zh-TW"}

func readVersions(options map[string]string) versions {
	w := versions{first: strings.ToLower(options["qtranslate_default_language"]), tags: map[string]string{}}
	w.on = w.first != "" || options["qtranslate_enabled_languages"] != "" || strings.Contains(options["active_plugins"], `"qtranslate`)
	if php, err := Unserialize(options["qtranslate_locales"]); err == nil {
		locales, _ := php.Value.(Object)
		for _, l := range locales {
			w.tags[strings.ToLower(l.Name)] = LanguageTag(textOf(l.Value), l.Name)
		}
	}
	return w
}

// tag is the BCP 47 tag of a code.
func (w versions) tag(code string) string {
	if tag := w.tags[code]; tag != "" {
		return tag
	}
	return LanguageTag(qtranslateCodes[code], code)
}

// marked reports whether a text is written in several languages.
func (w versions) marked(text string) bool {
	if !mayBeMarked(text) {
		return false
	}
	at := languageMark.FindStringIndex(text)
	return at != nil && (w.on || strings.TrimSpace(text[:at[0]]) == "") && len(codesIn(text)) > 0
}

// mayBeMarked is a quick look, for the many texts without marks.
func mayBeMarked(text string) bool {
	return strings.Contains(text, "[:") || strings.Contains(text, "<!--:") || strings.Contains(text, "{:")
}

// codesIn are the codes of the languages that have something in a text, in its order.
func codesIn(text string) []string {
	var codes []string
	for part := range partsOf(text) {
		if part.code != "" && strings.TrimSpace(part.text) != "" && !slices.Contains(codes, part.code) {
			codes = append(codes, part.code)
		}
	}
	return codes
}

// languagePart is a piece of a text; without a code, it belongs to all languages.
type languagePart struct{ code, text string }

func partsOf(text string) func(func(languagePart) bool) {
	return func(yield func(languagePart) bool) {
		code, from := "", 0
		for _, m := range languageMark.FindAllStringSubmatchIndex(text, -1) {
			if m[0] > from && !yield(languagePart{code, text[from:m[0]]}) {
				return
			}
			code, from = "", m[1]
			for group := 2; group < len(m); group += 2 {
				if m[group] >= 0 {
					code = strings.ToLower(text[m[group]:m[group+1]])
				}
			}
		}
		if from < len(text) {
			yield(languagePart{code, text[from:]})
		}
	}
}

// in is a text in a language; where it is not written in that, in the default one, else in the first that it has.
func (w versions) in(text, code string) string {
	if !w.marked(text) {
		return text
	}
	codes := codesIn(text)
	if !slices.Contains(codes, code) {
		if code = w.first; !slices.Contains(codes, code) {
			code = codes[0]
		}
	}
	var b strings.Builder
	for part := range partsOf(text) {
		if part.code == "" || part.code == code {
			b.WriteString(part.text)
		}
	}
	return strings.TrimSpace(b.String())
}

// only is in for a text that is better missing than in another language.
func (w versions) only(text, code string) string {
	if w.marked(text) && !slices.Contains(codesIn(text), code) {
		return ""
	}
	return w.in(text, code)
}

// stored is in for a value that may be serialized.
func (w versions) stored(value, code string) string {
	if !mayBeMarked(value) || !languageMark.MatchString(value) {
		return value
	}
	if !IsSerialized(value) {
		return w.in(value, code)
	}
	php, err := Unserialize(trimPHP(value))
	if err != nil || len(php.Classes) > 0 {
		return value
	}
	return Serialize(eachText(php.Value, func(text string) string { return w.in(text, code) }))
}

// Version is a post in one of the languages that it is written in.
type Version struct {
	Language string // BCP 47
	Post     *Post
}

// Versions returns a post in each language that it is written in, first the default one; none where it is written in one only.
// A title or field that a language lacks is that of the default one; an excerpt that it lacks is empty.
func (v *View) Versions(post *Post) []Version {
	w := v.site.setup.versions
	v.note("Versions", 0, "", w.on, w.first, w.tags)
	var codes []string
	for _, text := range []string{post.Content, post.Title, post.Excerpt} {
		if w.marked(text) {
			codes = codesIn(text)
			break
		}
	}
	if codes == nil && !(w.on && slices.ContainsFunc(post.Meta, func(m Meta) bool { return mayBeMarked(m.Value) })) {
		return nil
	}
	if codes == nil {
		codes = []string{w.first}
	}
	if i := slices.Index(codes, w.first); i > 0 {
		codes = slices.Insert(slices.Delete(codes, i, i+1), 0, w.first)
	}
	all := make([]Version, len(codes))
	for i, code := range codes {
		one := *post
		one.Title, one.Content, one.Excerpt = w.in(post.Title, code), w.in(post.Content, code), w.only(post.Excerpt, code)
		one.Meta = make([]Meta, len(post.Meta))
		for j, m := range post.Meta {
			one.Meta[j] = Meta{m.Key, w.stored(m.Value, code)}
		}
		all[i] = Version{w.tag(code), &one}
	}
	return all
}

// inDefaultLanguage puts what the site shows of its posts, files and terms into the default language.
func (s *Site) inDefaultLanguage() {
	w := s.setup.versions
	if !w.on {
		return
	}
	put := func(text *string) { *text = w.in(*text, w.first) }
	for i := range s.entries {
		put(&s.entries[i].Title)
	}
	for _, a := range s.attachment {
		put(&a.Title)
		put(&a.Caption)
		put(&a.Description)
		put(&a.Alt)
	}
	for _, t := range s.terms {
		put(&t.Name)
		put(&t.Description)
	}
}

// LanguagesElsewhere are the languages into which TranslatePress translates pages when they are shown, text by text out of a
// dictionary: none of them is in a post.
func (v *View) LanguagesElsewhere() []string {
	settings, _ := v.Option("trp_settings")
	php, err := Unserialize(settings)
	all, _ := php.Value.(Object)
	if err != nil {
		return nil
	}
	source := textOf(lookup(all, "default-language"))
	var tags []string
	for _, locale := range textsIn(nil, lookup(all, "translation-languages")) {
		if locale != source {
			tags = append(tags, LanguageTag(locale))
		}
	}
	return tags
}
