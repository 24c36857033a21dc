package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"wp2pub/migrate/source/dump"
	"wp2pub/migrate/wordpress"
)

// fieldsCases are the posts of icat whose whole fields are in testdata/fields/ID.json: worked out by hand from the rows of the
// database, and not written by the program. Findings are those that the values of the fields give rise to.
var fieldsCases = []struct {
	post     int64
	what     string
	findings string
}{
	{88, "a post of the group Reference", ""},
	{144, "the same, in Chinese", ""},
	{152, "most types; a custom choice; a page link; a row left over", "secret-withheld acf.internal_code, rows-left-over acf.authors"},
	{154, "a repeater of 9 rows, 2 of them stored; an icon out of the media library", "rows-missing acf.authors"},
	{156, "no body, only fields", "secret-withheld acf.internal_code"},
	{158, "a number that is none", "type-mismatch acf.pages"},
	{160, "a date written d/m/Y", "secret-withheld acf.internal_code, type-mismatch acf.date_published"},
	{162, "the value of a group that is switched off", "group-inactive acf.old_author"},
	{164, "a value whose definition is gone", "secret-withheld acf.internal_code, definition-missing acf.doi_legacy"},
	{166, "an image that is gone", "media-missing acf.cover"},
	{168, "damaged serialization in a select", "secret-withheld acf.internal_code, serialized-damaged acf.languages_available"},
	{170, "a gallery; a user", "secret-withheld acf.internal_code"},
	{172, "clones, prefixed and in a group", "secret-withheld acf.internal_code"},
	{173, "a radio's other value; a map", ""},
	{184, "three levels: a flexible content's repeater, a group's group", "secret-withheld acf.internal_code"},
	{185, "Cyrillic; the URL of an archive in a page link", ""},
	{186, "Arabic, right to left", "secret-withheld acf.internal_code"},
}

// shownTypes are the types of fields whose values the cases must show; silentTypes have none that leaves.
var (
	shownTypes = []string{
		"button_group", "checkbox", "clone", "color_picker", "date_picker", "date_time_picker", "email", "file", "flexible_content",
		"gallery", "google_map", "group", "icon_picker", "image", "link", "number", "oembed", "page_link", "post_object", "radio",
		"range", "relationship", "repeater", "select", "taxonomy", "text", "textarea", "time_picker", "true_false", "url", "user",
		"wysiwyg",
	}
	silentTypes = []string{"accordion", "message", "password", "tab"}
)

func TestFieldsAreThoseOfTheSite(t *testing.T) {
	records := icatRecords[struct {
		Fields   json.RawMessage
		Findings []struct{ Code, Field string }
	}](t)
	for _, c := range fieldsCases {
		t.Run(fmt.Sprint(c.post), func(t *testing.T) {
			var got bytes.Buffer
			if err := json.Indent(&got, records[c.post].Fields, "", "  "); err != nil {
				t.Fatalf("%s: %v", c.what, err)
			}
			got.WriteByte('\n')
			path := fieldsPath(c.post)
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if d := diff.Diff(path, want, "the record", got.Bytes()); d != nil {
				t.Errorf("%s:\n%s", c.what, d)
			}
			var found []string
			for _, f := range records[c.post].Findings {
				if strings.HasPrefix(f.Field, "acf.") {
					found = append(found, f.Code+" "+f.Field)
				}
			}
			if text := strings.Join(found, ", "); text != c.findings {
				t.Errorf("%s: found %q, want %q", c.what, text, c.findings)
			}
		})
	}
}

func fieldsPath(post int64) string { return fmt.Sprintf("testdata/fields/%d.json", post) }

// TestFieldsShowEveryType holds what the cases show against the definitions of the site: no type is missing, and the
// deepest value is that of a field in a field in a field.
func TestFieldsShowEveryType(t *testing.T) {
	source, err := dump.Open(context.Background(), icat, dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	site, err := source.Site(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var fields []*wordpress.ACFField
	for _, g := range site.ACFGroups() {
		fields = append(fields, g.Fields...)
	}
	shown := coverage{types: map[string]bool{}}
	for _, c := range fieldsCases {
		data, err := os.ReadFile(fieldsPath(c.post))
		if err != nil {
			t.Fatal(err)
		}
		var values map[string]any
		if err := json.Unmarshal(data, &values); err != nil {
			t.Fatalf("%s: %v", fieldsPath(c.post), err)
		}
		shown.object(fields, values, 1)
	}
	if got := slices.Sorted(maps.Keys(shown.types)); !slices.Equal(got, shownTypes) {
		t.Errorf("the cases show %q,\nwant %q", got, shownTypes)
	}
	if shown.depth < 3 {
		t.Errorf("fields nest %d deep, want 3", shown.depth)
	}
	defined := map[string]bool{}
	definedTypes(defined, fields)
	for _, name := range append(slices.Clone(shownTypes), silentTypes...) {
		delete(defined, name)
	}
	if len(defined) > 0 {
		t.Errorf("no case shows %q", slices.Sorted(maps.Keys(defined)))
	}
}

// coverage is what values show of the fields that define them.
type coverage struct {
	types map[string]bool
	depth int
}

func (c *coverage) object(fields []*wordpress.ACFField, values map[string]any, depth int) {
	for _, f := range fields {
		if value, ok := values[f.Name]; ok {
			c.value(f, value, depth)
		}
	}
}

func (c *coverage) value(f *wordpress.ACFField, value any, depth int) {
	c.types[f.Type] = true
	c.depth = max(c.depth, depth)
	switch value := value.(type) {
	case map[string]any:
		c.object(f.Fields, value, depth+1)
	case []any:
		for _, row := range value {
			row, ok := row.(map[string]any)
			if !ok {
				continue
			}
			c.object(f.Fields, row, depth+1)
			for _, layout := range f.Layouts {
				if layout.Name == row["layout"] {
					c.object(layout.Fields, row, depth+1)
				}
			}
		}
	}
}

func definedTypes(types map[string]bool, fields []*wordpress.ACFField) {
	for _, f := range fields {
		types[f.Type] = true
		definedTypes(types, f.Fields)
		for _, layout := range f.Layouts {
			definedTypes(types, layout.Fields)
		}
	}
}
