package mysql

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
)

// witnessTables are those of a site that is large enough to have a witness.
var witnessTables = []string{
	"CREATE TABLE wp_options (option_id BIGINT PRIMARY KEY AUTO_INCREMENT, option_name VARCHAR(191), option_value LONGTEXT)",
	"INSERT INTO wp_options (option_name, option_value) VALUES ('home', 'https://example.org'), ('blogname', 'One'), ('cron', 'a')",
	"CREATE TABLE wp_posts (ID BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, post_content LONGTEXT, post_title TEXT, post_status VARCHAR(20), post_type VARCHAR(20))",
	"INSERT INTO wp_posts SELECT seq, 'text', 'title', 'publish', 'post' FROM seq_1_to_1500",
	"CREATE TABLE parent (id BIGINT PRIMARY KEY)", "INSERT INTO parent SELECT seq FROM seq_1_to_1500",
	"CREATE TABLE wp_postmeta (meta_id BIGINT PRIMARY KEY, post_id BIGINT, meta_key VARCHAR(255), meta_value LONGTEXT, KEY (post_id), FOREIGN KEY (post_id) REFERENCES parent (id) ON DELETE CASCADE)",
	"INSERT INTO wp_postmeta SELECT seq, seq, 'a', 'b' FROM seq_1_to_1500",
	"CREATE TABLE wp_terms (term_id BIGINT PRIMARY KEY, name VARCHAR(200), slug VARCHAR(200))",
	"CREATE TABLE wp_term_taxonomy (term_taxonomy_id BIGINT PRIMARY KEY, term_id BIGINT, taxonomy VARCHAR(32))",
	"CREATE TABLE wp_term_relationships (object_id BIGINT, term_taxonomy_id BIGINT, PRIMARY KEY (object_id, term_taxonomy_id))",
	"INSERT INTO wp_terms VALUES (1, 'Term', 'term')", "INSERT INTO wp_term_taxonomy VALUES (1, 1, 'category')", "INSERT INTO wp_term_relationships VALUES (1, 1)",
	"CREATE TABLE wp_users (ID BIGINT PRIMARY KEY, user_login VARCHAR(60), display_name VARCHAR(250))",
	"CREATE TABLE wp_usermeta (umeta_id BIGINT PRIMARY KEY, user_id BIGINT, meta_key VARCHAR(255), meta_value LONGTEXT)",
	"INSERT INTO wp_users VALUES (1, 'one', 'One')", "INSERT INTO wp_usermeta VALUES (1, 1, 'session_tokens', 'x')",
	"CREATE TABLE wp_ai1ec_events (post_id BIGINT PRIMARY KEY, start INT, venue VARCHAR(255))",
	"CREATE TABLE other (id INT PRIMARY KEY) ENGINE=InnoDB",
	"CREATE TRIGGER others AFTER INSERT ON other FOR EACH ROW UPDATE wp_postmeta SET meta_value = 'c' WHERE meta_id = 1",
	"CREATE TABLE twin LIKE wp_posts", "BEGIN; INSERT INTO twin SELECT ID + 10000, post_content, post_title, post_status, post_type FROM wp_posts; DELETE FROM wp_posts WHERE ID = 1500; COMMIT",
	"ANALYZE TABLE wp_posts",
}

// testify opens a site, reads it as a run does, and takes the testimony.
func testify(t *testing.T, config Config) []byte {
	t.Helper()
	s := open(t, config)
	sourcetest.Site(t, s)
	sourcetest.Digests(t, s, all)
	testimony := s.Testimony(t.Context())
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return testimony
}

// untouched asks a site that is opened anew.
func untouched(t *testing.T, config Config, testimony []byte) bool {
	t.Helper()
	s := open(t, config)
	defer s.Close()
	same, err := s.Untouched(t.Context(), testimony)
	if err != nil {
		t.Fatal(err)
	}
	return same
}

// pauseForWitness lets the second go by in which tables were written to.
func pauseForWitness() { time.Sleep(2 * time.Second) }

