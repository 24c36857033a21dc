// Package export writes the records of a run for other programs: publications for those that keep and format
// citations, descriptions for repositories, old paths for web servers.
//
// A Format is a name and an encoder. An Export makes one file in it, record by record, so that it needs no memory for
// those that went by; the file appears when the run has come to its end, and only if its bytes differ from what
// was there.
//
//	export.go      Format, Export, and what they ask of the place where the file stands
//	formats.go     all formats
//	entry.go       a record as bibliographies see it; names.go its people, key.go what it is cited by
//	csl.go         CSL-JSON
//	bibtex.go      BibTeX, texts in bibtex_text.go
//	ris.go         RIS
//	dublincore.go  Dublin Core
//	icalendar.go   iCalendar; how an event repeats in icalendar_repeat.go, zones, lines and texts beside it
//	redirects.go   old paths
package export
