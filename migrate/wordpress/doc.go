// Package wordpress is what WordPress stores, in its own words: posts, meta, terms, users, options, attachments, and
// what follows from them without running WordPress: types and taxonomies, permalinks, times, ACF's trees.
//
// A source gives every row to a Builder, which makes the Site: the site apart from the text of its posts. It is built
// once, never changes and may be used by any number of goroutines. Whatever makes a record asks a View of the Site,
// which writes down what was asked (see View and Trace).
//
//   - Setup: what all records depend on: home, permalink structure, zone, language, uploads folder.
//   - PostType, Taxonomy: what is known of a type, from WordPress, from definitions in the database (definitions.go),
//     from the tables of plugins (plugins.go), from the stored rewrite rules (rewrite.go), in this order.
//   - permalink.go goes from a post to its address, postbyurl.go and attachmentbyurl.go from any address that people
//     wrote to the post or file it means.
//   - times.go reads pairs of local and GMT columns.
//   - php.go reads serialized values; the files named acf… rebuild ACF's fields from rows alone.
//
// Nothing here asks a clock, a network or a disk, and no input makes it panic or allocate by what it claims.
package wordpress
