package citation

import (
	"strings"

	"wp2pub/migrate/facts/people"
	"wp2pub/migrate/facts/series"
	"wp2pub/migrate/locale"
)

// labels are the words before the facts of a publication where a page lists them, each on a line of its own: "Publisher:
// ICAT", "Year: 2016".
var labels = func() map[string]string {
	labels := map[string]string{}
	for field, names := range map[string]string{
		"title":     `title|titre|título|titolo|titel|название|العنوان|标题`,
		"publisher": `publisher|publishers|published by|éditeur|editeur|éditeurs|publié par|editor|editorial|editora|publicado por|editore|pubblicato da|herausgeber|verlag|uitgever|издатель|опубликовано|видавець|الناشر|出版者|出版社`,
		"issued": `year|year of publication|publication year|published|published in|publication date|date of publication|date published|date of issue|release date|année|année de publication|date de publication|date de parution|parution|paru en|paru le|date d'édition|año|año de publicación|fecha de publicación|fecha de edición|
			ano|ano de publicação|data de publicação|anno|anno di pubblicazione|data di pubblicazione|jahr|erscheinungsjahr|erscheinungsdatum|erschienen|veröffentlicht am|jaar|год|год издания|дата публикации|рік|سنة النشر|تاريخ النشر|年份|出版年|发布日期`,
		"date":     `date|fecha|data|datum|дата|التاريخ|日期`,
		"author":   `author|authors|by|written by|auteur|auteurs|auteur e s|auteur s|auteure|autrice|autor|autores|autora|autoras|autore|autori|verfasser|autoren|autorinnen|автор|авторы|المؤلف|作者`,
		"series":   `series|series title|collection|série|serie|colección|coleção|collana|reihe|schriftenreihe|серия|السلسلة|丛书`,
		"language": `language|languages|langue|idioma|lengua|língua|lingua|sprache|taal|язык|мова|اللغة|语言`,
	} {
		for name := range strings.SplitSeq(names, "|") {
			labels[Fold(name)] = field
		}
	}
	return labels
}()

// details reads the facts that a page lists by name. Without a publisher or a year there is no publication.
func (k Known) details(all []entry) (Citation, bool) {
	c := Citation{Confidence: 0.95}
	values := map[string]string{}
	for _, e := range all {
		label, value, ok := labelled(e.text)
		if field := labels[Fold(label)]; ok && field != "" && values[field] == "" && len(value) < longest {
			values[field] = value
			c.Nodes = append(c.Nodes, e.nodes...)
		}
	}
	for _, e := range all {
		if len(e.links) > 0 && (e.fetch || e.inText == 0) && isFiller(e.text) {
			c.Files = append(c.Files, e.files("")...)
			c.Nodes = append(c.Nodes, e.nodes...)
		}
	}
	publisher := k.in(values["publisher"]).bodiesIn(values["publisher"])
	if values["issued"] == "" && len(publisher.names) > 0 {
		values["issued"] = values["date"]
	}
	issued, _ := parseDate(values["issued"])
	issued = issued.inOrder(k.DayFirst)
	if len(publisher.names) == 0 && (issued.year == 0 || len(c.Files) == 0) {
		return Citation{}, false
	}
	c.Title, c.Publishers, c.Issued = tidyTitle(values["title"]), publisher.names, issued.edtf()
	if c.Language, _ = locale.Language(values["language"]); c.Language == "" {
		c.Language = languageOfScript(c.Title + k.Title)
	}
	c.Authors = people.Read(values["author"])
	c.Series = series.Read(tidyTitle(values["series"]))
	c.doubt(reading{named: publisher, date: issued, confidence: c.Confidence})
	c.Files = unique(c.Files)
	return c, true
}

// isFact reports whether a text is a fact under its name.
func isFact(text string) bool {
	label, _, ok := labelled(text)
	return ok && labels[Fold(label)] != "" && labels[Fold(label)] != "title"
}

// labelled cuts "Publisher: ICAT", or a row of two cells.
func labelled(text string) (label, value string, ok bool) {
	at := strings.IndexAny(text, cellMark+":：")
	if at <= 0 {
		return "", "", false
	}
	value = strings.TrimLeft(text[at:], cellMark+":： ")
	return text[:at], value, value != "" && !strings.Contains(value, cellMark)
}
