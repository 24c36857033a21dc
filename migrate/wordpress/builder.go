package wordpress

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
)

// Builder gathers the rows of a site, in any order of tables, and makes the Site. A source gives it every row of
// options, terms, term_taxonomy, termmeta, term_relationships, users and usermeta; an index row of every post; the
// rows of postmeta that WantsMeta names; the rows of SmallTables; and which tables are There and Filled. A Builder belongs to one goroutine.
type Builder struct {
	site     *Site
	meta     map[int64][]Meta // the meta rows that the index needs, by post
	termMeta map[int64][]Meta
	intern   map[string]string

	translations []translationRow
	offloaded    map[int64]BucketFile
	there        map[string]bool // tables that are there
	filled       map[string]bool // tables that hold rows
	tally        *tally
}

// NewBuilder starts a site whose tables have this prefix.
func NewBuilder(prefix string) *Builder {
	return &Builder{
		site: &Site{
			Prefix: prefix, options: map[string]string{}, terms: map[int64]*Term{}, termIDs: map[int64][]*Term{},
			users: map[int64]*User{}, attachment: map[int64]*Attachment{}, files: map[string]int64{},
			oldSlugs: map[string][]int64{}, venues: map[int64][]Meta{}, shown: map[int64][]Meta{}, versions: map[int64][]int64{}, contents: map[int64]string{}, embeds: map[string]string{}, tables: map[string][]Row{},
			orders: map[relation]int32{},
		},
		meta: map[int64][]Meta{}, termMeta: map[int64][]Meta{}, intern: map[string]string{}, offloaded: map[int64]BucketFile{}, there: map[string]bool{}, filled: map[string]bool{}, tally: newTally(),
	}
}

// Expect makes room for about as many posts and relations.
func (b *Builder) Expect(posts, relations int) {
	b.site.entries = slices.Grow(b.site.entries, posts)
	b.site.relations = slices.Grow(b.site.relations, relations)
}

// IndexRow is what the index needs of a row of the posts table. Excerpt, Content and GUID may be left empty unless
// the type is "attachment" or WantsContent says so.
type IndexRow struct {
	ID, Author, Parent, MenuOrder    int64
	Type, Status, Name, Title, Date  string
	MIMEType, Excerpt, Content, GUID string
	Protected                        bool
}

// WantsContent reports whether the site needs post_content and post_excerpt of rows of this type.
func WantsContent(postType string) bool { return slices.Contains(ContentTypes(), postType) }

// ContentTypes are the post types whose content other posts or the site's own definitions need.
func ContentTypes() []string {
	return []string{"attachment", "acf-field-group", "acf-field", "acf-post-type", "acf-taxonomy", "wp_block", "oembed_cache",
		"_pods_pod", "_pods_field", "mb-post-type", "mb-taxonomy", "wp-types-group", "wpcf7_contact_form",
		"tablepress_table", "elementor_library"}
}

// WantsMeta reports whether the index needs rows of postmeta with this key. SQL sources ask for MetaKeys.
func WantsMeta(key string) bool { return wantedMeta()[key] }

var wantedMeta = sync.OnceValue(func() map[string]bool {
	wanted := map[string]bool{}
	for _, key := range MetaKeys() {
		wanted[key] = true
	}
	return wanted
})

// MetaKeys are the keys of postmeta that the index needs, for any post.
func MetaKeys() []string {
	return append([]string{"_wp_attached_file", "_wp_attachment_metadata", "_wp_attachment_image_alt", offloadMeta, "_wp_old_slug",
		"type", "label", "label_singular", "public", "publicly_queryable", "rewrite", "rewrite_custom_slug", "rewrite_with_front",
		"hierarchical", "has_archive", "object", "storage",
		"_yoast_wpseo_primary_category", "rank_math_primary_category", "_seopress_robots_primary_cat",
		"_VenueAddress", "_VenueCity", "_VenueStateProvince", "_VenueProvince", "_VenueState", "_VenueZip", "_VenueCountry", "_VenueLat", "_VenueLng"}, slices.Concat(shownMeta, authorMeta, restrictionMeta())...)
}

func (b *Builder) interned(s string) string {
	if known, ok := b.intern[s]; ok {
		return known
	}
	s = strings.Clone(s)
	b.intern[s] = s
	return s
}

// Option adds a row of the options table. Transients and the plan of WordPress's own jobs, which change all the time, are not
// kept.
func (b *Builder) Option(name, value string) {
	if strings.HasPrefix(name, "_transient_") || strings.HasPrefix(name, "_site_transient_") || name == "cron" {
		return
	}
	b.site.options[name] = value
}

