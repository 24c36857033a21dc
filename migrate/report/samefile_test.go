package report

import (
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// Records with one main download are named by their posts, in the order of these; further downloads do not count.
func TestSameFile(t *testing.T) {
	r := &Report{}
	for _, c := range []struct {
		post int64
		urls []string
	}{{190, []string{"/a.pdf", "/c.pdf"}}, {90, []string{"/a.pdf"}}, {91, []string{"/b.pdf"}}, {12, []string{"/d.pdf", "/b.pdf"}}, {190, []string{"/d.pdf"}}, {191, []string{"/d.pdf"}}, {7, nil}, {8, nil}} {
		rec := &record.Record{Kind: "publication", Source: record.Origin{PostID: c.post}}
		for _, url := range c.urls {
			rec.Downloads = append(rec.Downloads, record.Download{URL: url})
		}
		r.AddRecord(rec, nil, &finding.Log{}, "")
	}
	warnings := r.warnSameFile()
	if want := "2 files are the main download of more than one record: 12 and 190 (and 1 more), 90 and 190"; len(warnings) != 1 || warnings[0].Text != want {
		t.Errorf("%+v, want %q", warnings, want)
	}
	if all := (&Report{}).warnSameFile(); all != nil {
		t.Errorf("without records: %+v", all)
	}
}
