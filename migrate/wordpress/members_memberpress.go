package wordpress

import (
	"regexp"
	"slices"
	"strings"
)

// memberRuleType is the post type of the rules of MemberPress, memberRuleMeta where they keep what they say.
const memberRuleType = "memberpressrule"

var memberRuleMeta = []string{"_mepr_rules_type", "_mepr_rules_content", "_is_mepr_rules_content_regexp"}

// readMemberPress reads its rules, which are posts.
func readMemberPress(s *Site, meta map[int64][]Meta) restriction {
	naming := map[int64][]memberRule{} // by the post, or the parent of posts, that they are about
	var others []memberRule
	for i := range s.entries {
		e := &s.entries[i]
		if e.Type != memberRuleType || e.Status != "publish" {
			continue
		}
		switch rule := newMemberRule(byKey(meta[e.ID])); {
		case rule.kind == "":
		case rule.scope == "single", rule.scope == "parent":
			for id := range rule.ids {
				naming[id] = append(naming[id], rule)
			}
		default:
			others = append(others, rule)
		}
	}
	return restriction{whole: len(naming) > 0 || len(others) > 0, hides: func(p *restrictedPost) bool {
		hides := func(rule memberRule) bool { return rule.hides(p) }
		return slices.ContainsFunc(naming[p.ID], hides) || slices.ContainsFunc(naming[p.Parent], hides) || slices.ContainsFunc(others, hides)
	}}
}

// memberRule is a rule of MemberPress.
type memberRule struct {
	kind       string // "single_post", "all_posts", "parent_page", "category", "tax_topic||cpt_report", "custom"
	scope, typ string // its parts: "single", "post"
	content    string // the IDs that it names, or leaves out; a term; a part of addresses
	ids        map[int64]bool
	names      []string
	addresses  *regexp.Regexp // content is one; nil: it is none
}

func newMemberRule(meta keyed) memberRule {
	rule := memberRule{kind: strings.Join(meta["_mepr_rules_type"], ""), content: strings.Join(meta["_mepr_rules_content"], ",")}
	rule.scope, rule.typ, _ = strings.Cut(rule.kind, "_")
	rule.ids, rule.names = idsOf(rule.content), itemsOf(rule.content)
	if truthy(strings.Join(meta["_is_mepr_rules_content_regexp"], "")) {
		rule.addresses, _ = regexp.Compile(rule.content) // one that is PHP's alone is taken as a part of addresses
	}
	return rule
}

func (r memberRule) hides(p *restrictedPost) bool {
	ofType := r.typ == p.Type || r.typ == p.Type+"s"
	switch {
	case r.kind == "all":
		return p.page() && !r.ids[p.ID]
	case r.scope == "all" && !strings.HasPrefix(r.typ, "tax_"):
		return ofType && !r.ids[p.ID]
	case r.scope == "single":
		return ofType && r.ids[p.ID]
	case r.scope == "parent":
		return ofType && r.ids[p.Parent]
	case r.kind == "custom", r.kind == "partial":
		if r.addresses != nil {
			return r.addresses.MatchString(p.request())
		}
		return r.content != "" && strings.Contains(p.request(), r.content)
	}
	taxonomy, within, limited := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(r.kind, "all_"), "tax_"), "||cpt_")
	if taxonomy == "tag" {
		taxonomy = "post_tag"
	}
	if limited && within != p.Type {
		return false
	}
	return p.in(func(t *Term) bool {
		return t.Taxonomy == taxonomy && (slices.Contains(r.names, t.Slug) || r.ids[t.ID] || strings.HasPrefix(r.kind, "all_"))
	})
}
