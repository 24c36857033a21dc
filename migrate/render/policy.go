package render

// Action is what becomes of a shortcode.
type Action int

// The actions.
const (
	Undecided Action = iota // as this package sees fit
	Unwrap                  // the tags go, the content stays
	Drop                    // tags and content go, with a loss
	Keep                    // stays as it is written, brackets and all
	Replace                 // a template takes its place
)

// Policy is what a mapping says about a shortcode.
type Policy struct {
	Action Action
	// Template, for Replace, is HTML with placeholders:
	//
	//	{title}          the value of the attribute title, as text
	//	{title|name}     the first of several that is not empty; "=text" is that text
	//	{0}              the first attribute that has no name
	//	{content}        what the shortcode encloses; content that a template does not place follows it
	//	{id:image}       a value passed through a filter, see filters
	//	{url -> title}   a link to the first with the second as its text; only the text where there is no link
	//	[ … ]            a part that is left out where none of its placeholders has a value
	Template string
}

// The templates that many shortcodes share.
const (
	layout   = "\n\n{content}\n\n"                                                                         // a row, column or box: only its content shows
	inline   = "{content}"                                                                                 // a highlight, a drop cap
	nothing  = "\n\n"                                                                                      // a spacer
	section  = "\n\n<details><summary>{title|heading|name|label}</summary>\n\n{content}\n\n</details>\n\n" // a panel that opens: accordions, tabs, toggles
	titled   = "\n\n[<p><strong>{title|heading|name}</strong></p>\n\n]{content}\n\n"                       // a box with a title
	button   = " {link|url|href|target_url -> content|title|text|label|name|0} "                           // a link that looks like a button
	film     = "\n\n{url|link|src|video|mp4|0|content:embed}\n\n"                                          // a video by its address
	document = "\n\n{url|file|src|pdf|href|link|source|path|0|content|id|attachment_id:file}\n\n"          // a file in a viewer
)

// What stands in the tables in place of a template.
const (
	dynamic = "!dynamic" // depends on a query, a form or the visitor: its tags go, with a loss
	secret  = "!secret"  // shown to some visitors only: goes with its content, with a loss
	unknown = "!unknown" // nobody knows what it shows: its tags go, with a loss
	keep    = "!keep"    // stays, brackets and all
)
