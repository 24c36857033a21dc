package wordpress

// coreTypes are the post types that WordPress registers itself, up to 6.8.
var coreTypes = []PostType{
	{Name: "post", Label: "Posts", Singular: "Post", Class: Content, Reason: "the posts of the site", Viewable: true},
	{Name: "page", Label: "Pages", Singular: "Page", Class: Content, Reason: "the pages of the site", Viewable: true, Hierarchical: true},
	{Name: "attachment", Label: "Media", Singular: "Media file", Class: Internal, Reason: "the media library: its files go along with the posts that show them", Viewable: true},
	{Name: "revision", Label: "Revisions", Singular: "Revision", Class: Internal, Reason: "earlier versions of posts"},
	{Name: "nav_menu_item", Label: "Navigation menu items", Singular: "Navigation menu item", Class: Internal, Reason: "entries of menus"},
	{Name: "custom_css", Label: "Custom CSS", Singular: "Custom CSS", Class: Internal, Reason: "style sheets of themes"},
	{Name: "customize_changeset", Label: "Changesets", Singular: "Changeset", Class: Internal, Reason: "saved states of the Customizer"},
	{Name: "oembed_cache", Label: "oEmbed responses", Singular: "oEmbed response", Class: Internal, Reason: "cached answers of embed providers"},
	{Name: "user_request", Label: "User requests", Singular: "User request", Class: Private, Reason: "people's requests for the export or erasure of their data"},
	{Name: "wp_block", Label: "Patterns", Singular: "Pattern", Class: Internal, Reason: "synced patterns: shown inside the posts that use them"},
	{Name: "wp_template", Label: "Templates", Singular: "Template", Class: Internal, Reason: "templates of block themes"},
	{Name: "wp_template_part", Label: "Template parts", Singular: "Template part", Class: Internal, Reason: "template parts of block themes"},
	{Name: "wp_global_styles", Label: "Global styles", Singular: "Global styles", Class: Internal, Reason: "style settings of block themes"},
	{Name: "wp_navigation", Label: "Navigation menus", Singular: "Navigation menu", Class: Internal, Reason: "menus of block themes"},
	{Name: "wp_font_family", Label: "Font families", Singular: "Font family", Class: Internal, Reason: "installed fonts"},
	{Name: "wp_font_face", Label: "Font faces", Singular: "Font face", Class: Internal, Reason: "installed fonts"},
}

func coreType(name string) (PostType, bool) {
	for _, t := range coreTypes {
		if t.Name == name {
			t.Kind, t.Origin, t.builtIn = name, "WordPress", true
			return t, true
		}
	}
	return PostType{}, false
}

func isCoreType(name string) bool {
	_, core := coreType(name)
	return core
}
