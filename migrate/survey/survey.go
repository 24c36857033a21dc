// Package survey says what is in a site, before anyone decides what becomes of it: how many posts of each type, which
// values they have and what these look like, where publications seem to be. inspect prints it, init makes a mapping
// of it, and a mapping's names are checked against it.
//
// A Collector is given the site and then every post, one after the other, with what rendering its page showed; it
// keeps counts, a few samples and which posts they are about, and no text:
//
//	Site → NewCollector → Add(post, Page) … → Survey
//
// Samples come from public posts only, and personal data in them is masked. The same site gives the same survey.
package survey

// Survey is what is in a site.
type Survey struct {
	Site     string   `json:"site"` // SITE of the records' ids
	Name     string   `json:"name"` // the site's title
	Home     string   `json:"home"`
	Language string   `json:"language,omitempty"` // BCP 47
	Zone     string   `json:"zone"`
	Warnings []string `json:"warnings"`
	Rows     int      `json:"rows"` // of the posts table

	PostTypes  []PostType `json:"post_types"` // content first, then unknown, internal, private; there by rows
	Taxonomies []Taxonomy `json:"taxonomies"`
	Groups     []Group    `json:"acf_groups"`
	Names      []Name     `json:"names"` // ACF values and their parts, then other meta, each by path
	Shortcodes []Mark     `json:"shortcodes"`
	Blocks     []Mark     `json:"blocks"`
	Languages  []Language `json:"languages"`
	Authors    []Authors  `json:"authors,omitempty"`
	Plugins    []Plugin   `json:"plugins"`
	Doubts     []Doubt    `json:"encoding_doubts"`
	Links      []Link     `json:"broken_links"`
	Files      Files      `json:"files"`

	Posts *Posts `json:"-"` // nil where it is not known
}

// PostType is one post type.
type PostType struct {
	PostType string         `json:"post_type"`
	Label    string         `json:"label"`
	Class    string         `json:"class"`           // content, unknown, internal, private
	Kind     string         `json:"kind"`            // the kind of records that it makes by itself
	Origin   string         `json:"origin"`          // who defines it: "WordPress", "ACF", a plugin; empty: nothing is known of it
	Reason   string         `json:"reason"`          // why it is of its class
	Rows     int            `json:"rows"`            // in all
	Statuses map[string]int `json:"statuses"`        // rows by status
	First    string         `json:"first,omitempty"` // the earliest day of a public post
	Last     string         `json:"last,omitempty"`
	Public   Signals        `json:"public"`             // of the posts that may leave by default: published, no password
	Terms    []TermUse      `json:"terms"`              // by taxonomy, then path
	Calendar bool           `json:"calendar,omitempty"` // its posts are those of an event calendar
	// Several are the first of the public posts that cite two or more publications.
	Several []int64 `json:"several_posts,omitempty"`
}

// Signals count what tells a publication from news or a page, over some posts.
type Signals struct {
	Posts     int `json:"posts"`
	Files     int `json:"files"`             // of them have a document: a link in the body to a PDF or the like, or a value that is one
	Citations int `json:"citations"`         // of them have at least one line that cites a publication with a link
	Several   int `json:"several"`           // of them cite two or more publications
	Retitled  int `json:"retitled"`          // of them have one such line, and another title than it gives
	Events    int `json:"events"`            // of them have a start that an event calendar keeps
	Empty     int `json:"empty"`             // of them have a body without any text
	Authors   int `json:"authors,omitempty"` // of them have authors named by a plugin for that
	Bylines   int `json:"bylines,omitempty"` // of them have a line at their head that names authors

	// Stated is how many state something else of their publication, by the name that it has in a mapping: identifiers.isbn.
	Stated map[string]int `json:"stated,omitempty"`
}

// TermUse is how the public posts of one type look that have a term, or one below it.
type TermUse struct {
	Taxonomy string   `json:"taxonomy"`
	Slug     string   `json:"slug"` // decoded
	Path     []string `json:"path"` // names from the root down
	Signals
}

// Taxonomy is one taxonomy.
type Taxonomy struct {
	Taxonomy  string   `json:"taxonomy"`
	Label     string   `json:"label"`
	Origin    string   `json:"origin"` // as of a post type; empty: nothing registers it
	Public    bool     `json:"public"`
	Terms     int      `json:"terms"`
	Depth     int      `json:"depth"`      // 1: flat
	Uses      int      `json:"uses"`       // public posts with at least one of its terms
	PostTypes []string `json:"post_types"` // whose posts, sorted
	Samples   []string `json:"samples"`    // names of the terms most used
	Countries int      `json:"countries"`  // terms whose name is a country's or a region's of the world
}

// Group is a field group of ACF.
type Group struct {
	Key       string   `json:"key"`
	Title     string   `json:"title"`
	Active    bool     `json:"active"`
	PostTypes []string `json:"post_types"` // where it is shown, as far as its rules name post types
	Fields    int      `json:"fields"`     // in it, those of rows included
}

