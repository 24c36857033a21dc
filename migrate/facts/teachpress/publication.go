package teachpress

import (
	"cmp"
	"path"
	"strings"

	"wp2pub/migrate/facts"
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// Publication is what the tables know of a publication.
type Publication struct {
	Key             string // its BibTeX key, which is unique; else its ID
	Type            string // CSL
	Title           string
	Authors         []record.Person
	Editors         []record.Person
	Publisher       string // whoever publishes it: a publisher, an institution, a school
	Issued          string
	ISBN, ISSN, DOI string
	Abstract, Note  string
	Series, Number  string
	Journal         string // or the book that it stands in
	Volume, Pages   string
	Keywords        []string
	Page            string            // its own page on the site
	Links           []record.Download // of the files among them, what the site knows
}

// types are the item types of CSL by those of teachPress, which are BibTeX's and some of its own.
var types = map[string]string{"article": "article-journal", "book": "book", "booklet": "pamphlet", "collection": "book", "conference": "paper-conference", "bachelorthesis": "thesis",
	"diplomathesis": "thesis", "mastersthesis": "thesis", "phdthesis": "thesis", "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference", "manual": "report",
	"misc": "document", "media": "document", "online": "webpage", "patent": "patent", "periodical": "periodical", "presentation": "speech", "proceedings": "book", "techreport": "report",
	"unpublished": "manuscript", "workingpaper": "report", "workshop": "paper-conference"}

func (l tables) publication(row wordpress.Row, view *wordpress.View) Publication {
	p := Publication{Key: keyOf(row), Type: types[row["type"]], Title: plain(row["title"]), Authors: people(row["author"], ""), Editors: people(row["editor"], "editor"),
		Publisher: cmp.Or(plain(row["publisher"]), plain(row["institution"]), plain(row["school"]), plain(row["organization"])), Issued: dateOf(row), DOI: strings.TrimSpace(row["doi"]),
		Abstract: plain(row["abstract"]), Note: plain(row["note"]), Series: plain(row["series"]), Number: plain(row["number"]), Journal: cmp.Or(plain(row["journal"]), plain(row["booktitle"])),
		Volume: plain(row["volume"]), Pages: plain(row["pages"])}
	if number := strings.TrimSpace(row["isbn"]); row["is_isbn"] == "0" {
		p.ISSN = number
	} else {
		p.ISBN = number
	}
	for _, tag := range l.tagged[row["pub_id"]] {
		if name := plain(l.tags[tag]); name != "" {
			p.Keywords = append(p.Keywords, name)
		}
	}
	if page, ok := wordpress.ParseID(row["rel_page"]); ok {
		p.Page = view.Reference(page).URL
	}
	p.Links = links(row["url"], view)
	return p
}

// keyOf is what tells a publication apart.
func keyOf(row wordpress.Row) string {
	return cmp.Or(strings.TrimSpace(row["bibtex"]), row["pub_id"])
}

// yearOf is the year of a row's date.
func yearOf(row wordpress.Row) string {
	if date := row["date"]; len(date) >= 4 && date[:4] != "0000" {
		return date[:4]
	}
	return ""
}

// dateOf is the date as far as it is known: the plugin completes a year or a month with the first day.
func dateOf(row wordpress.Row) string {
	date := row["date"]
	if len(date) > 10 {
		date = date[:10]
	}
	if yearOf(row) == "" || len(date) < 10 {
		return yearOf(row)
	}
	if day, first := strings.CutSuffix(date, "-01"); first || strings.HasSuffix(date, "-00") {
		date = strings.TrimSuffix(day, "-00")
		return strings.TrimSuffix(strings.TrimSuffix(date, "-01"), "-00")
	}
	return date
}

// people reads a list of names as BibTeX writes it: "Anna Lee and Roe, Jon and {The Law Society}".
func people(text, role string) []record.Person {
	var list []record.Person
	for _, name := range and.Split(strings.TrimSpace(text), -1) {
		body := strings.HasPrefix(strings.TrimSpace(name), "{")
		name = plain(name)
		if name == "" || name == "others" {
			continue
		}
		p := record.Person{Name: name, Role: role}
		if family, given, ok := strings.Cut(name, ","); ok && !body {
			p.Family, p.Given = strings.TrimSpace(family), strings.TrimSpace(given)
			p.Name = strings.TrimSpace(p.Given + " " + p.Family)
		}
		list = append(list, p)
	}
	return list
}

var and = pattern.New(`\s+and\s+`)

// links reads lines of an address, a comma and a title.
func links(text string, view *wordpress.View) []record.Download {
	var list []record.Download
	for line := range strings.Lines(text) {
		address, title, _ := strings.Cut(strings.TrimSpace(line), ",")
		if address = strings.TrimSpace(address); !strings.HasPrefix(address, "http") {
			continue
		}
		file, ok := facts.Document(address, view)
		if !ok {
			file = record.Download{URL: address, MediaType: facts.MediaOf(path.Ext(address))}
		}
		if title = plain(title); title != "" {
			file.Title = title
		}
		list = append(list, file)
	}
	return list
}

// plain is a text without the braces of BibTeX, tags and entities.
func plain(text string) string {
	text = strings.NewReplacer("{", "", "}", "", `\&`, "&", `\%`, "%", `\_`, "_").Replace(text)
	return strings.Join(strings.Fields(wordpress.PlainText(text)), " ")
}
