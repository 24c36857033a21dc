package wordpress

import (
	"fmt"
	"html"
	"strings"
	"time"

	"wp2pub/migrate/finding"
)

// View is one post's look at its site. Whatever makes a record asks the View and never the Site: the View writes
// down each question with a digest of its answer, misses included, so that it can be told later whether every answer
// would be the same today. An answer is the smallest fact asked for: an edit elsewhere wakes only the records that
// it concerns. A View belongs to one goroutine.
//
// A View gives nothing away of a post that may not leave: no title, no text, no slug, no file name.
type View struct {
	site   *Site
	asked  map[Question]Answer
	order  []Question
	buffer []byte       // of the answer that is being digested
	Log    *finding.Log // what the asking found out: terms that are gone, fields that do not fit
}

// View returns a new View of the site.
func (s *Site) View() *View {
	return &View{site: s, asked: map[Question]Answer{}, Log: &finding.Log{}}
}

// Reference is what may be said of another post.
type Reference struct {
	ID      int64
	Type    string
	Public  bool   // it may leave: published, no password, of a type with public pages; otherwise the rest is empty
	Title   string // decoded
	URL     string // permalink
	Exists  bool
	Private bool // it exists and may not leave
}

// Reference says what may be said of a post: of one that may not leave, only that it exists.
func (v *View) Reference(id int64) Reference {
	r := v.site.reference(id)
	v.note("Reference", id, "", r)
	return r
}

func (s *Site) reference(id int64) Reference {
	e, ok := s.Entry(id)
	if !ok {
		return Reference{ID: id}
	}
	if !s.Public(e) {
		return Reference{ID: id, Exists: true, Private: true}
	}
	return Reference{ID: id, Exists: true, Public: true, Type: e.Type, Title: PlainText(e.Title), URL: s.permalink(e)}
}

// Public reports whether a post may leave: published, without a password, of a type whose posts have pages, and not
// hidden with what it hangs on. An attachment may: its file is public wherever it is shown.
func (s *Site) Public(e *Entry) bool {
	if s.locked(e) {
		return false
	}
	if e.Type == "attachment" {
		return e.Status == "inherit" || e.Status == "publish"
	}
	return e.Status == "publish" && s.PostType(e.Type).Class == Content && s.HiddenBy(e.ID, e.Type) == nil
}

// Published reports whether a post may leave if a mapping says so: published, without a password, of a type that is not
// about persons, and not hidden with what it hangs on.
func (s *Site) Published(e *Entry) bool {
	return e.Status == "publish" && !s.locked(e) && s.PostType(e.Type).Class != Private && s.HiddenBy(e.ID, e.Type) == nil
}

// Permalink returns what WordPress's get_permalink gives for a post.
func (v *View) Permalink(id int64) string {
	url := ""
	if e, ok := v.site.Entry(id); ok {
		url = v.site.permalink(e)
	}
	v.note("Permalink", id, "", url)
	return url
}

// Parent returns the ID of a post's parent, and whether the row exists.
func (v *View) Parent(id int64) (int64, bool) {
	e, ok := v.site.Entry(id)
	if !ok {
		v.note("Parent", id, "", false)
		return 0, false
	}
	v.note("Parent", id, "", e.Parent)
	return e.Parent, true
}

// Attachment returns a file of the media library. The answer must not be changed.
func (v *View) Attachment(id int64) (*Attachment, bool) {
	a, ok := v.site.attachment[id]
	if e, exists := v.site.Entry(id); ok && (!exists || !v.site.Public(e)) {
		a, ok = nil, false
	}
	if !v.known("Attachment", id, "") {
		if ok {
			v.note("Attachment", id, "", *a)
		} else {
			v.note("Attachment", id, "", false)
		}
	}
	return a, ok
}

// AttachmentURL returns the URL of an attachment's original file.
func (v *View) AttachmentURL(a *Attachment) string {
	v.Setup()
	return v.site.attachmentURL(a)
}

// AttachmentByURL finds the attachment whose file, resized copy or page a URL names, in any of the forms in which
// this site's own URLs are written.
func (v *View) AttachmentByURL(url string) (*Attachment, bool) {
	id := v.site.attachmentByURL(url)
	v.note("AttachmentByURL", 0, url, id)
	if id == 0 {
		return nil, false
	}
	return v.Attachment(id)
}

// PostByURL finds the post that a URL of this site names: its permalink, ?p=, ?page_id=, an old slug. Own reports
// whether the URL is one of this site at all; ID is 0 where nothing public is there.
func (v *View) PostByURL(url string) (id int64, own bool) {
	id, own = v.site.postByURL(url)
	v.note("PostByURL", 0, url, id, own)
	return id, own
}

// Children returns the attachments of a post, in menu order and then by ID, as a gallery shows them.
func (v *View) Children(post int64) []int64 {
	ids := v.site.children(post)
	v.note("Children", post, "", ids)
	return ids
}

// Terms returns the terms of a post: by taxonomy, and there by name.
func (v *View) Terms(post int64) []*Term {
	terms, missing := v.site.termsOf(post)
	if missing > 0 {
		v.Log.Find(finding.Finding{Code: finding.TermMissing, Field: "terms", Detail: "a term relationship names a term that does not exist"})
	}
	if !v.known("Terms", post, "") {
		v.note("Terms", post, "", saidOf(terms), missing > 0)
	}
	return terms
}

