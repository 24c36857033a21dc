package wordpress

import (
	"maps"
	"slices"
	"strings"
)

// authorMeta are the keys of postmeta in which plugins keep the profiles of authors without an account.
var authorMeta = []string{
	"cap-display_name", "cap-first_name", "cap-last_name", "cap-user_login", "cap-linked_account",
	"cap-affiliation", "cap-organization", "cap-organisation", "cap-orcid",
	"_molongui_guest_author_display_name", "_molongui_guest_author_first_name", "_molongui_guest_author_last_name", "_molongui_guest_author_company",
}

// authorIndex finds authors by what plugins write for them.
type authorIndex struct {
	accounts map[string]*User  // by login, nicename and address in small letters
	people   map[int64][]Meta  // post of an author without an account → its profile
	guests   map[string]int64  // slug of Co-Authors Plus → post
	guestOf  map[string]int64  // login of the account that a guest author is linked with → post
	authors  map[string]string // taxonomy → the plugin whose authors it holds
}

func (s *Site) indexAuthors(meta map[int64][]Meta) {
	s.accounts, s.people, s.guests, s.guestOf = map[string]*User{}, map[int64][]Meta{}, map[string]int64{}, map[string]int64{}
	for _, u := range s.Users() {
		for _, secret := range []string{u.Login, u.Nicename, u.Email} {
			if secret = strings.ToLower(secret); secret != "" && s.accounts[secret] == nil {
				s.accounts[secret] = u
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(meta)) {
		e, ok := s.Entry(id)
		if !ok || e.Status == "trash" || e.Status == "private" || !strings.HasPrefix(e.Type, "guest") {
			continue
		}
		for _, m := range meta[id] {
			if !slices.Contains(authorMeta, m.Key) {
				continue
			}
			s.people[id] = append(s.people[id], m)
			switch value := strings.ToLower(m.Value); m.Key {
			case "cap-user_login":
				put(s.guests, value, id)
			case "cap-linked_account":
				put(s.guestOf, value, id)
			}
		}
		if e.Type == "guest-author" {
			put(s.guests, strings.TrimPrefix(strings.ToLower(e.Slug), "cap-"), id)
		}
	}
	s.authors = s.authorPlugins()
}

// put keeps the first of what is found under a key.
func put(index map[string]int64, key string, id int64) {
	if _, taken := index[key]; key != "" && !taken {
		index[key] = id
	}
}
