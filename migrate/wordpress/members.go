package wordpress

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/pattern"
)

// Membership plugins show some posts only to visitors who are logged in, or have a role, a group or a membership. What anonymous
// visitors do not see may not leave, as if the post had a password.

// membership is a plugin that restricts posts by what it keeps in their meta.
type membership struct {
	name    string
	folders []string // in which the plugin lives, with those of its editions
	keys    []string // of postmeta
	hides   func(of restrictedPost) bool
}

// restrictedPost is a post of which a membership plugin keeps something, or may say something by its type.
type restrictedPost struct {
	site *Site
	*Entry
	meta map[string][]string // by key, in the order of meta_id
}

// first is the first value of a key; PHP and JSON are decoded.
func (p restrictedPost) first(key string) any {
	if values := p.meta[key]; len(values) > 0 {
		return decoded(values[0])
	}
	return nil
}

// anyText reports whether a key has a value that is not empty.
func (p restrictedPost) anyText(key string) bool {
	return slices.ContainsFunc(p.meta[key], func(value string) bool { return strings.TrimSpace(value) != "" })
}

var memberships = []membership{
	{"Members", []string{"members"}, []string{"_members_access_role"}, func(p restrictedPost) bool {
		settings, stored := decoded(p.site.options["members_settings"]).(Object)
		return p.anyText("_members_access_role") && (!stored || lookup(settings, "content_permissions") == nil || truthy(lookup(settings, "content_permissions")))
	}},
	{"Restrict Content", []string{"restrict-content", "restrict-content-pro"}, []string{"_is_paid", "rcp_subscription_level", "rcp_access_level", "rcp_user_level", "rcUserLevel"}, func(p restrictedPost) bool {
		return truthy(p.first("_is_paid")) || chooses(p.first("rcp_subscription_level"), "all") || chooses(p.first("rcp_access_level"), "none") ||
			chooses(p.first("rcp_user_level"), "all", "none") || chooses(p.first("rcUserLevel"), "none")
	}},
	{"Ultimate Member", []string{"ultimate-member"}, []string{"um_content_restriction"}, func(p restrictedPost) bool {
		said, _ := p.first("um_content_restriction").(Object)
		return truthy(lookup(said, "_um_custom_access_settings")) && textOf(lookup(said, "_um_accessible")) == "2"
	}},
	{"Groups", []string{"groups"}, []string{"groups-read", "groups-groups_read_post"}, func(p restrictedPost) bool {
		return p.anyText("groups-read") || p.anyText("groups-groups_read_post")
	}},
	{"WP-Members", []string{"wp-members"}, []string{"_wpmem_block"}, func(p restrictedPost) bool {
		if said := textOf(p.first("_wpmem_block")); said != "" {
			return said != "0"
		}
		settings, _ := decoded(p.site.options["wpmembers_settings"]).(Object)
		blocked, _ := lookup(settings, "block").(Object)
		return truthy(lookup(blocked, p.Type))
	}},
	{"Paid Member Subscriptions", []string{"paid-member-subscriptions", "paid-member-subscriptions-basic", "paid-member-subscriptions-pro"},
		[]string{"pms-content-restrict-user-status", "pms-content-restrict-subscription-plan"}, func(p restrictedPost) bool {
			return textOf(p.first("pms-content-restrict-user-status")) == "loggedin" || p.anyText("pms-content-restrict-subscription-plan")
		}},
	{"Profile Builder", []string{"profile-builder", "profile-builder-pro", "profile-builder-hobbyist", "profile-builder-basic"},
		[]string{"wppb-content-restrict-user-status"}, func(p restrictedPost) bool {
			return textOf(p.first("wppb-content-restrict-user-status")) == "loggedin"
		}},
	{"Ultimate Membership Pro", []string{"indeed-membership-pro"}, []string{"ihc_mb_type", "ihc_mb_who"}, func(p restrictedPost) bool {
		who := strings.FieldsFunc(textOf(p.first("ihc_mb_who")), func(r rune) bool { return r == ',' || r == ' ' })
		all := len(who) == 0 || slices.Contains(who, "all") || slices.Contains(who, "unreg")
		if textOf(p.first("ihc_mb_type")) == "block" {
			return all && len(who) > 0
		}
		return !all
	}},
	{"MemberPress", []string{"memberpress"}, nil, func(p restrictedPost) bool {
		return slices.ContainsFunc(p.site.memberRules, func(rule memberRule) bool { return rule.hides(p) })
	}},
	{"Paid Memberships Pro", []string{"paid-memberships-pro"}, nil, func(p restrictedPost) bool {
		if p.site.levelPages[p.ID] {
			return true
		}
		return p.Type != "page" && len(p.site.levelCategories) > 0 && slices.ContainsFunc(p.site.termsOn(p.ID), func(t *Term) bool {
			return (t.Taxonomy == "category" || t.Taxonomy == "post_tag") && p.site.levelCategories[t.ID]
		})
	}},
}

// chooses reports whether a setting names somebody: a list that is not empty, or a text that is neither empty, zero nor one of
// those that stand for everybody.
func chooses(setting any, everybody ...string) bool {
	var texts []string
	switch value := setting.(type) {
	case []any:
		for _, one := range value {
			texts = append(texts, textOf(one))
		}
	case Object:
		for _, one := range value {
			texts = append(texts, textOf(one.Value))
		}
	default:
		texts = []string{textOf(value)}
	}
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		text = strings.ToLower(strings.TrimSpace(text))
		return text == "" || text == "0" || slices.Contains(everybody, text)
	})
}

