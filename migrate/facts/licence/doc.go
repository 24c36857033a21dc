// Package licence reads under which licence a work stands: by the address of the licence, its usual abbreviation, or its name.
//
//	Read("CC BY-NC-SA 3.0 IGO")                                 CC-BY-NC-SA-3.0-IGO
//	Read("https://creativecommons.org/licenses/by/4.0/deed.fr") CC-BY-4.0
//
// A licence has its identifier of the SPDX list only where all of it is known: "CC BY" without a version has none.
package licence
