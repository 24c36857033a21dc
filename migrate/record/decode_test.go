package record

import (
	"bytes"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// wholeRecord has a value in every place.
func wholeRecord() *Record {
	half := 0.5
	file := Download{"Title", "https://a.example/x.pdf", "fr", "application/pdf", 12, 34}
	return &Record{ID: "a:1#2", Kind: "publication", Type: "report", Title: "Title", Subtitle: "Sub", Slug: "slug", Status: "published", Language: "fr",
		Issued: "2013-05", Posted: "2017-10-24T09:14:00+02:00", Modified: "2017-10-25T09:14:00+02:00",
		Authors:    []Person{{"A B", "A", "B", "editor", "Univ.", "0000-0000-0000-0001"}, {Name: "C"}},
		Publishers: []string{"ILO", "no"}, Series: Series{"S", "7"}, Identifiers: Object{{"doi", "10.1/x"}, {"isbn", []any{"1", "2"}}},
		Summary: "One\n\ntwo", Subjects: []string{"a"}, Regions: []string{"b"}, Terms: []Taxonomy{{"category", []Term{{"a", "A", []string{"R", "A"}}}}, {"tag", []Term{{"b", "B", nil}}}},
		Downloads: []Download{file, {URL: "https://a.example/y"}}, Editions: []Edition{{"T", "es", []string{"P"}, "2014", []Download{file}}},
		Cover:  Image{"https://a.example/c.jpg", "alt", 3, 4, 5},
		Event:  Event{"2020-01-01", "2020-01-02", true, "Europe/Vienna", []string{"RRULE:FREQ=DAILY"}, []string{"EXDATE:20200101"}, []string{"2020-01-01"}, "V", "A", &half, &half, "O", "https://a.example/e", "free", "cancelled"},
		Body:   Body{"<p>x</p>\n<p>y</p>\n", "x\n", "x"},
		Fields: Object{{"b", false}, {"n", int64(0)}, {"f", 1.5}, {"l", []any{nil, Object{}, "x", []any{}}}, {"o", Object{{"label", "L"}}}}, Translations: []Translation{{"a:2", "en"}},
		Relations: []Relation{{"cites", "a:3", "https://a.example/3", "Three"}}, Source: Origin{"https://a.example", 1, "post", "publish", "slug", "https://a.example/slug/", "g", "J", 6, 7, []string{"old"}},
		Losses: []Loss{{"code", "detail", 2}}, Findings: []Finding{{"uncertain", "title", "v", 0.25, "d"}}}
}

// TestNoPlaceIsLeftOut holds that wholeRecord has a value in every place, which makes it one for all tests of decoding.
func TestNoPlaceIsLeftOut(t *testing.T) {
	var look func(path string, v reflect.Value)
	look = func(path string, v reflect.Value) {
		if v.IsZero() {
			t.Errorf("%s has no value", path)
		}
		if v.Kind() == reflect.Slice && v.Len() > 0 && v.Type() != reflect.TypeFor[Object]() {
			v = v.Index(0)
		}
		if v.Kind() == reflect.Struct {
			for i := range v.NumField() {
				look(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		}
	}
	look("record", reflect.ValueOf(*wholeRecord()))
}

func encodings(r *Record) map[string][]byte {
	return map[string][]byte{"yaml": r.AppendYAML(nil), "json": r.AppendJSON(nil), "jsonl": r.AppendJSONLine(nil)}
}

func (r *Record) in(format string) []byte { return encodings(r)[format] }

func TestADecodedRecordIsTheRecord(t *testing.T) {
	want := wholeRecord()
	for format, encoded := range encodings(want) {
		got, err := Decode(encoded)
		if err != nil {
			t.Fatal(err)
		}
		want.Fields[3].Value = []any{nil, Object{}, "x", []any{}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%#v, want\n%#v", format, got, want)
		}
	}
}

// A part of which nothing is left when its texts are cleaned has no value, and is left out.
func TestPartsOfControlsAreLeftOut(t *testing.T) {
	controls, infinite := "\x00\x1b", math.Inf(1)
	for part, r := range map[string]*Record{
		"series": {Series: Series{Title: controls}},
		"cover":  {Cover: Image{Alt: controls}},
		"event":  {Event: Event{Venue: controls, Latitude: &infinite}},
		"body":   {Body: Body{HTML: controls}},
		"source": {Source: Origin{PostType: controls}},
	} {
		for format, encoded := range encodings(r) {
			if want := (&Record{}).in(format); !bytes.Equal(encoded, want) {
				t.Errorf("%s, %s: %s", part, format, encoded)
			}
		}
	}
}

func TestDecodingAndEncodingChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord().Draw(t, "record")
		for format, encoded := range encodings(r) {
			got, err := Decode(encoded)
			if err != nil {
				t.Fatalf("%s: %v\n%s", format, err, encoded)
			}
			if again := got.in(format); !bytes.Equal(again, encoded) {
				t.Fatalf("%s came back as\n%s\nand was\n%s", format, again, encoded)
			}
		}
	})
}

