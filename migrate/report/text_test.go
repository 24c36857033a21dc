package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// busy is a report in which everything came up that can.
func busy() *Report {
	r := sample(true)
	r.KeepChanges = true
	r.Noted = []string{"completeness unknown: the tool that made this dump writes no end marker; nothing will be withdrawn"}
	log := &finding.Log{}
	log.Lose(finding.ShortcodeDynamic, "[form]", 3)
	log.Find(finding.Finding{Code: finding.EncodingDoubtful, Field: "title", Value: "CafÃ©"})
	log.Find(finding.Finding{Code: finding.TypeMismatch, Field: "acf.pages"})
	log.Find(finding.Finding{Code: finding.Uncertain, Field: "issued"})
	long := strings.Repeat("a rule of the mapping, ", 12) + "| words 60"
	r.AddRecord(&record.Record{ID: "example.org:7", Kind: "publication", Source: record.Origin{PostID: 7}},
		States([]string{"title", "fields.pages", "fields.a_name_that_is_longer_than_any_table_has_room_for_in_a_column"},
			[]Assigned{{Target: "title", Origin: long}, {Target: "fields.pages", Origin: "acf.pages | integer"}, {Target: "summary"}}, log), log, "publication/seven.yaml")
	for n := range 9 {
		r.AddChange(Change{Action: "update", ID: fmt.Sprintf("example.org:%d", n), Path: fmt.Sprintf("publication/%d.yaml", n), Fields: []record.Difference{
			{Field: "title", Old: "Old", New: "New"},
			{Field: "summary", Old: strings.Repeat("the same words ", 300) + "then OLD", New: strings.Repeat("the same words ", 300) + "then NEW"},
			{Field: "body.html", New: "<p>One</p>\n<p>Two</p>"}}})
	}
	r.AddChange(Change{Action: "create", ID: "example.org:20", Kind: "news", Path: "news/x.yaml"})
	r.AddChange(Change{Action: "edited", ID: "example.org:21", Path: "news/y.yaml"})
	r.AddChange(Change{Action: "edited", ID: "example.org:22", Path: "news/z.yaml"})
	r.AddLate([]Change{
		{Action: "edited", ID: "example.org:30", Path: "news/gone.yaml"},
		{Action: "move", ID: "example.org:3", Path: "publication/new.yaml", OldPath: "publication/3.yaml"},
		{Action: "remove", ID: "example.org:30", Path: "news/gone.yaml", Reason: "its post was deleted"},
	})
	r.Records = Records{Create: 1, Update: 8, Move: 1, Remove: 1, Edited: 2}
	r.Expectations = &Expectations{}
	r.Expectations.Expect(7, 2)
	r.Expectations.Expect(8, 1)
	r.Expectations.Fail(Miss{Place: "mapping.yaml:31", Post: 7, Kind: "publication", Targets: []string{"issued"}, Expected: "2013", Got: "2014", Origin: "acf.year"})
	r.Stopped = "5 of 9 records would be removed, and --max-remove allows 3"
	r.Sort()
	return r
}

