package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// document is the JSON form of a report. Its names are part of the contract.
type document struct {
	Site      string        `json:"site"`
	Warnings  []string      `json:"warnings"`
	Summary   summary       `json:"summary"`
	PostTypes []PostType    `json:"post_types"`
	Rejected  []Row         `json:"rejected"`
	Fields    []Field       `json:"fields"`
	Losses    []Count       `json:"losses"`
	Findings  []Count       `json:"findings"`
	Expected  *Expectations `json:"expectations,omitempty"`
	Changes   []Change      `json:"changes,omitempty"`
}

type summary struct {
	Rows    rows    `json:"rows"`
	Records Records `json:"records"`
}

type rows struct {
	Total    int `json:"total"`
	Migrate  int `json:"migrate"`
	Media    int `json:"media"`
	Exclude  int `json:"exclude"`
	Unmapped int `json:"unmapped"`
	Reject   int `json:"reject"`
}

// WriteJSON writes the report for programs. The list of rows is written row by row.
func (r *Report) WriteJSON(out io.Writer) error {
	doc := document{
		Site: r.Site, Warnings: orEmpty(r.Warnings),
		Summary: summary{
			Rows:    rows{r.total, r.Bucket(Migrate), r.Bucket(Media), r.Bucket(Exclude), r.Bucket(Unmapped), r.Bucket(Reject)},
			Records: r.Records,
		},
		PostTypes: r.PostTypes(), Rejected: orEmpty(r.Rejected), Fields: r.Fields(), Losses: r.Losses(), Findings: r.Findings(),
		Changes: r.Changes, Expected: r.Expectations,
	}
	data, err := marshal(doc, "  ")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	if !r.KeepRows {
		w.Write(data)
		return w.Flush()
	}
	w.Write(data[:len(data)-len("\n}\n")])
	w.WriteString(",\n  \"rows\": [")
	for i, row := range r.Rows {
		line, err := marshal(row, "")
		if err != nil {
			return err
		}
		if i > 0 {
			w.WriteByte(',')
		}
		w.WriteString("\n    ")
		w.Write(line[:len(line)-1])
	}
	w.WriteString("\n  ]\n}\n")
	return w.Flush()
}

// marshal encodes without escaping of HTML, with a newline at the end.
func marshal(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	err := e.Encode(v)
	return b.Bytes(), err
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
