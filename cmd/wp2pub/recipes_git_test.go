package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// repository is an output that is a git repository, beside the dump that it is made of.
type repository struct {
	*recipes
	folder string
	resync string // what the document says to do each time
}

// git makes each run a commit, goes on from a clone, and holds that git's own folder is nobody's business.
func (r *recipes) git(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed: make test installs it")
	}
	resync := recipe(t, r.readme, "wp2pub migrate site.sql.gz -m mapping.yaml -o publications --prune 2> run.log")
	resync = strings.NewReplacer("site.sql.gz", "site.sql", "--prune", "--prune --also redirects").Replace(resync)
	here := &repository{r, t.TempDir(), resync}
	posts := make([]storedPost, 20)
	for i := range posts {
		posts[i].content = fmt.Sprintf("text of post %d", i+1)
	}
	here.setUp(t)
	here.do(t, recipe(t, r.readme, "git init -q publications\n"))
	here.run(t, posts, exitDone)
	here.log(t, "wp2pub: hostile.example.org: 20 new (exit 0)")
	if kept := here.do(t, "git -C publications ls-files .wp2pub"); kept != ".wp2pub/.gitignore\n.wp2pub/also/redirects.csv\n.wp2pub/manifest.jsonl\n" {
		t.Errorf("of .wp2pub git keeps %q", kept)
	}
	here.run(t, posts, exitDone) // unchanged
	here.run(t, append(slices.Clone(posts), storedPost{typ: "revision", content: "a draft of something"}), exitDone)
	here.log(t, "wp2pub: hostile.example.org: 20 new (exit 0)")
	here.run(t, posts, exitDone)
	if status := here.do(t, "git -C publications status --porcelain"); status != "" {
		t.Errorf("an unchanged site leaves %q", status)
	}

	posts[4].content = "another text"
	posts = append(posts, storedPost{content: "a new one"})
	own := tree(t, filepath.Join(here.folder, "publications", ".git"))
	here.resync = strings.Replace(resync, "code=$?", "code=$?; cp -R publications/.git after", 1)
	here.run(t, posts, exitDone)
	if after := tree(t, filepath.Join(here.folder, "after")); !slices.Equal(own, after) {
		t.Error("wp2pub touched git's own folder")
	}
	here.log(t, "wp2pub: hostile.example.org: 1 new, 1 changed (exit 0)", "wp2pub: hostile.example.org: 20 new (exit 0)")
	here.do(t, "wp2pub plan site.sql -m mapping.yaml -o publications --prune --exit-code -q")
	if touched := here.do(t, "git -C publications show --format= --name-only"); touched != ".wp2pub/also/redirects.csv\n.wp2pub/manifest.jsonl\npost/post-21.yaml\npost/post-5.yaml\n" {
		t.Errorf("the commit touches %q", touched)
	}

	there := &repository{r, t.TempDir(), resync}
	there.setUp(t)
	there.do(t, "git -c core.autocrlf=true clone -q '"+filepath.Join(here.folder, "publications")+"' publications")
	posts[6].content = "changed while nobody looked"
	posts = posts[:20]
	there.run(t, posts, exitDone)
	there.log(t, "wp2pub: hostile.example.org: 1 changed, 1 removed (exit 0)", "wp2pub: hostile.example.org: 1 new, 1 changed (exit 0)", "wp2pub: hostile.example.org: 20 new (exit 0)")
	there.do(t, "wp2pub migrate site.sql -m mapping.yaml -o fresh -q && diff -r -x .git -x .gitattributes -x .wp2pub publications fresh && git -C publications fsck --strict")

	os.WriteFile(filepath.Join(there.folder, "publications", "post", "post-1.yaml"), []byte("someone's words\n"), 0o644)
	posts[1].content = "and so on"
	there.run(t, posts, exitFindings)
	if last := there.do(t, "git -C publications log -1 --format=%s"); last != "wp2pub: hostile.example.org: 1 changed, 1 edited by hand (exit 3)\n" {
		t.Errorf("beside an edited file: %q", last)
	}
	before := there.do(t, "git -C publications rev-parse HEAD")
	there.run(t, posts[:5], exitGuard)
	if after := there.do(t, "git -C publications rev-parse HEAD"); after != before {
		t.Error("a run that a guard stopped became a commit")
	}
}

// setUp writes what lies beside the output.
func (g *repository) setUp(t *testing.T) {
	t.Helper()
	mapping := "version: 1\nrecords:\n  post: {from: {post_type: post}}\n"
	if err := os.WriteFile(filepath.Join(g.folder, "mapping.yaml"), []byte(mapping), 0o644); err != nil {
		t.Fatal(err)
	}
}

// run re-syncs to a site of these posts, as the document says.
func (g *repository) run(t *testing.T, posts []storedPost, want int) {
	t.Helper()
	writeSite(t, filepath.Join(g.folder, "site.sql"), posts)
	if code, printed := g.script(t, g.resync); code != want || printed != "" {
		t.Fatalf("exit code %d, want %d: %s\n%s", code, want, printed, readText(t, filepath.Join(g.folder, "run.log")))
	}
}

// do runs a script that must go well, and returns what it printed.
func (g *repository) do(t *testing.T, script string) string {
	t.Helper()
	code, printed := g.script(t, script)
	if code != 0 {
		t.Fatalf("%s: exit code %d: %s", script, code, printed)
	}
	return printed
}

func (g *repository) script(t *testing.T, script string) (int, string) {
	t.Helper()
	who := []string{"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1"}
	for _, name := range []string{"AUTHOR", "COMMITTER"} {
		who = append(who, "GIT_"+name+"_NAME=A Job", "GIT_"+name+"_EMAIL=job@example.org")
	}
	return g.sh(t, g.folder, script, who...)
}

// log demands these commits, the latest first.
func (g *repository) log(t *testing.T, subjects ...string) {
	t.Helper()
	if log := g.do(t, "git -C publications log --format=%s"); log != strings.Join(subjects, "\n")+"\n" {
		t.Errorf("the commits are\n%s", log)
	}
}
