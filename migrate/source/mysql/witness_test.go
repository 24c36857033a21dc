package mysql

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
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
	testimony, _ := readWhole(t, open(t, config))
	return testimony
}

// readWhole reads a site as a run does, and closes it.
func readWhole(t *testing.T, s *Source) (testimony []byte, heads map[int64]wordpress.Head) {
	t.Helper()
	sourcetest.Site(t, s)
	heads = map[int64]wordpress.Head{}
	for head, err := range s.Digests(t.Context(), all) {
		if err != nil {
			t.Fatal(err)
		}
		heads[head.ID] = head
	}
	testimony, _ = s.Testimony(t.Context())
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return testimony, heads
}

// untouched asks a site that is opened anew.
func untouched(t *testing.T, config Config, testimony []byte) (all, meta bool) {
	t.Helper()
	s := open(t, config)
	defer s.Close()
	all, meta, err := s.Untouched(t.Context(), testimony, true)
	if err != nil {
		t.Fatal(err)
	}
	return all, meta
}

// summedAt is when the meta was summed up of which a testimony tells.
func summedAt(t *testing.T, text []byte) float64 {
	t.Helper()
	var told testimony
	if err := json.Unmarshal(text, &told); err != nil || told.Summed == 0 {
		t.Fatalf("%s: %v", text, err)
	}
	return told.Summed
}

// wholly reports whether a site is untouched as a whole.
func wholly(t *testing.T, config Config, testimony []byte) bool {
	t.Helper()
	all, _ := untouched(t, config, testimony)
	return all
}

// pauseForWitness lets the second go by in which tables were written to.
func pauseForWitness() { time.Sleep(2 * time.Second) }

