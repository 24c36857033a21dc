package wordpress

import "testing"

// tracedSite is a small site; change, if not nil, edits a row before it is built.
func tracedSite(change func(rows *tracedRows)) *Site {
	rows := &tracedRows{structure: "/%postname%/", title: "About us", slug: "about", status: "publish", alt: "A map", term: "Reports", user: "Ann Lee", city: "Wien", pattern: "<p>Hi</p>", other: "Elsewhere", guest: "Zoe Quill", profile: "draft", about: "All of them", above: 20}
	if change != nil {
		change(rows)
	}
	b := NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	b.Option("permalink_structure", rows.structure)
	b.Post(IndexRow{ID: 2, Type: "page", Status: rows.status, Name: rows.slug, Title: rows.title})
	b.Post(IndexRow{ID: 3, Type: "page", Status: "publish", Name: "elsewhere", Title: rows.other})
	b.Post(IndexRow{ID: 4, Type: "wp_block", Status: "publish", Name: "block", Content: rows.pattern})
	b.Post(IndexRow{ID: 5, Type: "attachment", Status: "inherit", Name: "map", Title: "Map", MIMEType: "image/png"})
	b.PostMeta(5, "_wp_attached_file", "2013/05/map.png")
	b.PostMeta(5, "_wp_attachment_image_alt", rows.alt)
	b.Post(IndexRow{ID: 6, Type: "tribe_venue", Status: "publish", Name: "hall", Title: "Hall"})
	b.PostMeta(6, "_VenueCity", rows.city)
	b.Term(Term{ID: 7, TaxonomyID: 7, Taxonomy: "category", Name: rows.term, Slug: "reports", Description: rows.about})
	b.Term(Term{ID: 7, TaxonomyID: 17, Taxonomy: "topic", Name: rows.term, Slug: "reports", Parent: rows.above}) // as old versions share terms
	b.Term(Term{ID: 20, TaxonomyID: 20, Taxonomy: "topic", Name: "Law", Slug: "law"})
	b.Term(Term{ID: 21, TaxonomyID: 21, Taxonomy: "topic", Name: "Rights", Slug: "rights", Parent: 7})
	b.Relation(1, 21)
	b.Relation(1, 7)
	b.User(User{ID: 9, Login: "ann", DisplayName: rows.user})
	b.Term(Term{ID: 8, TaxonomyID: 8, Taxonomy: "author", Name: "zoe", Slug: "cap-zoe"})
	b.RelationAt(1, 8, 1)
	b.Post(IndexRow{ID: 10, Type: "guest-author", Status: rows.profile, Name: "cap-zoe", Title: "Zoe"})
	b.PostMeta(10, "cap-display_name", rows.guest)
	return b.Build()
}

type tracedRows struct {
	structure, title, slug, status, alt, term, user, city, pattern, other, guest, profile, about string
	above                                                                                        int64
}

// TestTraceHoldsUntilAnAnswerChanges asks a View and holds the trace against sites in which one row differs: it must
// fail for what was asked, misses included, and hold for what was not.
func TestTraceHoldsUntilAnAnswerChanges(t *testing.T) {
	view := tracedSite(nil).View()
	view.Setup()
	view.Reference(2)
	view.Permalink(2)
	view.Attachment(5)
	view.AttachmentByURL("/wp-content/uploads/2013/05/map.png")
	view.PostByURL("https://example.org/about/")
	view.PostByURL("https://example.org/missing/")
	for _, term := range view.Terms(1) {
		view.Lineage(term)
	}
	view.User(9)
	view.Pattern(4)
	view.Parent(77)
	view.Venue(6)
	view.Person(9)
	view.Authors(1)
	view.Author("guest-10")
	trace := view.Trace()
	if len(trace) < 10 {
		t.Fatalf("only %d questions were written down", len(trace))
	}
	for name, c := range map[string]struct {
		change func(*tracedRows)
		holds  bool
	}{
		"nothing":                     {nil, true},
		"a title":                     {func(r *tracedRows) { r.title = "About them" }, false},
		"a slug":                      {func(r *tracedRows) { r.slug = "about-us" }, false},
		"a status":                    {func(r *tracedRows) { r.status = "draft" }, false},
		"an alternative text":         {func(r *tracedRows) { r.alt = "A plan" }, false},
		"the name of a term":          {func(r *tracedRows) { r.term = "Papers" }, false},
		"what a term is about":        {func(r *tracedRows) { r.about = "Some of them" }, false},
		"the parent of a shared term": {func(r *tracedRows) { r.above = 0 }, false},
		"the name of a user":          {func(r *tracedRows) { r.user = "Ann Berg" }, false},
		"the name of a guest":         {func(r *tracedRows) { r.guest = "Zoe Quint" }, false},
		"a guest that is gone":        {func(r *tracedRows) { r.profile = "trash" }, false},
		"the city of a venue":         {func(r *tracedRows) { r.city = "Graz" }, false},
		"a synced pattern":            {func(r *tracedRows) { r.pattern = "<p>Ho</p>" }, false},
		"the permalinks":              {func(r *tracedRows) { r.structure = "/%year%/%postname%/" }, false},
		"a page that appears":         {func(r *tracedRows) { r.slug = "missing" }, false},
		"another post":                {func(r *tracedRows) { r.other = "Somewhere" }, true},
	} {
		site := tracedSite(c.change)
		if got := site.Holds(trace); got != c.holds {
			t.Errorf("%s changed: the trace holds %v, want %v", name, got, c.holds)
		}
	}
	if again := tracedSite(nil).View(); again.Trace().Digest() == trace.Digest() {
		t.Error("an empty trace has the digest of a full one")
	}
}

// TestViewGivesNothingAwayOfADraft asks for a page that may not leave.
func TestViewGivesNothingAwayOfADraft(t *testing.T) {
	view := tracedSite(func(r *tracedRows) { r.status = "draft" }).View()
	if got := view.Reference(2); got != (Reference{ID: 2, Exists: true, Private: true}) {
		t.Errorf("a draft is shown as %+v", got)
	}
	if id, _ := view.PostByURL("https://example.org/about/"); id != 0 {
		t.Errorf("the address of a draft leads to %d", id)
	}
}
