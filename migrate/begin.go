package migrate

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"

	"wp2pub/mapping"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// newEngine starts a run that has read nothing yet.
func newEngine(options Options) *engine {
	if options.Jobs < 1 {
		options.Jobs = runtime.GOMAXPROCS(0)
	}
	return &engine{options: options, rejected: map[int64]bool{}, withheld: map[int64]string{}, kinds: map[string]string{}, updated: map[string]bool{}, decided: map[int]bool{}, taken: map[string]bool{},
		expected: byPost(options.Mapping.Expectations()),
		report:   &report.Report{KeepRows: options.KeepRows, KeepChanges: options.KeepChanges, KeepRecords: options.KeepRecords}}
}

// begin reads the site and sorts its rows, unless all is known to be as it was, and begins a run of the output.
func (e *engine) begin(ctx context.Context, source Source, output Output, recalled *recalled) (Run, error) {
	err := e.takeOver(ctx, source, recalled)
	if err == nil && e.before == nil {
		err = e.readAll(ctx, source)
	}
	if err != nil {
		return nil, err
	}
	options := e.options
	return output.Begin(ctx, Plan{
		Site: options.SiteID, Home: e.home, Moved: options.Moved, Posts: e.posts, Content: e.content, Files: e.files, Tables: e.tables, MissingRules: e.lacking, AnyTables: options.AnyTables,
		Compare: options.KeepChanges, Prune: options.Prune, Withdraw: source.Complete(), MaxRemove: options.MaxRemove,
		Overwrite: options.Overwrite, AddSite: options.AddSite, Fate: e.fate, Settled: e.finishExports,
		Ended: func(summary Summary, err error) error { return e.ended(ctx, source, summary, err) },
	})
}

// readAll reads the site and sorts its rows.
func (e *engine) readAll(ctx context.Context, source Source) error {
	e.before, e.posts, e.content, e.files = nil, 0, 0, 0
	if err := e.open(ctx, source); err != nil {
		return err
	}
	return e.sort(ctx, source)
}

// open reads the site, and settles what options leave open.
func (e *engine) open(ctx context.Context, source Source) (err error) {
	if e.site, err = source.Site(ctx); err != nil {
		return err
	}
	e.tables, e.lacking = e.site.Filled(), e.site.MissingRules()
	e.name(e.site.View().Setup().ID, e.site.Warnings)
	err = e.settle(ctx, source)
	e.expected = byPost(e.options.Mapping.Expectations())
	return err
}

// name takes down the site's name, unless the options have another, and what its source says of itself.
func (e *engine) name(site string, noted []string) {
	e.home = site
	e.options.SiteID = cmp.Or(e.options.SiteID, e.options.Mapping.Site(), site)
	told := e.report.Site != ""
	e.report.Site, e.report.Noted = e.options.SiteID, slices.Clone(noted)
	if e.options.Noted != nil && !told {
		e.options.Noted(noted)
	}
}

// openToMake starts a run of those who make records at once.
func openToMake(ctx context.Context, source Source, options Options) (*engine, error) {
	e := newEngine(options)
	if err := e.open(ctx, source); err != nil {
		return e, err
	}
	return e, e.learn(ctx, source)
}

// sort puts every row that its head decides into its bucket, and counts those to be looked at.
func (e *engine) sort(ctx context.Context, source Source) error {
	decide := e.decider()
	for head, err := range source.Heads(ctx) {
		if err != nil {
			return err
		}
		if head.Type != "revision" {
			e.posts++
		}
		typ := e.site.PostType(head.Type)
		switch {
		case head.Status == "trash", head.Status == "auto-draft", head.Type == "revision":
		case head.Type == "attachment":
			e.files++
		case typ.Class == wordpress.Content, typ.Class == wordpress.Unknown:
			e.content++
		}
		if decision := decide(head); !decision.Read {
			e.account(made{label: typ.Label, entry: decision.Entry, row: headRow(head, decision)})
		} else {
			e.wanted++
		}
	}
	return nil
}

// headRow is the row of a post that its head decided.
func headRow(head wordpress.Head, d mapping.Decision) report.Row {
	return report.Row{PostID: head.ID, PostType: head.Type, Status: head.Status, Disposition: report.Disposition(d.Disposition), Internal: d.Internal, Reason: d.Reason}
}

// decide says what the head of a row makes of it. A post that is hidden with another counts as having its status.
func (e *engine) decide(head wordpress.Head) mapping.Decision {
	return e.decideUnder(head, e.site.HiddenBy(head.ID, head.Type))
}

// decider is decide for one goroutine, and quick where one head is like the one before it.
func (e *engine) decider() func(wordpress.Head) mapping.Decision {
	var last wordpress.Head
	var decision mapping.Decision
	decided := false
	return func(head wordpress.Head) mapping.Decision {
		above := e.site.HiddenBy(head.ID, head.Type)
		if above != nil || e.site.Restricted(head.ID) != "" {
			return e.decideUnder(head, above)
		}
		if !decided || head.Type != last.Type || head.Status != last.Status || head.Protected != last.Protected {
			last, decision, decided = head, e.decideUnder(head, nil), true
		}
		return decision
	}
}

// decideUnder is decide for a post that is hidden with this one, if it is not nil.
func (e *engine) decideUnder(head wordpress.Head, above *wordpress.Entry) mapping.Decision {
	typ, restricted := e.site.PostType(head.Type), e.site.Restricted(head.ID)
	if above != nil && head.Status == "publish" {
		head.Status, head.Protected = above.Status, head.Protected || above.Protected
		restricted = cmp.Or(restricted, e.site.Restricted(above.ID))
	}
	decision := e.options.Mapping.Decide(mapping.Head{PostType: head.Type, Status: head.Status, Protected: head.Protected, Restricted: restricted,
		Class: mapping.Class(typ.Class.String()), Kind: typ.Kind, Reason: typ.Reason})
	if above != nil && decision.Withheld {
		decision.Reason = fmt.Sprintf("hidden with the %s %d that it belongs to: %s", above.Type, above.ID, decision.Reason)
	}
	return decision
}
