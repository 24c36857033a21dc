package export

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"wp2pub/migrate/record"
)

func text() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.SampledFrom([]rune("aB é{}\\&%$#_~^<>/\"'`,;:.- \n\r\t\u00a0\u2028\ufeff\ufffe😀عand")), 0, 20, -1),
		rapid.SampledFrom([]string{"", " ", "and", "ER  - ", "<i>a</i>", "]]>", "\xff"}))
}

func anyRecord() *rapid.Generator[*record.Record] {
	return rapid.Custom(func(t *rapid.T) *record.Record {
		s := func(name string) string { return text().Draw(t, name) }
		list := func(name string) []string { return rapid.SliceOfN(text(), 0, 3).Draw(t, name) }
		r := &record.Record{ID: "a.example:" + s("id"), Kind: s("kind"), Type: rapid.SampledFrom(append([]string{"", "event", "other"}, cslTypes...)).Draw(t, "type"),
			Title: s("title"), Subtitle: s("subtitle"), Language: s("language"), Issued: rapid.SampledFrom([]string{"", "2013", "2013-05", "2013-05-14"}).Draw(t, "issued"),
			Posted: s("posted"), Publishers: list("publishers"), Series: record.Series{Title: s("series"), Number: s("number")},
			Identifiers: record.Object{{Name: "doi", Value: s("doi")}, {Name: "isbn", Value: []any{s("isbn")}}, {Name: s("name"), Value: s("value")}},
			Summary:     s("summary"), Subjects: list("subjects"), Regions: list("regions"), Downloads: []record.Download{{URL: s("url"), MediaType: s("media type")}},
			Editions: []record.Edition{{Title: s("edition"), Language: s("edition language")}}, Event: record.Event{Start: rapid.SampledFrom([]string{"", "2020-01-01", "2020-01-01T10:00:00+02:00"}).Draw(t, "start"), Venue: s("venue")},
			Source: record.Origin{Site: s("site"), PostID: 1, PostType: s("post type"), Permalink: s("permalink"), Slug: s("slug"), OldSlugs: list("old slugs")}}
		for range rapid.IntRange(0, 3).Draw(t, "people") {
			r.Authors = append(r.Authors, record.Person{Name: s("author"), Given: s("given"), Family: s("family"), Role: s("role")})
		}
		return r
	})
}

func cslSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("testdata/csl-json/csl-data.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestCSLValidates(t *testing.T) {
	schema := cslSchema(t)
	valid := func(t interface {
		Helper()
		Fatal(...any)
	}, records ...*record.Record) {
		t.Helper()
		text, _ := written(t, "csl-json", records...)
		data, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err == nil {
			err = schema.Validate(data)
		}
		if err != nil {
			t.Fatal(err, text)
		}
	}
	valid(t, awkward()...)
	rapid.Check(t, func(t *rapid.T) { valid(t, rapid.SliceOfN(anyRecord(), 0, 3).Draw(t, "records")...) })
	if data, _ := jsonschema.UnmarshalJSON(strings.NewReader(`[{"id": "a", "type": "whitepaper"}]`)); schema.Validate(data) == nil {
		t.Error("the schema takes anything")
	}
}

func TestEveryTypeOfCSLIsOneOfTheSchema(t *testing.T) {
	schema := cslSchema(t)
	for _, typ := range cslTypes {
		data, _ := jsonschema.UnmarshalJSON(strings.NewReader(`[{"id": "a", "type": "` + cslType(typ) + `"}]`))
		if err := schema.Validate(data); err != nil {
			t.Error(err)
		}
	}
}

func TestDublinCoreIsXML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(anyRecord(), 0, 3).Draw(t, "records")
		text, _ := written(t, "dublin-core", records...)
		decoder := xml.NewDecoder(strings.NewReader(text))
		found := 0
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err, text)
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Local == "record" {
				found++
			}
		}
		if found != len(records) {
			t.Fatalf("%d records, want %d", found, len(records))
		}
	})
}

