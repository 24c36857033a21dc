package dump

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/wordpress"
)

// titles returns the titles of a dump's posts, or fails.
func titles(t *testing.T, text string) (found []string, warnings []string) {
	t.Helper()
	s, err := openText(t, text)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for p, err := range s.Posts(t.Context(), func(wordpress.Head) bool { return true }) {
		if err != nil {
			t.Fatal(err)
		}
		title := fmt.Sprintf("%d %s", p.ID, p.Title)
		for _, m := range p.Meta {
			title += fmt.Sprintf(" %s=%s", m.Key, m.Value)
		}
		found = append(found, title)
	}
	w, err := s.Site(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found, w.Warnings
}

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		name, between, after string
		want                 string
		warning              string // part of one; empty: none is due
	}{
		{"plain", "", "", "1 One|2 Two", ""},
		{"ignore keeps the first", "", "INSERT IGNORE INTO wp_posts VALUES (1,'New','',''),(3,'Three','','');", "1 One|2 Two|3 Three", ""},
		{"replace takes the last", "", "REPLACE INTO wp_posts VALUES (1,'New','','');", "1 New|2 Two", ""},
		{"on duplicate key", "", "INSERT INTO wp_posts VALUES (4,'Four','','') ON DUPLICATE KEY UPDATE post_title=VALUES(post_title), post_type='a;b';", "1 One|2 Two|4 Four", ""},
		{"with an alias", "", "INSERT INTO wp_posts VALUES (4,'Four','','') AS new ON DUPLICATE KEY UPDATE post_title=new.post_title;", "1 One|2 Two|4 Four", ""},
		{"a key twice", "", "INSERT INTO wp_posts VALUES (1,'New','','');", "1 New|2 Two", "1 rows whose key another row has"},
		{"unordered", "", "INSERT INTO wp_posts VALUES (9,'Nine','',''),(-1,'Minus','',''),(4,'Four','','');", "-1 Minus|1 One|2 Two|4 Four|9 Nine", ""},
		{"set", "", "INSERT INTO wp_posts SET post_title = 'Set', `ID`=3;\nINSERT INTO wp_posts SET post_title = 'Set 2', `ID`=4;", "1 One|2 Two|3 Set|4 Set 2", ""},
		{"rows", "", "INSERT INTO wp_posts VALUES ROW(3,'Row','','') , ROW(4,'Row 2','','');", "1 One|2 Two|3 Row|4 Row 2", ""},
		{"query", "", "INSERT INTO wp_posts SELECT * FROM x;", "1 One|2 Two", "line 6 fills the table wp_posts from a query"},
		{"query in parentheses", "", "INSERT INTO wp_posts (SELECT * FROM x);", "1 One|2 Two", "from a query"},
		{"columns in another order", "", "INSERT INTO wp_posts (post_title, ID) VALUES ('Three', 3);", "1 One|2 Two|3 Three", ""},
		{"columns with their table", "", "INSERT INTO wp_posts (`wp_posts`.`post_title`, wp_posts.ID) VALUES ('Three', '3');", "1 One|2 Two|3 Three", ""},
		{"partition", "", "INSERT INTO wp_posts PARTITION (p0, p1) (post_title, ID) VALUE ('Three', 3);", "1 One|2 Two|3 Three", ""},
		{"comments in a row", "", "INSERT /* a */ INTO wp_posts -- b\nVALUES # c\n( /* ) */ 3 , -- '\n 'Three','','') /*!50000 , (4,'Four','','') */ ;", "1 One|2 Two|3 Three|4 Four", ""},
		{"values never run", "", "/*!999999 DELETE FROM wp_posts */;", "1 One|2 Two", ""},
		{"dropped and made again", "", "DROP TABLE IF EXISTS `wp_posts`, x;CREATE TABLE `wp_posts` (`post_title` text, ID int, post_status text, post_type text); INSERT INTO wp_posts VALUES ('New',7,'','');", "7 New", ""},
		{"made again if it is not there", "", "CREATE TABLE IF NOT EXISTS wp_posts (ID int, post_title text, post_type text, post_status text);", "1 One|2 Two", ""},
		{"truncated", "", "TRUNCATE TABLE wp_posts; INSERT INTO wp_posts VALUES (7,'New','','');", "7 New", ""},
		{"emptied", "", "DELETE FROM `wp_posts`; INSERT INTO wp_posts VALUES (7,'New','','');", "7 New", ""},
		{"a row deleted", "", "DELETE FROM wp_posts WHERE ID=1;", "1 One|2 Two", "line 6 changes the table wp_posts (DELETE)"},
		{"a row updated", "", "UPDATE wp_posts SET post_title='x';", "1 One|2 Two", "line 6 changes the table wp_posts (UPDATE)"},
		{"another table updated", "", "UPDATE x SET post_title='x';", "1 One|2 Two", ""},
		{"altered", "", "ALTER TABLE wp_posts ADD PRIMARY KEY (ID), ADD KEY x (post_type);ALTER TABLE wp_posts MODIFY ID int AUTO_INCREMENT, AUTO_INCREMENT=9;", "1 One|2 Two", ""},
		{"renamed", "", "RENAME TABLE wp_posts TO x;", "1 One|2 Two", "line 6 changes the table wp_posts (RENAME)"},
		{"meta before posts", "INSERT INTO wp_postmeta VALUES (2,2,'a','x'),(1,1,'a','y'),(4,2,'c','z'),(3,2,'b',NULL);", "", "1 One a=y|2 Two a=x b= c=z", ""},
		{"a meta row replaced", "INSERT INTO wp_postmeta VALUES (1,1,'a','x');REPLACE INTO wp_postmeta VALUES (1,1,'a','y');INSERT IGNORE INTO wp_postmeta VALUES (1,1,'a','z');", "", "1 One a=y|2 Two", ""},
		{"generated column", "CREATE TABLE wp_posts (ID int, post_title text, twice int GENERATED ALWAYS AS (ID * 2) VIRTUAL, post_type text, post_status text);INSERT INTO wp_posts VALUES (8,'Eight','','');",
			"DROP TABLE x;", "1 One|2 Two", ""},
		{"procedure", "", "DELIMITER $$\nCREATE PROCEDURE p() BEGIN INSERT INTO wp_posts VALUES (9,'$$','',''); END$$\nDELIMITER ;\nINSERT INTO wp_posts VALUES (3,'Three','','');", "1 One|2 Two|3 Three", ""},
		{"chatter", "mysqldump: [Warning] Using a password on the command line interface can be insecure.\n", "", "1 One|2 Two", "line 4 is no SQL"},
		{"table of another program", "", "CREATE TABLE forum_posts (post_id int, t text);INSERT INTO forum_posts VALUES (1,NOW());CREATE TABLE forum_options (x int);CREATE TABLE forum_postmeta (x int);", "1 One|2 Two", ""},
		{"what may stand in a dump", "", "LOCK TABLES x WRITE; SELECT pg('a;b'); ;; CREATE VIEW v AS SELECT ';'; GRANT ALL ON *.* TO 'a'@'b'; CALL p(); SET @x = (SELECT 1, 2);UNLOCK TABLES;", "1 One|2 Two", ""},
		{"marks in a string", "", "INSERT INTO wp_posts VALUES (3,'\n<<<<<<< HEAD\n=======\n>>>>>>> x\n','','');", "1 One|2 Two|3 \n<<<<<<< HEAD\n=======\n>>>>>>> x\n", ""},
		{"rule of a comment", "/*\n=======\nx\n======= */", "", "1 One|2 Two", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, warnings := titles(t, site("", c.between, c.after+"\n"))
			if got := strings.Join(found, "|"); got != c.want {
				t.Errorf("posts %q, want %q", got, c.want)
			}
			warnings = slices.DeleteFunc(warnings, func(w string) bool { return strings.Contains(w, "completeness unknown") })
			if c.warning == "" && len(warnings) > 0 || c.warning != "" && !strings.Contains(strings.Join(warnings, "\n"), c.warning) {
				t.Errorf("warnings %q, want %q", warnings, c.warning)
			}
		})
	}
}