func TestWhatIsNoRecordIsAnError(t *testing.T) {
	whole := string(wholeRecord().AppendYAML(nil))
	for name, text := range map[string]string{
		"empty":             "",
		"no record":         "title: x\n",
		"an unknown key":    whole + "more: x\n",
		"a text for a list": strings.Replace(whole, "publishers:\n  - ILO\n  - \"no\"\n", "publishers: ILO\n", 1),
		"a number":          strings.Replace(whole, "title: Title", "title: 12", 1),
		"an unknown part":   strings.Replace(whole, "series:\n", "series:\n  more: x\n", 1),
		"a fraction":        strings.Replace(whole, "post_id: 1", "post_id: 1.5", 1),
		"an alias":          "schema: &a wp2pub.record/1\nid: *a\n",
		"another schema":    strings.Replace(whole, "wp2pub.record/1", "wp2pub.record/2", 1),
	} {
		if text == whole {
			t.Fatalf("%s: the text was not changed", name)
		}
		if r, err := Decode([]byte(text)); err == nil {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	r := wholeRecord()
	r.Body.HTML = strings.Repeat("<p>A paragraph of some length that stands for those of a page, with a <a href=\"https://a.example\">link</a>.</p>\n", 40)
	for _, format := range []string{"yaml", "json"} {
		encoded := r.in(format)
		b.Run(format, func(b *testing.B) {
			b.SetBytes(int64(len(encoded)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Decode(encoded); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestEmittedYAMLIsReadFast holds that no record that is emitted needs a reader of all of YAML.
func TestEmittedYAMLIsReadFast(t *testing.T) {
	fast := func(t require, r *Record) {
		t.Helper()
		encoded := r.AppendYAML(nil)
		tree, ok := readEmitted(encoded)
		if !ok {
			t.Fatalf("not read:\n%s", encoded)
		}
		slow, err := decode(encoded)
		if err != nil || !reflect.DeepEqual(tree, slow) {
			t.Fatalf("%v: read as\n%#v, want\n%#v\n%s", err, tree, slow, encoded)
		}
	}
	fast(t, wholeRecord())
	rapid.Check(t, func(t *rapid.T) { fast(t, anyRecord().Draw(t, "record")) })
}

// sameAsSlow holds that Decode reads YAML as a reader of all of it does, or says that it is no record.
func sameAsSlow(t require, encoded []byte) {
	t.Helper()
	got, err := Decode(encoded)
	if err != nil {
		return
	}
	tree, err := decode(encoded)
	if err != nil {
		t.Fatalf("read what is no YAML: %v\n%s", err, encoded)
	}
	want, err := decoded(tree)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%v: read as\n%#v, want\n%#v\n%s", err, got, want, encoded)
	}
}

func TestDamagedRecordsAreReadAsTheyAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		encoded := anyRecord().Draw(t, "record").AppendYAML(nil)
		at := rapid.IntRange(0, len(encoded)-1).Draw(t, "at")
		to := rapid.IntRange(at, min(len(encoded), at+8)).Draw(t, "to")
		piece := rapid.SampledFrom([]string{"", " ", "  ", "\n", ":", "-", "- ", "\"", "|", "#", "x", "0", "\\", "\n  ", "[", "{}", "null", "\t"}).Draw(t, "piece")
		sameAsSlow(t, slices.Concat(encoded[:at], []byte(piece), encoded[to:]))
	})
}

func FuzzDecode(f *testing.F) {
	f.Add(wholeRecord().AppendYAML(nil))
	f.Add([]byte("schema: wp2pub.record/1\nid: a:1\nfields:\n  a:\n    - - - x\n      - |2-\n         y\n    - b: [c, \"d\"]\n"))
	f.Fuzz(func(t *testing.T, encoded []byte) { sameAsSlow(t, encoded) })
}
