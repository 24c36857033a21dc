package render

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kinds are what shortcodes are by a word in their names, the surest first.
var kinds = []struct {
	words    map[string]bool
	template string
}{
	{nameSet("button btn buttons bouton boton botao pulsante knop knopf schaltflaeche"), button},
	{nameSet("hr divider separator spacer gap clear clearfix space spacing"), nothing},
	{nameSet("pdf document download"), "\n\n{url|file|src|pdf|pdf_url|href|link|source|path|0|attachment_id|content -> title|name|text|label|content}\n\n"},
	{nameSet("video youtube vimeo iframe embed"), film},
	{nameSet("tab toggle spoiler collapse faq question panel"), section},
	{nameSet("quote blockquote testimonial temoignage"), quotation},
	{nameSet("gallery carousel"), "\n\n{images|ids|gallery_ids|image_ids|include:images}{content}\n\n"},
	{nameSet("image img photo picture"), picture},
	{nameSet("heading headline title titre titel titulo titolo"), heading},
	{nameSet("counter milestone stat stats statistic progress skill chiffre chiffres zahl kennzahl cifra numero"), figureCounted},
	{nameSet("pricing price tarif preis precio prezzo"), priced},
	{nameSet("highlight dropcap tooltip badge icon"), inline},
	{nameSet("form forms login register search map gmap calendar slider posts blog grid portfolio products feed menu sidebar countdown newsletter subscribe formulaire formular formulario"), dynamic},
}

// heading begins the template of a heading; what it shows is guessed.
const heading = "<{tag|html_tag|heading_tag|title_tag|tag_name|level|niveau|=h2:heading}>"

// priced is an offer with its price.
const priced = "\n\n[<p><strong>{title|heading|name|titre|titel|titulo}</strong></p>][<p>{currency|currency_symbol}{price|amount|sum|prix|preis|precio} {period|per|time|interval|duration}</p>]\n\n{content}\n\n"

// figureCounted is a number that counts up, with what it counts.
const figureCounted = "\n\n[<p>{prefix|symbol_before}{number|value|counter_value|count|final|end|end_value|percent|percentage|valeur|wert|valor}{suffix|symbol|unit|units} {content|title|label|text|subject}</p>]\n\n"

// kind returns the template for what a shortcode is by its name: "" where the name does not say it, or what the
// shortcode holds does not fit.
func (c call) kind() string {
	words := wordsOf(c.name)
	for _, k := range kinds {
		if slices.ContainsFunc(words, func(word string) bool { return k.words[word] }) && c.fits(k.template, k.words[words[len(words)-1]]) {
			return k.template
		}
	}
	return ""
}

// fits reports whether a shortcode holds what a template is for. Last says that the name ends with the word.
func (c call) fits(template string, last bool) bool {
	switch {
	case template == dynamic || template == nothing:
		return !visible(c.content)
	case template == section:
		title, _ := c.first(sectionTitle)
		return title != ""
	case template == quotation:
		return !strings.Contains(c.content, "[") && c.fills(template)
	case template == inline:
		return last && c.isPhrase()
	case template == button || template == heading:
		return (c.isPhrase() || !visible(c.content) && len(c.texts()) > 0) && !strings.Contains(c.content, "[")
	}
	return c.fills(template)
}

// fills reports whether a shortcode has a value for any placeholder of a template.
func (c call) fills(template string) bool {
	if c.content != "" && strings.Contains(template, "content") {
		return true
	}
	return slices.ContainsFunc(c.attributes, func(a attribute) bool { return !blank(a.value) && placeholder(template, a.name) })
}

// texts returns the names of the attributes that hold text for a reader.
func (c call) texts() []string {
	var found []string
	for _, a := range c.attributes {
		if a.name != "" && holdsText(a.name, a.value) && !slices.Contains(found, a.name) {
			found = append(found, a.name)
		}
	}
	return found
}

