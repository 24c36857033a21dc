//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// kept is an output that the real program keeps up with a site, run by run, and the files that it writes elsewhere.
type kept struct {
	t         testing.TB
	out       string
	elsewhere string
	took      time.Duration // by the last run, from its start to its end
	held      time.Duration // and by its part that held the output
}

func newKept(t testing.TB) *kept {
	k := &kept{t: t, out: filepath.Join(t.TempDir(), "out"), elsewhere: t.TempDir()}
	return k
}

// mostElsewhere are the files that a run leaves elsewhere, and nothing beside them.
var mostElsewhere = []string{"all.xml", "metrics.prom", "report.json"}

// patience is how long a test waits for a program before it takes it for hung.
const patience = time.Minute

// migrate is a run of the program over a dump that may do everything and writes all that it can write.
func (k *kept) migrate(dump, format string, more ...string) *exec.Cmd {
	arguments := []string{"migrate", dump, "-o", k.out, "-f", format, "--prune", "--max-remove", "100%", "--without-tables", "--also", "redirects,dublin-core=" + filepath.Join(k.elsewhere, "all.xml"),
		"--report", filepath.Join(k.elsewhere, "report.json"), "--metrics", filepath.Join(k.elsewhere, "metrics.prom"), "-q"}
	command := exec.Command(built(k.t), append(arguments, more...)...)
	command.Stderr = &bytes.Buffer{}
	return command
}

// plan is a dry run.
func (k *kept) plan(dump string) *exec.Cmd {
	command := exec.Command(built(k.t), "plan", dump, "-o", k.out, "--prune")
	command.Stderr = &bytes.Buffer{}
	return command
}

// started starts a program, and returns what waits until it has ended and says how.
func (k *kept) started(command *exec.Cmd) (ended func() *os.ProcessState) {
	k.t.Helper()
	if err := command.Start(); err != nil {
		k.t.Fatal(err)
	}
	hung := time.AfterFunc(patience, func() { command.Process.Kill() })
	return func() *os.ProcessState {
		k.t.Helper()
		err := command.Wait()
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
			k.t.Fatal(err)
		}
		if !hung.Stop() {
			k.t.Fatalf("%v did not end within %v", command, patience)
		}
		if text := said(command); strings.Contains(text, "panic") || strings.Contains(text, "goroutine ") {
			k.t.Fatalf("%v failed:\n%s", command, text)
		}
		return command.ProcessState
	}
}

// said is what a program wrote for people.
func said(command *exec.Cmd) string { return command.Stderr.(*bytes.Buffer).String() }

// run runs a program to its end, which must have this exit code, and returns what it said.
func (k *kept) run(code int, command *exec.Cmd) string {
	k.t.Helper()
	if state := k.started(command)(); state.ExitCode() != code {
		k.t.Fatalf("%v: %v, not exit code %d\n%s", command, state, code, said(command))
	}
	return said(command)
}

// settle brings the output up to a version of the site, and holds it against what a first run makes of that.
func (k *kept) settle(v *version, format string, more ...string) {
	k.t.Helper()
	command := k.migrate(v.dump, format, more...)
	begun := time.Now()
	held := k.newFile(".wp2pub/holder.json")
	ended := k.started(command)
	since := held()
	if state := ended(); state.ExitCode() != exitDone {
		k.t.Fatalf("%v: %v\n%s", command, state, said(command))
	}
	k.took, k.held = time.Since(begun), time.Since(since)
	k.same(v, format)
}

// same holds the output against what a first run makes of a version of the site.
func (k *kept) same(v *version, format string) {
	k.t.Helper()
	fresh := v.fresh(k.t, format)
	if difference := fresh.output.differs(readFolder(k.t, k.out).lasting()); difference != "" {
		k.t.Fatalf("the output differs from that of a first run: %s", difference)
	}
	elsewhere := readFolder(k.t, k.elsewhere)
	if names := elsewhere.names(); !slices.Equal(names, mostElsewhere) {
		k.t.Fatalf("elsewhere stand %q, not %q", names, mostElsewhere)
	}
	if elsewhere["all.xml"] != fresh.elsewhere["all.xml"] {
		k.t.Fatal("all.xml differs from that of a first run")
	}
}

