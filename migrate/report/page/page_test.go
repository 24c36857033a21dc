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
