package detect

import (
	"strings"
	"testing"
)

// BenchmarkRead reads a text as long as a usual post.
func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("The committee adopted the following recommendations for member states, and the report was sent to all of them in the course of the year. ", 12)
	Read(text)
	b.ResetTimer()
	for b.Loop() {
		Read(text)
	}
}
