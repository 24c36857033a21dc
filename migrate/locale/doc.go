// Package locale reads what people write for languages, countries, regions of the world and months: by name in some
// forty languages, or by code.
//
//	Language("французский")       "fr"
//	Country("Amérique latine")    "419"
//	IsRegion("Western Balkans")   true
//	Month("mayo")                 5
//
// A text is read whole or not at all: "in French" is no language. Case, white space and the form of apostrophes do not
// matter, nor do accents in names of five letters and more. Where a name means different things in different
// languages, the more widely used language decides, in the order of the table in names.go.
//
// The names of languages and countries are those of the Unicode CLDR, with a table of others in use beside them.
package locale
