package wordpress

import (
	"cmp"
	"slices"
	"strings"
)

// languages are what a plugin says that keeps a post of its own for each language: the language of posts, and which posts
// are translations of each other. It costs 28 bytes a post that the plugin speaks of.
type languages struct {
	plugin string // "WPML", "Polylang"
	tags   []string
	posts  []member          // by post; a post is in one group at most
	groups []int32           // positions in posts of those in a group, by group and post
	strays map[int64][]stray // by group
	codes  []string          // of the plugin

	addressing addressing // only of a plugin that is switched on
}

// member is a post with its language, in its group; group 0 is none.
type member struct {
	post, group int64
	tag         int32 // position in tags
	code        int32 // position in codes
}

// stray is a post that a group names and that does not belong to it.
type stray struct {
	post int64
	tag  int32
}

// tag returns the position of a language among the tags.
func (l *languages) tag(tag string) int32 {
	i := slices.Index(l.tags, tag)
	if i < 0 {
		i = len(l.tags)
		l.tags = append(l.tags, tag)
	}
	return int32(i)
}

// code returns the position of a code among those of the plugin.
func (l *languages) code(code string) int32 {
	i := slices.Index(l.codes, code)
	if i < 0 {
		i = len(l.codes)
		l.codes = append(l.codes, code)
	}
	return int32(i)
}

// index puts what was read in order. Of rows that speak of one post, the first counts.
func (l *languages) index() {
	slices.SortStableFunc(l.posts, func(a, b member) int { return cmp.Compare(a.post, b.post) })
	l.posts = slices.CompactFunc(l.posts, func(a, b member) bool { return a.post == b.post })
	for i, p := range l.posts {
		if p.group != 0 {
			l.groups = append(l.groups, int32(i))
		}
	}
	slices.SortStableFunc(l.groups, func(a, b int32) int { return cmp.Compare(l.posts[a].group, l.posts[b].group) })
}

// of returns what is said of a post.
func (l *languages) of(post int64) (member, bool) {
	i, found := slices.BinarySearchFunc(l.posts, post, func(p member, id int64) int { return cmp.Compare(p.post, id) })
	if !found {
		return member{}, false
	}
	return l.posts[i], true
}

// members returns the posts of a group, by ID.
func (l *languages) members(group int64) []member {
	i, _ := slices.BinarySearchFunc(l.groups, group, func(at int32, group int64) int { return cmp.Compare(l.posts[at].group, group) })
	var all []member
	for ; i < len(l.groups) && l.posts[l.groups[i]].group == group; i++ {
		all = append(all, l.posts[l.groups[i]])
	}
	return all
}

// readLanguages reads what the plugins keep, first that of one which is switched on: another may have been in use before
// it, and left its data behind.
func readLanguages(s *Site, translations []translationRow) []*languages {
	var all []*languages
	active := strings.ToLower(s.options["active_plugins"])
	for _, plugin := range []struct {
		read      func() *languages
		folder    string
		addresses func(*Site, []string) addressing
	}{
		{func() *languages { return readWPML(s, translations) }, `"sitepress-multilingual-cms/`, wpmlAddressing},
		{func() *languages { return readPolylang(s) }, `"polylang`, polylangAddressing},
	} {
		said := plugin.read()
		if len(said.posts) == 0 {
			continue
		}
		said.index()
		if strings.Contains(active, plugin.folder) {
			said.addressing = plugin.addresses(s, said.codes)
			all = slices.Insert(all, 0, said)
		} else {
			all = append(all, said)
		}
	}
	return all
}

// languageOf finds the first plugin that speaks of a post.
func (s *Site) languageOf(post int64) (*languages, member) {
	for _, said := range s.setup.languages {
		if p, ok := said.of(post); ok {
			return said, p
		}
	}
	return nil, member{}
}

// Spoken is the language of a post.
type Spoken struct {
	Tag  string // BCP 47, or the plugin's own code where that is none
	From string // the plugin that says so: "WPML"
}

// Language returns the language that a multilingual plugin gives a post; the zero Spoken where none does.
func (v *View) Language(post int64) Spoken {
	var spoken Spoken
	if said, p := v.site.languageOf(post); said != nil {
		spoken = Spoken{said.tags[p.tag], said.plugin}
	}
	v.note("Language", post, "", spoken)
	return spoken
}

// Translation is a post that a plugin names as the translation of another.
type Translation struct {
	Head            // of the post; only its ID where it does not exist
	Language string // BCP 47
	Exists   bool
	Foreign  bool // it belongs to other translations, or is of another type than the group says
}

// Translations returns the posts that are translations of a post, in the order of their IDs. They may be such as may not
// leave: what is said of those is for deciding that alone.
func (v *View) Translations(post int64) []Translation {
	all := v.site.translationsOf(post)
	v.note("Translations", post, "", all)
	return all
}

func (s *Site) translationsOf(post int64) []Translation {
	said, p := s.languageOf(post)
	if said == nil || p.group == 0 {
		return nil
	}
	var all []Translation
	add := func(id int64, tag int32, foreign bool) {
		t := Translation{Head: Head{ID: id}, Language: said.tags[tag], Foreign: foreign}
		var e *Entry
		if e, t.Exists = s.Entry(id); t.Exists {
			t.Head = Head{ID: id, Type: e.Type, Status: e.Status, Protected: s.locked(e)}
			if above := s.HiddenBy(id, e.Type); above != nil && t.Status == "publish" {
				t.Status, t.Protected = above.Status, t.Protected || s.locked(above)
			}
		}
		all = append(all, t)
	}
	for _, m := range said.members(p.group) {
		if m.post != post {
			add(m.post, m.tag, false)
		}
	}
	for _, other := range said.strays[p.group] {
		add(other.post, other.tag, true)
	}
	slices.SortStableFunc(all, func(a, b Translation) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// LanguageTag is the BCP 47 tag that the first of these codes and locales is, in the form of hreflang: "pt-BR" of pt-br and
// of pt_BR, "zh-Hans" of zh-hans, "de-CH" of de_CH_informal. Where none is one, it is the first, with hyphens.
func LanguageTag(codes ...string) string {
	first := ""
	for _, code := range codes {
		if code = strings.TrimSpace(code); code == "" {
			continue
		}
		tag, ok := parseLocale(code)
		if ok {
			return tag
		}
		if first == "" {
			first = tag
		}
	}
	return first
}
