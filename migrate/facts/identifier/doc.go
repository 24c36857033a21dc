// Package identifier reads what publications are told apart by: ISBN, ISSN, DOI, Handle, ORCID, and the symbols and sales numbers of
// the United Nations.
//
//	Read("isbn", "92-1-130000-5 (print)")            9789211300000, and the words "print" beside it
//	Read("doi", "https://doi.org/10.1000/ABC.")       10.1000/abc
//	Read("un_symbol", "UN Doc. A/HRC/37/52/Add. 1")   A/HRC/37/52/Add.1
//
// Read takes the value of a field, which is meant to be an identifier: what is none is given back as it is found, with an error that
// says what is wrong, and nothing is mended. Find takes free text, of which most is something else: only what checks counts. Page takes
// a page, and says which of the identifiers in it are those of its own publication.
//
// Every identifier has one form. An ISBN has 13 digits without hyphens, as ONIX, MARC 21 and schema.org want it: where the hyphens
// stand follows from tables that the agencies lengthen every few weeks, and what tells books apart are the digits. An ISSN has its
// hyphen, which always stands in one place; a DOI is in small letters, without the address of a resolver.
package identifier
