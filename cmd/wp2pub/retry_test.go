//go:build unix

package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// smallSite is a dump of a dozen posts.
const smallSite = "../../testdata/languages/wpml.sql"

// later is what happened to the small site since the first run.
var later = []string{
	"UPDATE wp_posts SET post_title = 'Child labour in farming' WHERE ID = 1",
	"UPDATE wp_posts SET post_name = IF(ID = 6, 'untranslated', 'alone') WHERE ID IN (6, 7)",
	"DELETE FROM wp_posts WHERE ID = 8",
	"UPDATE wp_posts SET post_status = 'draft' WHERE ID = 9",
	"INSERT INTO wp_posts VALUES (13, 'post', 'publish', '', 'new', 'A new one', '<p>y</p>', '', '2020-02-01 10:00:00', 0)",
	"INSERT INTO wp_postmeta VALUES (1, 13, 'pages', '12')",
}

// loadSmallSite gives a server the small site, and a user reader who may read it.
func loadSmallSite(t *testing.T, server *mariadb.Server) {
	t.Helper()
	server.Load(t, "site", smallSite)
	server.Exec(t, "", "CREATE OR REPLACE USER reader@localhost", "GRANT SELECT ON site.* TO reader@localhost")
}

// trial is a run of the program whose pauses are the test's.
type trial struct {
	code   int
	stdout string
	stderr string
	pauses []time.Duration
}

// try runs the program. Meanwhile is called in place of each pause, with its number from 1; nil: there is none to be.
func try(t *testing.T, meanwhile func(n int), arguments ...string) trial {
	t.Helper()
	var out, err bytes.Buffer
	var got trial
	std := &streams{in: strings.NewReader(""), out: &out, err: &err, pause: func(ctx context.Context, length time.Duration) error {
		if got.pauses = append(got.pauses, length); meanwhile == nil {
			t.Errorf("%q: a retry that is not to be: %s", arguments, err.String())
		} else {
			meanwhile(len(got.pauses))
		}
		return context.Cause(ctx)
	}}
	got.code = std.run(t.Context(), arguments)
	got.stdout, got.stderr = out.String(), err.String()
	return got
}

// records is a tree without its report, which tells of one run.
func records(t testing.TB, dir string) []string {
	return slices.DeleteFunc(tree(t, dir), func(line string) bool { return strings.HasPrefix(line, ".wp2pub/report.json ") })
}

// TestRunBeginsAnew makes trouble of each kind that passes: the run begins anew, and ends as if nothing had been.
func TestRunBeginsAnew(t *testing.T) {
	server := mariadb.StartOwn(t, "--max-connections=20")
	loadSmallSite(t, server)
	root := server.DB(t, "site")
	exec := func(statement string) {
		if _, err := root.Exec(statement); err != nil {
			t.Errorf("%s: %v", statement, err)
		}
	}
	relay := newRelay(t, server)
	want := records(t, freshRun(t, relay.url("reader", "site")))
	var held []*sql.Conn
	for _, test := range []struct {
		name      string
		prepare   func()
		meanwhile func(n int)
		pauses    []time.Duration
		cause     string
	}{
		{"the server dies in the middle", func() { relay.onQuestion("FROM `wp_postmeta`", server.Kill) },
			func(int) { server.Restart(t) }, []time.Duration{time.Second}, "was lost during the reading of wp_postmeta"},
		{"the server is down, and comes up after a while", server.Kill, func(n int) {
			if n == 3 {
				server.Restart(t)
			}
		}, []time.Duration{time.Second, 2 * time.Second, 4 * time.Second}, "cannot reach the database server"},
		{"the connection is killed", func() {
			relay.onQuestion("FROM `wp_options`", func() {
				var id int
				if err := root.QueryRow("SELECT ID FROM information_schema.PROCESSLIST WHERE USER = 'reader'").Scan(&id); err != nil {
					t.Error(err)
				}
				exec(fmt.Sprintf("KILL CONNECTION %d", id))
			})
		}, func(int) {}, []time.Duration{time.Second}, "the reading of wp_options"},
		{"there are too many connections", func() { held = hold(t, server, 100) },
			func(int) { release(t, root, held) }, []time.Duration{time.Second}, "Too many connections"},
		{"a table is locked", func() {
			exec("SET GLOBAL lock_wait_timeout = 1")
			held = hold(t, server, 1)
			if _, err := held[0].ExecContext(t.Context(), "LOCK TABLES wp_posts WRITE"); err != nil {
				t.Error(err)
			}
		}, func(int) { release(t, root, held) }, []time.Duration{time.Second}, "Lock wait timeout exceeded"},
		{"a table is altered", func() {
			relay.onQuestion("FROM `wp_options`", func() { exec("ALTER TABLE wp_postmeta ADD COLUMN more INT, ALGORITHM=COPY") })
		}, func(int) {}, []time.Duration{time.Second}, "changed while they were read"},
	} {
		t.Run(test.name, func(t *testing.T) {
			relay.ask(nil)
			root.SetMaxIdleConns(0) // none of before the server's death
			test.prepare()
			dir := t.TempDir()
			out, metrics := filepath.Join(dir, "out"), filepath.Join(dir, "run.prom")
			got := try(t, test.meanwhile, "migrate", relay.url("reader", "site"), "--out", out, "--log-format", "json", "--metrics", metrics, "--also", "csl-json")
			if got.code != exitDone || !slices.Equal(got.pauses, test.pauses) {
				t.Fatalf("exit code %d after pauses of %v:\n%s", got.code, got.pauses, got.stderr)
			}
			var told struct{ Level, Msg string }
			if err := json.Unmarshal([]byte(strings.SplitN(got.stderr, "\n", 2)[0]), &told); err != nil || told.Level != "WARN" ||
				!strings.Contains(told.Msg, test.cause) || !strings.Contains(told.Msg, "The run begins anew in 1s, from a new snapshot: retry 1 of 5") {
				t.Errorf("the log says (%v)\n%s", err, got.stderr)
			}
			if text, err := os.ReadFile(metrics); err != nil || !strings.Contains(string(text), fmt.Sprintf("\nwp2pub_run_retries{output=%q} %d\n", out, len(test.pauses))) {
				t.Errorf("the metrics say (%v)\n%s", err, text)
			}
			if _, err := os.Stat(filepath.Join(out, ".wp2pub", "also", "publications.csl.json")); err != nil {
				t.Error(err)
			}
			if !slices.Equal(records(t, out), want) {
				t.Error("the records are not those of a run without trouble")
			}
		})
	}
}

