package mapping

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

const reference = "post_type: page\nstatus: publish\nclass: content\n"

// assigned works out the fields of a kind for an item, by target.
func assigned(t *testing.T, fields, item string) map[string]Assignment {
	t.Helper()
	m := parsed(t, "records:\n  page:\n    from: {post_type: page}\n    fields:\n      "+strings.ReplaceAll(strings.TrimSpace(fields), "\n", "\n      "))
	outcome, err := m.Apply(itemOf(t, reference+item))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]Assignment{}
	for _, a := range outcome.Drafts[0].Assignments {
		if _, twice := all[a.Target]; twice {
			t.Errorf("%s is assigned twice", a.Target)
		}
		all[a.Target] = a
	}
	return all
}

func TestOriginAndTried(t *testing.T) {
	all := assigned(t, `
issued: {first: [acf.year | number, meta.year, acf.when | date d/m/Y, date]}
publishers: {first: [acf.publisher, meta.publisher]}
regions: {all: [terms.region, meta.region, terms.post_tag]}
fields.a: {from: meta.none, default: x}
fields.b: {value: [1, 2]}
`, `
date: 2013-05-14
acf: {year: about 2012, when: 31/02/2012}
terms: {region: [Europe], post_tag: [Europe, Children]}
`)
	for _, c := range []struct{ target, value, origin, tried string }{
		{"issued", `"2013-05-14"`, "date",
			`acf.year | number: "about 2012" is no number; meta.year; acf.when | date d/m/Y: "31/02/2012" is a date that does not exist`},
		{"publishers", "<nil>", "", "acf.publisher; meta.publisher"},
		{"regions", `["Europe", "Children"]`, "terms.region, terms.post_tag", "meta.region"},
		{"fields.a", `"x"`, "default", "meta.none"},
		{"fields.b", "[1, 2]", "constant", ""},
		{"title", "<nil>", "", "title"},
	} {
		a := all[c.target]
		var tried []string
		for _, attempt := range a.Tried {
			text := attempt.Origin
			if attempt.Err != nil {
				text += ": " + attempt.Err.Error()
			}
			tried = append(tried, text)
		}
		if written(a.Value) != c.value || a.Origin != c.origin || strings.Join(tried, "; ") != c.tried {
			t.Errorf("%s: %s from %q, tried %s", c.target, written(a.Value), a.Origin, strings.Join(tried, "; "))
		}
	}
}

