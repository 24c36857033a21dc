package migrate_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// edits are what happens to a site, without WordPress's own help: nothing is kept in order that need not be.
var edits = map[string]func(*blog, *rapid.T){
	"a post appears":          func(b *blog, t *rapid.T) { b.drawPost(t) },
	"a post changes":          (*blog).editPost,
	"two posts swap slugs":    (*blog).swapSlugs,
	"a post is deleted":       (*blog).deletePost,
	"meta changes":            (*blog).editMeta,
	"terms of a post change":  (*blog).editRelations,
	"a term changes":          (*blog).editTerm,
	"a user changes":          (*blog).editUser,
	"an option changes":       (*blog).editOption,
	"a definition changes":    (*blog).editDefinition,
	"an event changes":        (*blog).editEvent,
	"a row loses its partner": (*blog).orphan,
	"search engines are told": (*blog).editHead,
}

func (b *blog) editPost(t *rapid.T) {
	posts := b.tables["posts"]
	id := rapid.SampledFrom(posts.keys()).Draw(t, "of")
	if strings.HasPrefix(posts.get(id, "post_type"), "acf-") {
		return
	}
	change := map[string]func() string{
		"post_content": func() string { return b.content(t) },
		"post_title":   func() string { return rapid.SampledFrom(someTitles).Draw(t, "title") },
		"post_excerpt": func() string { return rapid.SampledFrom([]string{"", "Short", "<p>Long</p>"}).Draw(t, "excerpt") },
		"post_name":    func() string { return b.slug(t) },
		"post_status": func() string {
			return rapid.SampledFrom([]string{"publish", "publish", "draft", "private", "trash", "inherit"}).Draw(t, "status")
		},
		"post_password":     func() string { return rapid.SampledFrom([]string{"", "secret"}).Draw(t, "password") },
		"post_type":         func() string { return rapid.SampledFrom(postKinds).Draw(t, "type") },
		"post_parent":       func() string { return fmt.Sprint(b.anyPost(t)) },
		"post_author":       func() string { return fmt.Sprint(rapid.IntRange(0, 4).Draw(t, "author")) },
		"menu_order":        func() string { return fmt.Sprint(rapid.IntRange(0, 3).Draw(t, "order")) },
		"post_date":         func() string { return rapid.SampledFrom(someDays).Draw(t, "date") },
		"post_date_gmt":     func() string { return rapid.SampledFrom(someDays).Draw(t, "date") },
		"post_modified_gmt": func() string { return rapid.SampledFrom(someDays).Draw(t, "modified") },
		"guid":              func() string { return fmt.Sprint("https://example.org/?p=", b.anyPost(t)) },
		"post_mime_type":    func() string { return rapid.SampledFrom([]string{"", "image/jpeg", "application/pdf"}).Draw(t, "mime") },
	}
	columns := posts.columns[1:]
	column := rapid.SampledFrom(columns).Draw(t, "column")
	if draw := change[column]; draw != nil {
		posts.set(id, column, draw())
	}
	if rapid.Bool().Draw(t, "noticed") { // or the clock stands still
		posts.set(id, "post_modified", rapid.SampledFrom(someDays).Draw(t, "modified"))
	}
}

func (b *blog) swapSlugs(t *rapid.T) {
	posts := b.tables["posts"]
	one, other := rapid.SampledFrom(posts.keys()).Draw(t, "one"), rapid.SampledFrom(posts.keys()).Draw(t, "other")
	slug := posts.get(one, "post_name")
	posts.set(one, "post_name", posts.get(other, "post_name"))
	posts.set(other, "post_name", slug)
}

func (b *blog) deletePost(t *rapid.T) {
	posts := b.tables["posts"]
	id := rapid.SampledFrom(posts.keys()).Draw(t, "of")
	delete(posts.byKey, id)
	if rapid.Bool().Draw(t, "with its meta") {
		for _, key := range b.tables["postmeta"].keys() {
			if b.tables["postmeta"].get(key, "post_id") == fmt.Sprint(id) {
				delete(b.tables["postmeta"].byKey, key)
			}
		}
	}
}