// Term adds a joined row of terms and term_taxonomy. One without a taxonomy, or with neither name nor slug, is as good
// as missing.
func (b *Builder) Term(t Term) {
	if t.Taxonomy == "" || t.Name == "" && t.Slug == "" {
		return
	}
	t.Taxonomy = b.interned(t.Taxonomy)
	b.tally.add("terms", []int64{t.ID, t.TaxonomyID, t.Parent}, t.Taxonomy, t.Name, t.Slug, t.Description)
	b.site.terms[t.TaxonomyID] = &t
}

// TermMeta adds a row of termmeta. Rows come in the order of meta_id.
func (b *Builder) TermMeta(termID int64, key, value string) {
	b.filled["termmeta"] = true
	b.tally.add("termmeta", []int64{termID}, key, value)
	b.termMeta[termID] = append(b.termMeta[termID], Meta{key, value})
}

// Relation adds a row of term_relationships.
func (b *Builder) Relation(object, termTaxonomy int64) { b.RelationAt(object, termTaxonomy, 0) }

// RelationAt adds a row of term_relationships with its term_order.
func (b *Builder) RelationAt(object, termTaxonomy, order int64) {
	b.tally.add("term_relationships", []int64{object, termTaxonomy, order})
	b.site.relations = append(b.site.relations, relation{object, termTaxonomy})
	if order != 0 {
		b.site.orders[relation{object, termTaxonomy}] = int32(min(max(order, math.MinInt32), math.MaxInt32))
	}
}

// User adds a row of users.
func (b *Builder) User(u User) {
	b.tally.add("users", []int64{u.ID}, u.Login, u.Nicename, u.Email, u.DisplayName)
	b.site.users[u.ID] = &u
}

// UserMeta adds a row of usermeta, which must come after its user and in the order of umeta_id. What must never
// leave (sessions, capabilities, settings, addresses of the last login) is not kept.
func (b *Builder) UserMeta(userID int64, key, value string) {
	u := b.site.users[userID]
	if u == nil || secretUserMeta(key, b.site.Prefix) {
		return
	}
	b.filled["usermeta"] = true
	b.tally.add("usermeta", []int64{userID}, key, value)
	u.Meta = append(u.Meta, Meta{key, value})
}

