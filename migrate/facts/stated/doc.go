// Package stated reads what a page says of its own publication in so many words: identifiers behind a label or alone in a line, the
// licence, the line of rights.
//
// A page names other works, too: in its list of references, in its footnotes, in its text. What stands there is not its own; what may
// be is given with a doubt. A number without a label, or a resolution that a sentence speaks of, is none.
//
//	lines.go         the page as lines, each with its links, and the part in which it names others
//	identifiers.go   what identifies the publication of the page
//	licence.go       under which licence it stands
package stated
