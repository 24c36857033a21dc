package mapping

import (
	"strings"
	"testing"
)

const decideMapping = `
version: 1
records:
  publication:
    from:
      - {post_type: post, where: {category: publications}}
      - {post_type: publication}
      - {post_type: wp_block}
  draft:
    from: {post_type: essay}
    statuses: [publish, draft]
    protected: take
  "*": {from: {post_type: public}}
exclude:
  - {post_type: note, because: notes of a plugin}
  - {post_type: page, where: {slug: login}, because: for editors}
  - {where: {meta.hide: 1}}
`

// TestExcludedFilesAreContent holds that files which a mapping leaves out do not count as what the site keeps for itself.
func TestExcludedFilesAreContent(t *testing.T) {
	m := parsed(t, "version: 1\nrecords:\n  post: {from: [{post_type: post}]}\nexclude:\n  - {post_type: attachment, because: no files}\n")
	if d := m.Decide(Head{PostType: "attachment", Status: "inherit", Class: Internal}); d.Disposition != Exclude || d.Internal {
		t.Errorf("%+v", d)
	}
}

func TestDecide(t *testing.T) {
	m := parsed(t, decideMapping)
	read := Decision{Read: true}
	for _, c := range []struct {
		name string
		head Head
		want Decision
	}{
		{"named", Head{PostType: "publication", Status: "publish", Class: Content}, read},
		{"conditions", Head{PostType: "post", Status: "publish", Class: Content}, read},
		{"public", Head{PostType: "recipe", Status: "publish", Class: Content}, read},
		{"internal, but named", Head{PostType: "wp_block", Status: "publish", Class: Internal}, read},
		{"draft", Head{PostType: "post", Status: "draft", Class: Content},
			Decision{Disposition: Exclude, Reason: "status draft", Withheld: true}},
		{"trash", Head{PostType: "recipe", Status: "trash", Class: Content},
			Decision{Disposition: Exclude, Reason: "status trash", Withheld: true}},
		{"password", Head{PostType: "post", Status: "publish", Protected: true, Class: Content},
			Decision{Disposition: Exclude, Reason: "protected by a password", Withheld: true}},
		{"statuses of the kind", Head{PostType: "essay", Status: "draft", Protected: true, Class: Content}, read},
		{"statuses of the kind have an end", Head{PostType: "essay", Status: "private", Class: Content},
			Decision{Disposition: Exclude, Reason: "status private", Withheld: true}},
		{"attachment", Head{PostType: "attachment", Status: "inherit", Class: Internal},
			Decision{Disposition: Media, Reason: "attachment: its file comes along with the records that show it"}},
		{"internal", Head{PostType: "revision", Status: "inherit", Class: Internal, Reason: "internal post type of WordPress"},
			Decision{Disposition: Exclude, Reason: "internal post type of WordPress", Internal: true, Withheld: true}},
		{"internal without a reason", Head{PostType: "x", Status: "publish", Class: Internal},
			Decision{Disposition: Exclude, Reason: "internal post type of WordPress", Internal: true}},
		{"private", Head{PostType: "shop_order", Status: "publish", Class: Private, Reason: "orders"},
			Decision{Disposition: Exclude, Reason: "orders", Internal: true, Withheld: true}},
		{"user_request, whatever it is called", Head{PostType: "user_request", Status: "publish", Class: Content},
			Decision{Disposition: Exclude, Reason: "private post type: its rows are about persons", Internal: true, Withheld: true}},
		{"unknown", Head{PostType: "strange", Status: "publish", Class: Unknown},
			Decision{Disposition: Unmapped, Reason: "nothing is known of the post type strange, and no rule of the mapping speaks of it"}},
		{"unknown draft", Head{PostType: "strange", Status: "draft", Class: "", Reason: "of no known plugin"},
			Decision{Disposition: Unmapped, Reason: "of no known plugin", Withheld: true}},
		{"excluded", Head{PostType: "note", Status: "publish", Class: Unknown},
			Decision{Disposition: Exclude, Rule: "exclude (mapping.yaml:15)", Reason: "notes of a plugin", Entry: 1}},
		{"excluded, and internal", Head{PostType: "note", Status: "publish", Class: Internal},
			Decision{Disposition: Exclude, Rule: "exclude (mapping.yaml:15)", Reason: "notes of a plugin", Entry: 1, Internal: true}},
		{"excluded draft", Head{PostType: "note", Status: "draft", Class: Unknown},
			Decision{Disposition: Exclude, Rule: "exclude (mapping.yaml:15)", Reason: "notes of a plugin", Entry: 1, Withheld: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := m.Decide(c.head); got != c.want {
				t.Errorf("%+v\nwanted\n%+v", got, c.want)
			}
		})
	}
}

