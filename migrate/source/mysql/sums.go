package mysql

import (
	"crypto/sha256"
	"encoding"
	"encoding/binary"
	"hash"
	"slices"

	"wp2pub/migrate/wordpress"
)

// sums are the digests of posts in the making, by ascending ID.
type sums struct {
	ids     []int64
	posts   []wordpress.Digest // of the rows of the posts table
	meta    *rowSums           // of their meta
	plugins *rowSums           // of what plugins' tables say of them
	row     cellText
}

// newSums makes room for about as many posts.
func newSums(posts int) *sums {
	return &sums{ids: make([]int64, 0, posts), posts: make([]wordpress.Digest, 0, posts), meta: newRowSums(), plugins: newRowSums()}
}

// post sums up the row of a post. Posts come by ascending ID; one that never comes has no digest.
func (s *sums) post(id int64, cells row) {
	s.row.text = s.row.text[:0]
	s.row.add(cells)
	s.ids, s.posts = append(s.ids, id), append(s.posts, sha256.Sum256(s.row.text))
}

// metaRow takes a row of postmeta, as summedMeta asks for it, into the sum of its post.
func (s *sums) metaRow(r row) { s.add(s.meta, r.integer(1), "postmeta", r[2:]) }

// add takes a row of a table into one of the sums of its post, if there is such a post.
func (s *sums) add(to *rowSums, id int64, table string, cells row) {
	if at, ok := s.find(id, to.at); ok {
		to.add(at, table, cells)
	}
}

// find returns the position of a post. Rows of one post mostly come one after the other, and posts in their order, so that it is
// looked for near the last position first.
func (s *sums) find(id int64, last int) (int, bool) {
	for i := last; i < len(s.ids) && i < last+2; i++ {
		if s.ids[i] == id {
			return i, true
		}
	}
	return slices.BinarySearch(s.ids, id)
}

// whole is the digest of all that is said of the post at a position, whose meta has a digest of its own.
func (s *sums) whole(at int, meta wordpress.Digest) wordpress.Digest {
	plugins := s.plugins.of(at)
	s.row.text = append(append(append(s.row.text[:0], s.posts[at][:]...), meta[:]...), plugins[:]...)
	return sha256.Sum256(s.row.text)
}

// rowSums sum up the rows of each post in the order in which they come, whatever comes of others in between.
type rowSums struct {
	states [][]byte // of the sum of each post, by position; shorter, or nil: no row came
	at     int      // of the post whose rows are open
	open   cellText // the rows that came last
	sum    resumable
	room   []byte // for states
	digest []byte // room for one
}

// resumable is a hash whose state can be put aside.
type resumable interface {
	hash.Hash
	encoding.BinaryAppender
	encoding.BinaryUnmarshaler
}

func newRowSums() *rowSums { return &rowSums{sum: sha256.New().(resumable)} }

// mostOpen is about how many bytes of rows are summed up together at most.
const mostOpen = 64 << 10

// add takes a row of a table into the sum of the post at a position.
func (s *rowSums) add(at int, table string, cells row) {
	if at != s.at || len(s.open.text) > mostOpen {
		s.settle()
		s.at = at
	}
	s.open.text = append(append(s.open.text, table...), 0)
	s.open.add(cells)
}

// settle takes the rows that are open into the sum of their post.
func (s *rowSums) settle() {
	if len(s.open.text) == 0 {
		return
	}
	state := s.resume(s.at)
	if state == nil {
		state = s.makeRoom()
	}
	for len(s.states) <= s.at {
		s.states = append(s.states, nil)
	}
	s.sum.Write(s.open.text)
	s.states[s.at], _ = s.sum.AppendBinary(state[:0]) // which does not fail
	s.open.text = s.open.text[:0]
}

// resume goes on with the sum of a post, and returns the state in which it was; nil where it had none.
func (s *rowSums) resume(at int) []byte {
	s.sum.Reset()
	if at >= len(s.states) || s.states[at] == nil {
		return nil
	}
	s.sum.UnmarshalBinary(s.states[at]) // its own state
	return s.states[at]
}

// makeRoom cuts the room for a state off a larger one.
func (s *rowSums) makeRoom() []byte {
	const state, atOnce = 128, 512
	if len(s.room) == 0 {
		s.room = make([]byte, state*atOnce)
	}
	cut := s.room[:state:state]
	s.room = s.room[state:]
	return cut
}

// of returns the digest of the rows of the post at a position; zero where none came.
func (s *rowSums) of(at int) wordpress.Digest {
	s.settle()
	if s.resume(at) == nil {
		return wordpress.Digest{}
	}
	s.digest = s.sum.Sum(s.digest[:0])
	return wordpress.Digest(s.digest)
}

// cellText is rows as they are summed up: each cell goes in with its length, and a NULL has none.
type cellText struct {
	text   []byte
	number []byte // room for the text of a number
}

func (c *cellText) add(cells row) {
	for _, cell := range cells {
		if cell == nil {
			c.text = append(c.text, 0)
			continue
		}
		text, ok := cell.([]byte)
		if !ok {
			c.number = appendValue(c.number[:0], cell)
			text = c.number
		}
		c.text = append(binary.AppendUvarint(c.text, uint64(len(text))+1), text...)
	}
}
