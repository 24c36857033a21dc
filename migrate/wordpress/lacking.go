package wordpress

import (
	"fmt"
	"slices"
	"strings"
)

// Filled says that a plugin's table of PostTables holds rows.
func (b *Builder) Filled(table string) { b.site.filled = append(b.site.filled, table) }

// Filled lists, by name without prefix, the tables that records are made of and that hold rows, as far as the site tells: those that every
// WordPress has, and of PostTables those that the source names. A site that was restored in part lacks some that it had.
func (s *Site) Filled() []string { return s.filled }

// fill completes what Filled lists.
func (b *Builder) fill() {
	s := b.site
	for table, rows := range map[string]int{"options": len(s.options), "postmeta": len(b.meta), "terms": len(s.terms), "term_relationships": len(s.relations), "users": len(s.users)} {
		if rows > 0 {
			s.filled = append(s.filled, table)
		}
	}
	slices.Sort(s.filled)
}

// lacking warns of what every WordPress has and this source does not give: a dump of some of the tables, or a user of the database
// who may not read the others, would take terms and authors from all records, and nobody would see why. A source without the
// option db_version is an extract that somebody made by hand, and taken as it is.
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
}
