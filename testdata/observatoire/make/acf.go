package main

import "time"

// installed is when the definitions were made.
var installed = time.Date(2012, 9, 4, 14, 20, 0, 0, paris)

// fieldKeys are the keys of the ACF fields, by the name that their values have in postmeta, without row numbers.
var fieldKeys = map[string]string{}

// field is an ACF field to define: its own settings stand beside those that every field has.
type field struct {
	label, name, kind string
	settings          object
	rows              []field
}

var languages = object{{"fr", "Français"}, {"en", "Anglais"}, {"es", "Espagnol"}, {"pt", "Portugais"}, {"nl", "Néerlandais"}, {"ar", "Arabe"}, {"km", "Khmer"}}

var textSettings = object{{"default_value", ""}, {"maxlength", ""}, {"placeholder", ""}, {"prepend", ""}, {"append", ""}}

func choices(list object) object {
	return object{{"choices", list}, {"default_value", false}, {"return_format", "value"}, {"multiple", 0}, {"allow_null", 1}, {"ui", 0}, {"ajax", 0}, {"placeholder", ""}}
}

var fileSettings = object{{"return_format", "array"}, {"library", "all"}, {"min_size", ""}, {"max_size", ""}, {"mime_types", "pdf"}}

var noticeFields = []field{
	{"Notice", "", "tab", object{{"placement", "top"}, {"endpoint", 0}}, nil},
	{"Sous-titre", "sous_titre", "text", textSettings, nil},
	{"Année de parution", "annee_parution", "text", textSettings, nil},
	{"Date de parution", "date_de_parution", "date_picker", object{{"display_format", "d/m/Y"}, {"return_format", "d/m/Y"}, {"first_day", 1}}, nil},
	{"Organisme", "organisme", "text", textSettings, nil},
	{"Auteurs", "auteurs", "repeater", object{{"collapsed", ""}, {"min", 0}, {"max", 0}, {"layout", "table"}, {"button_label", "Ajouter un auteur"}, {"rows_per_page", 20}}, []field{
		{"Nom", "nom", "text", textSettings, nil},
		{"Prénom", "prenom", "text", textSettings, nil},
		{"Fonction", "fonction", "text", textSettings, nil},
		{"Institution", "institution", "text", textSettings, nil},
	}},
	{"Langue", "langue", "select", choices(languages), nil},
	{"Type de document", "type_de_document", "select", choices(object{{"etude", "Étude"}, {"guide", "Guide"}, {"actes", "Actes"}, {"these", "Thèse ou mémoire"}, {"cahier", "Cahier"}}), nil},
	{"Nombre de pages", "nombre_de_pages", "number", object{{"default_value", ""}, {"min", 1}, {"max", ""}, {"placeholder", ""}, {"step", 1}, {"prepend", ""}, {"append", "p."}}, nil},
	{"ISBN", "isbn", "text", textSettings, nil},
	{"DOI", "doi", "text", textSettings, nil},
	{"Fichiers", "", "tab", object{{"placement", "top"}, {"endpoint", 0}}, nil},
	{"Fichier", "fichier", "file", fileSettings, nil},
	{"Autres langues", "fichiers_langues", "repeater", object{{"collapsed", ""}, {"min", 0}, {"max", 0}, {"layout", "table"}, {"button_label", "Ajouter un fichier"}, {"rows_per_page", 20}}, []field{
		{"Fichier", "fichier", "file", fileSettings, nil},
		{"Langue", "langue", "select", choices(languages), nil},
	}},
	{"Couverture", "couverture", "image", object{{"return_format", "id"}, {"preview_size", "medium"}, {"library", "all"}, {"mime_types", ""}}, nil},
	{"Indexation", "", "tab", object{{"placement", "top"}, {"endpoint", 0}}, nil},
	{"Résumé", "resume", "wysiwyg", object{{"default_value", ""}, {"tabs", "all"}, {"toolbar", "basic"}, {"media_upload", 0}, {"delay", 0}}, nil},
	{"Mots-clés", "mots_cles", "text", textSettings, nil},
	{"Pays", "pays", "taxonomy", object{{"taxonomy", "pays"}, {"field_type", "multi_select"}, {"allow_null", 1}, {"add_term", 0}, {"save_terms", 1}, {"load_terms", 1}, {"return_format", "id"}, {"multiple", 0}}, nil},
	{"À la une", "a_la_une", "true_false", object{{"message", "Montrer sur la page d'accueil"}, {"default_value", 0}, {"ui", 1}, {"ui_on_text", ""}, {"ui_off_text", ""}}, nil},
}

var newsFields = []field{
	{"Chapô", "chapo", "textarea", object{{"default_value", ""}, {"maxlength", ""}, {"rows", 3}, {"placeholder", ""}, {"new_lines", ""}}, nil},
	{"Document joint", "document_joint", "file", fileSettings, nil},
}

var bannerFields = []field{
	{"Titre du bandeau", "bandeau_titre", "text", textSettings, nil},
	{"Image du bandeau", "bandeau_image", "image", object{{"return_format", "id"}, {"preview_size", "medium"}, {"library", "all"}, {"mime_types", ""}}, nil},
}

// define adds what ACF keeps as posts: a post type, two taxonomies, three groups with their fields.
func (s *site) define() {
	s.defineType()
	s.defineTaxonomy("collection", "Collections", "Collection", "ressource")
	s.defineTaxonomy("pays", "Pays", "Pays", "ressource", "post")
	s.defineGroup("Notice de la ressource", "group_50476a1100001", "field_50476a11", "ressource", noticeFields)
	s.defineGroup("Compléments d'actualité", "group_58a1c02200002", "field_58a1c022", "post", newsFields)
	s.defineGroup("Bandeau de page", "group_58a1c03300003", "field_58a1c033", "page", bannerFields)
}