// TestFormatsHoldTheirShape holds that no text of a record can end its entry, or begin another.
func TestFormatsHoldTheirShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(anyRecord(), 0, 3).Draw(t, "records")
		typed := 0
		for _, r := range records {
			if r.Type != "" {
				typed++
			}
		}
		bibtex, _ := written(t, "bibtex", records...)
		depth, entries := 0, 0
		for i, r := range bibtex {
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			case '@':
				if depth == 0 && (i == 0 || bibtex[i-1] == '\n') {
					entries++
				}
			}
			if depth < 0 {
				t.Fatalf("a brace too many:\n%s", bibtex)
			}
		}
		if depth != 0 || entries != typed {
			t.Fatalf("%d entries, want %d, depth %d:\n%s", entries, typed, depth, bibtex)
		}
		ris, _ := written(t, "ris", records...)
		begun, ended := 0, 0
		for line := range strings.SplitSeq(strings.TrimSuffix(ris, "\r\n"), "\r\n") {
			switch {
			case line == "":
			case len(line) < 6 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n"):
				t.Fatalf("no line of RIS: %q", line)
			case line[:2] == "TY":
				begun++
			case line[:2] == "ER":
				ended++
			}
		}
		if begun != typed || ended != typed {
			t.Fatalf("%d begun, %d ended, want %d:\n%s", begun, ended, typed, ris)
		}
	})
}

func TestKeysTellApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var k keys
		seen := map[string]string{}
		for post := range 3 {
			for _, further := range rapid.SliceOfNDistinct(text(), 0, 4, func(s string) string { return s }).Draw(t, "keys") {
				id := "a.example:" + string(rune('1'+post)) + "#" + strings.ReplaceAll(further, ":", "")
				key := k.key(&entry{record: &record.Record{ID: id}, title: "T"})
				if strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
					t.Fatalf("%q is no key", key)
				}
				if other, twice := seen[key]; twice {
					t.Fatalf("%s and %s are both %s", id, other, key)
				}
				seen[key] = id
			}
		}
	})
}

// samples are records with a value for each target of a mapping, and nothing more than that needs.
var samples = map[string]record.Record{
	"type": {}, "title": {Title: "T"}, "subtitle": {Subtitle: "T"}, "language": {Language: "fr"}, "issued": {Issued: "2013"}, "authors": {Authors: []record.Person{{Name: "A"}}},
	"publishers": {Publishers: []string{"P"}}, "series.title": {Series: record.Series{Title: "S"}}, "series.number": {Series: record.Series{Number: "1"}},
	"translations": {Translations: []record.Translation{{ID: "a.example:2", Language: "fr"}}},
	"summary":      {Summary: "S"}, "subjects": {Subjects: []string{"S"}}, "regions": {Regions: []string{"R"}}, "downloads": {Downloads: []record.Download{{URL: "https://a.example/x"}}},
	"editions": {Editions: []record.Edition{{Title: "E"}}}, "event": {Event: record.Event{Start: "2020-01-01"}}, "event.start": {Event: record.Event{Start: "2020-01-01"}},
	"event.venue": {Event: record.Event{Venue: "V"}}, "relations": {Relations: []record.Relation{{Type: "x", URL: "https://a.example/y"}}},
}

// TestFormatsFollowTheCrosswalk holds that what the crosswalk of the record's targets says is what stands in the files.
func TestFormatsFollowTheCrosswalk(t *testing.T) {
	for _, target := range record.Targets() {
		if target.CSL == "" && target.DublinCore == "" {
			continue
		}
		sample, known := samples[target.Name]
		if kind, identifier := strings.CutPrefix(target.Name, "identifiers."); identifier {
			sample = record.Record{Identifiers: record.Object{{Name: strings.ReplaceAll(kind, "*", "x"), Value: "1"}}}
		} else if !known {
			t.Errorf("%s has a place elsewhere and no sample here", target.Name)
			continue
		}
		sample.ID, sample.Type = "a.example:1", "report"
		var items []map[string]any
		text, _ := written(t, "csl-json", &sample)
		if err := json.Unmarshal([]byte(text), &items); err != nil {
			t.Fatal(err)
		}
		if _, there := items[0][target.CSL]; target.CSL != "" && !there {
			t.Errorf("%s is to stand in %s of CSL-JSON: %s", target.Name, target.CSL, text)
		}
		if xml, _ := written(t, "dublin-core", &sample); target.DublinCore != "" && !strings.Contains(xml, "<dcterms:"+target.DublinCore) {
			t.Errorf("%s is to stand in %s of Dublin Core: %s", target.Name, target.DublinCore, xml)
		}
	}
}
