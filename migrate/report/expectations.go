package report

import (
	"fmt"
	"io"
	"strings"
)

// Expectations says how what a mapping expects of its own posts held. Each value of a record counts as one.
type Expectations struct {
	Stated int    `json:"stated"`
	Posts  int    `json:"posts"` // of which something is expected
	Held   int    `json:"held"`
	Failed []Miss `json:"failed"` // in the order of the mapping

	posts map[int64]bool
}

// Fail adds a miss.
func (x *Expectations) Fail(m Miss) {
	x.Held -= max(1, len(m.Targets))
	x.Failed = append(x.Failed, m)
}

// Expect adds n expectations of a post.
func (x *Expectations) Expect(post int64, n int) {
	if x.posts == nil {
		x.posts = map[int64]bool{}
	}
	x.posts[post] = true
	x.Stated, x.Held, x.Posts = x.Stated+n, x.Held+n, len(x.posts)
}

// Miss is an expectation that did not hold: of one target, or of a post that makes no such record.
type Miss struct {
	Place    string    `json:"place"` // in the mapping: "mapping.yaml:31"
	Post     int64     `json:"post_id"`
	Kind     string    `json:"kind"`
	Targets  []string  `json:"targets"` // one; with Reason, all that is expected of the post
	Expected string    `json:"expected,omitempty"`
	Got      string    `json:"got,omitempty"`
	Origin   string    `json:"origin,omitempty"` // what the value comes from, as the mapping writes it
	Tried    []Attempt `json:"tried,omitempty"`
	Reason   string    `json:"reason,omitempty"` // why there is no such record
}

// Misses is the number of expectations that did not hold.
func (x *Expectations) Misses() int {
	if x == nil {
		return 0
	}
	return x.Stated - x.Held
}

// Line says how the expectations held, in one line.
func (x *Expectations) Line() string {
	if n := x.Misses(); n > 0 {
		return fmt.Sprintf("%d of %s failed, in %d of %s", n, Plural(x.Stated, "expectation", "expectations"), x.failedPosts(), Plural(x.Posts, "post", "posts"))
	}
	return Plural(x.Stated, "expectation holds: ", "expectations hold: ") + x.counted()
}

// counted says how much is expected: "7 values in 2 posts".
func (x *Expectations) counted() string {
	return Plural(x.Stated, "value", "values") + " in " + Plural(x.Posts, "post", "posts")
}

func (x *Expectations) failedPosts() int {
	failed := map[int64]bool{}
	for _, m := range x.Failed {
		failed[m.Post] = true
	}
	return len(failed)
}

// Warning says that expectations failed, and which came first, for who sees no more of the report; empty: all held.
func (x *Expectations) Warning() string {
	if x.Misses() == 0 {
		return ""
	}
	first := &x.Failed[0]
	return fmt.Sprintf("%s: %s: %s; wp2pub test shows all", x.Line(), first.Place, first.short())
}

// WriteText writes each expectation that failed, and how they held, for people.
func (x *Expectations) WriteText(out io.Writer) error {
	var b strings.Builder
	x.write(&b)
	_, err := io.WriteString(out, b.String())
	return err
}

func (x *Expectations) write(b *strings.Builder) {
	for i := range x.Failed {
		x.Failed[i].write(b)
	}
	fmt.Fprintln(b, x.Line())
}

// WriteJSON writes the same for programs.
func (x *Expectations) WriteJSON(out io.Writer) error {
	data, err := marshal(x, "  ")
	if err == nil {
		_, err = out.Write(data)
	}
	return err
}

// short says in a few words which expectation failed.
func (m *Miss) short() string {
	if m.Reason != "" {
		return fmt.Sprintf("post %d: %s", m.Post, m.Reason)
	}
	return fmt.Sprintf("%s of post %d", strings.Join(m.Targets, ", "), m.Post)
}

// write writes one miss: where it is stated, and what came instead.
func (m *Miss) write(b *strings.Builder) {
	if m.Reason != "" {
		fmt.Fprintf(b, "%s: post %d, %s: %s\n", m.Place, m.Post, m.Kind, m.Reason)
		return
	}
	expected, got := Focus(m.Expected, m.Got, longestShown)
	fmt.Fprintf(b, "%s: post %d, %s\n  expected  %s\n  got       %s\n", m.Place, m.Post, strings.Join(m.Targets, ", "), shown(expected), shown(got))
	if source := (&Origin{Origin: m.Origin, Tried: m.Tried}).source(); source != "" {
		fmt.Fprintf(b, "            %s\n", source)
	}
}

// longestShown bounds what is shown of a value, in bytes.
const longestShown = 300

// shown is a value on one line, or that there is none.
func shown(value string) string {
	if value == "" {
		return "no value"
	}
	return strings.Join(strings.Fields(value), " ")
}
