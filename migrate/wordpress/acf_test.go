package wordpress

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// fixture is a small site in JSON, its rows as the tables hold them.
type fixture struct {
	Options [][2]string
	Posts   []struct {
		ID, Parent, Order                                             int64
		Type, Status, Name, Title, Date, Mime, GUID, Excerpt, Content string
	}
	Postmeta, Termmeta, Usermeta [][3]any
	Terms                        [][6]any // term_id, term_taxonomy_id, taxonomy, name, slug, parent
	Users                        [][5]any // ID, login, nicename, e-mail, display name
}

func whole(v any) int64 { return int64(v.(float64)) }

// readFixture builds the site and returns the meta rows of its posts.
func readFixture(t testing.TB, path string) (*Site, map[int64][]Meta) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var f fixture
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	b := NewBuilder("wp_")
	for _, o := range f.Options {
		b.Option(o[0], o[1])
	}
	for _, p := range f.Posts {
		b.Post(IndexRow{ID: p.ID, Parent: p.Parent, MenuOrder: p.Order, Type: p.Type, Status: p.Status, Name: p.Name, Title: p.Title,
			Date: p.Date, MIMEType: p.Mime, GUID: p.GUID, Excerpt: p.Excerpt, Content: p.Content})
	}
	meta := map[int64][]Meta{}
	for _, m := range f.Postmeta {
		id, key, value := whole(m[0]), m[1].(string), m[2].(string)
		meta[id] = append(meta[id], Meta{key, value})
		if WantsMeta(key) {
			b.PostMeta(id, key, value)
		}
	}
	for _, r := range f.Terms {
		b.Term(Term{ID: whole(r[0]), TaxonomyID: whole(r[1]), Taxonomy: r[2].(string), Name: r[3].(string), Slug: r[4].(string), Parent: whole(r[5])})
	}
	for _, m := range f.Termmeta {
		b.TermMeta(whole(m[0]), m[1].(string), m[2].(string))
	}
	for _, r := range f.Users {
		b.User(User{ID: whole(r[0]), Login: r[1].(string), Nicename: r[2].(string), Email: r[3].(string), DisplayName: r[4].(string)})
	}
	for _, m := range f.Usermeta {
		b.UserMeta(whole(m[0]), m[1].(string), m[2].(string))
	}
	return b.Build(), meta
}

