package dump

import (
	"strings"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/source/sourcetest"
)

var _ migrate.Source = (*Source)(nil)

func TestContract(t *testing.T) {
	for _, path := range []string{"testdata/phpmyadmin.sql", "testdata/complete-insert-hex.sql", "../../../testdata/icat/icat.sql.gz"} {
		t.Run(path[strings.LastIndexByte(path, '/')+1:], func(t *testing.T) {
			sourcetest.Run(t, func(t *testing.T) migrate.Source {
				s, err := Open(t.Context(), path, Options{Temp: t.TempDir()})
				if err != nil {
					t.Fatal(err)
				}
				return s
			})
		})
	}
}

func TestPluginRows(t *testing.T) {
	s, err := Open(t.Context(), "../sourcetest/testdata/plugins.sql", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sourcetest.PluginRows(t, s)
}
