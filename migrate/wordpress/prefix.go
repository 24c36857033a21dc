package wordpress

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// PrefixError says that the prefix of a site's tables could not be chosen: the tables of no WordPress are there, or
// not those that were asked for, or those of several.
type PrefixError struct {
	Wanted string   // the prefix that was asked for; empty: any
	Found  []string // the prefixes under which a WordPress lies, in alphabetical order
}

func (e *PrefixError) Error() string {
	found := strings.Join(e.Found, ", ")
	switch {
	case len(e.Found) == 0:
		return "no WordPress tables: there is no table whose name ends in posts with one in options and one in postmeta beside it; is this the right database?"
	case e.Wanted != "":
		return fmt.Sprintf("no WordPress tables with the prefix %q; those here begin with %s: choose with --prefix", e.Wanted, found)
	default:
		return fmt.Sprintf("several WordPress sites share this database; their tables begin with %s: choose with --prefix", found)
	}
}

// ChoosePrefix finds the prefix of a site among the names of a database's tables: a WordPress has posts, options and
// postmeta under one prefix. Where prefix is the main site of a multisite, others are the prefixes of its further
// sites. The error is a *PrefixError. A prefix that is returned holds letters, digits, "_" and "$" only.
func ChoosePrefix(tables []string, wanted string) (prefix string, others []string, err error) {
	found := prefixes(tables)
	candidates := found
	if wanted == "" {
		candidates = mainSites(tables, found)
	} else {
		candidates = slices.DeleteFunc(slices.Clone(found), func(p string) bool { return p != wanted })
	}
	if len(candidates) != 1 {
		return "", nil, &PrefixError{Wanted: wanted, Found: found}
	}
	prefix = candidates[0]
	for _, p := range found {
		if isSubsite(tables, p, prefix) {
			others = append(others, p)
		}
	}
	return prefix, others, nil
}

// UsersPrefix returns the prefix of the tables users and usermeta of the site with this prefix: the further sites of
// a multisite share those of its main site.
func UsersPrefix(tables []string, prefix string) string {
	if slices.Contains(tables, prefix+"users") {
		return prefix
	}
	for _, main := range prefixes(tables) {
		if isSubsite(tables, prefix, main) {
			return main
		}
	}
	return prefix
}

// SubsitePrefix returns the prefix of site number n of the multisite whose main site has this prefix.
func SubsitePrefix(main string, n int) string {
	if n <= 1 {
		return main
	}
	return main + strconv.Itoa(n) + "_"
}

// prefixes returns the prefixes under which a WordPress lies, in alphabetical order.
func prefixes(tables []string) []string {
	known := make(map[string]bool, len(tables))
	for _, t := range tables {
		known[t] = true
	}
	var found []string
	for t := range known {
		p, ok := strings.CutSuffix(t, "posts")
		if ok && isPrefix(p) && known[p+"options"] && known[p+"postmeta"] {
			found = append(found, p)
		}
	}
	slices.Sort(found)
	return found
}

// mainSites leaves out the further sites of multisites.
func mainSites(tables, found []string) []string {
	return slices.DeleteFunc(slices.Clone(found), func(p string) bool {
		return slices.ContainsFunc(found, func(main string) bool { return isSubsite(tables, p, main) })
	})
}

// isSubsite reports whether p is a further site of the multisite main: "wp_2_" of "wp_". A site of its own would have
// its own users.
func isSubsite(tables []string, p, main string) bool {
	rest, ok := strings.CutPrefix(p, main)
	if !ok {
		return false
	}
	number, ok := strings.CutSuffix(rest, "_")
	n, err := strconv.Atoi(number)
	return ok && err == nil && n > 1 && strconv.Itoa(n) == number && !slices.Contains(tables, p+"users")
}

// isPrefix reports whether p consists of what WordPress takes in a prefix.
func isPrefix(p string) bool {
	for _, c := range []byte(p) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_', c == '$':
		default:
			return false
		}
	}
	return true
}
