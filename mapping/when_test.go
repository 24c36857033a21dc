package mapping

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

const whenPost = `
post_type: page
status: publish
class: content
title: Report on "x"
date: 2013-05-14
language: fr
terms: {region: [{name: Europe, slug: europe}, {name: Asia, slug: asia}]}
within: {region: [europe, asia]}
meta: {year: "2012", n: n/a, "my key": yes it is, one: 1, lang: EN, unreadable: x, big: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}
acf: {featured: true, off: false, pages: 24, price: 1.5, publisher: ILO, kind: {value: study, label: Étude}, none: "",
  authors: [{name: Anne, affiliation: UN}, {name: Bo}], groups: [[a, b], [c]]}
`

// TestWhen works conditions out for a post.
func TestWhen(t *testing.T) {
	post := itemOf(t, whenPost)
	for text, want := range map[string]string{
		`acf.featured`:                           "true",
		`acf.off`:                                "false",
		`acf.missing`:                            "false",
		`!acf.missing`:                           "true",
		`not acf.featured`:                       "false",
		`meta.lang`:                              "error: true or false is needed, not a text",
		`meta.one`:                               "error: true or false is needed, not a number",
		`acf.featured && language == "fr"`:       "true",
		`acf.missing || acf.featured`:            "true",
		`acf.pages > 20 and acf.pages <= 24`:     "true",
		`20 < acf.pages < 30`:                    "true",
		`acf.pages == 24.0`:                      "true",
		`acf.price * 2 == 3`:                     "true",
		`acf.pages % 5 == 4 && -acf.pages < 0`:   "true",
		`acf.missing > 3`:                        "false",
		`acf.missing != nil`:                     "false",
		`acf.none == nil && acf.none == ""`:      "true",
		`acf.authors != nil`:                     "true",
		`meta.year == 2012`:                      "error: a text cannot be compared with a number",
		`meta.year > 2010`:                       "error: a text cannot be compared with a number",
		`number(meta.year) > 2010`:               "true",
		`(meta.year | number()) in 2010..2012`:   "true",
		`number(meta.year) in [2011, 2013]`:      "false",
		`number(meta.year) not in [2011, 2013]`:  "true",
		`number(meta.n) > 2010`:                  `error: "n/a" is no number`,
		`number(acf.missing) > 2010`:             "false",
		`meta.year in [2011, 2012]`:              "error: a text cannot be compared with a number",
		`date > "2013" && date < "2014"`:         "true",
		`lower(title) startsWith "report"`:       "true",
		`title endsWith "\"x\""`:                 "true",
		`title contains "on"`:                    "true",
		`title not contains "off"`:               "true",
		`title matches "^Rep.*x"`:                "true",
		`acf.missing matches "x"`:                "false",
		`acf.missing contains "x"`:               "false",
		`meta.big contains "x"`:                  "error: about two texts",
		`meta.one matches "1"`:                   "error: matches is about a text",
		`"europe" in within.region`:              "true",
		`"Europe" in terms.region.name`:          "true",
		`"x" in acf.missing`:                     "false",
		`acf.missing in ["x"]`:                   "false",
		`"ILO" in acf.publisher`:                 "true",
		`acf.kind.value == "study"`:              "true",
		`acf.kind == "study"`:                    "error: an object cannot be compared",
		`acf.kind["label"] == "Étude"`:           "true",
		`acf?.kind?.value == "study"`:            "true",
		`upper(acf.kind) == "ÉTUDE"`:             "true",
		`meta["my key"] startsWith "yes"`:        "true",
		`meta.one == 1`:                          "true",
		`acf.authors[0].name == "Anne"`:          "true",
		`acf.authors[-1].name == "Bo"`:           "true",
		`acf.authors[7].name == "Bo"`:            "false",
		`"Bo" in acf.authors.name`:               "true",
		`acf.publisher[0] == "I"`:                "error: a text has no part 0",
		`any(acf.authors, .affiliation == "UN")`: "true",
		`all(acf.authors, .affiliation)`:         "error: true or false is needed",
		`all(acf.authors, .affiliation != nil)`:  "false",
		`none(acf.missing, # == 1)`:              "true",
		`one(acf.publisher, # == "ILO")`:         "true",
		`count(acf.authors, .name == "Bo") == 1`: "true",
		`len(acf.authors) == 2 && len(acf.publisher) == 3 && len(acf.missing) == 0`: "true",
		`len(filter(acf.authors, .name != "Bo")) == 1`:                              "true",
		`"Bo!" in map(acf.authors, suffix(.name, "!"))`:                             "true",
		`find(acf.authors, .name == "Bo").name == "Bo"`:                             "true",
		`count(acf.authors) == 2`:                                                   "true",
		`find(acf.authors, .name == "Xi").name == nil`:                              "true",
		`any(acf.groups, # == "c")`:                                                 "true",
		`(acf.missing ?? acf.publisher) == "ILO"`:                                   "true",
		`(acf.featured ? acf.pages : 0) == 24`:                                      "true",
		`words(title, 1) startsWith "Report"`:                                       "true",
		`acf.pages / 0 > 1`:                                                         "true",
		`acf.pages % 0 > 1`:                                                         "error: divide by zero",
		`acf.missing + 1 > 1`:                                                       "error: invalid operation",
		`meta.year + 1 == 2013`:                                                     "error: invalid operation",
		`meta.unreadable`:                                                           "fatal",
		`acf.featured || meta.unreadable`:                                           "true",
		`any(meta.big, any(meta.big, any(meta.big, any(meta.big, any(meta.big, any(meta.big, # == 11))))))`: "error: it looks at more than",
		`1..100000000 != nil`: "error: memory budget exceeded",
	} {
		m, err := Parse("m.yaml", []byte("records: {page: {from: {post_type: page}, fields: {fields.x: {value: 1, when: "+quoted(text)+"}}}}"), openVocabulary())
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		outcome, err := m.Apply(post)
		got := ""
		switch {
		case err != nil:
			got = "fatal"
		default:
			a := outcome.Drafts[0].Assignments[len(outcome.Drafts[0].Assignments)-1]
			got = fmt.Sprint(a.Value != nil)
			if len(a.Tried) > 0 && a.Tried[0].Err != nil {
				got = "error: " + a.Tried[0].Err.Error()
			}
		}
		part, wantsError := strings.CutPrefix(want, "error: ")
		if wantsError && !(strings.HasPrefix(got, "error: when ") && strings.Contains(got, part)) || !wantsError && got != want {
			t.Errorf("%s: %s, wanted %s", text, got, want)
		}
	}
}