// Whatever changes what a run would read, a witness does not miss. What changes nothing does not always disturb it.
func TestWitness(t *testing.T) {
	edits := []struct {
		statements string
		untouched  bool
	}{
		{"DO 1", true},
		{"UPDATE wp_options SET option_value = 'b' WHERE option_name = 'cron'; INSERT INTO wp_options (option_name, option_value) VALUES ('_transient_x', '1')", true},
		{"UPDATE wp_usermeta SET meta_value = 'y'", true},
		{"UPDATE wp_terms SET name = 'Other'; UPDATE wp_terms SET name = 'Term'", true},
		{"BEGIN; UPDATE wp_posts SET post_title = 'x'; ROLLBACK", true},
		{"ANALYZE TABLE wp_posts, wp_postmeta", true},
		{"UPDATE wp_posts SET post_title = 'x' WHERE ID = 5", false},
		{"UPDATE wp_posts SET post_title = 'x' WHERE ID = 5; UPDATE wp_posts SET post_title = 'title' WHERE ID = 5", false},
		{"BEGIN; UPDATE wp_posts SET post_title = 'x' WHERE ID = 5; COMMIT", false},
		{"XA START 'x'; UPDATE wp_posts SET post_title = 'x' WHERE ID = 5; XA END 'x'; XA PREPARE 'x'; XA COMMIT 'x'", false},
		{"INSERT INTO wp_posts (post_content) VALUES ('new')", false},
		{"REPLACE INTO wp_posts (ID, post_content) VALUES (7, 'new')", false},
		{"DELETE FROM wp_posts WHERE ID = 5", false},
		{"DELETE FROM wp_postmeta WHERE post_id = 5", false},
		{"INSERT INTO other VALUES (1)", false},    // its trigger
		{"DELETE FROM parent WHERE id = 7", false}, // its key
		{"BEGIN; UPDATE wp_posts SET post_title = 'y' WHERE ID = 6; SAVEPOINT a; UPDATE wp_posts SET post_title = 'x' WHERE ID = 5; ROLLBACK TO a; COMMIT", false},
		{"TRUNCATE wp_postmeta", false},
		{"TRUNCATE wp_postmeta; SET unique_checks = 0, foreign_key_checks = 0; INSERT INTO wp_postmeta SELECT seq, seq, 'a', 'z' FROM seq_1_to_1500", false},
		{"CREATE OR REPLACE TABLE wp_postmeta (meta_id BIGINT PRIMARY KEY, post_id BIGINT, meta_key VARCHAR(255), meta_value LONGTEXT, KEY (post_id))", false},
		{"RENAME TABLE wp_posts TO old, twin TO wp_posts", false}, // changed last by the same transaction
		{"CREATE TABLE apart LIKE wp_posts; ALTER TABLE apart PARTITION BY HASH (ID) PARTITIONS 1; ALTER TABLE apart EXCHANGE PARTITION p0 WITH TABLE wp_posts", false},
		{"ALTER TABLE wp_posts ADD extra INT, ALGORITHM=INSTANT", false},
		{"ALTER TABLE wp_posts MODIFY post_title TEXT CHARACTER SET latin1", false},
		{"ALTER TABLE wp_posts ENGINE=MyISAM", false},
		{"UPDATE wp_options SET option_value = 'Two' WHERE option_name = 'blogname'", false},
		{"UPDATE wp_terms SET name = 'Other'", false},
		{"INSERT INTO wp_term_relationships VALUES (2, 1)", false},
		{"UPDATE wp_users SET display_name = 'Two'", false},
		{"INSERT INTO wp_usermeta VALUES (2, 1, 'description', 'Someone')", false},
		{"INSERT INTO wp_ai1ec_events VALUES (3, 1000, 'Here')", false},
		{"CREATE TABLE wp_yoast_indexable (id BIGINT PRIMARY KEY, object_id BIGINT)", false},
	}
	server := mariadb.Start(t)
	still := database(t, "witness", witnessTables...) // which edits leave untouched
	still.Sums = true
	configs := make([]Config, len(edits))
	for i, edit := range edits {
		if configs[i] = still; !edit.untouched {
			configs[i] = database(t, fmt.Sprintf("witness%d", i), witnessTables...)
			configs[i].Sums = true
		}
	}
	pauseForWitness()
	testimony := testify(t, still)
	for i, edit := range edits {
		testimony := testimony
		if !edit.untouched {
			testimony = testify(t, configs[i])
		}
		if testimony == nil {
			t.Fatal("there is no testimony")
		}
		server.Exec(t, configs[i].Database, edit.statements)
		if got := untouched(t, configs[i], testimony); got != edit.untouched {
			t.Errorf("%s: untouched is %v", edit.statements, got)
		}
	}
	for name, other := range map[string][]byte{"none": nil, "damaged": testimony[1:], "another database": testify(t, configs[len(configs)-1])} {
		if untouched(t, still, other) {
			t.Errorf("untouched by the testimony of %s", name)
		}
	}
	still.Sums = false
	if s := open(t, still); s.witness != nil {
		t.Error("there is a witness where nothing is summed up")
	}
}

