package facts

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"wp2pub/migrate/wordpress"
)

// fileSite is a site with a PDF (7) and a photo (8).
func fileSite() *wordpress.Site {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	b.Post(wordpress.IndexRow{ID: 7, Type: "attachment", Status: "inherit", Name: "report", Title: "The report", MIMEType: "application/pdf"})
	b.PostMeta(7, "_wp_attached_file", "2013/05/report.pdf")
	b.Post(wordpress.IndexRow{ID: 8, Type: "attachment", Status: "inherit", Name: "photo", Title: "Photo", MIMEType: "image/jpeg"})
	b.PostMeta(8, "_wp_attached_file", "2013/05/photo.jpg")
	return b.Build()
}

func TestAttachments(t *testing.T) {
	root, err := html.Parse(strings.NewReader(`<p><a href="/wp-content/uploads/2013/05/report.pdf">a</a> <img src="http://example.org/wp-content/uploads/2013/05/photo-300x200.jpg">
		<a href="https://example.org/wp-content/uploads/2013/05/photo.jpg">again</a> <a href="https://other.example/wp-content/uploads/2013/05/report.pdf">b</a> <a href="#photo">c</a></p>`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Attachments(root, fileSite().View()), []int64{7, 8}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
