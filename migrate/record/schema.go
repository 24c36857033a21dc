package record

import (
	"bytes"
	_ "embed"
)

//go:embed record.schema.json
var schema []byte

// JSONSchema returns the JSON Schema (draft 2020-12) of a record. It is strict: a key that the format does not know is
// an error, but below identifiers, terms and fields.
func JSONSchema() []byte { return bytes.Clone(schema) }
