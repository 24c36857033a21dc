package survey

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// surveyed is a small site of which the tests know everything: posts of a content type, of one of which nothing is known,
// and some that may not leave.
type surveyed struct {
	site  *wordpress.Site
	posts []*wordpress.Post
	pages map[int64]Page
}

func newSite() *surveyed {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("blogname", "Example &amp; Co")
	b.Option("WPLANG", "fr_FR")
	b.Option("site_icon", "105")
	b.Option("active_plugins", `a:2:{i:0;s:30:"advanced-custom-fields/acf.php";i:1;s:17:"my-own/plugin.php";}`)
	terms := []wordpress.Term{
		{ID: 1, TaxonomyID: 1, Taxonomy: "category", Name: "Publications", Slug: "publications"},
		{ID: 2, TaxonomyID: 2, Taxonomy: "category", Name: "Papers", Slug: "papers", Parent: 1},
		{ID: 3, TaxonomyID: 3, Taxonomy: "author", Name: "secret-login", Slug: "cap-secret-login"},
		{ID: 4, TaxonomyID: 4, Taxonomy: "language", Name: "Português", Slug: "pt", Description: `a:1:{s:6:"locale";s:5:"pt_BR";}`},
	}
	for _, term := range terms {
		b.Term(term)
	}
	b.Term(wordpress.Term{ID: 5, TaxonomyID: 5, Taxonomy: "land", Name: "Österreich", Slug: "at"})
	b.User(wordpress.User{ID: 1, Login: "secret-user", Email: "secret@example.org"})
	s := &surveyed{pages: map[int64]Page{}}
	add := func(post wordpress.Post, page Page, terms ...int64) {
		b.Post(wordpress.IndexRow{ID: post.ID, Type: post.Type, Status: post.Status, Protected: post.Protected, Title: "T", Name: "t", Date: post.Date})
		for _, term := range terms {
			b.Relation(post.ID, term)
		}
		s.posts = append(s.posts, &post)
		s.pages[post.ID] = page
	}
	cites := Page{Text: 900, Documents: 1, Citations: 2, Stated: []string{"identifiers.isbn"}, Attachments: []int64{101}, Shortcodes: []Mark{{Name: "gallery", Count: 2, Rendered: true}},
		Losses: []finding.Loss{{Code: finding.LinkBroken, Detail: "https://example.org/gone/", Count: 1}, {Code: finding.LinkBroken, Detail: "#here", Count: 1}}}
	meta := func(pairs ...string) (all []wordpress.Meta) {
		for i := 0; i < len(pairs); i += 2 {
			all = append(all, wordpress.Meta{Key: pairs[i], Value: pairs[i+1]})
		}
		return all
	}
	add(wordpress.Post{ID: 1, Type: "post", Status: "publish", Date: "2013-05-14 09:00:00", Meta: meta("year", "2013", "_yoast_wpseo_title", "A", "door_token", "tellnoone", "_thumbnail_id", "102", "sent_by", "secret-user")}, cites, 2, 3)
	add(wordpress.Post{ID: 2, Type: "post", Status: "publish", Date: "2010-01-02 09:00:00", Meta: meta("year", "2010", "mail", "me@example.org")},
		Page{Text: 20, Shortcodes: []Mark{{Name: "gallery", Count: 1}}, Findings: []finding.Finding{{Code: finding.EncodingDoubtful, Field: "title", Value: "CafÃ©"}}}, 1, 4, 5)
	add(wordpress.Post{ID: 3, Type: "post", Status: "publish", Date: "0000-00-00 00:00:00", Meta: meta("fichier_id", "103", "count", "103")}, Page{})
	b.Row("icl_translations", wordpress.Row{"element_type": "tax_category", "element_id": "3", "language_code": "xx"})
	b.Row("icl_translations", wordpress.Row{"element_type": "post_post", "element_id": "3", "language_code": "zh-hans"})
	add(wordpress.Post{ID: 4, Type: "brochure", Status: "publish", Date: "2001-01-01 09:00:00", Meta: meta("story", "unknownwords")}, cites)
	for i, status := range []string{"draft", "private", "trash", "pending", "future", "publish"} {
		add(wordpress.Post{ID: int64(10 + i), Type: "post", Status: status, Protected: status == "publish", Date: "1990-01-01 09:00:00", Meta: meta("year", "hiddenwords")}, cites, 1)
	}
	add(wordpress.Post{ID: 20, Type: "user_request", Status: "publish", Date: "1990-01-01 09:00:00", Meta: meta("year", "hiddenwords")}, cites)
	for i, parent := range []int64{0, 0, 0, 3, 10, 0} {
		id := int64(100 + i)
		b.Post(wordpress.IndexRow{ID: id, Type: "attachment", Status: "inherit", Parent: parent, MIMEType: "application/pdf", Name: "f", Title: "F"})
	}
	s.site = b.Build()
	return s
}