func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// askedItem notes what it is asked for.
type askedItem struct {
	fakeItem
	asked *[]string
}

func (i askedItem) Value(path Path) (Value, error) {
	*i.asked = append(*i.asked, path.String())
	return i.fakeItem.Value(path)
}

// TestWhenIsLazy holds that a condition asks for what it names only, and only when it comes to it; and that a value
// whose condition does not hold is not worked out.
func TestWhenIsLazy(t *testing.T) {
	m := parsed(t, `
defaults: {title: ~, summary: ~, language: ~, translations: ~, cover: ~, event: ~}
records:
  page:
    from: {post_type: page}
    fields:
      summary: {from: body.text, when: 'acf.kind.value == "x" && body.html contains "y"'}
`)
	var asked []string
	if _, err := m.Apply(askedItem{itemOf(t, whenPost), &asked}); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(asked, " ")
	if !strings.HasSuffix(got, " acf.kind.value") || strings.Contains(got, "body") {
		t.Errorf("asked for %s", got)
	}
}

// TestWhenOfEntries holds conditions of from and exclude against posts, with the reasons that are given.
func TestWhenOfEntries(t *testing.T) {
	m := parsed(t, `
records:
  page:
    from:
      - {post_type: page, where: {language: fr}, when: 'number(meta.year) > 2010'}
exclude:
  - {when: 'title startsWith "Draft"', because: drafts}
`)
	for _, c := range []struct{ item, disposition, reason string }{
		{"language: fr\nmeta: {year: '2011'}", "migrate", "taken"},
		{"language: fr\nmeta: {year: '2009'}", "exclude", "ask for language: fr, when number(meta.year) > 2010 (m"},
		{"language: fr\nmeta: {year: n.d.}", "exclude", `; when number(meta.year) > 2010 cannot be worked out: "n.d." is no number (m`},
		{"language: en\nmeta: {year: n.d.}", "exclude", "ask for"},
		{"language: fr\nmeta: {year: '2011'}\ntitle: Draft 1", "exclude", "drafts"},
	} {
		outcome, err := m.Apply(itemOf(t, reference+c.item))
		if err != nil || string(outcome.Disposition) != c.disposition || !strings.Contains(outcome.Reason, c.reason) {
			t.Errorf("%s: %s, %s, %v", c.item, outcome.Disposition, outcome.Reason, err)
		}
	}
	if _, err := m.Apply(brokenItem{itemOf(t, reference+"language: fr")}); !errors.Is(err, errUnreadable) {
		t.Errorf("a condition that cannot be read: %v", err)
	}
}

type brokenItem struct{ fakeItem }

func (i brokenItem) Value(path Path) (Value, error) {
	if path[0] == "title" {
		return nil, errUnreadable
	}
	return i.fakeItem.Value(path)
}

// TestWhenOfRows holds that beside each, a condition is about the row.
func TestWhenOfRows(t *testing.T) {
	all := assigned(t, `
authors: {each: acf.authors, when: 'this.role == "author" && language == "en"', object: {name: this.name}}
fields.a: {from: acf.x, when: acf.no, default: d}
fields.b: {first: [{from: acf.x, when: acf.no}, acf.y]}
`, `
language: en
acf: {authors: [{name: A, role: author}, {name: B, role: editor}, {name: C, role: author}], x: 1, y: 2}
`)
	for target, want := range map[string]string{"authors": `[{name: "A"}, {name: "C"}]`, "fields.a": `"d"`, "fields.b": "2"} {
		if got := written(all[target].Value); got != want {
			t.Errorf("%s: %s, wanted %s", target, got, want)
		}
	}
	if tried := all["fields.b"].Tried; len(tried) != 1 || tried[0].Origin != "when acf.no" || tried[0].Err != nil {
		t.Errorf("tried %v", tried)
	}
}