func (b *blog) editMeta(t *rapid.T) {
	meta := b.tables["postmeta"]
	if keys := meta.keys(); len(keys) > 0 && rapid.Bool().Draw(t, "known row") {
		key := rapid.SampledFrom(keys).Draw(t, "row")
		if rapid.IntRange(0, 2).Draw(t, "delete") == 0 {
			delete(meta.byKey, key)
			return
		}
		meta.set(key, "meta_value", b.metaValue(t))
		return
	}
	name := rapid.SampledFrom([]string{"year", "file", "related", "_thumbnail_id", "note", "_wp_old_slug", "_edit_lock"}).Draw(t, "key")
	post := fmt.Sprint(b.anyPost(t))
	b.add("postmeta", post, name, b.metaValue(t))
	if strings.Contains("year file related", name) {
		b.add("postmeta", post, "_"+name, "field_"+name)
	}
}

func (b *blog) metaValue(t *rapid.T) string {
	id := fmt.Sprint(b.anyPost(t))
	return rapid.SampledFrom([]string{"", "2019", "2020", id, "https://example.org/wp-content/uploads/" + id + ".pdf", fmt.Sprintf(`a:1:{i:0;s:%d:"%s";}`, len(id), id), "old-" + id}).Draw(t, "value")
}

func (b *blog) editRelations(t *rapid.T) {
	post, term := b.anyPost(t), int64(rapid.IntRange(1, 5).Draw(t, "term"))
	key := relation(post, term)
	if _, there := b.tables["term_relationships"].byKey[key]; there {
		delete(b.tables["term_relationships"].byKey, key)
		return
	}
	b.tables["term_relationships"].byKey[key] = []string{fmt.Sprint(post), fmt.Sprint(term)}
}

func (b *blog) editTerm(t *rapid.T) {
	id := int64(rapid.IntRange(1, 5).Draw(t, "term"))
	terms, uses := b.tables["terms"], b.tables["term_taxonomy"]
	if _, there := terms.byKey[id]; !there {
		terms.byKey[id] = []string{fmt.Sprint(id), "Back", "back"}
		uses.byKey[id] = []string{fmt.Sprint(id), fmt.Sprint(id), "category", "", "0"}
		return
	}
	switch rapid.IntRange(0, 6).Draw(t, "what") {
	case 6: // what it is about
		if _, used := uses.byKey[id]; used {
			uses.set(id, "description", rapid.SampledFrom([]string{"", "About it", "All about <b>it</b>"}).Draw(t, "description"))
		}
	case 5: // a group of translations
		if _, used := uses.byKey[id]; used {
			uses.set(id, "taxonomy", rapid.SampledFrom([]string{"post_translations", "post_translations", "language", "category"}).Draw(t, "taxonomy"))
			uses.set(id, "description", fmt.Sprintf(`a:2:{s:2:"en";i:%d;s:2:"fr";i:%d;}`, b.anyPost(t), b.anyPost(t)))
		}
	case 4: // an author of Co-Authors Plus
		if _, used := uses.byKey[id]; used {
			uses.set(id, "taxonomy", "author")
			terms.set(id, "slug", rapid.SampledFrom([]string{"cap-login", "cap-nice0", "nice1"}).Draw(t, "slug"))
		}
	case 0:
		terms.set(id, "name", rapid.SampledFrom([]string{"News", "Reports", "Term 1"}).Draw(t, "name"))
	case 1:
		terms.set(id, "slug", rapid.SampledFrom([]string{"news", "publications", "term-1"}).Draw(t, "slug"))
	case 2:
		if _, used := uses.byKey[id]; used {
			uses.set(id, "parent", fmt.Sprint(rapid.IntRange(0, 4).Draw(t, "parent")))
		}
	case 3:
		delete(terms.byKey, id)
	}
}

func (b *blog) editUser(t *rapid.T) {
	id := int64(rapid.IntRange(1, 4).Draw(t, "user"))
	users := b.tables["users"]
	if _, there := users.byKey[id]; there && rapid.IntRange(0, 3).Draw(t, "delete") == 0 {
		delete(users.byKey, id)
		return
	}
	users.byKey[id] = []string{fmt.Sprint(id), "login", "nice", "mail@example.org", rapid.SampledFrom([]string{"Anna", "login", "Bert &amp; Co"}).Draw(t, "name")}
}

