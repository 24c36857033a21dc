package output

import (
	"path"
	"strconv"
	"strings"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// place is where a record wants to stand: its folder and name, before anyone else is heard.
type place struct {
	base   string // "publication/annual-report", "publication/2013/annual-report-2"
	id     string
	post   int64
	number int // which record of its post it is, from 1
}

// newPlace is where a record is to stand, as a safe path below prefix.
func newPlace(prefix string, r *record.Record, wish migrate.Place, post int64, number int) place {
	if len(wish) == 0 {
		wish = migrate.Place{r.Kind, r.Slug}
	}
	base := prefix
	for _, name := range wish[:len(wish)-1] {
		base += safeFolder(name) + "/"
	}
	name := safeName(wish[len(wish)-1])
	if name == "" {
		name = "post-" + strconv.FormatInt(post, 10)
	}
	if number > 1 {
		name += "-" + strconv.Itoa(number)
	}
	return place{base + name, r.ID, post, number}
}

// safeFolder makes the name of a folder, which never looks like a file of ours.
func safeFolder(name string) string {
	name = safeName(name)
	if name == "" {
		return "none"
	}
	switch extension := strings.ToLower(path.Ext(name)); Format(strings.TrimPrefix(extension, ".")) {
	case YAML, JSON, JSONL:
		return strings.TrimSuffix(name, path.Ext(name)) + "-" + extension[1:]
	}
	return name
}

// heldPlace is where a record wants to stand that is held and was not made again.
func heldPlace(h *held, number int) place {
	return place{h.wanted(), h.ID, h.post, number}
}

// longest is the level of the longest path.
const longest = 3

// path returns the record's path. With each level, less can stand in its way: 0 is the wish, 1 has the post's ID, 2
// also the number of the record, 3 a digest.
func (p place) path(level int, extension string) string {
	path := p.base
	if level >= 1 {
		path += "-" + strconv.FormatInt(p.post, 10)
	}
	if level >= 2 {
		path += "-" + strconv.Itoa(p.number)
	}
	if level >= 3 {
		path += "-" + shortDigest(p.id+"\x00"+p.base)
	}
	return path + extension
}

// partOf is the file of many records in which one stands that wants to stand on a path: its folder is the file.
func partOf(base string) string {
	dir := folder(base)
	if dir == "." {
		dir = "records"
	}
	return dir + JSONL.extension()
}
