package page

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/report"
)

// many is the report of a site with so many post types of different sizes, in all dispositions.
func many(types int) *report.Report {
	r := &report.Report{Site: "many.example.org", KeepRecords: true}
	post := int64(0)
	for i := range types {
		way := report.Dispositions()[i%5]
		for range 1 + i*i {
			post++
			r.AddRow(report.Row{PostID: post, PostType: fmt.Sprintf("type-%02d", i), Status: "publish", Disposition: way, Reason: "because"}, "", "")
			if way == report.Migrate {
				made := &record.Record{ID: fmt.Sprintf("many.example.org:%d", post), Kind: fmt.Sprintf("kind-%d", i), Source: record.Origin{PostID: post}}
				r.AddRecord(made, nil, &finding.Log{}, "path")
			}
		}
	}
	r.Sort()
	return r
}

// TestFlow holds the diagram to its measures, however many post types there are: every row is in it, nothing lies over
// anything else, and what nobody decided about is drawn by itself.
func TestFlow(t *testing.T) {
	for _, types := range []int{0, 1, 2, 15, 16, 40} {
		r := many(types)
		f := newFlow(r)
		if len(f.Left) > mostTypes+1 || len(f.Right) > mostKinds+5 {
			t.Errorf("%d types: %d nodes on the left, %d on the right", types, len(f.Left), len(f.Right))
		}
		for _, column := range [][]*node{f.Left, f.Right} {
			rows, bottom := 0, -slotHeight/2.0
			for _, n := range column {
				rows += n.Rows
				if n.Middle-bottom < slotHeight/2-0.01 || n.Y < -0.01 || n.Y+n.H > f.Height+0.01 {
					t.Errorf("%d types: %s lies at %.1f to %.1f of %.1f, above it ends at %.1f", types, n.Name, n.Y, n.Y+n.H, f.Height, bottom)
				}
				if n.inner > n.H+0.01 || n.inner < n.H-0.01 {
					t.Errorf("%d types: the bar of %s is %.1f high and its ribbons %.1f", types, n.Name, n.H, n.inner)
				}
				bottom = max(n.Y+n.H, n.Middle+slotHeight/2)
			}
			if rows != r.Total() {
				t.Errorf("%d types: %d of %d rows are drawn", types, rows, r.Total())
			}
		}
	}
}

// TestRowsInWords holds that what a site keeps for itself is told apart from content that stays behind, in words and in
// the diagram.
func TestRowsInWords(t *testing.T) {
	r := &report.Report{}
	for _, row := range []report.Row{
		{PostType: "post", Status: "publish", Disposition: report.Migrate},
		{PostType: "post", Status: "publish", Disposition: report.Migrate},
		{PostType: "post", Status: "draft", Disposition: report.Exclude},
		{PostType: "post", Status: "auto-draft", Disposition: report.Exclude},
		{PostType: "post", Status: "publish", Disposition: report.Exclude, Reason: "protected by a password"},
		{PostType: "revision", Status: "inherit", Disposition: report.Exclude, Internal: true},
		{PostType: "attachment", Status: "inherit", Disposition: report.Media},
	} {
		r.AddRow(row, "", "news")
	}
	for i := range 3 {
		r.AddRecord(&record.Record{ID: fmt.Sprint(i), Kind: "news"}, nil, &finding.Log{}, "path")
	}
	want := "Of 7 rows in the posts table, 2 posts become 3 records; 1 media file comes along with the records that show it; " +
		"3 posts stay behind (2 in draft, 1 protected or excluded); 1 row is internal to WordPress."
	if got := rowSentence(r, Options{Dry: true}); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	drawn := map[string]int{}
	for _, n := range newFlow(r).Right {
		drawn[n.Class] = n.Rows
	}
	if drawn["exclude"] != 3 || drawn["internal"] != 1 {
		t.Errorf("the diagram has %v", drawn)
	}
	if got := leftSentence(map[string]int{"in draft": 5, "private": 2, "scheduled": 2, "waiting for review": 1, "in the trash": 1}); got != "5 in draft, 2 private, 2 scheduled and 2 more" {
		t.Errorf("five states: %s", got)
	}
}

func TestRules(t *testing.T) {
	for _, test := range []struct {
		rules []report.Rule
		want  string
	}{
		{nil, "[] 0 []"},
		{[]report.Rule{{Origin: "title", Count: 3}}, "[title] 0 []"},
		{[]report.Rule{{Origin: `acf.a | split ", | ", terms.b.name`, Count: 3}}, `[acf.a, terms.b.name] 0 [acf.a | split ", | ", terms.b.name]`},
		{[]report.Rule{{Origin: "x", Count: 5}, {Origin: "acf.y | date", Count: 4}, {Origin: "acf.y | date Y", Count: 2}, {Origin: "z", Count: 1}},
			"[acf.y (6) x (5)] 1 [x (5) acf.y | date (4) acf.y | date Y (2) z (1)]"},
	} {
		r := newRules(test.rules)
		if got := fmt.Sprint(r.Sources, r.More, r.Whole); got != test.want {
			t.Errorf("%s\nwant %s", got, test.want)
		}
	}
}

