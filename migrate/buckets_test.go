package migrate_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// generated is a site made up by a test, as a source.
type generated []*wordpress.Post

func (g generated) Site(context.Context) (*wordpress.Site, error) {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Term(wordpress.Term{ID: 1, TaxonomyID: 1, Taxonomy: "category", Name: "News", Slug: "news"})
	for _, p := range g {
		b.Post(wordpress.IndexRow{ID: p.ID, Parent: p.Parent, Type: p.Type, Status: p.Status, Name: p.Name, Title: p.Title, Protected: p.Protected})
		if p.ID%3 == 0 {
			b.Relation(p.ID, 1)
		}
	}
	return b.Build(), nil
}

func (g generated) Heads(context.Context) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		for _, p := range g {
			if !yield(p.Head(), nil) {
				return
			}
		}
	}
}

func (g generated) Posts(_ context.Context, want func(wordpress.Head) bool) iter.Seq2[*wordpress.Post, error] {
	return func(yield func(*wordpress.Post, error) bool) {
		for _, p := range g {
			if want(p.Head()) && !yield(p, nil) {
				return
			}
		}
	}
}

func (g generated) Meta(_ context.Context, keys wordpress.KeyPatterns) iter.Seq2[wordpress.MetaOf, error] {
	return func(yield func(wordpress.MetaOf, error) bool) {
		for _, p := range g {
			of := wordpress.MetaOf{Post: p.ID}
			for _, m := range p.Meta {
				if keys.Match(m.Key) {
					of.Meta = append(of.Meta, m)
				}
			}
			if of.Meta != nil && !yield(of, nil) {
				return
			}
		}
	}
}

func (generated) Complete() bool { return true }
func (generated) Close() error   { return nil }

func (g generated) Digests(_ context.Context, want func(wordpress.Head) bool) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		for _, p := range g {
			h := p.Head()
			h.Digest = sha256.Sum256(fmt.Appendf(nil, "%#v", *p))
			if want(p.Head()) && !yield(h, nil) {
				return
			}
		}
	}
}

// Types and statuses that sites have: public, internal, private, of plugins, and what no one knows.
var (
	someTypes = []string{"post", "page", "attachment", "revision", "nav_menu_item", "user_request", "shop_order", "wp_block", "tribe_events", "reply", "topic", "forum",
		"dossier", "Публикация", "two words", "", "acf-field", "flamingo_inbound"}
	someStatuses = []string{"publish", "draft", "private", "pending", "future", "trash", "auto-draft", "inherit", "wc-completed", "request-pending", "", "Publish"}
)

func drawSite(t *rapid.T) generated {
	var site generated
	id := int64(0)
	for range rapid.IntRange(1, 40).Draw(t, "posts") {
		id += rapid.Int64Range(1, 5).Draw(t, "gap")
		status := "publish"
		if rapid.Bool().Draw(t, "other status") {
			status = rapid.SampledFrom(someStatuses).Draw(t, "status")
		}
		site = append(site, &wordpress.Post{ID: id, Type: rapid.SampledFrom(someTypes).Draw(t, "type"), Status: status, Protected: rapid.IntRange(0, 4).Draw(t, "password") == 0,
			Parent: rapid.Int64Range(0, 60).Draw(t, "parent"), Name: rapid.SampledFrom([]string{"", "a", "A", "b", "%d0%b0"}).Draw(t, "slug"),
			Title: rapid.SampledFrom([]string{"", " ", "One", "Two"}).Draw(t, "title"), Content: rapid.SampledFrom([]string{"", "<p>Text</p>", "[form]", "<!-- wp:x -->"}).Draw(t, "content"),
			Date: "2020-01-02 03:04:05", DateGMT: "2020-01-02 03:04:05"})
	}
	if !slices.ContainsFunc(site, func(p *wordpress.Post) bool { return p.Type != "revision" }) {
		site[0].Type = "post" // a guard stops what holds nothing but revisions
	}
	return site
}

