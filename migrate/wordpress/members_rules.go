package wordpress

import (
	"slices"
	"strconv"
	"strings"
)

// publicForWooCommerce is the key with which WooCommerce Memberships takes a post out of all rules.
const publicForWooCommerce = "_wc_memberships_force_public"

// planRule is a rule of a plan of WooCommerce Memberships.
type planRule struct {
	terms bool           // it is about posts with terms, else about posts
	name  string         // of the post type or the taxonomy
	ids   map[int64]bool // of posts or terms; none: all
}

// readWooCommerceMemberships reads the rules of the plans that are published. What they hide from others than members they hide
// in every mode: with a notice, with an error, or by going elsewhere.
func readWooCommerceMemberships(s *Site, _ map[int64][]Meta) restriction {
	var rules []planRule
	for _, stored := range valuesOf(decoded(s.options["wc_memberships_rules"])) {
		rule, _ := stored.(Object)
		text := func(name string) string { return textOf(lookup(rule, name)) }
		if kind := text("rule_type"); kind != "content_restriction" && (kind != "product_restriction" || text("access_type") != "view") {
			continue // discounts, and products that everyone sees and members buy
		}
		if plan, ok := s.Entry(number(text("membership_plan_id"))); ok && plan.Status == "publish" {
			rules = append(rules, planRule{text("content_type") == "taxonomy", text("content_type_name"), idsOf(lookup(rule, "object_ids"))})
		}
	}
	inherited := s.options["wc_memberships_inherit_restrictions"] == "yes"
	return restriction{whole: len(rules) > 0, hides: func(p *restrictedPost) bool {
		return p.text(publicForWooCommerce) != "yes" && slices.ContainsFunc(rules, func(r planRule) bool { return r.hides(p, inherited) })
	}}
}

func (r planRule) hides(p *restrictedPost, inherited bool) bool {
	if r.terms {
		return p.within(func(t *Term) bool { return t.Taxonomy == r.name && (len(r.ids) == 0 || r.ids[t.ID]) })
	}
	return p.Type == r.name && (len(r.ids) == 0 || r.ids[p.ID] || inherited && p.below(r.ids))
}

// capabilitiesOfS2Member is the key under which s2Member keeps what a visitor must be capable of.
const capabilitiesOfS2Member = "s2member_ccaps_req"

// levelRules are what s2Member hides on all levels of membership together: whoever is not logged in has none.
type levelRules struct {
	names     map[string]map[string]bool // by kind, "posts", "pages", "catgs", "ptags": IDs, names and slugs, and "all"
	addresses []string                   // parts of them
	ids       map[int64]bool             // posts that are sold one by one, and pages for members
	offer     int64                      // the page that offers memberships, which is always shown
}

// readS2Member reads the levels of s2Member, which hides nothing as long as no page offers memberships.
func readS2Member(s *Site, _ map[int64][]Meta) restriction {
	settings := objectOf(s.options["ws_plugin__s2member_options"])
	id := func(option string) int64 { return number(textOf(lookup(settings, option))) }
	rules := levelRules{names: map[string]map[string]bool{}, ids: idsOf(lookup(settings, "specific_ids")), offer: id("membership_options_page")}
	if rules.offer == 0 {
		return restriction{}
	}
	rules.ids[id("login_welcome_page")], rules.ids[id("file_download_limit_exceeded_page")] = true, true
	for _, setting := range settings {
		level, kind, _ := strings.Cut(setting.Name, "_")
		if !strings.HasPrefix(level, "level") {
			continue
		}
		switch value := textOf(setting.Value); kind {
		case "posts", "pages", "catgs":
			rules.add(kind, itemsOf(value))
		case "ptags":
			rules.add(kind, split(value, ",;\t\r\n")) // names have spaces
		case "ruris":
			rules.addresses = append(rules.addresses, split(value, "\t\r\n")...)
		}
	}
	return restriction{whole: true, hides: rules.hides}
}

func (r *levelRules) add(kind string, names []string) {
	if r.names[kind] == nil {
		r.names[kind] = map[string]bool{}
	}
	for _, name := range names {
		r.names[kind][strings.TrimSpace(name)] = true
	}
}

func (r *levelRules) hides(p *restrictedPost) bool {
	posts, pages, categories, tags := r.names["posts"], r.names["pages"], r.names["catgs"], r.names["ptags"]
	named := func(names map[string]bool, t *Term) bool {
		return names[idText(t.ID)] || names[t.Slug] || names[t.Name]
	}
	switch {
	case p.ID == r.offer:
		return false
	case posts["all-"+p.Type], posts["all-"+p.Type+"s"], r.ids[p.ID], chooses(p.first(capabilitiesOfS2Member)):
		return true
	case !p.page():
		return false
	case len(tags) > 0 && p.in(func(t *Term) bool { return t.Taxonomy == "post_tag" && (tags["all"] || named(tags, t)) }),
		len(r.addresses) > 0 && slices.ContainsFunc(r.addresses, func(part string) bool { return strings.Contains(p.request(), part) }):
		return true
	case p.Type == "page":
		return pages["all"] || pages[idText(p.ID)]
	}
	return posts["all"] || posts[idText(p.ID)] || categories["all"] ||
		len(categories) > 0 && p.within(func(t *Term) bool { return t.Taxonomy == "category" && named(categories, t) })
}

func idText(id int64) string { return strconv.FormatInt(id, 10) }
