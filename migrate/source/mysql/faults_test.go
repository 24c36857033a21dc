package mysql

import (
	"bufio"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

func all(wordpress.Head) bool { return true }

func TestPrefixes(t *testing.T) {
	server, config := icat(t)
	for _, prefix := range []string{"wq_", "wp", "wp_%", "%", "wp_posts` --", "wp_'; DROP TABLE wp_posts; --", "`", "\x00"} {
		config.Prefix = prefix
		_, err := Open(t.Context(), config)
		var wrong *wordpress.PrefixError
		if !errors.As(err, &wrong) || len(wrong.Found) != 1 || wrong.Found[0] != "wp_" {
			t.Errorf("prefix %q: %v", prefix, err)
		}
	}
	config.Prefix = "wp_"
	if n := len(sourcetest.Heads(t, open(t, config))); n != 320 {
		t.Errorf("%d heads after all these prefixes", n)
	}
	server.Exec(t, "", "CREATE DATABASE IF NOT EXISTS nothing")
	if _, err := Open(t.Context(), Config{User: "root", Socket: server.Socket, Database: "nothing"}); err == nil || !strings.Contains(err.Error(), "no WordPress tables") {
		t.Errorf("an empty database: %v", err)
	}
}

func TestUnreachable(t *testing.T) {
	server := mariadb.Start(t)
	for _, test := range []struct {
		config Config
		want   string
	}{
		{Config{User: "root", Password: "geheim", Socket: server.Socket + ".none", Database: "icat"}, "cannot reach the database server " + server.Socket + ".none"},
		{Config{User: "root", Password: "geheim", Host: "127.0.0.1", Port: 1, Database: "icat"}, "cannot reach the database server 127.0.0.1:1"},
		{Config{User: "root", Password: "geheim", Socket: server.Socket, Database: "icat"}, "refuses the connection"},
		{Config{User: "geheim", Password: "root", Socket: server.Socket, Database: "icat"}, "WP2PUB_PASSWORD"},
	} {
		_, err := Open(t.Context(), test.config)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: %v", test.config, err)
		} else if strings.Contains(err.Error(), "geheim") && test.config.User != "geheim" {
			t.Errorf("the error holds the password: %v", err)
		}
	}
	if _, err := Open(t.Context(), Config{User: "root", Socket: server.Socket, Database: "nowhere"}); err == nil || !strings.Contains(err.Error(), "name of the database") {
		t.Errorf("an unknown database: %v", err)
	}
}

// Passwords are bytes: whatever they hold, they get in.
func TestOddPasswords(t *testing.T) {
	server, config := icat(t)
	db := server.DB(t, "")
	for i, password := range []string{`p@ss:w/o?r#d%&;`, `'"\` + "`", "é 日本 ", "%41%zz", "a\tb"} {
		name := "odd" + string(rune('a'+i))
		quoted := "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(password) + "'"
		for _, statement := range []string{"CREATE OR REPLACE USER " + name + "@localhost IDENTIFIED BY " + quoted, "GRANT SELECT ON icat.* TO " + name + "@localhost"} {
			if _, err := db.Exec(statement); err != nil {
				t.Fatal(err)
			}
		}
		config.User, config.Password = name, password
		open(t, config)
		config.Password += "x"
		if _, err := Open(t.Context(), config); err == nil || strings.Contains(err.Error(), password) {
			t.Errorf("with a wrong password: %v", err)
		}
	}
}

// A user that may only SELECT is enough, and the server is sent nothing but questions.
func TestReadsOnly(t *testing.T) {
	server, config := icat(t)
	server.Exec(t, "", "CREATE OR REPLACE USER reader@localhost IDENTIFIED BY 'pw'", "GRANT SELECT ON icat.* TO reader@localhost")
	config.User, config.Password = "reader", "pw"
	s := open(t, config)
	sourcetest.Site(t, s)
	sourcetest.Posts(t, s, nil)
	s.Close()
	statements := loggedStatements(t, server, "reader@localhost")
	if len(statements) < 20 {
		t.Fatalf("the log holds %d statements", len(statements))
	}
	for _, statement := range statements {
		switch first, _, _ := strings.Cut(statement, " "); first {
		case "SELECT", "SET":
		default:
			if !strings.HasPrefix(statement, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY") {
				t.Errorf("the server was sent %q", statement)
			}
		}
		if strings.Contains(statement, "user_pass") || strings.Contains(statement, "`post_password`") {
			t.Errorf("a secret was asked for: %q", statement)
		}
	}
}

