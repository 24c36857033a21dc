package wordpress

import (
	"strings"
	"testing"
)

func linkedSite(options map[string]string, more ...func(*Builder)) *Site {
	merged := map[string]string{"permalink_structure": "/%year%/%monthnum%/%postname%/", "show_on_front": "page", "page_on_front": "1",
		"wpcf-custom-types": php(Object{{"report", Object{{"slug", "report"}, {"rewrite", Object{{"enabled", "1"}, {"slug", "library"}}}}}})}
	for k, v := range options {
		merged[k] = v
	}
	row := func(id int64, postType, slug string, change func(*IndexRow)) IndexRow {
		r := published(id, postType, slug)
		if change != nil {
			change(&r)
		}
		return r
	}
	file := func(id, parent int64, slug, guid string) IndexRow {
		return IndexRow{ID: id, Type: "attachment", Status: "inherit", Name: slug, Parent: parent, GUID: guid}
	}
	rows := []IndexRow{
		row(1, "page", "front", nil), row(2, "page", "about", nil), row(3, "page", "team", func(r *IndexRow) { r.Parent = 2 }),
		row(4, "post", "a-post", nil), row(5, "report", "a-report", nil), row(6, "post", "%d9%85%d8%a4%d8%aa%d9%85%d8%b1", nil),
		row(7, "post", "secret", func(r *IndexRow) { r.Status = "private" }), row(8, "post", "locked", func(r *IndexRow) { r.Protected = true }),
		row(9, "post", "twice", nil), row(10, "report", "twice", nil), row(11, "post", "renamed", nil), row(12, "page", "publications", nil),
		row(13, "wp_block", "pattern", nil), row(14, "post", "draft", func(r *IndexRow) { r.Status = "draft" }), row(15, "page", "us", nil),
		file(20, 4, "photo", "https://example.org/wp-content/uploads/2013/05/photo.jpg"), file(21, 0, "big", ""), file(22, 0, "rapport", ""), file(23, 0, "far", "https://docs.example.net/x.pdf"),
		file(24, 0, "real-300x200", ""), file(25, 0, "edited", ""), file(26, 0, "paper", ""), file(27, 0, "absolute", ""),
	}
	meta := []func(*Builder){
		metaRow(11, "_wp_old_slug", "old-name"), metaRow(7, "_wp_old_slug", "old-secret"),
		metaRow(20, "_wp_attached_file", "2013/05/photo.jpg"),
		metaRow(21, "_wp_attached_file", "2021/03/DSC_1-scaled.jpg"),
		metaRow(21, "_wp_attachment_metadata", php(Object{{"width", 2560}, {"height", 1707}, {"filesize", 400}, {"original_image", "DSC_1.jpg"},
			{"sizes", Object{{"medium", Object{{"file", "DSC_1-300x200.jpg"}, {"width", 300}, {"height", 200}}}}}})),
		metaRow(22, "_wp_attached_file", "2018/03/Rapport étude (v2).pdf"),
		metaRow(24, "_wp_attached_file", "2013/05/real-300x200.jpg"),
		metaRow(25, "_wp_attached_file", "2013/05/edited-e1512345678901.jpg"),
		metaRow(26, "_wp_attached_file", "2013/05/paper.pdf"),
		metaRow(26, "_wp_attachment_metadata", php(Object{{"sizes", Object{{"full", Object{{"file", "paper-pdf.jpg"}}}, {"large", Object{{"file", "paper-pdf-724x1024.jpg"}}}}}})),
		metaRow(27, "_wp_attached_file", "/var/www/html/wp-content/uploads/2009/01/old.doc"),
		category(50, 0, "publications"),
	}
	return siteOf(merged, rows, append(meta, more...)...)
}