// A transaction that began when the tables were last changed, and is committed after a run, leaves no trace in their times.
func TestWitnessOfOpenTransaction(t *testing.T) {
	config := database(t, "witness_open", witnessTables...)
	config.Sums = true
	db := mariadb.Start(t).DB(t, config.Database)
	changed := func() (at string) {
		if err := db.QueryRow("SELECT UPDATE_TIME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'wp_posts'").Scan(&at); err != nil {
			t.Fatal(err)
		}
		return at
	}
	late := beginWithChange(t, db)
	then := changed()
	pauseForWitness()
	if testimony := testify(t, config); testimony != nil {
		t.Errorf("the testimony is %s", testimony)
	}
	if err := late.Commit(); err != nil {
		t.Fatal(err)
	}
	if changed() != then {
		t.Error("the time of the table tells of the transaction: the test is of no use")
	}
	time.Sleep(2 * listRests)
	if testimony := testify(t, config); testimony == nil {
		t.Error("there is no testimony when it is over")
	}
}

// Where nobody can know whether a site was touched, there is no witness.
func TestNoWitness(t *testing.T) {
	config := database(t, "witness_none", witnessTables...)
	config.Sums = true
	if testimony := testify(t, config); testimony != nil {
		t.Error("there is a testimony in the second of the last change")
	}
	config.Patient = true
	testimony := testify(t, config)
	if config.Patient = false; testimony == nil {
		t.Error("there is no testimony for all the patience")
	}
	server := mariadb.Start(t)
	server.Exec(t, "", "CREATE OR REPLACE USER unseeing@localhost", "GRANT SELECT ON witness_none.* TO unseeing@localhost")
	unseeing := config
	unseeing.User = "unseeing"
	if s := open(t, unseeing); s.witness != nil {
		t.Error("there is a witness without the right to see transactions")
	}
	if !untouched(t, config, testimony) {
		t.Error("it is touched by looking at it")
	}
	old := strings.Replace(string(testimony), `"Now":`, `"Now":-`, 1)
	early := strings.Replace(string(testimony), `"Now":`, `"Now":9`, 1)
	if old == string(testimony) || untouched(t, config, []byte(old)) || untouched(t, config, []byte(early)) {
		t.Error("a testimony counts for ever, or after the clock went back")
	}
	s := open(t, config)
	for shift, want := range map[float64]bool{0: true, 345 * 60: true, -27: false} { // Kathmandu; a zone that counts leap seconds
		if _, known, err := s.transactions(t.Context(), s.witness.now+shift); known != want || err != nil {
			t.Errorf("by a clock that is %v seconds ahead, it is %v that the transactions are known: %v", shift, known, err)
		}
	}
	server.Exec(t, config.Database, "DELETE FROM wp_posts WHERE ID > 100", "ANALYZE TABLE wp_posts")
	pauseForWitness()
	if s := open(t, config); s.witness != nil {
		t.Error("a small site has a witness")
	}
}

// A server that was started anew has forgotten when its tables were changed. It lets go of tables, too, so that one of which it
// knows no change may have been changed since it was started.
func TestWitnessOfRestartedServer(t *testing.T) {
	server := mariadb.StartOwn(t)
	server.Exec(t, "", "CREATE DATABASE restarted CHARACTER SET utf8mb4")
	server.Exec(t, "restarted", witnessTables...)
	config := Config{User: "root", Socket: server.Socket, Database: "restarted", Sums: true}
	pauseForWitness()
	before := testify(t, config)
	server.Kill()
	server.Restart(t)
	pauseForWitness()
	if testimony := testify(t, config); before == nil || testimony != nil {
		t.Errorf("before the restart the testimony is %s, and after it %s", before, testimony)
	}
	if untouched(t, config, before) {
		t.Error("untouched, for all that the server can know")
	}
	server.Exec(t, "restarted", "UPDATE wp_posts SET post_title = 'x' WHERE ID = 7", "UPDATE wp_postmeta SET meta_value = 'x' WHERE meta_id = 7")
	pauseForWitness()
	if testimony := testify(t, config); testimony == nil || !untouched(t, config, testimony) {
		t.Errorf("touched, when both tables were written to since the server was started: the testimony is %s", testimony)
	}
}
