package wordpress

import (
	"slices"
	"strings"
)

// memberships are the plugins whose word counts, in the order in which they are asked.
var memberships = []membership{
	{"Members", []string{"members"}, []string{"_members_access_role"}, nil, readMembers},
	{"Restrict Content", []string{"restrict-content", "restrict-content-pro"}, []string{"_is_paid", "rcp_subscription_level", "rcp_access_level", "rcp_user_level", "rcUserLevel"}, []string{"termmeta"}, readRestrictContent},
	{"Ultimate Member", []string{"ultimate-member"}, []string{accessOfUltimateMember}, []string{"termmeta"}, readUltimateMember},
	{"Groups", []string{"groups"}, []string{"groups-read", "groups-groups_read_post"}, nil, byMeta(func(p *restrictedPost) bool {
		return p.anyText("groups-read") || p.anyText("groups-groups_read_post")
	})},
	{"WP-Members", []string{"wp-members"}, []string{"_wpmem_block"}, nil, readWPMembers},
	{"Paid Member Subscriptions", []string{"paid-member-subscriptions", "paid-member-subscriptions-basic", "paid-member-subscriptions-pro"},
		[]string{subscribersStatus, subscribersPlan}, []string{"termmeta"}, readSubscriptions},
	{"Profile Builder", []string{"profile-builder", "profile-builder-pro", "profile-builder-hobbyist", "profile-builder-basic"},
		[]string{"wppb-content-restrict-user-status"}, nil, byMeta(func(p *restrictedPost) bool {
			return p.text("wppb-content-restrict-user-status") == "loggedin"
		})},
	{"Ultimate Membership Pro", []string{"indeed-membership-pro"}, []string{"ihc_mb_type", "ihc_mb_who"}, nil, byMeta(func(p *restrictedPost) bool {
		who := itemsOf(p.first("ihc_mb_who"))
		all := len(who) == 0 || slices.Contains(who, "all") || slices.Contains(who, "unreg")
		if p.text("ihc_mb_type") == "block" {
			return all && len(who) > 0
		}
		return !all
	})},
	{"MemberPress", []string{"memberpress"}, nil, []string{"postmeta"}, readMemberPress},
	{"Paid Memberships Pro", []string{"paid-memberships-pro"}, nil, []string{levelPagesTable, levelCategoriesTable}, readPaidMemberships},
	{"WooCommerce Memberships", []string{"woocommerce-memberships"}, []string{publicForWooCommerce}, nil, readWooCommerceMemberships},
	{"s2Member", []string{"s2member"}, []string{capabilitiesOfS2Member}, nil, readS2Member},
	{"Simple Membership", []string{"simple-membership"}, nil, []string{protectionTable}, readSimpleMembership},
	{"Force Login", []string{forceLogin}, nil, nil, func(s *Site, _ map[int64][]Meta) restriction {
		return allPages(slices.Contains(s.pluginFolders, forceLogin)) // it has no settings: to be switched on is all that it says
	}},
	{"Password Protected", []string{"password-protected"}, nil, nil, func(s *Site, _ map[int64][]Meta) restriction {
		return allPages(truthy(s.options["password_protected_status"]))
	}},
}

const forceLogin = "wp-force-login"

// byMeta reads a plugin that says all it says in the meta of the post.
func byMeta(hides func(*restrictedPost) bool) restrictionReader {
	return func(*Site, map[int64][]Meta) restriction { return restriction{hides: hides} }
}

// allPages hides the whole site, if it is on.
func allPages(on bool) restriction {
	if !on {
		return restriction{}
	}
	return restriction{whole: true, hides: (*restrictedPost).page}
}

