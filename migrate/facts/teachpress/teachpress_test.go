package teachpress

import (
	"strings"
	"testing"

	"wp2pub/migrate/wordpress"
)

func tableSite() *wordpress.Site {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	for _, row := range [][5]string{{"1", "article", "a2019", "2019-05-14", "Beta"}, {"2", "book", "b2020", "2020-01-01", "alpha"}, {"3", "article", "c2010", "2010-06-01", "Gamma"}, {"4", "misc", "", "0000-00-00", "Delta"}} {
		b.Row("teachpress_pub", wordpress.Row{"pub_id": row[0], "type": row[1], "bibtex": row[2], "date": row[3], "title": row[4]})
	}
	b.Row("teachpress_tags", wordpress.Row{"tag_id": "7", "name": "law"})
	b.Row("teachpress_relation", wordpress.Row{"pub_id": "3", "tag_id": "7"})
	b.Row("teachpress_rel_pub_auth", wordpress.Row{"pub_id": "1", "author_id": "9"})
	return b.Build()
}

// TestShown names shortcodes and the publications that they show, with when these appeared.
func TestShown(t *testing.T) {
	for content, want := range map[string]string{
		"[tplist]":                                   "b2020 2020, a2019 2019-05-14, c2010 2010-06, 4 ",
		`[tplist type="article"]`:                    "a2019 2019-05-14, c2010 2010-06",
		`[tplist exclude_types='article']`:           "b2020 2020, 4 ",
		`[tplist year=2019]`:                         "a2019 2019-05-14",
		`[tplist years_between="2015-2020"]`:         "b2020 2020, a2019 2019-05-14",
		`[tpcloud tag="7"]`:                          "c2010 2010-06",
		`[tplist tag_name="law" exclude="0"]`:        "c2010 2010-06",
		`[tplist author="9"]`:                        "a2019 2019-05-14",
		`[tplist include="3,4" order="title ASC"]`:   "4 , c2010 2010-06",
		`[tpsingle id="2"] [tpsingle key="a2019"]`:   "b2020 2020, a2019 2019-05-14",
		`[tpsingle key="none"] [[tplist]] [tplistx]`: "",
		`[tplist type=&quot;book&quot;]`:             "b2020 2020",
		strings.Repeat("[tplist", 1000):              "",
	} {
		var shown []string
		for _, p := range Shown(content, tableSite().View()) {
			shown = append(shown, p.Key+" "+p.Issued)
		}
		if got := strings.Join(shown, ", "); got != want {
			t.Errorf("%.60s: got %q, want %q", content, got, want)
		}
	}
}
