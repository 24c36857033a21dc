// Package citation reads the lines by which a page names a publication and leads to it:
//
//	Title - ILO, OECD, IOM, UN Children Fund, 2019 DOWNLOAD
//
// It works in four steps. The tree of the page is taken apart into lines (line.go): what stands in one paragraph, between two
// line breaks, in an item, in a row of a table. A line becomes texts with the links that follow them (entry.go). A text loses
// what frames it: a label in front, remarks such as "(French)" or "[PDF, 2 MB]" behind, the date (frame.go).
// What is left is read in every way that its dashes, commas and other marks allow (reading.go, cuts.go), and each reading is
// weighed: how likely what it calls publishers are names of bodies (body.go, names.go, joins.go), whether the title is the
// post's own, or set off by bold letters. The confidence is the share of the weight that the best reading has.
//
// Where a page lists the facts instead, as "Publisher: ICAT", they are read by their labels (details.go). Lines in several
// languages become editions of one publication (edition.go).
//
// Nothing that a body says changes how another is read. What is known of a publication beforehand comes with Known.
package citation
