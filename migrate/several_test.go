package migrate

import (
	"strings"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
)

func draftsWith(keys ...string) []mapping.Draft {
	var drafts []mapping.Draft
	for _, key := range keys {
		drafts = append(drafts, mapping.Draft{Key: key, Row: &mapping.Row{Origin: "acf.reports"}})
	}
	return drafts
}

func TestKeys(t *testing.T) {
	e := &engine{options: Options{SiteID: "example.org"}}
	long := strings.Repeat("ключ ", 400)
	for _, c := range []struct{ key, wanted string }{
		{"", "example.org:7#2"},
		{"a", "example.org:7#a"},
		{"a b/c#d:e", "example.org:7#a b/c#d:e"},
		{"a\x00\x1fb\xff", "example.org:7#ab\uFFFD"},
		{"\x01", "example.org:7#2"},
	} {
		drafts := draftsWith("first", c.key)
		if id := e.recordID(7, drafts[1], 2); id != c.wanted {
			t.Errorf("the key %q gives %q, wanted %q", c.key, id, c.wanted)
		}
		if id := e.recordID(7, drafts[0], 1); id != "example.org:7" {
			t.Errorf("the first record is %q", id)
		}
	}
	one, other := keyOf(draftsWith(long + "a")[0], 1), keyOf(draftsWith(long + "b")[0], 1)
	if len(one) > mostKey || one == other || !strings.HasPrefix(one, "ключ ") {
		t.Errorf("long keys become %q and %q", one, other)
	}
}

func TestDoubledKeys(t *testing.T) {
	for _, c := range []struct {
		keys   []string
		wanted string
	}{
		{nil, ""},
		{[]string{"", "", ""}, ""},
		{[]string{"a", "b", ""}, ""},
		{[]string{"a", "b", "a"}, `the rows 1 and 3 of acf.reports have the same key "a"`},
		{[]string{"x", "", "2"}, `the rows 2 and 3 of acf.reports have the same key "2"`},
	} {
		given := doubled(draftsWith(c.keys...))
		if !strings.HasPrefix(given, c.wanted) || (given == "") != (c.wanted == "") {
			t.Errorf("%q: %s", c.keys, given)
		}
	}
}

const severalReports = `
records:
  publication:
    from: {post_type: page}
    each: {select: .report}
    key: this.attribute.id
    fields: {title: this.attribute.title}
    require: [title]
`

// TestAllRecordsOrNone holds that a post whose records cannot all be written makes none, and says why.
func TestAllRecordsOrNone(t *testing.T) {
	for _, c := range []struct{ name, content, wanted string }{
		{"one lacks what is required", `<p class="report" title="A">a</p><p class="report">b</p>`, "title is required and has no value"},
		{"two have one key", `<p class="report" title="A" id="x">a</p><p class="report" title="B" id="x">b</p>`, `the rows 1 and 2 of body | select .report have the same key "x"`},
	} {
		m := engineFor(t, severalReports).make(pageWith(c.content))
		if m.row.Disposition != "reject" || !strings.HasPrefix(m.row.Reason, c.wanted) || len(m.records)+len(m.row.RecordIDs) > 0 {
			t.Errorf("%s: %+v", c.name, m.row)
		}
	}
}

// TestNothingOutsideIsLostUnseen holds that what of the page is in no record of it is counted, once.
func TestNothingOutsideIsLostUnseen(t *testing.T) {
	content := `<script>x</script><h2>Before</h2><p class="report" title="A">a</p><p>between</p><p class="report" title="B">b <script>y</script></p>`
	m := engineFor(t, severalReports).make(pageWith(content))
	if len(m.records) != 2 {
		t.Fatalf("%+v", m.row)
	}
	var losses []string
	for i, f := range m.records {
		for _, l := range f.log.Losses() {
			losses = append(losses, strings.Repeat("-", i)+string(l.Code)+" "+l.Detail)
			if l.Code == finding.BodyDropped && l.Count != 2 {
				t.Errorf("%d blocks are outside", l.Count)
			}
		}
	}
	if got := strings.Join(losses, ", "); !strings.Contains(got, "body-dropped outside of body | select .report") || strings.Contains(got, "-body-dropped outside of body | select .report, -") || strings.Count(got, "script-removed") != 1 {
		t.Error(got)
	}
	whole := engineFor(t, severalReports).make(pageWith(`<div><p class="report" title="A">a</p></div>`))
	if losses := whole.records[0].log.Losses(); len(losses) > 0 {
		t.Errorf("nothing is outside, and lost: %v", losses)
	}
}

