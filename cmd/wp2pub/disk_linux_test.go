package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// disk is a file system of its own, in memory, that a test makes full or read-only.
type disk struct {
	t   testing.TB
	dir string
}

// mounts is the variable of the environment that tells a test that it runs where it may mount.
const mounts = "WP2PUB_TEST_MOUNTS"

// mayMount reports whether the test runs where it may mount. Where it does not, it is run again in a process that may, in
// namespaces of its own, which any user can have that the system lets.
func mayMount(t *testing.T) bool {
	t.Helper()
	if os.Getenv(mounts) != "" {
		return true
	}
	again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v", "-test.timeout=0")
	again.Env = append(os.Environ(), mounts+"=1", builtBefore+"="+built(t))
	again.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		Pdeathsig:   syscall.SIGKILL,
	}
	said, err := again.CombinedOutput()
	switch failed := (*exec.ExitError)(nil); {
	case err != nil && !errors.As(err, &failed):
		t.Skipf("a full disk needs a file system that a test may mount, and here it may have no namespaces: %v", err)
	case err != nil:
		t.Fatalf("%v\n%s", err, said)
	case strings.Contains(string(said), "--- SKIP"):
		t.Skip(string(said))
	}
	t.Log(string(said))
	return false
}

// newDisk mounts a disk that has room.
func newDisk(t testing.TB) *disk {
	t.Helper()
	d := &disk{t, t.TempDir()}
	if err := unix.Mount("tmpfs", d.dir, "tmpfs", 0, room); err != nil {
		t.Skipf("a full disk needs a file system that a test may mount: %v", err)
	}
	t.Cleanup(func() { unix.Unmount(d.dir, unix.MNT_DETACH) })
	return d
}

// room is the size of a disk that is not full.
const room = "size=64m,nr_inodes=100000"

// remount gives the disk other properties.
func (d *disk) remount(flags uintptr, data string) {
	d.t.Helper()
	if err := unix.Mount("tmpfs", d.dir, "tmpfs", unix.MS_REMOUNT|flags, data); err != nil {
		d.t.Fatal(err)
	}
}

// leave leaves so much free: pages of memory, and names of files.
func (d *disk) leave(pages, names uint64) {
	d.t.Helper()
	var is unix.Statfs_t
	if err := unix.Statfs(d.dir, &is); err != nil {
		d.t.Fatal(err)
	}
	d.remount(0, fmt.Sprintf("size=%d,nr_inodes=%d", (is.Blocks-is.Bfree+pages)*uint64(is.Bsize), is.Files-is.Ffree+names))
}
