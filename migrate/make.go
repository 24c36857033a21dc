package migrate

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// made is what became of one post.
type made struct {
	row      report.Row
	kind     string
	label    string
	withheld bool
	entry    int // of the mapping, that decided
	records  []finished
	misses   [][]report.Miss  // of each expectation of the post
	inputs   wordpress.Digest // of all its records
	trace    wordpress.Trace  // what its making asked; nil where it failed
	taken    []string         // the publications of other tables that its records may be made of
}

// finished is a record that is ready to be written.
type finished struct {
	record *record.Record
	place  Place
	states []report.FieldState
	log    *finding.Log
}

// make looks at one post. A post that makes the program fail is rejected with the reason, and the run goes on.
func (e *engine) make(post *wordpress.Post) (m made) {
	typ := e.site.PostType(post.Type)
	m = made{row: report.Row{PostID: post.ID, PostType: post.Type, Status: post.Status}, label: typ.Label}
	defer func() {
		if fault := recover(); fault != nil {
			m.records, m.trace = nil, nil
			m.reject(fmt.Sprintf("wp2pub failed on this post: %v (%s)", fault, place(debug.Stack())))
		}
	}()
	it := newItem(post, e)
	m = e.makeOf(it, m)
	m.trace = it.view.Trace()
	m.inputs = inputs(e.memory.terms, e.memory.look(post.ID).own, m.trace)
	return m
}

// makeOf makes the records of a post.
func (e *engine) makeOf(it *item, m made) made {
	outcome, err := e.options.Mapping.Apply(it)
	if err != nil {
		m.reject(err.Error())
		return m
	}
	m.row.Disposition, m.row.Reason, m.withheld, m.entry = report.Disposition(outcome.Disposition), outcome.Reason, outcome.Withheld, outcome.Entry
	if reason := doubled(outcome.Drafts); reason != "" {
		m.reject(reason)
		return m
	}
	for i, draft := range outcome.Drafts {
		r, log := e.assemble(it, outcome.Drafts, i)
		m.kind = draft.Kind
		if problems := e.problems(r, draft); len(problems) > 0 {
			m.records = nil
			m.reject(strings.Join(problems, "; "))
			m.withheld = forbidden(r, draft)
			return m
		}
		m.row.RecordIDs = append(m.row.RecordIDs, r.ID)
		m.records = append(m.records, finished{r, wishOf(r, draft.Path), statesOf(r, draft, log), log})
	}
	if len(m.records) > 0 {
		m.misses = e.compare(m, outcome.Drafts)
		m.taken = it.taken()
	}
	return m
}

func (m *made) reject(reason string) {
	m.row.Disposition, m.row.Reason, m.row.RecordIDs = report.Reject, reason, nil
}

// place is the innermost place of ours on a stack, for a report that helps to mend the program.
func place(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "panic(") })
	if i < 0 || i+3 >= len(lines) {
		return "unknown place"
	}
	name, _, _ := strings.Cut(lines[i+2], "(")
	return name
}

// problems says why a record cannot be written.
func (e *engine) problems(r *record.Record, draft mapping.Draft) []string {
	var problems []string
	for _, target := range draft.Require {
		if !r.Has(target) {
			problems = append(problems, fmt.Sprintf("%s is required and has no value", target))
		}
	}
	if forbidden(r, draft) {
		problems = append(problems, "personal data: an e-mail address in "+strings.Join(personalFields(r), ", "))
	}
	for _, p := range r.Validate() {
		problems = append(problems, p.String())
	}
	return problems
}

// forbidden reports whether the mapping forbids a record to leave for what it says of persons: one that was written before is withdrawn.
func forbidden(r *record.Record, draft mapping.Draft) bool {
	return draft.PersonalData == mapping.RejectPersonalData && len(personalFields(r)) > 0
}

// selectors compiles what a mapping drops from bodies, each once. The mapping has checked them.
func (e *engine) selectors(css []string) []clean.Selector {
	var compiled []clean.Selector
	for _, text := range css {
		if text == citationPart {
			continue
		}
		known, ok := e.compiled.Load(text)
		if !ok {
			selector, err := clean.Compile(text)
			if err != nil {
				continue
			}
			known, _ = e.compiled.LoadOrStore(text, selector)
		}
		compiled = append(compiled, known.(clean.Selector))
	}
	return compiled
}
