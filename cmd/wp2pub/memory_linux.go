package main

import (
	"bytes"
	"os"
	"runtime/debug"
	"unsafe"

	"golang.org/x/sys/unix"
)

// useLargePages asks Linux to give the heap its first bytes in pages of 2 MB, as it does in most places only for those who ask.
// Each page that is met for the first time interrupts the program, which on virtual machines may cost more than
// what it does with the memory: of a run that finds nothing changed, a third of the processor time.
//
// The heap is let grow to that size, untouched, for the advice to have something to stand on, and given back at once; the advice
// stays with the addresses, from which the heap grows again. It is no more than advice: where it is not taken, nothing is lost. Where
// memory is counted that is not used, none is asked for.
func useLargePages(size int) {
	const large = 2 << 20
	if countsUnused() {
		return
	}
	room := make([]byte, size)
	start := -int(uintptr(unsafe.Pointer(unsafe.SliceData(room)))) & (large - 1)
	_ = unix.Madvise(room[start:len(room)&^(large-1)], unix.MADV_HUGEPAGE)
	debug.FreeOSMemory()
}

// countsUnused reports whether memory counts that was asked for and never used: under a limit of addresses (ulimit -v), or where
// the system promises no more than it has.
func countsUnused() bool {
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_AS, &limit); err != nil || limit.Cur != unix.RLIM_INFINITY {
		return true
	}
	mode, err := os.ReadFile("/proc/sys/vm/overcommit_memory")
	return err != nil || bytes.Equal(bytes.TrimSpace(mode), []byte("2"))
}
