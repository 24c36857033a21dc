package wordpress

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
)

// Membership plugins show some posts only to visitors who are logged in, or have a role, a group or a membership. What anonymous
// visitors do not see may not leave, as if the post had a password.

// membership is a plugin that shows posts to some visitors only.
type membership struct {
	name    string
	folders []string // in which the plugin lives, with those of its editions
	keys    []string // of postmeta in which it keeps what it says of a post
	tables  []string // in which it keeps the rest; of those that every WordPress has, the meta
	read    restrictionReader
}

// restrictionReader reads, once, what a plugin keeps for a site; meta is that of the posts.
type restrictionReader func(s *Site, meta map[int64][]Meta) restriction

// restriction is what a plugin hides of one site; the zero restriction hides nothing.
type restriction struct {
	hides func(*restrictedPost) bool
	whole bool // it may hide posts that have no meta of the plugin
}

// restrictedPost is a post of which a membership plugin keeps something, or may say something by a rule.
type restrictedPost struct {
	*Entry
	keyed
	site   *Site
	termed bool    // found are its terms
	found  []*Term // see terms
	place  string  // see request; empty: not asked for yet
}

// keyed is meta by key, the values of each in the order of meta_id.
type keyed map[string][]string

func byKey(meta []Meta) keyed {
	by := keyed{}
	for _, m := range meta {
		by[m.Key] = append(by[m.Key], m.Value)
	}
	return by
}

// text is the first value of a key as it is stored; empty where there is none.
func (k keyed) text(key string) string {
	if values := k[key]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// first is the first value of a key, PHP and JSON decoded; nil where there is none.
func (k keyed) first(key string) any {
	if text := k.text(key); text != "" {
		return decoded(text)
	}
	return nil
}

// anyText reports whether a key has a value that is not empty.
func (k keyed) anyText(key string) bool {
	return slices.ContainsFunc(k[key], func(value string) bool { return strings.TrimSpace(value) != "" })
}

// terms are those terms of the post that exist.
func (p *restrictedPost) terms() []*Term {
	if !p.termed {
		p.termed = true
		p.found, _ = p.site.termsOf(p.ID)
	}
	return p.found
}

// in reports whether the post has a term that passes.
func (p *restrictedPost) in(pass func(*Term) bool) bool { return slices.ContainsFunc(p.terms(), pass) }

// within reports whether the post has a term that passes, or is below one that does.
func (p *restrictedPost) within(pass func(*Term) bool) bool {
	return p.in(func(t *Term) bool { return slices.ContainsFunc(p.site.lineage(t), pass) })
}

// below reports whether the post is below one with such an ID.
func (p *restrictedPost) below(ids map[int64]bool) bool {
	for e, ok, depth := p.Entry, true, 0; ok && e.Parent != 0 && depth < deepest; depth++ {
		if ids[e.Parent] {
			return true
		}
		e, ok = p.site.Entry(e.Parent)
	}
	return false
}

// page reports whether the post is a page of the site. What hides all pages leaves alone what shows inside them: files, which the web
// server hands out by itself, patterns, tables, forms.
func (p *restrictedPost) page() bool { return p.site.PostType(p.Type).Class != Internal }

// request is what a browser asks the site for to see the post: path and query.
func (p *restrictedPost) request() string {
	if p.place == "" {
		_, address, _ := strings.Cut(p.site.permalink(p.Entry), "://")
		_, path, _ := strings.Cut(address, "/")
		p.place = "/" + path
	}
	return p.place
}

// valuesOf are the values of a list or an array.
func valuesOf(value any) []any {
	if list, ok := value.([]any); ok {
		return list
	}
	object, _ := value.(Object)
	var values []any
	for _, p := range object {
		values = append(values, p.Value)
	}
	return values
}

// itemsOf are the texts in a list or an array, or those that a text separates by commas, semicolons or white space.
func itemsOf(setting any) []string {
	if text := textOf(setting); text != "" {
		return split(text, ",; \t\r\n")
	}
	var items []string
	for _, value := range valuesOf(setting) {
		items = append(items, textOf(value))
	}
	return items
}

// split are the parts of a text between such characters; none is empty.
func split(text, separators string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(separators, r) })
}

// idsOf are the IDs among the items of a setting.
func idsOf(setting any) map[int64]bool {
	ids := map[int64]bool{}
	for _, item := range itemsOf(setting) {
		if id := number(item); id != 0 {
			ids[id] = true
		}
	}
	return ids
}

