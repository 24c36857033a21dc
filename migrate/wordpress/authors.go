package wordpress

import (
	"cmp"
	"slices"
	"strings"
)

// Plugins by which a post has authors other than the user who saved it.
const (
	coAuthorsPlus = "Co-Authors Plus"
	publishPress  = "PublishPress Authors"
	authorship    = "Authorship"
	molongui      = "Molongui Authorship"
)

// Credit is an author as a plugin names one for a post, with what its profile says. Logins and addresses never stand in it.
type Credit struct {
	Plugin        string
	Name          string // decoded; empty where it may not leave or is not there
	Given, Family string // as the profile has them
	Affiliation   string
	ORCID         string
	Term          int64 // the term_id that stands for it; 0: none does
	Withheld      bool  // there is one, and its name is a login or an address
}

// Authors returns whom the terms of author plugins name for a post, in the order that its editor gave them. Terms whose user
// or profile is gone are left out, as the plugins do.
func (v *View) Authors(post int64) []Credit {
	credits := v.site.authorsOf(post)
	v.note("Authors", post, "", credits)
	return credits
}

// Author returns the author that Molongui Authorship writes as user-ID or guest-ID, and whether there is one.
func (v *View) Author(reference string) (Credit, bool) {
	c, ok := v.site.molonguiAuthor(reference)
	v.note("Author", 0, reference, c, ok)
	return c, ok
}

// Person returns what the profile of a user says, and whether there is one.
func (v *View) Person(user int64) (Credit, bool) {
	c, ok := Credit{}, false
	if u := v.site.users[user]; u != nil {
		c, ok = u.credit(""), true
	}
	v.note("Person", user, "", c, ok)
	return c, ok
}

// NamesAccount reports whether a term stands for an author of a plugin, or for a user who follows posts. Name and slug of such a term are
// often a login: View and Terms give away neither.
func (s *Site) NamesAccount(t *Term) bool {
	return t.Taxonomy == "following_users" || s.isAuthorTerm(t)
}

// isAuthorTerm reports whether a term stands for an author of a plugin.
func (s *Site) isAuthorTerm(t *Term) bool { return s.authors[t.Taxonomy] != "" || s.isAccount(t) }

// AuthorPlugin returns the plugin whose author terms a taxonomy holds; empty: it holds others.
func (s *Site) AuthorPlugin(taxonomy string) string { return s.authors[taxonomy] }

// authorPlugins finds which taxonomies hold the authors of which plugin, by their terms: a site may have a taxonomy of that
// name of its own.
func (s *Site) authorPlugins() map[string]string {
	found := map[string]string{}
	for _, t := range s.terms {
		plugin := ""
		switch t.Taxonomy {
		case "author":
			plugin = coAuthorsPlus
			if isProfile(t) {
				plugin = publishPress
			} else if !strings.HasPrefix(t.Slug, "cap-") {
				continue
			}
		case "byline":
			if plugin = "Bylines"; !isProfile(t) {
				continue
			}
		case "authorship":
			if plugin = authorship; s.users[number(t.Slug)] == nil {
				continue
			}
		default:
			continue
		}
		found[t.Taxonomy] = max(found[t.Taxonomy], plugin) // of both, the later one: it reads the terms of the other
	}
	return found
}

// isProfile reports whether a term has the meta in which PublishPress Authors and Bylines keep a profile.
func isProfile(t *Term) bool {
	return slices.ContainsFunc(t.Meta, func(m Meta) bool {
		return slices.Contains([]string{"user_id", "user_email", "first_name", "last_name"}, m.Key) || strings.HasPrefix(m.Key, "user_id_")
	})
}

// isAccount reports whether the slug of an author term is that of a user's account.
func (s *Site) isAccount(t *Term) bool {
	if t.Taxonomy != "author" && t.Taxonomy != "byline" {
		return false
	}
	slug, prefixed := strings.CutPrefix(t.Slug, "cap-")
	return prefixed || s.accounts[strings.ToLower(slug)] != nil || s.accounts[strings.ToLower(t.Name)] != nil
}

// authorsOf resolves the author terms of a post, by term_order, and there by name.
func (s *Site) authorsOf(post int64) []Credit {
	terms, _ := s.relatedTerms(post)
	terms = slices.DeleteFunc(terms, func(t *Term) bool { return !s.isAuthorTerm(t) })
	slices.SortStableFunc(terms, func(a, b *Term) int {
		return cmp.Compare(s.orders[relation{post, a.TaxonomyID}], s.orders[relation{post, b.TaxonomyID}])
	})
	var credits []Credit
	for _, t := range terms {
		c, ok := s.authorOf(t)
		if ok {
			c.Term = t.ID
			credits = append(credits, c)
		}
	}
	return credits
}

