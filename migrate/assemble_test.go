package migrate

import (
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// TestParentLoop makes records of pages that stand below each other, and of one that stands below them.
func TestParentLoop(t *testing.T) {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://loop.example.org")
	parents := map[int64]int64{1: 2, 2: 1, 3: 1, 4: 0, 5: 99}
	for id, parent := range parents {
		b.Post(wordpress.IndexRow{ID: id, Type: "page", Status: "publish", Name: "page", Title: "Page", Parent: parent})
	}
	e := &engine{options: Options{Mapping: mapping.Default(Vocabulary())}, site: b.Build()}
	for id, want := range map[int64]bool{1: true, 2: true, 3: false, 4: false, 5: false} {
		_, log := e.assemble(newItem(&wordpress.Post{ID: id, Type: "page", Status: "publish", Name: "page", Title: "Page", Parent: parents[id]}, e), []mapping.Draft{{Kind: "page"}}, 0)
		found := false
		for _, f := range log.Findings() {
			found = found || f.Code == finding.ParentLoop
		}
		if found != want {
			t.Errorf("page %d below %d: parent-loop found: %t", id, parents[id], found)
		}
	}
}
