package wordpress

import (
	"fmt"
	"testing"
)

// What a membership plugin that is switched on shows to some visitors only may not leave.
func TestRestricted(t *testing.T) {
	active := func(folders ...string) string {
		list := ""
		for i, folder := range folders {
			file := folder + "/x.php"
			list += fmt.Sprintf("i:%d;s:%d:\"%s\";", i, len(file), file)
		}
		return fmt.Sprintf("a:%d:{%s}", len(folders), list)
	}
	all := active("members", "restrict-content-pro", "ultimate-member", "groups", "wp-members", "paid-member-subscriptions", "profile-builder", "indeed-membership-pro", "memberpress", "paid-memberships-pro")
	cases := map[string]struct {
		plugins string // active_plugins; empty: all of them
		typ     string // of the post; empty: post
		options map[string]string
		meta    []Meta
		tables  map[string][]Row
		rule    []Meta // of a post of MemberPress
		network bool
		want    string
	}{
		"nothing is said":                   {},
		"a role":                            {meta: []Meta{{"_members_access_role", "editor"}}, want: "Members"},
		"no role":                           {meta: []Meta{{"_members_access_role", ""}}},
		"the plugin is off":                 {plugins: active("akismet"), meta: []Meta{{"_members_access_role", "editor"}}},
		"nobody knows what is on":           {plugins: "damaged", meta: []Meta{{"_members_access_role", "editor"}}, want: "Members"},
		"its permissions are off":           {options: map[string]string{"members_settings": `a:1:{s:19:"content_permissions";i:0;}`}, meta: []Meta{{"_members_access_role", "editor"}}},
		"its permissions are on":            {options: map[string]string{"members_settings": `a:1:{s:19:"content_permissions";i:1;}`}, meta: []Meta{{"_members_access_role", "editor"}}, want: "Members"},
		"paid":                              {meta: []Meta{{"_is_paid", "1"}}, want: "Restrict Content"},
		"not paid":                          {meta: []Meta{{"_is_paid", ""}, {"rcp_subscription_level", "all"}, {"rcp_access_level", "None"}, {"rcp_user_level", "All"}, {"rcUserLevel", "None"}}},
		"levels":                            {meta: []Meta{{"rcp_subscription_level", `a:1:{i:0;s:1:"2";}`}}, want: "Restrict Content"},
		"no levels":                         {meta: []Meta{{"rcp_subscription_level", `a:0:{}`}}},
		"any level":                         {meta: []Meta{{"rcp_subscription_level", "any-paid"}}, want: "Restrict Content"},
		"an access level":                   {meta: []Meta{{"rcp_access_level", "3"}}, want: "Restrict Content"},
		"roles":                             {meta: []Meta{{"rcp_user_level", `a:1:{i:0;s:6:"author";}`}}, want: "Restrict Content"},
		"everybody among the roles":         {meta: []Meta{{"rcp_user_level", `a:1:{i:0;s:3:"all";}`}}},
		"a role of the older plugin":        {plugins: active("restrict-content"), meta: []Meta{{"rcUserLevel", "Subscriber"}}, want: "Restrict Content"},
		"those who are logged in":           {meta: []Meta{{"um_content_restriction", `a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";s:1:"2";}`}}, want: "Ultimate Member"},
		"those who are not":                 {meta: []Meta{{"um_content_restriction", `a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";s:1:"1";}`}}},
		"settings that do not count":        {meta: []Meta{{"um_content_restriction", `a:2:{s:26:"_um_custom_access_settings";b:0;s:14:"_um_accessible";s:1:"2";}`}}},
		"a group":                           {meta: []Meta{{"groups-read", "4"}}, want: "Groups"},
		"blocked":                           {meta: []Meta{{"_wpmem_block", "1"}}, want: "WP-Members"},
		"a type that is blocked":            {options: map[string]string{"wpmembers_settings": `a:1:{s:5:"block";a:1:{s:4:"post";i:1;}}`}, want: "WP-Members"},
		"not blocked, though its type is":   {options: map[string]string{"wpmembers_settings": `a:1:{s:5:"block";a:1:{s:4:"post";i:1;}}`}, meta: []Meta{{"_wpmem_block", "0"}}},
		"another type is blocked":           {typ: "page", options: map[string]string{"wpmembers_settings": `a:1:{s:5:"block";a:1:{s:4:"post";i:1;}}`}},
		"subscribers":                       {meta: []Meta{{"pms-content-restrict-subscription-plan", "12"}}, want: "Paid Member Subscriptions"},
		"users":                             {meta: []Meta{{"wppb-content-restrict-user-status", "loggedin"}}, want: "Profile Builder"},
		"shown to the registered":           {meta: []Meta{{"ihc_mb_type", "show"}, {"ihc_mb_who", "reg"}}, want: "Ultimate Membership Pro"},
		"shown to all":                      {meta: []Meta{{"ihc_mb_type", "show"}, {"ihc_mb_who", "all"}}},
		"blocked for the registered":        {meta: []Meta{{"ihc_mb_type", "block"}, {"ihc_mb_who", "reg"}}},
		"blocked for guests":                {meta: []Meta{{"ihc_mb_type", "block"}, {"ihc_mb_who", "unreg"}}, want: "Ultimate Membership Pro"},
		"a rule for the post":               {rule: []Meta{{"_mepr_rules_type", "single_post"}, {"_mepr_rules_content", "10"}}, want: "MemberPress"},
		"a rule for another post":           {rule: []Meta{{"_mepr_rules_type", "single_post"}, {"_mepr_rules_content", "11"}}},
		"a rule for all posts":              {rule: []Meta{{"_mepr_rules_type", "all_posts"}, {"_mepr_rules_content", ""}}, want: "MemberPress"},
		"a rule for all posts but this":     {rule: []Meta{{"_mepr_rules_type", "all_posts"}, {"_mepr_rules_content", "7, 10"}}},
		"a rule for everything":             {rule: []Meta{{"_mepr_rules_type", "all"}, {"_mepr_rules_content", ""}}, want: "MemberPress"},
		"a rule for everything but this":    {rule: []Meta{{"_mepr_rules_type", "all"}, {"_mepr_rules_content", "10"}}},
		"a file, which shows everywhere":    {typ: "attachment", rule: []Meta{{"_mepr_rules_type", "all"}, {"_mepr_rules_content", ""}}},
		"a rule for those below a post":     {rule: []Meta{{"_mepr_rules_type", "parent_post"}, {"_mepr_rules_content", "9"}}, want: "MemberPress"},
		"a rule for those below another":    {rule: []Meta{{"_mepr_rules_type", "parent_post"}, {"_mepr_rules_content", "10"}}},
		"a rule for all pages":              {rule: []Meta{{"_mepr_rules_type", "all_pages"}, {"_mepr_rules_content", ""}}},
		"a rule for a term of a type":       {rule: []Meta{{"_mepr_rules_type", "tax_category||cpt_post"}, {"_mepr_rules_content", "inside"}}, want: "MemberPress"},
		"a rule for a term of another type": {rule: []Meta{{"_mepr_rules_type", "tax_category||cpt_page"}, {"_mepr_rules_content", "inside"}}},
		"a rule of one's own":               {rule: []Meta{{"_mepr_rules_type", "custom"}, {"_mepr_rules_content", "/?p=1"}}, want: "MemberPress"},
		"a plugin of the network":           {plugins: active("akismet"), network: true, meta: []Meta{{"_members_access_role", "editor"}}, want: "Members"},
		"a rule for a category":             {rule: []Meta{{"_mepr_rules_type", "category"}, {"_mepr_rules_content", "inside"}}, want: "MemberPress"},
		"a rule for addresses":              {rule: []Meta{{"_mepr_rules_type", "partial"}, {"_mepr_rules_content", "?p=10"}}, want: "MemberPress"},
		"a rule for addresses by a pattern": {rule: []Meta{{"_mepr_rules_type", "partial"}, {"_mepr_rules_content", "^/.p=1[0-9]$"}, {"_is_mepr_rules_content_regexp", "1"}}, want: "MemberPress"},
		"a page of a level":                 {tables: map[string][]Row{levelPagesTable: {{"membership_id": "1", "page_id": "10"}}}, want: "Paid Memberships Pro"},
		"a category of a level":             {tables: map[string][]Row{levelCategoriesTable: {{"membership_id": "1", "category_id": "3"}}}, want: "Paid Memberships Pro"},
		"a page has no category":            {typ: "page", tables: map[string][]Row{levelCategoriesTable: {{"membership_id": "1", "category_id": "3"}}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := NewBuilder("wp_")
			if c.network {
				b.Network()
			}
			b.Option("home", "https://example.org")
			b.Option("active_plugins", all)
			if c.plugins != "" {
				b.Option("active_plugins", c.plugins)
			}
			for key, value := range c.options {
				b.Option(key, value)
			}
			typ := c.typ
			if typ == "" {
				typ = "post"
			}
			b.Term(Term{ID: 3, TaxonomyID: 30, Taxonomy: "category", Name: "Inside", Slug: "inside"})
			b.RelationAt(10, 30, 0)
			b.Post(IndexRow{ID: 10, Parent: 9, Type: typ, Status: "publish", Name: "x", Title: "Inside only"})
			if c.rule != nil {
				b.Post(IndexRow{ID: 20, Type: memberRuleType, Status: "publish", Name: "rule"})
			}
			for id, meta := range map[int64][]Meta{10: c.meta, 20: c.rule} {
				for _, m := range meta {
					if !WantsMeta(m.Key) {
						t.Fatalf("the index does not ask for %s", m.Key)
					}
					b.PostMeta(id, m.Key, m.Value)
				}
			}
			for table, rows := range c.tables {
				for _, row := range rows {
					b.Row(table, row)
				}
			}
			s := b.Build()
			if got := s.View().Restricted(10); got != c.want {
				t.Errorf("restricted by %q, want %q", got, c.want)
			}
			if r := s.View().Reference(10); r.Public != (c.want == "") {
				t.Errorf("what others may say of it: %+v", r)
			}
		})
	}
}
