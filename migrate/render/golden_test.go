package render

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

var update = flag.Bool("update", false, "write what comes out into testdata")

// TestPages renders the cases below testdata, on the site of testSite. A case is an archive of
//
//	content   what the post stores
//	meta      lines "key value"; optional
//	meta/key  the value of one key, without the line end behind it; optional
//	shows     lines of text that a reader of the page must see; optional
//	hides     lines of text that no reader may see; optional
//	policy    lines "shortcode unwrap|drop|keep|template", as a mapping would say it; optional
//	html      the page, as a tree written out again
//	losses    lines "code detail count"; absent where nothing is lost
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases below testdata", err)
	}
	site := testSite()
	for _, file := range files {
		t.Run(strings.TrimSuffix(strings.TrimPrefix(file, "testdata/"), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			log := &finding.Log{}
			post := &wordpress.Post{ID: 10, Title: "Post", Content: fileOf(archive, "content"), Meta: metaOf(archive)}
			page := Post(post, site.View(), Options{Log: log, Shortcode: policiesOf(fileOf(archive, "policy"))})
			got := written(page)
			checkWords(t, readable(page), archive)
			lost := losses(log)
			if *update {
				setPart(archive, "html", got)
				setPart(archive, "losses", lost)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if want := fileOf(archive, "html"); got != want {
				t.Errorf("page:\n%s\nwant:\n%s", got, want)
			}
			if want := fileOf(archive, "losses"); lost != want {
				t.Errorf("losses:\n%s\nwant:\n%s", lost, want)
			}
		})
	}
}

func fileOf(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func setPart(a *txtar.Archive, name, text string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(text)
			return
		}
	}
	if text != "" {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(text)})
	}
}

func metaOf(a *txtar.Archive) []wordpress.Meta {
	var meta []wordpress.Meta
	for line := range strings.Lines(fileOf(a, "meta")) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		meta = append(meta, wordpress.Meta{Key: key, Value: value})
	}
	for _, f := range a.Files {
		if key, ok := strings.CutPrefix(f.Name, "meta/"); ok {
			meta = append(meta, wordpress.Meta{Key: key, Value: strings.TrimSuffix(string(f.Data), "\n")})
		}
	}
	return meta
}

// checkWords holds a page to what its reader must and must not see.
func checkWords(t *testing.T, text string, a *txtar.Archive) {
	for line := range strings.Lines(fileOf(a, "shows")) {
		if !strings.Contains(text, " "+strings.TrimSpace(line)+" ") {
			t.Errorf("the page does not show %q", strings.TrimSpace(line))
		}
	}
	for line := range strings.Lines(fileOf(a, "hides")) {
		if strings.Contains(text, strings.TrimSpace(line)) {
			t.Errorf("the page shows %q", strings.TrimSpace(line))
		}
	}
}

// readable is the text of a tree and of its images, one space between words.
func readable(root *html.Node) string {
	var b strings.Builder
	var write func(*html.Node)
	write = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			return
		}
		for _, a := range n.Attr {
			if n.Data == "img" && a.Key == "alt" {
				b.WriteString(" " + a.Val)
			}
		}
		if !inlineElements[n.Data] {
			b.WriteByte(' ')
		}
		for child := range n.ChildNodes() {
			write(child)
		}
		if !inlineElements[n.Data] {
			b.WriteByte(' ')
		}
	}
	write(root)
	return " " + strings.Join(strings.Fields(b.String()), " ") + " "
}

var inlineElements = nameSet("a b em i strong span sub sup code")

func policiesOf(lines string) func(string) Policy {
	policies := map[string]Policy{}
	for line := range strings.Lines(lines) {
		name, wanted, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch wanted {
		case "unwrap":
			policies[name] = Policy{Action: Unwrap}
		case "drop":
			policies[name] = Policy{Action: Drop}
		case "keep":
			policies[name] = Policy{Action: Keep}
		default:
			policies[name] = Policy{Action: Replace, Template: wanted}
		}
	}
	return func(name string) Policy { return policies[name] }
}

// written is a tree as HTML, without blank lines.
func written(root *html.Node) string {
	var b strings.Builder
	for n := range root.ChildNodes() {
		_ = html.Render(&b, n) // a Builder does not fail
	}
	var lines strings.Builder
	for line := range strings.Lines(b.String()) {
		if !blank(line) {
			lines.WriteString(strings.TrimRight(line, " \t\n") + "\n")
		}
	}
	return lines.String()
}

func losses(log *finding.Log) string {
	var b strings.Builder
	for _, l := range log.Losses() {
		fmt.Fprintln(&b, l.Code, l.Detail, l.Count)
	}
	return b.String()
}

// testSite has images 11 and 12, the second with a caption, a sound 13, a document 14, all of post 10, and patterns.
func testSite() *wordpress.Site {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	b.Option("permalink_structure", "/%postname%/")
	attach := func(id int64, title, mime, file, caption, alt string) {
		b.Post(wordpress.IndexRow{ID: id, Parent: 10, Type: "attachment", Status: "inherit", Name: strings.ToLower(title), Title: title,
			MIMEType: mime, Excerpt: caption, GUID: "https://example.org/wp-content/uploads/" + file})
		b.PostMeta(id, "_wp_attached_file", file)
		if alt != "" {
			b.PostMeta(id, "_wp_attachment_image_alt", alt)
		}
	}
	b.Post(wordpress.IndexRow{ID: 10, Type: "post", Status: "publish", Name: "post", Title: "Post", Date: "2020-01-02 03:04:05"})
	attach(11, "Harbour", "image/jpeg", "2020/01/harbour.jpg", "", "Ships & cranes")
	attach(12, "Market", "image/png", "2020/01/market.png", "The <em>old</em> market", "")
	attach(13, "Interview", "audio/mpeg", "2020/01/interview.mp3", "", "")
	attach(14, "Annual Report", "application/pdf", "2020/01/report.pdf", "", "")
	pattern := func(id int64, status, content string) {
		b.Post(wordpress.IndexRow{ID: id, Type: "wp_block", Status: status, Name: "pattern", Title: "Pattern", Content: content})
	}
	pattern(20, "publish", `<!-- wp:paragraph {"metadata":{"name":"Note","bindings":{"__default":{"source":"core/pattern-overrides"}}}} --><p class="n">Cite as shown.</p><!-- /wp:paragraph -->`)
	pattern(21, "publish", `<p>Before</p><!-- wp:block {"ref":22} /--><p>After</p>`)
	pattern(22, "publish", `<p>Inner</p><!-- wp:block {"ref":21} /-->`)
	template := func(id int64, content string) {
		b.Post(wordpress.IndexRow{ID: id, Type: "elementor_library", Status: "publish", Name: "template", Title: "Template", Content: content})
	}
	template(31, `<h3>Aus der Vorlage</h3>`)
	template(32, `<p>[elementor-template id="32"]</p>`)
	pattern(23, "draft", `<p>Not yet public</p>`)
	return b.Build()
}