// freshRun returns a new directory with the records of a source.
func freshRun(t *testing.T, source string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	if got := try(t, nil, "migrate", source, "--out", out, "-q"); got.code != exitDone {
		t.Fatalf("exit code %d: %s", got.code, got.stderr)
	}
	return out
}

// hold opens connections to the site and keeps them: most of them, or as many as the server allows.
func hold(t *testing.T, server *mariadb.Server, most int) []*sql.Conn {
	t.Helper()
	server.Exec(t, "", "CREATE USER IF NOT EXISTS idler@localhost", "GRANT SELECT, LOCK TABLES ON site.* TO idler@localhost")
	db, err := sql.Open("mysql", "idler@unix("+server.Socket+")/site")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxIdleConns(0)
	var held []*sql.Conn
	for range most {
		conn, err := db.Conn(t.Context())
		if err != nil && len(held) > 0 {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, conn)
	}
	return held
}

// release closes connections, and waits until the server has seen it: of its 20, the test itself has a few.
func release(t *testing.T, root *sql.DB, held []*sql.Conn) {
	t.Helper()
	for _, conn := range held {
		conn.Close()
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		var left int
		if err := root.QueryRow("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'THREADS_CONNECTED'").Scan(&left); err != nil {
			t.Error(err)
			return
		}
		if left <= 10 {
			return
		}
		if time.Now().After(deadline) {
			t.Error("the connections do not end")
			return
		}
	}
}

// TestRetriesEnd sees that patience has an end, and that each command has it.
func TestRetriesEnd(t *testing.T) {
	nowhere := "mysql://root@localhost/site?socket=" + filepath.Join(t.TempDir(), "none")
	seconds := func(n ...time.Duration) []time.Duration {
		for i := range n {
			n[i] *= time.Second
		}
		return n
	}
	for _, test := range []struct {
		arguments []string
		want      []time.Duration
	}{
		{[]string{"migrate", nowhere, "--retries", "8"}, seconds(1, 2, 4, 8, 16, 32, 60, 60)},
		{[]string{"migrate", nowhere}, seconds(1, 2, 4, 8, 16)},
		{[]string{"plan", nowhere, "--retries", "2"}, seconds(1, 2)},
		{[]string{"explain", nowhere, "1", "--retries", "1"}, seconds(1)},
		{[]string{"inspect", nowhere, "--retries", "1"}, seconds(1)},
		{[]string{"init", nowhere, "--retries", "1"}, seconds(1)},
		{[]string{"migrate", nowhere, "--retries", "0"}, nil},
	} {
		got := try(t, func(int) {}, test.arguments...)
		if got.code != exitFailed || !slices.Equal(got.pauses, test.want) {
			t.Errorf("%q: exit code %d after pauses of %v: %s", test.arguments, got.code, got.pauses, got.stderr)
		}
		if n := strings.Count(got.stderr, "wp2pub: warning: cannot reach the database server"); n != len(test.want) {
			t.Errorf("%q warns %d times:\n%s", test.arguments, n, got.stderr)
		}
		if _, last, _ := strings.Cut(got.stderr, "\nwp2pub: cannot reach the database server"); strings.Contains(last, "did not help") != (len(test.want) > 0) {
			t.Errorf("%q ends with\n%s", test.arguments, got.stderr)
		}
	}
	if got := try(t, nil, "migrate", nowhere, "--retries", "-1"); got.code != exitUsage {
		t.Errorf("a negative number of retries: exit code %d", got.code)
	}
}