// Name is a value that posts have, under the name by which a mapping reads it.
type Name struct {
	Path     string   `json:"path"` // "acf.publisher", "acf.authors.name", "meta.year"; quoted as the mapping writes it. A "*" at the end stands for hashes: meta._oembed_*
	Label    string   `json:"label,omitempty"`
	Type     string   `json:"type,omitempty"`    // as ACF declares it; empty: no definition
	Group    string   `json:"group,omitempty"`   // title of the ACF group
	Plugin   string   `json:"plugin,omitempty"`  // whose meta key it is
	Choices  []string `json:"choices,omitempty"` // labels, where ACF declares them
	Uses     []Use    `json:"uses"`              // by post type, the most filled first
	Filled   int      `json:"filled"`            // public posts with a value
	Distinct int      `json:"distinct"`          // different values, up to 1000
	Shapes   []Shape  `json:"shapes"`            // what the values look like, the most frequent first
	Drift    string   `json:"drift,omitempty"`   // where values do not fit their declared type: a sentence
	Orphan   bool     `json:"orphan,omitempty"`  // an ACF value without a definition
	Samples  []string `json:"samples"`           // up to five different values of public posts, shortened and masked

	Separators []Separator `json:"separators,omitempty"` // what parts several names in one text, the most frequent first
	Dates      []string    `json:"dates,omitempty"`      // a date in each of the forms that they are written in
	Whole      []string    `json:"whole,omitempty"`      // names with a word such as "and" in them, of which no part stands alone anywhere; none where there are many
}

// Separator is what stands between names in texts, such as ";", ", " or " and ".
type Separator struct {
	Separator string `json:"separator"`
	Lists     int    `json:"lists"`  // texts that look like a list of names parted by it
	People    int    `json:"people"` // … of names of several words each
	Bodies    int    `json:"bodies"` // … of which each has several words or is an acronym: "Labour" in "Ministry of Health, Labour and Welfare" is neither
	Pairs     int    `json:"pairs"`  // texts in which it stands between what may be the names of two persons: "Ana López y Juan Pérez"
	Known     int    `json:"known"`  // twice the texts all of whose parts are values of their own elsewhere, and once those that lack one
	Alone     int    `json:"alone"`  // texts in which it stands inside what may be one name: "Labour and Social Affairs"
}

// Use is how many of the public posts of a type have a value.
type Use struct {
	PostType string `json:"post_type"`
	Filled   int    `json:"filled"`
	Of       int    `json:"of"`
}

// Shape is how many values look the same way.
type Shape struct {
	Shape string `json:"shape"` // one of the constants
	Count int    `json:"count"`
}

// The shapes of values. A value has the first that fits.
const (
	ShapeBool      = "bool" // true or false as ACF types it
	ShapeYear      = "year" // 1900 to 2099
	ShapeDate      = "date" // a day in a form that databases and editors use
	ShapeISBN      = "isbn"
	ShapeISSN      = "issn"
	ShapeNumber    = "number"
	ShapeDOI       = "doi"
	ShapeUNSymbol  = "un-symbol"
	ShapeLanguage  = "language" // the code or name of a language, in one of several languages
	ShapeCountry   = "country"  // … of a country or a region of the world
	ShapeEmail     = "email"
	ShapeDocument  = "document" // a PDF or the like: an attachment, or a URL that ends so
	ShapeImage     = "image"
	ShapeURL       = "url"
	ShapePerson    = "person"    // two to four words that each begin with a capital, or Family, Given
	ShapeReference = "reference" // to a post, a term or a user
	ShapeHTML      = "html"
	ShapeText      = "text"   // a line
	ShapeLong      = "long"   // more than 200 characters
	ShapeObject    = "object" // a group or a row
	ShapeOther     = "other"
)

// Mark is a shortcode or block.
type Mark struct {
	Name     string  `json:"name"`
	Count    int     `json:"count"`
	Rendered bool    `json:"rendered"` // shown as WordPress shows it, or as its plugin does
	Posts    []int64 `json:"posts"`    // up to five that use it
}

// Language is a language in which posts are written, as a multilingual plugin or the site's setting says.
type Language struct {
	Language string `json:"language"` // BCP 47
	From     string `json:"from"`     // "site", "Polylang", "WPML"
	Posts    int    `json:"posts"`    // public ones; of "site": all that nothing else speaks of
}

// Authors is something that names the authors of posts, other than fields.
type Authors struct {
	From  string `json:"from"` // a plugin, or "byline": the line at the head of a page
	Posts int    `json:"posts"`
}

// Plugin is a plugin of which the database shows traces.
type Plugin struct {
	Plugin   string   `json:"plugin"`
	Evidence []string `json:"evidence"` // "active", "post type ai1ec_event", "12 meta keys", …
	Active   bool     `json:"active"`   // among active_plugins
}

// Doubt is text whose encoding is in doubt.
type Doubt struct {
	PostID int64  `json:"post_id"`
	Field  string `json:"field"`
	Sample string `json:"sample"`
}

// Link is a link of a body to a page or file of this site that is not there.
type Link struct {
	PostID int64  `json:"post_id"`
	URL    string `json:"url"`
}

// Files sums up the media library.
type Files struct {
	Attachments int            `json:"attachments"`
	MediaTypes  map[string]int `json:"media_types"`
	Unused      []int64        `json:"unused"` // attachments that no public post shows, links to, names in a field or has as its cover
}
