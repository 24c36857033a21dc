package migrate

import (
	"strings"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/wordpress"
)

// TestReadmeShortcodes executes the example of the mapping's reference: the content under the mapping gives the page.
func TestReadmeShortcodes(t *testing.T) {
	_, part := readmeSection(t, "Shortcodes")
	m, err := mapping.Parse("mapping.yaml", []byte(part("yaml mapping")), Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	run := &engine{options: Options{Mapping: m}, site: wordpress.NewBuilder("wp_").Build()}
	page := newItem(&wordpress.Post{ID: 1, Content: part("html content")}, run).page(nil)
	if got, want := strings.TrimSpace(clean.HTML(page.root)), strings.TrimSpace(part("html page")); got != want {
		t.Errorf("the example gives\n%s\nand the page says\n%s", got, want)
	}
}
