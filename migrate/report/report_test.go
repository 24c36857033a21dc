package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// sample is a report of six rows of three types.
func sample(keep bool) *Report {
	r := &Report{Site: "example.org", KeepRows: keep}
	r.AddRow(Row{PostID: 1, PostType: "post", Status: "publish", Disposition: Migrate, Reason: "taken", RecordIDs: []string{"example.org:1"}}, "Posts", "news")
	r.AddRow(Row{PostID: 2, PostType: "post", Status: "draft", Disposition: Exclude, Reason: "status draft"}, "Posts", "")
	r.AddRow(Row{PostID: 3, PostType: "post", Status: "draft", Disposition: Exclude, Reason: "status draft"}, "Posts", "")
	r.AddRow(Row{PostID: 4, PostType: "attachment", Status: "inherit", Disposition: Media, Reason: "a file"}, "Media", "")
	r.AddRow(Row{PostID: 5, PostType: "dossier", Status: "publish", Disposition: Unmapped, Reason: "nothing is known of it"}, "", "")
	r.AddRow(Row{PostID: 6, PostType: "post", Status: "publish", Disposition: Reject, Reason: "no <title>"}, "Posts", "news")
	log := &finding.Log{}
	log.Lose(finding.MediaMissing, "attachment 9", 2)
	log.Find(finding.Finding{Code: finding.PersonalData, Field: "body"})
	r.AddRecord(&record.Record{ID: "example.org:1", Kind: "news", Source: record.Origin{PostID: 1}}, States([]string{"id", "title"}, nil, log), log, "news/one.yaml")
	r.Sort()
	return r
}

func TestEveryRowIsAccountedFor(t *testing.T) {
	r := sample(false)
	sum := 0
	for _, d := range Dispositions() {
		sum += r.Bucket(d)
	}
	if r.Total() != 6 || sum != 6 {
		t.Errorf("%d rows, %d in the five buckets", r.Total(), sum)
	}
	rows := 0
	for _, pt := range r.PostTypes() {
		inParts, inStatuses := 0, 0
		for _, p := range pt.Parts {
			inParts += p.Rows
		}
		for _, n := range pt.Statuses {
			inStatuses += n
		}
		if inParts != pt.Rows || inStatuses != pt.Rows {
			t.Errorf("%s: %d rows, %d in its parts, %d in its statuses", pt.PostType, pt.Rows, inParts, inStatuses)
		}
		rows += pt.Rows
	}
	if rows != 6 {
		t.Errorf("the post types have %d rows of 6", rows)
	}
	if post := r.PostTypes()[0]; post.PostType != "post" || post.Disposition != Migrate || post.Kind != "news" || post.Statuses["draft"] != 2 {
		t.Errorf("the post type that migrates is summed up as %+v", post)
	}
}

func TestJSONKeepsTheContractsNames(t *testing.T) {
	for _, keep := range []bool{false, true} {
		var b strings.Builder
		if err := sample(keep).WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Summary struct {
				Rows    map[string]int
				Records map[string]int
			}
			PostTypes []map[string]any `json:"post_types"`
			Rows      []Row
			Losses    []Count
			Rejected  []Row
		}
		if err := json.Unmarshal([]byte(b.String()), &doc); err != nil {
			t.Fatalf("keep %v: %v\n%s", keep, err, b.String())
		}
		if doc.Summary.Rows["total"] != 6 || doc.Summary.Rows["exclude"] != 2 || doc.Summary.Rows["reject"] != 1 || len(doc.Summary.Records) != 7 {
			t.Errorf("summary %+v", doc.Summary)
		}
		if len(doc.Losses) != 1 || doc.Losses[0].Count != 2 || len(doc.Losses[0].Posts) != 1 {
			t.Errorf("losses %+v", doc.Losses)
		}
		if want := map[bool]int{true: 6, false: 0}[keep]; len(doc.Rows) != want {
			t.Errorf("%d rows listed, want %d", len(doc.Rows), want)
		}
		if len(doc.Rejected) != 1 || doc.Rejected[0].Reason != "no <title>" {
			t.Errorf("rejected %+v", doc.Rejected)
		}
	}
}

// A record goes while copies of it stay: the run tells of them and of it, and of what it did with each file.
func TestCopiesOfARecordThatGoes(t *testing.T) {
	const id, reason = "example.org:1", "its post may not leave: status private"
	r := &Report{KeepChanges: true}
	r.AddChange(Change{Action: "edited", ID: "example.org:2", Path: "post/b.yaml"})
	r.AddLate([]Change{
		{Action: "edited", ID: id, Path: "post/a.yaml.local", Reason: reason},
		{Action: "edited", ID: id, Path: "post/copy.yaml", Reason: reason},
		{Action: "remove", ID: id, Path: "post/a.yaml", Reason: reason},
		{Action: "remove", ID: id, Path: "post/old.yaml", Reason: reason},
		{Action: "update", ID: "example.org:2", Path: "post/b.yaml"},
	})
	if want := []string{"post/a.yaml.local", "post/copy.yaml"}; !slices.Equal(r.Edited(), want) {
		t.Errorf("edited are %q", r.Edited())
	}
	if want := []string{"post/a.yaml.local: " + reason, "post/copy.yaml: " + reason}; !slices.Equal(r.Outlived(), want) {
		t.Errorf("outlived are %q", r.Outlived())
	}
	if r.EditedHint() != "" {
		t.Errorf("what is to be deleted by hand has the hint %q", r.EditedHint())
	}
	if len(r.Changes) != 5 {
		t.Errorf("changes are %+v", r.Changes)
	}
}
