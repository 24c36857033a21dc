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
	// Pattern says that the name only fits a pattern: text in brackets that could be anything stays text.
	Pattern bool
	// Template, for Replace, is HTML with placeholders:
	//
	//	{title}          the value of the attribute title, as text; within a tag, as part of a quoted attribute
	//	{title|name}     the first of several that is not empty; "=text" is that text
	//	{0}              the first attribute that has no name
	//	{content}        what the shortcode encloses; content that a template does not place follows it
	//	{id:image}       a value passed through a filter, see filters
	//	{url -> title}   a link to the first with the second as its text; only the text where there is no link
	//	[ … ]            a part that is left out where none of its placeholders has a value
	//
	// CheckTemplate says what is wrong with one.
	Template string
}

// The templates that many shortcodes share.
const (
	layout    = "\n\n{content}\n\n"                                                                                                                                                      // a row, column or box: only its content shows
	inline    = "{content}"                                                                                                                                                              // a highlight, a drop cap
	nothing   = "\n\n"                                                                                                                                                                   // a spacer
	section   = "\n\n<details><summary>{" + sectionTitle + "}</summary>\n\n{content}\n\n</details>\n\n"                                                                                  // a panel that opens: accordions, tabs, toggles
	titled    = "\n\n[<p><strong>{title|heading|name}</strong></p>\n\n]{content}\n\n"                                                                                                    // a box with a title
	button    = " {link|url|href|target_url -> content|title|text|label|name|0} "                                                                                                        // a link that looks like a button
	film      = "\n\n{url|link|src|video|mp4|0|content:embed}\n\n"                                                                                                                       // a video by its address
	quotation = "\n\n<blockquote>\n\n{content|text|quote}\n\n[<p><cite>{link|url -> cite|author|name}</cite></p>][<p>{company|position|job|subtitle}</p>]</blockquote>\n\n"              // words of somebody
	picture   = "\n\n<figure>{id|image|src|url|image_url|image_id|img|photo|content:image}[<figcaption>{caption}</figcaption>]</figure>\n\n"                                             // one image
	document  = "\n\n{url|file|src|pdf|pdf_url|href|link|source|path|0|id|attachment_id|file_id|content -> button_text|title|name|text|label|link_title|link_label|caption|content}\n\n" // a file in a viewer
)

// A note within a text, and a formula in the language of TeX.
const (
	note    = " ({content|note|text|0}) "
	formula = "{content|0}"
)

// sectionTitle are the attributes that hold the title of a panel that opens.
const sectionTitle = "title|heading|name|label|tab_title|question|header"

// What stands in the tables in place of a template.
const (
	dynamic = "!dynamic" // depends on a query, a form or the visitor: its tags go, with a loss
	secret  = "!secret"  // shown to some visitors only: goes with its content, with a loss
	dropped = "!dropped" // the mapping wants it gone: goes with its content, with a loss
	unknown = "!unknown" // nobody knows what it shows: what can be guessed, with a loss
	keep    = "!keep"    // stays, brackets and all
)
