//go:build !unix

package growth

import "time"

var start = time.Now()

// processorTime is the clock's, where nobody counts the processors'.
func processorTime() time.Duration { return time.Since(start) }