// idsIn are the IDs in a column.
func idsIn(rows []Row, column string) map[int64]bool {
	ids := map[int64]bool{}
	for _, row := range rows {
		if id := number(row[column]); id != 0 {
			ids[id] = true
		}
	}
	return ids
}

// chooses reports whether a setting names somebody: its items are there, and none is empty, zero or one of those that stand for
// everybody.
func chooses(setting any, everybody ...string) bool {
	items := itemsOf(setting)
	return len(items) > 0 && !slices.ContainsFunc(items, func(item string) bool {
		item = strings.ToLower(strings.TrimSpace(item))
		return item == "" || item == "0" || slices.Contains(everybody, item)
	})
}

// termsThat are the terms of the site that pass.
func (s *Site) termsThat(pass func(*Term) bool) map[*Term]bool {
	found := map[*Term]bool{}
	for _, t := range s.terms {
		if pass(t) {
			found[t] = true
		}
	}
	return found
}

// restrictionMeta are the keys of postmeta in which membership plugins say who sees a post.
func restrictionMeta() []string {
	keys := slices.Clone(memberRuleMeta)
	for _, m := range memberships {
		keys = append(keys, m.keys...)
	}
	return keys
}

// blogPrefix is what the tables of a further site of a network begin with.
var blogPrefix = pattern.New(`_\d+_$`)

// readRestrictions finds out which posts a membership plugin hides from anonymous visitors. A plugin counts that is switched on, or of
// which that is not known.
func (s *Site) readRestrictions(meta map[int64][]Meta) {
	s.restricted = map[int64]string{}
	unknown := s.pluginFolders == nil || s.network || blogPrefix.MatchString(s.Prefix) // a network's plugins stand elsewhere
	var names []string
	var active []restriction
	wanted, whole := map[string]bool{}, false
	for _, m := range memberships {
		if !unknown && !m.on(s) {
			continue
		}
		r := m.read(s, meta)
		if r.hides == nil {
			continue
		}
		names, active, whole = append(names, m.name), append(active, r), whole || r.whole
		for _, key := range m.keys {
			wanted[key] = true
		}
	}
	if len(active) == 0 {
		return
	}
	for i := range s.entries {
		e := &s.entries[i]
		if e.Type == "revision" || !whole && !slices.ContainsFunc(meta[e.ID], func(m Meta) bool { return wanted[m.Key] }) {
			continue
		}
		p := &restrictedPost{Entry: e, keyed: byKey(meta[e.ID]), site: s}
		if i := slices.IndexFunc(active, func(r restriction) bool { return r.hides(p) }); i >= 0 {
			s.restricted[e.ID] = names[i]
		}
	}
}

// on reports whether the plugin is known to be switched on.
func (m *membership) on(s *Site) bool {
	return slices.ContainsFunc(m.folders, func(folder string) bool { return slices.Contains(s.pluginFolders, folder) })
}

// MissingRules lists the tables that are not there in which membership plugins that are known to be switched on say which posts they hide,
// by name without prefix, each with its plugin: "pmpro_memberships_pages (Paid Memberships Pro)". What stands in them cannot be held back.
func (s *Site) MissingRules() []string { return s.missingRules }

// seekRules completes what MissingRules lists.
func (b *Builder) seekRules() {
	for _, m := range memberships {
		if !m.on(b.site) {
			continue
		}
		tables := m.tables
		if len(m.keys) > 0 {
			tables = append([]string{"postmeta"}, tables...)
		}
		for _, table := range tables {
			if !b.there[table] && !b.filled[table] {
				b.site.missingRules = append(b.site.missingRules, fmt.Sprintf("%s (%s)", table, m.name))
			}
		}
	}
}

// Restricted names the plugin that shows a post to some visitors only; empty: none does.
func (s *Site) Restricted(id int64) string { return s.restricted[id] }

// locked reports whether a post shows only to those who know its password, or whom a membership plugin lets in.
func (s *Site) locked(e *Entry) bool { return e.Protected || s.restricted[e.ID] != "" }

// Restricted names the plugin that shows a post to some visitors only; empty: none does.
func (v *View) Restricted(id int64) string {
	plugin := v.site.Restricted(id)
	v.note("Restricted", id, "", plugin)
	return plugin
}
