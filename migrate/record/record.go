package record

// Schema names the version of the record's format.
const Schema = "wp2pub.record/1"

// Object is a map that keeps its order. Values are bool, int64, float64, string, []any and Object.
type Object = []struct {
	Name  string
	Value any
}

// Record is one publication record. The zero value of a field means that it has no value and is left out.
type Record struct {
	ID           string // SITE:POSTID or SITE:POSTID#KEY
	Kind         string
	Type         string // CSL item type
	Title        string // plain text
	Subtitle     string
	Slug         string // decoded, NFC
	Status       string // published, draft, pending, private, scheduled, trashed
	Language     string // BCP 47
	Issued       string // EDTF level 0
	Posted       string // RFC 3339
	Modified     string // RFC 3339
	Authors      []Person
	Publishers   []string
	Series       Series
	Identifiers  Object // doi, isbn, issn, …: a string each, or several in a list
	Summary      string
	Subjects     []string
	Regions      []string
	Terms        []Taxonomy
	Downloads    []Download
	Editions     []Edition
	Cover        Image
	Event        Event
	Body         Body
	Fields       Object
	Translations []Translation
	Relations    []Relation
	Source       Origin
	Losses       []Loss
	Findings     []Finding
}

// Person is an author or contributor.
type Person struct {
	Name, Given, Family, Role, Affiliation, ORCID string
}

// Series is the series that a publication belongs to.
type Series struct {
	Title, Number string
}

// Taxonomy is the record's terms in one taxonomy.
type Taxonomy struct {
	Name  string // of the taxonomy: "category"
	Terms []Term
}

// Term is a term with its names from the root down.
type Term struct {
	Slug, Name string
	Path       []string
}

// Download is a file that a reader can fetch.
type Download struct {
	Title, URL, Language, MediaType string
	Bytes                           int64 // 0: not known
	AttachmentID                    int64 // 0: not in the media library
}

// Edition is the same publication in another language or form.
type Edition struct {
	Title, Language string
	Publishers      []string
	Issued          string
	Downloads       []Download
}

// Image is a picture of the media library or elsewhere.
type Image struct {
	URL, Alt      string
	Width, Height int
	AttachmentID  int64
}

// Event is when and where something happens.
type Event struct {
	Start, End          string // RFC 3339; dates where AllDay, End being the last day
	AllDay              bool
	Timezone            string   // IANA name
	Recurrence          []string // RFC 5545 lines: RRULE:…, RDATE:…
	Exceptions          []string // RFC 5545 lines: EXDATE:…, EXRULE:…
	Instances           []string // starts of the occurrences of a repeated event; dates where AllDay
	Venue, Address      string
	Latitude, Longitude *float64
	Organizer           string
	URL, Cost           string
	Status              string // cancelled, postponed; empty: it takes place
}

// Body is the text of the page in the forms that the mapping asks for.
type Body struct {
	HTML, Markdown, Text string
}

// Translation points to the record of the same publication in another language.
type Translation struct{ ID, Language string }

// Relation points to another record or page.
type Relation struct{ Type, ID, URL, Title string }

// Origin is where the record comes from.
type Origin struct {
	Site      string // URL
	PostID    int64
	PostType  string
	Status    string // as WordPress calls it
	Slug      string // as stored
	Permalink string
	GUID      string
	Author    string // display name
	ParentID  int64
	MenuOrder int64
	OldSlugs  []string
}

// Loss and Finding are those of the package finding.
type (
	Loss struct {
		Code, Detail string
		Count        int
	}
	Finding struct {
		Code, Field, Value string
		Confidence         float64
		Detail             string
	}
)
