// Package migrate is the program: posts in, records out.
//
// A Source gives heads of all posts, and whole posts for those that the mapping wants to look at. Each post is wrapped
// as an item, which answers what the mapping names; the mapping makes drafts of it, a draft becomes a record, and the
// record goes to an Output, which writes it if it differs. Every row of the posts table is accounted for in the report
// on the way. What a record is made of goes through the post's View, so that its trace says later whether anything the
// record depends on has changed.
//
//	ports.go       Source and Output, as this package needs them
//	transient.go   which failures of a source may pass
//	migrate.go     the run: begin.go reads the site, make.go makes the records of a post
//	memory.go      what the run before wrote down: posts that need not be made again
//	untouched.go   what the run before came to, where nobody touched the site since
//	pipeline.go    one reader, several makers, one committer, in order
//	item.go        a post as the mapping sees it
//	names.go       what a mapping can name
//	assemble.go    draft → record
//	piece.go       a piece of the page as the mapping sees it, and what functions make of it
//	nodes.go       files and events as the mapping sees them
//	language_read.go  the language that a text is written in
//	versions.go    a post that is written in several languages at once
//	languages.go   the language of a post, and the same post in others
//	people.go      persons and bodies: names and functions for them, and the target authors
//	doubt.go       values that may be read otherwise
//	known.go       names of publishers and authors that the site itself gives
//	several.go     several records of one post: their keys, and what of the page each has
//	place.go       where the file of a record is to stand
//	targets.go     value → its place in the record; downloads.go files, media.go pictures and events
//	exports.go     the files that are made of all records, for other programs
//	explain.go     the same for one post, with how it came about
//	survey.go      what is in a site, before any mapping
//	preview.go     chosen posts before and after cleaning, for a report
//	personal.go    what people may want to look at before it leaves
//
// The dry run is the same run over an Output that writes to nothing: there is no second implementation of any decision.
package migrate
