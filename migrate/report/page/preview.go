package page

import (
	"fmt"
	"html/template"

	"wp2pub/migrate/report"
)

// preview is a post before and after, packed: the page's script unpacks it when it is opened.
type preview struct {
	report.Preview
	Group string // its heading, of the first of a group
	Note  string
	Data  template.HTML
}

// groups are the headings of previews.
var groups = map[report.Reason]string{
	report.WasRejected: "Rejected", report.IsUncertain: "Uncertain", report.LostMost: "Lost the most", report.IsSample: "Samples of each kind",
}

// sides are what the script puts into the two frames.
type sides struct {
	Before string `json:"before"`
	After  string `json:"after"`
}

// mostPacked bounds what all previews together add to the page, in bytes.
const mostPacked = 3 << 20

// newPreviews packs as many previews as fit, and says how many did not.
func newPreviews(chosen []report.Preview) (all []preview, left int, err error) {
	size, group := 0, report.Reason(-1)
	for _, p := range chosen {
		data, err := pack(previewID(p.PostID), sides{inert(p.Before), inert(p.After)})
		if err != nil {
			return nil, 0, err
		}
		if size+len(data) > mostPacked {
			left++
			continue
		}
		size += len(data)
		shown := preview{Preview: p, Data: data}
		if p.Cut {
			shown.Note = fmt.Sprintf("Only the first %d KB of each side are shown.", report.MostPreview>>10)
		}
		if p.Why != group {
			group, shown.Group = p.Why, groups[p.Why]
		}
		all = append(all, shown)
	}
	return all, left, nil
}

func previewID(post int64) string { return fmt.Sprintf("preview-data-%d", post) }