func TestPostByURL(t *testing.T) {
	s := linkedSite(nil)
	for url, want := range map[string]int64{
		"https://example.org/2013/05/a-post/":                           4,
		"http://www.example.org:80/2013/05/a-post":                      4,
		"HTTPS://Example.ORG/2013/05/A-Post/?utm_source=x#part":         4,
		"//example.org/2013/05/a-post/":                                 4,
		"/2013/05/a-post/":                                              4,
		" /2013/05/a-post/ ":                                            4,
		"https://example.org/index.php/2013/05/a-post/":                 4,
		"https://example.org/2013/05/a-post/2/":                         4,
		"https://example.org/2013/05/a-post/comment-page-3/":            4,
		"https://example.org/2013/05/a-post/feed/":                      4,
		"https://example.org/2013/05/a-post/amp":                        4,
		"https://example.org/fr/2013/05/a-post/":                        4,
		"https://example.org/?p=4":                                      4,
		"?p=4":                                                          4,
		"https://example.org/index.php?p=4":                             4,
		"https://example.org/?page_id=2":                                2,
		"https://example.org?page_id=2":                                 2,
		"https://example.org/?post_type=report&p=5":                     5,
		"https://example.org/?post_type=report&amp;p=5":                 5,
		"https://example.org/?report=a-report":                          5,
		"https://example.org/?pagename=about/team":                      3,
		"https://example.org/?attachment_id=20":                         20,
		"https://example.org/2013/05/a-post/photo/":                     20,
		"https://example.org/library/a-report/":                         5,
		"https://example.org/a-report/":                                 5, // before the type had a base
		"https://example.org/2012/12/31/a-post/":                        4, // an earlier structure
		"https://example.org/a-post.html":                               4,
		"https://example.org/about/team/":                               3,
		"https://example.org/old-parent/team/":                          3,
		"https://example.org/2013/05/%D9%85%D8%A4%D8%AA%D9%85%D8%B1/":   6,
		"https://example.org/2013/05/مؤتمر/":                            6,
		"https://example.org/2013/05/old-name/":                         11,
		"https://example.org/2013/05/twice/":                            9,
		"https://example.org/library/twice/":                            10,
		"https://example.org/twice/":                                    0, // which of the two?
		"https://example.org/old/2013/05/twice/":                        9,
		"https://example.org":                                           1,
		"https://example.org/":                                          1,
		"https://example.org/?utm_campaign=x":                           1,
		"https://example.org/?s=words":                                  0,
		"https://example.org/us/":                                       15,
		"https://example.org/fr/":                                       0,
		"https://example.org/publications/":                             12,
		"https://example.org/category/publications/":                    0, // a list of posts, not the page of that name
		"https://example.org/fr/category/publications/":                 0,
		"https://example.org/tag/a-post/":                               0,
		"https://example.org/author/team/":                              0,
		"https://example.org/2013/05/":                                  0,
		"https://example.org/2013/05/secret/":                           0,
		"https://example.org/?p=7":                                      0,
		"https://example.org/2013/05/old-secret/":                       0,
		"https://example.org/2013/05/locked/":                           0,
		"https://example.org/?p=14":                                     0,
		"https://example.org/?p=99999999999999999999":                   0,
		"https://example.org/2013/05/pattern/":                          0,
		"https://example.org/nothing-here/":                             0,
		"https://example.org/wp-content/uploads/2013/05/a-post":         0,
		"https://example.org/2013/05/%zz%/":                             0,
		"https://example.org/%E0%A4%A/":                                 0,
		"https://example.org/////":                                      1,
		"https://example.org/" + strings.Repeat("a/", 10000) + "a-post": 4,
	} {
		id, own := s.postByURL(url)
		if id != want || !own {
			t.Errorf("%.80s: got %d, own %v; want %d", url, id, own, want)
		}
	}
	for _, url := range []string{"", "#part", "mailto:a@example.org", "javascript:alert(1)", "ftp://example.org/a-post/", "https://example.com/2013/05/a-post/",
		"https://notexample.org/", "https:///a-post/", "a-post/", "data:text/html,x", "//", "http://", "tel:+4312345"} {
		if id, own := s.postByURL(url); id != 0 || own {
			t.Errorf("%s: got %d, own %v; want none", url, id, own)
		}
	}
}

// A site below a folder, whose WordPress lies in another one.
func TestPostByURLBelowFolder(t *testing.T) {
	s := linkedSite(map[string]string{"home": "https://www.example.org/blog", "siteurl": "https://www.example.org/blog/wp"})
	for _, test := range []struct {
		url string
		id  int64
		own bool
	}{
		{"https://example.org/blog/2013/05/a-post/", 4, true},
		{"/blog/2013/05/a-post/", 4, true},
		{"https://example.org/blog", 1, true},
		{"https://example.org/blog/wp/?p=4", 4, true},
		{"https://example.org/2013/05/a-post/", 0, false},
		{"https://example.org/blogger/", 0, false},
	} {
		if id, own := s.postByURL(test.url); id != test.id || own != test.own {
			t.Errorf("%s: got %d %v, want %d %v", test.url, id, own, test.id, test.own)
		}
	}
}

