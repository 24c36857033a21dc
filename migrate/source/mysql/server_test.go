package mysql

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

func TestMain(m *testing.M) { os.Exit(mariadb.Main(m)) }

// icatDump is a whole site: every kind of post, plugins' tables, years of dirt.
var icatDump = filepath.Join("..", "..", "..", "testdata", "icat", "icat.sql.gz")

var loadIcat sync.Once

// icat returns the server with the site icat in the database of that name, which tests only read.
func icat(t testing.TB) (*mariadb.Server, Config) {
	t.Helper()
	server := mariadb.Start(t)
	loadIcat.Do(func() { server.Load(t, "icat", icatDump) })
	return server, Config{User: "root", Socket: server.Socket, Database: "icat"}
}

// open opens a source for the length of a test.
func open(t testing.TB, config Config) *Source {
	t.Helper()
	s, err := Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
