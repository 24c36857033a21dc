//go:build unix

package main

import (
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// TestPlanted puts what is no file of ours, or one that has another name outside, on every path on which the program reads or
// writes one. It neither waits for it nor writes through it: the outside stays as it is. It either goes by, or ends with an
// error that names the path, or reports an edited file; once the thing is gone, the next run makes all as a first run does.
func TestPlanted(t *testing.T) {
	states := versions(t, 8, 12, 2)
	ours := newKept(t)
	ours.settle(states[0], "yaml")
	for i, place := range plantedPlaces {
		t.Run(place, func(t *testing.T) {
			t.Parallel()
			for j, what := range plantedThings {
				if often(0) > 0 || (i+j)%len(plantedThings) == 0 {
					newPlanting(t, ours, states, place).check(what)
				}
			}
		})
	}
}

// plantedPlaces are paths in an output. RECORD is that of a record, NEW of one that comes, KIND a folder of records; ELSEWHERE is
// the folder of the files that a run writes elsewhere.
var plantedPlaces = []string{
	"RECORD", "NEW", "KIND", ".wp2pub", ".wp2pub/manifest.jsonl", ".wp2pub/manifest.next", ".wp2pub/journal.jsonl", ".wp2pub/ledger.hostile.example.org", ".wp2pub/lock",
	".wp2pub/holder.json", ".wp2pub/checked", ".wp2pub/report.json", ".wp2pub/tmp", ".wp2pub/tmp/1.yaml", ".wp2pub/tmp/journal", ".wp2pub/tmp/manifest.jsonl", ".wp2pub/tmp/holder.json",
	".wp2pub/staged", ".wp2pub/also", ".wp2pub/also/redirects.csv", "ELSEWHERE/report.json", "ELSEWHERE/metrics.prom", "ELSEWHERE/all.xml",
}

// plantedThings are what is put there, each by a function that is told the path and one outside.
var plantedThings = []string{"link to a file", "link to a folder", "link to nothing", "hard link", "pipe", "socket", "folder", "full folder"}

// planting is an output in which something is planted.
type planting struct {
	*kept
	states  []*version
	path    string
	outside string // a folder with one file
}

// newPlanting returns a copy of an output of the first state, for something to be planted there.
func newPlanting(t *testing.T, ours *kept, states []*version, place string) *planting {
	p := &planting{kept: newKept(t), states: states, outside: t.TempDir()}
	for to, from := range map[string]string{p.out: ours.out, p.elsewhere: ours.elsewhere} {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	before, after := states[0].fresh(t, "yaml").output.records(), states[1].fresh(t, "yaml").output.records()
	changed := slices.IndexFunc(after.names(), func(name string) bool { return before[name] != "" && before[name] != after[name] })
	fresh := slices.IndexFunc(after.names(), func(name string) bool { return before[name] == "" })
	record := after.names()[changed]
	place = strings.NewReplacer("RECORD", record, "NEW", after.names()[fresh], "KIND", filepath.Dir(record)).Replace(place)
	p.path = filepath.Join(p.out, filepath.FromSlash(place))
	if file, found := strings.CutPrefix(place, "ELSEWHERE/"); found {
		p.path = filepath.Join(p.elsewhere, file)
	}
	return p
}

// plant puts a thing in the place of what is there.
func (p *planting) plant(what string) {
	p.t.Helper()
	file := filepath.Join(p.outside, "file")
	content := []byte("outside\n")
	if old, err := os.ReadFile(p.path); err == nil {
		content = old // a link to a copy: as good as the thing itself, but not ours
	}
	plant := map[string]func() error{
		"link to a file":   func() error { return os.Symlink(file, p.path) },
		"link to a folder": func() error { return os.Symlink(p.outside, p.path) },
		"link to nothing":  func() error { return os.Symlink(filepath.Join(p.outside, "nothing"), p.path) },
		"hard link":        func() error { return os.Link(file, p.path) },
		"pipe":             func() error { return syscall.Mkfifo(p.path, 0o666) },
		"folder":           func() error { return os.Mkdir(p.path, 0o777) },
		"full folder":      func() error { return os.MkdirAll(filepath.Join(p.path, "theirs", "theirs"), 0o777) },
		"socket": func() error {
			l, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(p.outside, "s"), Net: "unix"})
			if err == nil {
				l.SetUnlinkOnClose(false)
				err = l.Close()
			}
			if err == nil {
				err = os.Rename(filepath.Join(p.outside, "s"), p.path)
			}
			return err
		},
	}[what]
	for _, err := range []error{os.WriteFile(file, content, 0o644), os.RemoveAll(p.path), os.MkdirAll(filepath.Dir(p.path), 0o777), plant()} {
		if err != nil {
			p.t.Fatal(err)
		}
	}
}

// check plants a thing and lets runs find it.
func (p *planting) check(what string) {
	p.t.Helper()
	p.plant(what)
	outside := readFolder(p.t, p.outside)
	for _, more := range []string{"--prune", "--overwrite"} {
		command := p.migrate(p.states[1].dump, "yaml", more)
		code := p.started(command)().ExitCode()
		told := said(command)
		switch {
		case code == exitFailed && !strings.Contains(told, p.path), code == exitFindings && !strings.Contains(told, "edited"), code != exitDone && code != exitFailed && code != exitFindings:
			p.t.Errorf("%s, %s: exit code %d\n%s", what, more, code, told)
		}
		if difference := outside.differs(readFolder(p.t, p.outside)); difference != "" {
			p.t.Errorf("%s, %s: outside, %s", what, more, difference)
		}
		if code == exitDone {
			break
		}
	}
	if err := os.RemoveAll(p.path); err != nil {
		p.t.Fatal(err)
	}
	last := p.migrate(p.states[1].dump, "yaml", "--overwrite")
	code := p.started(last)().ExitCode()
	if told := said(last); code != exitDone && (code != exitFindings || !strings.Contains(told, ".local: its post ")) { // of records that are to go
		p.t.Errorf("%s, once it is gone: exit code %d\n%s", what, code, told)
	}
	p.dropAside()
	p.settle(p.states[1], "yaml")
}

// dropAside takes away what --overwrite kept aside.
func (k *kept) dropAside() {
	k.t.Helper()
	for _, pattern := range []string{"*.local*", "*/*.local*"} {
		aside, err := filepath.Glob(filepath.Join(k.out, pattern))
		if err != nil {
			k.t.Fatal(err)
		}
		for _, path := range aside {
			if err := os.RemoveAll(path); err != nil {
				k.t.Fatal(err)
			}
			os.Remove(filepath.Dir(path)) // if nothing else is in it
		}
	}
}

// TestMetricsOfAFailureWaitForNobody has a run fail whose metrics are to take something over from a pipe.
func TestMetricsOfAFailureWaitForNobody(t *testing.T) {
	k := newKept(t)
	if err := syscall.Mkfifo(filepath.Join(k.elsewhere, "metrics.prom"), 0o666); err != nil {
		t.Fatal(err)
	}
	if told := k.run(exitFailed, k.migrate("nothing.sql", "yaml")); !strings.Contains(told, "metrics.prom: it is a named pipe") {
		t.Error(told)
	}
}
