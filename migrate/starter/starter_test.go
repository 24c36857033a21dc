package starter_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
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
	for _, file := range cases {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			got := starter.Mapping(readSurvey(t, file), migrate.Vocabulary())
			wanted := filepath.Join(filepath.Dir(file), "mapping.yaml")
			if *update {
				if err := os.WriteFile(wanted, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := mapping.Parse("mapping.yaml", got, migrate.Vocabulary()); err != nil {
				t.Errorf("it does not parse: %v\n%s", err, got)
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
