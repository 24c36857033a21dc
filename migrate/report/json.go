package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// document is the JSON form of a report, but for its long lists. Its names are part of the contract.
type document struct {
	Site         string        `json:"site"`
	Verdict      verdict       `json:"verdict"`
	Warnings     []string      `json:"warnings"`
	Summary      summary       `json:"summary"`
	PostTypes    []PostType    `json:"post_types"`
	Rejected     []Row         `json:"rejected"`
	Edited       []string      `json:"edited"`
	Fields       []Field       `json:"fields"`
	Losses       []Count       `json:"losses"`
	Findings     []Count       `json:"findings"`
	Expectations *Expectations `json:"expectations,omitempty"`
}

type verdict struct {
	Level Level  `json:"level"`
	Text  string `json:"text"`
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

// WriteJSON writes the report for programs. Its long lists, of changes and of rows, are written one by one.
func (r *Report) WriteJSON(out io.Writer) error {
	v := r.Verdict()
	doc := document{
		Site: r.Site, Verdict: verdict{v.Level, v.Text}, Warnings: r.Warnings(),
		Summary: summary{
			Rows:    rows{r.total, r.Bucket(Migrate), r.Bucket(Media), r.Bucket(Exclude), r.Bucket(Unmapped), r.Bucket(Reject)},
			Records: r.Records,
		},
		PostTypes: r.PostTypes(), Rejected: orEmpty(r.Rejected), Edited: orEmpty(r.Edited()), Fields: r.Fields(), Losses: r.Losses(), Findings: r.Findings(),
		Expectations: r.Expectations,
	}
	data, err := marshal(doc, "  ")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	w.Write(data[:len(data)-len("\n}\n")])
	if r.KeepChanges {
		err = stream(w, "changes", r.Changes)
	}
	if err == nil && r.KeepRows {
		err = stream(w, "rows", r.Rows)
	}
	if err != nil {
		return err
	}
	w.WriteString("\n}\n")
	return w.Flush()
}

// stream adds a list to a document, each element on a line of its own.
func stream[T any](w *bufio.Writer, name string, list []T) error {
	w.WriteString(",\n  \"" + name + "\": [")
	for i, element := range list {
		line, err := marshal(element, "")
		if err != nil {
			return err
		}
		if i > 0 {
			w.WriteByte(',')
		}
		w.WriteString("\n    ")
		w.Write(line[:len(line)-1])
	}
	if len(list) > 0 {
		w.WriteString("\n  ")
	}
	w.WriteByte(']')
	return nil
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
