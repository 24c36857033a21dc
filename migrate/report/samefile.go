package report

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"

	"wp2pub/migrate/record"
)

// mainFile is the post of a record under the hash of the address of its main download. Equal hashes of different addresses
// are so rare that a line that asks for a look may overlook them.
type mainFile struct {
	hash uint64
	post int64
}

// hashOfFile is the hash of the main download of a record; 0 where it has none.
func hashOfFile(rec *record.Record) uint64 {
	if len(rec.Downloads) == 0 {
		return 0
	}
	h := fnv.New64a()
	h.Write([]byte(rec.Downloads[0].URL))
	return h.Sum64()
}

// warnSameFile names records that may be one publication twice: a list of publications, say, and the post of each.
func (r *Report) warnSameFile() []Warning {
	files := slices.Clone(r.files)
	slices.SortFunc(files, func(a, b mainFile) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.post, b.post)) })
	var shared [][]mainFile
	for len(files) > 0 {
		n := 1
		for n < len(files) && files[n].hash == files[0].hash {
			n++
		}
		if n > 1 {
			shared = append(shared, files[:n])
		}
		files = files[n:]
	}
	slices.SortFunc(shared, func(a, b []mainFile) int {
		return cmp.Or(cmp.Compare(a[0].post, b[0].post), cmp.Compare(a[1].post, b[1].post), cmp.Compare(a[0].hash, b[0].hash))
	})
	var texts []string
	for _, same := range shared {
		text := fmt.Sprintf("%d and %d", same[0].post, same[1].post)
		if len(same) > 2 {
			text += fmt.Sprintf(" (and %d more)", len(same)-2)
		}
		texts = append(texts, text)
	}
	return warning(len(shared), Look, "same file", Plural(len(shared), "file is", "files are")+" the main download of more than one record: "+Listed(texts), "")
}
