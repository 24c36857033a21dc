package wordpress

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// tablesOf returns the names of the tables of a WordPress with this prefix.
func tablesOf(prefix string, more ...string) []string {
	names := []string{prefix + "posts", prefix + "options", prefix + "postmeta", prefix + "terms"}
	for _, m := range more {
		names = append(names, prefix+m)
	}
	return names
}

func TestChoosePrefix(t *testing.T) {
	alone := tablesOf("wp_", "users", "usermeta")
	shared := slices.Concat(tablesOf("wp_", "users"), tablesOf("x_wp_", "users"))
	network := slices.Concat(tablesOf("net_", "users", "blogs"), tablesOf("net_2_"), tablesOf("net_10_"))
	neighbours := slices.Concat(tablesOf("wp_", "users"), tablesOf("wp_2_", "users"))
	tests := []struct {
		name    string
		tables  []string
		wanted  string
		prefix  string
		others  []string
		found   []string // of the error
		message string
	}{
		{"one site", alone, "", "wp_", nil, nil, ""},
		{"one site, asked for", alone, "wp_", "wp_", nil, nil, ""},
		{"wrong prefix", alone, "blog_", "", nil, []string{"wp_"}, `"blog_"`},
		{"prefix with SQL", alone, "wp_posts`; DROP TABLE x; --", "", nil, []string{"wp_"}, "choose with --prefix"},
		{"wildcards are letters", alone, "wp%", "", nil, []string{"wp_"}, `"wp%"`},
		{"two sites", shared, "", "", nil, []string{"wp_", "x_wp_"}, "several"},
		{"the longer of two", shared, "x_wp_", "x_wp_", nil, nil, ""},
		{"the shorter of two", shared, "wp_", "wp_", nil, nil, ""},
		{"multisite", network, "", "net_", []string{"net_10_", "net_2_"}, nil, ""},
		{"site of a multisite", network, "net_2_", "net_2_", nil, nil, ""},
		{"numbered neighbours", neighbours, "", "", nil, []string{"wp_", "wp_2_"}, "several"},
		{"no prefix at all", tablesOf(""), "", "", nil, nil, ""},
		{"posts of something else", []string{"forum_posts", "forum_users"}, "", "", nil, []string{}, "no WordPress tables"},
		{"hostile table names", tablesOf("a`b_"), "", "", nil, []string{}, "no WordPress tables"},
		{"empty database", nil, "wp_", "", nil, []string{}, "right database"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			prefix, others, err := ChoosePrefix(test.tables, test.wanted)
			if test.found == nil {
				if err != nil || prefix != test.prefix || !slices.Equal(others, test.others) {
					t.Fatalf("got %q, %q, %v; want %q, %q", prefix, others, err, test.prefix, test.others)
				}
				return
			}
			var wrong *PrefixError
			if !errors.As(err, &wrong) || !slices.Equal(wrong.Found, test.found) || wrong.Wanted != test.wanted {
				t.Fatalf("got error %#v; want those found: %q", err, test.found)
			}
			if !strings.Contains(err.Error(), test.message) {
				t.Errorf("message %q does not say %q", err, test.message)
			}
		})
	}
}

func TestUsersPrefix(t *testing.T) {
	network := slices.Concat(tablesOf("wp_", "users"), tablesOf("wp_3_"), tablesOf("other_", "users"))
	for prefix, want := range map[string]string{"wp_": "wp_", "wp_3_": "wp_", "other_": "other_"} {
		if got := UsersPrefix(network, prefix); got != want {
			t.Errorf("UsersPrefix(%q) = %q, want %q", prefix, got, want)
		}
	}
	if got := SubsitePrefix("wp_", 3); got != "wp_3_" {
		t.Errorf("SubsitePrefix = %q", got)
	}
	if got := SubsitePrefix("wp_", 1); got != "wp_" {
		t.Errorf("SubsitePrefix of the main site = %q", got)
	}
}