func TestAttachmentByURL(t *testing.T) {
	s := linkedSite(nil)
	for url, want := range map[string]int64{
		"https://example.org/wp-content/uploads/2013/05/photo.jpg":                                     20,
		"http://www.example.org/wp-content/uploads/2013/05/photo.jpg?x=1#y":                            20,
		"//example.org/wp-content/uploads/2013/05/photo.jpg":                                           20,
		"/wp-content/uploads/2013/05/photo.jpg":                                                        20,
		"https://cdn.example.net/wp-content/uploads/2013/05/photo-300x200.jpg":                         20,
		"https://i0.wp.com/example.org/wp-content/uploads/2013/05/photo.jpg?resize=3":                  20,
		"https://example.org/wp-content/uploads/sites/3/2013/05/photo.jpg":                             20,
		"https://example.org/wp-content/uploads/2013/05/photo-1024x683.jpg":                            20,
		"https://example.org/wp-content/uploads/2013/05/photo-scaled.jpg":                              20,
		"https://example.org/wp-content/uploads/2013/05/photo-rotated.jpg":                             20,
		"https://example.org/wp-content/uploads/2013/05/photo-e1512345678901.jpg":                      20,
		"https://example.org/wp-content/uploads/2013/05/photo-e1512345678901-300x200.jpg":              20,
		"https://example.org/wp-content/uploads/2013/05/photo.jpg.webp":                                20,
		"https://example.org/?attachment_id=20":                                                        20,
		"https://example.org/2013/05/a-post/photo/":                                                    20,
		"https://example.org/wp-content/uploads/2021/03/DSC_1.jpg":                                     21,
		"https://example.org/wp-content/uploads/2021/03/DSC_1-scaled.jpg":                              21,
		"https://example.org/wp-content/uploads/2021/03/DSC_1-300x200.jpg":                             21,
		"https://example.org/wp-content/uploads/2021/03/DSC_1-scaled-300x200.jpg":                      21,
		"https://example.org/wp-content/uploads/2018/03/Rapport étude (v2).pdf":                        22,
		"https://example.org/wp-content/uploads/2018/03/Rapport%20%C3%A9tude%20(v2).pdf":               22,
		"https://example.org/wp-content/uploads/2018/03/Rapport e\u0301tude (v2).pdf":                  22,
		"https://docs.example.net/x.pdf":                                                               23,
		"https://example.org/wp-content/uploads/2013/05/real-300x200.jpg":                              24,
		"https://example.org/wp-content/uploads/2013/05/edited.jpg":                                    25,
		"https://example.org/wp-content/uploads/2013/05/edited-e1500000000000.jpg":                     25,
		"https://example.org/wp-content/uploads/2013/05/paper-pdf.jpg":                                 26,
		"https://example.org/wp-content/uploads/2013/05/paper-pdf-724x1024.jpg":                        26,
		"https://example.org/wp-content/uploads/2009/01/old.doc":                                       27,
		"https://example.org/wp-content/uploads/2013/05/other.jpg":                                     0,
		"https://example.org/wp-content/uploads/2013/06/photo.jpg":                                     0,
		"https://example.org/2013/05/a-post/":                                                          0,
		"https://other.example/photo.jpg":                                                              0,
		"":                                                                                             0,
		"https://example.org/wp-content/uploads/":                                                      0,
		"https://example.org/wp-content/uploads/" + strings.Repeat("-300x200", 10000) + "-300x200.jpg": 0,
	} {
		if got := s.attachmentByURL(url); got != want {
			t.Errorf("%.90s: got %d, want %d", url, got, want)
		}
	}
}

