package report

import (
	"encoding/json"
	"io"

	"wp2pub/migrate/finding"
)

// WriteJSON writes the explanation for programs. With full, each step holds the trees before and after it instead of
// what it changed.
func (x *Explanation) WriteJSON(out io.Writer, full bool) error {
	document := struct {
		Row
		Rule         string        `json:"rule,omitempty"`
		Records      []explained   `json:"records"`
		Expectations *Expectations `json:"expectations,omitempty"`
	}{x.Row, x.Rule, make([]explained, len(x.Records)), x.Expectations}
	for i := range x.Records {
		document.Records[i] = x.Records[i].document(full)
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}

type explained struct {
	Row      string          `json:"row,omitempty"`
	Problems []string        `json:"problems,omitempty"`
	Fields   []Origin        `json:"fields"`
	Steps    []step          `json:"steps"`
	Record   json.RawMessage `json:"record"`
}

type step struct {
	Step     string        `json:"step"`
	Changed  bool          `json:"changed"`
	Diff     string        `json:"diff,omitempty"`
	Before   *string       `json:"before,omitempty"`
	After    *string       `json:"after,omitempty"`
	Losses   []stepLoss    `json:"losses,omitempty"`
	Findings []stepFinding `json:"findings,omitempty"`
}

type stepLoss struct {
	Code   finding.Code `json:"code"`
	Detail string       `json:"detail"`
	Count  int          `json:"count"`
}

type stepFinding struct {
	Code       finding.Code `json:"code"`
	Field      string       `json:"field,omitempty"`
	Value      string       `json:"value,omitempty"`
	Confidence float64      `json:"confidence,omitempty"`
	Detail     string       `json:"detail,omitempty"`
}

func (e *Explained) document(full bool) explained {
	d := explained{Row: e.Row, Problems: e.Problems, Fields: e.Fields, Steps: make([]step, len(e.Steps)), Record: e.Record.AppendJSON(nil)}
	for i := range e.Steps {
		s := &e.Steps[i]
		d.Steps[i] = step{Step: s.Name, Changed: s.Before != s.After}
		if full {
			d.Steps[i].Before, d.Steps[i].After = &s.Before, &s.After
		} else {
			d.Steps[i].Diff = s.difference()
		}
		for _, l := range s.Losses {
			d.Steps[i].Losses = append(d.Steps[i].Losses, stepLoss(l))
		}
		for _, f := range s.Findings {
			d.Steps[i].Findings = append(d.Steps[i].Findings, stepFinding(f))
		}
	}
	return d
}
