// Package mapping is the language in which people say what becomes of the posts of a site: which post makes a record
// of which kind, where each of the record's fields takes its value from, and what is left out and why. The reference
// of the language is README.md beside this file; its examples are executed by the tests.
//
// The package knows neither WordPress nor the record. Both are described to it by a Vocabulary: the names that a
// mapping may read, the functions that it may call, the targets that it may fill. A post is an Item, which answers
// what a name stands for when it is first asked. So the same package serves a run, a dry run, an explanation of one
// post and a check without any site at hand.
//
// # How it is built
//
//	document.go    YAML → one tree of nodes without aliases, or the mistake and its position
//	include.go     the trees of included files, below that of the mapping
//	parser.go      reading a tree: keys, texts, lists; every mistake is collected, none ends the reading
//	read_*.go      tree → Mapping, one file for the whole, the rules, the fields, the expressions
//	pipeline.go    "acf.year | number" → path and calls
//	vocabulary.go  what names, functions and targets there are; the nearest one to a name that is none
//	unseen.go      names that the site at hand does not have: mistakes, or told
//	unseen_values.go  slugs and ids that conditions ask for and the site does not have
//	types.go       which value fits where
//	expression*.go what stands at the right of a target, and its value for an item
//	several.go     what a post makes several records of
//	place.go       where the file of a record stands
//	steps.go       what happens to a value on its way: functions, tables, lists
//	condition.go   where: and not:
//	when*.go       when: conditions as expressions, compiled when the mapping is read; what they do with values
//	decide.go      which of the five dispositions a row gets
//	apply.go       item → drafts of records
//	builtin_*.go   the functions that need nothing but their value
//	default.yaml   the mapping that is used where the user gives none, in the language itself
//
// A Mapping does not change once it is read and may be used by any number of goroutines.
package mapping
