package wordpress

import (
	"strings"
	"testing"
)

func definitionRow(id int64, postType, status, slug, content string) IndexRow {
	return IndexRow{ID: id, Type: postType, Status: status, Name: slug, Title: "Title of " + slug, Content: content}
}

// Every plugin that keeps definitions of types in the database: what they say of a type, and where its posts are.
func TestDefinedTypes(t *testing.T) {
	labels := Object{{"name", "Reports"}, {"singular_name", "Report"}}
	acf := func(name string, public bool, rewrite Object) string {
		return php(Object{{"post_type", name}, {"labels", labels}, {"public", public}, {"hierarchical", false}, {"rewrite", rewrite}})
	}
	custom := Object{{"permalink_rewrite", "custom_permalink"}, {"slug", "bibliothek"}, {"with_front", "0"}}
	s := siteOf(map[string]string{
		"permalink_structure": "/blog/%postname%/",
		"cptui_post_types": php(Object{
			{"cpt_a", Object{{"name", "cpt_a"}, {"label", "As"}, {"public", "true"}, {"rewrite", "true"}, {"rewrite_slug", "a-list"}, {"rewrite_withfront", "true"}, {"hierarchical", "false"}, {"query_var", "true"}}},
			{"cpt_b", Object{{"name", "cpt_b"}, {"public", "false"}, {"rewrite", "false"}, {"query_var", "true"}, {"query_var_slug", "bee"}}},
			{"acf_pub", Object{{"name", "acf_pub"}, {"label", "Second"}, {"public", "false"}}},
			{"tribe_events", Object{{"name", "tribe_events"}, {"label", "Own events"}, {"rewrite_slug", "termine"}, {"rewrite_withfront", "0"}}},
			{"post", Object{{"name", "post"}, {"public", "false"}}},
		}),
		"wpcf-custom-types": php(Object{
			{"toolset_a", Object{{"slug", "toolset_a"}, {"labels", labels}, {"public", "public"}, {"hierarchical", "1"}, {"rewrite", Object{{"enabled", "1"}, {"slug", ""}, {"with_front", "1"}}}}},
			{"toolset_normal", Object{{"slug", "toolset_normal"}, {"public", "public"}, {"rewrite", Object{{"enabled", "1"}, {"custom", "normal"}, {"slug", "given-up"}, {"with_front", "0"}}}}},
			{"toolset_custom", Object{{"slug", "toolset_custom"}, {"public", "public"}, {"rewrite", Object{{"enabled", "1"}, {"custom", "custom"}, {"slug", "centre/x"}, {"with_front", "0"}}}}},
			{"toolset_b", Object{{"slug", "toolset_b"}, {"public", "hidden"}, {"rewrite", Object{{"enabled", "1"}, {"with_front", "0"}}}}},
			{"toolset_off", Object{{"slug", "toolset_off"}, {"disabled", "1"}}},
			{"page", Object{{"slug", "page"}, {"_builtin", true}}},
		}),
	}, []IndexRow{
		definitionRow(1, "acf-post-type", "publish", "post_type_1", acf("acf_pub", true, custom)),
		definitionRow(2, "acf-post-type", "publish", "post_type_2", acf("acf_hidden", false, nil)),
		definitionRow(3, "acf-post-type", "acf-disabled", "post_type_3", acf("acf_off", true, nil)),
		definitionRow(4, "acf-post-type", "publish", "post_type_4", acf("acf_plain", true, Object{{"permalink_rewrite", "no_permalink"}})),
		definitionRow(5, "acf-post-type", "publish", "damaged", "a:3:{s:4:"),
		definitionRow(6, "_pods_pod", "publish", "pod_type", ""),
		definitionRow(7, "_pods_pod", "publish", "post", ""),
		definitionRow(8, "mb-post-type", "publish", "mb", `{"slug":"mb_type","labels":{"name":"Boxes"},"public":true,"hierarchical":true,"rewrite":{"slug":"boxes","with_front":false}}`),
		definitionRow(9, "mb-post-type", "publish", "mb-broken", `{"slug":`),
		published(20, "acf_off", "x"), published(21, "odd", "x"), published(22, "wpforms", "x"), published(23, "jet-menu", "x"),
	}, metaRow(6, "type", "post_type"), metaRow(6, "label", "Pods"), metaRow(6, "rewrite_with_front", "0"), metaRow(6, "public", "1"), metaRow(7, "type", "post_type"), metaRow(7, "object", "post"))
	for _, want := range []PostType{
		{Name: "acf_pub", Label: "Reports", Class: Content, Origin: "ACF", Base: "bibliothek/", QueryVar: "acf_pub", Viewable: true},
		{Name: "acf_hidden", Label: "Reports", Class: Internal, Origin: "ACF", Base: "blog/acf_hidden/", QueryVar: "acf_hidden"},
		{Name: "acf_plain", Label: "Reports", Class: Content, Origin: "ACF", QueryVar: "acf_plain", Viewable: true},
		{Name: "acf_off", Label: "Reports", Class: Unknown},
		{Name: "cpt_a", Label: "As", Class: Content, Origin: "CPT UI", Base: "blog/a-list/", QueryVar: "cpt_a", Viewable: true},
		{Name: "cpt_b", Label: "cpt_b", Class: Internal, Origin: "CPT UI", QueryVar: "bee"},
		{Name: "tribe_events", Label: "Own events", Class: Content, Origin: "CPT UI", Base: "termine/", QueryVar: "tribe_events", Viewable: true},
		{Name: "toolset_a", Label: "Reports", Class: Content, Origin: "Toolset", Base: "blog/toolset_a/", QueryVar: "toolset_a", Viewable: true, Hierarchical: true},
		{Name: "toolset_b", Label: "toolset_b", Class: Internal, Origin: "Toolset", Base: "toolset_b/", QueryVar: "toolset_b"},
		{Name: "toolset_normal", Label: "toolset_normal", Class: Content, Origin: "Toolset", Base: "toolset_normal/", QueryVar: "toolset_normal", Viewable: true},
		{Name: "toolset_custom", Label: "toolset_custom", Class: Content, Origin: "Toolset", Base: "centre/x/", QueryVar: "toolset_custom", Viewable: true},
		{Name: "toolset_off", Label: "toolset_off", Class: Unknown},
		{Name: "pod_type", Label: "Pods", Class: Content, Origin: "Pods", Base: "pod-type/", QueryVar: "pod_type", Viewable: true},
		{Name: "mb_type", Label: "Boxes", Class: Content, Origin: "Meta Box", Base: "boxes/", QueryVar: "mb_type", Viewable: true, Hierarchical: true},
		{Name: "post", Label: "Posts", Class: Content, Origin: "WordPress", Viewable: true},
		{Name: "page", Label: "Pages", Class: Content, Origin: "WordPress", Viewable: true, Hierarchical: true},
		{Name: "odd", Label: "odd", Class: Unknown},
		{Name: "wpforms", Label: "Forms", Class: Internal, Origin: "WPForms", Base: "blog/wpforms/", QueryVar: "wpforms"},
		{Name: "jet-menu", Label: "Menus", Class: Internal, Origin: "JetMenu", Base: "blog/jet-menu/", QueryVar: "jet-menu"},
		{Name: "shop_order", Label: "Orders", Class: Private, Origin: "WooCommerce"},
		{Name: "user_request", Label: "User requests", Class: Private, Origin: "WordPress"},
	} {
		got := s.PostType(want.Name)
		reason := got.Reason
		got.Singular, got.Kind, got.Reason, got.Pretty, got.builtIn = "", "", "", false, false
		if got != want {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
		if reason == "" {
			t.Errorf("%s: no reason", want.Name)
		}
	}
	if reason := s.PostType("acf_off").Reason; !strings.Contains(reason, "switched off") {
		t.Errorf("a type whose definition is switched off says %q", reason)
	}
}

func TestPostTypesSeenOrDefined(t *testing.T) {
	s := siteOf(map[string]string{"cptui_post_types": php(Object{{"book", Object{{"name", "book"}}}})}, []IndexRow{published(1, "post", "a"), published(2, "zeta", "b"), published(3, "post", "c")})
	var names []string
	for _, pt := range s.PostTypes() {
		names = append(names, pt.Name)
	}
	if got := strings.Join(names, " "); got != "book post zeta" {
		t.Errorf("got %s", got)
	}
}

// The tables of plugins hold each type once, say what it is, and keep the three classes apart.
func TestPluginTables(t *testing.T) {
	seen := map[string]bool{}
	rows := 0
	for class, table := range map[Class][]pluginType{Content: contentTypes, Private: privateTypes, Internal: internalTypes} {
		for _, row := range table {
			rows++
			if seen[row.name] {
				t.Errorf("%s stands twice in the tables", row.name)
			}
			seen[row.name] = true
			if row.plugin == "" || row.what == "" || isCoreType(row.name) {
				t.Errorf("%s: incomplete, or WordPress's own", row.name)
			}
			name := strings.ReplaceAll(row.name, "*", "something")
			if got := knownType(name, structure{}); got.Class != class || got.Kind == "" || got.Label == "" {
				t.Errorf("%s is %v, want %v", name, got.Class, class)
			}
			if class == Content && strings.HasSuffix(row.name, "*") && row.name != "epkb_post_type_*" {
				t.Errorf("%s: a family of types cannot be content unseen", row.name)
			}
		}
	}
	if rows < 150 {
		t.Errorf("only %d types", rows)
	}
	for _, name := range []string{"ai1ec_event", "tribe_events", "mec-events", "event"} {
		if kind := knownType(name, structure{}).Kind; kind != "event" {
			t.Errorf("%s becomes %q", name, kind)
		}
	}
}

func TestTaxonomies(t *testing.T) {
	rewrite := Object{{"permalink_rewrite", "custom_permalink"}, {"slug", "gebiet"}, {"with_front", "0"}}
	s := siteOf(map[string]string{
		"permalink_structure": "/blog/%postname%/", "category_base": "/themen",
		"cptui_taxonomies":       php(Object{{"genre", Object{{"name", "genre"}, {"label", "Genres"}, {"public", "true"}, {"hierarchical", "true"}}}}),
		"wpcf-custom-taxonomies": php(Object{{"mood", Object{{"slug", "mood"}, {"hierarchical", "flat"}, {"rewrite", Object{{"enabled", "0"}}}}}}),
	}, []IndexRow{
		definitionRow(1, "acf-taxonomy", "publish", "t", php(Object{{"taxonomy", "region"}, {"labels", Object{{"name", "Regionen"}}}, {"public", true}, {"hierarchical", true}, {"rewrite", rewrite}})),
		definitionRow(2, "acf-taxonomy", "acf-disabled", "t", php(Object{{"taxonomy", "old"}, {"hierarchical", true}})),
	}, func(b *Builder) {
		b.Term(Term{ID: 1, TaxonomyID: 1, Taxonomy: "old_topic", Slug: "a"})
		b.Term(Term{ID: 2, TaxonomyID: 2, Taxonomy: "tree_topic", Slug: "b", Parent: 3})
		b.Term(Term{ID: 4, TaxonomyID: 4, Taxonomy: "nav_menu", Slug: "main"})
	})
	for _, want := range []Taxonomy{
		{"category", "Categories", true, true, "WordPress", "themen/", true, "category_name", true},
		{"post_tag", "Tags", true, false, "WordPress", "blog/tag/", false, "tag", true},
		{"region", "Regionen", true, true, "ACF", "gebiet/", false, "region", true},
		{"genre", "Genres", true, true, "CPT UI", "blog/genre/", false, "genre", true},
		{"mood", "mood", true, false, "Toolset", "", false, "mood", true},
		{"old_topic", "old_topic", true, false, "", "blog/old_topic/", false, "old_topic", false},
		{"tree_topic", "tree_topic", true, true, "", "blog/tree_topic/", false, "tree_topic", false},
		{"nav_menu", "Navigation menus", false, false, "WordPress", "", false, "", false},
		{"post_translations", "Groups of translations", false, false, "Polylang", "", false, "", false},
	} {
		if got := s.Taxonomy(want.Name); got != want {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}
