package dump

import (
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// role is what a table is to WordPress, told by the end of its name and by its columns.
type role struct {
	suffix string
	needs  []string // columns, lower case, without which it is another program's
	key    string   // the column, lower case, whose value its extents carry: the ID of a post; "" for small tables
}

// roles are the tables that are read, those with the longest names first: wp_aioseo_posts is not a table of posts.
var roles = func() []role {
	all := []role{
		{"posts", []string{"id", "post_type", "post_status"}, "id"},
		{"postmeta", []string{"post_id", "meta_key", "meta_value"}, "post_id"},
		{"options", []string{"option_name", "option_value"}, ""},
		{"users", []string{"id", "user_login", "display_name"}, ""},
		{"usermeta", []string{"user_id", "meta_key", "meta_value"}, ""},
		{"terms", []string{"term_id", "name", "slug"}, ""},
		{"term_taxonomy", []string{"term_taxonomy_id", "term_id", "taxonomy"}, ""},
		{"termmeta", []string{"term_id", "meta_key", "meta_value"}, ""},
		{"term_relationships", []string{"object_id", "term_taxonomy_id"}, ""},
	}
	for _, t := range wordpress.PostTables() {
		key := strings.ToLower(t.Post)
		all = append(all, role{t.Name, []string{key}, key})
	}
	for _, suffix := range wordpress.SmallTables() {
		all = append(all, role{suffix, nil, ""})
	}
	slices.SortStableFunc(all, func(a, b role) int { return len(b.suffix) - len(a.suffix) })
	return all
}()

// mayBeNeeded reports whether a table of this name could be WordPress's.
func mayBeNeeded(name string) bool {
	return slices.ContainsFunc(roles, func(r role) bool { return strings.HasSuffix(name, r.suffix) })
}

// roleOf returns the role of a table with this name and these columns.
func roleOf(name string, lay *layout) *role {
	for i, r := range roles {
		if strings.HasSuffix(name, r.suffix) && !slices.ContainsFunc(r.needs, func(c string) bool { return lay.column(c) < 0 }) {
			return &roles[i]
		}
	}
	return nil
}

// standardColumns are those of WordPress's own tables, in its order: for dumps without CREATE TABLE.
var standardColumns = map[string][]string{
	"posts": strings.Fields(`ID post_author post_date post_date_gmt post_content post_title post_excerpt post_status comment_status
		ping_status post_password post_name to_ping pinged post_modified post_modified_gmt post_content_filtered post_parent guid
		menu_order post_type post_mime_type comment_count`),
	"postmeta":           strings.Fields("meta_id post_id meta_key meta_value"),
	"options":            strings.Fields("option_id option_name option_value autoload"),
	"users":              strings.Fields("ID user_login user_pass user_nicename user_email user_url user_registered user_activation_key user_status display_name"),
	"usermeta":           strings.Fields("umeta_id user_id meta_key meta_value"),
	"terms":              strings.Fields("term_id name slug term_group"),
	"term_taxonomy":      strings.Fields("term_taxonomy_id term_id taxonomy description parent count"),
	"termmeta":           strings.Fields("meta_id term_id meta_key meta_value"),
	"term_relationships": strings.Fields("object_id term_taxonomy_id term_order"),
}

// standardLayout returns the columns that WordPress gives a table of this name; nil for a plugin's.
func standardLayout(name string) []string {
	for _, r := range roles {
		if strings.HasSuffix(name, r.suffix) {
			return standardColumns[r.suffix]
		}
	}
	return nil
}

// tableName names a table. Database is empty where the dump does not say.
type tableName struct{ database, name string }

// table is a table that could be WordPress's: its columns, and where its rows lie.
type table struct {
	name      tableName
	columns   []string // as CREATE TABLE or the first INSERT has them; nil: not known
	generated []bool   // columns whose values the server computes
	role      *role    // nil: another program's
	extents   []extent
	notes     []string // statements that were not carried out
}

// stored returns the columns that are not computed.
func (t *table) stored() []string {
	var columns []string
	for i, c := range t.columns {
		if !t.generated[i] {
			columns = append(columns, c)
		}
	}
	return columns
}

// layout is how the rows of a statement are written.
type layout struct {
	key              string // says all that makes a difference; equal keys: equal layouts
	columns          []string
	at               map[string]int // column in lower case → position
	assigned         bool           // column = value, … instead of a list in parentheses
	literalBackslash bool
	charset          *charset
}

// column returns the position of a column, named in lower case; -1: there is none.
func (lay *layout) column(lower string) int {
	if i, ok := lay.at[lower]; ok {
		return i
	}
	return -1
}

// layouts are the layouts of a dump, each once.
type layouts struct {
	list []*layout
	ids  map[string]uint16
}

const mostLayouts = 1 << 16

// add returns the number of a layout; false where there are too many.
func (all *layouts) add(lay layout, charsetName string) (uint16, bool) {
	key := strings.Join(lay.columns, "\x00") + "\x00\x00" + charsetName
	if lay.assigned {
		key += "\x00assigned"
	}
	if lay.literalBackslash {
		key += "\x00literal"
	}
	if id, known := all.ids[key]; known {
		return id, true
	}
	if len(all.list) == mostLayouts {
		return 0, false
	}
	lay.key, lay.at = key, make(map[string]int, len(lay.columns))
	for i, c := range lay.columns {
		lay.at[strings.ToLower(c)] = i
	}
	if all.ids == nil {
		all.ids = map[string]uint16{}
	}
	id := uint16(len(all.list))
	all.ids[key] = id
	all.list = append(all.list, &lay)
	return id, true
}
