package output

import (
	"errors"
	"io"
	"io/fs"

	"wp2pub/migrate"
)

// Finish implements migrate.Run. Where a *GuardError forbade the removals, the summary is that of all the rest.
func (r *fileRun) Finish() (migrate.Summary, error) {
	summary, err := r.finish()
	if err == nil {
		err = r.tell()
	}
	return summary, r.conclude(summary, err)
}

func (r *fileRun) finish() (migrate.Summary, error) {
	if r.failed != nil {
		return migrate.Summary{}, r.failed
	}
	remove, guarded := r.judge()
	steps, err := r.arrange(remove)
	if err == nil {
		err = r.take(steps)
	}
	if err == nil {
		err = removeEmpty(r.files, r.left)
	}
	if err == nil {
		err = r.reportStrays()
	}
	if err == nil {
		err = r.save()
	}
	if err == nil {
		err = r.storeMemory()
	}
	if err != nil {
		return migrate.Summary{}, err
	}
	return r.summary(), guarded
}

// Abort implements migrate.Run: what was put is committed, and stands in the journal for the next run. After a Put that
// failed nothing is: that is no further error.
func (r *fileRun) Abort() error {
	if r.failed != nil {
		return r.end()
	}
	err := r.commit()
	if err == nil && r.journal.w != nil {
		err = r.files.Sync()
	}
	return errors.Join(err, r.end())
}

// save folds the journal into the manifest, if anything differs from what stands there.
func (s *session) save() error {
	if !s.dirty {
		return nil
	}
	mark, err := s.confirm()
	if err != nil {
		return err
	}
	if err := writeAtomicWith(s.files, manifestName, s.encodeManifest, s.makeDurable); err != nil {
		return err
	}
	if err := s.dropJournal(); err != nil {
		return err
	}
	return s.setMark(mark)
}

// makeDurable makes everything durable that the manifest to come speaks of, and with it what is to be remembered: two large files
// go to the disk in the time of one.
func (s *session) makeDurable() error {
	if err := s.draftMemory(); err != nil {
		return err
	}
	return s.files.Sync()
}

// encodeManifest writes down what the output holds now.
func (s *session) encodeManifest(w io.Writer) error {
	s.manifest.Format = s.format
	return s.manifest.encode(w, func(yield func(*Item) bool) {
		for _, h := range s.held.sorted() {
			if !yield(&h.Item) {
				return
			}
		}
	})
}

// dropJournal takes the journal away, once the manifest that says the same is on the disk. Should a power cut bring it back, it
// still says the same.
func (s *session) dropJournal() error {
	if err := s.journal.close(); err != nil {
		return err
	}
	if err := s.files.Sync(); err != nil {
		return err
	}
	if err := s.files.Remove(journalName); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
