// Package teachpress reads publications out of the tables of the plugin teachPress, which shows them where a page has one of its
// shortcodes: [tplist], [tpcloud], [tpsearch] lists with filters, [tpsingle] one publication.
//
//	shown.go         which publications a page shows, and in which order
//	publication.go   a row of the tables as a publication
package teachpress
