// Package starter proposes a mapping for a site that is not known yet, from the survey of it: which posts are
// publications, what becomes of every other post type, and where each ACF field has its place in the record.
//
//	survey → types.go, terms.go      which posts are of which kind, and why
//	       → places.go, values.go    what fills each target of a kind, and how its values are read
//	       → text.go, yaml.go        the mapping as YAML, with the evidence as comments
//
// What a name means is read from words.yaml, in the languages of that table; what its values look like confirms it or
// speaks against it. A guess says that it is one, with the share of posts that support it. The mapping runs as it is:
// it names and calls only what the vocabulary has. The same survey gives the same bytes.
package starter
