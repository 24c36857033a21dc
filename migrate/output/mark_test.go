package output

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"wp2pub/migrate"
)

// meddled lets someone edit a file just before an operation on a tree. Looks at other files do not count, and neither does the one
// with which a run sees what it has just put into its place.
type meddled struct {
	Files
	name      string
	at, count int
	installed bool // just now
	edit      func()
}

func (m *meddled) step() {
	if m.count++; m.count == m.at {
		m.edit()
	}
}

func (m *meddled) Lstat(name string) (Info, error) {
	if (name == m.name || strings.HasPrefix(name, private)) && !m.installed {
		m.step()
	}
	m.installed = false
	return m.Files.Lstat(name)
}

func (m *meddled) Open(name string) (File, error) {
	m.step()
	return m.Files.Open(name)
}

func (m *meddled) Create(name string) (io.WriteCloser, error) {
	m.step()
	return m.Files.Create(name)
}

func (m *meddled) Rename(from, to string) error {
	m.step()
	m.installed = to == m.name
	return m.Files.Rename(from, to)
}

func (m *meddled) Remove(name string) error {
	m.step()
	return m.Files.Remove(name)
}

func (m *meddled) Sync() error {
	m.step()
	return m.Files.Sync()
}

// TestAnEditAtAnyMomentIsSeen edits a file while a run goes on that changes little or much, without changing its size. The run
// or the next one must tell of it, and if the run writes another record, the file must stay.
func TestAnEditAtAnyMomentIsSeen(t *testing.T) {
	for _, records := range []int64{3, 2 * fewWritten} {
		for _, format := range []Format{YAML, JSONL} {
			for _, written := range []int64{1, 2} {
				t.Run(fmt.Sprintf("%d records in %s, one written is %d", records, format, written), func(t *testing.T) {
					t.Parallel()
					var before []post
					for id := range records {
						before = append(before, post{id: id + 1, kind: fmt.Sprintf("k%d", id%2), slug: fmt.Sprint("post-", id+1), title: "As long"})
					}
					after := changed(before, func(p *post) {
						if p.id == written {
							p.title = "As wide"
						}
					})
					name := map[Format]string{YAML: "k0/post-1.yaml", JSONL: "k0.jsonl"}[format]
					base := NewMemory()
					mustResync(t, base, Options{Format: format}, before)
					for at := 1; ; at++ {
						files := NewMemory()
						files.nodes, files.now = base.copy(), base.now
						theirs := strings.Replace(content(t, files, name), "As", "at", 1)
						m := &meddled{Files: files, name: name, at: at, edit: func() { write(t, files, name, theirs) }}
						told := mustResync(t, m, Options{}, after).Counts[migrate.Edited]
						if m.count < at {
							return
						}
						stayed := content(t, files, name) == theirs
						told += mustResync(t, files, Options{}, after).Counts[migrate.Edited]
						if stayed && told == 0 || !stayed && written != 1 {
							t.Errorf("an edit before operation %d: %d told, it stayed: %t", at, told, stayed)
						}
					}
				})
			}
		}
	}
}

// TestAnEditOfARecordThatIsNotMadeIsSeen edits a file of a post that the run rejects, while another changes.
func TestAnEditOfARecordThatIsNotMadeIsSeen(t *testing.T) {
	for _, format := range []Format{YAML, JSON} {
		files := NewMemory()
		mustResync(t, files, Options{Format: format}, library)
		name := "event/launch" + format.extension()
		theirs := strings.Replace(content(t, files, name), "Launch", "launch", 1)
		write(t, files, name, theirs)
		for _, title := range []string{"One", "Two"} {
			mustResync(t, files, Options{}, changed(library, func(p *post) {
				switch p.id {
				case 1:
					p.title = title
				case 3:
					p.fate = migrate.Rejected
				}
			}))
		}
		if summary := mustResync(t, files, Options{}, library); summary.Counts[migrate.Edited] != 1 || content(t, files, name) != theirs {
			t.Errorf("%s: %+v", format, summary)
		}
	}
}

// TestUnchangedFilesAreNotReadAgain counts the files that an unchanged run reads, after one that wrote all, and one that wrote few.
func TestUnchangedFilesAreNotReadAgain(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		var posts []post
		for id := range int64(2 * fewWritten) {
			posts = append(posts, post{id: id + 1, kind: "k", slug: fmt.Sprint("post-", id+1), title: "before"})
		}
		files := NewMemory()
		for _, changes := range []int64{0, 2, 100} { // the first run writes all
			posts = changed(posts, func(p *post) {
				if p.id <= changes {
					p.title += "!"
				}
			})
			mustResync(t, files, options, posts)
			reads := &reading{Files: files}
			mustResync(t, reads, options, posts)
			wanted := 0
			if changes == 2 && options.Format != JSONL {
				wanted = 2 // since the mark is the beginning of the run that wrote them
			}
			if reads.count != wanted {
				t.Errorf("after a run that wrote %d records, %d files were read, wanted %d", changes, reads.count, wanted)
			}
		}
	})
}

// reading counts the records' files that are opened, and the folders below the top that are listed.
type reading struct {
	Files
	count, listed int
}

func (r *reading) ReadDir(name string) ([]string, error) {
	if name != "." && !strings.HasPrefix(name, private) {
		r.listed++
	}
	return r.Files.ReadDir(name)
}

func (r *reading) Open(name string) (File, error) {
	if !strings.HasPrefix(name, private) {
		r.count++
	}
	return r.Files.Open(name)
}

// TestAnEditIsSeenThoughTheClockWentBack sets the clock back before someone edits a file, without changing its size.
func TestAnEditIsSeenThoughTheClockWentBack(t *testing.T) {
	next := changed(library, func(p *post) {
		switch p.id {
		case 1:
			p.title += ", revised"
		case 3:
			p.fate = migrate.Forbidden
		}
	})
	for name, format := range map[string]Format{"publication/annual-report.yaml": YAML, "event/launch.json": JSON, "publication.jsonl": JSONL} {
		for _, ahead := range []bool{false, true} { // when the next run begins, the clock is where it was before
			files := NewMemory()
			mustResync(t, files, Options{Format: format}, library)
			later := files.now
			files.now = files.now.Add(-time.Hour)
			theirs := strings.Replace(content(t, files, name), "published", "publisher", 1)
			write(t, files, name, theirs)
			if ahead {
				files.now = later
			} else if summary := mustResync(t, files, Options{}, library); summary.Counts[migrate.Edited] == 0 {
				t.Errorf("%s: nothing told: %+v", name, summary)
			}
			mustResync(t, files, Options{}, next)
			if content(t, files, name) != theirs {
				t.Errorf("%s, ahead %t: the edit is lost", name, ahead)
			}
			if summary := mustResync(t, files, Options{}, next); summary.Counts[migrate.Edited] == 0 {
				t.Errorf("%s, ahead %t: nothing told: %+v", name, ahead, summary)
			}
		}
	}
}
