package mapping

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

// compiledSchema is the JSON Schema of the language, ready to check with.
func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	described, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSONSchema(openVocabulary())))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("mapping.json", described); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("mapping.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// checked holds a mapping against the schema, as an editor does.
func checked(t *testing.T, schema *jsonschema.Schema, text string) error {
	t.Helper()
	var tree any
	if err := yaml.Unmarshal([]byte(text), &tree); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(asJSON(tree))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(plain)
}

// asJSON makes texts of keys.
func asJSON(tree any) any {
	var n yaml.Node
	if err := n.Encode(tree); err != nil {
		return nil
	}
	return plain(&n)
}

func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			object[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return object
	case yaml.SequenceNode:
		list := []any{}
		for _, element := range n.Content {
			list = append(list, plain(element))
		}
		return list
	}
	return constant(n)
}

// TestSchemaAccepts holds the schema to the language: what Parse accepts, editors must not mark.
func TestSchemaAccepts(t *testing.T) {
	schema := compiledSchema(t)
	texts := map[string]string{"default.yaml": string(defaultMapping), "decide": decideMapping}
	for _, b := range readmeBlocks(t) {
		if b.sort == "yaml mapping" {
			texts["README.md, "+b.text[:40]] = b.text
		}
	}
	if data, err := os.ReadFile("../testdata/icat/mapping.yaml"); err == nil {
		texts["icat"] = string(data)
	}
	for name, text := range texts {
		if err := checked(t, schema, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaRejects holds it to see the commonest mistakes.
func TestSchemaRejects(t *testing.T) {
	schema := compiledSchema(t)
	for _, name := range []string{"unknown-top-key", "records-empty", "records-list", "kind-name", "kind-without-from", "kind-key", "from-name",
		"from-without-type", "target-typo", "target-given", "form-empty", "form-two-sources", "form-key", "first-text", "first-empty",
		"type-typo", "unmapped-word", "version", "body-format", "body-key", "where-list", "expect-id", "value-null", "shortcode-policy", "shortcode-name", "shortcodes-list",
		"personal-data", "personal-data-typo", "when-number", "when-list-of", "when-alone", "tables-list", "table-list", "map-list", "include-map"} {
		data, err := os.ReadFile(filepath.Join("testdata/broken", name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if checked(t, schema, string(data)) == nil {
			t.Errorf("%s passes the schema", name)
		}
	}
}

func TestSchemaIsStable(t *testing.T) {
	if !bytes.Equal(JSONSchema(openVocabulary()), JSONSchema(openVocabulary())) {
		t.Error("the schema is written in another order each time")
	}
}
