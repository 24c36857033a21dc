package mysql

import (
	"maps"
	"path/filepath"
	"reflect"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/source/dump"
	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/wordpress"
)

var _ migrate.Source = (*Source)(nil)

func TestContract(t *testing.T) {
	_, config := icat(t)
	sourcetest.Run(t, func(t *testing.T) migrate.Source { return open(t, config) })
}

// The site, its posts and its digests are the same where the sums go with the pass that reads the site.
func TestContractWithSums(t *testing.T) {
	_, config := icat(t)
	all := func(wordpress.Head) bool { return true }
	apart := sourcetest.Digests(t, open(t, config), all)
	config.Sums = true
	sourcetest.Run(t, func(t *testing.T) migrate.Source { return open(t, config) })
	source := open(t, config)
	sourcetest.Site(t, source)
	if together := sourcetest.Digests(t, source, all); !maps.Equal(apart, together) {
		t.Error("the digests of the pass that reads the site are not those of a pass of its own")
	}
}

func TestPluginRows(t *testing.T) {
	server, config := icat(t)
	server.Load(t, "plugins", "../sourcetest/testdata/plugins.sql")
	config.Database = "plugins"
	sourcetest.PluginRows(t, open(t, config))
}

// A site is the same whether it is read from a database or from a dump of it.
func TestSameAsDump(t *testing.T) {
	_, config := icat(t)
	sameAsDump(t, config, icatDump)
}

// So are the languages of posts.
func TestSameLanguages(t *testing.T) {
	server, config := icat(t)
	file := filepath.Join("..", "..", "..", "testdata", "languages", "wpml.sql")
	server.Load(t, "wpml", file)
	config.Database = "wpml"
	sameAsDump(t, config, file)
}

func sameAsDump(t *testing.T, config Config, file string) {
	t.Helper()
	live := open(t, config)
	dumped, err := dump.Open(t.Context(), file, dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer dumped.Close()

	liveSite, dumpSite := sourcetest.Site(t, live), sourcetest.Site(t, dumped)
	if !reflect.DeepEqual(liveSite, dumpSite) {
		t.Error("the sites differ")
	}
	same(t, sourcetest.Posts(t, live, nil), sourcetest.Posts(t, dumped, nil))
}

// same reports each post that differs from the one wanted.
func same(t *testing.T, got, want []*wordpress.Post) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d posts instead of %d", len(got), len(want))
	}
	for i, post := range got {
		if !reflect.DeepEqual(post, want[i]) {
			t.Errorf("post %d differs:\ngot  %+v\nwant %+v", post.ID, post, want[i])
		}
	}
}
