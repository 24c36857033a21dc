package wordpress

import "slices"

// memberships are the plugins whose word counts, in the order in which they are asked.
var memberships = []membership{
	{"Members", []string{"members"}, []string{"_members_access_role"}, readMembers},
	{"Restrict Content", []string{"restrict-content", "restrict-content-pro"}, []string{"_is_paid", "rcp_subscription_level", "rcp_access_level", "rcp_user_level", "rcUserLevel"}, byMeta(func(p *restrictedPost) bool {
		return truthy(p.first("_is_paid")) || chooses(p.first("rcp_subscription_level"), "all") || chooses(p.first("rcp_access_level"), "none") ||
			chooses(p.first("rcp_user_level"), "all", "none") || chooses(p.first("rcUserLevel"), "none")
	})},
	{"Ultimate Member", []string{"ultimate-member"}, []string{"um_content_restriction"}, byMeta(func(p *restrictedPost) bool {
		said := objectOf(p.text("um_content_restriction"))
		return truthy(lookup(said, "_um_custom_access_settings")) && textOf(lookup(said, "_um_accessible")) == "2"
	})},
	{"Groups", []string{"groups"}, []string{"groups-read", "groups-groups_read_post"}, byMeta(func(p *restrictedPost) bool {
		return p.anyText("groups-read") || p.anyText("groups-groups_read_post")
	})},
	{"WP-Members", []string{"wp-members"}, []string{"_wpmem_block"}, readWPMembers},
	{"Paid Member Subscriptions", []string{"paid-member-subscriptions", "paid-member-subscriptions-basic", "paid-member-subscriptions-pro"},
		[]string{"pms-content-restrict-user-status", "pms-content-restrict-subscription-plan"}, byMeta(func(p *restrictedPost) bool {
			return p.text("pms-content-restrict-user-status") == "loggedin" || p.anyText("pms-content-restrict-subscription-plan")
		})},
	{"Profile Builder", []string{"profile-builder", "profile-builder-pro", "profile-builder-hobbyist", "profile-builder-basic"},
		[]string{"wppb-content-restrict-user-status"}, byMeta(func(p *restrictedPost) bool {
			return p.text("wppb-content-restrict-user-status") == "loggedin"
		})},
	{"Ultimate Membership Pro", []string{"indeed-membership-pro"}, []string{"ihc_mb_type", "ihc_mb_who"}, byMeta(func(p *restrictedPost) bool {
		who := itemsOf(p.first("ihc_mb_who"))
		all := len(who) == 0 || slices.Contains(who, "all") || slices.Contains(who, "unreg")
		if p.text("ihc_mb_type") == "block" {
			return all && len(who) > 0
		}
		return !all
	})},
	{"MemberPress", []string{"memberpress"}, nil, readMemberPress},
	{"Paid Memberships Pro", []string{"paid-memberships-pro"}, nil, readPaidMemberships},
}

// byMeta reads a plugin that says all it says in the meta of the post.
func byMeta(hides func(*restrictedPost) bool) restrictionReader {
	return func(*Site, map[int64][]Meta) restriction { return restriction{hides: hides} }
}

// readMembers reads Members: roles of a post.
func readMembers(s *Site, _ map[int64][]Meta) restriction {
	settings := objectOf(s.options["members_settings"])
	permissions := lookup(settings, "content_permissions") == nil || truthy(lookup(settings, "content_permissions"))
	return restriction{hides: func(p *restrictedPost) bool { return permissions && p.anyText("_members_access_role") }}
}

// readWPMembers reads WP-Members: types that are blocked, and posts that are or are not whatever their type is.
func readWPMembers(s *Site, _ map[int64][]Meta) restriction {
	blocked := objectIn(objectOf(s.options["wpmembers_settings"]), "block")
	return restriction{whole: len(blocked) > 0, hides: func(p *restrictedPost) bool {
		if said := p.text("_wpmem_block"); said != "" {
			return said != "0"
		}
		return truthy(lookup(blocked, p.Type))
	}}
}

// Tables in which restrictions stand.
const (
	levelPagesTable      = "pmpro_memberships_pages"
	levelCategoriesTable = "pmpro_memberships_categories"
)

// readPaidMemberships reads Paid Memberships Pro: posts and terms of levels.
func readPaidMemberships(s *Site, _ map[int64][]Meta) restriction {
	posts, terms := idsIn(s.tables[levelPagesTable], "page_id"), idsIn(s.tables[levelCategoriesTable], "category_id")
	return restriction{whole: len(posts) > 0 || len(terms) > 0, hides: func(p *restrictedPost) bool {
		return posts[p.ID] || len(terms) > 0 && p.Type != "page" && p.in(func(t *Term) bool {
			return (t.Taxonomy == "category" || t.Taxonomy == "post_tag") && terms[t.ID]
		})
	}}
}
