package output

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

const site = "example.org"

// post is a post of a made-up site: what a run makes of it.
type post struct {
	id     int64
	site   string // empty: the one of most tests
	kind   string
	slug   string
	title  string
	extra  int            // further records
	keys   []string       // of these; where there is none, the position
	place  migrate.Place  // of its records
	fate   migrate.Fate   // set: it makes no record, for this reason
	inputs migrate.Inputs // of its records
}

func (p post) records() []*record.Record {
	if p.fate != "" {
		return nil
	}
	var all []*record.Record
	site := cmp.Or(p.site, site)
	for n := range p.extra + 1 {
		id := fmt.Sprintf("%s:%d", site, p.id)
		if n > 0 {
			id += fmt.Sprintf("#%d", n+1)
		}
		if n > 0 && n <= len(p.keys) {
			id = fmt.Sprintf("%s:%d#%s", site, p.id, p.keys[n-1])
		}
		all = append(all, &record.Record{ID: id, Kind: p.kind, Slug: p.slug, Title: p.title, Status: "published",
			Source: record.Origin{Site: "https://" + site, PostID: p.id, PostType: "post", Status: "publish", Permalink: "https://" + site + "/?p=1"}})
	}
	return all
}

// plan is a run over these posts that may do everything.
func planOf(posts []post) migrate.Plan {
	return migrate.Plan{Site: site, Posts: max(1, len(posts)), Compare: true, Prune: true, Withdraw: true, MaxRemove: migrate.Limit{Percent: 100}, Fate: func(id int64) migrate.Fate {
		for _, p := range posts {
			if p.id == id {
				return p.fate
			}
		}
		return migrate.Gone
	}}
}

// runOver makes a run over posts and returns what it did.
func runOver(d *Directory, posts []post, plan migrate.Plan) (changes []migrate.Change, summary migrate.Summary, err error) {
	run, err := d.Begin(context.Background(), plan)
	if err != nil {
		return nil, summary, err
	}
	for _, p := range posts {
		for _, r := range p.records() {
			change, err := run.Put(r, p.place, p.inputs)
			if err != nil {
				return changes, summary, errors.Join(err, run.Abort())
			}
			changes = append(changes, change)
		}
	}
	summary, err = run.Finish()
	return changes, summary, err
}

// resync makes a run as package migrate does, which keeps the records of posts that are what they were when the run before
// remembered them, if the output says the same.
func resync(d *Directory, posts []post, plan migrate.Plan) (changes []migrate.Change, summary migrate.Summary, err error) {
	leave, err := d.Ahead(context.Background(), func([]byte) {})
	if err != nil {
		return nil, summary, err
	}
	defer func() { err = errors.Join(err, leave()) }()
	run, err := d.Begin(context.Background(), plan)
	if err != nil {
		return nil, summary, err
	}
	if changes, err = resyncPosts(run, posts); err != nil {
		return changes, summary, errors.Join(err, run.Abort())
	}
	summary, err = run.Finish()
	return changes, summary, err
}

func resyncPosts(run migrate.Run, posts []post) (changes []migrate.Change, err error) {
	left, err := run.Recall()
	if err != nil {
		return nil, err
	}
	last, next := map[int64]string{}, map[int64]string{}
	if json.Unmarshal(left, &last) != nil {
		last = nil // none is as good as one that is damaged
	}
	stand := map[int64]bool{}
	for _, p := range posts {
		p.inputs = migrate.Inputs(fmt.Sprint(p))
		next[p.id] = string(p.inputs)
		stand[p.id] = last[p.id] == next[p.id] && !slices.ContainsFunc(p.records(), func(r *record.Record) bool {
			known, ok := run.Known(r.ID)
			return !ok || string(known.Inputs) != next[p.id]
		})
	}
	for _, p := range posts {
		for _, r := range p.records() {
			put := func() (migrate.Change, error) { return run.Put(r, p.place, migrate.Inputs(next[p.id])) }
			if stand[p.id] {
				put = func() (migrate.Change, error) { return run.Keep(r.ID) }
			}
			change, err := put()
			if err != nil {
				return changes, err
			}
			changes = append(changes, change)
		}
	}
	left, err = json.Marshal(next)
	run.Remember(func() ([][]byte, error) { return [][]byte{left}, nil })
	return changes, err
}

// fataler is what fails: a test, a benchmark, a check of rapid.
type fataler interface {
	Helper()
	Fatal(...any)
}

func mustSync(t fataler, files Files, options Options, posts []post) migrate.Summary {
	t.Helper()
	_, summary, err := runOver(New(files, options), posts, planOf(posts))
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

func mustResync(t fataler, files Files, options Options, posts []post) migrate.Summary {
	t.Helper()
	_, summary, err := resync(New(files, options), posts, planOf(posts))
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// inPlace is how many files a run found edited, but for those that were kept aside and outlive their records.
func inPlace(summary migrate.Summary) int {
	n := summary.Counts[migrate.Edited]
	for _, c := range summary.Changes {
		if _, aside := cutAside(c.Path); aside && c.Action == migrate.Edited {
			n--
		}
	}
	return n
}

// tree is every file with its content, except what .wp2pub keeps but the manifest.
func tree(t interface{ Fatal(...any) }, files Files) map[string]string {
	all := map[string]string{}
	var walk func(dir string)
	walk = func(dir string) {
		names, err := files.ReadDir(dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		for _, name := range names {
			path := strings.TrimPrefix(dir+"/"+name, "./")
			info, err := files.Lstat(path)
			if err != nil {
				t.Fatal(err)
			}
			if info.Mode.IsDir() {
				if path != private {
					all[path+"/"] = ""
				}
				walk(path)
			} else if content, err := readFile(files, path); err != nil {
				t.Fatal(err)
			} else if path != lockName && path != markName && path != reportName {
				all[path] = string(content)
			}
		}
	}
	walk(".")
	return all
}

func paths(t interface{ Fatal(...any) }, files Files) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(tree(t, files))), func(p string) bool {
		return strings.HasSuffix(p, "/") || strings.HasPrefix(p, private)
	})
}