func secretUserMeta(key, prefix string) bool {
	lower := strings.ToLower(key)
	for _, word := range []string{"session", "token", "secret", "password", "pass_", "application_passwords", "_ip", "ip_address", "last_login", "capabilities", "user_level", "2fa", "totp"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return strings.HasPrefix(key, prefix)
}

// Post adds a row of the posts table to the index. It copies the texts that it keeps.
func (b *Builder) Post(r IndexRow) {
	e := Entry{ID: r.ID, Parent: r.Parent, Author: r.Author, MenuOrder: r.MenuOrder, Protected: r.Protected,
		Type: b.interned(r.Type), Status: b.interned(r.Status), MIMEType: b.interned(r.MIMEType)}
	if r.Type != "revision" && r.Type != "nav_menu_item" {
		e.Slug, e.Title, e.Date = strings.Clone(r.Name), strings.Clone(r.Title), strings.Clone(r.Date)
	}
	protected := int64(0)
	if r.Protected {
		protected = 1
	}
	b.tally.add("posts", []int64{r.ID, r.Author, r.Parent, r.MenuOrder, protected}, e.Type, e.Status, e.MIMEType, e.Slug, e.Title, e.Date, r.Excerpt, r.Content, r.GUID)
	b.site.entries = append(b.site.entries, e)
	switch {
	case r.Type == "attachment":
		b.site.attachment[r.ID] = &Attachment{ID: r.ID, Parent: r.Parent, Title: e.Title, Slug: e.Slug, Caption: strings.Clone(r.Excerpt),
			Description: strings.Clone(r.Content), MIMEType: e.MIMEType, GUID: strings.Clone(r.GUID)}
	case r.Type == "oembed_cache":
		b.site.embeds[e.Slug] = strings.Clone(r.Content)
	case WantsContent(r.Type):
		b.site.contents[r.ID] = strings.Clone(r.Content)
		if strings.HasPrefix(r.Type, "acf-field") {
			b.meta[r.ID] = append(b.meta[r.ID], Meta{"post_excerpt", strings.Clone(r.Excerpt)})
		}
	}
}

// PostMeta adds a row of postmeta whose key WantsMeta. Rows of one post come in the order of meta_id; they may come
// before their post. It copies the texts.
func (b *Builder) PostMeta(postID int64, key, value string) {
	b.filled["postmeta"] = true
	b.meta[postID] = append(b.meta[postID], Meta{b.interned(key), strings.Clone(value)})
}

// Row adds a row of one of SmallTables.
func (b *Builder) Row(table string, r Row) {
	b.tally.addRow(table, r)
	b.filled[table] = true
	switch table {
	case translationTable:
		b.translation(r)
		return
	case offloadTable:
		b.offload(r)
		return
	}
	b.site.tables[table] = append(b.site.tables[table], r)
}

// Network says that the site is one of a network's, which may have plugins switched on for all of them.
func (b *Builder) Network() { b.site.network = true }

// Moving says that rows may change while they are read.
func (b *Builder) Moving() { b.site.Moving = true }

// Warn adds a warning that people must see: something that the source could not promise.
func (b *Builder) Warn(text string) { b.site.Warnings = append(b.site.Warnings, text) }

// Build returns the site. The Builder must not be used afterwards.
func (b *Builder) Build() *Site {
	s := b.site
	slices.SortFunc(s.entries, func(a, b Entry) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(s.relations, func(a, b relation) int {
		return cmp.Or(cmp.Compare(a.object, b.object), cmp.Compare(a.term, b.term))
	})
	s.relations = slices.Compact(s.relations)
	for _, t := range s.terms {
		t.Meta = b.termMeta[t.ID]
		s.termIDs[t.ID] = append(s.termIDs[t.ID], t)
	}
	for _, same := range s.termIDs {
		slices.SortFunc(same, func(a, b *Term) int { return cmp.Compare(a.TaxonomyID, b.TaxonomyID) })
	}
	ids := make([]int64, 0, len(b.meta))
	for id := range b.meta {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	s.sum = b.digest(ids)
	for _, id := range ids {
		b.indexMeta(id, b.meta[id])
	}
	s.indexAuthors(b.meta)
	s.setup = newSetup(s, b.meta)
	s.setup.versions = readVersions(s.options)
	s.inDefaultLanguage()
	s.setup.languages = readLanguages(s, b.translations)
	s.readRestrictions(b.meta)
	b.seekRules()
	b.lacking()
	b.fill()
	if s.setup.Host == "" {
		b.Warn(fmt.Sprintf("the address of the site is not known: neither home nor siteurl in the table %soptions is a URL, and records are rejected without it. "+
			"Put it into the source: INSERT INTO %soptions (option_name, option_value) VALUES ('home', 'https://…')", s.Prefix, s.Prefix))
	}
	return s
}

// digest sums up all that was given, with the meta of these posts.
func (b *Builder) digest(posts []int64) Digest {
	b.tally.add("prefix", nil, b.site.Prefix)
	b.tallyOptions(b.tally)
	for _, id := range posts {
		for _, m := range b.meta[id] {
			b.tally.add("postmeta", []int64{id}, m.Key, m.Value)
		}
	}
	return b.tally.digest(slices.Sorted(maps.Keys(b.tally.tables)))
}

func (b *Builder) tallyOptions(t *tally) {
	for _, name := range slices.Sorted(maps.Keys(b.site.options)) {
		t.add("options", nil, name, b.site.options[name])
	}
}

// Sum is a digest of all that the site will know of what was given of these tables until now: options; terms, which has
// term_taxonomy in it; termmeta; term_relationships; users; usermeta; SmallTables.
func (b *Builder) Sum(tables ...string) Digest {
	given := &tally{maps.Clone(b.tally.tables)}
	if slices.Contains(tables, "options") {
		b.tallyOptions(given)
	}
	return given.digest(tables)
}

func (b *Builder) indexMeta(post int64, meta []Meta) {
	s := b.site
	for _, m := range meta {
		if m.Key == "_wp_old_slug" {
			s.oldSlugs[m.Value] = append(s.oldSlugs[m.Value], post)
		}
		if strings.HasPrefix(m.Key, "_Venue") {
			s.venues[post] = append(s.venues[post], m)
		}
	}
	s.indexShown(post, meta)
	if a := s.attachment[post]; a != nil {
		a.read(meta)
		a.Stored = b.bucketFile(post, meta)
		if _, taken := s.files[a.File]; a.File != "" && !taken {
			s.files[a.File] = post
		}
	}
}