// loggedStatements returns what a user's connections sent, from the server's general log.
func loggedStatements(t *testing.T, server *mariadb.Server, user string) []string {
	t.Helper()
	log, err := os.Open(server.Log)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	var statements []string
	mine := map[string]bool{}
	lines := bufio.NewScanner(log)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		columns := strings.Split(lines.Text(), "\t")
		if len(columns) < 3 {
			continue
		}
		said, text := strings.Fields(columns[len(columns)-2]), columns[len(columns)-1]
		if len(said) < 2 {
			continue
		}
		id, command := said[len(said)-2], said[len(said)-1]
		switch {
		case command == "Connect":
			mine[id] = strings.HasPrefix(text, user)
		case mine[id] && command != "Quit":
			if command != "Query" {
				text = command + ": " + text
			}
			statements = append(statements, text)
		}
	}
	return statements
}

// A server that dies in the middle leaves a clean error, never a shorter site.
func TestServerDies(t *testing.T) {
	server := mariadb.StartOwn(t)
	server.Load(t, "icat", icatDump)
	s := open(t, Config{User: "root", Password: "", Socket: server.Socket, Database: "icat"})
	read := 0
	var failure error
	for _, err := range s.Posts(t.Context(), all) {
		if failure = err; err != nil {
			break
		}
		if read++; read == 1 {
			server.Kill()
		}
	}
	if read == 0 || read == 320 || failure == nil {
		t.Fatalf("%d posts, then %v", read, failure)
	}
	for _, want := range []string{"was lost during the reading of wp_posts", server.Socket, "if it happens again"} {
		if !strings.Contains(failure.Error(), want) {
			t.Errorf("%q is not in the error: %v", want, failure)
		}
	}
	if _, err := s.Site(t.Context()); err == nil {
		t.Error("the site of a dead server")
	}
}

// A server that takes only short questions is asked shorter ones.
func TestSmallPackets(t *testing.T) {
	server := mariadb.StartOwn(t)
	server.Load(t, "icat", icatDump)
	server.Exec(t, "", "SET GLOBAL max_allowed_packet = 1024")
	_, config := icat(t)
	want := sourcetest.Posts(t, open(t, config), nil)
	config.Socket = server.Socket
	s := open(t, config)
	sourcetest.Site(t, s)
	if got := sourcetest.Posts(t, s, nil); len(got) != len(want) {
		t.Errorf("%d posts instead of %d", len(got), len(want))
	}
}

// What is edited while the site is read is not seen; the tables of an engine without snapshots are warned of.
func TestSnapshot(t *testing.T) {
	server := mariadb.Start(t)
	server.Load(t, "moving", icatDump)
	config := Config{User: "root", Socket: server.Socket, Database: "moving"}
	s := open(t, config)
	before := sourcetest.Posts(t, s, nil)
	server.Exec(t, "moving",
		"UPDATE wp_posts SET post_title = 'edited', post_content = ''",
		"DELETE FROM wp_postmeta WHERE post_id > 100",
		"INSERT INTO wp_posts (post_content, post_title, post_excerpt, to_ping, pinged, post_content_filtered) VALUES ('', 'new', '', '', '', '')")
	after := sourcetest.Posts(t, s, nil)
	if len(before) != len(after) {
		t.Fatalf("%d posts before the edit, %d after it", len(before), len(after))
	}
	for i, p := range after {
		if p.Title != before[i].Title || p.Content != before[i].Content || len(p.Meta) != len(before[i].Meta) {
			t.Fatalf("the edit of post %d is seen in the snapshot", p.ID)
		}
	}
	if site := sourcetest.Site(t, s); len(site.Entries()) != len(before) || len(site.Warnings) > 0 {
		t.Errorf("%d entries, warnings %q", len(site.Entries()), site.Warnings)
	}
	s.Close() // its snapshot would keep the tables from being altered

	server.Exec(t, "moving", "ALTER TABLE wp_posts ENGINE=MyISAM", "ALTER TABLE wp_postmeta ENGINE=Aria")
	site := sourcetest.Site(t, open(t, config))
	if len(site.Warnings) != 1 || !strings.Contains(site.Warnings[0], "wp_postmeta (Aria), wp_posts (MyISAM)") {
		t.Errorf("warnings %q", site.Warnings)
	}
}

// Cancelling ends a reading, and says so.
func TestCancelled(t *testing.T) {
	_, config := icat(t)
	s := open(t, config)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	read := 0
	var failure error
	for _, err := range s.Posts(ctx, all) {
		if failure = err; err != nil {
			break
		}
		if read++; read == 10 {
			cancel()
		}
	}
	if !errors.Is(failure, context.Canceled) || read < 10 {
		t.Errorf("%d posts, then %v", read, failure)
	}
}