func (s *site) definition(kind, title, key, settings string, parent, order int, excerpt string) *post {
	p := s.add(post{kind: kind, title: title, slug: key, content: settings, parent: parent, order: order, excerpt: excerpt, date: installed, author: 1})
	return p
}

func (s *site) defineGroup(title, key, prefix, postType string, fields []field) {
	settings := object{
		{"location", []any{[]any{object{{"param", "post_type"}, {"operator", "=="}, {"value", postType}}}}},
		{"position", "normal"}, {"style", "default"}, {"label_placement", "top"}, {"instruction_placement", "label"},
		{"hide_on_screen", ""}, {"description", ""}, {"show_in_rest", 0},
	}
	group := s.definition("acf-field-group", title, key, php(settings), 0, 0, slugOf(title))
	s.defineFields(group.id, prefix, "", fields)
}

func (s *site) defineFields(parent int, prefix, path string, fields []field) {
	for i, f := range fields {
		key := prefix + string("0123456789abcdefghijklmnopqrstuvwxyz"[i])
		settings := append(object{
			{"aria-label", ""}, {"type", f.kind}, {"instructions", ""}, {"required", 0}, {"conditional_logic", 0},
			{"wrapper", object{{"width", ""}, {"class", ""}, {"id", ""}}},
		}, f.settings...)
		p := s.definition("acf-field", f.label, key, php(settings), parent, i, f.name)
		fieldKeys[path+f.name] = key
		s.defineFields(p.id, key, f.name+".", f.rows)
	}
}

func (s *site) defineType() {
	settings := object{
		{"post_type", "ressource"}, {"advanced_configuration", true}, {"import_source", ""}, {"import_date", ""},
		{"labels", object{{"name", "Ressources"}, {"singular_name", "Ressource"}, {"menu_name", "Centre de ressources"}, {"add_new_item", "Ajouter une ressource"}}},
		{"description", ""}, {"public", true}, {"hierarchical", false}, {"exclude_from_search", false}, {"publicly_queryable", true},
		{"show_ui", true}, {"show_in_menu", true}, {"admin_menu_parent", ""}, {"show_in_admin_bar", true}, {"show_in_nav_menus", true},
		{"show_in_rest", true}, {"rest_base", ""}, {"rest_namespace", "wp/v2"}, {"rest_controller_class", "WP_REST_Posts_Controller"},
		{"menu_position", 5}, {"menu_icon", object{{"type", "dashicons"}, {"value", "dashicons-book-alt"}}}, {"rename_capabilities", false},
		{"singular_capability_name", "post"}, {"plural_capability_name", "posts"}, {"supports", texts("title", "editor", "thumbnail", "revisions", "custom-fields")},
		{"taxonomies", texts("collection", "pays", "thematique")}, {"has_archive", true}, {"has_archive_slug", ""},
		{"rewrite", object{{"permalink_rewrite", "custom_permalink"}, {"slug", "centre-de-ressources"}, {"with_front", "0"}, {"feeds", "0"}, {"pages", "1"}}},
		{"query_var", "post_type_key"}, {"query_var_name", ""}, {"can_export", true}, {"delete_with_user", false}, {"register_meta_box_cb", ""}, {"enter_title_here", "Titre de la ressource"},
	}
	s.definition("acf-post-type", "Ressources", "post_type_50476a1000001", php(settings), 0, 0, "ressources")
}

func (s *site) defineTaxonomy(name, plural, singular string, types ...string) {
	settings := object{
		{"taxonomy", name}, {"object_type", texts(types...)}, {"advanced_configuration", 0}, {"import_source", ""}, {"import_date", ""},
		{"labels", object{{"name", plural}, {"singular_name", singular}}}, {"description", ""},
		{"capabilities", object{{"manage_terms", "manage_categories"}, {"edit_terms", "manage_categories"}, {"delete_terms", "manage_categories"}, {"assign_terms", "edit_posts"}}},
		{"public", 1}, {"publicly_queryable", 1}, {"hierarchical", 1}, {"show_ui", 1}, {"show_in_menu", 1}, {"show_in_nav_menus", 1}, {"show_in_rest", 1},
		{"rest_base", ""}, {"rest_namespace", "wp/v2"}, {"rest_controller_class", "WP_REST_Terms_Controller"}, {"show_tagcloud", 1}, {"show_in_quick_edit", 1}, {"show_admin_column", 1},
		{"rewrite", object{{"permalink_rewrite", "taxonomy_key"}, {"slug", ""}, {"with_front", "1"}, {"rewrite_hierarchical", "0"}}},
		{"query_var", "taxonomy_key"}, {"query_var_name", ""}, {"default_term", object{{"default_term_enabled", "0"}}}, {"sort", 0}, {"meta_box", "default"}, {"meta_box_cb", ""}, {"meta_box_sanitize_cb", ""},
	}
	s.definition("acf-taxonomy", plural, "taxonomy_50476a10"+name, php(settings), 0, 0, slugOf(plural))
}

// fill stores the value of an ACF field as ACF does: the value, and the key of its definition under "_" and its name.
func (s *site) fill(p *post, path, value string) { s.fillRow(p, path, path, value) }

func (s *site) fillRow(p *post, name, path, value string) {
	key, known := fieldKeys[path]
	if !known {
		panic("no field " + path)
	}
	s.set(p, name, value, "_"+name, key)
}
