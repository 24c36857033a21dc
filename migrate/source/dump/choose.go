package dump

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// DatabaseError says that a dump holds several databases and it is not certain which one is meant. Which prefix is
// meant, a *wordpress.PrefixError says.
type DatabaseError struct {
	Wanted string   // the database that was asked for; empty: none
	Found  []string // those that have a WordPress
}

func (e *DatabaseError) Error() string {
	found := strings.Join(e.Found, ", ")
	switch {
	case e.Wanted == "":
		return fmt.Sprintf("several databases in this dump have a WordPress: %s: choose with --database", found)
	case found == "":
		return fmt.Sprintf("the dump does not say that any of its tables belong to a database %q: leave --database away", e.Wanted)
	}
	return fmt.Sprintf("no WordPress in a database %q in this dump; those that have one are: %s", e.Wanted, found)
}

// choice is a site in a dump.
type choice struct {
	database, prefix string
	users            string   // prefix of the tables of users
	others           []string // prefixes of the further sites of its multisite
}

// choose finds the site that the options ask for, or the only one.
func (s *scan) choose(options Options) (choice, error) {
	tables := s.tableNames()
	var fit []choice
	var doubt *wordpress.PrefixError
	for _, database := range slices.Sorted(maps.Keys(tables)) {
		if options.Database != "" && options.Database != database {
			continue
		}
		c, err := chooseIn(tables[database], options)
		c.database = database
		var prefix *wordpress.PrefixError
		switch {
		case err == nil:
			fit = append(fit, c)
		case !errors.As(err, &prefix):
			return choice{}, err
		case options.Prefix == "" && len(prefix.Found) > 0: // it has a WordPress, and it is not certain which
			fit, doubt = append(fit, c), prefix
		case doubt == nil || len(doubt.Found) < len(prefix.Found):
			doubt = prefix
		}
	}
	switch {
	case len(fit) > 1, len(fit) == 0 && options.Database != "" && tables[options.Database] == nil:
		return choice{}, &DatabaseError{options.Database, hosts(tables)}
	case len(fit) == 1 && fit[0].prefix != "":
		return fit[0], nil
	case doubt == nil:
		doubt = &wordpress.PrefixError{Wanted: options.Prefix}
	}
	return choice{}, doubt
}

// chooseIn finds the site among the tables of one database.
func chooseIn(tables []string, options Options) (choice, error) {
	prefix, others, err := wordpress.ChoosePrefix(tables, options.Prefix)
	if err == nil && options.Blog > 1 {
		prefix, others, err = wordpress.ChoosePrefix(tables, wordpress.SubsitePrefix(prefix, options.Blog))
	}
	if err != nil {
		return choice{}, err
	}
	return choice{prefix: prefix, users: wordpress.UsersPrefix(tables, prefix), others: others}, nil
}

// tableNames returns the names of the tables whose columns are WordPress's, by database, in order.
func (s *scan) tableNames() map[string][]string {
	tables := map[string][]string{}
	for full, t := range s.tables {
		if t.role != nil {
			tables[full.database] = append(tables[full.database], full.name)
		}
	}
	for _, names := range tables {
		slices.Sort(names)
	}
	return tables
}

// hosts returns the databases that have a WordPress, without one that has no name.
func hosts(tables map[string][]string) []string {
	var found []string
	for database, names := range tables {
		var prefix *wordpress.PrefixError
		_, _, err := wordpress.ChoosePrefix(names, "")
		if database != "" && (err == nil || errors.As(err, &prefix) && len(prefix.Found) > 0) {
			found = append(found, database)
		}
	}
	slices.Sort(found)
	return found
}
