package dump

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCut cuts dumps: a small one at every byte, real forms at some and at each of the last. Those of
// mysqldump and mariadb-dump end with a line; the others with a statement, behind which only white space may be missing.
func TestCut(t *testing.T) {
	const save, restore = "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='' */;\n", "/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;\n\n"
	small := site("/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19  Distrib 10.11\n--\n"+save, "", restore+"-- Dump completed on 2024-03-01 10:11:12\n")
	for cut := range len(small) {
		checkCut(t, small, cut)
	}
	for _, dialect := range []string{"mariadb-dump", "mysqldump", "complete-insert-hex", "ansi", "phpmyadmin", "heidisql", "sequel-ace"} {
		data, err := os.ReadFile(filepath.Join("testdata", dialect+".sql"))
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if !strings.Contains(text, "-- Dump completed") {
			text = strings.TrimRight(text, "\r\n")
		}
		for cut := range len(text) {
			if cut%41 == 0 || cut > len(text)-300 {
				checkCut(t, text, cut)
			}
		}
	}
}

func checkCut(t *testing.T, text string, cut int) {
	t.Helper()
	_, err := newScan(newInput(t.Context(), strings.NewReader(text[:cut])), nil).run()
	var incomplete *IncompleteError
	if !errors.As(err, &incomplete) {
		t.Fatalf("cut at byte %d of %d, behind %q: %v", cut, len(text), text[max(0, cut-40):cut], err)
	}
}

// site is a dump of a small site, made of statements: what comes before, between its tables and its rows, and after.
func site(before, between, after string) string {
	return before + "CREATE TABLE wp_options (option_id int, option_name text, option_value text, autoload text);\n" +
		"INSERT INTO wp_options VALUES (1,'home','https://example.org','yes');\n" +
		"CREATE TABLE wp_postmeta (meta_id int, post_id int, meta_key text, meta_value text);\n" + between +
		"CREATE TABLE wp_posts (ID int, post_title text, post_type text, post_status text, PRIMARY KEY (ID));\n" +
		"INSERT INTO wp_posts VALUES (1,'One','post','publish'),(2,'Two','page','draft');\n" + after
}

func TestEnding(t *testing.T) {
	const mysql = "-- MySQL dump 10.13  Distrib 5.7.1\n"
	const save = "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='' */;\n"
	for _, c := range []struct {
		name, before, after string
		whole               bool
		failure             string // part of it; empty: none
	}{
		{"nothing said", "", "", false, ""},
		{"marker", mysql, "-- Dump completed on 2024-01-01  1:02:03\n", true, ""},
		{"marker without a date", mysql, "-- Dump completed\n", true, ""},
		{"marker and white space", mysql, "-- Dump completed\r\n \r\n\n", true, ""},
		{"marker without a line end", mysql, "-- Dump completed", false, "end marker|Dump completed"},
		{"no marker", mysql, "", false, "without the line \"-- Dump completed\""},
		{"marker in a string", mysql, "INSERT INTO wp_options VALUES (2,'x','\n-- Dump completed\n','');\n", false, "Dump completed"},
		{"two dumps", mysql, "-- Dump completed\n" + mysql + "SET NAMES utf8;\n-- Dump completed\n", true, ""},
		{"two dumps, the first cut", mysql, mysql + "-- Dump completed\n", false, "another dump begins"},
		{"two dumps, the second cut", mysql, "-- Dump completed\n" + mysql, false, "without the line"},
		{"settings taken back", save, "/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;\n", true, ""},
		{"settings taken back with IFNULL", save, "/*!40101 SET SQL_MODE=IFNULL(@OLD_SQL_MODE, '') */;\n", true, ""},
		{"settings not taken back", save, "", false, "before the settings are restored"},
		{"settings taken back too early", save + "SET SQL_MODE=@OLD_SQL_MODE;\n", "", false, ""},
		{"commit", "START TRANSACTION;\n", "COMMIT;\n", false, ""},
		{"no commit", "START TRANSACTION;\n", "", false, "before the transaction is committed"},
		{"date of Adminer", "-- Adminer 4.8.1 MySQL 8 dump\n", "-- 2024-01-01 10:00:00 UTC\n", true, ""},
		{"Adminer without a date", "-- Adminer 4.8.1 MySQL 8 dump\n", "", false, ""},
		{"no delimiter", "", "INSERT INTO wp_options VALUES (2,'x','y','')", false, "line 6: the dump ends on line 6, in the middle of the statement"},
		{"open string", "", "INSERT INTO wp_options VALUES (2,'x\n\n", false, "line 6: the dump ends on line 8"},
		{"open comment", "", "/* x\n", false, "in the middle of the comment"},
		{"open conditional comment", "", "/*!40101 SET NAMES utf8;\n", false, "inside a conditional comment"},
		{"no table", "-- x\n", "", false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := openText(t, site(c.before, "", c.after))
			if c.failure != "" {
				checkFailure(t, err, c.failure)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if s.Complete() != c.whole {
				t.Errorf("Complete is %v", s.Complete())
			}
			warned := strings.Contains(strings.Join(s.warnings, "\n"), "completeness unknown")
			if warned == c.whole {
				t.Errorf("warnings: %q", s.warnings)
			}
		})
	}
}

func checkFailure(t *testing.T, err error, parts string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	for _, part := range strings.Split(parts, "|") {
		if strings.Contains(err.Error(), part) {
			return
		}
	}
	t.Errorf("error %q, want %q in it", err, parts)
}

// A tool that goes on after an error ends its dump as if nothing had happened.
func TestRowsThatTheToolCouldNotRead(t *testing.T) {
	_, err := openText(t, site("", "mysqldump: Error 2013: Lost connection to MySQL server during query when dumping table `wp_terms` at row: 3\n", ""))
	checkFailure(t, err, "line 4: the tool that made the dump says here that rows are missing")
	if found, _ := titles(t, site("", "mysqldump: Error: 'Access denied; you need the PROCESS privilege' when trying to dump tablespaces\n", "")); len(found) != 2 {
		t.Errorf("posts %q", found)
	}
}
