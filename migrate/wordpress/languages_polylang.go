package wordpress

import (
	"cmp"
	"maps"
	"slices"
)

// readPolylang reads the languages that Polylang gives posts: terms of the taxonomy language, whose description holds the
// locale, and terms of post_translations, whose description holds the posts of a group by the codes of their languages.
//
// The group that a post is filed under is its own. Where a group names a post that is filed under another, the post is a
// stray there: so links go both ways or not at all.
func readPolylang(s *Site) *languages {
	l := &languages{plugin: "Polylang", strays: map[int64][]stray{}}
	tags := map[int64]spokenIn{} // by term_taxonomy_id of a language
	codes := map[string]spokenIn{}
	var groups []*Term
	for _, id := range slices.Sorted(maps.Keys(s.terms)) {
		switch t := s.terms[id]; t.Taxonomy {
		case "language":
			in := spokenIn{l.tag(LanguageTag(localeOf(t), t.Slug)), l.code(t.Slug)}
			tags[id], codes[t.Slug] = in, in
		case "post_translations":
			groups = append(groups, t)
		}
	}
	language, filed := map[int64]spokenIn{}, map[int64]int64{}
	for _, r := range s.relations {
		if in, ok := tags[r.term]; ok {
			if _, known := language[r.object]; !known {
				language[r.object] = in
			}
		}
		if t := s.terms[r.term]; t != nil && t.Taxonomy == "post_translations" {
			if _, known := filed[r.object]; !known {
				filed[r.object] = t.TaxonomyID
			}
		}
	}
	for _, group := range groups {
		for _, named := range namedBy(group) {
			in, known := codes[named.code]
			if !known {
				continue // a language that is gone, or a setting
			}
			if own, elsewhere := filed[named.post]; elsewhere && own != group.TaxonomyID {
				l.strays[group.TaxonomyID] = append(l.strays[group.TaxonomyID], stray{named.post, in.tag})
				continue
			}
			if own, known := language[named.post]; known {
				in = own
			}
			filed[named.post] = group.TaxonomyID
			l.posts = append(l.posts, member{named.post, group.TaxonomyID, in.tag, in.code})
		}
	}
	for _, post := range slices.Sorted(maps.Keys(language)) {
		l.posts = append(l.posts, member{post, 0, language[post].tag, language[post].code}) // counts where no group has named it
	}
	return l
}

// spokenIn is a language of the plugin: the positions of its tag and its code.
type spokenIn struct{ tag, code int32 }

// localeOf is the locale of a language of Polylang.
func localeOf(t *Term) string {
	php, err := Unserialize(t.Description)
	settings, _ := php.Value.(Object)
	if err != nil {
		return ""
	}
	return textOf(lookup(settings, "locale"))
}

// named is a post that a group names, under the code of a language.
type named struct {
	code string
	post int64
}

// namedBy returns the posts that a group of Polylang names, by ID.
func namedBy(group *Term) []named {
	php, err := Unserialize(group.Description)
	members, _ := php.Value.(Object)
	if err != nil {
		return nil
	}
	var all []named
	for _, m := range members {
		if id := number(textOf(m.Value)); id > 0 {
			all = append(all, named{m.Name, id})
		}
	}
	slices.SortStableFunc(all, func(a, b named) int { return cmp.Compare(a.post, b.post) })
	return slices.CompactFunc(all, func(a, b named) bool { return a.post == b.post })
}
