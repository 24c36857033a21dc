package record

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"wp2pub/migrate/finding"
)

// full is a record in which every key has a value.
func full() *Record {
	latitude, longitude := 47.5, -0.25
	file := Download{Title: "Report", URL: "https://example.org/a.pdf", Language: "en", MediaType: "application/pdf", Bytes: 3, AttachmentID: 117}
	return &Record{ID: "example.org:116#2", Kind: "publication", Type: "report", Title: "Risky Business: Tackling", Subtitle: "A study", Slug: "risky-business",
		Status: "published", Language: "en", Issued: "2017", Posted: "2017-10-24T09:14:00+02:00", Modified: "2017-10-24T07:14:00Z",
		Authors: []Person{{"Ada Lovelace", "Ada", "Lovelace", "author", "FLEX", "0000-0002-1825-0097"}}, Publishers: []string{"FLEX", "no"},
		Series: Series{"Working papers", "0123"}, Identifiers: Object{{"doi", "10.1/x"}}, Summary: "One line.\nAnother.", Subjects: []string{"work"}, Regions: []string{"Europe"},
		Terms: []Taxonomy{{"category", []Term{{"publications", "Publications", []string{"Library", "Publications"}}}}}, Downloads: []Download{file},
		Editions: []Edition{{"Rapport", "fr", []string{"FLEX"}, "2018-01", []Download{file}}}, Cover: Image{"https://example.org/c.png", "Cover", 2, 3, 5},
		Event: Event{Start: "2017-10-24", End: "2017-10-25", AllDay: true, Timezone: "Europe/Paris", Recurrence: []string{"RRULE:FREQ=DAILY"}, Exceptions: []string{"EXDATE:20171025"},
			Instances: []string{"2017-10-24"}, Venue: "Hall", Address: "1 Street", Latitude: &latitude, Longitude: &longitude, Organizer: "FLEX", URL: "https://example.org/e", Cost: "free", Status: "cancelled"},
		Body:         Body{"<p>Text</p>\n", "Text\n", "Text"},
		Fields:       Object{{"pages", int64(0)}, {"draft", false}, {"ratio", 0.5}, {"rows", []any{Object{}, Object{{"x", "1"}}, nil}}, {"empty", ""}},
		Translations: []Translation{{"example.org:7", "fr"}}, Relations: []Relation{{"cites", "example.org:8", "https://example.org/8", "Eight"}},
		Source: Origin{"https://example.org", 116, "post", "publish", "risky-business", "https://example.org/risky-business/", "https://example.org/?p=116", "Editor", 3, 4, []string{"risky"}},
		Losses: []Loss{{"block-dynamic", "core/query", 1}}, Findings: []Finding{{"uncertain", "issued", "2017", 0.5, "two years stand there"}}}
}

