package survey

import (
	"fmt"
	"slices"
	"testing"

	"wp2pub/migrate/wordpress"
)

// TestUnusedFiles holds that a file which a value of a published post names, in whatever form, is none that nothing uses.
func TestUnusedFiles(t *testing.T) {
	const file = "https://example.org/wp-content/uploads/2020/100.pdf"
	for _, c := range []struct {
		key, value string
		used       bool
	}{
		{"attachment", "100", true},
		{"gallery", "99, 100", true},
		{"gallery", `a:1:{i:0;s:3:"100";}`, true},
		{"gallery_settings", `a:2:{s:3:"ids";a:1:{i:0;i:100;}s:5:"width";i:5;}`, true},
		{"gallery_settings", `a:1:{s:5:"width";i:100;}`, false},
		{"count", "100", false},
		{"link", file, true},
		{"rows_0_link", fmt.Sprintf(`a:3:{s:5:"title";s:1:"A";s:3:"url";s:%d:"%s";s:6:"target";s:0:"";}`, len(file), file), true},
		{"text", `<p>See <a href="` + file + `">it</a>.</p>`, true},
		{"widget", `{"href":"https:\/\/example.org\/wp-content\/uploads\/2020\/100.pdf"}`, true},
		{"link", "https://example.org/100.pdf", false},
	} {
		for _, ofField := range []bool{false, true} {
			b := wordpress.NewBuilder("wp_")
			b.Option("home", "https://example.org")
			b.Post(wordpress.IndexRow{ID: 1, Type: "post", Status: "publish", Name: "t", Title: "T"})
			b.Post(wordpress.IndexRow{ID: 100, Type: "attachment", Status: "inherit", MIMEType: "application/pdf", Name: "f", Title: "F"})
			b.PostMeta(100, "_wp_attached_file", "2020/100.pdf")
			post := &wordpress.Post{ID: 1, Type: "post", Status: "publish", Meta: []wordpress.Meta{{Key: c.key, Value: c.value}}}
			used := c.used
			if ofField {
				post.Meta = append(post.Meta, wordpress.Meta{Key: "_" + c.key, Value: "field_1"})
				used = used && slices.Contains([]string{"link", "rows_0_link", "text", "widget"}, c.key) // IDs are read as the field's type says
			}
			collector := NewCollector(b.Build())
			collector.Add(post, Page{})
			if got := !slices.Contains(collector.Survey().Files.Unused, 100); got != used {
				t.Errorf("with %s = %s (a field's: %t) the file is used: %t", c.key, c.value, ofField, got)
			}
		}
	}
}