func (b *blog) editOption(t *rapid.T) {
	options := b.tables["options"]
	id := rapid.SampledFrom(options.keys()).Draw(t, "option")
	values := map[string][]string{
		"permalink_structure": {"/%postname%/", "", "/%year%/%monthnum%/%postname%/", "/archives/%post_id%", "/%category%/%postname%/"},
		"WPLANG":              {"", "fr_FR", "de_DE_formal"},
		"timezone_string":     {"", "Europe/Paris", "America/New_York", "Nowhere"},
		"blogname":            {"Example", "Another"},
		"cron":                {"a", "b", "c"},
		"siteurl":             {"https://example.org", "https://example.org/wp"},
		"show_on_front":       {"posts", "page"},
	}[options.get(id, "option_name")]
	if len(values) > 0 {
		options.set(id, "option_value", rapid.SampledFrom(values).Draw(t, "value"))
	}
}

func (b *blog) editDefinition(t *rapid.T) {
	posts := b.tables["posts"]
	for _, id := range posts.keys() {
		if posts.get(id, "post_type") == "acf-field" && rapid.Bool().Draw(t, "this") {
			typ := rapid.SampledFrom([]string{"text", "number", "file", "image", "relationship", "true_false"}).Draw(t, "field type")
			posts.set(id, "post_content", fmt.Sprintf(`a:1:{s:4:"type";s:%d:"%s";}`, len(typ), typ))
			return
		}
	}
}

func (b *blog) editEvent(t *rapid.T) {
	events := b.tables["ai1ec_events"]
	for _, id := range events.keys() {
		if rapid.Bool().Draw(t, "this") {
			events.set(id, "venue", rapid.SampledFrom([]string{"", "Here", "There"}).Draw(t, "venue"))
			events.set(id, "timezone_name", rapid.SampledFrom([]string{"sys.default", "Asia/Tokyo", "UTC"}).Draw(t, "zone"))
			return
		}
	}
}

// The plugins that speak to search engines, and what one of them is told.
var (
	seoPlugins = []string{`a:1:{i:0;s:24:"wordpress-seo/wp-seo.php";}`, `a:1:{i:0;s:30:"seo-by-rank-math/rank-math.php";}`, "a:0:{}", "a:1:{i:0;damaged", ""}
	seoTitles  = []string{`a:1:{s:10:"title-post";s:30:"%%title%% %%sep%% %%sitename%%";}`, `a:1:{s:10:"title-post";s:13:"%%sitename%% ";}`,
		`a:1:{s:10:"title-post";s:54:"%%title%% %%category_description%% %%tag_description%%";}`, `a:2:{s:9:"separator";s:8:"sc-mdash";s:12:"noindex-page";b:1;}`, ""}
)

// editHead changes which plugin speaks to search engines, what it is told, or what it has of a post; rows about terms and users
// have the same IDs.
func (b *blog) editHead(t *rapid.T) {
	options := b.tables["options"]
	for _, id := range options.keys() {
		values := map[string][]string{"active_plugins": seoPlugins, "wpseo_titles": seoTitles}[options.get(id, "option_name")]
		if len(values) > 0 && rapid.IntRange(0, 2).Draw(t, "setting") == 0 {
			options.set(id, "option_value", rapid.SampledFrom(values).Draw(t, "value"))
			return
		}
	}
	b.add("yoast_indexable", fmt.Sprint(b.anyPost(t)), rapid.SampledFrom([]string{"post", "post", "term", "user"}).Draw(t, "about"), rapid.SampledFrom([]string{"", "Own %%sep%% %%category%%"}).Draw(t, "title"),
		rapid.SampledFrom([]string{"", "By %%name%%", "%%excerpt%%, %%parent_title%%", "%%cf_note%%"}).Draw(t, "description"), rapid.SampledFrom([]string{"", "0", "1"}).Draw(t, "noindex"))
}

// orphan takes away a row that others name.
func (b *blog) orphan(t *rapid.T) {
	table := rapid.SampledFrom([]string{"terms", "term_taxonomy", "ai1ec_events", "users"}).Draw(t, "table")
	if keys := b.tables[table].keys(); len(keys) > 0 {
		delete(b.tables[table].byKey, rapid.SampledFrom(keys).Draw(t, "row"))
	}
}
