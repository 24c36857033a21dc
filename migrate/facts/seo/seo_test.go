package seo

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"wp2pub/migrate/wordpress"
)

// heads is a file of testdata: posts of a site, and what their heads say.
type heads struct {
	Active  []string       // folders of the plugins that are switched on; nil: the site does not say
	Options map[string]any // texts as they are; what is no text is stored as PHP, or as JSON where its name says so
	Cases   []headCase
	JSON    map[string]any // options stored as JSON
}

type headCase struct {
	Name     string
	Type     string // post_type; post where it is missing
	Title    string
	Excerpt  string
	Content  string
	ID       int64
	Parent   int64
	Meta     map[string]any
	Rows     map[string][]map[string]string
	Head     Head
	Findings []string // code, field and value or detail of each
}

// TestHeads holds what is read of the posts in testdata to what stands beside them.
func TestHeads(t *testing.T) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		decoder := yaml.NewDecoder(strings.NewReader(string(text)))
		decoder.KnownFields(true)
		var h heads
		if err := decoder.Decode(&h); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		site := h.site(t)
		for _, c := range h.Cases {
			t.Run(filepath.Base(file)+"/"+c.Name, func(t *testing.T) { c.check(t, site) })
		}
	}
}

func (c headCase) check(t *testing.T, site *wordpress.Site) {
	post := &wordpress.Post{ID: c.ID, Type: c.Type, Title: c.Title, Excerpt: c.Excerpt, Content: c.Content, Parent: c.Parent, Author: 3, Status: "publish",
		Date: "2019-03-01 10:00:00", Modified: "2020-12-22 10:00:00", Rows: map[string][]wordpress.Row{}}
	if post.ID == 0 {
		post.ID = 10
	}
	if post.Type == "" {
		post.Type = "post"
	}
	if post.Title == "" {
		post.Title = "Fair &amp; free"
	}
	for key, value := range c.Meta {
		post.Meta = append(post.Meta, wordpress.Meta{Key: key, Value: php(value)})
	}
	for table, rows := range c.Rows {
		for _, row := range rows {
			post.Rows[table] = append(post.Rows[table], row)
		}
	}
	view := site.View()
	head, ok := Of(post, view)
	if head != c.Head || ok != (c.Head != Head{}) {
		t.Errorf("the head is %v\n     %+v\nwant %+v", ok, head, c.Head)
	}
	var found []string
	for _, f := range view.Log.Findings() {
		found = append(found, strings.Join(strings.Fields(fmt.Sprint(f.Code, " ", f.Field, " ", f.Value)), " "))
	}
	if !slices.Equal(found, c.Findings) {
		t.Errorf("findings %q, want %q", found, c.Findings)
	}
	if !site.Holds(view.Trace()) {
		t.Error("the trace does not hold for the site that it was taken of")
	}
}

// site is the site of a file: its posts have the author Ann Lee, categories and tags, and pictures.
func (h heads) site(t *testing.T) *wordpress.Site {
	b := wordpress.NewBuilder("wp_")
	options := map[string]string{"home": "https://example.org", "siteurl": "https://example.org", "permalink_structure": "/%postname%/",
		"blogname": "Example &amp; Co", "blogdescription": "A site of examples", "date_format": "j F Y"}
	for name, value := range h.Options {
		options[name] = php(value)
	}
	for name, value := range h.JSON {
		encoded, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		options[name] = string(encoded)
	}
	if h.Active != nil {
		var files []any
		for _, folder := range h.Active {
			files = append(files, folder+"/main.php")
		}
		options["active_plugins"] = php(files)
	}
	for name, value := range options {
		b.Option(name, value)
	}
	b.User(wordpress.User{ID: 3, Login: "ann", DisplayName: "Ann Lee"})
	b.UserMeta(3, "description", "Writes about law.")
	b.UserMeta(3, "phone", "12345")
	for id, status := range map[int64]string{10: "publish", 11: "publish", 12: "draft", 20: "publish"} {
		postType := "post"
		if id != 10 {
			postType = "page"
		}
		b.Post(wordpress.IndexRow{ID: id, Type: postType, Status: status, Name: fmt.Sprintf("post-%d", id), Title: fmt.Sprintf("Page %d", id)})
	}
	b.Post(wordpress.IndexRow{ID: 7, Type: "attachment", Status: "inherit", Name: "card", Title: "Card", MIMEType: "image/png"})
	b.PostMeta(7, "_wp_attached_file", "2019/03/card.png")
	for i, name := range []string{"Law", "Work"} {
		id := int64(i + 1)
		b.Term(wordpress.Term{ID: id, TaxonomyID: id, Taxonomy: "category", Name: name, Slug: strings.ToLower(name), Description: "All about <b>" + name + "</b>"})
		b.Term(wordpress.Term{ID: id + 10, TaxonomyID: id + 10, Taxonomy: "post_tag", Name: "Tag " + name, Slug: "tag-" + strings.ToLower(name)})
		b.Relation(10, id)
		b.Relation(10, id+10)
	}
	return b.Build()
}

// php is a value as WordPress stores it: a text as it is, an array serialized.
func php(v any) string {
	switch v.(type) {
	case map[string]any, []any:
		return serialized(v)
	}
	return fmt.Sprint(v)
}

func serialized(v any) string {
	var b strings.Builder
	switch v := v.(type) {
	case map[string]any:
		fmt.Fprintf(&b, "a:%d:{", len(v))
		for name, value := range v {
			b.WriteString(serialized(name) + serialized(value))
		}
		b.WriteString("}")
	case []any:
		fmt.Fprintf(&b, "a:%d:{", len(v))
		for i, value := range v {
			b.WriteString(serialized(i) + serialized(value))
		}
		b.WriteString("}")
	case bool:
		return map[bool]string{true: "b:1;", false: "b:0;"}[v]
	case int:
		return fmt.Sprintf("i:%d;", v)
	default:
		text := fmt.Sprint(v)
		return fmt.Sprintf(`s:%d:"%s";`, len(text), text)
	}
	return b.String()
}