// drawMapping takes some types by some rules, leaves some out, and is silent on the rest.
func drawMapping(t *rapid.T) string {
	quoted := func(of []string, what string) string {
		var names []string
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(of), 1, 3, rapid.ID).Draw(t, what) {
			if name != "" && name != "attachment" && name != "user_request" {
				names = append(names, fmt.Sprintf("%q", name))
			}
		}
		if len(names) == 0 {
			return "[post]"
		}
		return "[" + strings.Join(names, ", ") + "]"
	}
	text := "version: 1\nrecords:\n"
	for n := range rapid.IntRange(1, 3).Draw(t, "kinds") {
		text += fmt.Sprintf("  kind%d:\n    from: [{post_type: %s%s}]\n", n, quoted(someTypes, "types"),
			rapid.SampledFrom([]string{"", ", where: {category: news}", ", not: {category: news}", ", where: {title: one}"}).Draw(t, "condition"))
		text += rapid.SampledFrom([]string{"", "    require: [title]\n", "    protected: take\n", "    statuses: [publish, draft, private]\n", "    require: [body]\n"}).Draw(t, "rest")
	}
	if rapid.Bool().Draw(t, "any") {
		text += "  \"*\": {from: {post_type: public}}\n"
	}
	if rapid.Bool().Draw(t, "excludes") {
		text += fmt.Sprintf("exclude: [{post_type: %s%s, because: so}]\n", quoted(someTypes, "left out"), rapid.SampledFrom([]string{"", ", where: {category: news}"}).Draw(t, "where"))
	}
	return text + "unmapped: " + rapid.SampledFrom([]string{"report", "take", "fail"}).Draw(t, "unmapped") + "\n"
}

// TestBucketsAddUp holds for any site and any mapping: each row is in exactly one of the five buckets; and after a
// migration nothing is left to change.
func TestBucketsAddUp(t *testing.T) {
	seen := map[report.Disposition]int{}
	rapid.Check(t, func(t *rapid.T) {
		site, text := drawSite(t), drawMapping(t)
		rules, err := mapping.Parse("mapping.yaml", []byte(text), migrate.Vocabulary())
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		files := output.NewMemory()
		options := migrate.Options{Mapping: rules, Jobs: 2, KeepRows: true, KeepChanges: true, MaxRemove: migrate.Limit{Percent: 10}}
		result, err := migrate.Migrate(context.Background(), site, output.New(files, output.Options{}), options)
		if err != nil {
			t.Fatal(err)
		}
		checkRows(t, site, result)
		for _, d := range report.Dispositions() {
			seen[d] += result.Bucket(d)
		}
		again, err := migrate.Migrate(context.Background(), site, output.New(output.NewReadOnly(files), output.Options{}), options)
		if err != nil {
			t.Fatal(err)
		}
		if again.Records.Changes() || len(again.Changes) > 0 || !reflect.DeepEqual(again.Rows, result.Rows) {
			t.Errorf("the second run would do this: %+v", again.Changes)
		}
	})
	for _, d := range report.Dispositions() {
		if seen[d] == 0 {
			t.Errorf("no site had a row that is %s", d)
		}
	}
}

// checkRows holds the report's buckets, post types and list of rows against the rows that there are.
func checkRows(t *rapid.T, site generated, r *report.Report) {
	total, inTypes, records := 0, 0, 0
	for _, d := range report.Dispositions() {
		total += r.Bucket(d)
	}
	for _, pt := range r.PostTypes() {
		inTypes += pt.Rows
	}
	if total != len(site) || inTypes != len(site) || r.Total() != len(site) || len(r.Rows) != len(site) {
		t.Fatalf("%d rows: %d in the buckets, %d in the post types, %d in all, %d listed", len(site), total, inTypes, r.Total(), len(r.Rows))
	}
	for i, row := range r.Rows {
		p := site[i]
		if row.PostID != p.ID || row.PostType != p.Type || row.Status != p.Status {
			t.Errorf("row %d is listed as %+v", p.ID, row)
		}
		if !slices.Contains(report.Dispositions(), row.Disposition) || row.Reason == "" {
			t.Errorf("a row without a place or a reason: %+v", row)
		}
		if (row.Disposition == report.Migrate) != (len(row.RecordIDs) > 0) || (row.Disposition == report.Media) && p.Type != "attachment" {
			t.Errorf("a row in the wrong bucket: %+v", row)
		}
		records += len(row.RecordIDs)
	}
	if n := r.Records.Create; n != records || len(r.Rejected) != r.Bucket(report.Reject) {
		t.Errorf("%d records were made of rows that name %d; %d rejected rows, %d listed", n, records, r.Bucket(report.Reject), len(r.Rejected))
	}
	for _, f := range r.Fields() {
		if f.Filled+f.Empty+f.Invalid != f.Of {
			t.Errorf("%+v does not add up", f)
		}
	}
}
