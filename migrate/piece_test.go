package migrate

import (
	"cmp"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"wp2pub/mapping"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// recordsOf makes the records of a page with this content.
func recordsOf(t *testing.T, mappingText, content string, site ...func(*wordpress.Builder)) []*record.Record {
	t.Helper()
	e := engineFor(t, mappingText, site...)
	m := e.make(pageWith(content))
	if m.row.Disposition != "migrate" {
		t.Fatalf("%s: %s", m.row.Disposition, m.row.Reason)
	}
	var records []*record.Record
	for _, f := range m.records {
		records = append(records, f.record)
	}
	return records
}

func engineFor(t *testing.T, mappingText string, site ...func(*wordpress.Builder)) *engine {
	t.Helper()
	m, err := mapping.Parse("mapping.yaml", []byte(mappingText), Vocabulary())
	if err != nil {
		t.Fatalf("%v\n\n%s", err, mappingText)
	}
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Post(wordpress.IndexRow{ID: 190, Type: "page", Status: "publish", Name: "reports", Title: "Reports"})
	for _, set := range site {
		set(b)
	}
	return &engine{options: Options{Mapping: m, SiteID: "example.org"}, site: b.Build()}
}

func pageWith(content string) *wordpress.Post {
	return &wordpress.Post{ID: 190, Type: "page", Status: "publish", Name: "reports", Title: "Reports", Date: "2013-10-15 10:00:00", Content: content}
}

// readmeSection returns a section of the mapping's reference, and what takes its examples out of it by their sort.
func readmeSection(t *testing.T, title string) (section string, part func(sort string) string) {
	t.Helper()
	data, err := os.ReadFile("../mapping/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(data), "\n## "+title+"\n")
	section, _, _ = strings.Cut(section, "\n## ")
	if !found {
		t.Fatalf("the reference has no section %q", title)
	}
	return section, func(sort string) string {
		_, text, _ := strings.Cut(section, "```"+sort+"\n")
		text, _, ok := strings.Cut(text, "```")
		if !ok || text == "" {
			t.Fatalf("the section %q has no example %q", title, sort)
		}
		return text
	}
}

// TestReadmePieces executes the examples of the sections on pieces of the page, several records of one post, and persons.
func TestReadmePieces(t *testing.T) {
	for _, title := range []string{"Pieces of the page", "Several records of one post", "Persons and bodies", "Identifiers, series, licence"} {
		_, part := readmeSection(t, title)
		var wanted []map[string]any
		if err := yaml.Unmarshal([]byte(part("yaml records")), &wanted); err != nil {
			t.Fatal(err)
		}
		records := recordsOf(t, part("yaml mapping"), part("html content"))
		if len(records) != len(wanted) {
			t.Fatalf("%s: %d records, wanted %d", title, len(records), len(wanted))
		}
		for i, r := range records {
			var given map[string]any
			if err := yaml.Unmarshal(r.AppendYAML(nil), &given); err != nil {
				t.Fatal(err)
			}
			for key, value := range wanted[i] {
				if !reflect.DeepEqual(given[key], value) {
					t.Errorf("%s, record %d: %s is %q, wanted %q", title, i+1, key, given[key], value)
				}
			}
		}
	}
}

// TestReadmePaths executes the example of the section on paths, and holds its table to the placeholders that there are.
func TestReadmePaths(t *testing.T) {
	section, part := readmeSection(t, "Where the files stand")
	made := engineFor(t, part("yaml mapping")).make(pageWith("x"))
	if given, wanted := strings.Join(made.records[0].place, "/"), strings.TrimSpace(part("yaml paths")); given != wanted {
		t.Errorf("the example gives %s, and the page says %s", given, wanted)
	}
	table := "| placeholder | stands for |\n| --- | --- |\n"
	for _, name := range sortedKeys(placeholders) {
		written := name
		if placeholders[name].open {
			written += ".NAME"
		}
		table += fmt.Sprintf("| `{%s}` | %s |\n", written, placeholders[name].doc)
	}
	if !strings.Contains(section, "<!-- placeholders -->\n"+table+"<!-- end -->") {
		t.Errorf("the reference lacks this table:\n%s", table)
	}
}

// TestReadmeParts holds the tables of the reference to the parts and functions that there are.
func TestReadmeParts(t *testing.T) {
	section, _ := readmeSection(t, "Pieces of the page")
	checkFunctions(t, section, "piece functions", pieceFunctions())
	other, _ := readmeSection(t, "Identifiers, series, licence")
	checkFunctions(t, other, "publication functions", publicationFunctions())
	table := "| part | gives | |\n| --- | --- | --- |\n"
	for _, name := range sortedKeys(parts) {
		written := name
		if parts[name].open {
			written += ".NAME"
		}
		table += fmt.Sprintf("| `%s` | %s | %s |\n", written, parts[name].typ, parts[name].doc)
	}
	if !strings.Contains(section, "<!-- parts -->\n"+table+"<!-- end -->") {
		t.Errorf("the reference lacks this table:\n%s", table)
	}
}

// checkFunctions holds a table of the reference to functions.
func checkFunctions(t *testing.T, section, sort string, functions map[string]mapping.Function) {
	t.Helper()
	table := "| function | takes | gives | |\n| --- | --- | --- | --- |\n"
	for _, name := range sortedKeys(functions) {
		f, usage := functions[name], name
		for _, p := range f.Params {
			usage += " " + strings.ToUpper(p.Name)
		}
		table += fmt.Sprintf("| `%s` | %s | %s | %s |\n", usage, f.In, f.Out, f.Doc)
	}
	if !strings.Contains(section, "<!-- "+sort+" -->\n"+table+"<!-- end -->") {
		t.Errorf("the reference lacks this table:\n%s", table)
	}
}

// TestReadmePeople holds the section on persons to the names and functions for them.
func TestReadmePeople(t *testing.T) {
	section, _ := readmeSection(t, "Persons and bodies")
	for name := range peopleNames {
		if !strings.Contains(section, "\n| `"+name+"` | ") {
			t.Errorf("the reference lacks the name %s", name)
		}
	}
	functions := peopleFunctions()
	table := "| function | takes | gives | |\n| --- | --- | --- | --- |\n"
	for _, name := range sortedKeys(functions) {
		table += fmt.Sprintf("| `%s` | %s | %s | %s |\n", name, functions[name].In, functions[name].Out, functions[name].Doc)
	}
	if !strings.Contains(section, "<!-- people functions -->\n"+table+"<!-- end -->") {
		t.Errorf("the reference lacks this table:\n%s", table)
	}
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	var keys []K
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// TestBodyOfRecord holds that a field has of the body what the record has, and that conditions, files and pieces see the whole.
func TestBodyOfRecord(t *testing.T) {
	const content = `<p>Kept.</p><div class="share">Share <a href="/wp-content/uploads/a.pdf">this</a></div>`
	r := recordsOf(t, `
records:
  page:
    from: {post_type: page, when: 'body.text contains "Share"'}
    fields:
      summary: body.text | words 60
      fields.html: body.html
      fields.markdown: body.markdown
      fields.when: {from: body.text, when: 'body.text contains "Share"'}
      fields.rows: {each: body.files, from: body.text}
      fields.files: body.files.url
      fields.piece: {select: .share, then: text}
      fields.whole: body | words 60
    body: {drop: [.share], formats: [html]}
`, content)[0]
	for target, wanted := range map[string]string{
		"summary": "Kept.", "fields.html": "<p>Kept.</p>", "fields.markdown": "Kept.", "fields.when": "Kept.", "fields.rows": "[Kept.]",
		"fields.files": "[https://example.org/wp-content/uploads/a.pdf]", "fields.piece": "[Share this]", "fields.whole": "Kept. Share this",
	} {
		if got := strings.TrimSpace(fmt.Sprint(r.Value(target))); got != wanted {
			t.Errorf("%s is %q, wanted %q", target, got, wanted)
		}
	}
	if strings.Contains(r.Body.HTML, "Share") {
		t.Errorf("the body is %s", r.Body.HTML)
	}
}
