package migrate

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/record"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// Test makes the records of the posts that the mapping states expectations of, and no others, and compares them. It
// writes nothing.
func Test(ctx context.Context, source Source, options Options) (*report.Expectations, error) {
	e, err := openToMake(ctx, source, options)
	if err != nil {
		return nil, err
	}
	if err := e.sort(ctx, source); err != nil {
		return nil, err
	}
	wanted := func(h wordpress.Head) bool { return e.expected[h.ID] != nil && e.decide(h).Read }
	err = inOrder(ctx, source.Posts(ctx, wanted), e.options.Jobs, e.make, func(m made) error {
		e.account(m)
		return nil
	})
	if err != nil {
		return nil, err
	}
	e.judgeExpectations()
	return e.report.Expectations, nil
}

// anyKind is how a mapping calls the kind of each post's own name.
const anyKind = "*"

// fills reports whether an assignment to one target fills another, being an object that holds it.
func fills(target, other string) bool { return target == other || strings.HasPrefix(other, target+".") }

// expected is one expectation of a mapping, and what came of it.
type expected struct {
	mapping.Expectation
	misses []report.Miss
	looked bool
}

// byPost puts expectations in order of posts.
func byPost(stated []mapping.Expectation) map[int64][]*expected {
	posts := map[int64][]*expected{}
	for _, x := range stated {
		posts[x.Post] = append(posts[x.Post], &expected{Expectation: x})
	}
	return posts
}

// compare holds what was made of a post against each expectation of it.
func (e *engine) compare(m made, drafts []mapping.Draft) [][]report.Miss {
	var misses [][]report.Miss
	for _, x := range e.expected[m.row.PostID] {
		misses = append(misses, m.missing(x.Expectation, drafts))
	}
	return misses
}

// missing lists what does not hold of one expectation.
func (m *made) missing(x mapping.Expectation, drafts []mapping.Draft) []report.Miss {
	switch {
	case len(m.records) == 0:
		return []report.Miss{unmade(x, fmt.Sprintf("it makes no record: %s: %s", m.row.Disposition, m.row.Reason))}
	case x.Kind != anyKind && x.Kind != m.kind:
		return []report.Miss{unmade(x, "it becomes a record of the kind "+m.kind)}
	}
	if x.Key == "" {
		return compare(x, m.records[0].record, drafts[0])
	}
	var keys []string
	for i, f := range m.records {
		_, key, several := strings.Cut(f.record.ID, "#")
		if several && key == x.Key {
			return compare(x, f.record, drafts[i])
		}
		if several {
			keys = append(keys, strconv.Quote(key))
		}
	}
	return []report.Miss{unmade(x, fmt.Sprintf("none of its records has the key %q; %s", x.Key, keysThere(keys)))}
}

// keysThere says which keys the records of a post have.
func keysThere(keys []string) string {
	const most = 10
	switch n := len(keys); {
	case n == 0:
		return "it makes one record, which needs none"
	case n == 1:
		return "the first needs none, the other has " + keys[0]
	case n > most:
		keys = append(keys[:most:most], fmt.Sprintf("and %d more", n-most))
	}
	return "the first needs none, the others have " + strings.Join(keys, ", ")
}

func compare(x mapping.Expectation, r *record.Record, draft mapping.Draft) []report.Miss {
	var misses []report.Miss
	for _, field := range x.Fields {
		value := r.Value(field.Target)
		if field.HeldBy(value) {
			continue
		}
		miss := report.Miss{Place: field.Place, Post: x.Post, Kind: x.Kind, Targets: []string{field.Target}, Expected: record.Flow(field.Value), Got: record.Flow(value)}
		if i := slices.IndexFunc(draft.Assignments, func(a mapping.Assignment) bool { return fills(a.Target, field.Target) }); i >= 0 {
			from := origin(draft.Assignments[i])
			miss.Origin, miss.Tried = from.Origin, from.Tried
		}
		misses = append(misses, miss)
	}
	return misses
}

// unmade is the miss of everything that is expected of a post, for one reason.
func unmade(x mapping.Expectation, reason string) report.Miss {
	miss := report.Miss{Place: x.Place, Post: x.Post, Kind: x.Kind, Reason: reason}
	for _, field := range x.Fields {
		miss.Targets = append(miss.Targets, field.Target)
	}
	return miss
}

// expectationsOf says how what is expected of one post held; nil: nothing is.
func (e *engine) expectationsOf(m made, drafts []mapping.Draft) *report.Expectations {
	if e.expected[m.row.PostID] == nil {
		return nil
	}
	e.note(m.row.PostID, e.compare(m, drafts))
	return sumUp(e.expected[m.row.PostID])
}

// judge notes what became of a post that something is expected of.
func (e *engine) judge(m made) {
	if len(m.records) == 0 {
		m.misses = e.compare(m, nil)
	}
	e.note(m.row.PostID, m.misses)
}

// note keeps what came of each expectation of a post.
func (e *engine) note(post int64, misses [][]report.Miss) {
	for i, x := range e.expected[post] {
		x.looked, x.misses = true, misses[i]
	}
}

// judgeExpectations reports how what the mapping expects held.
func (e *engine) judgeExpectations() {
	if len(e.expected) == 0 {
		return
	}
	var all []*expected
	next := map[int64]int{}
	for _, x := range e.options.Mapping.Expectations() { // their order is that of the mapping
		all = append(all, e.expected[x.Post][next[x.Post]])
		next[x.Post]++
	}
	e.report.Expectations = sumUp(all)
}

// sumUp counts what held, and lists what did not.
func sumUp(all []*expected) *report.Expectations {
	sum := &report.Expectations{Failed: []report.Miss{}}
	for _, x := range all {
		sum.Expect(x.Post, max(1, len(x.Fields)))
		if !x.looked {
			x.misses = []report.Miss{unmade(x.Expectation, "there is no such post")}
		}
		for _, miss := range x.misses {
			sum.Fail(miss)
		}
	}
	return sum
}
