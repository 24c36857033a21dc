package record

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	goccy "github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

// awkward are texts that some reader takes for something else, or that are hard to write down.
var awkward = []string{
	"no", "Yes", "y", "N", "on", "OFF", "true", "False", "null", "~", "Null", "NULL", "nil", ".nan", ".inf", "-.INF", "NaN", "inf", "Infinity",
	"0123", "0o17", "0x1f", "0b11", "1e3", "1E+3", "1_000", "12:30:45", "1:20", "190:20:30.15", "+1", "-1", "1.", ".5", "-", "--", "---", "...",
	"2013", "2013-05-14", "2001-12-14t21:59:43.10-05:00", "2017-10-24T09:14:00+02:00", "=", "=x", "<<", "!", "!!str a", "*", "*a", "&a", "@a", "`a", "%a", "%YAML 1.2",
	"|", ">", "|-", "a: b", "a:", ":a", ": ", "a #b", "#a", "a#b", "? a", "?", "- a", "[a]", "{a: b}", "a, b", "a]", "'a'", `"a"`, "it's", `back\slash`, "tab\there", "\ttab",
	" a", "a ", "\u00a0a", "a\u00a0", "a\n", "\na", "a\nb", "a\n\nb\n", "a\nb\n\n", "\n", "\n\n", " \n", "a\n \nb", "a\n  b\n", "  a\nb", " a\n\n b\n", "a \nb ", "a\n\tb", "a\r\nb", "a\rb", "\r",
	"a\u0085b", "a\u2028b", "a\u2029b", "\ufeffa", "a\ufeffb", "\u009f", "\u00ad", "\u202eabc", "日本語", "العربية: نص", "Ünïcode – dash", "😀", "e\u0301", "http://a.b/c?d=e#f", "a:b", "---\na", "a\n---\nb", "a\n...\n", "# a\nb", "- a\n- b\n", "key: v\nkey2: v\n",
	strings.Repeat("long ", 300), "a\n" + strings.Repeat(" ", 9) + "b\nc",
}

func text() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom(awkward),
		rapid.StringN(0, 20, -1),
		rapid.StringOfN(rapid.SampledFrom([]rune("ab \n\t\r:#-'\"\\|>[]{},&*!%@`?=~0127.eéE_\u0085\u2028\ufeff")), 0, 14, -1),
	)
}

func value(depth int) *rapid.Generator[any] {
	scalar := rapid.OneOf(
		rapid.Map(text(), func(s string) any { return s }),
		rapid.Map(rapid.Bool(), func(b bool) any { return b }),
		rapid.Map(rapid.Int64Range(-1<<53, 1<<53), func(n int64) any { return n }),
		rapid.Map(rapid.Float64(), func(f float64) any { return f }),
		rapid.SampledFrom([]any{nil, 0.1, 1e21, 1e-7, 1e300, 5e-324, math.Copysign(0, -1), 123456789.5, 1e20}),
	)
	if depth == 0 {
		return scalar
	}
	return rapid.OneOf(scalar,
		rapid.Map(rapid.SliceOfN(value(depth-1), 0, 4), func(l []any) any { return l }),
		rapid.Map(object(value(depth-1)), func(o Object) any { return o }))
}

func object(values *rapid.Generator[any]) *rapid.Generator[Object] {
	return rapid.Custom(func(t *rapid.T) Object {
		var o Object
		for _, name := range rapid.SliceOfNDistinct(text(), 0, 4, func(s string) string { clean, _ := CleanText(s); return clean }).Draw(t, "names") {
			o = append(o, member{name, values.Draw(t, "value")})
		}
		return o
	})
}

func anyRecord() *rapid.Generator[*Record] {
	return rapid.Custom(func(t *rapid.T) *Record {
		s := func(name string) string { return text().Draw(t, name) }
		list := func(name string) []string { return rapid.SliceOfN(text(), 0, 3).Draw(t, name) }
		r := &Record{ID: s("id"), Kind: s("kind"), Title: s("title"), Slug: s("slug"), Status: s("status"), Summary: s("summary"), Publishers: list("publishers"),
			Body: Body{HTML: s("html"), Markdown: s("markdown")}, Fields: object(value(3)).Draw(t, "fields"),
			Terms:   []Taxonomy{{s("taxonomy"), []Term{{s("term"), s("name"), list("path")}}}},
			Authors: []Person{{Name: s("author")}, {Family: s("family")}},
			Source:  Origin{Site: s("site"), PostID: 1, OldSlugs: list("old slugs")},
			Losses:  []Loss{{s("code"), s("detail"), 2}}, Findings: []Finding{{Code: s("code"), Confidence: 0.25}}}
		if lat := rapid.Float64().Draw(t, "latitude"); lat > 0 {
			r.Event = Event{Start: s("start"), Latitude: &lat, Instances: list("instances")}
		}
		return r
	})
}

