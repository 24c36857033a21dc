package report

import (
	"fmt"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// TestStates looks at records of which one thing is told apart: what filled a field, and what made it invalid.
func TestStates(t *testing.T) {
	for name, c := range map[string]struct {
		filled   []string
		assigned []Assigned
		wrong    string // the field of a finding
		want     string
	}{
		"a field and what filled it":         {[]string{"title"}, []Assigned{{Target: "title", Origin: "acf.t"}}, "", "title=filled by acf.t"},
		"one that nothing assigned":          {[]string{"posted"}, nil, "", "posted=filled"},
		"one that has no value":              {nil, []Assigned{{Target: "issued"}}, "", "issued=empty"},
		"one whose value could not be made":  {nil, []Assigned{{Target: "issued", Failed: true}}, "", "issued=invalid"},
		"a second source that could":         {[]string{"issued"}, []Assigned{{Target: "issued", Origin: "meta.y", Failed: true}}, "", "issued=filled by meta.y"},
		"one that the place did not take":    {nil, []Assigned{{Target: "issued", Origin: "acf.d"}}, "issued", "issued=invalid"},
		"a value that stays as it is stored": {[]string{"fields.pages"}, []Assigned{{Target: "fields.pages", Origin: "acf.pages | text"}}, "acf.pages", "fields.pages=filled by acf.pages | text"},
		"an object of which a part stays":    {[]string{"event.end"}, nil, "event", "event.end=filled"},
		"another of the same beginning":      {nil, []Assigned{{Target: "issued"}}, "issued_old", "issued=empty"},
		"one of several sources":             {[]string{"subjects"}, []Assigned{{Target: "subjects", Origin: "terms.post_tag.name, acf.themes"}}, "acf.themes", "subjects=filled by terms.post_tag.name, acf.themes"},
		"a part of a row":                    {[]string{"authors"}, []Assigned{{Target: "authors", Origin: "acf.authors"}}, "acf.authors.2.name", "authors=filled by acf.authors"},
		"a whole object":                     {[]string{"fields", "fields.a", "fields.b"}, []Assigned{{Target: "fields", Origin: "acf"}}, "acf.b", "fields=filled by acf fields.a=filled by acf fields.b=filled by acf"},
		"a member that is gone":              {[]string{"event", "event.end"}, []Assigned{{Target: "event", Origin: "event"}}, "event.start", "event=filled by event event.end=filled by event event.start=invalid"},
		"the rest of an object":              {[]string{"fields.a"}, []Assigned{{Target: "fields.a", Origin: "acf.a"}, {Target: "fields.*"}}, "", "fields.a=filled by acf.a"},
		"what is no field":                   {nil, nil, "acf.orphan", ""},
	} {
		log := &finding.Log{}
		if c.wrong != "" {
			log.Find(finding.Finding{Code: finding.TypeMismatch, Field: c.wrong})
		}
		var got []string
		for _, s := range States(c.filled, c.assigned, log) {
			text := s.Field + "=" + []string{"filled", "empty", "invalid"}[s.State]
			if s.Origin != "" {
				text += " by " + s.Origin
			}
			got = append(got, text)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: %s, want %s", name, text, c.want)
		}
	}
}

// TestCoverageAddsUp counts many records: filled, empty and invalid are all there are.
func TestCoverageAddsUp(t *testing.T) {
	r := sample(false)
	for _, f := range busy().Fields() {
		if f.Filled+f.Empty+f.Invalid != f.Of {
			t.Errorf("%+v does not add up", f)
		}
	}
	if got := fmt.Sprint(r.Fields()); got != "[{news id 1 0 0 1 []} {news title 1 0 0 1 []}]" {
		t.Errorf("fields are %s", got)
	}
}

// TestLossesThatTheMappingAskedFor holds that they are told, and are none of a record's surprises.
func TestLossesThatTheMappingAskedFor(t *testing.T) {
	r, log := &Report{KeepRecords: true}, &finding.Log{}
	log.Lose(finding.BodyDropped, ".nav", 4)
	log.Lose(finding.FormRemoved, "form", 2)
	r.AddRecord(&record.Record{ID: "example.org:1", Kind: "news"}, nil, log, "news/one.yaml")
	if got := r.Made[0].Losses; got != 2 {
		t.Errorf("%d losses of the record", got)
	}
	if got := r.Losses(); len(got) != 2 || got[0].Count != 4 {
		t.Errorf("the losses are %+v", got)
	}
}

// TestFocusKeepsTheDifference shortens texts that differ somewhere: the difference is seen.
func TestFocusKeepsTheDifference(t *testing.T) {
	same := strings.Repeat("дорога ", 500)
	for at := 0; at < len(same); at += 7 * len("дорога ") {
		old, fresh := Focus(same[:at]+"ALT"+same[at:], same[:at]+"NEU"+same[at:], 100)
		if !strings.Contains(old, "ALT") || !strings.Contains(fresh, "NEU") || len(old) > 110 || len(fresh) > 110 {
			t.Fatalf("at %d: %q, %q", at, old, fresh)
		}
	}
	if old, fresh := Focus("a", "b", 1); old != "a" || fresh != "b" {
		t.Errorf("%q, %q", old, fresh)
	}
}
