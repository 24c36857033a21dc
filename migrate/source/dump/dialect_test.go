package dump

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"wp2pub/migrate/wordpress"
)

// snapshot is all that a source tells of a site.
type snapshot struct {
	Options     map[string]string
	Entries     []wordpress.Entry
	Attachments []*wordpress.Attachment
	Terms       []*wordpress.Term
	User        *wordpress.User
	Colours     []wordpress.Row
	Heads       []wordpress.Head
	Posts       []*wordpress.Post
}

func take(t *testing.T, s *Source) snapshot {
	t.Helper()
	ctx := context.Background()
	site, err := s.Site(ctx)
	if err != nil {
		t.Fatal(err)
	}
	shot := snapshot{Options: map[string]string{}, Entries: site.Entries(), Attachments: site.Attachments(), Terms: site.Terms(), Colours: site.Table("ai1ec_event_category_meta")}
	for _, name := range []string{"siteurl", "home", "blogname", "_transient_x"} {
		if v, ok := site.Option(name); ok {
			shot.Options[name] = v
		}
	}
	shot.User, _ = site.View().User(1)
	for h, err := range s.Heads(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		shot.Heads = append(shot.Heads, h)
	}
	for p, err := range s.Posts(ctx, func(wordpress.Head) bool { return true }) {
		if err != nil {
			t.Fatal(err)
		}
		shot.Posts = append(shot.Posts, p)
	}
	return shot
}

