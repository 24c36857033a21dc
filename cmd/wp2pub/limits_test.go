//go:build unix

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"wp2pub/migrate/finding"
)

// What one post may cost, however large and whatever is in it.
const (
	limitMegabytes = 200
	limitSeconds   = 2 // of the processors; told by the benchmark, never asserted
)

// TestLimits runs the program as its users do on posts that are as large, as deep or as broken as can be. Each must
// become a record within the limit of memory, with every word of its text or a loss that tells of it. BenchmarkLimits does it with all
// cases.
func TestLimits(t *testing.T) {
	program := buildProgram(t)
	for _, c := range hostileSites() {
		if c.often {
			t.Run(c.name, func(t *testing.T) { c.check(t, program) })
		}
	}
}

// BenchmarkLimits prints what each hostile site costs, and fails where it exceeds the limit of memory. Run it with make bench.
func BenchmarkLimits(b *testing.B) {
	program := buildProgram(b)
	for _, c := range hostileSites() {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				cost := c.check(b, program)
				note := ""
				if cost.seconds > limitSeconds || cost.megabytes > limitMegabytes {
					note = "  OVER THE LIMIT"
				}
				fmt.Printf("%-40s %5.1f MB of content  %5.2f s  %4.0f MB%s\n", c.name, cost.content, cost.seconds, cost.megabytes, note)
			}
		})
	}
}

func buildProgram(t testing.TB) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "wp2pub")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// hostilePost is one row of the posts table. The text that a page shows is made of the word zu, and nothing else holds it.
type hostilePost struct {
	typ     string // empty: post
	content string
	meta    [][2]string
}

// hostileSite is a site whose first post is hostile. Its posts have the IDs 1, 2, ….
type hostileSite struct {
	name  string
	posts func() []hostilePost
	// words is how often the word zu must stand in the record of the first post: as often as in its content where it is
	// 0, at least once where it is -1.
	words int
	// losses are codes that the record must have.
	losses []finding.Code
	often  bool // part of every test, not of the benchmark only
}

// cost is what a run took: processor seconds, peak memory, and what it was given.
type cost struct{ content, seconds, megabytes float64 }

// check runs the program on the site and holds the record of its first post against what was asked of it.
func (s hostileSite) check(t testing.TB, program string) cost {
	t.Helper()
	dir := t.TempDir()
	posts := s.posts()
	dump := filepath.Join(dir, "site.sql")
	writeSite(t, dump, posts)
	out := filepath.Join(dir, "out")
	command := exec.Command(program, "migrate", dump, "--format", "json", "--out", out, "-q")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	if err := command.Run(); err != nil {
		t.Fatalf("%v\n%.2000s", err, stderr.String())
	}
	usage := command.ProcessState.SysUsage().(*syscall.Rusage)
	c := cost{
		content:   float64(len(posts[0].content)) / 1e6,
		seconds:   (command.ProcessState.UserTime() + command.ProcessState.SystemTime()).Seconds(),
		megabytes: float64(usage.Maxrss) / 1024,
	}
	if c.megabytes > limitMegabytes {
		t.Errorf("%.0f MB at the peak; the limit is %d", c.megabytes, limitMegabytes)
	}
	s.checkRecord(t, filepath.Join(out, "post", "hostile-1.json"), posts[0])
	return c
}

// checkRecord holds the words and losses of a record against those that it should have.
func (s hostileSite) checkRecord(t testing.TB, path string, post hostilePost) {
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

// writeSite writes the dump of a site of these posts.
func writeSite(t testing.TB, path string, posts []hostilePost) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(file, 1<<20)
	fmt.Fprint(w, "-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB\n",
		"CREATE TABLE `wp_options` (option_id int, option_name text, option_value text, autoload text);\n",
		"INSERT INTO `wp_options` VALUES (1,'home','https://hostile.example.org','yes'),(2,'siteurl','https://hostile.example.org','yes');\n",
		"CREATE TABLE `wp_postmeta` (meta_id int, post_id int, meta_key text, meta_value longtext);\n")
	meta := 0
	for i, p := range posts {
		for _, m := range p.meta {
			meta++
			fmt.Fprintf(w, "INSERT INTO `wp_postmeta` VALUES (%d,%d,%s,%s);\n", meta, i+1, quoted(m[0]), quoted(m[1]))
		}
	}
	fmt.Fprint(w, "CREATE TABLE `wp_posts` (ID int, post_title text, post_name text, post_type text, post_status text, post_content longtext, PRIMARY KEY (ID));\n")
	for i, p := range posts {
		typ := p.typ
		if typ == "" {
			typ = "post"
		}
		fmt.Fprintf(w, "INSERT INTO `wp_posts` VALUES (%d,'Hostile %d','hostile-%d','%s','publish',%s);\n", i+1, i+1, i+1, typ, quoted(p.content))
	}
	fmt.Fprint(w, "-- Dump completed on 2024-01-01 00:00:00\n")
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
