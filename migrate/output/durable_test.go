package output

import "testing"

// syncing counts how often what was written is made durable.
type syncing struct {
	Files
	times int
}

func (s *syncing) Sync() error {
	s.times++
	return s.Files.Sync()
}

// A run waits for the disk before the first record is put into its place, before the manifest is, and before the journal goes; one
// that changes nothing does not wait.
func TestWaitsForTheDisk(t *testing.T) {
	files := &syncing{Files: NewMemory()}
	mustResync(t, files, Options{}, library)
	revised := changed(library, func(p *post) { p.title += ", revised" })
	for _, c := range []struct {
		posts []post
		want  int
	}{{library, 0}, {revised, 3}, {revised, 0}} {
		files.times = 0
		if mustResync(t, files, Options{}, c.posts); files.times != c.want {
			t.Errorf("it waited %d times, want %d", files.times, c.want)
		}
	}
}