func TestApplyDisposition(t *testing.T) {
	m := parsed(t, decideMapping)
	for _, c := range []struct {
		name, item  string
		disposition Disposition
		kind        string
		reason      string
	}{
		{"category", "{post_type: post, status: publish, class: content, within: {category: [publications]}}", Migrate, "publication", "taken by the rule for publication (mapping.yaml:6)"},
		{"the others", "{post_type: post, status: publish, class: content}", Migrate, "post", "taken by the rule for * (mapping.yaml:13)"},
		{"kind of the type", "{post_type: ai1ec_event, status: publish, class: content, kind: event}", Migrate, "event", "taken by the rule for *"},
		{"condition of exclude", "{post_type: page, status: publish, class: content, slug: login}", Exclude, "", "for editors"},
		{"exclude of any type", "{post_type: post, status: publish, class: content, meta: {hide: \"1\"}}", Exclude, "", "excluded by the mapping (mapping.yaml:17)"},
		{"head alone", "{post_type: post, status: publish, class: content, protected: true}", Exclude, "", "protected by a password"},
		{"password that the kind takes", "{post_type: essay, status: draft, class: content, protected: true}", Migrate, "draft", "taken by the rule for draft"},
		{"password stored as a number is no yes", "{post_type: post, status: publish, class: content, protected: 0}", Migrate, "post", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			outcome, err := m.Apply(itemOf(t, c.item))
			if err != nil {
				t.Fatal(err)
			}
			kind := ""
			if len(outcome.Drafts) > 0 {
				kind = outcome.Drafts[0].Kind
			}
			if outcome.Disposition != c.disposition || kind != c.kind || !strings.HasPrefix(outcome.Reason, c.reason) {
				t.Errorf("%s as %q: %s", outcome.Disposition, kind, outcome.Reason)
			}
		})
	}
}

func TestNoRuleTakes(t *testing.T) {
	m := parsed(t, "records:\n  publication:\n    from: {post_type: post, where: {category: [a, b]}, not: {meta.x: {exists: true}}}\n")
	outcome, err := m.Apply(itemOf(t, "{post_type: post, status: publish, class: content}"))
	want := "no rule of the mapping takes it: the rules for the post type post ask for category: a or b, not meta.x has a value (mapping.yaml:3)"
	if err != nil || outcome.Disposition != Exclude || outcome.Reason != want || outcome.Withheld {
		t.Errorf("%+v, %v", outcome, err)
	}
	if d := m.Decide(Head{PostType: "page", Status: "publish", Class: Content}); d.Disposition != Unmapped || d.Reason != "no rule of the mapping speaks of the post type page" {
		t.Errorf("%+v", d)
	}
}

// TestNameWithPartsExists holds that a name of the post stands for itself in a condition, and not for a taxonomy.
func TestNameWithPartsExists(t *testing.T) {
	m := parsed(t, "records: {paper: {from: {post_type: post, where: {citations: {exists: true}}}}}")
	for post, want := range map[string]Disposition{
		"{post_type: post, status: publish, class: content, citations: [{title: A}]}":         Migrate,
		"{post_type: post, status: publish, class: content, within: {citations: [a]}}":        Exclude,
		"{post_type: post, status: publish, class: content, citations: [], citation: {a: b}}": Exclude,
	} {
		if outcome, err := m.Apply(itemOf(t, post)); err != nil || outcome.Disposition != want {
			t.Errorf("%s: %s, %v", post, outcome.Disposition, err)
		}
	}
}

func TestStatusesOfTheRuleThatTakesIt(t *testing.T) {
	m := parsed(t, "records:\n  publication: {from: {post_type: post, where: {category: a}}}\n  news: {from: {post_type: post}, statuses: [publish, draft]}\n")
	publication := "{post_type: post, status: draft, class: content, within: {category: [a]}}"
	if outcome, err := m.Apply(itemOf(t, publication)); err != nil || outcome.Disposition != Exclude || !outcome.Withheld || outcome.Reason != "status draft" {
		t.Errorf("a draft that the first rule takes left by the second: %+v, %v", outcome, err)
	}
	if outcome, err := m.Apply(itemOf(t, "{post_type: post, status: draft, class: content}")); err != nil || outcome.Disposition != Migrate {
		t.Errorf("%+v, %v", outcome, err)
	}
}

func TestUnmappedTake(t *testing.T) {
	strange := Head{PostType: "strange", Status: "publish", Class: Unknown}
	page := Head{PostType: "page", Status: "publish", Class: Content}
	post := "{post_type: post, status: publish, class: content, title: T}"
	taking := parsed(t, "unmapped: take\nrecords: {publication: {from: {post_type: post, where: {category: a}}}}")
	if taking.Unmapped() != Take || !taking.Decide(strange).Read || !taking.Decide(page).Read {
		t.Error("take takes neither what is not known nor what no rule speaks of")
	}
	if outcome, _ := taking.Apply(itemOf(t, post)); outcome.Disposition != Exclude {
		t.Errorf("take takes what a rule speaks of and does not want: %+v", outcome)
	}
	outcome, err := taking.Apply(itemOf(t, "{post_type: strange, status: publish, class: unknown, title: T}"))
	if err != nil || outcome.Disposition != Migrate || outcome.Drafts[0].Kind != "strange" {
		t.Errorf("%+v, %v", outcome, err)
	}
	for _, policy := range []Policy{Report, Fail} {
		if other := taking.WithUnmapped(policy); other.Decide(strange).Read || other.Digest() == taking.Digest() {
			t.Errorf("%s takes what is not known, or has the digest of take", policy)
		}
	}
	if narrow := parsed(t, "unmapped: take\nrecords: {'*': {from: {post_type: page}}}"); !narrow.Decide(strange).Read {
		t.Error("a kind * of pages alone keeps take from taking")
	}
	own := Default(openVocabulary())
	if own.Decide(strange).Read || !own.WithUnmapped(Take).Decide(strange).Read {
		t.Error("the built-in mapping does not follow the policy")
	}
	if own.WithUnmapped(Take).Decide(Head{PostType: "revision", Status: "publish", Class: Internal}).Read {
		t.Error("take takes an internal type")
	}
}
