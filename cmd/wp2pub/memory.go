package main

import (
	"os"
	"runtime/debug"
)

// Memory is spent on speed while there is little of it in use: the collector lets the heap grow to four times what is
// alive, and works harder only near softLimit, which few sites reach. GOGC and GOMEMLIMIT, where they are set, decide instead.
const (
	heapGrowth = 300       // percent
	softLimit  = 170 << 20 // bytes
)

func tuneMemory() {
	useLargePages(softLimit)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softLimit)
	}
}
