//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
)

// What one post may cost, however large and whatever is in it.
const (
	limitMegabytes = 200
	limitSeconds   = 2 // of the processors; told by the benchmark, never asserted
)

// TestLimits runs the program as its users do on posts that are as large, as deep or as broken as can be. Each must
// become a record within the limit of memory, with every word of its text or a loss that tells of it. BenchmarkLimits
// does it with all cases.
func TestLimits(t *testing.T) {
	program := built(t)
	for _, c := range hostileSites() {
		if c.often {
			t.Run(c.name, func(t *testing.T) {
				if cost := c.check(t, program); cost.Megabytes > limitMegabytes {
					t.Errorf("%.0f MB at the peak; the limit is %d", cost.Megabytes, limitMegabytes)
				}
			})
		}
	}
}

// BenchmarkLimits prints what each hostile site costs, and marks what exceeds a limit. Run it with make bench.
func BenchmarkLimits(b *testing.B) {
	program := built(b)
	for _, c := range hostileSites() {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				cost := c.check(b, program)
				note := ""
				if cost.Processor > limitSeconds || cost.Megabytes > limitMegabytes {
					note = "  OVER THE LIMIT"
				}
				fmt.Printf("%-45s %5.2f s  %4.0f MB%s\n", c.name, cost.Processor, cost.Megabytes, note)
			}
		})
	}
}

// hostileSite is a site whose first post is hostile: the text that its page shows is made of the word zu, and nothing else holds it.
type hostileSite struct {
	name  string
	posts func() []storedPost
	// words is how often the word zu must stand in the record of the first post: as often as in its content where it is
	// 0, at least once where it is -1.
	words int
	// losses are codes that the record must have.
	losses []finding.Code
	often  bool // part of every test, not of the benchmark only
}

// check runs the program on the site and holds the record of its first post against what was asked of it.
func (s hostileSite) check(t testing.TB, program string) cost {
	t.Helper()
	dir := t.TempDir()
	posts := s.posts()
	dump := filepath.Join(dir, "site.sql")
	writeSite(t, dump, posts)
	out := filepath.Join(dir, "out")
	c := measure(t, exec.Command(program, "migrate", dump, "--format", "json", "--out", out, "-q"))
	s.checkRecord(t, filepath.Join(out, "post", "post-1.json"), posts[0])
	return c
}

// checkRecord holds the words and losses of a record against those that it should have.
func (s hostileSite) checkRecord(t testing.TB, path string, post storedPost) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var record struct {
		Body   struct{ HTML string }
		Losses []struct{ Code, Detail string }
	}
	if err := json.Unmarshal(data, &record); err != nil {
		t.Fatal(err)
	}
	want := s.words
	if want == 0 {
		want = strings.Count(post.content, "zu")
	}
	if got := strings.Count(record.Body.HTML, "zu"); got != max(want, 1) && (want > 0 || got < 1) {
		t.Errorf("%d words of %d are in the record; losses: %.500v", got, want, record.Losses)
	}
	for _, code := range s.losses {
		if !slices.ContainsFunc(record.Losses, func(l struct{ Code, Detail string }) bool { return l.Code == string(code) }) {
			t.Errorf("no loss %s: %.500v", code, record.Losses)
		}
	}
}
