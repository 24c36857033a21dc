// Package render makes of what a post stores the page that WordPress shows.
//
// A post's text is a mixture of languages: block comments, shortcodes, bare addresses of videos, text whose blank
// lines mean paragraphs, HTML. WordPress turns it into HTML step by step, as text, and so does this package, in the
// same order and by the same rules:
//
//	embeds      [embed] and addresses that stand alone on a line become what the site's oEmbed cache knows of them
//	blocks      block comments go; blocks that a server renders are rendered, synced patterns are put in their place
//	shortcodes  of plugins and page builders are unwrapped to the text and structure that they show
//	paragraphs  blank lines become paragraphs, line ends line breaks, unless the post is made of blocks
//	shortcodes  of WordPress itself: caption, gallery, audio, video, playlist
//
// Where a post was built with a page builder that keeps its pages in meta, these take the place of the text: source.go
// lists them.
//
// The result is parsed once, as a browser would, into a tree. Nothing is cleaned here: classes, styles and scripts
// are the business of whoever takes the tree. What depends on other posts, on the visitor or on the theme is left out,
// and each time something is left out, a loss says so.
//
// All input is taken as hostile: every step is linear in its length, nesting is bounded, and text is kept where markup
// makes no sense.
package render
