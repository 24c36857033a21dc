package starter_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/starter"
	"wp2pub/migrate/survey"
)

var update = flag.Bool("update", false, "write the mappings that the tests want anew")

// TestMapping holds the mapping of each survey in testdata against the wanted one, and that it parses.
func TestMapping(t *testing.T) {
	cases, err := filepath.Glob("testdata/*/survey.yaml")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	offered := 0
	for _, file := range cases {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			s := readSurvey(t, file)
			got := starter.Mapping(s, migrate.Vocabulary())
			wanted := filepath.Join(filepath.Dir(file), "mapping.yaml")
			if *update {
				if err := os.WriteFile(wanted, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := mapping.Parse("mapping.yaml", got, migrate.Vocabulary()); err != nil {
				t.Errorf("it does not parse: %v\n%s", err, got)
			}
			for _, missing := range notSeen(s, string(got)) {
				t.Errorf("it does not speak of %s", missing)
			}
			for _, offer := range offers(string(got)) {
				offered++
				whole := "version: 1\nrecords:\n" + offer
				if _, err := mapping.Parse("mapping.yaml", []byte(whole), migrate.Vocabulary()); err != nil {
					t.Errorf("what it offers does not parse: %v\n%s", err, whole)
				}
			}
			want, err := os.ReadFile(wanted)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("the mapping is\n%s\nwanted\n%s", got, want)
			}
		})
	}
	if offered == 0 {
		t.Error("no case offers anything")
	}
}

// readSurvey reads a survey that is written as YAML, under the names that it has in JSON.
func readSurvey(t *testing.T, file string) *survey.Survey {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var plain any
	if err := yaml.Unmarshal(data, &plain); err != nil {
		t.Fatal(err)
	}
	asJSON, err := json.Marshal(plain)
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(asJSON))
	decoder.DisallowUnknownFields()
	s := &survey.Survey{}
	if err := decoder.Decode(s); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return s
}

// notSeen lists the post types, and the ACF fields that are no part of rows, of which a mapping says nothing.
func notSeen(s *survey.Survey, written string) []string {
	var missing []string
	for _, p := range s.PostTypes {
		if !strings.Contains(written, p.PostType) {
			missing = append(missing, "the post type "+p.PostType)
		}
	}
	for _, n := range s.Names {
		if strings.HasPrefix(n.Path, "acf.") && strings.Count(n.Path, ".") == 1 && !strings.Contains(written, n.Path) {
			missing = append(missing, n.Path)
		}
	}
	return missing
}

// offers are the pieces of a mapping that stand in comments at its end, to be written under records.
func offers(written string) []string {
	var all []string
	for _, part := range strings.Split(written, "\n\n") {
		first, rest, _ := strings.Cut(part, "\n")
		if !strings.HasSuffix(first, "write before page:") && !strings.HasSuffix(first, "write its line under records:") {
			continue
		}
		rest = strings.TrimSuffix(rest, "\n") + "\n"
		all = append(all, strings.ReplaceAll(strings.TrimPrefix(rest, "# "), "\n# ", "\n"))
	}
	return all
}
