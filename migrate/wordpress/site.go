package wordpress

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Site is what one WordPress site is, apart from the text of its posts: options, terms, users, attachments,
// definitions of types and fields, and an index of all posts. It does not change once built and told what Learn
// takes, and may be used by any number of goroutines. A record must not ask it directly, only through a View, which writes down what was asked.
//
// Memory: about 120 bytes and the title and slug for a post of a type that has pages, 40 for others; 120 more and the file
// name for an attachment; 16 for a term relationship.
type Site struct {
	Prefix   string   // of the tables: "wp_"
	Warnings []string // what the source could not promise, for people
	Moving   bool     // rows may change while they are read: the source gives no single point in time

	options    map[string]string
	entries    []Entry           // by ID
	terms      map[int64]*Term   // by term_taxonomy_id
	termIDs    map[int64][]*Term // by term_id; several where terms are shared between taxonomies
	users      map[int64]*User
	relations  []relation // by object, then term
	attachment map[int64]*Attachment
	files      map[string]int64   // _wp_attached_file → attachment
	oldSlugs   map[string][]int64 // _wp_old_slug → posts
	venues     map[int64][]Meta   // post of The Events Calendar → where the place is
	shown      map[int64][]Meta   // post that shows inside others, or stands for files → the meta that it keeps them in
	versions   map[int64][]int64  // post of Download Monitor → its published versions
	contents   map[int64]string   // of posts whose content others need
	embeds     map[string]string  // post_name of an oembed_cache post → HTML
	tables     map[string][]Row
	rowsBy     sync.Map          // "table column" → value → rows, made when first asked for
	acfJSON    []acfDefinedGroup // given by Builder.ACFJSON
	known      map[string]known  // by role, given by Learn

	orders map[relation]int32 // term_order, where it is not 0

	filled       []string // see Filled
	missingRules []string // see MissingRules
	network      bool     // it is one of several sites of a network

	restricted map[int64]string // post → the plugin that shows it to some visitors only

	sum Digest // of all that the Builder was given

	authorIndex // both are worked out of the above once, in Build
	setup
}

// Entry is what the index keeps of every row of the posts table.
type Entry struct {
	ID, Parent, Author int64
	Type, Status       string
	MIMEType           string
	Slug               string // post_name; empty for types that have no page
	Title              string // as stored; empty for types that have no page
	Date               string // post_date, local
	Protected          bool
	MenuOrder          int64
}

// Term is a term in one taxonomy.
type Term struct {
	ID          int64 // term_id
	TaxonomyID  int64 // term_taxonomy_id
	Taxonomy    string
	Name        string // as stored: entities not decoded
	Slug        string // as stored: percent-encoded
	Description string
	Parent      int64 // term_id in the same taxonomy; 0: none
	Meta        []Meta
}

// User is a user without what must not leave. Login and Email serve only to recognise a display name that is one.
type User struct {
	ID          int64
	Login       string
	Nicename    string
	Email       string
	DisplayName string // as stored: entities not decoded
	Meta        []Meta // without session tokens, capabilities and the like
}

// Attachment is a file of the media library.
type Attachment struct {
	ID, Parent    int64
	Title         string
	Slug          string
	Caption       string // post_excerpt
	Description   string // post_content
	Alt           string // _wp_attachment_image_alt
	MIMEType      string
	GUID          string
	File          string // _wp_attached_file: path below the uploads folder, or a whole URL
	Original      string // original_image: the file name behind a "-scaled" one
	Width, Height int
	Bytes         int64 // filesize; 0: not known
	Sizes         []Size
	Stored        BucketFile // where a plugin keeps the file; zero: in the uploads folder
}

// Size is a resized copy of an image.
type Size struct {
	Name, File    string
	Width, Height int
}

type relation struct {
	object int64
	term   int64 // term_taxonomy_id
}

// Entry returns the index entry of a post.
func (s *Site) Entry(id int64) (*Entry, bool) {
	i := sort.Search(len(s.entries), func(i int) bool { return s.entries[i].ID >= id })
	if i == len(s.entries) || s.entries[i].ID != id {
		return nil, false
	}
	return &s.entries[i], true
}

// Entries returns the index of all posts by ascending ID. It must not be changed.
func (s *Site) Entries() []Entry { return s.entries }

// Attachments returns all attachments by ascending ID.
func (s *Site) Attachments() []*Attachment {
	var all []*Attachment
	for i := range s.entries {
		if a := s.attachment[s.entries[i].ID]; a != nil {
			all = append(all, a)
		}
	}
	return all
}

// Users returns all users by ascending ID. They must not be changed.
func (s *Site) Users() []*User {
	return slices.SortedFunc(maps.Values(s.users), func(a, b *User) int { return cmp.Compare(a.ID, b.ID) })
}

// Option returns an option as stored.
func (s *Site) Option(name string) (string, bool) {
	v, ok := s.options[name]
	return v, ok
}

// Terms returns all terms, by taxonomy and name.
func (s *Site) Terms() []*Term {
	all := make([]*Term, 0, len(s.terms))
	for _, t := range s.terms {
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b *Term) int {
		return cmp.Or(strings.Compare(a.Taxonomy, b.Taxonomy), compareTerms(a, b))
	})
	return all
}

// Table returns the rows of one of SmallTables.
func (s *Site) Table(name string) []Row { return s.tables[name] }

// termsOf returns the terms of a post: by taxonomy, and in a taxonomy by name, as get_the_terms does; without those that
// stand for authors, whose names and slugs are logins; and how many relationships name a term that does not exist.
func (s *Site) termsOf(post int64) (found []*Term, missing int) {
	found, missing = s.relatedTerms(post)
	return slices.DeleteFunc(found, s.NamesAccount), missing
}

// relatedTerms returns all terms of a post.
func (s *Site) relatedTerms(post int64) (found []*Term, missing int) {
	i, _ := slices.BinarySearchFunc(s.relations, post, func(r relation, id int64) int { return cmp.Compare(r.object, id) })
	for ; i < len(s.relations) && s.relations[i].object == post; i++ {
		r := s.relations[i]
		if t := s.terms[r.term]; t != nil {
			found = append(found, t)
		} else {
			missing++
		}
	}
	slices.SortFunc(found, func(a, b *Term) int {
		return cmp.Or(strings.Compare(a.Taxonomy, b.Taxonomy), compareTerms(a, b))
	})
	return found, missing
}

func compareTerms(a, b *Term) int {
	return cmp.Or(strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), strings.Compare(a.Slug, b.Slug), cmp.Compare(a.TaxonomyID, b.TaxonomyID))
}

// parentOf returns the parent of a term in its own taxonomy.
func (s *Site) parentOf(t *Term) *Term {
	if t.Parent == 0 {
		return nil
	}
	for _, p := range s.termIDs[t.Parent] {
		if p.Taxonomy == t.Taxonomy {
			return p
		}
	}
	return nil
}

// lineage returns a term and its ancestors, the root first; a loop is cut where it closes.
func (s *Site) lineage(t *Term) []*Term {
	var line []*Term
	for ; t != nil && len(line) <= deepest && !slices.Contains(line, t); t = s.parentOf(t) {
		line = append(line, t)
	}
	slices.Reverse(line)
	return line
}