// memberRule is a rule of MemberPress, a post of its own.
type memberRule struct {
	kind      string // "single_post", "all_posts", "parent_page", "category", "tax_topic||cpt_report", "custom"
	content   string // the IDs that it names, or leaves out; a term; a part of addresses
	names     map[string]bool
	addresses *regexp.Regexp // content is one; nil: it is none
}

func newMemberRule(meta map[string][]string) memberRule {
	rule := memberRule{kind: strings.Join(meta["_mepr_rules_type"], ""), content: strings.Join(meta["_mepr_rules_content"], ","), names: map[string]bool{}}
	if truthy(strings.Join(meta["_is_mepr_rules_content_regexp"], "")) {
		rule.addresses, _ = regexp.Compile(rule.content) // one that is PHP's alone is taken as a part of addresses
	}
	for _, name := range strings.FieldsFunc(rule.content, func(c rune) bool { return c == ',' || c == ' ' }) {
		rule.names[name] = true
	}
	return rule
}

func (r memberRule) hides(p restrictedPost) bool {
	id := func(n int64) bool { return r.names[strconv.FormatInt(n, 10)] }
	scope, typ, _ := strings.Cut(r.kind, "_")
	ofType := typ == p.Type || typ == p.Type+"s"
	switch {
	case r.kind == "all":
		return !id(p.ID)
	case scope == "all" && !strings.HasPrefix(typ, "tax_"):
		return ofType && !id(p.ID)
	case scope == "single":
		return ofType && id(p.ID)
	case scope == "parent":
		return ofType && id(p.Parent)
	case r.kind == "custom", r.kind == "partial":
		path := strings.TrimPrefix(p.site.permalink(p.Entry), p.site.Home)
		if r.addresses != nil {
			return r.addresses.MatchString(path)
		}
		return r.content != "" && strings.Contains(path, r.content)
	}
	taxonomy, within, limited := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(r.kind, "all_"), "tax_"), "||cpt_")
	if taxonomy == "tag" {
		taxonomy = "post_tag"
	}
	if limited && within != p.Type {
		return false
	}
	return slices.ContainsFunc(p.site.termsOn(p.ID), func(t *Term) bool {
		return t.Taxonomy == taxonomy && (r.names[t.Slug] || id(t.ID) || strings.HasPrefix(r.kind, "all_"))
	})
}

// termsOn are the terms of a post that exist.
func (s *Site) termsOn(post int64) []*Term {
	terms, _ := s.termsOf(post)
	return terms
}

// Tables and keys in which restrictions stand.
const (
	levelPagesTable      = "pmpro_memberships_pages"
	levelCategoriesTable = "pmpro_memberships_categories"
	memberRuleType       = "memberpressrule"
)

var memberRuleMeta = []string{"_mepr_rules_type", "_mepr_rules_content", "_is_mepr_rules_content_regexp"}

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
	var active []membership
	for _, m := range memberships {
		unknown := s.pluginFolders == nil || s.network || blogPrefix.MatchString(s.Prefix) // a network's plugins stand elsewhere
		if unknown || slices.ContainsFunc(m.folders, func(folder string) bool { return slices.Contains(s.pluginFolders, folder) }) {
			active = append(active, m)
		}
	}
	s.levelPages, s.levelCategories = idsIn(s.tables[levelPagesTable], "page_id"), idsIn(s.tables[levelCategoriesTable], "category_id")
	for i := range s.entries {
		if e := &s.entries[i]; e.Type == memberRuleType && e.Status == "publish" {
			if rule := newMemberRule(byKey(meta[e.ID])); rule.kind != "" {
				s.memberRules = append(s.memberRules, rule)
			}
		}
	}
	wanted := map[string]bool{}
	for _, m := range active {
		for _, key := range m.keys {
			wanted[key] = true
		}
	}
	whole := s.restrictsWhole(active)
	for i := range s.entries {
		e := &s.entries[i]
		if e.Type == "revision" || !whole && !slices.ContainsFunc(meta[e.ID], func(m Meta) bool { return wanted[m.Key] }) {
			continue
		}
		p := restrictedPost{s, e, byKey(meta[e.ID])}
		for _, m := range active {
			if m.hides(p) {
				s.restricted[e.ID] = m.name
				break
			}
		}
	}
}

// restrictsWhole reports whether plugins may restrict posts that have no meta of theirs.
func (s *Site) restrictsWhole(active []membership) bool {
	return len(active) > 0 && (len(s.memberRules) > 0 || len(s.levelPages) > 0 || len(s.levelCategories) > 0 || s.options["wpmembers_settings"] != "")
}

func byKey(meta []Meta) map[string][]string {
	by := map[string][]string{}
	for _, m := range meta {
		by[m.Key] = append(by[m.Key], m.Value)
	}
	return by
}

func idsIn(rows []Row, column string) map[int64]bool {
	ids := map[int64]bool{}
	for _, row := range rows {
		if id, err := strconv.ParseInt(row[column], 10, 64); err == nil {
			ids[id] = true
		}
	}
	return ids
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
