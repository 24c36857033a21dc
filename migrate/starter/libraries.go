package starter

import (
	"slices"

	"wp2pub/migrate/survey"
)

// libraryTypes are the post types of plugins that keep files for their posts.
var libraryTypes = map[string]bool{"wpdmpro": true, "dlm_download": true, "sdm_downloads": true, "dedo_download": true, "dlp_document": true, "document": true,
	"3d-flip-book": true, "dflip": true, "pdfposter": true}

// bibliography proposes to make records of the publications that pages show out of the tables of teachPress.
func (s *site) bibliography(records *node) {
	shows := func(m survey.Mark) bool {
		return slices.Contains([]string{"tplist", "tpcloud", "tpsearch", "tpsingle"}, m.Name)
	}
	if !s.knows("teachpress") || !slices.ContainsFunc(s.Shortcodes, shows) {
		return
	}
	n, from, fields, body := &node{}, &node{flow: true}, &node{}, &node{flow: true}
	var types []string
	for _, t := range s.PostTypes {
		if t.Class == "content" && t.Public.Posts > 0 {
			types = append(types, t.PostType)
		}
	}
	if types == nil {
		return
	}
	from.add("post_type", texts(types))
	from.add("when", text("len(teachpress) > 0"))
	n.add("from", from).note = "posts that show publications of teachPress, which become the records"
	n.add("each", text("teachpress"))
	n.add("key", text("this.key"))
	for _, line := range [][2]string{{"title", "title"}, {"type", "type"}, {"authors", ""}, {"issued", "issued"}, {"publishers", "publisher"}, {"series", "series"}, {"subjects", "keywords"},
		{"summary", "abstract"}, {"downloads", "files"}, {"identifiers.doi", "doi"}, {"identifiers.isbn", "isbn"}, {"identifiers.issn", "issn"}, {"fields.journal", "journal"},
		{"fields.volume", "volume"}, {"fields.number", "number"}, {"fields.pages", "pages"}, {"fields.note", "note"}, {"fields.page", "page"}, {"fields.links", "links"}} {
		value := text("this." + line[1])
		if line[0] == "authors" {
			list := &node{flow: true, list: []item{{value: text("this.authors")}, {value: text("this.editors")}}}
			value = &node{flow: true}
			value.add("all", list)
		}
		fields.add(line[0], value)
	}
	n.add("fields", fields)
	body.add("formats", &node{flow: true, list: []item{}})
	n.add("body", body)
	n.add("require", &node{flow: true, list: []item{{value: text("title")}}})
	records.add("bibliography", n)
}
