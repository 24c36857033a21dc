package mapping

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"
)

// FuzzParse holds that reading a mapping never fails otherwise than with mistakes that have a place and a text, and
// that a mapping that is right can be applied and summed up.
func FuzzParse(f *testing.F) {
	seeds, err := filepath.Glob("testdata/broken/*.yaml")
	if err != nil || len(seeds) == 0 {
		f.Fatalf("there are no seeds: %v", err)
	}
	for _, file := range append(seeds, "default.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(decideMapping)
	f.Add("records: {page: {from: {post_type: page}, fields: {fields.x: {each: acf.authors, object: {n: this.name | trim}}, fields.*: acf.*}}}")
	f.Add("records: {page: {from: {post_type: page}, each: {select: li}, key: this.text, fields: {title: this, fields.x: {select: a}, fields.*: this.*}}}")
	f.Add("records: {page: {from: {post_type: page}, each: acf.authors, key: this.name | lower, fields: {title: {each: {select: a}, from: this | attribute href}, fields.*: acf.*}}}")
	f.Add("records: {page: {from: {post_type: page}, each: citations, fields: {title: this.title, summary: {each: this.line, select: b}}}}")
	f.Add("path: a/{issued|year}/{slug}\nrecords: {page: {from: {post_type: page}, path: '{kind}/x-{fields.a}-{slug}'}}")
	f.Add("include: [shared.yaml, sub/more.yaml]\nrecords: {page: {from: {post_type: page}, fields: {summary: {from: excerpt, when: 'len(title) > 3'}}}}")
	f.Add("include: loop.yaml\ntables: {t: {a: b}}\nrecords: {page: {from: {post_type: page, when: '1 < id < 2'}, fields: {type: {from: acf.x, map: t}}}}")
	f.Add("records: {page: {from: {post_type: page, when: 'any(acf.authors, .name | lower() in [\"a\"]) or title matches \"^x\"'}, fields: {issued: meta.a | date 'j F Y' | match '(2.*)'}}}")
	v := siteVocabulary()
	v.Include = fstest.MapFS{
		"shared.yaml": {Data: []byte("lists: {a: [b]}\nrecords: {post: {from: {post_type: post}}}")}, "sub/more.yaml": {Data: []byte("include: ../loop.yaml")},
		"loop.yaml": {Data: []byte("include: loop.yaml\nexclude: [{when: acf.pubisher}]")},
	}.ReadFile
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Parse("fuzz.yaml", []byte(text), v)
		if err != nil {
			var mistakes Errors
			if !errors.As(err, &mistakes) || len(mistakes) == 0 || m != nil {
				t.Fatalf("%v, %v", m, err)
			}
			for _, mistake := range mistakes {
				inside := mistake.File == "fuzz.yaml"
				if mistake.Line < 1 || mistake.Column < 1 || inside && mistake.Line > 2+strings.Count(text, "\n")+strings.Count(text, "\r") || mistake.What == "" {
					t.Fatalf("a mistake without a place: %+v", mistake)
				}
			}
			return
		}
		again, err := Parse("other.yaml", []byte(text), v)
		if err != nil || again.Digest() != m.Digest() {
			t.Fatalf("read twice, it is two mappings: %v", err)
		}
		for _, item := range []string{
			"{post_type: page, status: publish, class: content, title: T, acf: {authors: [{name: A}], publisher: ILO}, body: {text: B, matches: {li: [{text: C}, {attribute: {href: D}}]}}}",
			"{post_type: post, status: publish, class: content, within: {category: [a]}, meta: {a: [1, {b: c}]}}",
		} {
			outcome, err := m.Apply(itemOf(t, item))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range outcome.Drafts {
				for _, part := range d.Path.Fill(func(string) string { return "" }) {
					if part == "" {
						t.Fatalf("a part of the path is empty: %+v", d.Path)
					}
				}
			}
		}
		for _, kind := range m.Kinds() {
			m.Uses(kind)
		}
	})
}

// FuzzPipeline holds that what an expression is read as, written again, is read as the same.
func FuzzPipeline(f *testing.F) {
	for _, text := range []string{"title", "acf.a.b | split ', ' | trim", `meta."a.b" | replace '''' "x y"`, "a|b", "a.'", "acf. | x", "this.name | words 60"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read, err := parsePipeline(text)
		if err != nil {
			return
		}
		again, err := parsePipeline(read.path.String())
		if err != nil || again.path.String() != read.path.String() || len(again.path) != len(read.path) {
			t.Fatalf("%q is read as %q, and that as %q, %v", text, read.path, again.path, err)
		}
	})
}

// FuzzWhen holds that a condition is read or has mistakes, and comes to the same each time.
func FuzzWhen(f *testing.F) {
	for _, text := range []string{"acf.a", `any(acf.authors, .name | lower() == "a") and title matches "^x"`, "1 < number(meta.year) < 3", "(acf.a ?? acf.b)[-1].c in [1, 'x']",
		"count(acf.authors) > len(title) ? acf.x : -1 ** 2 == 1", "filter(map(acf.authors, #.name), # != nil) == nil", `meta["a b"] not contains "x"`, "id % 0 == 1 || 1..9 == nil"} {
		f.Add(text)
	}
	v := openVocabulary()
	f.Fuzz(func(t *testing.T, text string) {
		p := newParser("fuzz.yaml", &v)
		w := p.when(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: 1, Column: 1})
		if (w == nil) != (len(p.errs) > 0) {
			t.Fatalf("%v, %v", w, p.errs)
		}
		if w == nil {
			return
		}
		s := scope{post: itemOf(t, whenPost)}
		holds, doubt, err := w.holds(s)
		again, _, _ := w.holds(s)
		if holds != again || holds && doubt != nil || err != nil && !errors.Is(err, errUnreadable) {
			t.Fatalf("%v, %v, %v, %v", holds, again, doubt, err)
		}
	})
}
