package survey

import (
	"fmt"
	"testing"

	"wp2pub/migrate/wordpress"
)

// BenchmarkCollector adds posts with forty values each, one by one.
func BenchmarkCollector(b *testing.B) {
	builder := wordpress.NewBuilder("wp_")
	const posts = 1000
	for id := range int64(posts) {
		builder.Post(wordpress.IndexRow{ID: id + 1, Type: "post", Status: "publish", Date: "2013-05-14 09:00:00"})
	}
	site := builder.Build()
	var all []*wordpress.Post
	values := []string{"2013", "UNODC and the International Labour Organization", "https://example.org/wp-content/uploads/report.pdf", "Anne Gallagher", "978-92-1-130222-6", "français", "1", "a:1:{i:0;s:2:\"de\";}"}
	for id := range int64(posts) {
		post := &wordpress.Post{ID: id + 1, Type: "post", Status: "publish", Date: "2013-05-14 09:00:00"}
		for i := range 40 {
			post.Meta = append(post.Meta, wordpress.Meta{Key: fmt.Sprint("key_", i), Value: values[i%len(values)]})
		}
		all = append(all, post)
	}
	b.ReportAllocs()
	for b.Loop() {
		c := NewCollector(site)
		for _, post := range all {
			c.Add(post, Page{Text: 100, Documents: 1})
		}
		if s := c.Survey(); len(s.Names) != 40 {
			b.Fatalf("%d names", len(s.Names))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*posts), "µs/post")
}