func TestAttachmentURLs(t *testing.T) {
	for _, test := range []struct {
		options  map[string]string
		guid     string
		id       int64
		url, raw string
	}{
		{nil, "", 20, "https://example.org/wp-content/uploads/2013/05/photo.jpg", ""},
		{nil, "", 21, "https://example.org/wp-content/uploads/2021/03/DSC_1-scaled.jpg", "https://example.org/wp-content/uploads/2021/03/DSC_1.jpg"},
		{nil, "", 22, "https://example.org/wp-content/uploads/2018/03/Rapport étude (v2).pdf", ""},
		{nil, "", 23, "https://docs.example.net/x.pdf", ""},
		{nil, "", 27, "https://example.org/wp-content/uploads/2009/01/old.doc", ""},
		{map[string]string{"upload_url_path": "https://media.example.org/"}, "", 20, "https://media.example.org/2013/05/photo.jpg", ""},
		{map[string]string{"upload_path": "dateien"}, "", 20, "https://example.org/dateien/2013/05/photo.jpg", ""},
		{map[string]string{"upload_path": "wp-content/uploads"}, "", 20, "https://example.org/wp-content/uploads/2013/05/photo.jpg", ""},
		{map[string]string{"upload_path": "/srv/www/uploads"}, "", 20, "https://example.org/wp-content/uploads/2013/05/photo.jpg", ""},
		{map[string]string{"siteurl": "https://example.org/wp/"}, "", 20, "https://example.org/wp/wp-content/uploads/2013/05/photo.jpg", ""},
	} {
		v := linkedSite(test.options).View()
		a, ok := v.Attachment(test.id)
		if !ok {
			t.Fatalf("no attachment %d", test.id)
		}
		if got := v.AttachmentURL(a); got != test.url {
			t.Errorf("%v: got %s, want %s", test.options, got, test.url)
		}
		if test.raw == "" {
			test.raw = test.url
		}
		if got := v.OriginalURL(a); got != test.raw {
			t.Errorf("%v original: got %s, want %s", test.options, got, test.raw)
		}
	}
}

func TestNetworkUploads(t *testing.T) {
	b := NewBuilder("wp_3_")
	b.Option("siteurl", "https://example.org/three")
	b.Post(IndexRow{ID: 1, Type: "attachment", Status: "inherit", GUID: "https://example.org/three/wp-content/uploads/sites/3/2013/05/a.pdf"})
	if got := b.Build().Uploads; got != "https://example.org/three/wp-content/uploads/sites/3" {
		t.Errorf("got %s", got)
	}
}

func TestChildren(t *testing.T) {
	file := func(id int64, order int64, status string) IndexRow {
		return IndexRow{ID: id, Type: "attachment", Status: status, Parent: 1, MenuOrder: order}
	}
	s := siteOf(nil, []IndexRow{published(1, "post", "a"), file(5, 2, "inherit"), file(6, 1, "inherit"), file(7, 1, "inherit"), file(8, 0, "trash")})
	if got := s.children(1); len(got) != 3 || got[0] != 6 || got[1] != 7 || got[2] != 5 {
		t.Errorf("got %v", got)
	}
}

// Whatever is asked, nothing but a public post or an attachment answers, and only for a URL of the site.
func FuzzByURL(f *testing.F) {
	for _, seed := range []string{"/2013/05/a-post/", "?p=4", "https://example.org/fr/%d9%85/x?report=a#b", "//[::1]:80/x", "http://a@example.org\\x", "/files/sites/1/../x-1x1.jpg",
		"https://example.org/wp-content/uploads/2013/05/photo-300x200.jpg", "/%/%zz/%e0%a4", "index.php", "/feed/feed/feed", "/page/2", "\x00", "https://xn--/", "/?pagename=/"} {
		f.Add(seed)
	}
	s := linkedSite(nil)
	f.Fuzz(func(t *testing.T, url string) {
		id, own := s.postByURL(url)
		if e, ok := s.Entry(id); id != 0 && (!ok || !own || !s.Public(e)) {
			t.Errorf("post %d (own %v) for %q", id, own, url)
		}
		if id := s.attachmentByURL(url); id != 0 && s.attachment[id] == nil {
			t.Errorf("attachment %d for %q", id, url)
		}
		if again, _ := s.postByURL(url); again != id {
			t.Errorf("%q: %d, then %d", url, id, again)
		}
	})
}

func TestArchiveByURL(t *testing.T) {
	s := linkedSite(nil)
	for url, want := range map[string]bool{
		"https://example.org/":                                  true,
		"https://example.org/?s=words":                          true,
		"https://example.org/?p=4":                              false,
		"https://example.org/category/publications/":            true,
		"https://example.org/category/publications/page/2/":     true,
		"https://example.org/category/gone/":                    false,
		"https://example.org/author/anna/":                      true,
		"https://example.org/2013/05/":                          true,
		"https://example.org/library/":                          true,
		"https://example.org/feed/":                             true,
		"https://example.org/wp-content/uploads/2013/05/no.pdf": true,
		"https://example.org/nothing-here/":                     false,
		"https://example.com/feed/":                             false,
		"#top":                                                  false,
	} {
		if got := s.View().ArchiveByURL(url); got != want {
			t.Errorf("%s: got %v, want %v", url, got, want)
		}
	}
}