// Whatever changes what a run would read, a witness does not miss. What changes nothing does not always disturb it.
func TestWitness(t *testing.T) {
	const (
		whole  = iota
		meta   // alone
		nobody // knows of anything
	)
	edits := []struct {
		statements string
		untouched  int
	}{
		{"DO 1", whole},
		{"UPDATE wp_options SET option_value = 'b' WHERE option_name = 'cron'; INSERT INTO wp_options (option_name, option_value) VALUES ('_transient_x', '1')", whole},
		{"UPDATE wp_usermeta SET meta_value = 'y'", whole},
		{"UPDATE wp_terms SET name = 'Other'; UPDATE wp_terms SET name = 'Term'", whole},
		{"BEGIN; UPDATE wp_posts SET post_title = 'x'; ROLLBACK", whole},
		{"ANALYZE TABLE wp_posts, wp_postmeta", whole},
		{"UPDATE wp_posts SET post_title = 'x' WHERE ID = 5", meta},
		{"UPDATE wp_posts SET post_title = 'x' WHERE ID = 5; UPDATE wp_posts SET post_title = 'title' WHERE ID = 5", meta},
		{"BEGIN; UPDATE wp_posts SET post_title = 'x' WHERE ID = 5; COMMIT", meta},
		{"XA START 'x'; UPDATE wp_posts SET post_title = 'x' WHERE ID = 5; XA END 'x'; XA PREPARE 'x'; XA COMMIT 'x'", meta},
		{"INSERT INTO wp_posts (post_content) VALUES ('new')", meta},
		{"REPLACE INTO wp_posts (ID, post_content) VALUES (7, 'new')", meta},
		{"DELETE FROM wp_posts WHERE ID = 5", meta},
		{"DELETE FROM wp_postmeta WHERE post_id = 5", nobody},
		{"INSERT INTO other VALUES (1)", nobody},    // its trigger
		{"DELETE FROM parent WHERE id = 7", nobody}, // its key
		{"BEGIN; UPDATE wp_posts SET post_title = 'y' WHERE ID = 6; SAVEPOINT a; UPDATE wp_posts SET post_title = 'x' WHERE ID = 5; ROLLBACK TO a; COMMIT", meta},
		{"TRUNCATE wp_postmeta", nobody},
		{"TRUNCATE wp_postmeta; SET unique_checks = 0, foreign_key_checks = 0; INSERT INTO wp_postmeta SELECT seq, seq, 'a', 'z' FROM seq_1_to_1500", nobody},
		{"CREATE OR REPLACE TABLE wp_postmeta (meta_id BIGINT PRIMARY KEY, post_id BIGINT, meta_key VARCHAR(255), meta_value LONGTEXT, KEY (post_id))", nobody},
		{"RENAME TABLE wp_posts TO old, twin TO wp_posts", meta},                                                                                                         // changed last by the same transaction
		{"CREATE TABLE apart LIKE wp_posts; ALTER TABLE apart PARTITION BY HASH (ID) PARTITIONS 1; ALTER TABLE apart EXCHANGE PARTITION p0 WITH TABLE wp_posts", nobody}, // it is a small site now
		{"ALTER TABLE wp_posts ADD extra INT, ALGORITHM=INSTANT", nobody},
		{"ALTER TABLE wp_posts MODIFY post_title TEXT CHARACTER SET latin1", nobody},
		{"ALTER TABLE wp_posts ENGINE=MyISAM", nobody},
		{"UPDATE wp_options SET option_value = 'Two' WHERE option_name = 'blogname'", meta},
		{"UPDATE wp_terms SET name = 'Other'", meta},
		{"INSERT INTO wp_term_relationships VALUES (2, 1)", meta},
		{"UPDATE wp_users SET display_name = 'Two'", meta},
		{"INSERT INTO wp_usermeta VALUES (2, 1, 'description', 'Someone')", meta},
		{"INSERT INTO wp_ai1ec_events VALUES (3, 1000, 'Here')", meta},
		{"CREATE TABLE wp_yoast_indexable (id BIGINT PRIMARY KEY, object_id BIGINT)", nobody},
	}
	server := mariadb.Start(t)
	still := database(t, "witness", witnessTables...) // which edits leave untouched
	still.Sums = true
	configs := make([]Config, len(edits))
	for i, edit := range edits {
		if configs[i] = still; edit.untouched != whole {
			configs[i] = database(t, fmt.Sprintf("witness%d", i), witnessTables...)
			configs[i].Sums = true
		}
	}
	pauseForWitness()
	testimony, heads := readWhole(t, open(t, still))
	for i, edit := range edits {
		testimony, heads := testimony, heads
		if edit.untouched != whole {
			testimony, heads = readWhole(t, open(t, configs[i]))
		}
		if testimony == nil {
			t.Fatal("there is no testimony")
		}
		server.Exec(t, configs[i].Database, edit.statements)
		s := open(t, configs[i])
		allOfIt, ofMeta, err := s.Untouched(t.Context(), testimony, true)
		if allOfIt != (edit.untouched == whole) || ofMeta != (edit.untouched <= meta) || err != nil {
			t.Errorf("%s: untouched is all: %t, meta: %t; %v", edit.statements, allOfIt, ofMeta, err)
		}
		if ofMeta {
			s.TakeMeta(func(post int64) (wordpress.Digest, bool) {
				head, known := heads[post]
				return head.Meta, known && post%10 != 0 // no one looked at some
			})
		}
		later, taken := readWhole(t, s)
		if anew := taken[1].ID == 0; ofMeta && anew != (summedAt(t, later) > summedAt(t, testimony)) { // the posts have other numbers
			t.Errorf("%s: it is %t that the meta of most posts was summed up anew, and the testimony says otherwise", edit.statements, anew)
		}
		if _, fresh := readWhole(t, open(t, configs[i])); !maps.Equal(taken, fresh) {
			t.Errorf("%s: the heads with the meta that is known are not those that are read", edit.statements)
		}
	}
	for name, other := range map[string][]byte{"none": nil, "damaged": testimony[1:], "another database": testify(t, configs[len(configs)-1])} {
		if allOfIt, ofMeta := untouched(t, still, other); allOfIt || ofMeta {
			t.Errorf("untouched by the testimony of %s", name)
		}
	}
	still.Sums = false
	if s := open(t, still); s.witness != nil {
		t.Error("there is a witness where nothing is summed up")
	}
}

