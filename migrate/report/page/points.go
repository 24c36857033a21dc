package page

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/report"
)

// point is something to look at before going on: in plain words first, with the names that programs use behind.
type point struct {
	report.Warning
	Posts   named    // that it is about, where they are few
	Details []detail // what it is made of
	Fine    string   // fields and codes, for those who know them
	Link    string   // to the part of the page that tells more
	Show    string   // what the list of records is to be filtered by: "state reject"
}

// detail is one code of a point.
type detail struct {
	Text string
	Code finding.Code
}

// more says where on the page there is more about a warning.
var more = map[string]point{
	"rejected":      {Link: "#records", Show: "state " + string(report.Reject)},
	"unmapped":      {Link: "#records", Show: "state " + string(report.Unmapped)},
	"personal data": {Link: "#records", Show: "note " + string(finding.PersonalData)},
	"encoding":      {Link: "#records", Show: "note " + string(finding.EncodingDoubtful)},
	"uncertain":     {Link: "#records", Show: "note " + string(finding.Uncertain)},
	"losses":        {Link: "#lost"},
	"edited":        {Link: "#changes"},
	"removals":      {Link: "#changes"},

	"not as expected": {Link: "#expectations"},
}

// newPoint puts a warning into words for people who know neither codes nor fields.
func newPoint(r *report.Report, w report.Warning) point {
	p := more[w.About]
	p.Warning = w
	switch w.About {
	case "losses":
		p.losses(r)
	case "personal data":
		p.found(r, finding.PersonalData, "there may be personal data: an e-mail address, a phone number or an IP address")
	case "encoding":
		p.found(r, finding.EncodingDoubtful, "letters seem to be garbled: the text looks as if it was read in the wrong character set")
	case "uncertain":
		p.found(r, finding.Uncertain, "something was read that may be wrong")
	}
	return p
}

// found tells of a finding in plain words.
func (p *point) found(r *report.Report, code finding.Code, words string) {
	at := slices.IndexFunc(r.Findings(), func(c report.Count) bool { return c.Code == code })
	if at < 0 {
		return
	}
	c := r.Findings()[at]
	p.Text = "In " + counted(len(c.Posts), "post") + ", " + words + "."
	p.Posts = names(c.Posts, 5)
	p.Fine = fieldsOf(c)
}

// losses tells of each code of content that is left out.
func (p *point) losses(r *report.Report) {
	total := 0
	var in []int64
	for _, c := range r.Losses() {
		if !c.Code.LeavesOut() {
			continue
		}
		total, in = total+c.Count, append(in, c.Posts...)
		meaning, _, _ := strings.Cut(c.Code.Meaning(), ";")
		p.Details = append(p.Details, detail{fmt.Sprintf("%s in %s: %s", times(c.Count), counted(len(c.Posts), "post"), meaning), c.Code})
	}
	slices.Sort(in)
	p.Text = counted(total, "piece") + " of content " + verb(total == 1, "is", "are") + " left out in " + counted(len(slices.Compact(in)), "post") + "."
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return grouped(n) + " times"
}
