package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// plenty is more than any run of these tests needs.
const plenty = 10_000

// TestFullDisk lets runs find little room in the output: from none, more and more, until there is enough. Until then each ends
// with a message that says what is full and where; what was there is whole, and once there is room the next run makes it all
// what a first run makes.
func TestFullDisk(t *testing.T) {
	if !mayMount(t) {
		return
	}
	states := versions(t, 5, 25, 2)
	for what, leave := range map[string]func(d *disk, n uint64){
		"pages": func(d *disk, n uint64) { d.leave(n, plenty) },
		"names": func(d *disk, n uint64) { d.leave(plenty, n) },
	} {
		t.Run(what, func(t *testing.T) {
			d, k := newDisk(t), newKept(t)
			k.out = filepath.Join(d.dir, "out")
			o := newOrdeal(k, 5, states)
			runs, full := 0, uint64(0)
			for enough := false; !enough; full += step(full) {
				p := passage{states[(runs+1)%2], []string{"yaml", "jsonl", "json"}[runs/2%3]}
				o.passed = append(o.passed, p)
				leave(d, full)
				runs++
				enough = k.findsFull(k.migrate(p.version.dump, p.format), "no space left on device", k.out)
				o.whole(readFolder(t, k.out))
				d.remount(0, room)
				k.settle(p.version, p.format)
				o.passed = []passage{p}
			}
			t.Logf("%d runs, until %d %s were enough", runs, full, what)
			if runs < 5 {
				t.Error("hardly any run found the disk full")
			}
		})
	}
}

// step is how much more room the next run finds: in make soak as little as can be.
func step(full uint64) uint64 {
	if often(0) > 0 {
		return 1
	}
	return 1 + full/3
}

// findsFull runs the program where it may not write all that it would. It reports whether it could; else it must have said
// why, and where.
func (k *kept) findsFull(command *exec.Cmd, why, where string) bool {
	k.t.Helper()
	state := k.started(command)()
	told := said(command)
	switch {
	case state.ExitCode() == exitDone:
		return true
	case state.ExitCode() != exitFailed || !strings.Contains(told, why) || !strings.Contains(told, where):
		k.t.Fatalf("%v, and not exit code %d with %q of %q:\n%s", state, exitFailed, why, where, told)
	}
	return false
}

// TestFullDiskElsewhere does the same to the files that a run writes elsewhere: each of them is the old one or the new one.
func TestFullDiskElsewhere(t *testing.T) {
	if !mayMount(t) {
		return
	}
	states := versions(t, 6, 25, 2)
	d, k := newDisk(t), newKept(t)
	k.elsewhere = filepath.Join(d.dir, "elsewhere")
	if err := os.Mkdir(k.elsewhere, 0o755); err != nil {
		t.Fatal(err)
	}
	k.settle(states[0], "yaml")
	named := map[string]bool{}
	for n, enough := uint64(0), false; !enough; n++ {
		before, state := readFolder(t, k.elsewhere), states[(n+1)%2]
		d.leave(n, plenty)
		command := k.migrate(state.dump, "yaml")
		enough = k.findsFull(command, "no space left on device", k.elsewhere)
		for name, content := range readFolder(t, k.elsewhere) {
			switch told := strings.Contains(said(command), name); {
			case before[name] == "" && name != "./":
				t.Errorf("%s is left", name)
			case told && content != before[name]:
				t.Errorf("%s could not be written, and was", name)
			case name == "report.json" && !json.Valid([]byte(content)):
				t.Errorf("%s is torn", name)
			default:
				named[name] = named[name] || told
			}
		}
		d.remount(0, room)
		k.settle(state, "yaml")
	}
	for _, name := range mostElsewhere {
		if !named[name] {
			t.Errorf("no run found the disk too full for %s", name)
		}
	}
}

// TestFullDiskForTemporaries reads a dump that must be spooled where there is no room for that.
func TestFullDiskForTemporaries(t *testing.T) {
	if !mayMount(t) {
		return
	}
	d, k := newDisk(t), newKept(t)
	d.leave(2, plenty)
	command := k.migrate(icat, "yaml", "--temp", d.dir)
	if k.findsFull(command, "no space left on device", "--temp") {
		t.Error("it needed no room")
	}
	if left := readFolder(t, k.out); len(left) > 0 {
		t.Errorf("there is an output: %v", left.names())
	}
}

// TestReadOnlyDisk lets a run find an output that cannot be written at all. A plan does not mind.
func TestReadOnlyDisk(t *testing.T) {
	if !mayMount(t) {
		return
	}
	states := versions(t, 7, 10, 2)
	d, k := newDisk(t), newKept(t)
	k.out = filepath.Join(d.dir, "out")
	k.settle(states[0], "yaml")
	before := readFolder(t, k.out)
	d.remount(unix.MS_RDONLY, room)
	for _, state := range states {
		if k.findsFull(k.migrate(state.dump, "yaml"), "read-only file system", k.out) {
			t.Error("a run wrote nothing, not even that it holds the output")
		}
		k.run(exitDone, k.plan(state.dump))
	}
	if difference := before.differs(readFolder(t, k.out)); difference != "" {
		t.Error(difference)
	}
	empty := newKept(t)
	empty.out = filepath.Join(d.dir, "new")
	empty.findsFull(empty.migrate(states[0].dump, "yaml"), "read-only file system", empty.out)
	d.remount(0, room)
	k.settle(states[1], "yaml")
	if names := slices.DeleteFunc(readFolder(t, d.dir).names(), func(name string) bool { return strings.HasPrefix(name, "out/") }); len(names) > 0 {
		t.Errorf("%v is left", names)
	}
}
