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
	"os"
	"slices"
	"strings"
	"time"

	"wp2pub/migrate"
)

// Options says how a Directory is written.
type Options struct {
	Format Format       // empty: the one that the output has, else YAML
	Warn   func(string) // takes what a person should know and what stops nothing; may be nil
}

// Directory is a directory of records that runs bring up to date. It implements migrate.Output.
type Directory struct {
	files   Files
	options Options
	prefix  string   // of the paths of the site of the open run
	besides []string // the names of the files that it makes beside the records
	ahead   *ahead   // nil unless Ahead was called, and Begin not yet
}

// New returns the output below files.
func New(files Files, options Options) *Directory {
	if options.Warn == nil {
		options.Warn = func(string) {}
	}
	return &Directory{files: files, options: options}
}

// Begin implements migrate.Output. The error is a *GuardError or a *LockedError where one of these stopped it.
func (d *Directory) Begin(ctx context.Context, plan migrate.Plan) (migrate.Run, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if plan.Posts == 0 {
		return nil, errEmptySite
	}
	release, ahead, err := d.enter()
	if err != nil {
		return nil, err
	}
	s, err := d.load(plan, ahead)
	if err == nil {
		err = d.ignore()
	}
	if err != nil {
		return nil, errors.Join(err, release())
	}
	s.release, d.prefix = release, s.prefix
	s.made = func(name string) bool { return slices.Contains(d.besides, name) }
	if s.format == JSONL {
		return newLineRun(s), nil
	}
	return newFileRun(s), nil
}

var errEmptySite = &GuardError{EmptySite, "the posts table of this site holds no posts (revisions aside); nothing was done. Check the table prefix and the source; an output that is no longer wanted is deleted by hand"}

// load reads what is there, as far as that was not done ahead, mends what an interrupted run left, and checks the guards.
func (d *Directory) load(plan migrate.Plan, s *session) (*session, error) {
	if s == nil {
		var err error
		if s, err = d.mended(); err != nil {
			return nil, err
		}
	}
	if plan.Site != s.plan.Site {
		s.recalled = nil
	}
	s.plan = plan
	if err := guard(s.manifest, plan); err != nil {
		return nil, err
	}
	s.format = cmp.Or(d.options.Format, s.manifest.Format, YAML)
	return s, s.open()
}

// newSession starts a session on an output that is locked, of what the manifest says.
func (d *Directory) newSession(manifest *Manifest) (*session, error) {
	s := &session{files: d.files, warn: d.options.Warn, manifest: manifest, counts: map[migrate.Action]int{}, left: map[string]bool{}, journal: journal{files: d.files}}
	holder, err := d.files.Lstat(holderName)
	if err != nil {
		return nil, err
	}
	mark, settled, err := readMark(d.files)
	if err != nil {
		return nil, err
	}
	s.began, s.checked, s.strayless, s.held = holder.Changed, mark, settled, newHoldings(manifest.Items)
	manifest.Items = nil      // they are held
	if s.began.Before(mark) { // the clock went back: nothing is known of what has happened since
		s.checked, s.dirty = time.Time{}, true
	}
	return s, nil
}

// mended reads what is there, and what a run that was interrupted did.
func (d *Directory) mended() (*session, error) {
	if _, err := finishNext(d.files); err != nil {
		return nil, err
	}
	manifest, unclaimed, err := d.known()
	if err != nil {
		return nil, err
	}
	head, lines, err := readJournal(d.files)
	if err != nil {
		return nil, err
	}
	left := map[string]bool{}
	if head != nil {
		for _, item := range manifest.Items {
			left[folder(item.Path)] = true
		}
		for _, line := range lines {
			if line.Put != nil {
				left[folder(line.Put.Path)] = true
			}
		}
		if err := manifest.replay(d.files, head, lines); err != nil {
			return nil, err
		}
	}
	s, err := d.newSession(manifest)
	if err != nil {
		return nil, err
	}
	s.unclaimed, s.left, s.broken = unclaimed, left, head != nil
	s.dirty = s.dirty || s.broken
	return s, nil
}

// guard checks what can be checked before the first write.
func guard(m *Manifest, plan migrate.Plan) error {
	site := m.site(plan.Site)
	half := halfGone(site, plan)
	switch {
	case site == nil && len(m.Sites) > 0 && !plan.AddSite:
		return &GuardError{OtherSite, fmt.Sprintf("this output holds the records of %s, and the source %s; nothing was done. Write elsewhere with --out; if both are to stand here, run with --add-site; if the site has only moved to a new address, run with --site-id %s", siteNames(m.Sites), sourceIs(plan.Site), m.Sites[0].ID)}
	case site != nil && !plan.Moved && site.Home != "" && plan.Home != "" && site.Home != plan.Home:
		return &GuardError{OtherSite, fmt.Sprintf("the records of %s in this output are of the site at %s, and the source is that at %s; nothing was done. Check the source, and write elsewhere with --out; if the site has only moved to a new address, run with --site-id %[1]s once", site.ID, site.Home, plan.Home)}
	case half != nil:
		return half
	case site != nil && plan.Tables != nil && !plan.AnyTables:
		if gone := missingFrom(site.Tables, plan.Tables); len(gone) > 0 {
			return &GuardError{TablesGone, fmt.Sprintf("tables are missing, empty or may not be read that were there when the site was last read: %s; nothing was done. "+
				"See that no import is under way, and that the user of the database may read every table; if this is meant, run once with --without-tables", strings.Join(gone, ", "))}
		}
	}
	if site == nil {
		site = &Site{}
	}
	return unknowable(plan, site.MissingRules)
}

