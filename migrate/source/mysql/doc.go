// Package mysql reads a WordPress site from a live MySQL or MariaDB server.
//
// It promises to read one point in time and to change nothing: there is one connection, in one read-only transaction
// with a consistent snapshot, and nothing is ever sent but SELECT, SET and START TRANSACTION. A user that may only
// SELECT is enough; one that may see what others do on the server (PROCESS) is told where nothing was changed, see
// witness.go. Everything is asked for as plain text, without prepared statements, so that dates, decimals and zero dates
// arrive as they stand in a dump. What is put into a query is a number, a constant of this program, or the name of a
// table or column that the server itself listed and that consists of harmless letters.
//
// Tables are read in pages by ascending primary key, so that no answer grows with the site, and posts in batches whose
// size follows the weight of the posts met so far: memory holds some megabytes of text, and one post at least.
//
// The server is not trusted: it cannot ask for local files or for the password in clear, a connection that falls
// silent or an answer that does not end is given up, and a page that does not ascend is an error. No error holds the
// password.
package mysql
