package mysql

import (
	"errors"
	"strings"
	"testing"

	driver "github.com/go-sql-driver/mysql"

	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

// TestTransient says of errors of the server which may pass.
func TestTransient(t *testing.T) {
	s := &Source{config: Config{User: "u", Database: "d"}}
	for number, want := range map[uint16]bool{
		tooManyConnections: true, tooManyOfUser: true, userLimit: true, noThread: true, notReady: true, shutDown: true,
		lockWaitTimeout: true, deadlock: true, queryInterrupted: true, connectionKilled: true, sessionKilled: true,
		statementTimedOut: true, executionTimedOut: true, interactionTimedOut: true, definitionChanged: true,
		accessDenied: false, databaseDenied: false, tableDenied: false, columnDenied: false, unknownDatabase: false,
		noSuchTable: false, packetTooLarge: false, 1064: false, 1130: false,
	} {
		var e *Error
		if err := s.explain(t.Context(), "the reading", &driver.MySQLError{Number: number}); !errors.As(err, &e) || e.Transient() != want {
			t.Errorf("error %d: transient is not %v: %v", number, want, err)
		}
	}
}

// TestGarbledAnswer holds that a server that speaks another language is no lost connection.
func TestGarbledAnswer(t *testing.T) {
	port, _ := rogue(t, "mysql_native_password", nil)
	_, err := Open(t.Context(), Config{User: "u", Host: "127.0.0.1", Port: port, Database: "site"})
	var e *Error
	if !errors.As(err, &e) || e.Transient() || !strings.Contains(err.Error(), "cannot be understood") {
		t.Errorf("the error is %v", err)
	}
}

// TestLongPosts reads posts that are longer than what the server takes or puts together: they come whole, and an edit in
// their middle is seen.
func TestLongPosts(t *testing.T) {
	server := mariadb.StartOwn(t)
	server.Load(t, "icat", icatDump)
	body, value := strings.Repeat("<p>Ein langer Satz.</p>\n", 3<<20/24), strings.Repeat("x", 2<<20)
	server.Exec(t, "icat",
		"UPDATE wp_posts SET post_content = '"+body+"' WHERE ID IN (116, 117)",
		"UPDATE wp_postmeta SET meta_value = '"+value+"' WHERE post_id = 116 AND meta_key = '_edit_lock'",
		"INSERT INTO wp_postmeta (post_id, meta_key, meta_value) VALUES (116, 'long', '"+value+"')",
		"SET GLOBAL max_allowed_packet = 1048576")
	config := Config{User: "root", Socket: server.Socket, Database: "icat", Sums: true}
	digest := func(s *Source, id int64) wordpress.Digest {
		for head, err := range s.Digests(t.Context(), func(h wordpress.Head) bool { return h.ID == id }) {
			if err != nil {
				t.Fatal(err)
			}
			return head.Digest
		}
		return wordpress.Digest{}
	}
	s := open(t, config)
	posts := sourcetest.Posts(t, s, func(h wordpress.Head) bool { return h.ID == 116 || h.ID == 117 })
	if len(posts) != 2 || posts[0].Content != body || posts[1].Content != body || !hasMeta(posts[0], "long", value) {
		t.Fatalf("%d posts, and not as they stand in the database", len(posts))
	}
	sourcetest.Site(t, s)
	content, meta := digest(s, 117), digest(s, 116)
	server.Exec(t, "", "SET GLOBAL max_allowed_packet = 67108864")
	server.Exec(t, "icat",
		"UPDATE wp_posts SET post_content = INSERT(post_content, 1500000, 1, '!') WHERE ID = 117",
		"UPDATE wp_postmeta SET meta_value = CONCAT('y', SUBSTRING(meta_value, 2)) WHERE post_id = 116 AND meta_key = 'long'",
		"SET GLOBAL max_allowed_packet = 1048576")
	s = open(t, config)
	sourcetest.Site(t, s)
	for id, before := range map[int64]wordpress.Digest{117: content, 116: meta} {
		if now := digest(s, id); now == before && now != (wordpress.Digest{}) {
			t.Errorf("the edit of post %d is not seen", id)
		}
	}
}

func hasMeta(p *wordpress.Post, key, value string) bool {
	for _, m := range p.Meta {
		if m.Key == key {
			return m.Value == value
		}
	}
	return false
}

// TestPostBeyondLimit reads posts of which one outgrows what is taken: the error names it, and no post is left out in silence.
func TestPostBeyondLimit(t *testing.T) {
	server := mariadb.Start(t)
	server.Load(t, "long", icatDump)
	config := Config{User: "root", Socket: server.Socket, Database: "long"}
	for _, test := range []struct{ statement, table string }{
		{"UPDATE wp_posts SET post_content = REPEAT('<p>a line</p>', 200000) WHERE ID = 116", "wp_posts"},
		{"UPDATE wp_posts SET post_content = 'short' WHERE ID = 116", ""},
		{"INSERT INTO wp_postmeta (post_id, meta_key, meta_value) VALUES (116, 'long', REPEAT('a value', 400000))", "wp_postmeta"},
	} {
		server.Exec(t, "long", test.statement)
		s := open(t, config)
		s.line.limit = 2 << 20
		var last int64
		var failure error
		for post, err := range s.Posts(t.Context(), all) {
			if failure = err; err != nil {
				break
			}
			last = post.ID
		}
		if test.table == "" {
			if failure != nil {
				t.Errorf("without a long post: %v", failure)
			}
			continue
		}
		var e *Error
		if !errors.As(failure, &e) || e.Transient() || !strings.Contains(failure.Error(), "116") || !strings.Contains(failure.Error(), "the reading of "+test.table+" is longer than 2 MB") {
			t.Errorf("after post %d: %v", last, failure)
		}
	}
}
