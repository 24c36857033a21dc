package wordpress

import (
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"wp2pub/migrate/pattern"
)

// fileIndex finds attachments by the names of their files that _wp_attached_file does not give. It is built when
// first asked.
type fileIndex struct {
	once     sync.Once
	names    map[string]int64 // path below the uploads folder → attachment, where Site.files has it not
	guids    map[string]int64 // host and path of a guid that does not lead to the file by its path
	children map[int64][]int64
	buckets  []string
	keys     map[string]int64 // bucket and key → attachment
}

func (x *fileIndex) build(s *Site) {
	x.names, x.guids, x.children = map[string]int64{}, map[string]int64{}, map[int64][]int64{}
	x.buckets, x.keys = nil, map[string]int64{}
	for i := range s.entries {
		e := &s.entries[i]
		if a := s.attachment[e.ID]; a != nil && s.Public(e) {
			x.add(s, a)
			x.enterStored(a)
			if e.Parent != 0 {
				x.children[e.Parent] = append(x.children[e.Parent], e.ID)
			}
		}
	}
	x.sortChildren(s)
}

// add enters the names under which an attachment's files may be linked: the file before scaling, turning and editing,
// and the resized copies whose names do not lead back to it.
func (x *fileIndex) add(s *Site, a *Attachment) {
	file := norm.NFC.String(belowUploads(a.File))
	folder := path.Dir(file) + "/"
	if folder == "./" {
		folder = ""
	}
	if file != "" {
		x.enter(s, file, a.ID)
		x.enter(s, unedited(file), a.ID)
	}
	if a.Original != "" {
		x.enter(s, folder+norm.NFC.String(a.Original), a.ID)
	}
	for _, size := range a.Sizes {
		copied := folder + norm.NFC.String(size.File)
		if whole := unsized(copied); whole == copied || s.files[whole] != a.ID && x.names[whole] != a.ID {
			x.enter(s, copied, a.ID)
		}
	}
	if p, ok := placeOf(a.GUID); ok && len(p.query) == 0 && (file == "" || !slices.Contains(s.uploadPaths(p), file)) {
		key := p.host + norm.NFC.String(percentDecode(p.path))
		if _, taken := x.guids[key]; !taken {
			x.guids[key] = a.ID
		}
	}
}

func (x *fileIndex) enter(s *Site, name string, id int64) {
	if _, taken := s.files[name]; taken {
		return
	}
	if _, taken := x.names[name]; !taken {
		x.names[name] = id
	}
}

// attachmentByURL finds the attachment whose file, resized copy or page a URL leads to, 0 where there is none. The
// uploads folder may have moved to another host: what stands below "wp-content/uploads/" decides.
func (s *Site) attachmentByURL(raw string) int64 {
	p, ok := placeOf(raw)
	if !ok {
		return 0
	}
	s.fileLinks.once.Do(func() { s.fileLinks.build(s) })
	for _, file := range s.uploadPaths(p) {
		if id := s.attachmentByFile(file); id != 0 {
			return id
		}
	}
	for _, form := range []string{p.path, percentDecode(p.path)} {
		if id := s.fileLinks.guids[p.host+norm.NFC.String(form)]; id != 0 {
			return id
		}
	}
	if id := s.attachmentByKey(p); id != 0 {
		return id
	}
	if id, own := s.postByURL(raw); own && s.attachment[id] != nil {
		return id
	}
	return 0
}

// uploadPaths are the paths below the uploads folder that a URL may mean.
func (s *Site) uploadPaths(p place) []string {
	var paths []string
	if at, ok := placeOf(s.Uploads + "/"); ok && (p.host == "" || p.host == at.host || p.host == HostKey(s.Host)) {
		if file, below := strings.CutPrefix(p.path, at.path); below {
			paths = append(paths, file)
		}
	}
	for _, folder := range []string{"/wp-content/uploads/", "/app/uploads/", "/files/"} {
		i := strings.LastIndex(p.path, folder)
		if i < 0 {
			continue
		}
		file := p.path[i+len(folder):]
		paths = append(paths, file)
		if below, found := strings.CutPrefix(file, "sites/"); found {
			_, file, _ = strings.Cut(below, "/")
			paths = append(paths, file)
		}
	}
	return paths
}

// attachmentByFile finds an attachment by a path below the uploads folder, escaped or not.
func (s *Site) attachmentByFile(file string) int64 {
	for _, form := range []string{file, percentDecode(file)} {
		form = norm.NFC.String(form)
		for _, name := range []string{form, unsized(form), unedited(form), unedited(unsized(form)), unconverted(form), unsized(unconverted(form))} {
			if id := s.files[name]; id != 0 {
				return s.ifPublic(id)
			}
			if id := s.fileLinks.names[name]; id != 0 {
				return id
			}
		}
	}
	return 0
}

var (
	sizedName  = pattern.New(`-[0-9]{1,5}x[0-9]{1,5}(\.[A-Za-z0-9]+)$`)
	editedName = pattern.New(`(?:-scaled|-rotated|-e[0-9]{9,14})+(\.[A-Za-z0-9]+)$`)
)

// unsized is the name of a picture whose resized copy a file is: photo.jpg for photo-300x200.jpg.
func unsized(file string) string { return sizedName.ReplaceAllString(file, "$1") }

// unedited is the name that a picture had before WordPress scaled it down or turned it, or someone edited it.
func unedited(file string) string { return editedName.ReplaceAllString(file, "$1") }

// unconverted is the name of a picture of which a plugin keeps a smaller copy in another format: photo.jpg for
// photo.jpg.webp.
func unconverted(file string) string {
	if slices.Contains([]string{".webp", ".avif"}, path.Ext(file)) {
		if whole := strings.TrimSuffix(file, path.Ext(file)); path.Ext(whole) != "" {
			return whole
		}
	}
	return file
}
