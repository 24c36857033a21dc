package record

import (
	"slices"
	"testing"
)

// TestChangedShowsOldAndNew changes one thing at a time: in every format the same difference is told, as people read it.
func TestChangedShowsOldAndNew(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Record)
		want   []Difference
	}{
		"a text":              {func(r *Record) { r.Title = "42" }, []Difference{{"title", "T: a", "42"}}},
		"a value that goes":   {func(r *Record) { r.Issued = "" }, []Difference{{"issued", "2013", ""}}},
		"a value that comes":  {func(r *Record) { r.Series.Title = "S" }, []Difference{{"series.title", "", "S"}}},
		"a list":              {func(r *Record) { r.Publishers = []string{"ILO", "a, b", "1"} }, []Difference{{"publishers", "[ILO]", `[ILO, "a, b", "1"]`}}},
		"a list of objects":   {func(r *Record) { r.Authors[0].Role = "editor" }, []Difference{{"authors", "[{name: O’Connor}]", "[{name: O’Connor, role: editor}]"}}},
		"a field":             {func(r *Record) { r.Fields = with(r.Fields, 0, int64(25)) }, []Difference{{"fields.pages", "24", "25"}}},
		"a field's type":      {func(r *Record) { r.Fields = with(r.Fields, 0, []any{true, nil, 1.5}) }, []Difference{{"fields.pages", "24", "[true, null, 1.5]"}}},
		"a field with a dot":  {func(r *Record) { r.Fields = with(r.Fields, 1, "y") }, []Difference{{"fields.a.b", "x", "y"}}},
		"what the source has": {func(r *Record) { r.Source.Permalink = "https://example.org/b/" }, []Difference{{"source.permalink", "https://example.org/a/", "https://example.org/b/"}}},
		"a line of the body":  {func(r *Record) { r.Body.HTML = "<p>1</p>\n<p>two</p>\n<p>3</p>\n" }, []Difference{{"body.html", "<p>2</p>", "<p>two</p>"}}},
		"a line more":         {func(r *Record) { r.Body.HTML += "<p>4</p>\n" }, []Difference{{"body.html", "", "<p>4</p>"}}},
		"a body that comes":   {func(r *Record) { r.Body.Text = "1\n2\n" }, []Difference{{"body.text", "", "1\n2\n"}}},
		"nothing":             {func(*Record) {}, nil},
	} {
		before, after := differing(), differing()
		c.change(after)
		for format, encode := range map[string]func(*Record) []byte{
			"yaml": func(r *Record) []byte { return r.AppendYAML(nil) }, "json": func(r *Record) []byte { return r.AppendJSON(nil) }, "jsonl": func(r *Record) []byte { return r.AppendJSONLine(nil) },
		} {
			if got := Changed(encode(before), encode(after)); !slices.Equal(got, c.want) {
				t.Errorf("%s, %s: %q, want %q", name, format, got, c.want)
			}
		}
	}
}

func differing() *Record {
	return &Record{ID: "example.org:1", Kind: "publication", Title: "T: a", Issued: "2013", Publishers: []string{"ILO"}, Authors: []Person{{Name: "O’Connor"}},
		Body: Body{HTML: "<p>1</p>\n<p>2</p>\n<p>3</p>\n"}, Fields: Object{{"pages", int64(24)}, {"a.b", "x"}},
		Source: Origin{Site: "https://example.org", PostID: 1, Permalink: "https://example.org/a/"}}
}

func with(o Object, at int, v any) Object {
	o[at].Value = v
	return o
}

func TestValueOfATarget(t *testing.T) {
	r := differing()
	for target, want := range map[string]any{"title": "T: a", "fields.pages": int64(24), "fields.a.b": "x", "source.permalink": "https://example.org/a/", "subtitle": nil, "title.x": nil} {
		if got := r.Value(target); got != want {
			t.Errorf("%s is %v, want %v", target, got, want)
		}
	}
}