// same holds one output against a fresh one of the same posts.
func sameAsFresh(t *testing.T, files Files, options Options, posts []post) {
	t.Helper()
	fresh := NewMemory()
	mustSync(t, fresh, options, posts)
	if difference := compareTrees(tree(t, files), tree(t, fresh)); difference != "" {
		t.Errorf("differs from a fresh output: %s", difference)
	}
}

// resyncedAsFresh is sameAsFresh for what runs with resync left.
func resyncedAsFresh(t *testing.T, files Files, options Options, posts []post) {
	t.Helper()
	fresh := NewMemory()
	mustResync(t, fresh, options, posts)
	if difference := compareTrees(tree(t, files), tree(t, fresh)); difference != "" {
		t.Errorf("differs from a fresh output: %s", difference)
	}
}

func compareTrees(got, want map[string]string) string {
	var b strings.Builder
	for _, path := range slices.Sorted(maps.Keys(got)) {
		if w, ok := want[path]; !ok {
			fmt.Fprintf(&b, "\nonly here: %s", path)
		} else if w != got[path] {
			fmt.Fprintf(&b, "\n%s is\n%s\nwant\n%s", path, got[path], w)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(want)) {
		if _, ok := got[path]; !ok {
			fmt.Fprintf(&b, "\nmissing: %s", path)
		}
	}
	return b.String()
}

// write puts a file of someone else into a tree.
func write(t *testing.T, files Files, name, content string) {
	t.Helper()
	if dir := folder(name); dir != "." {
		if err := files.MkdirAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	if err := createFile(files, name, []byte(content)); err != nil {
		t.Fatal(err)
	}
}

// faulty counts the operations on a tree that could fail, and lets the one with this number fail, and if dead is set
// all that follow, as if the process had ended there.
type faulty struct {
	Files
	at, count int
	dead      bool
	durable   map[string]*memoryNode // the tree as it was at the last Sync
}

var errFault = errors.New("an injected fault")

func (f *faulty) step() error {
	f.count++
	if f.count == f.at || f.dead && f.at > 0 && f.count > f.at {
		return errFault
	}
	return nil
}

func (f *faulty) Lstat(name string) (Info, error) {
	if err := f.step(); err != nil {
		return Info{}, err
	}
	return f.Files.Lstat(name)
}

func (f *faulty) Open(name string) (File, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	return f.Files.Open(name)
}

type faultyWriter struct {
	io.WriteCloser
	f *faulty
}

func (w faultyWriter) Write(b []byte) (int, error) {
	if err := w.f.step(); err != nil {
		n, _ := w.WriteCloser.Write(b[:len(b)/2]) // a write that stops in the middle
		return n, err
	}
	return w.WriteCloser.Write(b)
}

func (f *faulty) Create(name string) (io.WriteCloser, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	w, err := f.Files.Create(name)
	return faultyWriter{w, f}, err
}

func (f *faulty) Append(name string) (io.WriteCloser, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	w, err := f.Files.Append(name)
	return faultyWriter{w, f}, err
}

func (f *faulty) Rename(from, to string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.Files.Rename(from, to)
}

func (f *faulty) Remove(name string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.Files.Remove(name)
}

func (f *faulty) MkdirAll(name string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.Files.MkdirAll(name)
}

func (f *faulty) ReadDir(name string) ([]string, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	return f.Files.ReadDir(name)
}

func (f *faulty) Sync() error {
	if err := f.step(); err != nil {
		return err
	}
	if m, ok := f.Files.(*Memory); ok {
		f.durable = m.copy()
	}
	return f.Files.Sync()
}

// powerCut takes back what a power cut would, of what happened since the last Sync: everything, or, as renames may
// outlive contents, the contents of new files.
func (f *faulty) powerCut(contentsOnly bool) {
	m := f.Files.(*Memory)
	m.locked = map[string]bool{}
	if !contentsOnly {
		m.nodes = f.durable
		return
	}
	survived := map[string]bool{}
	for _, n := range f.durable {
		survived[string(n.content)] = true
	}
	for name, n := range m.nodes {
		if survived[string(n.content)] {
			continue
		}
		before := f.durable[name]
		if before != nil && bytes.HasPrefix(n.content, before.content) { // it was appended to
			n.content = before.content
		} else {
			n.content = nil
		}
	}
}

// copy returns the tree as it is now.
func (m *Memory) copy() map[string]*memoryNode {
	tree := make(map[string]*memoryNode, len(m.nodes))
	for name, n := range m.nodes {
		same := *n
		tree[name] = &same
	}
	return tree
}
