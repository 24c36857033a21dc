// Package clean turns the tree of a WordPress page into a clean body: semantic HTML that shows what the page showed
// and nothing else, and that no browser can be made to run.
//
// The work is done by named passes in a fixed, visible order (Passes). The early ones know one nuisance each and log
// what they drop: lazy-loading placeholders, scripts, forms, Word's markup, foreign frames, links that lead nowhere.
// Then one pass, structure, builds the tree anew after a strict content model: wrappers fall away, text finds its
// paragraph, lists and tables become valid, nothing empty remains. The last pass is the allow-list; after it comes
// serialisation (HTML) and nothing else.
//
// Three things hold of every result, whatever came in. Parsing what HTML returns gives the same tree again, but for
// white space between blocks. Cleaning it again changes nothing. And a second, independent allow-list would find
// nothing to remove. The content model is what makes the first two true: a tree that follows it has exactly one
// reading in an HTML parser.
//
// Text is never dropped silently. What a page shows stays, if need be without the element around it; what is taken
// away stands in the log, written by the pass that took it.
//
// Time and memory are linear in the size of the input. Trees deeper than any editor nests are flattened first, so
// that the passes may recurse.
package clean