// saidOf is all that terms say, each as one text.
func saidOf(terms []*Term) []string {
	said := make([]string, len(terms))
	for i, t := range terms {
		said[i] = fmt.Sprintf("%d %d %d %q %q %q %q %q", t.ID, t.TaxonomyID, t.Parent, t.Taxonomy, t.Name, t.Slug, t.Description, t.Meta)
	}
	return said
}

// Lineage returns a term and its ancestors, the root first.
func (v *View) Lineage(t *Term) []*Term {
	line := v.site.lineage(t)
	if t != nil && !v.known("Lineage", t.TaxonomyID, "") {
		v.note("Lineage", t.TaxonomyID, "", saidOf(line))
	}
	return line
}

// Term returns a term by its term_id. Where a term_id serves several taxonomies, the first is returned. Of one that stands for
// an author there is nothing to say but who that is.
func (v *View) Term(id int64) (*Term, bool) {
	same := v.site.termIDs[id]
	if len(same) > 0 && v.site.NamesAccount(same[0]) {
		author, ok := v.site.authorOf(same[0])
		v.note("Term", id, "", author, ok)
		return &Term{ID: id, TaxonomyID: same[0].TaxonomyID, Taxonomy: same[0].Taxonomy, Name: html.EscapeString(author.Name)}, ok && !author.Withheld
	}
	if len(same) == 0 {
		v.note("Term", id, "", false)
		return nil, false
	}
	if !v.known("Term", id, "") {
		v.note("Term", id, "", saidOf(same[:1]))
	}
	return same[0], true
}

// User returns a user. The answer must not be changed.
func (v *View) User(id int64) (*User, bool) {
	u, ok := v.site.users[id]
	if !v.known("User", id, "") {
		if ok {
			v.note("User", id, "", u.Login, "\x00", u.Nicename, "\x00", u.Email, "\x00", u.DisplayName, u.Meta)
		} else {
			v.note("User", id, "", false)
		}
	}
	return u, ok
}

// PublicName returns the display name of a user, decoded, and whether it may leave: a login or an e-mail address never
// does.
func (u *User) PublicName() (string, bool) {
	name := strings.TrimSpace(PlainText(u.DisplayName))
	for _, secret := range []string{u.Login, u.Nicename, u.Email} {
		if secret != "" && strings.EqualFold(name, secret) {
			return "", false
		}
	}
	return name, name != "" && !strings.Contains(name, "@")
}

// PublicName returns the name of a term as people see it, decoded. The terms of post formats are stored under their
// slugs; WordPress shows them by these words.
func (t *Term) PublicName() string {
	if format, ok := strings.CutPrefix(t.Slug, "post-format-"); ok && t.Taxonomy == "post_format" && format != "" {
		return strings.ToUpper(format[:1]) + format[1:]
	}
	return PlainText(t.Name)
}

// Option returns an option as stored.
func (v *View) Option(name string) (string, bool) {
	value, ok := v.site.options[name]
	v.note("Option", 0, name, value, ok)
	return value, ok
}

// Table returns the rows of one of SmallTables.
func (v *View) Table(name string) []Row {
	rows := v.site.tables[name]
	if !v.known("Table", 0, name) {
		v.note("Table", 0, name, rows)
	}
	return rows
}

// Zone is the site's time zone: its name, or its offset where it has none.
func (v *View) Zone() *time.Location {
	v.Setup()
	return v.site.Zone()
}

// PostType says what a post type is.
func (v *View) PostType(name string) PostType {
	v.Setup()
	return v.site.PostType(name)
}

// Taxonomy says what a taxonomy is.
func (v *View) Taxonomy(name string) Taxonomy {
	v.Setup()
	return v.site.Taxonomy(name)
}

// ParseID reads a post, term or user ID as meta values hold it.
func ParseID(stored string) (int64, bool) {
	id := number(stored)
	return id, id > 0
}

// Setup returns what the whole site shares: home, permalink structure, zone, uploads, types.
func (v *View) Setup() *Setup {
	if !v.known("Setup", 0, "") {
		v.note("Setup", 0, "", v.site.setup.digest())
	}
	return &v.site.setup.Setup
}

// Pattern returns the content of a synced pattern (wp_block) that may be shown.
func (v *View) Pattern(id int64) (content string, ok bool) {
	e, exists := v.site.Entry(id)
	if exists && e.Type == "wp_block" && e.Status == "publish" && !v.site.locked(e) {
		content, ok = v.site.contents[id]
	}
	v.note("Pattern", id, "", content, ok)
	return content, ok
}

// Embed returns the HTML that the site's oembed_cache posts hold under this name: the MD5 of the URL and the
// serialized attributes.
func (v *View) Embed(name string) (markup string, ok bool) {
	markup, ok = v.site.embeds[name]
	v.note("Embed", 0, name, markup, ok)
	return markup, ok
}

// Venue returns the meta in which The Events Calendar keeps where a place is, in stored order: _VenueAddress, _VenueCity,
// _VenueLat, … It returns nothing of one that may not leave.
func (v *View) Venue(id int64) []Meta {
	var meta []Meta
	if e, ok := v.site.Entry(id); ok && v.site.Public(e) {
		meta = v.site.venues[id]
	}
	v.note("Venue", id, "", meta)
	return meta
}

// PlainText decodes entities and takes tags away.
func PlainText(s string) string {
	if strings.ContainsAny(s, "<") {
		s = stripTags(s)
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return s
}
