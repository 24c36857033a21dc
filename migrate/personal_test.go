package migrate

import (
	"fmt"
	"strings"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

func TestMasked(t *testing.T) {
	for text, want := range map[string]string{
		"write to press@example.org.":                 "write to …@….",
		"<Anne.B+c@mail.example.co.uk>, x@münchen.de": "<…@…>, …@…",
		"mailto:x@example.org?subject=a%20b":          "…@…",
		"x%40example.org":                             "…@…",
		"@handle, 5 @ 3.50, user@localhost":           "@handle, 5 @ 3.50, user@localhost",
		"a < b, x@y.org":                              "a < b, …@…",
		`<p>Ask <a href="mailto:x@y.org"><b>Anne</b> x@y.org</a> or <a href="/@press">us</a></p>`: `<p>Ask <b>Anne</b> …@… or <a href="/@press">us</a></p>`,
		`<p><a href="MailTo:x%40y.org">x</a> <a href="https://y.org/?to=x@y.org">z</a></p>`:       `<p>x z</p>`,
		`<p title="x@y.org"><a href="/b">b</a> x@y.org</p>`:                                       `<p title="…@…"><a href="/b">b</a> …@…</p>`,
	} {
		got := strings.TrimSpace(masked(text))
		if got != want {
			t.Errorf("%q becomes %q, wanted %q", text, got, want)
		}
		if hasAddress(got) || masked(got) != masked(masked(got)) {
			t.Errorf("%q is not masked for good", got)
		}
	}
}

// TestMaskedBody holds that all forms of a body come without addresses and links to them.
func TestMaskedBody(t *testing.T) {
	root := clean.Parse(`<p>Ask <a href="mailto:x@y.org">Anne</a>, <a href="mailto:x@y.org"><em>x@y.org</em></a></p>`)
	maskTree(root)
	got := clean.HTML(root) + clean.Markdown(root) + clean.Text(root)
	if want := "<p>Ask Anne, <em>…@…</em></p>\nAsk Anne, *…@…*\nAsk Anne, …@…\n"; strings.ReplaceAll(got, "\n", "") != strings.ReplaceAll(want, "\n", "") {
		t.Errorf("gives %q, wanted %q", got, want)
	}
}

// TestPersonalData holds which parts of a record are kept with a finding, and which are masked.
func TestPersonalData(t *testing.T) {
	shared := record.Object{{Name: "mail", Value: "c@y.org"}, {Name: "n", Value: int64(1)}}
	made := func() *record.Record {
		return &record.Record{Title: "A", Summary: "a@y.org", Body: record.Body{Text: "plain"}, Authors: []record.Person{{Name: "B", Affiliation: "b@y.org"}},
			Downloads: []record.Download{{URL: "https://safe.example/?url=https%3A%2F%2Fx.example%2Fa.pdf&data=05%7C01%7Cg%40y.org%7Cab"}, {URL: "https://x.example/cover@2x.png"}}, Event: record.Event{Organizer: "Anne, d@y.org"}, Fields: record.Object{{Name: "rows", Value: []any{shared, "e@y.org"}}, {Name: "x", Value: true}}}
	}
	kept, log := made(), &finding.Log{}
	personalData(kept, mapping.KeepPersonalData, log)
	kept.Note(log)
	if got := fmt.Sprint(personalFields(kept)); got != "[summary event authors downloads fields.rows]" || fmt.Sprint(kept.Fields) != fmt.Sprint(made().Fields) {
		t.Errorf("kept %s, %v", got, kept.Fields)
	}
	hidden, log := made(), &finding.Log{}
	log.Find(finding.Finding{Code: finding.ValueInvalid, Value: "f@y.org"})
	personalData(hidden, mapping.MaskPersonalData, log)
	hidden.Note(log)
	maskNotes(hidden)
	if text := fmt.Sprintf("%+v", hidden); strings.Contains(text, "y.org") || strings.Count(text, mask) != 6 || len(personalFields(hidden)) != 0 {
		t.Errorf("masked: %s", text)
	}
	if url := hidden.Downloads[0].URL; url != "https://safe.example/?url=https%3A%2F%2Fx.example%2Fa.pdf&data=masked%7Cab" {
		t.Errorf("the masked address is %s", url)
	}
	if url := hidden.Downloads[1].URL; url != "https://x.example/cover@2x.png" {
		t.Errorf("a file's own name became %s", url)
	}
	if shared[0].Value != "c@y.org" {
		t.Error("a value that others share was changed")
	}
}