// TestNoRetry holds that what patience cannot mend ends the run at once.
func TestNoRetry(t *testing.T) {
	server := mariadb.Start(t)
	loadSmallSite(t, server)
	server.Exec(t, "", "CREATE OR REPLACE USER stranger@localhost", "CREATE OR REPLACE USER locked@localhost IDENTIFIED BY 'pw'", "GRANT SELECT ON site.* TO locked@localhost",
		"CREATE OR REPLACE USER partly@localhost", "GRANT SELECT ON site.wp_posts TO partly@localhost", "GRANT SELECT (option_id) ON site.wp_options TO partly@localhost",
		"CREATE OR REPLACE DATABASE nothing")
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	relay := newRelay(t, server)
	other := filepath.Join(t.TempDir(), "out")
	if got := try(t, nil, "migrate", icat, "-q", "--out", other); got.code != exitDone {
		t.Fatal(got.stderr)
	}
	for name, test := range map[string]struct {
		code      int
		arguments []string
	}{
		"wrong password":      {exitFailed, []string{relay.url("locked", "site")}},
		"unknown database":    {exitFailed, []string{relay.url("root", "nowhere")}},
		"no right":            {exitFailed, []string{relay.url("stranger", "site")}},
		"no right to a table": {exitFailed, []string{relay.url("partly", "site")}},
		"wrong prefix":        {exitFailed, []string{relay.url("reader", "site"), "--prefix", "wq_"}},
		"no WordPress":        {exitFailed, []string{relay.url("root", "nothing")}},
		"another site":        {exitGuard, []string{relay.url("reader", "site"), "--out", other}},
		"output in the way":   {exitFailed, []string{relay.url("reader", "site"), "--out", filepath.Join(file, "below")}},
		"no mapping":          {exitUsage, []string{relay.url("reader", "site"), "--mapping", filepath.Join(dir, "none.yaml")}},
	} {
		arguments := append([]string{"migrate", "--out", filepath.Join(dir, "out")}, test.arguments...)
		if got := try(t, nil, arguments...); got.code != test.code {
			t.Errorf("%s: exit code %d: %s", name, got.code, got.stderr)
		}
	}
}

// TestInterruptedPause stops the program while it waits.
func TestInterruptedPause(t *testing.T) {
	nowhere := "mysql://root@localhost/site?socket=" + filepath.Join(t.TempDir(), "none")
	for signal, want := range map[syscall.Signal]int{syscall.SIGINT: exitInterrupted, syscall.SIGTERM: exitTerminated} {
		var out, err bytes.Buffer
		std := &streams{in: strings.NewReader(""), out: &out, err: &err, pause: func(ctx context.Context, _ time.Duration) error {
			syscall.Kill(os.Getpid(), signal)
			return pause(ctx, time.Hour)
		}}
		if code := std.run(t.Context(), []string{"migrate", nowhere, "--out", t.TempDir()}); code != want {
			t.Errorf("%v: exit code %d: %s", signal, code, err.String())
		}
		if text := err.String(); !strings.Contains(text, "while waiting to begin anew\n") {
			t.Errorf("%v: %s", signal, text)
		}
	}
}

// TestNoRetryOverStdout breaks the connection when records went to stdout already: none comes twice.
func TestNoRetryOverStdout(t *testing.T) {
	server := mariadb.Start(t)
	server.Load(t, "site", icat)
	relay := newRelay(t, server)
	begun := make(chan struct{})
	batches := 0
	relay.ask(func(question string) bool {
		if !strings.Contains(question, "FROM `wp_posts` WHERE `ID` IN (") {
			return true
		}
		if batches++; batches == 1 {
			return true
		}
		select {
		case <-begun:
		case <-time.After(time.Minute):
			t.Error("nothing is written")
		}
		return false
	})
	out := &firstWrite{begun: begun}
	var err bytes.Buffer
	std := &streams{in: strings.NewReader(""), out: out, err: &err, pause: func(context.Context, time.Duration) error {
		t.Error("the run begins anew")
		return nil
	}}
	if code := std.run(t.Context(), []string{"migrate", relay.url("root", "site"), "--out", "-"}); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	if batches != 2 || !strings.Contains(err.String(), "records went to stdout already\n") {
		t.Errorf("%d batches: %s", batches, err.String())
	}
}

// firstWrite tells when something is written to it first.
type firstWrite struct {
	bytes.Buffer
	begun chan struct{}
}

func (w *firstWrite) Write(p []byte) (int, error) {
	if w.Len() == 0 {
		close(w.begun)
	}
	return w.Buffer.Write(p)
}
