package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"

	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// Conclusion is what a run came to.
type Conclusion struct {
	Testimony []byte // of the source, by which it is known later what is as it was
	Run       *Run   // of which a source that holds what it held then need not be read again; nil: it must be
}

// Run is what is told of a whole run, beside what became of each post.
type Run struct {
	Terms    wordpress.Digest // as the ledger has them
	Site     string           // host and path of the site's address
	Posts    int              // rows of the posts table that are no revisions
	Content  int              // those of them that are content
	Files    int              // and those that are attachments
	Noted    []string         // what the source said of itself
	Types    []report.PostType
	Rejected []report.Row
	Decided  []int // the entries of the mapping that decided on a post
}

// Join puts a ledger and the conclusion of its run together, both in pieces. There may be no conclusion.
func Join(ledger [][]byte, c *Conclusion) ([][]byte, error) {
	var text []byte
	if c != nil {
		var err error
		if text, err = json.Marshal(c); err != nil {
			return nil, err
		}
	}
	sum := sealed(ledger[len(ledger)-1], text)
	return append(ledger, text, binary.LittleEndian.AppendUint64(sum[:], uint64(len(text)))), nil
}

// Split takes apart what Join put together. The conclusion is nil where there is none, or none that is whole; that the ledger
// is, Read finds out.
func Split(joined []byte) (ledger []byte, c *Conclusion) {
	const ending = sha256.Size + 8
	if len(joined) < ending {
		return nil, nil
	}
	rest := joined[:len(joined)-ending]
	length := binary.LittleEndian.Uint64(joined[len(joined)-8:])
	if length > uint64(len(rest)) {
		return nil, nil
	}
	ledger, text := rest[:len(rest)-int(length)], rest[len(rest)-int(length):]
	if length == 0 || sealed(ledger, text) != wordpress.Digest(joined[len(rest):len(joined)-8]) {
		return ledger, nil
	}
	c = &Conclusion{}
	if json.Unmarshal(text, c) != nil {
		return ledger, nil
	}
	return ledger, c
}

// sealed sums up a conclusion, and the ledger by the sum at its end.
func sealed(ledger, text []byte) wordpress.Digest {
	sum := ledger[max(0, len(ledger)-sha256.Size):]
	return sha256.Sum256(append(append(make([]byte, 0, len(sum)+len(text)), sum...), text...))
}