const fullYAML = `schema: wp2pub.record/1
id: example.org:116#2
kind: publication
type: report
title: "Risky Business: Tackling"
subtitle: A study
slug: risky-business
status: published
language: en
issued: "2017"
posted: "2017-10-24T09:14:00+02:00"
modified: "2017-10-24T07:14:00Z"
authors:
  - name: Ada Lovelace
    given: Ada
    family: Lovelace
    role: author
    affiliation: FLEX
    orcid: "0000-0002-1825-0097"
publishers:
  - FLEX
  - "no"
series:
  title: Working papers
  number: "0123"
identifiers:
  doi: "10.1/x"
summary: |-
  One line.
  Another.
subjects:
  - work
regions:
  - Europe
terms:
  category:
    - slug: publications
      name: Publications
      path: [Library, Publications]
downloads:
  - title: Report
    url: https://example.org/a.pdf
    language: en
    media_type: application/pdf
    bytes: 3
    attachment_id: 117
editions:
  - title: Rapport
    language: fr
    publishers:
      - FLEX
    issued: "2018-01"
    downloads:
      - title: Report
        url: https://example.org/a.pdf
        language: en
        media_type: application/pdf
        bytes: 3
        attachment_id: 117
cover:
  url: https://example.org/c.png
  alt: Cover
  width: 2
  height: 3
  attachment_id: 5
event:
  start: "2017-10-24"
  end: "2017-10-25"
  all_day: true
  timezone: Europe/Paris
  recurrence:
    - RRULE:FREQ=DAILY
  exceptions:
    - EXDATE:20171025
  instances:
    - "2017-10-24"
  venue: Hall
  address: "1 Street"
  latitude: 47.5
  longitude: -0.25
  organizer: FLEX
  url: https://example.org/e
  cost: free
  status: cancelled
body:
  html: |
    <p>Text</p>
  markdown: |
    Text
  text: |-
    Text
fields:
  pages: 0
  draft: false
  ratio: 0.5
  rows:
    - {}
    - x: "1"
    - null
translations:
  - id: example.org:7
    language: fr
relations:
  - type: cites
    id: example.org:8
    url: https://example.org/8
    title: Eight
source:
  site: https://example.org
  post_id: 116
  post_type: post
  status: publish
  slug: risky-business
  permalink: https://example.org/risky-business/
  guid: https://example.org/?p=116
  author: Editor
  parent_id: 3
  menu_order: 4
  old_slugs:
    - risky
losses:
  - code: block-dynamic
    detail: core/query
    count: 1
findings:
  - code: uncertain
    field: issued
    value: "2017"
    confidence: 0.5
    detail: two years stand there
`

func TestCanonicalYAML(t *testing.T) {
	if got := string(full().AppendYAML(nil)); got != fullYAML {
		t.Errorf("it is\n%s", got)
	}
	if got := Digest([]byte("")); got != "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" {
		t.Errorf("the digest of nothing is %s", got)
	}
}

func TestJSONIsCompactOrIndented(t *testing.T) {
	r := &Record{ID: "a:1", Title: "<b> & \u2028", Publishers: []string{"x"}}
	if got := string(r.AppendJSONLine(nil)); got != `{"schema":"wp2pub.record/1","id":"a:1","title":"<b> & \u2028","publishers":["x"]}`+"\n" {
		t.Error(got)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, bytes.TrimSpace(full().AppendJSONLine(nil)), "", "  "); err != nil {
		t.Fatal(err)
	}
	if got := full().AppendJSON(nil); string(got) != indented.String()+"\n" {
		t.Errorf("it is\n%s", got)
	}
}

func instance(t *testing.T, r *Record) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(r.AppendJSON(nil)))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSchemaAndValidateAgree(t *testing.T) {
	schema := compileSchema(t)
	if problems := full().Validate(); len(problems) > 0 {
		t.Errorf("the full record: %v", problems)
	}
	if err := schema.Validate(instance(t, full())); err != nil {
		t.Errorf("the full record: %v", err)
	}
	breaks := map[string]func(r *Record){
		"id":                           func(r *Record) { r.ID = "116" },
		"kind":                         func(r *Record) { r.Kind = "" },
		"status":                       func(r *Record) { r.Status = "publish" },
		"language":                     func(r *Record) { r.Language = "not a language" },
		"issued":                       func(r *Record) { r.Issued = "May 2013" },
		"posted":                       func(r *Record) { r.Posted = "2013-05-14 09:00:00" },
		"authors[0].name":              func(r *Record) { r.Authors[0].Name = "" },
		"publishers[0]":                func(r *Record) { r.Publishers[0] = "" },
		"downloads[0].url":             func(r *Record) { r.Downloads[0].URL = "/a.pdf" },
		"editions[0].issued":           func(r *Record) { r.Editions[0].Issued = "20" },
		"cover.url":                    func(r *Record) { r.Cover.URL = "" },
		"event.start":                  func(r *Record) { r.Event.Start = "tomorrow" },
		"event.latitude":               func(r *Record) { *r.Event.Latitude = 91 },
		"translations[0].id":           func(r *Record) { r.Translations[0].ID = "" },
		"relations[0]":                 func(r *Record) { r.Relations[0].ID, r.Relations[0].URL = "", "" },
		"source.site":                  func(r *Record) { r.Source.Site = "example.org" },
		"source.post_id":               func(r *Record) { r.Source.PostID = 0 },
		"source.post_type":             func(r *Record) { r.Source.PostType = "" },
		"losses[0].code":               func(r *Record) { r.Losses[0].Code = "" },
		"findings[0].confidence":       func(r *Record) { r.Findings[0].Confidence = 2 },
		"terms.category[0].name":       func(r *Record) { r.Terms[0].Terms[0] = Term{} },
		"downloads[0]":                 func(r *Record) { r.Downloads[0].Bytes = -1 },
		"source.permalink":             func(r *Record) { r.Source.Permalink = "" },
		"findings[0].code":             func(r *Record) { r.Findings[0].Code = "" },
		"relations[0].type":            func(r *Record) { r.Relations[0].Type = "" },
		"editions[0].downloads[0].url": func(r *Record) { r.Editions[0].Downloads[0].URL = "x" },
	}
	for field, damage := range breaks {
		r := full()
		damage(r)
		problems := r.Validate()
		if !slices.ContainsFunc(problems, func(p Problem) bool { return p.Field == field }) {
			t.Errorf("%s: Validate says %v", field, problems)
		}
		if err := schema.Validate(instance(t, r)); err == nil && field != "terms.category[0].name" && field != "publishers[0]" {
			t.Errorf("%s: the schema takes it", field)
		}
	}
}

