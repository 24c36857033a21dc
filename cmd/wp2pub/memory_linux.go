package main

import (
	"runtime/debug"
	"unsafe"

	"golang.org/x/sys/unix"
)

// useLargePages asks Linux to give the heap its first bytes in pages of 2 MB, as it does in most places only for those who ask.
// Each page that is met for the first time interrupts the program, which on virtual machines may cost more than
// what it does with the memory: of a run that finds nothing changed, a third of the processor time.
//
// The heap is let grow to that size, untouched, for the advice to have something to stand on, and given back at once; the advice
// stays with the addresses, from which the heap grows again. It is no more than advice: where it is not taken, nothing is lost.
func useLargePages(bytes int) {
	const large = 2 << 20
	room := make([]byte, bytes)
	start := -int(uintptr(unsafe.Pointer(unsafe.SliceData(room)))) & (large - 1)
	_ = unix.Madvise(room[start:len(room)&^(large-1)], unix.MADV_HUGEPAGE)
	debug.FreeOSMemory()
}
