package migrate

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"strings"

	"golang.org/x/net/html"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// Explain says what a run would make of one post, and how: by the same decisions, assignments and passes. The post is
// named by its ID or, if it is public, by its slug or address. Of a post that makes no record it gives the decision only,
// and never reads the text of one that may not leave because of its head.
func Explain(ctx context.Context, source Source, name string, options Options) (*report.Explanation, error) {
	e, err := openToMake(ctx, source, options)
	if err != nil {
		return nil, err
	}
	id, err := e.postNamed(name)
	if err != nil {
		return nil, err
	}
	head, err := e.head(ctx, source, id)
	if err != nil {
		return nil, err
	}
	if d := e.decide(head); !d.Read {
		return &report.Explanation{Rule: d.Rule, Row: headRow(head, d)}, nil
	}
	for post, err := range source.Posts(ctx, func(h wordpress.Head) bool { return h.ID == id }) {
		if err != nil {
			return nil, err
		}
		return e.explain(post)
	}
	return nil, fmt.Errorf("the source gave no post %d, whose row it has: it changed while it was read; run again", id)
}

// head finds the row of a post.
func (e *engine) head(ctx context.Context, source Source, id int64) (wordpress.Head, error) {
	var below, above wordpress.Head
	for head, err := range source.Heads(ctx) {
		switch {
		case err != nil:
			return head, err
		case head.ID == id:
			return head, nil
		case head.ID < id:
			below = head
		case above.ID == 0:
			above = head
		}
	}
	var near []string
	for _, h := range []wordpress.Head{below, above} {
		if h.ID != 0 {
			near = append(near, fmt.Sprintf("%d (%s)", h.ID, h.Type))
		}
	}
	if near == nil {
		near = []string{"none, the posts table is empty"}
	}
	return wordpress.Head{}, fmt.Errorf("there is no post %d in %s; the nearest: %s. wp2pub plan SOURCE --format json --rows lists them all",
		id, e.options.SiteID, strings.Join(near, ", "))
}

// explain makes the records of a post and keeps how.
func (e *engine) explain(post *wordpress.Post) (x *report.Explanation, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("wp2pub failed on the post %d: %v (%s)", post.ID, fault, place(debug.Stack()))
		}
	}()
	it := newItem(post, e)
	it.watched = everyStep
	outcome, err := e.options.Mapping.Apply(it)
	if err != nil {
		return nil, err
	}
	x = &report.Explanation{Rule: outcome.Rule, Row: report.Row{
		PostID: post.ID, PostType: post.Type, Status: post.Status, Disposition: report.Disposition(outcome.Disposition), Reason: outcome.Reason}}
	if reason := doubled(outcome.Drafts); reason != "" {
		x.Disposition, x.Reason = report.Reject, reason
	}
	whole := made{row: x.Row}
	for i, draft := range outcome.Drafts {
		r, _ := e.assemble(it, outcome.Drafts, i)
		made := report.Explained{Record: r, Row: shownRow(draft, i+1), Problems: e.problems(r, draft)}
		for _, a := range draft.Assignments {
			made.Fields = append(made.Fields, origin(a))
		}
		if len(draft.Body.Formats) > 0 {
			made.Steps = it.of(draft).pageOf(draft).steps
		}
		if len(made.Problems) > 0 {
			x.Disposition, x.Reason = report.Reject, strings.Join(made.Problems, "; ")
		} else {
			x.RecordIDs = append(x.RecordIDs, r.ID)
		}
		x.Records = append(x.Records, made)
		whole.kind, whole.records = draft.Kind, append(whole.records, finished{record: r})
	}
	if x.Disposition == report.Reject {
		x.RecordIDs = nil // all records of a post are written, or none
	}
	x.Expectations = e.expectationsOf(whole, outcome.Drafts)
	return x, nil
}

// origin says where the value of an assignment comes from.
func origin(a mapping.Assignment) report.Origin {
	o := report.Origin{Target: a.Target, Origin: a.Origin}
	if a.Value != nil {
		o.Value = cmp.Or(shorten(textOf(a.Value)), size(a.Value))
	}
	for _, t := range a.Tried {
		attempt := report.Attempt{Origin: t.Origin}
		if t.Err != nil {
			attempt.Reason = t.Err.Error()
		}
		o.Tried = append(o.Tried, attempt)
	}
	return o
}

// size says how much there is of a value that has no words of its own.
func size(v mapping.Value) string {
	if list, ok := v.([]mapping.Value); ok && len(list) != 1 {
		return fmt.Sprintf("(%d values)", len(list))
	}
	return "(1 value)"
}

// watching says which steps towards a body are noted.
type watching int

const (
	noStep watching = iota
	rendering
	everyStep
)

// watcher notes what each step makes of a body. A nil watcher notes nothing.
type watcher struct {
	steps watching
	log   *finding.Log
	found int // findings of the steps before
	step  report.Step
	noted []report.Step
}

// watch begins to note what is done to the content of a post.
func watch(steps watching, log *finding.Log, content string) *watcher {
	w := &watcher{steps: steps, log: log}
	w.step.Before = content
	log.Witness = func(_ string, loss finding.Loss, _ string) { w.step.Lose(loss) }
	return w
}

// rendered notes the tree of the page.
func (w *watcher) rendered(root *html.Node) {
	if w != nil {
		w.done("render", w.step.Before, clean.HTML(root))
	}
}

// observer is what notes each pass of cleaning; nil: nobody asked.
func (w *watcher) observer() func(pass, before, after string) {
	if w == nil || w.steps != everyStep {
		return nil
	}
	return w.done
}

// done ends a step.
func (w *watcher) done(name, before, after string) {
	w.step.Name, w.step.Before, w.step.After = name, before, after
	w.step.Findings = append(w.step.Findings, w.log.Findings()[w.found:]...)
	w.noted, w.step, w.found = append(w.noted, w.step), report.Step{}, len(w.log.Findings())
}

func (w *watcher) all() []report.Step {
	if w == nil {
		return nil
	}
	return w.noted
}