// wanted is the site that every file in testdata holds.
func wanted() snapshot {
	content := "It's \"quoted\", \\ back\\\\slash; 100% a_b \\n \\% -- no comment # none /* none */ ); ''\r\nline\ttwo\r\n" +
		"<<<<<<< HEAD\n=======\n>>>>>>> x\n\x00\x1a\b é 😀 `tick` \\"
	first := &wordpress.Post{ID: 1, Author: 1, Date: "2020-05-14 09:00:00", DateGMT: "2020-05-14 07:00:00", Content: content,
		Title: "A &amp; B – \"title\"", Status: "publish", Name: "a-b",
		Modified: "2021-01-02 03:04:05", ModifiedGMT: "2021-01-02 02:04:05", GUID: "https://example.org/?p=1", Type: "post",
		Meta: []wordpress.Meta{{Key: "topic", Value: "first"}, {Key: "topic", Value: "second"}, {Key: "empty"}, {Key: "null"}}}
	locked := &wordpress.Post{ID: 2, Author: 7, Date: "2020-05-15 09:00:00", DateGMT: "0000-00-00 00:00:00", Content: "secret", Title: "Locked",
		Excerpt: "Ex", Status: "draft", Protected: true, Modified: "2020-05-15 09:00:00",
		ModifiedGMT: "0000-00-00 00:00:00", ContentFiltered: "filtered", Parent: 1, GUID: "https://example.org/?page_id=2", MenuOrder: -3, Type: "page",
		Meta: []wordpress.Meta{{Key: `a:"b"`, Value: `a:1:{s:1:"k";s:4:"it's";}`}}}
	file := &wordpress.Post{ID: 3, Author: 1, Date: "2020-05-16 09:00:00", DateGMT: "2020-05-16 07:00:00", Content: "Describes", Title: "File",
		Excerpt: "Caption", Status: "inherit", Name: "file", Modified: "2020-05-16 09:00:00",
		ModifiedGMT: "2020-05-16 07:00:00", Parent: 1, GUID: "https://example.org/f.pdf", Type: "attachment", MIMEType: "application/pdf",
		Meta: []wordpress.Meta{{Key: "_wp_attached_file", Value: "2020/05/ä b.pdf"}}}
	event := &wordpress.Post{ID: 9, Author: 1, Date: "2020-05-17 09:00:00", DateGMT: "2020-05-17 07:00:00", Title: "Meeting", Status: "publish",
		Name: "meeting", Modified: "2020-05-17 09:00:00", ModifiedGMT: "2020-05-17 07:00:00",
		GUID: "https://example.org/?p=9", Type: "ai1ec_event",
		Rows: map[string][]wordpress.Row{"ai1ec_events": {{"post_id": "9", "start": "1600000000", "venue": "Hall 'A'", "latitude": "-48.206400000000000"}}}}
	shot := snapshot{
		Options: map[string]string{"siteurl": "https://example.org", "home": "https://example.org", "blogname": `Ünïted 'N' "Ations"\`},
		Attachments: []*wordpress.Attachment{{ID: 3, Parent: 1, Title: "File", Slug: "file", Caption: "Caption", Description: "Describes",
			MIMEType: "application/pdf", GUID: "https://example.org/f.pdf", File: "2020/05/ä b.pdf"}},
		Terms: []*wordpress.Term{
			{ID: 1, TaxonomyID: 11, Taxonomy: "category", Name: "News", Slug: "news", Description: "About\nit"},
			{ID: 2, TaxonomyID: 12, Taxonomy: "category", Name: "Çà &amp; là", Slug: "ca-la", Parent: 1, Meta: []wordpress.Meta{{Key: "colour", Value: "red"}}},
		},
		User: &wordpress.User{ID: 1, Login: "admin", Nicename: "admin", Email: "admin@example.org", DisplayName: "Anna Ö",
			Meta: []wordpress.Meta{{Key: "nickname", Value: "nick"}, {Key: "description", Value: `Wrote "it"`}}},
		Colours: []wordpress.Row{{"term_id": "2", "term_color": "#27a6d1"}},
		Posts:   []*wordpress.Post{first, locked, file, event},
	}
	for _, p := range shot.Posts {
		shot.Heads = append(shot.Heads, p.Head())
		shot.Entries = append(shot.Entries, wordpress.Entry{ID: p.ID, Parent: p.Parent, Author: p.Author, Type: p.Type, Status: p.Status,
			MIMEType: p.MIMEType, Slug: p.Name, Title: p.Title, Date: p.Date, Protected: p.Protected, MenuOrder: p.MenuOrder})
	}
	return shot
}

// complete tells of each file whether it is known to be whole.
var complete = map[string]bool{
	"adminer": true, "ansi": true, "binary": true, "compact": false, "complete-insert-hex": true, "heidisql": true, "introducers": true,
	"mariadb-dump": true, "mysqldump": true, "no-backslash-escapes": true, "phpmyadmin": true, "sequel-ace": true, "unquoted": true,
}

func TestDialects(t *testing.T) {
	want := wanted()
	for dialect, whole := range complete {
		t.Run(dialect, func(t *testing.T) {
			path := filepath.Join("testdata", dialect+".sql")
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			forms := map[string]func() (*Source, error){
				"file":   func() (*Source, error) { return Open(t.Context(), path, Options{}) },
				"stream": func() (*Source, error) { return openText(t, string(data)) },
				"bytes": func() (*Source, error) { // each refill of the window is a byte, so that every token is cut everywhere
					return Open(t.Context(), "-", Options{Stdin: &oneByte{data}, Temp: t.TempDir()})
				},
				"crlf": func() (*Source, error) {
					if strings.Contains(dialect, "adminer") || strings.Contains(dialect, "no-backslash") || strings.Contains(dialect, "unquoted") || bytes.Contains(data, []byte("\r\n")) {
						return openText(t, string(data)) // its strings have line ends of their own
					}
					return openText(t, "\xef\xbb\xbf"+strings.ReplaceAll(strings.TrimPrefix(string(data), "\xef\xbb\xbf"), "\n", "\r\n"))
				},
			}
			for form, open := range forms {
				s, err := open()
				if err != nil {
					t.Fatalf("%s: %v", form, err)
				}
				t.Cleanup(func() { s.Close() })
				compare(t, form, take(t, s), want)
				if s.Complete() != whole {
					t.Errorf("%s: Complete is %v", form, s.Complete())
				}
			}
		})
	}
}

func compare(t *testing.T, form string, got, want snapshot) {
	t.Helper()
	g, w := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range g.NumField() {
		name := g.Type().Field(i).Name
		if name == "Posts" {
			continue
		}
		if !reflect.DeepEqual(g.Field(i).Interface(), w.Field(i).Interface()) {
			t.Errorf("%s: %s\n got %+v\nwant %+v", form, name, g.Field(i), w.Field(i))
		}
	}
	if len(got.Posts) != len(want.Posts) {
		t.Fatalf("%s: %d posts, want %d", form, len(got.Posts), len(want.Posts))
	}
	for i, p := range got.Posts {
		if !reflect.DeepEqual(p, want.Posts[i]) {
			t.Errorf("%s: post %d\n got %+v\nwant %+v", form, p.ID, *p, *want.Posts[i])
		}
	}
}

// openText opens a dump that comes from a stream.
func openText(t *testing.T, text string) (*Source, error) {
	t.Helper()
	return Open(t.Context(), "-", Options{Stdin: strings.NewReader(text), Temp: t.TempDir()})
}

// oneByte gives a byte at a time.
type oneByte struct{ rest []byte }

func (r *oneByte) Read(p []byte) (int, error) {
	n := copy(p[:min(1, len(p))], r.rest)
	r.rest = r.rest[n:]
	if n == 0 {
		return bytes.NewReader(nil).Read(p)
	}
	return n, nil
}