// plainData makes maps and numbers of all readers alike.
func plainData(v any) any {
	switch v := v.(type) {
	case int:
		return float64(v)
	case int64:
		return float64(v)
	case uint64:
		return float64(v)
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = plainData(v[i])
		}
		return list
	case map[string]any:
		m := map[string]any{}
		for k := range v {
			m[k] = plainData(v[k])
		}
		return m
	}
	return v
}

// fromObject is what a reader must find for a value.
func fromObject(v any) any {
	switch v := v.(type) {
	case string:
		clean, _ := CleanText(v)
		return clean
	case float64:
		if v == 0 {
			return 0.0
		}
		return v
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = fromObject(v[i])
		}
		return list
	case Object:
		m := map[string]any{}
		for _, f := range v {
			if name, _ := CleanText(f.Name); hasValue(f.Value) {
				m[name] = fromObject(f.Value)
			}
		}
		return m
	}
	return plainData(v)
}

func readYAML(t require, b []byte) any {
	var v any
	if err := yaml.Unmarshal(b, &v); err != nil {
		t.Fatalf("yaml.v3: %v\n%s", err, b)
	}
	return plainData(v)
}

func readJSON(t require, b []byte) any {
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatalf("JSON: %v\n%s", err, b)
	}
	return v
}

type require interface {
	Helper()
	Fatalf(string, ...any)
}

func sameData(t require, r *Record) {
	t.Helper()
	inYAML, inJSON, line := r.AppendYAML(nil), r.AppendJSON(nil), r.AppendJSONLine(nil)
	want := readJSON(t, inJSON)
	if got := readYAML(t, inYAML); !reflect.DeepEqual(got, want) {
		t.Fatalf("YAML and JSON differ:\n%#v\n%#v\n%s\n%s", got, want, inYAML, inJSON)
	}
	var other map[string]any
	if err := goccy.Unmarshal(inYAML, &other); err != nil {
		t.Fatalf("goccy: %v\n%s", err, inYAML)
	} else if !reflect.DeepEqual(plainData(other), want) {
		t.Fatalf("a YAML 1.2 reader finds\n%#v, want\n%#v\n%s", plainData(other), want, inYAML)
	}
	if got := readJSON(t, line); !reflect.DeepEqual(got, want) || bytes.Count(line, []byte("\n")) != 1 {
		t.Fatalf("the line differs:\n%s\n%s", line, inJSON)
	}
	var fields any
	if hasValue(r.Fields) {
		fields = fromObject(r.Fields)
	}
	if got := want.(map[string]any)["fields"]; !reflect.DeepEqual(got, fields) {
		t.Fatalf("fields are\n%#v, want\n%#v\n%s", got, fields, inJSON)
	}
	for key, wanted := range map[string]string{"title": r.Title, "summary": r.Summary, "id": r.ID} {
		wanted, _ = CleanText(wanted)
		if got, _ := want.(map[string]any)[key].(string); got != wanted {
			t.Fatalf("%s is %q, want %q", key, got, wanted)
		}
	}
}

func TestYAMLAndJSONHoldTheSameData(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { sameData(t, anyRecord().Draw(t, "record")) })
}

func TestAwkwardTextsStayTexts(t *testing.T) {
	for _, s := range awkward {
		r := &Record{ID: "a:1", Title: s, Summary: s, Body: Body{HTML: s, Text: s}, Publishers: []string{s, s}, Terms: []Taxonomy{{s, []Term{{s, s, []string{s, s}}}}},
			Fields: Object{{s, []any{s, Object{{s, s}}, []any{[]any{s}}}}, {"x", Object{{"y", s}, {"z", s}}}, {"last", s}}}
		sameData(t, r)
		if got := readYAML(t, r.AppendYAML(nil)).(map[string]any)["title"]; s != "" && got != s {
			t.Errorf("%q came back as %#v", s, got)
		}
	}
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSONSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func TestReencodeGivesTheOtherEncoders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord().Draw(t, "record")
		forms := map[string][]byte{"yaml": r.AppendYAML(nil), "json": r.AppendJSON(nil), "jsonl": r.AppendJSONLine(nil)}
		for from, encoded := range forms {
			for to, want := range forms {
				got, err := Reencode(encoded, to)
				if err != nil || !bytes.Equal(got, want) {
					t.Fatalf("%s to %s: %v\n%s\nwant\n%s", from, to, err, got, want)
				}
			}
		}
	})
	for _, bad := range []string{"", "{}", "a: 1\n", "- x\n", "{\"schema\":\"wp2pub.record/1\"}{}", "schema: &a wp2pub.record/1\nid: *a\n", strings.Repeat("[", 5000)} {
		if out, err := Reencode([]byte(bad), "json"); err == nil {
			t.Errorf("%.40q became %s", bad, out)
		}
	}
}