// readMembers reads Members: roles of a post, and whether the site is private.
func readMembers(s *Site, _ map[int64][]Meta) restriction {
	settings := objectOf(s.options["members_settings"])
	permissions := lookup(settings, "content_permissions") == nil || truthy(lookup(settings, "content_permissions"))
	private := truthy(lookup(settings, "private_blog"))
	return restriction{whole: private, hides: func(p *restrictedPost) bool {
		return private && p.page() || permissions && p.anyText("_members_access_role")
	}}
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
	protectionTable      = "swpm_membership_tbl"
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

// readSimpleMembership reads Simple Membership: the first row of its levels lists what is protected at all.
func readSimpleMembership(s *Site, _ map[int64][]Meta) restriction {
	posts, terms := map[int64]bool{}, map[int64]bool{}
	for _, row := range s.tables[protectionTable] {
		if row["id"] != "1" {
			continue
		}
		for _, column := range []string{"post_list", "page_list", "custom_post_list", "attachment_list"} {
			for id := range idsOf(decoded(row[column])) {
				posts[id] = true
			}
		}
		terms = idsOf(decoded(row["category_list"]))
	}
	return restriction{whole: len(posts) > 0 || len(terms) > 0, hides: func(p *restrictedPost) bool {
		return posts[p.ID] || len(terms) > 0 && p.in(func(t *Term) bool { return terms[t.ID] || terms[t.Parent] })
	}}
}

const (
	subscribersStatus = "pms-content-restrict-user-status"
	subscribersPlan   = "pms-content-restrict-subscription-plan"
)

// readSubscriptions reads Paid Member Subscriptions, which keeps the same of posts and of terms.
func readSubscriptions(s *Site, _ map[int64][]Meta) restriction {
	says := func(meta keyed) bool {
		return meta.text(subscribersStatus) == "loggedin" || meta.anyText(subscribersPlan)
	}
	terms := s.termsThat(func(t *Term) bool { return says(byKey(t.Meta)) })
	return restriction{whole: len(terms) > 0, hides: func(p *restrictedPost) bool {
		return says(p.keyed) || len(terms) > 0 && p.in(func(t *Term) bool { return terms[t] })
	}}
}

// readRestrictContent reads Restrict Content and its Pro edition: posts, types and terms of levels.
func readRestrictContent(s *Site, _ map[int64][]Meta) restriction {
	types := objectOf(s.options["rcp_restricted_post_types"])
	terms := s.termsThat(func(t *Term) bool {
		value, ok := metaValue(t.Meta, "rcp_restricted_meta")
		if !ok {
			value = s.options["rcp_category_meta_"+idText(t.ID)] // before WordPress had meta of terms
		}
		said := objectOf(value)
		return truthy(lookup(said, "paid_only")) || truthy(lookup(said, "subscriptions")) || chooses(lookup(said, "access_level"), "none")
	})
	return restriction{whole: len(types) > 0 || len(terms) > 0, hides: func(p *restrictedPost) bool {
		return truthy(p.first("_is_paid")) || chooses(p.first("rcp_subscription_level"), "all") || chooses(p.first("rcp_access_level"), "none") ||
			chooses(p.first("rcp_user_level"), "all", "none") || chooses(p.first("rcUserLevel"), "none") ||
			truthy(lookup(types, p.Type)) || len(terms) > 0 && p.in(func(t *Term) bool { return terms[t] })
	}}
}

// accessOfUltimateMember is the key, of posts and of terms, under which Ultimate Member keeps who sees them.
const accessOfUltimateMember = "um_content_restriction"

// readUltimateMember reads Ultimate Member. A post that has settings of its own goes by them, else by those of its terms, else by those
// of the site; where these settings are offered is chosen by type and taxonomy.
func readUltimateMember(s *Site, _ map[int64][]Meta) restriction {
	access := func(stored string) string { // "0": everyone, "1": those who are not logged in, "2": those who are
		if said := objectOf(stored); truthy(lookup(said, "_um_custom_access_settings")) {
			return textOf(lookup(said, "_um_accessible"))
		}
		return ""
	}
	settings := objectOf(s.options["um_options"])
	types, taxonomies := objectIn(settings, "restricted_access_post_metabox"), objectIn(settings, "restricted_access_taxonomy_metabox")
	termAccess := map[*Term]string{}
	for _, t := range s.terms {
		if value, _ := metaValue(t.Meta, accessOfUltimateMember); access(value) != "" && (settings == nil || truthy(lookup(taxonomies, t.Taxonomy))) {
			termAccess[t] = access(value)
		}
	}
	private := textOf(lookup(settings, "accessible")) == "2"
	open := openPages(s, settings)
	return restriction{whole: private || len(termAccess) > 0, hides: func(p *restrictedPost) bool {
		switch own := access(p.text(accessOfUltimateMember)); {
		case own == "2":
			return true
		case own != "" && truthy(lookup(types, p.Type)):
			return false
		}
		if len(termAccess) > 0 && p.in(func(t *Term) bool { return termAccess[t] == "2" }) {
			return true
		}
		return private && p.page() && !p.in(func(t *Term) bool { return termAccess[t] != "" }) && !open(p)
	}}
}

// openPages tells which pages Ultimate Member shows to everyone though the site is for those who are logged in.
func openPages(s *Site, settings Object) func(*restrictedPost) bool {
	pages, addresses := map[int64]bool{}, map[string]bool{}
	for _, page := range []string{"core_login", "core_register", "core_password-reset"} {
		pages[number(textOf(lookup(settings, page)))] = true
	}
	if truthy(lookup(settings, "home_page_accessible")) {
		pages[s.frontPage] = true
	}
	for _, address := range append(valuesOf(lookup(settings, "access_exclude_uris")), lookup(settings, "access_redirect")) {
		addresses[strings.TrimRight(strings.TrimSpace(textOf(address)), "/")] = true
	}
	return func(p *restrictedPost) bool {
		return pages[p.ID] || addresses[strings.TrimRight(s.permalink(p.Entry), "/")]
	}
}
