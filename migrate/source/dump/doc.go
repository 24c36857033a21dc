// Package dump reads a WordPress site out of an SQL dump, without a server.
//
// It reads what mysqldump, mariadb-dump, phpMyAdmin, wp db export, Adminer, HeidiSQL and Sequel Ace write, plain or
// compressed, from a file or a stream. A dump is read twice. The scan goes once through all of it, in linear time and
// with memory for one row: a lexer that knows MySQL's strings, comments and delimiters takes the statements apart and
// notes for every table that could be WordPress's where its rows lie (an extent: offset, length, layout). Only then is
// it known which prefix has a WordPress, and which statements came to nothing because a later one dropped the table.
// The second reading fetches extents: the small tables and the index of posts for Site, whole posts in the order of
// their IDs for Posts. What cannot seek is spooled while it is scanned, the rows of those tables alone, into an
// unlinked temporary file; after that it is the same code. A file that is written to between the two readings is an
// error, and nothing that stands there then is taken.
//
// A dump is refused rather than taken for a smaller site: when a statement is unfinished, when its tool writes an end
// marker and there is none, when a session that it opened is never closed, when a version control system left its
// conflict marks in it.
//
// The files, in the order in which the data flows: pack.go (compression), input.go (a window over bytes), lexer.go,
// comment.go and row.go (tokens and rows), session.go, statement.go, create.go and insert.go (what statements mean),
// ending.go (completeness), table.go, keep.go, extent.go, scannedfile.go and spool.go (where rows lie), choose.go (which site),
// reader.go, load.go, index.go and posts.go (rows again, and WordPress made of them).
package dump
