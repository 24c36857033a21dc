package output

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// session is what the runs over files and over lines share: what is held, what has been seen of it, what it comes to.
type session struct {
	files     Files
	warn      func(string)
	plan      migrate.Plan
	format    Format
	manifest  *Manifest
	unclaimed []string               // files with records of which the manifest, built anew, does not know
	made      func(name string) bool // whether a file beside the records is one of this run
	held      holdings
	before    int             // records of this site when the run began
	broken    bool            // a run before was interrupted, and left its journal
	prefix    string          // of this site's paths: empty for the output's first site
	began     time.Time       // by the file system's clock
	checked   time.Time       // the mark of the last run that set one
	last      int64           // the post of which a record was last put or kept
	records   int             // of it, put or kept so far
	numbers   map[int64]int   // the same, by post; nil while they come by ascending post
	strayless string          // digest of the folders when the last run found neither strays nor copies
	strays    string          // the same for the next run; empty: it is not known
	left      map[string]bool // folders that files went from
	dirty     bool            // the manifest is to be written
	lost      bool            // a record went that was held when the run began
	failed    error           // the first write error; nothing is written after it
	counts    map[migrate.Action]int
	changes   []migrate.Change
	memory    func() ([][]byte, error) // left for the next run; nil: nothing
	drafted   string                   // the temporary of what was left
	recalled  []byte                   // what Recall returns, where it is known
	journal   journal
	release   func() error
	buffer    []byte
}

// open makes the session's tables of the manifest.
func (s *session) open() error {
	for _, h := range s.held.list {
		if h.site == s.plan.Site {
			s.before++
		}
	}
	now := Site{s.plan.Site, s.plan.Home, s.plan.Posts, s.plan.Content, s.plan.Files, s.plan.Tables, s.plan.MissingRules}
	known := s.manifest.site(s.plan.Site)
	switch {
	case s.plan.Site == "": // a site without an address has no records, and is none that the output holds
	case known == nil:
		s.manifest.Sites = append(s.manifest.Sites, now)
		s.dirty = true
	default:
		now.Home = cmp.Or(now.Home, known.Home)
		if now.Tables == nil {
			now.Tables, now.MissingRules = known.Tables, known.MissingRules
		}
		s.dirty = s.dirty || !now.equal(*known)
		*known = now
	}
	if len(s.manifest.Sites) > 0 && s.manifest.Sites[0].ID != s.plan.Site {
		s.prefix = safeName(s.plan.Site) + "/"
	}
	if s.manifest.Format != s.format {
		s.dirty = true
	}
	return errors.Join(s.clear(tmpDir), s.clear(stagedDir))
}

// clear takes away what an interrupted run left in a folder of ours and nobody knows of.
func (s *session) clear(dir string) error {
	names, err := s.files.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	s.left[dir] = true
	if err != nil || len(names) == 0 {
		return err
	}
	known := map[string]bool{}
	for _, h := range s.held.sorted() {
		for _, file := range h.outdated() {
			known[file.Path] = true
		}
	}
	for _, name := range names {
		if path := dir + "/" + name; !known[path] {
			err = errors.Join(err, s.files.Remove(path))
		}
	}
	return err
}

func (s *session) head() manifestHead {
	return manifestHead{manifestSchema, s.format, s.manifest.Sites, s.manifest.Parts}
}

// number returns which record of its post the next one is, from 1.
func (s *session) number(post int64) int {
	if s.numbers == nil && post < s.last {
		s.numbers = make(map[int64]int, len(s.held.list))
		for _, h := range s.held.list {
			if h.seen && h.site == s.plan.Site {
				s.numbers[h.post]++
			}
		}
	}
	if s.numbers != nil {
		s.numbers[post]++
		return s.numbers[post]
	}
	if post != s.last {
		s.last, s.records = post, 0
	}
	s.records++
	return s.records
}

// Before implements migrate.Run.
func (s *session) Before() int { return s.before }

// identify reads a record's id, which must be of this run's site.
func (s *session) identify(id string) (post int64, err error) {
	site, post, _, ok := splitID(id)
	if !ok || site != s.plan.Site {
		return 0, s.foreign(id)
	}
	return post, nil
}

func (s *session) foreign(id string) error {
	return fmt.Errorf("the record id %q is not one of the site %s", id, s.plan.Site)
}

// fresh takes in a record of this run's site that was not held before.
func (s *session) fresh(id string, post int64) *held {
	h := &held{Item: Item{ID: id}, site: s.plan.Site, post: post, fresh: true}
	s.held.add(h)
	return h
}

// encode returns the canonical bytes of a record, valid until the next call, and their digest.
func (s *session) encode(r *record.Record) (encoded []byte, digest string) {
	s.buffer = s.format.encode(s.buffer[:0], r)
	return s.buffer, record.Digest(s.buffer)
}

