package wordpress

// Head is what is known of a row of the posts table without its text: enough to put it into a bucket.
type Head struct {
	ID        int64
	Type      string // post_type
	Status    string // post_status
	Protected bool   // post_password is set
	Digest    Digest // of everything the row, its meta and its plugin rows say; zero: not computed
	Meta      Digest // of its meta alone, where the source is one that can be trusted with it; zero: not computed, or none
}

// Digest is a SHA-256 sum; the zero Digest means: not computed.
type Digest [32]byte

// Post is one row of the posts table with all that hangs on it, but for what it says of comments. Text is UTF-8 as stored: entities,
// backslashes and line ends are those of the database.
type Post struct {
	ID              int64
	Author          int64  // user ID; may name no user
	Date, DateGMT   string // "2013-05-14 09:00:00", or "0000-00-00 00:00:00" where WordPress has not set it
	Content         string // post_content
	Title           string
	Excerpt         string
	Status          string
	Protected       bool   // post_password is set; the password itself is never read
	Name            string // post_name, the slug, percent-encoded
	Modified        string
	ModifiedGMT     string
	ContentFiltered string
	Parent          int64
	GUID            string
	MenuOrder       int64
	Type            string
	MIMEType        string
	Meta            []Meta           // in the order of meta_id; a key may repeat
	Rows            map[string][]Row // rows of plugins' tables about this post, by table name without prefix (see PostTables)
}

// Head returns the post's head.
func (p *Post) Head() Head {
	return Head{ID: p.ID, Type: p.Type, Status: p.Status, Protected: p.Protected}
}

// MetaValue returns the first value of a meta key, as WordPress's get_post_meta( …, true ) does.
func (p *Post) MetaValue(key string) (string, bool) { return metaValue(p.Meta, key) }

// Bytes is about how much memory the post's text takes.
func (p *Post) Bytes() int {
	n := 512 + len(p.Content) + len(p.Title) + len(p.Excerpt) + len(p.ContentFiltered) + len(p.GUID)
	for _, m := range p.Meta {
		n += 64 + len(m.Key) + len(m.Value)
	}
	return n
}

// Meta is one row of a meta table.
type Meta struct {
	Key   string
	Value string // as stored; often a serialized PHP value, see Unserialize
}

func metaValue(meta []Meta, key string) (string, bool) {
	for _, m := range meta {
		if m.Key == key {
			return m.Value, true
		}
	}
	return "", false
}

// Row is a row of a plugin's table: column → value. A NULL is absent.
type Row map[string]string

// PostTable is a plugin's table whose rows speak of posts.
type PostTable struct {
	Name  string         // without prefix
	Post  string         // the column that holds the post's ID
	Order string         // the column that orders the rows of one post
	About func(Row) bool // whether a row speaks of a post, where others speak of terms or users with the same IDs; nil: all do
	// Dispensable says that a site without it is whole: its plugin may be taken out at any time.
	Dispensable bool
}

// SpeaksOfPost reports whether a row of the table speaks of a post.
func (t PostTable) SpeaksOfPost(r Row) bool { return t.About == nil || t.About(r) }

// PostTables are the plugins' tables that a source delivers in Post.Rows where they exist.
func PostTables() []PostTable {
	return []PostTable{
		{Name: "ai1ec_events", Post: "post_id", Order: "post_id"},
		{Name: "ai1ec_event_instances", Post: "post_id", Order: "start"},
		{Name: "em_events", Post: "post_id", Order: "event_id"},
		{Name: "tec_events", Post: "post_id", Order: "event_id"},
		{Name: "tec_occurrences", Post: "post_id", Order: "start_date_utc"},
		{Name: "eo_events", Post: "post_id", Order: "event_id"},
		{Name: "mec_events", Post: "post_id", Order: "id"},
		{Name: "mec_dates", Post: "post_id", Order: "tstart"},
		{Name: "sc_events", Post: "object_id", Order: "id", About: func(r Row) bool { return r["object_type"] == "post" }},
		{Name: "yoast_indexable", Post: "object_id", Order: "id", About: func(r Row) bool { return r["object_type"] == "post" }, Dispensable: true},
		{Name: "aioseo_posts", Post: "post_id", Order: "id", Dispensable: true},
		{Name: "ppma_author_relationships", Post: "post_id", Order: "id"},
	}
}

// SmallTables are plugins' tables that a source delivers to the Builder whole: what is not about one post, or what other posts
// have to know.
func SmallTables() []string {
	return append([]string{"ai1ec_event_category_meta", "em_locations", "teachpress_pub", "teachpress_tags", "teachpress_relation", "teachpress_rel_pub_auth",
		"teachpress_user", translationTable, offloadTable, "icl_languages", "icl_locale_map", "ppma_author_categories", levelPagesTable, levelCategoriesTable, protectionTable}, calendarTables...)
}

// calendarTables are those of event calendars.
var calendarTables = []string{"em_event_recurrences", "em_tickets", "eo_venuemeta", "sc_eventmeta"}
