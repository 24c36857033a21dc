package migrate

import (
	"fmt"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/wordpress"
)

// TestDescriptionsTellWhatAllSee holds that a description which is the beginning of the page leaves out what only some visitors see.
func TestDescriptionsTellWhatAllSee(t *testing.T) {
	b := wordpress.NewBuilder("wp_")
	b.Option("active_plugins", `a:1:{i:0;s:24:"wordpress-seo/wp-seo.php";}`)
	b.Option("wpseo_titles", `a:1:{s:13:"metadesc-post";s:20:"Library: %%excerpt%%";}`)
	m, err := mapping.Parse("mapping.yaml", []byte("version: 1\nrecords: {post: {from: [{post_type: post}]}}\n"), Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	run := &engine{options: Options{Mapping: m}, site: b.Build()}
	for _, content := range []string{
		"[members_only]The names.[/members_only]The report.",
		`<!-- wp:paragraph {"metadata":{"blockVisibility":false}} --><p>The names.</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>The report.</p><!-- /wp:paragraph -->`,
	} {
		it := newItem(&wordpress.Post{ID: 1, Type: "post", Title: "A", Content: content}, run)
		got := it.seo().(mapping.Object)
		if fmt.Sprint(got) != fmt.Sprint(mapping.Object{{Name: "title", Value: "A -"}, {Name: "description", Value: "Library: The report."}}) {
			t.Errorf("the head of %q is %v", content, got)
		}
	}
}
