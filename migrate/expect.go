package migrate

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/record"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// Test makes the records of the posts that the mapping states expectations of, and no others, and compares them. It
// writes nothing.
func Test(ctx context.Context, source Source, options Options) (*report.Expectations, error) {
	e, err := open(ctx, source, options)
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

// expected is what a mapping expects of one post, and what came of it.
type expected struct {
	of     []mapping.Expectation
	misses []report.Miss
	looked bool
}

// expectations puts what a mapping expects in order of posts.
func expectations(rules *mapping.Mapping) map[int64]*expected {
	posts := map[int64]*expected{}
	for _, x := range rules.Expectations() {
		if posts[x.Post] == nil {
			posts[x.Post] = &expected{}
		}
		posts[x.Post].of = append(posts[x.Post].of, x)
	}
	return posts
}

// compare holds what was made of a post against what is expected of it.
func (e *engine) compare(m made, drafts []mapping.Draft) []report.Miss {
	post := e.expected[m.row.PostID]
	if post == nil {
		return nil
	}
	var misses []report.Miss
	for _, x := range post.of {
		isKind := len(m.records) > 0 && (x.Kind == anyKind || x.Kind == m.kind)
		at := slices.IndexFunc(m.records, func(f finished) bool {
			_, key, _ := strings.Cut(f.record.ID, "#")
			return x.Key == "" || x.Key == key
		})
		switch {
		case isKind && at >= 0:
			misses = append(misses, compare(x, m.records[at].record, drafts[at])...)
		case isKind:
			misses = append(misses, unmade(x, fmt.Sprintf("none of its %d records has the key %q", len(m.records), x.Key)))
		case len(m.records) > 0:
			misses = append(misses, unmade(x, "it becomes a record of the kind "+m.kind))
		default:
			misses = append(misses, unmade(x, fmt.Sprintf("it makes no record: %s: %s", m.row.Disposition, m.row.Reason)))
		}
	}
	return misses
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
	post := e.expected[m.row.PostID]
	if post == nil {
		return nil
	}
	sum := &report.Expectations{Failed: []report.Miss{}}
	for _, x := range post.of {
		sum.Expect(max(1, len(x.Fields)))
	}
	for _, miss := range e.compare(m, drafts) {
		sum.Fail(miss)
	}
	return sum
}

// judge notes what became of a post that something is expected of.
func (e *engine) judge(m made) {
	post := e.expected[m.row.PostID]
	if post == nil {
		return
	}
	post.looked, post.misses = true, m.misses
	if len(m.records) == 0 {
		post.misses = e.compare(m, nil)
	}
}

// judgeExpectations reports how what the mapping expects held.
func (e *engine) judgeExpectations() {
	if len(e.expected) == 0 {
		return
	}
	sum := &report.Expectations{Failed: []report.Miss{}}
	for _, x := range e.options.Mapping.Expectations() {
		sum.Expect(max(1, len(x.Fields)))
		post := e.expected[x.Post]
		if !post.looked {
			post.looked = true
			for _, x := range post.of {
				post.misses = append(post.misses, unmade(x, "there is no such post"))
			}
		}
		for _, miss := range post.misses {
			if miss.Kind == x.Kind { // two kinds may expect something of one post
				sum.Fail(miss)
			}
		}
	}
	e.report.Expectations = sum
}
