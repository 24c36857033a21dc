package wordpress

import (
	"reflect"
	"slices"
	"testing"
)

// TestAuthorTermsOfOtherKinds: a taxonomy of the site's own may be called author, and its terms are terms as others are,
// unless one is the account of a user.
func TestAuthorTermsOfOtherKinds(t *testing.T) {
	b := NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.User(User{ID: 3, Login: "ann", Nicename: "ann", Email: "ann@example.net", DisplayName: "Ann Lee"})
	b.Post(IndexRow{ID: 1, Type: "post", Status: "publish", Name: "one", Title: "One"})
	b.Term(Term{ID: 5, TaxonomyID: 5, Taxonomy: "author", Name: "Hannah Arendt", Slug: "hannah-arendt"})
	b.Term(Term{ID: 6, TaxonomyID: 6, Taxonomy: "author", Name: "ann", Slug: "ann"})
	b.Relation(1, 5)
	b.Relation(1, 6)
	view := b.Build().View()
	if terms := view.Terms(1); len(terms) != 1 || terms[0].Slug != "hannah-arendt" {
		t.Errorf("terms %+v", terms)
	}
	if got, want := view.Authors(1), []Credit{{Plugin: coAuthorsPlus, Name: "Ann Lee", Term: 6}}; !reflect.DeepEqual(got, want) {
		t.Errorf("authors %+v, want %+v", got, want)
	}
	if term, _ := view.Term(6); term.Name != "Ann Lee" || term.Slug != "" {
		t.Errorf("a term that is a login is shown as %+v", term)
	}
}

// TestAuthorsOfPlugins resolves what other plugins write for authors. Nothing that comes out is a login or an address.
func TestAuthorsOfPlugins(t *testing.T) {
	b := NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.User(User{ID: 3, Login: "ann", Nicename: "ann", Email: "ann@example.net", DisplayName: "Ann Lee"})
	b.UserMeta(3, "first_name", "Ann")
	b.UserMeta(3, "last_name", "ann@example.net")
	b.User(User{ID: 4, Login: "bo", Nicename: "bo", Email: "bo@example.net", DisplayName: "bo@example.net"})
	b.Post(IndexRow{ID: 1, Type: "post", Status: "publish", Name: "one", Title: "One"})
	b.Post(IndexRow{ID: 9, Type: "guest_author", Status: "publish", Name: "zoe", Title: "Zoe Quill"})
	b.PostMeta(9, "_molongui_guest_author_first_name", "Zoe")
	b.PostMeta(9, "_molongui_guest_author_last_name", "Quill")
	b.PostMeta(9, "_molongui_guest_author_company", "Walk Free")
	b.Post(IndexRow{ID: 10, Type: "guest_author", Status: "trash", Name: "yan", Title: "Yan"})
	b.Post(IndexRow{ID: 11, Type: "page", Status: "draft", Name: "secret", Title: "Secret"})
	b.Term(Term{ID: 5, TaxonomyID: 5, Taxonomy: "authorship", Name: "3", Slug: "3"})
	b.Term(Term{ID: 6, TaxonomyID: 6, Taxonomy: "authorship", Name: "4", Slug: "4"})
	b.RelationAt(1, 6, 1)
	b.Relation(1, 5)
	view := b.Build().View()
	if got, want := view.Authors(1), []Credit{{Plugin: authorship, Name: "Ann Lee", Given: "Ann", Term: 5}, {Plugin: authorship, Withheld: true, Term: 6}}; !reflect.DeepEqual(got, want) {
		t.Errorf("authors %+v, want %+v", got, want)
	}
	for reference, want := range map[string]Credit{
		"user-3": {Plugin: molongui, Name: "Ann Lee", Given: "Ann"}, "user-4": {Plugin: molongui, Withheld: true},
		"guest-9":  {Plugin: molongui, Name: "Zoe Quill", Given: "Zoe", Family: "Quill", Affiliation: "Walk Free"},
		"guest-10": {}, "guest-11": {}, "guest-x": {}, "user-99": {}, "": {}, "guest-": {},
	} {
		if got, ok := view.Author(reference); got != want || ok != (want != Credit{}) {
			t.Errorf("%s: got %+v, %v, want %+v", reference, got, ok, want)
		}
	}
	if keys := MetaKeys(); slices.ContainsFunc(keys, func(key string) bool { return key == "cap-user_email" || key == "_molongui_guest_author_mail" }) {
		t.Errorf("the index asks for addresses: %q", keys)
	}
}