// someFiles is how many files a site must have had for their going to be no ordinary edit.
const someFiles = 10

// halfGone guards against a site that has less than half of its posts, or of its files. All rows count of one whose content was never
// counted.
func halfGone(site *Site, plan migrate.Plan) *GuardError {
	if site == nil || plan.MaxRemove.Percent >= 100 {
		return nil
	}
	before, now, of := site.Content, plan.Content, "posts"
	if site.Content == 0 && site.Files == 0 {
		before, now = site.Posts, plan.Posts
	}
	if now*2 >= before && site.Files >= someFiles {
		before, now, of = site.Files, plan.Files, "files"
	}
	if now*2 >= before {
		return nil
	}
	return &GuardError{HalfGone, fmt.Sprintf("the site had %d %s when it was last read, and has %d now; nothing was done. Check the source; if this is meant, run with --max-remove 100%%", before, of, now)}
}

// unknowable guards against a site of which nobody can tell which posts are for members only, by tables that are missing and were not admitted.
func unknowable(plan migrate.Plan, admitted []string) error {
	missing := missingFrom(plan.MissingRules, admitted)
	if len(missing) == 0 || plan.AnyTables {
		return nil
	}
	return &GuardError{TablesGone, fmt.Sprintf("tables of membership plugins that are switched on are missing or may not be read: %s; without them posts for members only would come out, and nothing was done. "+
		"Dump every table of the site, or let the user of the database read them; if this is meant, run once with --without-tables", strings.Join(missing, ", "))}
}

// missingFrom are the names that are not among others.
func missingFrom(names, others []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return slices.Contains(others, name) })
}

// sourceIs says which site a source is.
func sourceIs(site string) string {
	if site == "" {
		return "does not say which site it is"
	}
	return "is " + site
}

func siteNames(sites []Site) string {
	names := make([]string, len(sites))
	for i, s := range sites {
		names[i] = s.ID
	}
	return strings.Join(names, ", ")
}

// lock takes the output's lock and says who holds it.
func (d *Directory) lock() (release func() error, err error) {
	unlock, err := d.files.Lock(lockName)
	if errors.Is(err, ErrLocked) {
		locked := &LockedError{}
		if b, err := readFile(d.files, holderName); err == nil {
			_ = json.Unmarshal(b, &locked.Holder) // a holder that is not known is no reason to fail
		}
		return nil, locked
	}
	if err != nil {
		return nil, err
	}
	host, _ := os.Hostname()
	holder, err := json.Marshal(Holder{os.Getpid(), host, time.Now().UTC().Truncate(time.Second)})
	if err == nil {
		err = writeAtomic(d.files, holderName, holder, nil)
	}
	if err != nil {
		return nil, errors.Join(err, unlock())
	}
	return func() error {
		_ = removeEmpty(d.files, map[string]bool{tmpDir: true}) // where something is in it, the next run clears it
		err := d.files.Remove(holderName)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return errors.Join(err, unlock())
	}, nil
}

// WriteReport stores the report of a run, unless the same stands there. It is for a Plan's Ended to call.
func (d *Directory) WriteReport(report []byte) error {
	if old, err := readFile(d.files, reportName); err == nil && bytes.Equal(old, report) {
		return nil
	}
	return writeAtomic(d.files, reportName, report, nil)
}

// writeAtomic writes a file of .wp2pub through a temporary. What is to be done before the file appears, ready does.
func writeAtomic(files Files, name string, content []byte, ready func() error) error {
	return writeAtomicWith(files, name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	}, ready)
}

// writeAtomicWith is writeAtomic for what write writes.
func writeAtomicWith(files Files, name string, write func(io.Writer) error, ready func() error) error {
	temporary, err := draft(files, name, write)
	if err != nil {
		return err
	}
	if ready != nil {
		if err := ready(); err != nil {
			return err
		}
	}
	return files.Rename(temporary, name)
}

// draft writes the temporary of a file of .wp2pub, and returns its name.
func draft(files Files, name string, write func(io.Writer) error) (temporary string, err error) {
	if err := files.MkdirAll(tmpDir); err != nil {
		return "", err
	}
	temporary = tmpDir + strings.TrimPrefix(name, private)
	return temporary, createWith(files, temporary, write)
}