// see notes what became of a record.
func (s *session) see(h *held, action migrate.Action) {
	h.seen, h.action = true, action
}

// unseen returns the records of this site that were neither put nor kept, by id.
func (s *session) unseen() []*held {
	var rest []*held
	for _, h := range s.held.sorted() {
		if !h.seen && h.site == s.plan.Site {
			rest = append(rest, h)
		}
	}
	return rest
}

// judge decides which of the records that were not seen go. Those that stay are counted as what they are. The error is
// a *GuardError where more would go than may; then all stay.
func (s *session) judge() (remove []*held, err error) {
	var stale []*held
	var kept []string
	for _, h := range s.unseen() {
		fate := migrate.Gone
		if s.plan.Fate != nil {
			fate = s.plan.Fate(h.post)
		}
		switch {
		case fate == migrate.Rejected:
			kept = append(kept, h.Path)
		case s.plan.Withdraw && (fate == migrate.Forbidden || s.plan.Prune):
			remove = append(remove, h)
		default:
			stale = append(stale, h)
		}
	}
	s.warnOfKept(kept)
	if limit := allowed(s.plan.MaxRemove, s.before); len(remove) > limit {
		err = &GuardError{TooMany, fmt.Sprintf("%d of %d records would be removed, and --max-remove allows %d; what changed was written, nothing was removed. Look at what `plan` lists; if it is meant, run again with --max-remove %d", len(remove), s.before, limit, len(remove))}
		stale = append(stale, remove...)
		remove = nil
	}
	for _, h := range stale {
		s.finished(migrate.Change{Action: migrate.Stale, ID: h.ID, Path: h.Path})
	}
	return remove, err
}

// warnOfKept tells of records that stay though their posts made none.
func (s *session) warnOfKept(paths []string) {
	const most = 3
	if n := len(paths); n > most {
		paths = append(paths[:most:most], fmt.Sprintf("and %d more", n-most))
	}
	if len(paths) > 0 {
		s.warn("these records stay as they were, since their posts were rejected this time or changed while they were read: " + strings.Join(paths, ", "))
	}
}

// allowed is how many records of a site a limit lets go.
func allowed(limit migrate.Limit, records int) int {
	if limit.Percent != 0 {
		return max(3, int(limit.Percent*float64(records)/100))
	}
	return limit.N
}

// finished counts and lists what Finish itself did to a record.
func (s *session) finished(c migrate.Change) {
	s.counts[c.Action]++
	s.changes = append(s.changes, c)
}

// summary counts every record that was seen, and lists what Finish did, by id.
func (s *session) summary() migrate.Summary {
	for _, h := range s.held.list {
		if h.seen {
			s.counts[h.action]++
		}
	}
	slices.SortStableFunc(s.changes, func(a, b migrate.Change) int {
		return cmp.Or(compareIDs(a.ID, b.ID), strings.Compare(string(a.Action), string(b.Action)))
	})
	return migrate.Summary{Counts: s.counts, Changes: s.changes}
}

// asideSuffix is what files are called that are kept aside; a number may follow.
const asideSuffix = ".local"

// aside gives a file that is not ours another name, NAME.local or the first free one after it, and returns that.
func (s *session) aside(path string) (name string, err error) {
	name = path + asideSuffix
	for n := 2; ; n++ {
		there, err := exists(s.files, name)
		if err != nil {
			return "", err
		}
		if !there {
			return name, s.files.Rename(path, name)
		}
		name = fmt.Sprintf("%s%s%d", path, asideSuffix, n)
	}
}

// stagedName is where a record waits whose path is not free, or not known yet.
func stagedName(id string, format string) string {
	sum := sha256.Sum256([]byte(id))
	return stagedDir + "/" + hex.EncodeToString(sum[:12]) + format
}

// tell says that every record stands where it is to stand.
func (s *session) tell() error {
	if s.plan.Settled == nil {
		return nil
	}
	return s.plan.Settled(func(id string) string {
		if h := s.held.get(id); h != nil {
			return h.Path
		}
		return ""
	})
}

// conclude tells how the run ended, and lets go of the output.
func (s *session) conclude(summary migrate.Summary, err error) error {
	if err == nil {
		s.warnOfUnclaimed()
		s.warnOfOutdated(summary)
	}
	if s.plan.Ended != nil {
		err = errors.Join(err, s.plan.Ended(summary, err))
	}
	return errors.Join(err, s.end())
}

// end lets go of the output.
func (s *session) end() error {
	err := s.journal.close()
	if s.release != nil {
		err = errors.Join(err, s.release())
		s.release = nil
	}
	return err
}
