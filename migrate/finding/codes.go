package finding

// The codes, each with what it means to a person who reads a report. Codes are part of the record's contract: scripts
// name them in --fail-on.
const (
	ShortcodeUnknown   Code = "shortcode-unknown"   // a shortcode that no plugin of this database is known to render; its text stays
	ShortcodeDynamic   Code = "shortcode-dynamic"   // a shortcode whose output depends on the visitor, a form or a query; left out
	BlockDynamic       Code = "block-dynamic"       // a block whose output depends on other posts, the visitor or the theme; left out
	BlockUnknown       Code = "block-unknown"       // a third-party block rendered by code; its saved HTML or its text stays
	BlockCycle         Code = "block-cycle"         // a synced pattern that contains itself; cut where the circle closes
	BlockDepth         Code = "block-depth"         // blocks nested deeper than any editor nests; the text stays, the nesting goes
	PatternMissing     Code = "pattern-missing"     // a synced pattern that is gone or not public
	MediaMissing       Code = "media-missing"       // an attachment that is named and does not exist
	FileWithheld       Code = "file-withheld"       // files that a plugin gives to some visitors only, by role or password; they never leave
	EmbedUnresolved    Code = "embed-unresolved"    // an embed of which only its URL is known; a link stands for it
	EmbedFrame         Code = "embed-frame"         // an iframe of a host that is not on the allow-list; a link stands for it
	ScriptRemoved      Code = "script-removed"      // script, style, event handler or object that a page would run
	FormRemoved        Code = "form-removed"        // a form and its controls; its text stays
	PixelRemoved       Code = "pixel-removed"       // a tracking pixel or spacer image
	URLUnsafe          Code = "url-unsafe"          // a link or source whose scheme could run code; its text stays
	ElementRemoved     Code = "element-removed"     // an element outside the allow-list; its text stays
	BodyDropped        Code = "body-dropped"        // asked for by the mapping: a part of the page that its drop or shortcodes name, or that no row of each takes; left out
	SpamRemoved        Code = "spam-removed"        // text hidden by an inline style that consists mostly of links to other sites
	HeadingGap         Code = "heading-gap"         // a heading more than one level below the one before it
	LinkBroken         Code = "link-broken"         // a link to a page of this site that does not exist
	ReferencePrivate   Code = "reference-private"   // a reference to a post that may not leave; only its ID stays
	ReferenceMissing   Code = "reference-missing"   // a reference to a post, term, user or attachment that does not exist
	DefinitionMissing  Code = "definition-missing"  // an ACF value whose field definition is not in the database
	DefinitionLoop     Code = "definition-loop"     // an ACF definition that contains itself; cut where the circle closes
	GroupInactive      Code = "group-inactive"      // an ACF value whose field group is switched off
	TypeMismatch       Code = "type-mismatch"       // a value that does not fit its definition; it stays as it is stored
	RowsMissing        Code = "rows-missing"        // an ACF repeater that claims more rows than are stored
	RowsLeftOver       Code = "rows-left-over"      // rows of an ACF repeater beyond its count; not shown by WordPress, left out
	SecretWithheld     Code = "secret-withheld"     // the value of an ACF password field; never leaves
	SerializedDamaged  Code = "serialized-damaged"  // a serialized PHP value that cannot be read; kept as text
	SerializedObject   Code = "serialized-object"   // a serialized PHP object; read as plain data, never instantiated
	EncodingDoubtful   Code = "encoding-doubtful"   // text that looks decoded with the wrong character set
	TextInvalid        Code = "text-invalid"        // bytes that are no UTF-8, or control characters; replaced
	DateImpossible     Code = "date-impossible"     // a date that does not exist; the field is left out
	TimeGap            Code = "time-gap"            // a local time that the clock skipped; moved forward by the gap, as WordPress does
	EventUnread        Code = "event-unread"        // a post of an event calendar that does not say, where wp2pub looks, when it begins
	RecurrenceUnread   Code = "recurrence-unread"   // a rule by which an event repeats that cannot be read or worked out; its dates may be missing
	RecurrenceCut      Code = "recurrence-cut"      // a repeated event that goes on beyond the dates that are listed
	AuthorMissing      Code = "author-missing"      // post_author names no user
	AuthorWithheld     Code = "author-withheld"     // the display name is a login or an address; it never leaves
	TermMissing        Code = "term-missing"        // a term relationship whose term does not exist
	ParentLoop         Code = "parent-loop"         // pages that are their own ancestors
	ValueInvalid       Code = "value-invalid"       // a value that the record's field cannot take; left out there
	IdentifierInvalid  Code = "identifier-invalid"  // an identifier whose check digit, length or form is wrong; it stays as it is found
	IdentifierWords    Code = "identifier-words"    // words beside an identifier, such as print or PDF, for which its place has no room; left out there
	PersonalData       Code = "personal-data"       // an e-mail address, phone number or IP address in a field that leaves
	Uncertain          Code = "uncertain"           // a reading that may be wrong; see confidence
	PostWithheld       Code = "post-withheld"       // synced content or text of a post that may not leave, or a part of a page that its anonymous visitors did not see
	LanguageLeft       Code = "language-left"       // a language in which the site shows the post, and that no record of it has
	TranslationForeign Code = "translation-foreign" // a group of translations names a post that is of another group or type; no link leads there
	SearchHidden       Code = "search-hidden"       // a public page that the site keeps out of search engines (noindex)
	PluginInactive     Code = "plugin-inactive"     // a value that a plugin left behind which is switched off; the site's pages do not show it
	VariableOpen       Code = "variable-open"       // a variable in a text of a plugin that only the running site could fill in; left out
	TitleMissing       Code = "title-missing"       // a post without a title
)
