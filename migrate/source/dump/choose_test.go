package dump

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"wp2pub/migrate/wordpress"
)

// tables is the SQL of one site under a prefix, with one post whose title is the prefix.
func tables(prefix string, users bool) string {
	sql := fmt.Sprintf("CREATE TABLE `%[1]soptions` (option_name text, option_value text);"+
		"CREATE TABLE `%[1]spostmeta` (meta_id int, post_id int, meta_key text, meta_value text);"+
		"CREATE TABLE `%[1]sposts` (ID int, post_title text, post_type text, post_status text);"+
		"INSERT INTO `%[1]sposts` VALUES (1,'%[1]s','post','publish');", prefix)
	if users {
		sql += fmt.Sprintf("CREATE TABLE `%[1]susers` (ID int, user_login text, display_name text);INSERT INTO `%[1]susers` VALUES (1,'l','%[1]s');", prefix)
	}
	return sql + "\n"
}

func TestChoose(t *testing.T) {
	multisite := tables("wp_", true) + tables("wp_2_", false) + tables("wp_13_", false)
	qualified := strings.NewReplacer("`wp_", "`one`.`wp_").Replace(tables("wp_", true)) + strings.NewReplacer("`wp_", "two.`wp_").Replace(tables("wp_", true))
	databases := "CREATE DATABASE a;USE a;" + tables("wp_", true) + "CREATE DATABASE `b`; USE `b`;" + tables("x_", true) + tables("y_", true)
	for _, c := range []struct {
		name, text string
		options    Options
		title      string
		user       string
		failure    string
		found      string // of the error
	}{
		{"one", tables("abc_", true), Options{}, "abc_", "abc_", "", ""},
		{"one that ends in another", tables("wp_", true) + tables("x_wp_", true), Options{Prefix: "wp_"}, "wp_", "wp_", "", ""},
		{"the other one", tables("wp_", true) + tables("x_wp_", true), Options{Prefix: "x_wp_"}, "x_wp_", "x_wp_", "", ""},
		{"several", tables("wp_", true) + tables("x_wp_", true), Options{}, "", "", "--prefix", "wp_ x_wp_"},
		{"a wrong one", tables("wp_", true) + tables("x_wp_", true), Options{Prefix: "xwp_"}, "", "", `"xwp_"`, "wp_ x_wp_"},
		{"part of one", tables("x_wp_", true), Options{Prefix: "wp_"}, "", "", `"wp_"`, "x_wp_"},
		{"a hostile one", tables("wp_", true), Options{Prefix: "wp_`; DROP TABLE x; --%"}, "", "", "no WordPress", "wp_"},
		{"none", "CREATE TABLE x (a int);", Options{}, "", "", "no WordPress", ""},
		{"one without options", strings.ReplaceAll(tables("wp_", true), "wp_options", "wp_x"), Options{}, "", "", "no WordPress", ""},
		{"another program", strings.ReplaceAll(tables("wp_", true), "post_type", "kind"), Options{}, "", "", "no WordPress", ""},
		{"main site", multisite, Options{}, "wp_", "wp_", "", ""},
		{"second site", multisite, Options{Blog: 2}, "wp_2_", "wp_", "", ""},
		{"a site by its prefix", multisite, Options{Prefix: "wp_13_"}, "wp_13_", "wp_", "", ""},
		{"a site that is not there", multisite, Options{Blog: 3}, "", "", `"wp_3_"`, "wp_ wp_13_ wp_2_"},
		{"several databases", qualified, Options{}, "", "", "--database", "one two"},
		{"a database", qualified, Options{Database: "two"}, "wp_", "wp_", "", ""},
		{"a wrong database", qualified, Options{Database: "three"}, "", "", `"three"`, "one two"},
		{"a database by its prefix", databases, Options{Prefix: "y_"}, "y_", "y_", "", ""},
		{"a database with one site", databases, Options{Database: "a"}, "wp_", "wp_", "", ""},
		{"a database with several", databases, Options{Database: "b"}, "", "", "--prefix", "x_ y_"},
		{"a database dropped", databases + "DROP DATABASE IF EXISTS b;", Options{}, "wp_", "wp_", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.options.Stdin, c.options.Temp = strings.NewReader(c.text), t.TempDir()
			s, err := Open(t.Context(), "-", c.options)
			if c.failure != "" {
				checkFailure(t, err, c.failure)
				var prefix *wordpress.PrefixError
				var database *DatabaseError
				found := ""
				if errors.As(err, &prefix) {
					found = strings.Join(prefix.Found, " ")
				} else if errors.As(err, &database) {
					found = strings.Join(database.Found, " ")
				} else {
					t.Fatalf("%T", err)
				}
				if found != c.found {
					t.Errorf("found %q, want %q", found, c.found)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			shot := take(t, s)
			if len(shot.Posts) != 1 || shot.Posts[0].Title != c.title || shot.User == nil || shot.User.DisplayName != c.user {
				t.Errorf("posts %+v, user %+v", shot.Posts, shot.User)
			}
		})
	}
}

func TestMultisiteWarns(t *testing.T) {
	s, err := openText(t, tables("wp_", true)+tables("wp_2_", false))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if all := strings.Join(s.warnings, "\n"); !strings.Contains(all, "wp_2_") {
		t.Errorf("warnings %q", all)
	}
}
