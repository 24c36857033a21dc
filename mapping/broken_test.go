package mapping

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the broken mappings give now beside them")

// TestBroken reads the mappings of testdata/broken: each must give the mistakes that stand beside it, with their
// positions and remedies. Those of site-*.yaml are read with names of any site beside those of this one.
func TestBroken(t *testing.T) {
	files, err := filepath.Glob("testdata/broken/*.yaml")
	if err != nil || len(files) < 60 {
		t.Fatalf("only %d broken mappings were found (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			v := testVocabulary()
			if strings.HasPrefix(filepath.Base(file), "site-") {
				v = siteVocabulary()
			}
			_, err = Parse(filepath.Base(file), data, v)
			var mistakes Errors
			if !errors.As(err, &mistakes) || len(mistakes) == 0 {
				t.Fatalf("no mistake was found: %v", err)
			}
			given := err.Error() + "\n"
			beside := strings.TrimSuffix(file, ".yaml") + ".txt"
			if *update {
				if err := os.WriteFile(beside, []byte(given), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			wanted, err := os.ReadFile(beside)
			if err != nil {
				t.Fatal(err)
			}
			if given != string(wanted) {
				t.Errorf("gives\n%swanted\n%s", given, wanted)
			}
		})
	}
}