// TestPiecesReachNoRecord assigns pieces of the page to every target: each takes words, files or nothing.
func TestPiecesReachNoRecord(t *testing.T) {
	content := `<ul><li>One <a href="https://example.org/a.pdf">A</a></li><li>Two</li></ul>`
	for _, target := range Vocabulary().Targets {
		if target.Given || strings.HasSuffix(target.Name, "*") {
			continue
		}
		for _, value := range []string{"body", "{select: li}", "{each: {select: li}, object: {name: this, title: this, file: this}}", "{select: nothing}"} {
			text := "records: {x: {from: {post_type: page}, fields: {" + target.Name + ": " + value + "}}}"
			m, err := mapping.Parse("mapping.yaml", []byte(text), Vocabulary())
			if err != nil {
				continue // the target takes no piece, and says so
			}
			e := engineFor(t, text)
			e.options.Mapping = m
			made := e.make(pageWith(content))
			if made.row.Disposition != "migrate" && !strings.HasPrefix(made.row.Reason, target.Name) && !strings.HasPrefix(made.row.Reason, "relations") {
				t.Errorf("%s: %s", text, made.row.Reason)
			}
			for _, f := range made.records {
				if yaml := string(f.record.AppendYAML(nil)); strings.Contains(yaml, "0xc0") || strings.Contains(yaml, "{{") {
					t.Errorf("%s reaches the record as it is:\n%s", text, yaml)
				}
			}
		}
	}
	r := recordsOf(t, "records: {x: {from: {post_type: page}, fields: {fields.all: {object: {pieces: {select: li}, urls: body.files.url, files: body.files, links: body.links}}}}}", content)[0]
	want := `fields:
  all:
    pieces:
      - One A
      - Two
    urls:
      - https://example.org/a.pdf
    files:
      - title: A
        url: https://example.org/a.pdf
        media_type: application/pdf
    links:
      - url: https://example.org/a.pdf
        title: A
`
	if yaml := string(r.AppendYAML(nil)); !strings.Contains(yaml, want) {
		t.Errorf("the fields are\n%s", yaml)
	}
}

// TestPiecesAreClean takes pieces out of a page that holds what no record may.
func TestPiecesAreClean(t *testing.T) {
	content := `<div class="x" onclick="f()"><h1>T</h1><script>alert(1)</script><a class="y" href="javascript:alert(2)" onclick="g()">L</a>
<a class="z" href="/reports/">S</a><div style="display:none"><a class="spam" href="https://spam.example">casino</a></div></div>
<ul><li class="i">Item</li></ul><table><tr><td class="c">Cell</td></tr></table>`
	for _, c := range []struct{ value, wanted string }{
		{"body | select .x | html", `<h2>T</h2> <p>L<br> <a href="https://example.org/?page_id=190">S</a></p>`},
		{"body | select .y | attribute href", ""},
		{"body | select .y | attribute class", "y"},
		{"body | select .z | attribute HREF", "https://example.org/?page_id=190"},
		{"body | select .spam | text", ""},
		{"body | select script | text", ""},
		{"body | select .i | html", "<ul> <li>Item</li> </ul>"},
		{"body | select .c | html", "<p>Cell</p>"},
		{"{each: {select: .i}, from: this.markdown}", "- Item"},
		{"content | select .i | text", "Item"},
		{"content | files", ""},
	} {
		r := recordsOf(t, "records: {x: {from: {post_type: page}, fields: {fields.v: "+c.value+"}}}", content)[0]
		given := ""
		if len(r.Fields) > 0 {
			given = textOf(r.Fields[0].Value)
		}
		if given != c.wanted {
			t.Errorf("%s gives\n%q, wanted\n%q", c.value, given, c.wanted)
		}
	}
}