// authorOf is the author that a term stands for: by its own profile, a guest author's, or a user's.
func (s *Site) authorOf(t *Term) (Credit, bool) {
	slug := strings.ToLower(strings.TrimPrefix(t.Slug, "cap-"))
	user := s.accounts[slug]
	switch {
	case t.Taxonomy == "authorship":
		user = s.users[number(t.Slug)]
	case isProfile(t):
		return s.profile(t), true
	case s.guests[slug] != 0:
		return s.guest(s.guests[slug], coAuthorsPlus), true
	}
	if user == nil {
		return Credit{}, false
	}
	if guest := s.guestOf[strings.ToLower(user.Login)]; guest != 0 {
		return s.guest(guest, coAuthorsPlus), true
	}
	plugin := s.authors[t.Taxonomy]
	if plugin == "" {
		plugin = coAuthorsPlus
	}
	return user.credit(plugin), true
}

// profile is an author of PublishPress Authors or Bylines, whose term is its profile. What that lacks, the user's has.
func (s *Site) profile(t *Term) Credit {
	c := profileOf(t.Meta, "")
	c.Plugin = s.authors[t.Taxonomy]
	c.Name = PlainText(t.Name)
	if stored, _ := metaValue(t.Meta, "user_id"); s.users[number(stored)] != nil {
		of := s.users[number(stored)].credit("")
		c.Name = cmp.Or(c.Name, of.Name)
		c.Given, c.Family = cmp.Or(c.Given, of.Given), cmp.Or(c.Family, of.Family)
	}
	return s.discreet(c)
}

// guest is an author without an account, whose profile is a post. These plugins show the profiles of drafts, too.
func (s *Site) guest(id int64, plugin string) Credit {
	meta := s.people[id]
	prefix := "cap-"
	if plugin == molongui {
		prefix = "_molongui_guest_author_"
	}
	c := profileOf(meta, prefix)
	c.Plugin = plugin
	c.Name, _ = metaValue(meta, prefix+"display_name")
	if e, ok := s.Entry(id); ok {
		c.Name = cmp.Or(strings.TrimSpace(PlainText(c.Name)), PlainText(e.Title))
	}
	return s.discreet(c)
}

// molonguiAuthor is the author behind user-ID or guest-ID.
func (s *Site) molonguiAuthor(reference string) (Credit, bool) {
	kind, stored, _ := strings.Cut(strings.TrimSpace(reference), "-")
	id := number(stored)
	switch kind {
	case "user":
		if u := s.users[id]; u != nil {
			return u.credit(molongui), true
		}
	case "guest":
		if e, ok := s.Entry(id); ok && e.Status != "trash" && e.Status != "private" && strings.HasPrefix(e.Type, "guest") {
			return s.guest(id, molongui), true
		}
	}
	return Credit{}, false
}

// credit is what the profile of a user says.
func (u *User) credit(plugin string) Credit {
	c := profileOf(u.Meta, "")
	c.Plugin = plugin
	name, ok := u.PublicName()
	if !ok {
		return Credit{Plugin: plugin, Withheld: true}
	}
	c.Name = name
	return c
}

// profileOf reads what profiles say of a person beside the name.
func profileOf(meta []Meta, prefix string) Credit {
	first := func(keys ...string) string {
		for _, key := range keys {
			if value, _ := metaValue(meta, prefix+key); strings.TrimSpace(value) != "" && !strings.Contains(value, "@") {
				return strings.Join(strings.Fields(PlainText(value)), " ")
			}
		}
		return ""
	}
	return Credit{Given: first("first_name"), Family: first("last_name"), ORCID: first("orcid", "orcid_id"),
		Affiliation: first("affiliation", "organization", "organisation", "institution", "company")}
}

// discreet is a credit without a name that is a login or an address.
func (s *Site) discreet(c Credit) Credit {
	c.Name = strings.Join(strings.Fields(c.Name), " ")
	if c.Name == "" || strings.Contains(c.Name, "@") || s.accounts[strings.ToLower(c.Name)] != nil {
		return Credit{Plugin: c.Plugin, Withheld: true}
	}
	return c
}
