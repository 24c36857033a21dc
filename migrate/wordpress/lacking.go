package wordpress

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// There says that a table is there, by name without prefix, which may hold no rows.
func (b *Builder) There(table string) { b.there[table] = true }

// ToFill lists the tables of which a source says whether they are Filled, by name without prefix: of all others a Builder is given every row.
func ToFill() []string {
	tables := []string{"postmeta"}
	for _, t := range PostTables() {
		if !t.Dispensable {
			tables = append(tables, t.Name)
		}
	}
	return tables
}

// Filled says that a table holds rows of which the Builder is not given all: one of ToFill.
func (b *Builder) Filled(table string) { b.filled[table] = true }

// Filled lists, by name without prefix, the tables that records are made of and that hold rows, as far as the site tells: those that every
// WordPress has, those of PostTables that the source names, and those of SmallTables. A site that was restored in part lacks some that it had.
func (s *Site) Filled() []string { return s.filled }

// unseen are those of SmallTables that no record is made of.
var unseen = []string{"ai1ec_event_category_meta"}

// fleeting are those of SmallTables that an ordinary edit may empty, such as of the last event that repeats: for Filled, to be there is enough.
var fleeting = []string{"em_event_recurrences", "em_tickets", "sc_eventmeta", "teachpress_user"}

// fill completes what Filled lists.
func (b *Builder) fill() {
	s := b.site
	for table, rows := range map[string]int{"options": len(s.options), "terms": len(s.terms), "term_relationships": len(s.relations), "users": len(s.users)} {
		if rows > 0 {
			b.Filled(table)
		}
	}
	for _, table := range fleeting {
		if b.there[table] {
			b.Filled(table)
		}
	}
	for _, table := range unseen {
		delete(b.filled, table)
	}
	s.filled = slices.Sorted(maps.Keys(b.filled))
}

// lacking warns of what every WordPress has and this source does not give: a dump of some of the tables, or a user of the database
// who may not read the others, would take terms and authors from all records, and nobody would see why. A source without the
// option db_version is an extract that somebody made by hand, and taken as it is. What is missing of membership plugins it says of any.
func (b *Builder) lacking() {
	s := b.site
	var missing []string
	if len(s.terms) == 0 {
		missing = append(missing, "terms, term_taxonomy")
	}
	if len(s.relations) == 0 && slices.ContainsFunc(s.entries, func(e Entry) bool { return e.Type == "post" && e.Status == "publish" }) {
		missing = append(missing, "term_relationships") // a published post is in the default category if in no other
	}
	if len(s.users) == 0 {
		missing = append(missing, "users")
	}
	if _, whole := s.options["db_version"]; whole && len(missing) > 0 {
		b.Warn(fmt.Sprintf("tables are missing, empty or may not be read: %s, which no WordPress is without. Records go without their terms or authors, and a mapping that asks for terms finds none. "+
			"Dump every table of the site, or let the user of the database read them", strings.Join(missing, ", ")))
	}
	if len(s.missingRules) > 0 {
		b.Warn("posts for members only may be taken for public: tables of membership plugins that are switched on are missing or may not be read: " + strings.Join(s.missingRules, ", "))
	}
}