func (s *surveyed) survey(order []int) *Survey {
	c := NewCollector(s.site)
	for _, i := range order {
		c.Add(s.posts[i], s.pages[s.posts[i].ID])
	}
	return c.Survey()
}

func upTo(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

func TestSurvey(t *testing.T) {
	s := newSite()
	got := s.survey(upTo(len(s.posts)))
	posts := got.PostTypes[0]
	if want := (Signals{Posts: 3, Files: 2, Citations: 1, Several: 1, Empty: 1, Stated: map[string]int{"identifiers.isbn": 1}}); posts.PostType != "post" || !reflect.DeepEqual(posts.Public, want) || posts.Rows != 9 || posts.First != "2010-01-02" || posts.Last != "2013-05-14" {
		t.Errorf("the first post type is %+v", posts)
	}
	if !slices.Equal(posts.Several, []int64{1}) {
		t.Errorf("the posts that cite several are %v", posts.Several)
	}
	var uses []string
	for _, u := range posts.Terms {
		uses = append(uses, fmt.Sprintf("%s %s: %d, %d", u.Taxonomy, strings.Join(u.Path, "/"), u.Posts, u.Citations))
	}
	if want := []string{"category Publications: 2, 1", "category Publications/Papers: 1, 1", "land Österreich: 1, 0"}; !slices.Equal(uses, want) {
		t.Errorf("terms %q, want %q", uses, want)
	}
	if unknown := got.PostTypes[1]; unknown.PostType != "brochure" || unknown.Class != "unknown" || unknown.Public.Posts != 1 {
		t.Errorf("the second post type is %+v", unknown)
	}
	if want := []Language{{"pt-BR", "Polylang", 1}, {"zh-Hans", "WPML", 1}, {"fr-FR", "site", 2}}; !slices.Equal(sorted(got.Languages), sorted(want)) {
		t.Errorf("languages %+v", got.Languages)
	}
	if want := []int64{100, 104}; !slices.Equal(got.Files.Unused, want) || got.Files.Attachments != 6 {
		t.Errorf("files %+v", got.Files)
	}
	if want := []Link{{1, "https://example.org/gone/"}}; !slices.Equal(got.Links, want) {
		t.Errorf("links %+v", got.Links)
	}
	if want := []Doubt{{2, "title", "CafÃ©"}}; !slices.Equal(got.Doubts, want) {
		t.Errorf("doubts %+v", got.Doubts)
	}
	if m := got.Shortcodes[0]; m.Name != "gallery" || m.Count != 5 || m.Rendered || !slices.Equal(m.Posts, []int64{1, 2, 4}) {
		t.Errorf("shortcodes %+v", got.Shortcodes)
	}
	var plugins []string
	for _, p := range got.Plugins {
		plugins = append(plugins, fmt.Sprint(p.Plugin, " ", p.Active))
	}
	if want := []string{"ACF true", "my-own true", "Co-Authors Plus false", "Polylang false", "Yoast SEO false"}; !slices.Equal(plugins, want) {
		t.Errorf("plugins %q, want %q", plugins, want)
	}
	for _, taxonomy := range got.Taxonomies {
		if taxonomy.Taxonomy == "land" && (taxonomy.Countries != 1 || taxonomy.Uses != 1 || taxonomy.Depth != 1) {
			t.Errorf("taxonomy %+v", taxonomy)
		}
	}
}

func sorted(list []Language) []Language {
	slices.SortFunc(list, func(a, b Language) int { return strings.Compare(a.Language, b.Language) })
	return list
}

func TestNames(t *testing.T) {
	s := newSite()
	var got []string
	for _, n := range s.survey(upTo(len(s.posts))).Names {
		got = append(got, fmt.Sprint(n.Path, " ", n.Plugin, " ", n.Uses, n.Filled, n.Distinct, n.Shapes, n.Samples))
	}
	want := []string{
		"meta._thumbnail_id WordPress [{post 1 3}] 1 1 [{number 1}] [102]",
		"meta._yoast_wpseo_title Yoast SEO [{post 1 3}] 1 1 [{text 1}] [A]",
		"meta.count  [{post 1 3}] 1 1 [{number 1}] [103]",
		"meta.door_token  [{post 1 3}] 1 1 [{text 1}] []",
		"meta.fichier_id  [{post 1 3}] 1 1 [{document 1}] [103]",
		"meta.mail  [{post 1 3}] 1 1 [{email 1}] [[e-mail]]",
		"meta.sent_by  [{post 1 3}] 1 1 [{text 1}] []",
		"meta.story  [{brochure 1 1}] 1 1 [{text 1}] []",
		"meta.year  [{post 2 3}] 2 2 [{year 2}] [2013 2010]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSurveyKeepsSecrets(t *testing.T) {
	s := newSite()
	text, err := json.Marshal(s.survey(upTo(len(s.posts))))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"hiddenwords", "unknownwords", "tellnoone", "secret-login", "secret-user", "me@example.org", "1990-01-01"} {
		if strings.Contains(string(text), secret) {
			t.Errorf("the survey tells %s", secret)
		}
	}
}

func TestSurveyIsTheSameInAnyOrder(t *testing.T) {
	s := newSite()
	want, err := json.Marshal(s.survey(upTo(len(s.posts))))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		got, err := json.Marshal(s.survey(random.Perm(len(s.posts))))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Fatalf("in another order\n%s\nwant\n%s", got, want)
		}
	}
}

