// Package people reads who made a publication: out of what author plugins store, rows of fields, free text, and the line at
// the head of a page that names its authors.
//
//	text → Read → persons, in the order of the text
//
// A name is taken apart into given and family name only where its order is certain: by names that are known, initials,
// particles, a comma. A body stays whole, and so does every name that may be read in two ways. The name always holds all
// letters of its parts; particles and suffixes stand with the family name, in the order in which a person writes them.
//
//	list.go     several names in one text
//	person.go   one of them, with what stands beside it: title, role, affiliation
//	split.go    a name in Latin letters → given and family
//	scripts.go  … in other letters
//	bodies.go   bodies; known.go and words/: names and words that are known
//	roles.go    what a person did for a publication
//	orcid.go    ORCID iDs
//	rows.go     the columns of a row that are a person's
//	authors.go  what author plugins store
//	byline.go   the line at the head of a page
package people
