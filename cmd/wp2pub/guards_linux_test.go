package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// TestGuardsTouchNothing has the real program meet what looks like an accident, in a dump and in a database: it ends with the
// code of a guard, and nothing in the output has another time than before. Who means it does what the message says, and it works.
func TestGuardsTouchNothing(t *testing.T) {
	server := mariadb.Start(t)
	for kind, source := range map[string]func(*testing.T, string) string{
		"dump":     func(_ *testing.T, dump string) string { return dump },
		"database": func(t *testing.T, dump string) string { server.Load(t, "site", dump); return server.URL("site") },
	} {
		t.Run(kind, func(t *testing.T) {
			g := &guarded{kept: newKept(t), source: source}
			g.run(exitDone, g.migrate("full", "--prune", "-q"))
			before := stamps(t, g.out)

			g.stops("half", exitGuard)
			g.stops("empty", exitGuard)
			g.stops("other", exitGuard)
			g.stops("full", exitFailed, "--prefix", "none_")
			g.run(exitDone, g.migrate("full", "--prune", "-q"))
			g.untouched(before, "an unchanged run")

			g.goesOn("drafts", "--max-remove", 14)
			g.goesOn("half", "--max-remove", 9)
			g.goesOn("other", "--add-site", 9+20)
			g.out = filepath.Join(t.TempDir(), "moved")
			g.run(exitDone, g.migrate("full", "-q"))
			g.goesOn("other", "--site-id", 20)
		})
	}
}

// guarded is an output with sources that are not as they should be.
type guarded struct {
	*kept
	source func(t *testing.T, dump string) string
}

// migrate is a run over a site of twenty posts, or what became of it: only nine are left, or none, six are drafts now, or all are
// those of another site.
func (g *guarded) migrate(state string, more ...string) *exec.Cmd {
	t := g.t.(*testing.T)
	posts := make([]storedPost, map[string]int{"half": 9, "empty": 0}[state])
	if state != "half" && state != "empty" {
		posts = make([]storedPost, 20)
	}
	for i := range posts {
		if state == "drafts" && i < 6 {
			posts[i].status = "draft"
		}
	}
	dump := filepath.Join(t.TempDir(), "site.sql")
	writeSite(t, dump, posts)
	if state == "other" {
		text := strings.ReplaceAll(readText(t, dump), "hostile.example.org", "other.example.org")
		if err := os.WriteFile(dump, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command(built(t), append([]string{"migrate", g.source(t, dump), "-o", g.out}, more...)...)
	command.Stderr = &bytes.Buffer{}
	return command
}

// stops demands that a run ends with a code, and touches nothing.
func (g *guarded) stops(state string, code int, more ...string) {
	g.t.Helper()
	before := stamps(g.t, g.out)
	g.run(code, g.migrate(state, append(more, "--prune", "--overwrite")...))
	g.untouched(before, fmt.Sprintf("%s %v", state, more))
}

// goesOn demands that a run is stopped, and that one with the flag that it names, as it names it, comes to its end
// with so many records.
func (g *guarded) goesOn(state, flag string, wanted int) {
	g.t.Helper()
	told := g.run(exitGuard, g.migrate(state, "--prune"))
	advice := regexp.MustCompile(`(?:run|run again) with (` + flag + `(?: [^\s;,]+)?)`).FindStringSubmatch(told)
	if advice == nil {
		g.t.Fatalf("%s: %s is not advised:\n%s", state, flag, told)
	}
	g.run(exitDone, g.migrate(state, append([]string{"--prune", "-q"}, strings.Fields(advice[1])...)...))
	if n := len(readFolder(g.t, g.out).records()); n != wanted {
		g.t.Errorf("%s, with %s: %d records, wanted %d", state, advice[1], n, wanted)
	}
}

// untouched demands that everything has the times that it had.
func (g *guarded) untouched(before map[string]string, what string) {
	g.t.Helper()
	if now := stamps(g.t, g.out); !maps.Equal(before, now) {
		g.t.Errorf("%s: touched:\n%v\nwere\n%v", what, now, before)
	}
}

// stamps are the times at which each file and folder and its inode last changed. The folder of what is no record changes while
// someone holds the output, and with it the report of a run that comes to its end.
func stamps(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if name := entry.Name(); name != ".wp2pub" && name != "report.json" {
			stat := info.Sys().(*syscall.Stat_t)
			all[path] = fmt.Sprint(stat.Ino, stat.Mode, stat.Size, stat.Mtim, stat.Ctim)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
