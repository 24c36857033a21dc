//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// TestCutConnections cuts the connection to the server at many places of what it says, during the second run over a site that
// changed in the meantime. Without retries the run fails and takes nothing away, and the next one goes on; with them it begins
// anew by itself. Either way there is in the end what a first run gives, and the report is that of a second run. WP2PUB_SOAK
// says how many cuts are made, as make soak does: up to three at every packet.
func TestCutConnections(t *testing.T) {
	most := often(12)
	server := mariadb.Start(t)
	loadSmallSite(t, server)
	relay := newRelay(t, server)
	direct, cut := server.URL("site"), relay.url("reader", "site")
	first := freshRun(t, direct)
	before := records(t, first)
	server.Exec(t, "site", later...)
	want := records(t, freshRun(t, direct))

	resync := func(dir, source string, meanwhile func(int), more ...string) trial {
		return try(t, meanwhile, append([]string{"migrate", source, "--out", dir, "--prune", "-q"}, more...)...)
	}
	again := func(t *testing.T) string {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(first)); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	uncut := again(t)
	if got := resync(uncut, cut, nil); got.code != exitDone || !slices.Equal(records(t, uncut), want) {
		t.Fatalf("without a cut, exit code %d: %s", got.code, got.stderr)
	}
	places := relay.places(most)
	if len(places) < min(most, 500) {
		t.Fatalf("only %d places to cut at: the server said %d bytes", len(places), relay.said)
	}
	for _, at := range places {
		t.Run(strconv.FormatInt(at, 10), func(t *testing.T) {
			relay.cutAt(at)
			dir := again(t)
			if got := resync(dir, cut, nil, "--retries", "0"); got.code != exitFailed || !strings.Contains(got.stderr, "the database server") {
				t.Fatalf("exit code %d: %s", got.code, got.stderr)
			}
			holdsAll(t, dir, before, want)
			if got := resync(dir, direct, nil); got.code != exitDone || !slices.Equal(records(t, dir), want) {
				t.Errorf("the next run ends with %d, and not with what a first run gives: %s", got.code, got.stderr)
			}
			relay.cutAt(at)
			dir = again(t)
			if got := resync(dir, cut, func(int) {}); got.code != exitDone || !slices.Equal(got.pauses, []time.Duration{time.Second}) || !slices.Equal(tree(t, dir), tree(t, uncut)) {
				t.Errorf("the run that began anew ends with %d after %v, and not with what it gives without a cut: %s", got.code, got.pauses, got.stderr)
			}
		})
	}
}

// TestWhatWasWrittenStands cuts the connection when a part of the records is written: they stay where they are, and
// the report of the run that began anew counts them.
func TestWhatWasWrittenStands(t *testing.T) {
	server := mariadb.Start(t)
	server.Load(t, "site", icat)
	want := tree(t, freshRun(t, server.URL("site")))
	relay := newRelay(t, server)
	out := filepath.Join(t.TempDir(), "out")
	batches := 0
	relay.ask(func(question string) bool {
		if !strings.Contains(question, "FROM `wp_posts` WHERE `ID` IN (") {
			return true
		}
		if batches++; batches != 2 {
			return true
		}
		for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
			if written, _ := filepath.Glob(filepath.Join(out, ".wp2pub", "tmp", "*.yaml")); len(written) > 20 {
				return false
			}
			if time.Now().After(deadline) {
				t.Error("nothing is written")
				return false
			}
		}
	})
	var stood []string
	got := try(t, func(int) { stood = tree(t, out) }, "migrate", relay.url("root", "site"), "--out", out)
	if got.code != exitDone || !slices.Equal(tree(t, out), want) {
		t.Errorf("the run that began anew ends with %d, and not with what a first run gives: %s", got.code, got.stderr)
	}
	if len(stood) <= 20 || len(stood) >= len(want) {
		t.Errorf("%d records stood when the connection was cut, of %d", len(stood), len(want))
	}
}

// holdsAll sees that an output has each file that it had before, as it was or as it is to become.
func holdsAll(t *testing.T, dir string, before, later []string) {
	t.Helper()
	now := map[string]string{}
	for _, line := range records(t, dir) {
		now[strings.Fields(line)[0]] = line
	}
	for _, line := range before {
		name := strings.Fields(line)[0]
		if stands := now[name]; name != ".wp2pub/manifest.jsonl" && stands != line && !slices.Contains(later, stands) {
			t.Errorf("%s was there before: now there is %q", name, stands)
		}
	}
}
