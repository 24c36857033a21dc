// Package record is the publication record: what it holds, how it is written, and when it is right.
//
// A Record has one canonical form in YAML and one in JSON, which hold equal data: the same record gives the same bytes
// on every machine and in every run. The order of the keys stands in one place, emit.go, for both; a key without a
// value is left out. The shape is closed, so that the emitters here are small and fast: they write what every YAML 1.1,
// YAML 1.2 and JSON reader takes for the same data, and quote whatever one of them would take for something else.
//
// The format is published as a JSON Schema (record.schema.json); Validate holds a record to what a schema cannot say
// as well. The table in crosswalk.go lists the record's fields, their types for mappings, and their names elsewhere.
package record
