package migrate

import (
	"fmt"

	"wp2pub/mapping"
	"wp2pub/migrate/facts"
	"wp2pub/migrate/facts/teachpress"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// teachpressNames are the publications of teachPress, which stand in tables of their own.
var teachpressNames = map[string]name{
	"teachpress": plain(mapping.TypeList, "the publications of teachPress that the page shows by its shortcodes", (*item).teachpress),
}

// teachpressParts are what a mapping can name of each, as this.title.
var teachpressParts = []struct {
	name, doc string
	typ       mapping.Type
	read      func(teachpress.Publication) mapping.Value
}{
	{"key", "the BibTeX key, else the ID", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Key) }},
	{"type", "the CSL item type", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Type) }},
	{"title", "the title", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Title) }},
	{"authors", "the authors", mapping.TypeList, func(p teachpress.Publication) mapping.Value { return personRows(p.Authors) }},
	{"editors", "the editors", mapping.TypeList, func(p teachpress.Publication) mapping.Value { return personRows(p.Editors) }},
	{"publisher", "who published it: a publisher, an institution, a school", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Publisher) }},
	{"issued", "when it appeared", mapping.TypeDate, func(p teachpress.Publication) mapping.Value { return filled(p.Issued) }},
	{"isbn", "the ISBN", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.ISBN) }},
	{"issn", "the ISSN", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.ISSN) }},
	{"doi", "the DOI", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.DOI) }},
	{"abstract", "the abstract", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Abstract) }},
	{"note", "the note", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Note) }},
	{"series", "the series", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Series) }},
	{"number", "the number", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Number) }},
	{"journal", "the journal or book that it stands in", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Journal) }},
	{"volume", "the volume", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Volume) }},
	{"pages", "the pages", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Pages) }},
	{"keywords", "the tags", mapping.TypeTexts, func(p teachpress.Publication) mapping.Value { return listOf(p.Keywords) }},
	{"page", "its own page on the site", mapping.TypeText, func(p teachpress.Publication) mapping.Value { return filled(p.Page) }},
	{"files", "the documents that it links to", mapping.TypeList, func(p teachpress.Publication) mapping.Value { return linksOf(p.Links, true) }},
	{"links", "what else it links to", mapping.TypeList, func(p teachpress.Publication) mapping.Value { return linksOf(p.Links, false) }},
}

// teachpress are the publications that the post's page shows.
func (it *item) teachpress() mapping.Value {
	var list []mapping.Value
	for _, p := range teachpress.Shown(it.public(), it.view) {
		var row mapping.Object
		for _, part := range teachpressParts {
			row = append(row, mapping.Object{{Name: part.name, Value: part.read(p)}}...)
		}
		list = append(list, row)
	}
	return listOrNil(list)
}

func personRows(people []record.Person) mapping.Value {
	var list []mapping.Value
	for _, p := range people {
		list = append(list, mapping.Object{{Name: "name", Value: p.Name}, {Name: "given", Value: filled(p.Given)}, {Name: "family", Value: filled(p.Family)}, {Name: "role", Value: filled(p.Role)}})
	}
	return listOrNil(list)
}

// linksOf are the documents among links, or the others.
func linksOf(links []record.Download, documents bool) mapping.Value {
	var list []mapping.Value
	for _, link := range links {
		if facts.IsDocument(link.MediaType) != documents {
			continue
		}
		if documents {
			list = append(list, downloadNode{Download: link})
		} else {
			list = append(list, mapping.Object{{Name: "url", Value: link.URL}, {Name: "title", Value: filled(link.Title)}})
		}
	}
	return listOrNil(list)
}

// teachpressPaths are the parts for the checks of a mapping.
func teachpressPaths() []mapping.Name {
	var all []mapping.Name
	for _, part := range teachpressParts {
		all = append(all, mapping.Name{Path: "teachpress." + part.name, Type: part.typ, Doc: "of each publication of teachPress: " + part.doc})
	}
	return all
}

// taken are the keys of the publications of teachPress that a post's records may be made of.
func (it *item) taken() []string {
	var keys []string
	list, _ := it.cache["teachpress"].value.([]mapping.Value)
	for _, row := range list {
		keys = append(keys, line(inside(row, mapping.Path{"key"})))
	}
	return keys
}

// showsTables reports whether the records of who asked this were made of publications in tables of their own. Such a post is made again
// each time, or nobody could say which of them no record was made of.
func showsTables(q wordpress.Question) bool { return q.Kind == "Table" && q.Text == "teachpress_pub" }

// warnUntaken tells of publications in tables of their own that no record was made of.
func (e *engine) warnUntaken() {
	if e.before != nil { // such a site is read each time
		return
	}
	all := teachpress.All(e.site.View())
	left := 0
	for _, key := range all {
		if !e.taken[key] {
			left++
		}
	}
	if left > 0 {
		e.report.Noted = append(e.report.Noted, fmt.Sprintf("teachPress keeps %d publications in tables of its own, and no record is made of %d of them: `each: teachpress` makes records of those that a page shows", len(all), left))
	}
}
