package mysql

import (
	"context"
	"database/sql"
	"testing"
	"time"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// Whoever looks at the list of transactions all the time, as monitors do, keeps it as it is. What began since is not in it.
func TestWitnessOfListKeptOld(t *testing.T) {
	config := database(t, "witness_kept", witnessTables...)
	config.Sums = true
	server := mariadb.Start(t)
	db := server.DB(t, config.Database)
	time.Sleep(2 * listRests)
	ctx, stop := context.WithCancel(t.Context())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		monitor := server.DB(t, "")
		for ctx.Err() == nil {
			_, _ = monitor.Exec("SELECT COUNT(*) FROM information_schema.INNODB_TRX")
			time.Sleep(listRests / 10)
		}
	}()
	late := beginWithChange(t, db)
	pauseForWitness()
	if testimony := testify(t, config); testimony != nil {
		t.Errorf("the testimony is %s", testimony)
	}
	if err := late.Commit(); err != nil {
		t.Fatal(err)
	}
	stop()
	<-stopped
	time.Sleep(2 * listRests)
	if testimony := testify(t, config); testimony == nil {
		t.Error("there is no testimony when nobody looks at the list")
	}
}

// beginWithChange begins a transaction that writes to the posts, and changes them with another one that began in the same second.
func beginWithChange(t *testing.T, db *sql.DB) *sql.Tx {
	t.Helper()
	for {
		late, err := db.Begin()
		if err != nil {
			t.Fatal(err)
		}
		var seconds [2]int
		for i, do := range []interface {
			Exec(string, ...any) (sql.Result, error)
			QueryRow(string, ...any) *sql.Row
		}{late, db} {
			if err := do.QueryRow("SELECT UNIX_TIMESTAMP()").Scan(&seconds[i]); err != nil {
				t.Fatal(err)
			}
			if _, err := do.Exec("UPDATE wp_posts SET post_title = CONCAT(post_title, '!') WHERE ID = ?", 8+i); err != nil {
				t.Fatal(err)
			}
		}
		var after int
		if err := db.QueryRow("SELECT UNIX_TIMESTAMP()").Scan(&after); err != nil {
			t.Fatal(err)
		}
		if seconds[0] == after {
			return late
		}
		if err := late.Rollback(); err != nil {
			t.Fatal(err)
		}
	}
}

// The same tables are read as something else where the server is set otherwise, and said to be something else where others stand beside them.
func TestWitnessOfOtherSurroundings(t *testing.T) {
	config := database(t, "witness_around", append(witnessTables, "CREATE TABLE wp_blogs (blog_id BIGINT PRIMARY KEY)")...)
	config.Sums = true
	server := mariadb.Start(t)
	pauseForWitness()
	testimony := testify(t, config)
	if !wholly(t, config, testimony) {
		t.Fatal("touched by nobody")
	}
	for _, change := range [][2]string{
		{"SET GLOBAL sql_mode = CONCAT(@@sql_mode, ',PAD_CHAR_TO_FULL_LENGTH')", "SET GLOBAL sql_mode = DEFAULT"},
		{"SET GLOBAL time_zone = '+05:00'", "SET GLOBAL time_zone = DEFAULT"},
		{"SET GLOBAL system_versioning_asof = '2020-01-01 00:00:00'", "SET GLOBAL system_versioning_asof = DEFAULT"},
		{"USE witness_around; CREATE TABLE wp_3_posts LIKE wp_posts; CREATE TABLE wp_3_postmeta LIKE wp_postmeta; CREATE TABLE wp_3_options LIKE wp_options", "USE witness_around; DROP TABLE wp_3_posts, wp_3_postmeta, wp_3_options"},
	} {
		server.Exec(t, "", change[0])
		if wholly(t, config, testimony) {
			t.Errorf("%s: untouched", change[0])
		}
		server.Exec(t, "", change[1])
	}
	if !wholly(t, config, testimony) {
		t.Error("touched, when all is as it was")
	}
}
