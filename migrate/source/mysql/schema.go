package mysql

import (
	"context"
	"crypto/sha256"
	"fmt"
	"hash"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// schema is what the server says about the site's tables. WordPress has gained tables and columns over the years, so
// whatever is not listed there is not asked for.
type schema struct {
	prefix  string
	users   string            // prefix of users and usermeta
	others  []string          // prefixes of the further sites of a multisite
	tables  map[string]*table // by name with prefix
	idBatch int               // how many IDs fit into one question
	columns hash.Hash         // of all that was said of the columns
}

type table struct {
	name    string // with prefix
	engine  string // empty for a view
	rows    int    // about, as the server guesses
	columns []string
	short   []string // columns whose values are no texts of more than longText bytes
	primary []string // columns of the primary key
	leading []string // columns that an index begins with
}

// has reports whether the table has this column.
func (t *table) has(column string) bool {
	return slices.ContainsFunc(t.columns, func(c string) bool { return strings.EqualFold(c, column) })
}

// list writes columns for a SELECT; one that the table does not have reads as NULL.
func (t *table) list(columns ...string) string {
	var out strings.Builder
	for i, c := range columns {
		if i > 0 {
			out.WriteString(", ")
		}
		if t.has(c) {
			out.WriteString(quote(c))
		} else {
			out.WriteString("NULL")
		}
	}
	return out.String()
}

// expected is for how many rows of the table room is made before they come; 0 where it is not there. The server often guesses little
// more than half.
func (t *table) expected() int {
	if t == nil {
		return 0
	}
	return min(2*t.rows, mostExpected)
}

// order writes an ORDER BY of those of these columns that the table has, then its primary key; empty where none is.
func (t *table) order(columns ...string) string {
	var by []string
	for _, c := range append(columns, t.primary...) {
		if t.has(c) && !slices.Contains(by, quote(c)) {
			by = append(by, quote(c))
		}
	}
	if len(by) == 0 {
		return ""
	}
	return " ORDER BY " + strings.Join(by, ", ")
}

// table returns a table of the site by its name without prefix; nil where it is not there.
func (s *schema) table(name string) *table { return s.tables[s.prefix+name] }

// siteTables are the tables that are read, without prefix; users and usermeta have a prefix of their own.
func siteTables() []string {
	names := []string{"options", "terms", "term_taxonomy", "termmeta", "term_relationships", "posts", "postmeta"}
	for _, t := range wordpress.PostTables() {
		names = append(names, t.Name)
	}
	return append(names, wordpress.SmallTables()...)
}

// mostExpected bounds what is made of the server's guess of rows.
const mostExpected = 100_000

func (s *Source) readSchema(ctx context.Context) error {
	there := map[string]*table{}
	var names []string
	err := s.each(ctx, "the list of tables", "SELECT TABLE_NAME, ENGINE, TABLE_ROWS FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME",
		func(r row) error {
			name := r.text(0)
			names = append(names, name)
			there[name] = &table{name: name, engine: r.text(1), rows: int(min(max(r.integer(2), 0), mostExpected))}
			return nil
		})
	if err != nil {
		return err
	}
	if err := s.choosePrefix(names); err != nil {
		return err
	}
	s.tables = map[string]*table{}
	wanted := []string{s.users + "users", s.users + "usermeta"}
	for _, name := range siteTables() {
		wanted = append(wanted, s.prefix+name)
	}
	for _, name := range wanted {
		if t := there[name]; t != nil {
			s.tables[name] = t
		}
	}
	if err := s.readColumns(ctx, constants(wanted)); err != nil {
		return err
	}
	if posts := s.table("posts"); !posts.has("ID") {
		return fmt.Errorf("the table %s on the database server %s shows no column ID: it is not WordPress's, or the user may not read it; give the user the right to SELECT", posts.name, s.config.address())
	}
	return s.readLimits(ctx)
}

func (s *Source) choosePrefix(names []string) (err error) {
	if s.prefix, s.others, err = wordpress.ChoosePrefix(names, s.config.Prefix); err != nil {
		return err
	}
	if s.config.Blog > 1 {
		s.prefix, s.others, err = wordpress.ChoosePrefix(names, wordpress.SubsitePrefix(s.prefix, s.config.Blog))
	}
	s.users = wordpress.UsersPrefix(names, s.prefix)
	return err
}

// readColumns learns the columns and indexes of the tables in a list of SQL strings.
func (s *Source) readColumns(ctx context.Context, list string) error {
	within := " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (" + list + ")"
	s.columns = sha256.New()
	err := s.each(ctx, "the list of columns", "SELECT TABLE_NAME, COLUMN_NAME, COALESCE(CHARACTER_OCTET_LENGTH, 0) <= "+longText+", COLUMN_TYPE, CHARACTER_SET_NAME, COLLATION_NAME FROM information_schema.COLUMNS"+within+" ORDER BY TABLE_NAME, ORDINAL_POSITION",
		func(r row) error {
			for i := range r {
				fmt.Fprintf(s.columns, "%q ", r.bytes(i))
			}
			if t := s.tables[r.text(0)]; t != nil {
				t.columns = append(t.columns, r.text(1))
				if r.integer(2) == 1 {
					t.short = append(t.short, r.text(1))
				}
			}
			return nil
		})
	if err != nil {
		return err
	}
	return s.each(ctx, "the list of indexes", "SELECT TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME FROM information_schema.STATISTICS"+within+" ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX",
		func(r row) error {
			t := s.tables[r.text(0)]
			if t == nil {
				return nil
			}
			if r.text(1) == "PRIMARY" {
				t.primary = append(t.primary, r.text(3))
			}
			if r.integer(2) == 1 {
				t.leading = append(t.leading, r.text(3))
			}
			return nil
		})
}

// The bounds of a question: a server may take as little as 1,024 bytes at a time.
const (
	longestID    = len("18446744073709551615,")
	questionHead = 640 // what a question holds beside its IDs
	mostIDs      = 200
)

// readLimits learns how long a question may be.
func (s *Source) readLimits(ctx context.Context) error {
	return s.each(ctx, "the server's limits", "SELECT @@max_allowed_packet", func(r row) error {
		fit := (r.integer(0) - questionHead) / int64(longestID)
		s.idBatch = int(min(max(fit, 1), mostIDs))
		return nil
	})
}

// transactional are the engines whose tables take part in a snapshot.
var transactional = []string{"InnoDB", "XtraDB", "RocksDB", "TokuDB"}

// fixed reports whether the snapshot holds the table still.
func (t *table) fixed() bool {
	return slices.ContainsFunc(transactional, func(engine string) bool { return strings.EqualFold(engine, t.engine) })
}

// moving names the tables that the snapshot does not hold still, with their engines.
func (s *schema) moving() []string {
	var found []string
	for _, t := range s.tables {
		if t.engine != "" && !t.fixed() {
			found = append(found, t.name+" ("+t.engine+")")
		}
	}
	slices.Sort(found)
	return found
}