// TestCoverageShowsMainFieldsFirst holds that what a library asks for first comes first, and the rest behind it.
func TestCoverageShowsMainFieldsFirst(t *testing.T) {
	r := &report.Report{}
	var states []report.FieldState
	for _, field := range []string{"fields.a", "fields.b", "slug", "posted", "body.html", "issued", "title"} {
		states = append(states, report.FieldState{Field: field})
	}
	r.AddRecord(&record.Record{ID: "x:1", Kind: "report"}, states, &finding.Log{}, "path")
	list := func(fields []covered) string {
		var names []string
		for _, f := range fields {
			names = append(names, f.Field)
		}
		return strings.Join(names, " ")
	}
	c := newCoverage(r)[0]
	if main, further := list(c.Fields), list(c.Further); main != "title issued body.html" || further != "posted slug fields.a fields.b" || c.Count() != 7 {
		t.Errorf("%s, then %s", main, further)
	}
}

func TestGraveLossesComeFirst(t *testing.T) {
	var codes []string
	for _, n := range notedCodes([]report.Count{{Code: finding.BodyDropped}, {Code: finding.LinkBroken}, {Code: finding.ShortcodeDynamic}}) {
		codes = append(codes, string(n.Code))
	}
	if got := strings.Join(codes, " "); got != "shortcode-dynamic link-broken body-dropped" {
		t.Error(got)
	}
}

func TestYears(t *testing.T) {
	y := newYears([]report.Entry{{Kind: "report", Issued: "2013-05"}, {Kind: "report", Issued: "2013"}, {Kind: "report"}, {Kind: "report", Issued: "2011-01-02"}, {Kind: "page"}})
	var told []string
	for _, b := range y.Bars {
		told = append(told, fmt.Sprintf("%s %d", b.Label, b.N))
	}
	if got := strings.Join(told, ", "); got != "2011 1, 2012 0, 2013 2" || y.Undated != 1 || y.Of != 4 || y.Most != 2 {
		t.Errorf("%s; %d of %d undated, at most %d", got, y.Undated, y.Of, y.Most)
	}
	wide := newYears([]report.Entry{{Kind: "report", Issued: "0201"}, {Kind: "report", Issued: "2013"}})
	if len(wide.Bars) > mostBars || wide.Bars[0].N != 1 || wide.Bars[len(wide.Bars)-1].N != 1 {
		t.Errorf("a slip of the pen makes %d bars: %+v", len(wide.Bars), wide.Bars)
	}
	if none := newYears([]report.Entry{{Kind: "page"}}); len(none.Bars) != 0 || none.Of != 0 {
		t.Errorf("without dates: %+v", none)
	}
}

// TestWrite holds that the page is the same every time, and that nothing in a report can leave its place.
func TestWrite(t *testing.T) {
	const hostile = `</script><!--<script>alert(1)</script>"'>&`
	build := func() *report.Report {
		r := many(12)
		r.Site, r.Noted = hostile, []string{hostile}
		made := &record.Record{ID: "x:1", Kind: hostile, Title: hostile, Source: record.Origin{PostID: 1}}
		r.AddRecord(made, []report.FieldState{{Field: hostile, Origin: hostile}}, &finding.Log{}, hostile)
		r.Changes = []report.Change{{Action: "update", ID: "x:1", Path: hostile, Reason: hostile, Fields: []record.Difference{{Field: hostile, Old: hostile, New: hostile}}}}
		r.Previews = []report.Preview{{Choice: report.Choice{PostID: 1}, Kind: hostile, Title: hostile, Before: hostile, After: hostile, Cut: true}}
		return r
	}
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := Write(out, build(), Options{Dry: true}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same report gives two pages")
	}
	if strings.Contains(first.String(), "<script>alert(1)") || strings.Contains(first.String(), "<!--") {
		t.Error("a text of the report is markup in the page")
	}
}

// TestPreviewsFit holds that previews which are too much for a page are counted, not written.
func TestPreviewsFit(t *testing.T) {
	var chosen []report.Preview
	for i := range 200 {
		noise := make([]byte, report.MostPreview)
		for k := range noise {
			noise[k] = 'a' + byte((k*k*7+k*i+i*31+(k>>3)*(i+3))%26)
		}
		chosen = append(chosen, report.Preview{Choice: report.Choice{PostID: int64(i + 1), Why: report.IsSample}, Before: string(noise), After: string(noise)})
	}
	all, left, err := newPreviews(chosen)
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	for _, p := range all {
		size += len(p.Data)
	}
	if len(all) == 0 || len(all)+left != len(chosen) || size > mostPacked {
		t.Errorf("%d previews of %d bytes, %d left out", len(all), size, left)
	}
	if all[0].Group == "" || all[1].Group != "" {
		t.Errorf("headings: %q, %q", all[0].Group, all[1].Group)
	}
}