// newFile returns what waits for the moment at which any of these files of the output appears, or another in its place. It
// does not wait long: a run need not write them.
func (k *kept) newFile(names ...string) (wait func() time.Time) {
	look := func(name string) os.FileInfo {
		info, _ := os.Stat(filepath.Join(k.out, name))
		return info
	}
	before := map[string]os.FileInfo{}
	for _, name := range names {
		before[name] = look(name)
	}
	return func() time.Time {
		appeared := func(name string) bool {
			now := look(name)
			return now != nil && !os.SameFile(before[name], now)
		}
		for begun := time.Now(); time.Since(begun) < 2*k.took && !slices.ContainsFunc(names, appeared); {
			time.Sleep(100 * time.Microsecond)
		}
		return time.Now()
	}
}

// holder is the file that tells who works on the output; it is there while somebody does, and after one that was killed.
func (k *kept) holder() string { return filepath.Join(k.out, ".wp2pub", "holder.json") }

// version is a state of a site: its dump, and what a first run makes of it in each format.
type version struct {
	dump  string
	mutex sync.Mutex
	first map[string]*written
}

// written is what a run left.
type written struct{ output, elsewhere folder }

// versions returns several states of one site.
func versions(t testing.TB, seed uint64, posts, n int) []*version {
	dir := t.TempDir()
	site := newLiving(seed, posts)
	var all []*version
	for i := range n {
		v := &version{dump: filepath.Join(dir, fmt.Sprintf("site-%d.sql", i)), first: map[string]*written{}}
		writeSite(t, v.dump, site.posts)
		all = append(all, v)
		site.work()
	}
	return all
}

// fresh returns what a first run makes of a version.
func (v *version) fresh(t testing.TB, format string) *written {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	if v.first[format] == nil {
		k := newKept(t)
		k.run(exitDone, k.migrate(v.dump, format))
		v.first[format] = &written{readFolder(t, k.out).lasting(), readFolder(t, k.elsewhere)}
	}
	return v.first[format]
}

// folder is the content of all files in one by their paths, and an empty one of each folder, whose path ends in a slash.
type folder map[string]string

func readFolder(t testing.TB, dir string) folder {
	t.Helper()
	all := folder{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			if path == dir && errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		switch {
		case entry.IsDir():
			all[name+"/"] = ""
		case entry.Type().IsRegular():
			content, err := os.ReadFile(path)
			all[name] = string(content)
			return err
		default:
			all[name] = entry.Type().String()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// lasting leaves away the files that tell of the run and not of the site.
func (t folder) lasting() folder {
	for _, name := range []string{"checked", "lock", "report.json"} {
		delete(t, ".wp2pub/"+name)
	}
	return t
}

// records are the files that are for others to read: all but those of .wp2pub.
func (t folder) records() folder {
	own := folder{}
	for path, content := range t {
		if !strings.HasPrefix(path, ".wp2pub/") && !strings.HasSuffix(path, "/") {
			own[path] = content
		}
	}
	return own
}

// names are the paths of the files, sorted.
func (t folder) names() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(t)), func(path string) bool { return strings.HasSuffix(path, "/") })
}

// differs says how another folder differs; nothing where it does not.
func (t folder) differs(other folder) string {
	var text strings.Builder
	for _, path := range slices.Sorted(maps.Keys(t)) {
		if content, there := other[path]; !there {
			fmt.Fprintf(&text, "\n%s is missing", path)
		} else if content != t[path] {
			fmt.Fprintf(&text, "\n%s is\n%.300q\nand not\n%.300q", path, content, t[path])
		}
	}
	for _, path := range slices.Sorted(maps.Keys(other)) {
		if _, there := t[path]; !there {
			fmt.Fprintf(&text, "\n%s is left over", path)
		}
	}
	return text.String()
}