func TestValues(t *testing.T) {
	for _, c := range []struct{ name, before, value, want string }{
		{"escapes", "", `'\0\'\"\b\n\r\t\Z\\\%\_\a'`, "\x00'\"\b\n\r\t\x1a\\\\%\\_a"},
		{"doubled", "", `'it''s ""'`, `it's ""`},
		{"double quotes", "", `"it''s "" \""`, `it''s " "`},
		{"double quotes in ANSI mode", "SET sql_mode='ANSI_QUOTES';", `"it's ""\n"`, "it's \"\n"},
		{"no escapes", "SET SQL_MODE='NO_BACKSLASH_ESCAPES';", `'a\'`, `a\`},
		{"no escapes in the session", "SET @@SESSION.sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');", `'a\'`, `a\`},
		{"escapes again", "SET @OLD=@@sql_mode, sql_mode='NO_BACKSLASH_ESCAPES';SET sql_mode=@OLD;", `'a\n'`, "a\n"},
		{"hexadecimal", "", "0x4ac3a9", "Jé"},
		{"hexadecimal in quotes", "", "X'4AC3a9'", "Jé"},
		{"hexadecimal of odd length", "", "0x4a4", "\x04\xa4"},
		{"bits", "", "b'101'", "5"},
		{"number", "", "-1.50e+3", "-1.50e+3"},
		{"truth", "", "TRUE", "1"},
		{"null", "", "NULL", ""},
		{"default", "", "default", ""},
		{"national", "", "N'é'", "é"},
		{"binary", "SET NAMES latin1;", "_binary'é'", "é"},
		{"introducer", "", "_latin1 '\xe9\x80\x81'", "é€\u0081"},
		{"introduced hexadecimal", "", "_latin1 x'e9'", "é"},
		{"latin1", "SET NAMES latin1;", "'caf\xe9 \x93\x9d'", "café “\u009d"},
		{"latin1 quoted", "SET NAMES 'latin1' COLLATE 'latin1_swedish_ci';", "'\xe9'", "é"},
		{"latin1 by its variable", "SET character_set_client = latin1;", "'\xe9\\n'", "é\n"},
		{"latin1 of the client, and back", "SET @saved_cs_client = @@character_set_client;SET character_set_client = latin1;SET character_set_client = @saved_cs_client;", "'é'", "é"},
		{"character set", "SET CHARACTER SET cp1251;", "'\xcf'", "П"},
		{"utf8", "SET NAMES utf8mb3;", "'é'", "é"},
		{"not UTF-8", "", "'\xff\xe9'", "\xff\xe9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			insert := "INSERT INTO wp_posts (post_title, post_type, ID) VALUES (" + c.value + ",'end',3);\n"
			found, _ := titles(t, site("", "", c.before+insert))
			if got := strings.TrimPrefix(found[len(found)-1], "3 "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDamage(t *testing.T) {
	row := "INSERT INTO wp_posts VALUES "
	for _, c := range []struct{ name, text, failure string }{
		{"empty", "", "is empty"},
		{"UTF-16", "\xff\xfe-\x00-\x00", "UTF-16"},
		{"a page", "<!DOCTYPE html><title>Error</title>", "line 1: \"<\" begins no SQL statement"},
		{"a message", "Fatal error: Allowed memory size exhausted", "line 1: \"Fatal\" begins no SQL statement"},
		{"conflict at the start", "<<<<<<< HEAD\n" + site("", "", ""), "line 1: a conflict mark (<<<<<<<)"},
		{"conflict between statements", site("", "=======\n", ""), "line 4: a conflict mark (=======)"},
		{"conflict between rows", site("", "", row+"(3,'','',''),\n>>>>>>> x\n(4,'','','');"), "line 7: a conflict mark"},
		{"conflict in another table", site("", "INSERT INTO x VALUES (1,'\n<<<<<<< y'),\n<<<<<<< HEAD\n(2,'');\n", ""), "line 6: a conflict mark"},
		{"conflict in a comment", site("", "/*\n<<<<<<< HEAD\n*/", ""), "line 5: a conflict mark"},
		{"a quote too few", site("", "", row+"(3,'it's','','');"), "line 6: \"s','','');\" where a comma"},
		{"a function", site("", "", row+"(3,NOW(),'','');"), "line 6: \"NOW\" where a value should stand"},
		{"a sum", site("", "", row+"(3,(1),'','');"), "line 6: \"(1),'','');\" where a value"},
		{"too few values", site("", "", row+"(3,'','');"), "has 3 values for 4 columns"},
		{"later too few values", site("", "", row+"(3,'','',''),(4,'');"), "has 2 values for 4 columns"},
		{"no comma", site("", "", row+"(3,'','','') (4,'','','');"), "after a row"},
		{"no row", site("", "", row+";"), "a row in parentheses"},
		{"no ID", site("", "", row+"(NULL,'','','');"), "no number as its ID"},
		{"bad digits", site("", "", row+"(0x4g,'','','');"), "a number"},
		{"character set", site("", "", "SET NAMES gbk;"+row+"(3,'','','');"), `"gbk"`},
		{"character set of a string", site("", "", row+"(3,_sjis'','','');"), `"sjis"`},
		{"unknown columns", "INSERT INTO wp_posts VALUES (1,2,3);", "does not say which columns"},
		{"control characters", "\x00\x01\x02", "begins no SQL statement"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := openText(t, c.text)
			if err == nil {
				s.Close()
			}
			checkFailure(t, err, c.failure)
			var incomplete *IncompleteError
			if errors.As(err, &incomplete) && c.text != "" {
				t.Errorf("called incomplete: %v", err)
			}
		})
	}
}

func TestStandardColumns(t *testing.T) {
	found, _ := titles(t, "INSERT INTO wp_options VALUES (1,'home','x','yes');INSERT INTO wp_postmeta VALUES (1,5,'k','v');"+
		"INSERT INTO wp_posts VALUES (5,1,'','','','Five','','publish','','','','','','','','','',0,'',0,'post','',0);"+
		"INSERT INTO wp_yoast_indexable VALUES (1,2);")
	if got := strings.Join(found, "|"); got != "5 Five k=v" {
		t.Errorf("got %q", got)
	}
}
