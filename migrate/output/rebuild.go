package output

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"wp2pub/migrate/record"
)

// An output whose manifest is lost or damaged is known by its records. Which one a file holds it says itself; whether its
// bytes are those that were written, nobody can tell: so it counts as edited, until a run would write the very same. That goes
// for a file of many records as a whole.

// rebuild makes a manifest of the records that stand in an output. Several files that say that they are one record are not
// claimed: a run takes over what it would write, and tells of the others.
func rebuild(files Files) (m *Manifest, unclaimed []string, err error) {
	r := &rebuilder{files: files, found: map[string][]Item{}, below: map[string]bool{}, formats: map[Format]int{}}
	if err := r.folder("."); err != nil {
		return nil, nil, err
	}
	m = &Manifest{Parts: r.parts}
	for _, id := range slices.Sorted(maps.Keys(r.found)) {
		same := r.found[id]
		if len(same) == 1 {
			m.Items = append(m.Items, same[0])
			continue
		}
		for _, item := range same {
			r.unclaimed = append(r.unclaimed, item.Path)
		}
	}
	m.Format = mostFrequent(r.formats)
	m.Sites = sitesOf(r.below)
	return m, r.unclaimed, nil
}

// rebuilder goes through an output.
type rebuilder struct {
	files     Files
	found     map[string][]Item // by id
	parts     []Part
	unclaimed []string
	below     map[string]bool // whether the records of a site stand in its folder, by site
	formats   map[Format]int  // of what was found
}

func (r *rebuilder) folder(dir string) error {
	names, err := r.files.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, name := range names {
		if strings.HasPrefix(name, ".") { // ours, or that of a tool
			continue
		}
		path := strings.TrimPrefix(dir+"/"+name, "./")
		info, err := r.files.Lstat(path)
		switch {
		case err != nil:
			return err
		case info.Mode.IsDir():
			err = r.folder(path)
		case info.Mode.IsRegular():
			err = r.file(path)
		}
		if err != nil {
			return err
		}
	}
	return err
}

// file takes a file in that is a record.
func (r *rebuilder) file(path string) error {
	format := Format(path[strings.LastIndexByte(path, '.')+1:])
	if format != YAML && format != JSON && format != JSONL {
		return nil
	}
	f, err := r.files.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, schemaWithin)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return err
	}
	if !isRecord(head[:n]) { // others' files may be large
		return nil
	}
	if r.formats[format]++; format == JSONL {
		r.parts = append(r.parts, Part{Path: path, Size: f.Size(), Edited: true})
		first, err := bufio.NewReader(f).ReadBytes('\n')
		if err != nil && err != io.EOF {
			return err
		}
		r.recognize(first, path)
		return nil
	}
	content, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	if id := r.recognize(content, path); id != "" {
		r.found[id] = append(r.found[id], Item{ID: id, Path: path, Size: int64(len(content)), Edited: true})
	}
	return nil
}

// schemaWithin is the part of a record, from its beginning, in which its schema is named.
const schemaWithin = 64

// isRecord reports whether a file that begins so says that it is a record.
func isRecord(head []byte) bool {
	return bytes.Contains(head[:min(len(head), schemaWithin)], []byte(record.Schema))
}

// recognize returns the id of a record that stands in a file; nothing where it is none.
func (r *rebuilder) recognize(encoded []byte, path string) string {
	one, err := record.Decode(encoded)
	if err != nil {
		return ""
	}
	site, _, _, ok := splitID(one.ID)
	if !ok {
		return ""
	}
	r.below[site] = strings.HasPrefix(path, safeName(site)+"/")
	return one.ID
}

// mostFrequent is the format of most files; empty where there are none.
func mostFrequent(formats map[Format]int) Format {
	return slices.MaxFunc([]Format{"", YAML, JSON, JSONL}, func(a, b Format) int { return cmp.Compare(formats[a], formats[b]) })
}

// sitesOf are the sites that records are of, first the one whose records stand at the top. How many posts they have is known
// when a run has finished.
func sitesOf(below map[string]bool) []Site {
	ids := slices.SortedFunc(maps.Keys(below), func(a, b string) int {
		return cmp.Or(compareBool(below[a], below[b]), strings.Compare(a, b))
	})
	sites := make([]Site, len(ids))
	for i, id := range ids {
		sites[i] = Site{ID: id}
	}
	return sites
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// known returns what an output holds: by its manifest, or where that is lost or damaged, by its records. Of files that are
// not claimed a run must find out whether they are its own.
func (d *Directory) known() (m *Manifest, unclaimed []string, err error) {
	m, err = ReadManifest(d.files)
	damaged := (*DamagedError)(nil)
	if err == nil || !errors.Is(err, fs.ErrNotExist) && !errors.As(err, &damaged) {
		return m, nil, err
	}
	if m, unclaimed, err = rebuild(d.files); err != nil {
		return nil, nil, err
	}
	const anew = "; it is built anew: files that are not exactly what this run writes count as edited"
	switch {
	case damaged != nil:
		d.options.Warn(damaged.Error() + anew)
	case len(m.Items)+len(m.Parts)+len(unclaimed) > 0:
		d.options.Warn("the manifest of this output is gone" + anew)
	}
	return m, unclaimed, nil
}

// warnOfUnclaimed tells of files that have records and turned out to be none of this run.
func (s *session) warnOfUnclaimed() {
	if len(s.unclaimed) == 0 {
		return
	}
	ours := map[string]bool{}
	for _, h := range s.held.sorted() {
		ours[h.Path] = true
	}
	for _, path := range s.unclaimed {
		if !ours[path] {
			s.warn(path + " has records and is none of the files of this run: see whether it can go")
		}
	}
}
