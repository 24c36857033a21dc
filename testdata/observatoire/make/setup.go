package main

import "strconv"

// taxonomy makes the terms whose names are not their slugs, and the trees.
func (s *site) taxonomy() {
	s.term("category", "Non classé", 0)
	s.term("category", "Actualités", 0)
	s.term("category", "Communiqués de presse", s.term("category", "Actualités", 0).id)
	s.term("category", "Revue de presse", s.term("category", "Actualités", 0).id)
	s.term("category", "Offres d'emploi", 0)
	studies := s.term("category", "Études et rapports", 0)
	s.term("category", "Rapports annuels", studies.id)
	s.term("category", "Notes d'analyse", studies.id)
}

// typeOfCPTUI is a post type in the option of Custom Post Type UI, whose booleans are words.
func typeOfCPTUI() object {
	return object{{"note", object{
		{"name", "note"}, {"label", "Notes"}, {"singular_label", "Note"}, {"description", ""}, {"public", "true"}, {"publicly_queryable", "true"},
		{"show_ui", "true"}, {"show_in_nav_menus", "true"}, {"delete_with_user", "false"}, {"show_in_rest", "true"}, {"rest_base", ""}, {"rest_controller_class", ""},
		{"has_archive", "true"}, {"has_archive_string", ""}, {"exclude_from_search", "false"}, {"capability_type", "post"}, {"hierarchical", "false"}, {"can_export", "false"},
		{"rewrite", "true"}, {"rewrite_slug", "notes"}, {"rewrite_withfront", "false"}, {"query_var", "true"}, {"query_var_slug", ""}, {"menu_position", ""},
		{"show_in_menu", "true"}, {"show_in_menu_string", ""}, {"menu_icon", "dashicons-media-text"}, {"register_meta_box_cb", nil},
		{"supports", texts("title", "editor", "custom-fields")}, {"taxonomies", texts("thematique")}, {"labels", object{{"menu_name", "Notes de synthèse"}}}, {"custom_supports", ""},
	}}}
}

func taxonomyOfCPTUI() object {
	return object{{"thematique", object{
		{"name", "thematique"}, {"label", "Thématiques"}, {"singular_label", "Thématique"}, {"description", ""}, {"public", "true"}, {"publicly_queryable", "true"},
		{"hierarchical", "true"}, {"show_ui", "true"}, {"show_in_menu", "true"}, {"show_in_nav_menus", "true"}, {"query_var", "true"}, {"query_var_slug", ""},
		{"rewrite", "true"}, {"rewrite_slug", "thematique"}, {"rewrite_withfront", "1"}, {"rewrite_hierarchical", "0"}, {"show_admin_column", "true"}, {"show_in_rest", "true"},
		{"labels", object{}}, {"object_types", texts("ressource", "note", "post")},
	}}}
}

// settings adds the options that a site is read by, and some that it is not.
func (s *site) settings() {
	s.options = [][2]string{
		{"siteurl", home}, {"home", home}, {"blogname", "Observatoire francophone de l’eau"}, {"blogdescription", "Données, études et débats"},
		{"users_can_register", "0"}, {"admin_email", "webmestre@observatoire.example.org"}, {"start_of_week", "1"}, {"use_smilies", "1"},
		{"default_category", "1"}, {"posts_per_page", "10"}, {"date_format", "j F Y"}, {"time_format", "G\\hi"}, {"permalink_structure", "/%postname%/"},
		{"rewrite_rules", ""}, {"blog_charset", "UTF-8"}, {"category_base", ""}, {"tag_base", ""}, {"gmt_offset", "0"}, {"timezone_string", "Europe/Paris"}, {"WPLANG", "fr_FR"},
		{"active_plugins", php(texts("advanced-custom-fields-pro/acf.php", "contact-form-7/wp-contact-form-7.php", "custom-post-type-ui/custom-post-type-ui.php", "flamingo/flamingo.php",
			"pdf-embedder/pdf_embedder.php", "the-events-calendar/the-events-calendar.php", "wordpress-seo/wp-seo.php"))},
		{"template", "rivage"}, {"stylesheet", "rivage-enfant"}, {"uploads_use_yearmonth_folders", "1"}, {"upload_path", ""}, {"upload_url_path", ""},
		{"show_on_front", "page"}, {"page_on_front", s.pageID("accueil")}, {"page_for_posts", "0"}, {"wp_page_for_privacy_policy", s.pageID("politique-de-confidentialite")},
		{"sticky_posts", "a:0:{}"}, {"db_version", "58975"}, {"acf_version", "6.3.12"}, {"acf_pro_license", "bGljZW5jZS1kZS1kw6ltb25zdHJhdGlvbg=="},
		{"cptui_post_types", php(typeOfCPTUI())}, {"cptui_taxonomies", php(taxonomyOfCPTUI())},
		{"tribe_events_calendar_options", php(object{{"eventsSlug", "agenda"}, {"singleEventSlug", "evenement"}, {"defaultCurrencySymbol", "€"}})},
		{"wpseo", php(object{{"version", "24.5"}, {"enable_admin_bar_menu", true}})}, {"mailserver_pass", "motdepasse"},
		{"theme_mods_rivage-enfant", php(object{{"nav_menu_locations", object{{"principal", s.term("nav_menu", "Menu principal", 0).id}}}})},
	}
}

func (s *site) pageID(slug string) string {
	for _, p := range s.posts {
		if p.kind == "page" && p.slug == slug {
			return strconv.Itoa(p.id)
		}
	}
	panic("no page " + slug)
}

// menu adds the main menu and what themes keep as posts.
func (s *site) menu() {
	menu := s.term("nav_menu", "Menu principal", 0)
	for i, slug := range []string{"accueil", "qui-sommes-nous", "equipe", "ressources", "partenaires", "sites-utiles", "contact"} {
		item := s.add(post{kind: "nav_menu_item", slug: "menu-" + slug, order: i + 1, date: installed.AddDate(0, 1, 0), author: 1})
		s.set(item, "_menu_item_type", "post_type", "_menu_item_menu_item_parent", "0", "_menu_item_object_id", s.pageID(slug), "_menu_item_object", "page",
			"_menu_item_target", "", "_menu_item_classes", php(texts("")), "_menu_item_xfn", "", "_menu_item_url", "")
		s.relate(item, menu)
	}
	s.add(post{kind: "custom_css", title: "rivage-enfant", content: ".bandeau { background: #0a6 }", date: installed.AddDate(1, 0, 0), author: 1})
	s.add(post{kind: "oembed_cache", slug: "3c1f7cfa28a4b1e0d92a5a1d7e5b0b7f", content: "{{unknown}}", date: installed.AddDate(5, 0, 0), author: 1})
}
