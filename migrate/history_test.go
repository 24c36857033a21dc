package migrate_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"pgregory.net/rapid"
)

// blog is the database of a WordPress site that edits change, as rows of tables.
type blog struct {
	tables  map[string]*rows
	nextID  int64
	vouches bool // its source knows whether it was touched
}

// rows are those of one table by their key, each a value per column.
type rows struct {
	columns []string
	byKey   map[int64][]string
}

func (r *rows) set(key int64, column, value string) {
	row := slices.Clone(r.byKey[key])
	row[slices.Index(r.columns, column)] = value
	r.byKey[key] = row
}

func (r *rows) get(key int64, column string) string {
	return r.byKey[key][slices.Index(r.columns, column)]
}

func (r *rows) keys() []int64 { return slices.Sorted(maps.Keys(r.byKey)) }

// blogTables are the columns of the tables; the first is the key.
var blogTables = map[string]string{
	"posts": "ID post_author post_date post_date_gmt post_content post_title post_excerpt post_status post_password post_name " +
		"post_modified post_modified_gmt post_parent guid menu_order post_type post_mime_type",
	"postmeta":           "meta_id post_id meta_key meta_value",
	"options":            "option_id option_name option_value",
	"users":              "ID user_login user_nicename user_email display_name",
	"terms":              "term_id name slug",
	"term_taxonomy":      "term_taxonomy_id term_id taxonomy description parent",
	"term_relationships": "object_id term_taxonomy_id",
	"ai1ec_events":       "post_id start end timezone_name allday venue",
	"yoast_indexable":    "id object_id object_type title description is_robots_noindex",
}

func newBlog() *blog {
	b := &blog{tables: map[string]*rows{}}
	for name, columns := range blogTables {
		b.tables[name] = &rows{strings.Fields(columns), map[int64][]string{}}
	}
	return b
}

func (b *blog) add(table string, values ...string) int64 {
	b.nextID++
	b.tables[table].byKey[b.nextID] = append([]string{strconv.FormatInt(b.nextID, 10)}, values...)
	return b.nextID
}

func (b *blog) clone() *blog {
	c := &blog{map[string]*rows{}, b.nextID, b.vouches}
	for name, t := range b.tables {
		c.tables[name] = &rows{t.columns, maps.Clone(t.byKey)}
	}
	return c
}

// relation is the key of a row of term_relationships, which has none of its own.
func relation(post, term int64) int64 { return post*10000 + term }

// dump writes the database as mariadb-dump does.
func (b *blog) dump() string {
	var w strings.Builder
	w.WriteString("-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)\n\n")
	for _, name := range slices.Sorted(maps.Keys(b.tables)) {
		t := b.tables[name]
		fmt.Fprintf(&w, "CREATE TABLE `wp_%s` (\n", name)
		for i, column := range t.columns {
			if i > 0 {
				w.WriteString(",\n")
			}
			fmt.Fprintf(&w, "  `%s` longtext", column)
		}
		w.WriteString("\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n")
		for _, statement := range b.inserts(name) {
			w.WriteString(statement + ";\n")
		}
	}
	w.WriteString("-- Dump completed on 2024-01-01 00:00:00\n")
	return w.String()
}

