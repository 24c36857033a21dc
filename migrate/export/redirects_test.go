package export

import (
	"fmt"
	"strings"
	"testing"

	"wp2pub/migrate/record"
)

func page1(id int64, typ, permalink, slug string, old ...string) *record.Record {
	return &record.Record{ID: fmt.Sprintf("a.example:%d", id), Source: record.Origin{Site: "https://a.example", PostID: id, PostType: typ, Permalink: permalink, Slug: slug, OldSlugs: old}}
}

func TestOldPaths(t *testing.T) {
	several := page1(7, "post", "https://a.example/list/", "list")
	another := page1(7, "post", "https://a.example/list/", "list")
	several.ID, another.ID = several.ID+"#1", another.ID+"#2"
	blog := page1(8, "post", "https://a.example/blog/x/", "x", "old-x")
	blog.Source.Site = "https://a.example/blog"
	tests := map[string]struct {
		records []*record.Record
		want    string // from and id of each row
		tally   string
	}{
		"a post":                    {[]*record.Record{page1(1, "post", "https://a.example/2013/a/", "a")}, "/2013/a/ 1, /?p=1 1", "2"},
		"a page":                    {[]*record.Record{page1(1, "page", "https://a.example/up/a/", "a")}, "/up/a/ 1, /?p=1 1, /?page_id=1 1", "3"},
		"another type":              {[]*record.Record{page1(1, "publication", "https://a.example/publication/a/", "a")}, "/publication/a/ 1, /?p=1 1, /?post_type=publication&p=1 1", "3"},
		"plain permalinks":          {[]*record.Record{page1(1, "post", "https://a.example/?p=1", "a", "b")}, "/?p=1 1", "1"},
		"a site in a folder":        {[]*record.Record{blog}, "/blog/x/ 8, /blog/?p=8 8, /blog/old-x/ 8", "3"},
		"old slugs":                 {[]*record.Record{page1(1, "post", "https://a.example/a/a/", "a", "b", "c", "a", "b")}, "/a/a/ 1, /?p=1 1, /a/b/ 1, /a/c/ 1", "4"},
		"a slug with an extension":  {[]*record.Record{page1(1, "post", "https://a.example/a.html", "a", "b")}, "/a.html 1, /?p=1 1, /b.html 1", "3"},
		"a slug that is not there":  {[]*record.Record{page1(1, "post", "https://a.example/archives/1", "a", "b")}, "/archives/1 1, /?p=1 1", "2"},
		"an encoded slug":           {[]*record.Record{page1(1, "post", "https://a.example/%D9%85/", "%d9%85", "%d9%86")}, "/%D9%85/ 1, /?p=1 1, /%d9%86/ 1", "3"},
		"the front page":            {[]*record.Record{page1(1, "page", "https://a.example", "home")}, "/ 1, /?p=1 1, /?page_id=1 1", "3"},
		"no permalink":              {[]*record.Record{page1(1, "post", "", "a", "b")}, "/?p=1 1", "1"},
		"now wins over once":        {[]*record.Record{page1(1, "post", "https://a.example/a/", "a"), page1(2, "post", "https://a.example/b/", "b", "a")}, "/a/ 1, /?p=1 1, /b/ 2, /?p=2 2", "4"},
		"once by two":               {[]*record.Record{page1(1, "post", "https://a.example/a/", "a", "x"), page1(2, "post", "https://a.example/b/", "b", "x")}, "/a/ 1, /?p=1 1, /b/ 2, /?p=2 2", "4; 1 path leads to several records and is left out: /x/"},
		"several records of a post": {[]*record.Record{several, another}, "", "0; 2 paths lead to several records and are left out: /list/, /?p=7"},
	}
	for name, test := range tests {
		text, tally := written(t, "redirects", test.records...)
		var rows []string
		for _, row := range strings.Split(strings.TrimSpace(text), "\n")[1:] {
			cells := strings.Split(row, ",")
			if len(cells) != 3 || cells[1] != "file of "+cells[2] {
				t.Errorf("%s: %s", name, row)
				continue
			}
			rows = append(rows, cells[0]+" "+strings.TrimPrefix(cells[2], "a.example:"))
		}
		if got := strings.Join(rows, ", "); got != test.want || tally != test.tally {
			t.Errorf("%s: %s (%s), want %s (%s)", name, got, tally, test.want, test.tally)
		}
	}
}
