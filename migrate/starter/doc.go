// Package starter proposes a mapping for a site that is not known yet, from the survey of it: which posts are
// publications, what becomes of every other post type, and where each ACF field has its place in the record.
//
//	types.go, publications.go, terms.go    which posts are of which kind, and why
//	crowd.go, open.go                      which posts a kind takes, and which none takes yet
//	places.go, candidates.go               what belongs to which target of the record, by name, type and shape
//	values.go, rows.go, taxonomies.go      how a value is read: dates, lists of names, rows, terms
//	fields.go, rest.go, left.go            what fills a kind, what has no place, what becomes no record
//	kinds.go, yaml.go, text.go             the mapping as YAML, with the evidence as comments
//
// What a name means is read from words.yaml, in the languages of that table; what its values look like confirms it or
// speaks against it. A guess says that it is one, with the share of posts that support it. The mapping runs as it is:
// it names and calls only what the vocabulary has. The same survey gives the same bytes.
package starter