// printed writes plain data as JSON, one value a line, in the order it has.
func printed(v any, indent string) string {
	var text strings.Builder
	inner := indent + "  "
	switch v := v.(type) {
	case Object:
		if len(v) == 0 {
			return "{}"
		}
		for i, p := range v {
			fmt.Fprintf(&text, "%s\n%s%s: %s", comma(i), inner, quoted(p.Name), printed(p.Value, inner))
		}
		return "{" + text.String() + "\n" + indent + "}"
	case []any:
		if len(v) == 0 {
			return "[]"
		}
		for i, e := range v {
			fmt.Fprintf(&text, "%s\n%s%s", comma(i), inner, printed(e, inner))
		}
		return "[" + text.String() + "\n" + indent + "]"
	}
	return quoted(v)
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

func quoted(v any) string {
	var text strings.Builder
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return strings.TrimSpace(text.String())
}

// outcome is all that a case says: values, then findings and losses, one a line.
func outcome(v *View, values []ACFValue) string {
	object := Object{}
	for _, value := range values {
		object = append(object, property{value.Name, value.Value})
	}
	var text strings.Builder
	text.WriteString(printed(object, "") + "\n")
	for _, f := range v.Log.Findings() {
		fmt.Fprintf(&text, "%s %s: %s\n", f.Code, f.Field, f.Detail)
	}
	for _, l := range v.Log.Losses() {
		fmt.Fprintf(&text, "lost: %s %s ×%d\n", l.Code, l.Detail, l.Count)
	}
	return text.String()
}

// compare holds an outcome against a file; WP2PUB_UPDATE=1 writes the file, to be read by a person.
func compare(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("WP2PUB_UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", path, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d: got %s\n       want %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}

func TestACFOwners(t *testing.T) {
	site, meta := readFixture(t, "testdata/acf/icat.json")
	rich := func(_, html string) string { return "[rendered] " + html }
	for _, id := range []int64{88, 152, 154, 158, 160, 162, 164, 166, 168, 173, 178, 184} {
		name := fmt.Sprintf("post-%d", id)
		t.Run(name, func(t *testing.T) {
			v := site.View()
			compare(t, "testdata/acf/"+name+".want", outcome(v, v.ACF(meta[id], rich)))
			if !site.Holds(v.Trace()) {
				t.Error("the answers differ when asked again")
			}
		})
	}
	t.Run("term", func(t *testing.T) {
		v := site.View()
		term, _ := v.Term(37)
		compare(t, "testdata/acf/term-37.want", outcome(v, v.ACF(term.Meta, nil)))
	})
	t.Run("user", func(t *testing.T) {
		v := site.View()
		user, _ := v.User(2)
		compare(t, "testdata/acf/user-2.want", outcome(v, v.ACF(user.Meta, nil)))
	})
	t.Run("options", func(t *testing.T) {
		v := site.View()
		compare(t, "testdata/acf/options.want", outcome(v, v.ACFOptions("options", nil)))
	})
}

// Each case is a site of its own: field groups as ACF exports them, and the values of one owner, "NAME: VALUE" a line
// (a value in quotes is a Go string); or a block's data; and what comes out.
func TestACFCases(t *testing.T) {
	paths, _ := filepath.Glob("testdata/acf/*.txtar")
	if len(paths) == 0 {
		t.Fatal("no cases")
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for _, f := range archive.Files {
				files[f.Name] = string(f.Data)
			}
			b := NewBuilder("wp_")
			if groups, ok := files["groups.json"]; ok {
				if err := b.ACFJSON([]byte(groups)); err != nil {
					t.Fatal(err)
				}
			}
			addPosts(t, b)
			v := b.Build().View()
			var values []ACFValue
			if block, ok := files["block.json"]; ok {
				data, err := DecodeJSON([]byte(block))
				if err != nil {
					t.Fatal(err)
				}
				values = v.ACFBlock(data.(Object), nil)
			} else {
				values = v.ACF(parseMeta(t, files["meta"]), nil)
			}
			got := outcome(v, values)
			if os.Getenv("WP2PUB_UPDATE") != "" {
				archive.Files[len(archive.Files)-1].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != files["want"] {
				t.Errorf("got\n%s\nwant\n%s", got, files["want"])
			}
		})
	}
}

// addPosts gives a case something to refer to: 1 a post, 2 a draft, 3 a file, 4 a protected post; term 7; users 8, 9.
func addPosts(t *testing.T, b *Builder) {
	t.Helper()
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	b.Option("permalink_structure", "/%postname%/")
	b.Post(IndexRow{ID: 1, Type: "post", Status: "publish", Name: "first", Title: "First &amp; foremost", Date: "2020-01-02 03:04:05"})
	b.Post(IndexRow{ID: 2, Type: "post", Status: "draft", Name: "secret", Title: "Secret draft"})
	b.Post(IndexRow{ID: 3, Type: "attachment", Status: "inherit", Name: "file", Title: "A file", MIMEType: "application/pdf"})
	b.PostMeta(3, "_wp_attached_file", "2020/01/file.pdf")
	b.Post(IndexRow{ID: 4, Type: "post", Status: "publish", Name: "locked", Title: "Locked", Protected: true})
	b.Term(Term{ID: 7, TaxonomyID: 7, Taxonomy: "category", Name: "News &amp; views", Slug: "news"})
	b.User(User{ID: 8, Login: "jane", Nicename: "jane", Email: "jane@example.org", DisplayName: "Jane Doe"})
	b.User(User{ID: 9, Login: "admin", Nicename: "admin", Email: "a@example.org", DisplayName: "admin"})
}

func parseMeta(t *testing.T, text string) []Meta {
	t.Helper()
	var meta []Meta
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		if !ok {
			continue
		}
		value = strings.TrimPrefix(value, " ")
		if strings.HasPrefix(value, `"`) {
			var err error
			if value, err = strconv.Unquote(value); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
		}
		meta = append(meta, Meta{key, value})
	}
	return meta
}

func TestACFGroups(t *testing.T) {
	site, _ := readFixture(t, "testdata/acf/icat.json")
	var got []string
	for _, g := range site.ACFGroups() {
		got = append(got, fmt.Sprintf("%s %t %v %v %v %d", g.Title, g.Active, g.Places("post_type"), g.Places("taxonomy"), g.Places("options_page"), len(g.Fields)))
	}
	want := []string{
		"Member of staff true [] [] [] 2",
		"Old group (inactive) false [publication] [] [] 1",
		"Publication details true [publication] [] [] 37",
		"Publication: authors, files, sections (Pro) true [publication] [] [] 7",
		"Reference (posts) true [post] [] [] 4",
		"Region data true [] [region] [] 2",
		"Site options (Pro options page) true [] [] [acf-options] 2",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}