func written(t *testing.T, r *Report, as Text) string {
	t.Helper()
	var b strings.Builder
	if err := r.WriteText(&b, as); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextFitsTheWidth(t *testing.T) {
	for _, width := range []int{60, 80, 100, 120, 200} {
		for _, diff := range []bool{false, true} {
			for _, color := range []bool{false, true} {
				for line := range strings.Lines(written(t, busy(), Text{Width: width, Diff: diff, Color: color})) {
					if n := text.StringWidthWithoutEscSequences(strings.TrimRight(line, "\n")); n > width {
						t.Errorf("%d columns of %d: %q", n, width, line)
					}
				}
			}
		}
	}
}

func TestTextIsColouredOnlyWhereAsked(t *testing.T) {
	plain, coloured := written(t, busy(), Text{Width: 100, Diff: true}), written(t, busy(), Text{Width: 100, Diff: true, Color: true})
	if strings.Contains(plain, "\x1b") {
		t.Error("there are escape sequences in plain text")
	}
	if !strings.Contains(coloured, "\x1b[1;31mNot yet") {
		t.Errorf("the verdict has no colour:\n%s", coloured)
	}
	if stripped := text.StripEscape(coloured); stripped != plain {
		t.Error("the text in colours says something else")
	}
}

func TestFirstScreenSaysWhetherItIsSafe(t *testing.T) {
	screen := strings.Join(strings.SplitN(written(t, busy(), Text{Width: 80}), "\n", 29)[:28], "\n")
	for _, want := range []string{
		"Not yet: see to what is rejected and not as expected and stopped by a guard.",
		"6 in all, 1 migrate, 1 media, 2 exclude, 1 unmapped, 1 reject", "1 create, 8 update, 1 move, 1 remove, 2 edited",
		"unmapped", "dossier 1", "personal data", "encoding", "completeness unknown", "post 6 (no <title>)", "shortcode-dynamic 3", "uncertain",
		"issued of post", "2 files were changed", "news/y.yaml", "news/z.yaml", "1 record is to go", "--max-remove allows 3",
	} {
		if !strings.Contains(screen, want) {
			t.Errorf("the first screen lacks %q", want)
		}
	}
	if t.Failed() {
		t.Log(screen)
	}
}

// What stops comes first, directly below the verdict, and then what needs a look, in the order of what it may cost.
func TestWarningsAreInOrder(t *testing.T) {
	r := busy()
	r.Unseen = []string{"acf.x (mapping.yaml:9)"}
	var abouts []string
	for _, w := range r.Verdict().Warnings {
		abouts = append(abouts, w.About)
	}
	want := "rejected, not as expected, stopped by a guard, unmapped, mapping, personal data, encoding, losses, uncertain, source, edited, removals"
	if got := strings.Join(abouts, ", "); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	lines := strings.Split(written(t, r, Text{Width: 100}), "\n")
	if !strings.HasPrefix(lines[3], "rejected            1 row should become records") {
		t.Errorf("below the verdict stands %q", lines[3])
	}
	sentences := r.Warnings()
	if !strings.HasPrefix(sentences[0], "rejected: ") || !strings.HasPrefix(sentences[3], `1 row of the post type "dossier" is unmapped`) {
		t.Errorf("the warnings are %q", sentences)
	}
}

func TestVerdicts(t *testing.T) {
	made := func(r *Report) *Report {
		r.AddRow(Row{PostID: 1, PostType: "post", Disposition: Migrate}, "", "news")
		return r
	}
	for want, r := range map[string]*Report{
		"Safe to go on":           made(&Report{Records: Records{Create: 1}}),
		"No changes":              made(&Report{Records: Records{Unchanged: 1}}),
		"Go on after a look":      made(&Report{Noted: []string{"completeness unknown"}}),
		"Not yet: see to what is": made(&Report{Stopped: "too many"}),
		"Nothing to go on with":   {},
	} {
		if got := r.Verdict().Text; !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestChangesAreShownWhereTheyDiffer(t *testing.T) {
	short, whole := written(t, busy(), Text{Width: 80}), written(t, busy(), Text{Width: 80, Diff: true})
	for _, want := range []string{
		"update 8", "- Old", "+ New", "then OLD", "then NEW", "+ <p>One</p> <p>Two</p>", "… 3 more: --diff shows all",
		"publication/3.yaml → publication/new.yaml", "    news/gone.yaml\n      its post was deleted\n", "create 1: 1 news (--diff lists them)",
	} {
		if !strings.Contains(short, want) {
			t.Errorf("the text lacks %q", want)
		}
	}
	for _, want := range []string{"publication/8.yaml", "news/x.yaml", "+ <p>One</p>\n        + <p>Two</p>"} {
		if !strings.Contains(whole, want) {
			t.Errorf("with --diff the text lacks %q", want)
		}
	}
	if t.Failed() {
		t.Logf("%s\n\n%s", short, whole)
	}
}

func TestRowsAreListedWhereKept(t *testing.T) {
	all := written(t, busy(), Text{Width: 80})
	for _, want := range []string{"  1  post        publish  migrate   example.org:1\n", "  2  post        draft    exclude   status draft\n", "  6  post        publish  reject    no <title>\n"} {
		if !strings.Contains(all, want) {
			t.Errorf("no line %q in\n%s", want, all)
		}
	}
}
