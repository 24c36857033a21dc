package clean

import (
	"strings"

	"wp2pub/migrate/wordpress"
)

// site is a small site for the tests.
type site struct {
	setup       wordpress.Setup
	posts       map[string]int64 // path or query → ID
	permalinks  map[int64]string
	attachments map[string]*wordpress.Attachment // path below the uploads folder, sizes included, or page
}

func newSite() *site {
	garment := &wordpress.Attachment{ID: 72, File: "2020/06/garment.jpg", Width: 1600, Height: 1067}
	spacer := &wordpress.Attachment{ID: 78, File: "2011/03/spacer.gif", Width: 1, Height: 1}
	report := &wordpress.Attachment{ID: 117, File: "2017/10/report.pdf"}
	return &site{
		setup: wordpress.Setup{Home: "https://icat.example.org", SiteURL: "https://icat.example.org", Host: "icat.example.org",
			Uploads: "https://icat.example.org/wp-content/uploads"},
		posts:      map[string]int64{"/about": 5, "/?p=5": 5, "/2013/10/frameworks": 7, "/old-about": 5},
		permalinks: map[int64]string{5: "https://icat.example.org/about/", 7: "https://icat.example.org/2013/10/frameworks/"},
		attachments: map[string]*wordpress.Attachment{
			"/wp-content/uploads/2020/06/garment.jpg": garment, "/wp-content/uploads/2020/06/garment-300x200.jpg": garment,
			"/wp-content/uploads/2020/06/garment-1024x683.jpg": garment, "/about/garment": garment, "/wp-content/uploads/2011/03/spacer.gif": spacer,
			"/wp-content/uploads/2017/10/report.pdf": report, "/?attachment_id=117": report,
		},
	}
}

func (s *site) Setup() *wordpress.Setup { return &s.setup }

func (s *site) Option(name string) (string, bool) {
	return "topics", name == "category_base"
}

func (s *site) path(url string) (string, bool) {
	_, rest, _ := strings.Cut(url, "://")
	host, path, _ := strings.Cut(rest, "/")
	path = "/" + strings.TrimRight(path, "/")
	if before, query, found := strings.Cut(path, "?"); found && strings.Trim(before, "/") != "" && !strings.Contains(query, "p=") {
		path = strings.TrimRight(before, "/")
	}
	return path, strings.TrimPrefix(host, "www.") == s.setup.Host
}

func (s *site) PostByURL(url string) (int64, bool) {
	path, own := s.path(url)
	if !own {
		return 0, false
	}
	return s.posts[path], true
}

func (s *site) Permalink(id int64) string { return s.permalinks[id] }

func (s *site) AttachmentByURL(url string) (*wordpress.Attachment, bool) {
	path, own := s.path(url)
	a := s.attachments[path]
	return a, own && a != nil
}

func (s *site) AttachmentURL(a *wordpress.Attachment) string { return s.setup.Uploads + "/" + a.File }

// LibraryByURL implements View: no plugin for downloads is at work.
func (*site) LibraryByURL(string) (int64, bool) { return 0, false }

// LibraryURL implements View.
func (*site) LibraryURL(int64) string { return "" }
