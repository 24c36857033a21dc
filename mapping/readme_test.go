package mapping

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"
)

// block is a fenced block of README.md.
type block struct {
	line int
	sort string // what stands behind ```
	text string
}

func readmeBlocks(t *testing.T) []block {
	t.Helper()
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var blocks []block
	inside := false
	for i, line := range strings.Split(string(data), "\n") {
		sort, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && !inside:
			blocks = append(blocks, block{line: i + 1, sort: sort})
			inside = true
		case fence:
			inside = false
		case inside:
			blocks[len(blocks)-1].text += line + "\n"
		}
	}
	return blocks
}

// TestReadme executes every example of the reference: whole mappings are read, entries are held against the post of
// the examples, fields are worked out for it and compared with what the page says they give.
func TestReadme(t *testing.T) {
	var post fakeItem
	var given string // by the last example
	var record Object
	files := fstest.MapFS{}
	open := openVocabulary()
	open.Include = files.ReadFile
	open.Names = append(open.Names, Name{Path: "identifiers.*", Type: TypeAny}, Name{Path: "licence", Type: TypeObject})
	open.Functions["licence"] = Function{In: TypeText, Out: TypeObject, Call: func(_ Item, v Value, _ []Value) (Value, error) { return v, nil }}
	counts := map[string]int{}
	for _, b := range readmeBlocks(t) {
		counts[b.sort]++
		t.Run(fmt.Sprintf("line %d", b.line), func(t *testing.T) {
			switch b.sort {
			case "yaml mapping":
				if _, err := Parse("mapping.yaml", []byte(b.text), open); err != nil {
					t.Error(err)
				}
			case "yaml file shared.yaml":
				files["shared.yaml"] = &fstest.MapFile{Data: []byte(b.text)}
			case "yaml post":
				post = itemOf(t, b.text)
			case "yaml fits", "yaml misses":
				checkEntries(t, b, post)
			case "yaml fields":
				given = workedOut(t, b.text, post)
			case "yaml gives":
				if wanted := written(itemOf(t, b.text).value); given != wanted {
					t.Errorf("the example gives\n%s\nand the page says\n%s", given, wanted)
				}
			case "yaml broken":
				_, err := Parse("mapping.yaml", []byte(b.text), testVocabulary())
				given = fmt.Sprintln(err)
			case "yaml record":
				record = itemOf(t, b.text).value.(Object)
			case "yaml holds", "yaml fails":
				checkExpectations(t, b, record)
			case "html content", "html page", "yaml records", "yaml paths": // executed where there is a renderer, by package migrate
			case "text":
				if given != b.text {
					t.Errorf("the example gives\n%s\nand the page says\n%s", given, b.text)
				}
			default:
				t.Errorf("nothing executes a block of the sort %q", b.sort)
			}
		})
	}
	if counts["yaml gives"] < 4 || counts["yaml mapping"] < 4 || counts["text"] == 0 {
		t.Errorf("examples are missing: %v", counts)
	}
}

func checkEntries(t *testing.T, b block, post fakeItem) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSpace(b.text), "\n") {
		m := parsed(t, "records: {x: {from: ["+strings.TrimPrefix(line, "- ")+"], fields: {}}}")
		outcome, err := m.Apply(post)
		if err != nil || (outcome.Disposition == Migrate) != (b.sort == "yaml fits") {
			t.Errorf("%s: %s, %v", line, outcome.Disposition, err)
		}
	}
}

// checkExpectations holds each entry of a list against a record.
func checkExpectations(t *testing.T, b block, record Object) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSpace(b.text), "\n") {
		m := parsed(t, "records: {x: {from: [{post_type: x}], expect: {1: "+strings.TrimPrefix(line, "- ")+"\n  }}}")
		held := true
		for _, e := range m.Expectations()[0].Fields {
			value, _ := fakeItem{value: record}.Value(strings.Split(e.Target, "."))
			held = held && e.HeldBy(value)
		}
		if held != (b.sort == "yaml holds") {
			t.Errorf("%s: it holds: %v", line, held)
		}
	}
}

// workedOut makes a kind of the fields alone, and writes what they give.
func workedOut(t *testing.T, fields string, post fakeItem) string {
	t.Helper()
	text := "defaults: {title: ~, summary: ~, language: ~, translations: ~, cover: ~, event: ~}\n" +
		"records:\n  x:\n    from: {post_type: publication}\n    fields:\n      " + strings.ReplaceAll(strings.TrimSpace(fields), "\n", "\n      ") + "\n"
	outcome, err := parsed(t, text).Apply(post)
	if err != nil {
		t.Fatal(err)
	}
	given := Object{}
	for _, a := range outcome.Drafts[0].Assignments {
		given = append(given, struct {
			Name  string
			Value any
		}{a.Target, a.Value})
	}
	return written(given)
}

// TestReadmeFunctions holds the table of functions to the functions that there are.
func TestReadmeFunctions(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	v := Vocabulary{Functions: Builtins(testLocale)}
	table := "| function | takes | gives | |\n| --- | --- | --- | --- |\n"
	for _, name := range v.functionNames() {
		f := v.Functions[name]
		table += fmt.Sprintf("| `%s` | %s | %s | %s |\n", usage(name, f.Params), f.In, f.Out, f.Doc)
	}
	if !strings.Contains(string(data), "<!-- functions -->\n"+table+"<!-- end -->") {
		t.Errorf("README.md lacks this table of functions:\n%s", table)
	}
}

// TestReadmeKeys holds the reference to the keys that the language has: each stands in a table.
func TestReadmeKeys(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var described struct {
		Properties yaml.Node
		Defs       map[string]struct{ Properties yaml.Node } `yaml:"$defs"`
	}
	if err := yaml.Unmarshal(JSONSchema(openVocabulary()), &described); err != nil {
		t.Fatal(err)
	}
	nodes := []yaml.Node{described.Properties, described.Defs["kind"].Properties, described.Defs["excluded"].Properties}
	for _, n := range nodes {
		for i := 0; i < len(n.Content); i += 2 {
			if key := n.Content[i].Value; !strings.Contains(string(data), "| `"+key+"` |") {
				t.Errorf("no table of README.md has the key %s", key)
			}
		}
	}
}