// holdsText reports whether a setting is text for a reader, by its name and its value: "title", "button_text",
// "main_heading", and not "title_color" or "text_align". What a name like "position" holds is text where it looks
// like that.
func holdsText(name, value string) bool {
	words := wordsOf(name)
	last := len(words) - 1
	if last < 0 || !isProse(value) || settingWords[strings.ToLower(strings.TrimSpace(value))] ||
		slices.ContainsFunc(words, func(w string) bool { return editorWords[w] }) {
		return false
	}
	switch word := words[last]; {
	case word == "name" && last > 0 && !personWords[words[last-1]]:
		return false
	case word == "name", valueWords[word]:
		return (strings.ContainsRune(value, ' ') || startsSentence(value)) && !strings.ContainsAny(value, ";{}=")
	default:
		return textKeys[word] || textWords[word] || slices.ContainsFunc(textEndings, func(ending string) bool { return strings.HasSuffix(word, ending) })
	}
}

// textEndings end words that hold text: superheadline, buttontext.
var textEndings = strings.Fields("headline heading title text caption txt")

// startsSentence reports whether a text begins with a capital letter, or one of a script without capitals.
func startsSentence(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	return unicode.IsUpper(first) || first >= utf8.RuneSelf && unicode.IsLetter(first) && !unicode.IsLower(first)
}

// settingWords are values of attributes that look like text by their names.
var settingWords = nameSet("yes no on off true false default none left right center top bottom small medium large normal inherit full auto h1 h2 h3 h4 h5 h6 div span p")

// These words end the names of settings that hold text, beside those of textKeys; in other languages, too, since
// themes that are made for one site use its own. The second kind holds text or a choice.
var (
	textWords = nameSet(`desc subject strings subhead subheadline headline tagline designation company bio intro introduction teaser testimonial features paragraph blurb slogan
		titre texte contenu libelle legende sommaire titel beschreibung inhalt beschriftung ueberschrift bezeichnung titulo texto contenido nombre descripcion rotulo
		conteudo descricao titolo testo contenuto descrizione etichetta tekst omschrijving tytul tresc opis`)
	valueWords = nameSet("role position job info price value date year period prefix suffix item line note html nom nome display")
)

var (
	editorWords = nameSet("admin el element css class icon image img font style color type id")
	personWords = nameSet("author client person member first last company full")
	labelWords  = nameSet("button btn link more read label cta linktext buttontext btntext")
	titleWords  = nameSet("title heading headline name question label titre titel titulo titolo tytul nom nome nombre")
)

func isTitle(name string) bool {
	words := wordsOf(name)
	return titleWords[words[len(words)-1]] && !isLabel(name)
}

func isLabel(name string) bool {
	return slices.ContainsFunc(wordsOf(name), func(w string) bool { return labelWords[w] })
}

// link returns the name of the attribute that holds an address to go to: "" where there is none.
func (c call) link() string {
	for _, a := range c.attributes {
		words := wordsOf(a.name)
		isFile := documentExtensions[strings.ToLower(path.Ext(a.value))]
		if len(words) == 0 || !linkWords[words[len(words)-1]] && !isFile || slices.ContainsFunc(words, func(w string) bool { return fileWords[w] }) {
			continue
		}
		target := linkTarget(a.value)
		if isAddress(target) && !imageExtensions[strings.ToLower(path.Ext(target))] {
			return a.name
		}
	}
	return ""
}

// pictured returns the name of the attribute that holds an image: "" where there is none.
func (c call) pictured() string {
	for _, a := range c.attributes {
		words := wordsOf(a.name)
		_, isID := number(a.value)
		if len(words) > 0 && pictureWords[words[0]] && (len(words) == 1 || words[1] == "id" || words[1] == "url" || words[1] == "src") &&
			(isID || imageExtensions[strings.ToLower(path.Ext(a.value))]) {
			return a.name
		}
	}
	return ""
}

var pictureWords = nameSet("image img photo picture avatar portrait")

var (
	linkWords       = nameSet("link url href lien enlace ziel collegamento")
	fileWords       = nameSet("image img photo picture icon bg background video thumb thumbnail logo poster")
	imageExtensions = nameSet(".jpg .jpeg .png .gif .webp .svg .avif")

	documentExtensions = nameSet(".pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .rtf .epub .zip")
)

func isAddress(s string) bool {
	for _, prefix := range []string{"http://", "https://", "/", "mailto:", "tel:", "?"} {
		if strings.HasPrefix(s, prefix) && len(s) > len(prefix) {
			return true
		}
	}
	return false
}

// wordsOf cuts a name into its words.
func wordsOf(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return c == '_' || c == '-' || c == '.' || '0' <= c && c <= '9' })
}
