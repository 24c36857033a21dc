package report

import (
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// Explanation says what became of one post, and how. Of a post that makes no record it holds the decision only.
type Explanation struct {
	Row
	Rule    string // the entry of the mapping that decided; empty: none did
	Records []Explained
	// Expectations is nil where the mapping expects nothing of the post.
	Expectations *Expectations
}

// Explained is one record and where everything in it comes from.
type Explained struct {
	Record   *record.Record
	Row      string   // which row of its post it is made of, as a person reads it; empty: the post makes one record
	Problems []string // why it cannot be written
	Fields   []Origin // in the order of the mapping
	Steps    []Step   // what became of the body, in order; empty where the record has none
}

// Origin is where the value of a field comes from.
type Origin struct {
	Target string    `json:"target"`
	Value  string    `json:"value,omitempty"`  // as a person reads it, shortened; empty: nothing was found
	Origin string    `json:"origin,omitempty"` // as the mapping writes it
	Tried  []Attempt `json:"tried,omitempty"`  // what was asked before, in order
}

// Attempt is something that gave no value.
type Attempt struct {
	Origin string `json:"origin"`
	Reason string `json:"reason,omitempty"` // empty: there was nothing
}

// Step is one step from the stored content to the body. Before and After are HTML.
type Step struct {
	Name          string
	Before, After string
	Losses        []finding.Loss
	Findings      []finding.Finding
	lost          map[finding.Loss]int // loss without its count → its place among Losses
}

// Lose adds a loss to those of the step.
func (s *Step) Lose(loss finding.Loss) {
	if s.lost == nil {
		s.lost = map[finding.Loss]int{}
	}
	kind := finding.Loss{Code: loss.Code, Detail: loss.Detail}
	i, known := s.lost[kind]
	if !known {
		i = len(s.Losses)
		s.lost[kind], s.Losses = i, append(s.Losses, kind)
	}
	s.Losses[i].Count += loss.Count
}