// inserts writes the rows of a table as a statement; none where it has no rows.
func (b *blog) inserts(name string) []string {
	t := b.tables[name]
	if len(t.byKey) == 0 {
		return nil
	}
	var tuples []string
	for _, key := range t.keys() {
		var cells []string
		for _, cell := range t.byKey[key] {
			cells = append(cells, "'"+strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`).Replace(cell)+"'")
		}
		tuples = append(tuples, "("+strings.Join(cells, ",")+")")
	}
	return []string{"INSERT INTO `wp_" + name + "` VALUES " + strings.Join(tuples, ",\n")}
}

// What posts say. NNN stands for the ID of any post.
var (
	someContents = []string{
		"", "<p>One</p>", "<p>Two</p>\n\n<p>Three</p>", `<a href="https://example.org/?p=NNN">see</a>`, `<a href="https://example.org/post-NNN/">see</a>`,
		`<img src="https://example.org/wp-content/uploads/NNN.jpg" class="wp-image-NNN">`, `[gallery ids="NNN,NNN"]`, `<!-- wp:block {"ref":NNN} /-->`,
		`[caption id="attachment_NNN"]<img src="/wp-content/uploads/NNN-300x200.jpg">Words[/caption]`, `<p>The title of it - ILO and IOM, 2019 <a href="https://example.org/wp-content/uploads/NNN.pdf">DOWNLOAD</a></p>`,
		`[unknown]text[/unknown]`, `<p>mail@example.org</p>`,
	}
	someTitles = []string{"", "One", "Two &amp; three", "Ein Titel", "One"}
	someDays   = []string{"2019-03-01 10:00:00", "2021-10-31 02:30:00", "0000-00-00 00:00:00", "2035-01-01 00:00:00", "1999-12-31 23:59:59"}
	postKinds  = []string{"post", "post", "post", "page", "publication", "ai1ec_event", "wp_block", "attachment", "revision"}
)

// drawPost adds a post, with meta, terms and an event where it is one.
func (b *blog) drawPost(t *rapid.T) int64 {
	kind := rapid.SampledFrom(postKinds).Draw(t, "type")
	status := "publish"
	if rapid.IntRange(0, 3).Draw(t, "hidden") == 0 {
		status = rapid.SampledFrom([]string{"draft", "private", "trash", "future"}).Draw(t, "status")
	}
	mime, guid := "", ""
	if kind == "attachment" {
		status, mime = "inherit", "image/jpeg"
	}
	day := rapid.SampledFrom(someDays).Draw(t, "day")
	id := b.add("posts", strconv.Itoa(rapid.IntRange(0, 3).Draw(t, "author")), day, day, b.content(t), rapid.SampledFrom(someTitles).Draw(t, "title"), rapid.SampledFrom([]string{"", "Short"}).Draw(t, "excerpt"),
		status, "", b.slug(t), day, day, strconv.FormatInt(b.anyPost(t), 10), guid, "0", kind, mime)
	switch kind {
	case "attachment":
		b.add("postmeta", fmt.Sprint(id), "_wp_attached_file", fmt.Sprintf("%d.%s", id, rapid.SampledFrom([]string{"jpg", "pdf"}).Draw(t, "ending")))
		b.add("postmeta", fmt.Sprint(id), "_wp_attachment_image_alt", "alt")
	case "ai1ec_event":
		b.tables["ai1ec_events"].byKey[id] = []string{fmt.Sprint(id), "1500000000", "1500003600", "Europe/Paris", "0", "Here"}
	}
	return id
}

func (b *blog) slug(t *rapid.T) string {
	return rapid.SampledFrom([]string{"one", "two", "One", "", fmt.Sprintf("post-%d", b.nextID+1)}).Draw(t, "slug")
}

// content draws a text that may name other posts.
func (b *blog) content(t *rapid.T) string {
	text := ""
	for range rapid.IntRange(0, 2).Draw(t, "parts") {
		text += strings.ReplaceAll(rapid.SampledFrom(someContents).Draw(t, "part"), "NNN", fmt.Sprint(b.anyPost(t))) + "\n\n"
	}
	return text
}

// anyPost is the ID of a post, or one that none has.
func (b *blog) anyPost(t *rapid.T) int64 {
	ids := append(b.tables["posts"].keys(), 0, 9999)
	return rapid.SampledFrom(ids).Draw(t, "post")
}

// drawBlog makes a site.
func drawBlog(t *rapid.T) *blog {
	b := newBlog()
	b.vouches = rapid.Bool().Draw(t, "vouches")
	for _, option := range [][2]string{{"home", "https://example.org"}, {"siteurl", "https://example.org"}, {"permalink_structure", "/%postname%/"}, {"WPLANG", "en_GB"},
		{"timezone_string", "Europe/Paris"}, {"blogname", "Example"}, {"cron", "a"}, {"show_on_front", "posts"},
		{"active_plugins", seoPlugins[0]}, {"wpseo_titles", seoTitles[0]}} {
		b.add("options", option[0], option[1])
	}
	for i := range int64(3) {
		b.tables["users"].byKey[i+1] = []string{fmt.Sprint(i + 1), fmt.Sprint("login", i), fmt.Sprint("nice", i), fmt.Sprintf("u%d@example.org", i), fmt.Sprint("User ", i)}
	}
	for i, taxonomy := range []string{"category", "category", "post_tag", "language"} {
		id := int64(i + 1)
		b.tables["terms"].byKey[id] = []string{fmt.Sprint(id), fmt.Sprint("Term ", id), fmt.Sprint("term-", id)}
		b.tables["term_taxonomy"].byKey[id] = []string{fmt.Sprint(id), fmt.Sprint(id), taxonomy, "", "0"}
	}
	b.nextID = 100
	group := b.add("posts", "1", someDays[0], someDays[0], `a:1:{s:8:"location";a:0:{}}`, "Group", "", "publish", "", "group_1", someDays[0], someDays[0], "0", "", "0", "acf-field-group", "")
	for _, field := range [][2]string{{"year", "number"}, {"file", "file"}, {"related", "relationship"}} {
		b.add("posts", "1", someDays[0], someDays[0], fmt.Sprintf(`a:1:{s:4:"type";s:%d:"%s";}`, len(field[1]), field[1]), field[0], field[0], "publish", "", "field_"+field[0], someDays[0], someDays[0], fmt.Sprint(group), "", "0", "acf-field", "")
	}
	for range rapid.IntRange(3, 9).Draw(t, "posts") {
		b.drawPost(t)
	}
	for range rapid.IntRange(0, 6).Draw(t, "edits") {
		b.editMeta(t)
		b.editRelations(t)
	}
	return b
}