// TestManyNames gives more names than a survey keeps, in several orders.
func TestManyNames(t *testing.T) {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	const posts, each = 150, 100
	var all []*wordpress.Post
	for id := range int64(posts) {
		post := &wordpress.Post{ID: id + 1, Type: "post", Status: "publish"}
		for i := range each {
			post.Meta = append(post.Meta, wordpress.Meta{Key: fmt.Sprintf("key-%d-%dx", id, i), Value: "x"})
		}
		b.Post(wordpress.IndexRow{ID: post.ID, Type: post.Type, Status: post.Status})
		all = append(all, post)
	}
	site := b.Build()
	var first []Name
	for range 3 {
		c := NewCollector(site)
		for _, p := range all {
			c.Add(p, Page{})
			if n := len(c.names.all); n > 2*mostNames {
				t.Fatalf("%d names are kept", n)
			}
		}
		s := c.Survey()
		if len(s.Names) != mostNames || len(s.Warnings) != 1 {
			t.Fatalf("%d names, warnings %q", len(s.Names), s.Warnings)
		}
		if first == nil {
			first = s.Names
		}
		if !slices.EqualFunc(first, s.Names, func(a, b Name) bool { return a.Path == b.Path && a.Filled == b.Filled }) {
			t.Fatal("another order gives other names")
		}
		slices.Reverse(all)
	}
}
