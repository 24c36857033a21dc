package report

import (
	"cmp"
	"slices"

	"wp2pub/migrate/finding"
)

// Count says how often a code came up, and where.
type Count struct {
	Code   finding.Code `json:"code"`
	Count  int          `json:"count"`
	Posts  []int64      `json:"posts"`
	Fields []FieldCount `json:"fields,omitempty"` // of findings: where in the records, most first
}

// FieldCount says how often something came up in a field.
type FieldCount struct {
	Field string `json:"field"`
	Count int    `json:"count"`
}

// counters counts codes.
type counters map[finding.Code]*counter

type counter struct {
	count  int
	posts  []int64
	fields map[string]int
}

// addNotes accounts for the losses and findings of a record.
func (r *Report) addNotes(a Account) {
	if r.losses == nil {
		r.losses, r.findings = counters{}, counters{}
	}
	for _, l := range a.Losses {
		r.losses.of(l.Code).add(a.Post, l.Count)
	}
	for _, f := range a.Findings {
		c := r.findings.of(f.Code)
		c.add(a.Post, 1)
		if f.Field != "" {
			c.fields[f.Field]++
		}
	}
}

func (m counters) of(code finding.Code) *counter {
	c := m[code]
	if c == nil {
		c = &counter{fields: map[string]int{}}
		m[code] = c
	}
	return c
}

func (c *counter) add(post int64, n int) {
	c.count += n
	if n := len(c.posts); n == 0 || c.posts[n-1] != post { // posts come one after the other
		c.posts = append(c.posts, post)
	}
}

// Losses returns how often each loss came up, by code.
func (r *Report) Losses() []Count { return r.losses.list() }

// Findings returns how often each finding came up, by code.
func (r *Report) Findings() []Count { return r.findings.list() }

// count sums up one code.
func (m counters) count(code finding.Code) Count {
	count := Count{Code: code, Posts: []int64{}}
	c := m[code]
	if c == nil {
		return count
	}
	count.Count, count.Posts = c.count, c.posts
	fields := map[string]int{} // those of all rows together
	for field, n := range c.fields {
		fields[withoutRows(field)] += n
	}
	for field, n := range fields {
		count.Fields = append(count.Fields, FieldCount{field, n})
	}
	slices.SortFunc(count.Fields, func(a, b FieldCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Field, b.Field))
	})
	return count
}

func (m counters) list() []Count {
	all := []Count{}
	for code := range m {
		all = append(all, m.count(code))
	}
	slices.SortFunc(all, func(a, b Count) int { return cmp.Compare(a.Code, b.Code) })
	return all
}