// Where a table has no index to ask by post, the meta of posts that nobody knows is not asked for again and again.
func TestWitnessOfMetaWithoutIndex(t *testing.T) {
	config := database(t, "witness_plain", append(witnessTables[:len(witnessTables):len(witnessTables)],
		"CREATE OR REPLACE TABLE wp_postmeta (meta_id BIGINT PRIMARY KEY, post_id BIGINT, meta_key VARCHAR(255), meta_value LONGTEXT)",
		"INSERT INTO wp_postmeta SELECT seq, seq, 'a', 'b' FROM seq_1_to_1500")...)
	config.Sums = true
	pauseForWitness()
	testimony, heads := readWhole(t, open(t, config))
	for _, unknown := range []int64{mostIDs, mostIDs + 1} {
		s := open(t, config)
		if _, ofMeta, err := s.Untouched(t.Context(), testimony, true); !ofMeta || err != nil {
			t.Fatalf("meta is untouched: %t; %v", ofMeta, err)
		}
		s.TakeMeta(func(post int64) (wordpress.Digest, bool) { return heads[post].Meta, post > unknown })
		later, taken := readWhole(t, s)
		if anew := summedAt(t, later) > summedAt(t, testimony); anew != (unknown > mostIDs) || !maps.Equal(taken, heads) {
			t.Errorf("of %d posts that nobody knows, it is %t that all was summed up anew, and %t that the heads are as they were", unknown, anew, maps.Equal(taken, heads))
		}
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
	pauseForWitness() // so that only the posts are written to in the second in which the transaction begins
	late := beginWithChange(t, db)
	then := changed()
	pauseForWitness()
	testimony := testify(t, config)
	if err := late.Commit(); err != nil {
		t.Fatal(err)
	}
	if changed() != then {
		t.Error("the time of the table tells of the transaction: the test is of no use")
	}
	if allOfIt, ofMeta := untouched(t, config, testimony); allOfIt || !ofMeta {
		t.Errorf("untouched is all: %t, meta: %t, when posts were written to", allOfIt, ofMeta)
	}
	time.Sleep(2 * listRests)
	if !wholly(t, config, testify(t, config)) {
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
	if !wholly(t, config, testimony) {
		t.Error("it is touched by looking at it")
	}
	for _, change := range [][2]string{{`"Summed":`, `"Summed":-`}, {`"Now":`, `"Now":9`}} { // of long ago; of a clock that went back
		other := strings.Replace(string(testimony), change[0], change[1], 1)
		if allOfIt, ofMeta := untouched(t, config, []byte(other)); allOfIt || ofMeta || other == string(testimony) {
			t.Errorf("untouched is all: %t, meta: %t, by %s", allOfIt, ofMeta, other)
		}
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
	if allOfIt, ofMeta := untouched(t, config, before); allOfIt || ofMeta {
		t.Error("untouched, for all that the server can know")
	}
	for _, write := range []struct {
		statement string
		all       bool
	}{{"UPDATE wp_postmeta SET meta_value = 'x' WHERE meta_id = 7", false}, {"UPDATE wp_posts SET post_title = 'x' WHERE ID = 7", true}} {
		server.Exec(t, "restarted", write.statement)
		pauseForWitness()
		testimony := testify(t, config)
		s := open(t, config)
		sourcetest.Site(t, s)
		if _, promised := s.Testimony(t.Context()); promised != write.all {
			t.Errorf("after %s, it is %t that all may be found untouched", write.statement, promised)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if allOfIt, ofMeta := untouched(t, config, testimony); allOfIt != write.all || !ofMeta {
			t.Errorf("after %s, untouched is all: %t, meta: %t, by %s", write.statement, allOfIt, ofMeta, testimony)
		}
	}
}
