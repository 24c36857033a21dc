package migrate_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// allowed says which packages of this module a package may import. A package that is not listed here fails the test:
// whoever adds a room says what it may know.
var allowed = map[string][]string{
	"cmd/wp2pub":                        {"*"},
	"mapping":                           {},
	"migrate/finding":                   {},
	"migrate/growth":                    {},
	"migrate/pattern":                   {},
	"migrate/clock":                     {},
	"migrate/recurrence":                {"migrate/clock"},
	"migrate/facts/calendar":            {"migrate/finding", "migrate/wordpress", "migrate/record", "migrate/clock", "migrate/recurrence"},
	"migrate/locale":                    {},
	"migrate/facts/identifier":          {"migrate/pattern"},
	"migrate/facts/series":              {"migrate/pattern"},
	"migrate/facts/licence":             {"migrate/pattern"},
	"migrate/facts/stated":              {"migrate/facts/identifier", "migrate/facts/licence", "migrate/pattern"},
	"migrate/facts/citation":            {"migrate/finding", "migrate/wordpress", "migrate/record", "migrate/locale", "migrate/facts", "migrate/facts/people", "migrate/facts/series"},
	"migrate/facts/teachpress":          {"migrate/wordpress", "migrate/record", "migrate/facts", "migrate/pattern"},
	"migrate/facts/download":            {"migrate/finding", "migrate/wordpress", "migrate/record", "migrate/locale", "migrate/facts", "migrate/facts/citation", "migrate/pattern"},
	"migrate/facts/seo":                 {"migrate/finding", "migrate/wordpress", "migrate/locale", "migrate/pattern"},
	"migrate/facts/people":              {"migrate/wordpress", "migrate/record", "migrate/pattern"},
	"migrate/facts/detect":              {},
	"migrate/wordpress":                 {"migrate/finding", "migrate/clock", "migrate/pattern"},
	"migrate/record":                    {"migrate/finding", "migrate/pattern"},
	"migrate/render":                    {"migrate/finding", "migrate/wordpress", "migrate/record"},
	"migrate/clean":                     {"migrate/finding", "migrate/wordpress", "migrate/record"},
	"migrate/facts":                     {"migrate/finding", "migrate/wordpress", "migrate/record", "migrate/locale"},
	"migrate/report":                    {"migrate/finding", "migrate/wordpress", "migrate/record", "migrate/survey"}, // survey: its tables look as the others do
	"migrate/ledger":                    {"migrate/finding", "migrate/wordpress", "migrate/report"},
	"migrate/report/page":               {"migrate/finding", "migrate/report"},
	"migrate/survey":                    {"mapping", "migrate/finding", "migrate/wordpress", "migrate/record", "migrate/locale", "migrate/facts/identifier", "migrate/pattern"},
	"migrate":                           {"mapping", "migrate/finding", "migrate/wordpress", "migrate/record", "migrate/render", "migrate/clean", "migrate/facts", "migrate/facts/citation", "migrate/facts/download", "migrate/facts/teachpress", "migrate/facts/people", "migrate/facts/seo", "migrate/survey", "migrate/report", "migrate/ledger", "migrate/locale", "migrate/facts/identifier", "migrate/facts/series", "migrate/facts/stated", "migrate/facts/licence", "migrate/facts/calendar", "migrate/pattern"},
	"migrate/starter":                   {"mapping", "migrate/survey", "migrate/locale"},
	"migrate/source/dump":               {"migrate/wordpress"},
	"migrate/source/mysql":              {"migrate/wordpress", "migrate/source/wpconfig"},
	"migrate/source/wpconfig":           {},
	"migrate/source/sourcetest":         {"migrate", "migrate/wordpress", "migrate/source/sourcetest/mariadb"},
	"migrate/source/sourcetest/mariadb": {},
	"migrate/output":                    {"migrate", "migrate/record", "migrate/pattern"}, // migrate: for the port's types
	"migrate/export":                    {"migrate/record", "migrate/recurrence", "migrate/clock", "migrate/pattern"},
}

// TestImportsRunOneWay parses the files itself: the result of go list would be kept by the test cache.
func TestImportsRunOneWay(t *testing.T) {
	root := ".."
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && file != root && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata"):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		room = filepath.ToSlash(room)
		seen[room] = true
		may, known := allowed[room]
		if !known {
			t.Errorf("%s: the package %s is not in the table of what may import what", file, room)
		}
		for _, spec := range parsed.Imports {
			imported, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "wp2pub/")
			if ours && !slices.Contains(may, "*") && !slices.Contains(may, imported) {
				t.Errorf("%s imports %s: imports run one way, and %s may import only %v", path.Clean(filepath.ToSlash(file)), imported, room, may)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) < 10 {
		t.Fatalf("only %d packages found: the test looks at the wrong place", len(seen))
	}
}
