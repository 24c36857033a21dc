package wordpress

import (
	"strconv"
	"strings"
	"testing"
)

// What a membership plugin hides by rules for types, terms, addresses or the whole site may not leave either; what it takes out of them may.
func TestRestrictedByRules(t *testing.T) {
	rule := func(kind, content, name string, plan int64, ids ...any) Object {
		return Object{{"id", "rule_1"}, {"membership_plan_id", plan}, {"active", "yes"}, {"rule_type", kind}, {"content_type", content}, {"content_type_name", name}, {"object_ids", ids}, {"access_type", "view"}}
	}
	plans := func(rules ...any) map[string]string {
		return map[string]string{"wc_memberships_rules": Serialize(rules)}
	}
	inherited := func(options map[string]string, inherit string) map[string]string {
		options["wc_memberships_inherit_restrictions"] = inherit
		return options
	}
	levels := func(settings ...property) map[string]string {
		return map[string]string{"ws_plugin__s2member_options": Serialize(append(Object{{"membership_options_page", "1"}}, settings...))}
	}
	ultimate := func(settings ...property) map[string]string {
		return map[string]string{"um_options": Serialize(append(Object{{"accessible", int64(2)}, {"restricted_access_post_metabox", Object{{"post", "1"}}}, {"restricted_access_taxonomy_metabox", Object{{"category", "1"}}}}, settings...))}
	}
	access := func(who string) Meta {
		return Meta{"um_content_restriction", Serialize(Object{{"_um_custom_access_settings", true}, {"_um_accessible", who}})}
	}
	const woo, s2, rcp, um, pms = "woocommerce-memberships", "s2member", "restrict-content-pro", "ultimate-member", "paid-member-subscriptions"
	cases := map[string]struct {
		plugin  string
		options map[string]string
		posts   map[int64]Meta
		terms   map[int64]Meta
		tables  map[string][]Row
		want    string // the posts that are hidden
	}{
		"a plan's type":                        {plugin: woo, options: plans(rule("content_restriction", "post_type", "post", 30)), want: "10"},
		"a plan's post":                        {plugin: woo, options: plans(rule("content_restriction", "post_type", "page", 30, int64(1))), want: "1"},
		"a plan's post of another type":        {plugin: woo, options: plans(rule("content_restriction", "post_type", "page", 30, "10"))},
		"a plan's term":                        {plugin: woo, options: plans(rule("content_restriction", "taxonomy", "category", 30, "3")), want: "10"},
		"a plan's term, above":                 {plugin: woo, options: plans(rule("content_restriction", "taxonomy", "category", 30, int64(2))), want: "10"},
		"a plan's term of another taxonomy":    {plugin: woo, options: plans(rule("content_restriction", "taxonomy", "post_tag", 30, "3"))},
		"a plan's taxonomy":                    {plugin: woo, options: plans(rule("content_restriction", "taxonomy", "post_tag", 30)), want: "10"},
		"a plan that is a draft":               {plugin: woo, options: plans(rule("content_restriction", "post_type", "post", 31))},
		"a plan that is gone":                  {plugin: woo, options: plans(rule("content_restriction", "post_type", "post", 32))},
		"a plan's discount":                    {plugin: woo, options: plans(rule("purchasing_discount", "post_type", "post", 30))},
		"a plan's product":                     {plugin: woo, options: plans(rule("product_restriction", "post_type", "product", 30)), want: "14"},
		"a plan's post that is public":         {plugin: woo, options: plans(rule("content_restriction", "post_type", "post", 30)), posts: map[int64]Meta{10: {"_wc_memberships_force_public", "yes"}}},
		"a plan's post that is not public":     {plugin: woo, options: plans(rule("content_restriction", "post_type", "post", 30)), posts: map[int64]Meta{10: {"_wc_memberships_force_public", "no"}}, want: "10"},
		"a second plan":                        {plugin: woo, options: plans(rule("content_restriction", "post_type", "post", 31), rule("content_restriction", "post_type", "post", 30)), want: "10"},
		"the plugin of plans is off":           {plugin: "akismet", options: plans(rule("content_restriction", "post_type", "post", 30))},
		"a level's posts":                      {plugin: s2, options: levels(property{"level0_posts", "all"}), want: "10 14"},
		"a level's post":                       {plugin: s2, options: levels(property{"level3_posts", "7,10;8"}), want: "10"},
		"a level's type":                       {plugin: s2, options: levels(property{"level1_posts", "7, all-products"}), want: "14"},
		"a level's pages":                      {plugin: s2, options: levels(property{"level2_pages", "all"}), want: "11"},
		"a level's page":                       {plugin: s2, options: levels(property{"level2_pages", "10,11"}), want: "11"},
		"a level's category":                   {plugin: s2, options: levels(property{"level4_catgs", "3"}), want: "10"},
		"a level's category, above":            {plugin: s2, options: levels(property{"level4_catgs", "9,2"}), want: "10"},
		"a level's tag":                        {plugin: s2, options: levels(property{"level0_ptags", "near by,Far away"}), want: "10"},
		"a level's address":                    {plugin: s2, options: levels(property{"level0_ruris", "/nowhere/\n/top/ch"}), want: "11"},
		"a level's label":                      {plugin: s2, options: levels(property{"level1_label", "all"})},
		"a post that is sold":                  {plugin: s2, options: levels(property{"specific_ids", "10"}), want: "10"},
		"a page of members":                    {plugin: s2, options: levels(property{"login_welcome_page", "11"}), want: "11"},
		"a capability":                         {plugin: s2, options: levels(), posts: map[int64]Meta{10: {"s2member_ccaps_req", `a:1:{i:0;s:5:"music";}`}}, want: "10"},
		"no capability":                        {plugin: s2, options: levels(), posts: map[int64]Meta{10: {"s2member_ccaps_req", `a:0:{}`}}},
		"a type for subscribers":               {plugin: rcp, options: map[string]string{"rcp_restricted_post_types": Serialize(Object{{"post", Object{{"user_level", "all"}}}})}, want: "10"},
		"a type for everybody":                 {plugin: rcp, options: map[string]string{"rcp_restricted_post_types": Serialize(Object{{"post", []any{}}})}},
		"a term for payers":                    {plugin: rcp, terms: map[int64]Meta{3: {"rcp_restricted_meta", `a:1:{s:9:"paid_only";i:1;}`}}, want: "10"},
		"a term for subscribers":               {plugin: rcp, terms: map[int64]Meta{3: {"rcp_restricted_meta", `a:1:{s:13:"subscriptions";a:1:{i:0;i:2;}}`}}, want: "10"},
		"a term of a level":                    {plugin: rcp, terms: map[int64]Meta{3: {"rcp_restricted_meta", `a:1:{s:12:"access_level";s:1:"4";}`}}, want: "10"},
		"a term of no level":                   {plugin: rcp, terms: map[int64]Meta{3: {"rcp_restricted_meta", `a:1:{s:12:"access_level";s:4:"None";}`}}},
		"a term of a level, in an option":      {plugin: rcp, options: map[string]string{"rcp_category_meta_3": `a:1:{s:12:"access_level";s:1:"4";}`}, want: "10"},
		"a term of subscribers":                {plugin: pms, terms: map[int64]Meta{3: {"pms-content-restrict-subscription-plan", "12"}}, want: "10"},
		"a term of users":                      {plugin: pms, terms: map[int64]Meta{3: {"pms-content-restrict-user-status", "loggedin"}}, want: "10"},
		"a site for those who are logged in":   {plugin: um, options: ultimate(), want: "1 10 11 14"},
		"its front page":                       {plugin: um, options: ultimate(property{"home_page_accessible", true}), want: "10 11 14"},
		"its pages for those who are not":      {plugin: um, options: ultimate(property{"core_login", "11"}), want: "1 10 14"},
		"its addresses for everyone":           {plugin: um, options: ultimate(property{"access_exclude_uris", []any{" https://example.org/top/child"}}), want: "1 10 14"},
		"its address to go to":                 {plugin: um, options: ultimate(property{"access_redirect", "https://example.org/x/"}), want: "1 11 14"},
		"its post for everyone":                {plugin: um, options: ultimate(), posts: map[int64]Meta{10: access("0")}, want: "1 11 14"},
		"its page, which is not asked":         {plugin: um, options: ultimate(), posts: map[int64]Meta{11: access("0")}, want: "1 10 11 14"},
		"its term for everyone":                {plugin: um, options: ultimate(), terms: map[int64]Meta{3: access("0")}, want: "1 11 14"},
		"its tag, which is not asked":          {plugin: um, options: ultimate(), terms: map[int64]Meta{4: access("0")}, want: "1 10 11 14"},
		"a site for everyone":                  {plugin: um, options: ultimate(property{"accessible", int64(0)}), want: ""},
		"a term for those who are logged in":   {plugin: um, options: map[string]string{"um_options": Serialize(Object{{"accessible", "0"}, {"restricted_access_taxonomy_metabox", Object{{"category", "1"}}}})}, terms: map[int64]Meta{3: access("2")}, want: "10"},
		"such a term, which is not asked":      {plugin: um, options: map[string]string{"um_options": Serialize(Object{{"accessible", "0"}, {"restricted_access_taxonomy_metabox", Object{{"category", "0"}}}})}, terms: map[int64]Meta{3: access("2")}},
		"such a term of which nobody knows":    {plugin: um, terms: map[int64]Meta{3: access("2")}, want: "10"},
		"a private site":                       {plugin: "members", options: map[string]string{"members_settings": `a:1:{s:12:"private_blog";b:1;}`}, want: "1 10 11 14"},
		"a site that is not private":           {plugin: "members", options: map[string]string{"members_settings": `a:1:{s:12:"private_blog";b:0;}`}},
		"a login that is forced":               {plugin: "wp-force-login", want: "1 10 11 14"},
		"a site with a password":               {plugin: "password-protected", options: map[string]string{"password_protected_status": "1"}, want: "1 10 11 14"},
		"a site whose password is off":         {plugin: "password-protected", options: map[string]string{"password_protected_status": "0"}},
		"what is protected":                    {plugin: "simple-membership", tables: map[string][]Row{protectionTable: {{"id": "1", "post_list": `a:1:{i:0;s:2:"10";}`, "page_list": `a:1:{i:4;s:1:"1";}`, "category_list": "a:0:{}"}}}, want: "1 10"},
		"what a level may see":                 {plugin: "simple-membership", tables: map[string][]Row{protectionTable: {{"id": "2", "post_list": `a:1:{i:0;s:2:"10";}`}}}},
		"a category that is protected":         {plugin: "simple-membership", tables: map[string][]Row{protectionTable: {{"id": "1", "category_list": `a:1:{i:0;s:1:"3";}`}}}, want: "10"},
		"a category whose parent is protected": {plugin: "simple-membership", tables: map[string][]Row{protectionTable: {{"id": "1", "category_list": `a:1:{i:0;s:1:"2";}`}}}, want: "10"},
		"nobody knows which plugins are on":    {plugin: "", options: plans(rule("content_restriction", "post_type", "post", 30)), want: "10"},
		"nor whether a login is forced":        {plugin: ""},
		"rules that are damaged":               {plugin: woo, options: map[string]string{"wc_memberships_rules": "a:1:{"}},
		"a plan's page with those below it":    {plugin: woo, options: inherited(plans(rule("content_restriction", "post_type", "page", 30, int64(1))), "yes"), want: "1 11"},
		"a plan's page without those below it": {plugin: woo, options: inherited(plans(rule("content_restriction", "post_type", "page", 30, int64(1))), "no"), want: "1"},
		"levels that no page offers":           {plugin: s2, options: map[string]string{"ws_plugin__s2member_options": Serialize(Object{{"membership_options_page", ""}, {"level0_posts", "all"}})}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := NewBuilder("wp_")
			for _, option := range [][2]string{{"home", "https://example.org"}, {"permalink_structure", "/%postname%/"}, {"show_on_front", "page"}, {"page_on_front", "1"}} {
				b.Option(option[0], option[1])
			}
			if c.plugin != "" {
				b.Option("active_plugins", Serialize([]any{c.plugin + "/x.php"}))
			}
			for name, value := range c.options {
				b.Option(name, value)
			}
			b.Term(Term{ID: 2, TaxonomyID: 20, Taxonomy: "category", Name: "Above", Slug: "above"})
			b.Term(Term{ID: 3, TaxonomyID: 30, Taxonomy: "category", Name: "Inside", Slug: "inside", Parent: 2})
			b.Term(Term{ID: 4, TaxonomyID: 40, Taxonomy: "post_tag", Name: "Far away", Slug: "far"})
			b.Relation(10, 30)
			b.Relation(10, 40)
			for _, row := range []IndexRow{{ID: 1, Type: "page", Name: "top"}, {ID: 10, Type: "post", Name: "x"}, {ID: 11, Type: "page", Name: "child", Parent: 1}, {ID: 12, Type: "attachment", Name: "file"},
				{ID: 13, Type: "wp_block", Name: "pattern"}, {ID: 14, Type: "product", Name: "thing"}, {ID: 30, Type: "wc_membership_plan", Name: "gold"}, {ID: 31, Type: "wc_membership_plan", Name: "iron", Status: "draft"}} {
				if row.Status == "" {
					row.Status = "publish"
				}
				b.Post(row)
			}
			for id, meta := range c.posts {
				if !WantsMeta(meta.Key) {
					t.Fatalf("the index does not ask for %s", meta.Key)
				}
				b.PostMeta(id, meta.Key, meta.Value)
			}
			for id, meta := range c.terms {
				b.TermMeta(id, meta.Key, meta.Value)
			}
			for table, rows := range c.tables {
				for _, row := range rows {
					b.Row(table, row)
				}
			}
			s := b.Build()
			var hidden []string
			for _, e := range s.Entries() {
				if s.Restricted(e.ID) != "" && e.ID < 30 {
					hidden = append(hidden, strconv.FormatInt(e.ID, 10))
				}
			}
			if got := strings.Join(hidden, " "); got != c.want {
				t.Errorf("hidden are %q, want %q", got, c.want)
			}
		})
	}
}
