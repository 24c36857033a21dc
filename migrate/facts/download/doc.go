// Package download finds the files that a publication offers: what a page links to, what each file is called, in which
// language it is, which addresses are those of one file, and which is the main one.
//
//	page.go       the documents that a page links to
//	offer.go      links to documents whose addresses do not end like one
//	share.go      services where files lie that are shared
//	language.go   languages, by what stands around a link and by file names
//	list.go       one list without repeats, the main file first
package download