func TestForms(t *testing.T) {
	const item = `
title: " The title "
id: 7
acf:
  empty: [{name: ""}, {}]
  no: false
  zero: 0
  choice: {value: fr, label: Français}
  rows:
    - {name: A, files: [{url: u1}, {url: u2}], pages: "3"}
    - {name: "", files: [], pages: n/a}
    - {name: C, files: [{url: u3}]}
meta: {list: "a;b; a ;", key with space: spaced, "a.b": dotted}
terms: {region: [{slug: europe, name: Europe}, {slug: asia, name: Asia}]}
`
	for _, c := range []struct{ name, expression, want string }{
		{"a text keeps its white space", "title", `" The title "`},
		{"lists of nothing are nothing", "acf.empty", "<nil>"},
		{"false is a value", "{first: [acf.no, title]}", "false"},
		{"zero is a value", "{first: [acf.zero, title]}", "0"},
		{"quotes in names", `meta."key with space"`, `"spaced"`},
		{"single quotes, and dots", `meta.'a.b'`, `"dotted"`},
		{"paths go into lists", "acf.rows.name", `["A", "C"]`},
		{"functions go into lists", "acf.rows.name | lower", `["a", "c"]`},
		{"split of a list is one list", "{all: [meta.list, title], then: split ';'}", `["a", "b", "a", "The title"]`},
		{"all keeps each once", "{all: [meta.list | split ';', acf.choice]}", `["a", "b", {value: "fr", label: "Français"}]`},
		{"first of a list", "acf.rows.name | last", `"C"`},
		{"functions read labels", "acf.choice | upper", `"FRANÇAIS"`},
		{"functions read names", "terms.region | join ' + '", `"Europe + Asia"`},
		{"map reads values", "{from: acf.choice, map: {FR: French}}", `"French"`},
		{"map reads labels", "{from: acf.choice, map: {français: French}}", `"French"`},
		{"map keeps others", "{from: meta.list, then: split ';' | unique, map: {a: A}}", `["A", "b"]`},
		{"map drops", "{from: meta.list, then: split ';', map: {a: ~}}", `["b"]`},
		{"map of all others", "{from: id, map: {8: eight, '*': other}}", `"other"`},
		{"map may give lists", "{from: terms.region, map: {asia: [South, East]}}", `[{slug: "europe", name: "Europe"}, "South", "East"]`},
		{"only by name", "{from: terms.region, only: continents}", `[{slug: "europe", name: "Europe"}, {slug: "asia", name: "Asia"}]`},
		{"only by slug", "{from: terms.region, only: [ASIA]}", `[{slug: "asia", name: "Asia"}]`},
		{"except by name", "{from: terms.region, except: [Asia]}", `[{slug: "europe", name: "Europe"}]`},
		{"except of a list", "{from: terms.region, except: continents, default: none}", `"none"`},
		{"except of one", "{from: title, except: [other]}", `" The title "`},
		{"only before except", "{from: terms.region.name, only: [Asia, Europe], except: [europe]}", `["Asia"]`},
		{"only of one", "{from: title, only: [other], default: none}", `"none"`},
		{"object leaves out nothing", "{object: {a: title, b: acf.none, c: {value: 1}}}", `{a: " The title ", c: 1}`},
		{"each", "{each: acf.rows, object: {n: this.name, u: this.files.url, id: id}}", `[{n: "A", u: ["u1", "u2"], id: 7}, {id: 7}, {n: "C", u: ["u3"], id: 7}]`},
		{"each in each", "{each: acf.rows, object: {f: {each: this.files, from: this.url | prefix '/'}}}", `[{f: ["/u1", "/u2"]}, {f: ["/u3"]}]`},
		{"the row itself", "{each: acf.rows.files, from: this}", `[{url: "u1"}, {url: "u2"}, {url: "u3"}]`},
		{"each goes on where a row fails", "{each: acf.rows, from: this.pages | integer}", "[3]"},
		{"constants", "{value: {a: [x, 0123, 1.5, 2013-05-14, yes, true]}}", `{a: ["x", "0123", 1.5, "2013-05-14", "yes", true]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := written(assigned(t, "fields.x: "+c.expression, item)["fields.x"].Value); got != c.want {
				t.Errorf("%s gives %s, wanted %s", c.expression, got, c.want)
			}
		})
	}
}

// TestUnreadable makes sure that what cannot be read is an error, not a value that is missing.
func TestUnreadable(t *testing.T) {
	for _, text := range []string{
		"records: {page: {from: {post_type: page}, fields: {title: {first: [meta.unreadable, title]}}}}",
		"records: {page: {from: {post_type: page}, fields: {fields.x: {all: [title, meta.unreadable]}}}}",
		"records: {page: {from: {post_type: page}, fields: {fields.x: {each: meta.unreadable, from: this.x}}}}",
		"records: {page: {from: {post_type: page, where: {meta.unreadable: 1}}}}",
		"exclude: {post_type: page, not: {meta.unreadable: 1}}",
	} {
		outcome, err := parsed(t, text).Apply(itemOf(t, reference+"title: T"))
		if !errors.Is(err, errUnreadable) || !strings.Contains(err.Error(), "meta.unreadable") || outcome.Disposition != "" {
			t.Errorf("%s: %+v, %v", text, outcome, err)
		}
	}
}

func TestInheritance(t *testing.T) {
	m := parsed(t, `
version: 1
site: example.org/blog
statuses: [publish, private]
defaults: {language: {value: fr}, event: ~, fields.source: {value: blog}}
records:
  bare: {from: {post_type: post}}
  own:
    from: {post_type: page}
    statuses: [draft]
    type: report
    fields: {title: acf.title, cover: ~, fields.pages: acf.pages, authors: {each: acf.people, object: {name: this.name}}}
    body: {formats: []}
    require: [title, fields.pages, slug]
    expect: {12: {title: T, slug: t}}
`)
	for _, c := range []struct{ kind, targets, uses string }{
		{"bare", "title summary language translations cover fields.source fields downloads", "acf cover excerpt library.files title translations"},
		{"own", "title summary language translations fields.source fields.pages authors", "acf.pages acf.people acf.people.name acf.title excerpt translations"},
		{"none", "", ""},
	} {
		var uses []string
		for _, path := range m.Uses(c.kind) {
			uses = append(uses, path.String())
		}
		if targets := strings.Join(m.Targets(c.kind), " "); targets != c.targets || strings.Join(uses, " ") != c.uses {
			t.Errorf("%s fills %q, uses %q", c.kind, targets, uses)
		}
	}
	if m.Site() != "example.org/blog" || !slices.Equal(m.Kinds(), []string{"bare", "own"}) {
		t.Errorf("%s %v", m.Site(), m.Kinds())
	}
	e := m.Expectations()
	if len(e) != 1 || e[0].Kind != "own" || e[0].Post != 12 || len(e[0].Fields) != 2 || e[0].Fields[1] != (Expected{"slug", "t", "mapping.yaml:15"}) {
		t.Errorf("%+v", e)
	}
	outcome, err := m.Apply(itemOf(t, "{post_type: page, status: draft, class: content}"))
	if err != nil || len(outcome.Drafts) != 1 {
		t.Fatalf("%+v, %v", outcome, err)
	}
	d := outcome.Drafts[0]
	if d.Type != "report" || len(d.Body.Formats) != 0 || !slices.Equal(d.Require, []string{"title", "fields.pages", "slug"}) {
		t.Errorf("%+v", d)
	}
	if d := m.Decide(Head{PostType: "post", Status: "private", Class: Content}); !d.Read {
		t.Errorf("the statuses of the file do not reach its kinds: %+v", d)
	}
}

// TestRest takes what no other field uses, and fills no target twice.
func TestRest(t *testing.T) {
	all := assigned(t, "publishers: acf.publisher\nauthors: {each: acf.people, object: {name: this.name}}\nlanguage: acf.choice.value\nfields.size: meta.size\nfields.*: acf.*\nidentifiers.*: acf.ids.*",
		"acf: {publisher: ILO, people: [{name: A}], choice: {value: fr, label: F}, size: A4, pages: 3, none: '', ids: {isbn: '1', doi: '2'}}\nmeta: {size: A5}")
	want := map[string]string{"publishers": `"ILO"`, "fields.size": `"A5"`, "fields.pages": "3", "identifiers.isbn": `"1"`, "identifiers.doi": `"2"`,
		"language": `"fr"`, "fields.choice": `{value: "fr", label: "F"}`,
		"fields.ids": `{isbn: "1", doi: "2"}`}
	for target, value := range want {
		if written(all[target].Value) != value {
			t.Errorf("%s: %s, wanted %s", target, written(all[target].Value), value)
		}
	}
	if all["fields.publisher"].Value != nil || all["fields.people"].Value != nil || all["fields.none"].Value != nil || all["fields.pages"].Origin != "acf.pages" {
		t.Errorf("%v", all)
	}
}

func TestDefault(t *testing.T) {
	m := Default(Vocabulary{})
	outcome, err := m.Apply(itemOf(t, "{post_type: tribe_events, status: publish, class: content, kind: event, title: T, excerpt: S, language: fr, event: {start: x}, acf: {a: 1}}"))
	if err != nil || outcome.Disposition != Migrate {
		t.Fatalf("%+v, %v", outcome, err)
	}
	var given []string
	for _, a := range outcome.Drafts[0].Assignments {
		given = append(given, a.Target+"="+written(a.Value))
	}
	want := `title="T" summary="S" language="fr" translations=<nil> cover=<nil> event={start: "x"} fields={a: 1} downloads=<nil>`
	if d := outcome.Drafts[0]; d.Kind != "event" || strings.Join(given, " ") != want || !slices.Equal(d.Body.Formats, []string{"html"}) || d.Key != "" {
		t.Errorf("%+v", d)
	}
	same, err := Parse("own.yaml", []byte("version: 1"), openVocabulary())
	if err != nil || !slices.Equal(same.Targets("post"), m.Targets("post")) || !same.Decide(Head{PostType: "post", Status: "publish", Class: Content}).Read {
		t.Errorf("a mapping that says nothing is not the built-in one: %v", err)
	}
}

func TestDigest(t *testing.T) {
	digest := func(text string) string { return parsed(t, text).Digest() }
	plain := digest("version: 1\nrecords: {page: {from: [{post_type: page}], fields: {title: title}}}")
	if plain != digest("# a comment\nversion: 1\n\nrecords:\n  'page':\n    from:\n      - post_type: \"page\"\n    fields: {title: title} # here\n") {
		t.Error("comments and the way of writing change the digest")
	}
	for _, other := range []string{
		"version: 1\nrecords: {page: {from: [{post_type: page}], fields: {title: slug}}}",
		"version: 1\nrecords: {page: {from: [{post_type: page}], fields: {title: {value: title}}}}",
		"version: 1\nrecords: {page: {from: [{post_type: page}], fields: {title: title}, require: title}}",
	} {
		if digest(other) == plain {
			t.Errorf("the digest does not see %s", other)
		}
	}
	if digest("lists: {a: [true]}") == digest("lists: {a: ['true']}") {
		t.Error("the digest does not see a type")
	}
}

func TestYAMLAliases(t *testing.T) {
	m := parsed(t, `
lists: {places: &places [Europe, Asia]}
defaults: &common {title: title}
records:
  page:
    from: &pages {post_type: page}
    fields: {<<: *common, regions: {from: terms.region, only: *places}}
  post:
    from: {<<: *pages, post_type: post}
`)
	outcome, err := m.Apply(itemOf(t, reference+"title: T\nterms: {region: [Asia, Africa]}"))
	if err != nil || len(outcome.Drafts) != 1 || outcome.Drafts[0].Kind != "page" {
		t.Fatalf("%+v, %v", outcome, err)
	}
	a := outcome.Drafts[0].Assignments
	if last := a[len(a)-1]; last.Target != "regions" || written(last.Value) != `["Asia"]` {
		t.Errorf("%+v", a)
	}
	if !m.Decide(Head{PostType: "post", Status: "publish", Class: Content}).Read {
		t.Error("a key does not override the one that << brings")
	}
}