func TestValidateFindsWhatASchemaCannotSay(t *testing.T) {
	deep := any("x")
	for range 2 * maxDepth {
		deep = Object{{"a", deep}}
	}
	for name, damage := range map[string]func(r *Record){
		"a date that is none":        func(r *Record) { r.Issued = "2013-02-30" },
		"a number that is none":      func(r *Record) { r.Fields = Object{{"x", math.Inf(1)}} },
		"a number far down":          func(r *Record) { r.Fields = Object{{"x", []any{Object{{"y", math.NaN()}}}}} },
		"a name that stands twice":   func(r *Record) { r.Fields = Object{{"x", "1"}, {"x", "2"}} },
		"a taxonomy that does":       func(r *Record) { r.Terms = append(r.Terms, r.Terms[0]) },
		"a depth that no one reads":  func(r *Record) { r.Fields = Object{{"x", deep}} },
		"a value of a foreign type":  func(r *Record) { r.Fields = Object{{"x", struct{}{}}} },
		"a day that is a time":       func(r *Record) { r.Event.End = "2017-10-24T09:14:00Z" },
		"a time that is a day":       func(r *Record) { r.Event.AllDay = false },
		"an instance that is a word": func(r *Record) { r.Event.Instances = []string{"daily"} },
	} {
		r := full()
		damage(r)
		if problems := r.Validate(); len(problems) == 0 {
			t.Errorf("%s: nothing was found", name)
		}
	}
}

func TestSchemaNamesTheKeysInTheirOrder(t *testing.T) {
	var doc struct {
		Properties json.RawMessage `json:"properties"`
	}
	if err := json.Unmarshal(JSONSchema(), &doc); err != nil {
		t.Fatal(err)
	}
	tree, err := decodeJSON(doc.Properties)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range tree.(Object) {
		names = append(names, m.Name)
	}
	if !slices.Equal(names, Keys()) {
		t.Errorf("the schema has %q, the record %q", names, Keys())
	}
	written, err := decode(full().AppendJSON(nil))
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range written {
		if m.Name != names[i] {
			t.Errorf("key %d is %q, in the schema %q", i, m.Name, names[i])
		}
	}
}

