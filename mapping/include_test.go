package mapping

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// includeVocabulary reads included files from memory.
func includeVocabulary(files map[string]string) Vocabulary {
	v := openVocabulary()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	v.Include = fsys.ReadFile
	return v
}

func TestInclude(t *testing.T) {
	m, err := Parse("conf/mapping.yaml", []byte(`
include: [a.yaml, sub/b.yaml]
site: own.example.org
tables: {t: {x: own}}
shortcodes: {"x_*": keep}
records:
  own: {from: {post_type: own}, fields: {fields.t: {value: x, map: t}, fields.u: {value: x, map: u}}}
  both: {from: {post_type: own2}}
exclude: {post_type: e0}
`), includeVocabulary(map[string]string{
		"a.yaml": `
version: 1
site: a.example.org
statuses: [draft]
tables: {t: {x: a}, u: {x: a}}
records: {a: {from: {post_type: a}}, both: {from: {post_type: a2}}}
exclude: [{post_type: e1}, {post_type: e2}]
`,
		"sub/b.yaml": `
include: ../c.yaml
statuses: [private]
shortcodes: {"x_*": drop, "x_y*": drop}
tables: {u: {x: b}}
records: {b: {from: {post_type: b}}}
`,
		"c.yaml": "include: [a.yaml]\nunmapped: fail\nrecords: {c: {from: {post_type: c}}}",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintln(m.Site(), m.Kinds(), m.Unmapped(), m.statuses, len(m.exclude)); got != "own.example.org [own both b c a] fail [private] 3\n" {
		t.Errorf("the mapping is %s", got)
	}
	if policy, _ := m.Shortcode("x_yz"); policy != KeepShortcode {
		t.Errorf("the shortcode becomes %s", policy)
	}
	outcome, err := m.Apply(itemOf(t, "post_type: own\nstatus: private\nclass: content"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range outcome.Drafts[0].Assignments {
		want := map[string]Value{"fields.t": "own", "fields.u": "b"}[a.Target]
		if a.Value != want {
			t.Errorf("%s is %v, wanted %v", a.Target, a.Value, want)
		}
	}
	if outcome, _ = m.Apply(itemOf(t, "post_type: b\nstatus: private\nclass: content")); outcome.Rule != "b (b.yaml:6)" {
		t.Errorf("the rule is called %s", outcome.Rule)
	}
}

// TestIncludeDigest holds that what is included counts as if it stood in the mapping.
func TestIncludeDigest(t *testing.T) {
	digest := func(shared string) string {
		m, err := Parse("m.yaml", []byte("include: shared.yaml"), includeVocabulary(map[string]string{"shared.yaml": shared}))
		if err != nil {
			t.Fatal(err)
		}
		return m.Digest()
	}
	const text = "records: {page: {from: {post_type: page}}}"
	whole := parsed(t, text)
	if digest(text) != whole.Digest() || digest(text+" # same") != whole.Digest() || digest(strings.ReplaceAll(text, "page", "post")) == whole.Digest() {
		t.Error("the digest does not follow what is included")
	}
}

// TestIncludeMistakes holds that mistakes carry the file in which they stand.
func TestIncludeMistakes(t *testing.T) {
	_, err := Parse("conf/mapping.yaml", []byte("include: [a.yaml, sub/b.yaml]\nrecords: {x: {form: 1}}\n"), includeVocabulary(map[string]string{
		"a.yaml":     "include: a.yaml\nversion: 7\nlists: [x]\nexclude: [{post_typ: y}]\n",
		"sub/b.yaml": "lists: {a: [x]}\nrecords:\n  y: {from: {post_type: y}, fields: {titel: title}}\n\tz: 1\n",
	}))
	want := []string{"conf/mapping.yaml:2:15: unknown key", "conf/a.yaml:1:10: \"a.yaml\" includes itself: mapping.yaml → a.yaml → a.yaml",
		"conf/a.yaml:2:10: version 7", "conf/a.yaml:3:8: a list stands here", "conf/a.yaml:4:12: unknown key \"post_typ\"", "conf/sub/b.yaml:4:1: not YAML"}
	got := strings.Split(fmt.Sprint(err), "\n")
	for i := range max(len(want), len(got)) {
		if i >= len(want) || i >= len(got) || !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("gives\n%s\nwanted\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			break
		}
	}
}