func TestChanged(t *testing.T) {
	after := full()
	after.Title, after.Issued, after.Body.HTML = "Other", "", "<p>title: Other</p>\nkind: x\n"
	for _, pair := range [][2][]byte{{full().AppendYAML(nil), after.AppendYAML(nil)}, {full().AppendJSON(nil), after.AppendJSON(nil)}, {full().AppendJSONLine(nil), after.AppendJSONLine(nil)}} {
		want := []Difference{{"title", full().Title, "Other"}, {"issued", full().Issued, ""}, {"body.html", strings.TrimRight(full().Body.HTML, "\n"), "<p>title: Other</p>\nkind: x"}}
		if got := Changed(pair[0], pair[1]); !slices.Equal(got, want) {
			t.Errorf("%q of %.20s", got, pair[0])
		}
		if got := Changed(pair[0], pair[0]); got != nil {
			t.Errorf("%q of equal records", got)
		}
	}
	Changed([]byte("{"), nil)
	Changed([]byte("\x00\nabc"), []byte(":"))
}

func TestCleanText(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "",
		"plain é 日 😀\t\r\n":  "plain é 日 😀\t\r\n",
		"a\x00b\x1fc\x7fd":   "abcd",
		"a\xff\xfeb":         "a\ufffdb",
		"\xed\xa0\x80":       "\ufffd",
		"a\ufffeb\U0001ffff": "a\ufffdb\ufffd",
		"\ufdd0":             "\ufffd",
		"\u202eabc\u0085":    "\u202eabc\u0085",
		"cut emoji \xf0\x9f": "cut emoji \ufffd",
		"\ufffd":             "\ufffd",
	} {
		if got, changed := CleanText(text); got != want || changed != (text != want) {
			t.Errorf("%q becomes %q, %v", text, got, changed)
		}
	}
}

func FuzzCleanText(f *testing.F) {
	for _, seed := range awkward {
		f.Add(seed)
	}
	f.Add("a\xffb\x00")
	f.Fuzz(func(t *testing.T, s string) {
		clean, changed := CleanText(s)
		if changed == (clean == s) {
			t.Errorf("%q becomes %q, %v", s, clean, changed)
		}
		if again, changed := CleanText(clean); changed {
			t.Errorf("%q becomes %q, and that %q", s, clean, again)
		}
		sameData(t, &Record{ID: "a:1", Title: s, Summary: s, Body: Body{HTML: s}, Fields: Object{{"x", s}, {s, "y"}}})
	})
}

func TestRepairNamesWhatItChanged(t *testing.T) {
	r := full()
	r.Title, r.Authors[0].Family, r.Fields = "a\x00", "b\xff", Object{{"x", []any{Object{{"y", "c\x01"}}}}}
	log := &finding.Log{}
	r.Repair(log)
	r.Note(log)
	var fields []string
	for _, f := range r.Findings[1:] {
		fields = append(fields, f.Field)
	}
	if !slices.Equal(fields, []string{"title", "authors", "fields"}) || r.Title != "a" || strings.Contains(string(r.AppendJSON(nil)), "\x01") {
		t.Errorf("findings in %q; %s", fields, r.AppendJSON(nil))
	}
	if v := r.Fields[0].Value.([]any)[0].(Object)[0].Value; v != "c" {
		t.Errorf("a text far down is %q", v)
	}
	again := &finding.Log{}
	if r.Repair(again); len(again.Findings()) > 0 {
		t.Errorf("repairing again finds %v", again.Findings())
	}
}

func TestTargetsAreKeysOfTheRecord(t *testing.T) {
	for _, target := range Targets() {
		top, _, _ := strings.Cut(target.Name, ".")
		if !slices.Contains(Keys(), top) || target.Doc == "" || target.Type == "" {
			t.Errorf("%+v", target)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	r := full()
	r.Body.HTML = strings.Repeat("<p class=\"x\">A paragraph of a body, as long as they are: some words, and a link.</p>\n", 70)
	for name, encode := range map[string]func([]byte) []byte{"yaml": r.AppendYAML, "json": r.AppendJSON} {
		b.Run(name, func(b *testing.B) {
			var buffer []byte
			for b.Loop() {
				buffer = encode(buffer[:0])
			}
			b.SetBytes(int64(len(buffer)))
		})
	}
}
