// Package ledger is what a run writes down of every post that it looked at: what the post was made of, and what came of
// it. The next run reads it to tell which posts it need not make again, and accounts for those as if it had.
//
// A ledger is advice and never believed by itself. It counts only as far as it says the same as the manifest of the output,
// and one that is missing or damaged makes a run slower, not wrong.
//
// Its format is one of numbers and of tables: each text, each question to the site, each list of questions and each list of fields
// stands in it once, however many posts share it; a SHA-256 of all stands at the end. What a post asked about itself, no other post
// asks: its answers stand with the post, as one digest. A post takes some 150 bytes. It is kept as it is stored, and taken apart when
// it is asked for.
//
// A run takes the bytes of posts that it keeps from the ledger before: as they are up to the first post that has others than it had,
// and from there on with new numbers.
package ledger

import (
	"crypto/sha256"
	"math"
	"slices"

	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// Ledger is what a run wrote down.
type Ledger struct {
	Terms     wordpress.Digest  // of what holds for all posts alike: the mapping and where its parts stand, the program, its options
	Site      wordpress.Digest  // of all that the answers to the questions depend on, but for names learned from posts
	Public    wordpress.Digest  // of what those names were learned from
	Questions []wordpress.Asked // to the site, with the digests of the answers, each once

	texts  []string
	shapes []shape
	asked  section // the questions
	lists  section // of questions
	posts  section
	ids    []int64 // of the posts
	met    []rows  // with each post
}

// Posts is how many posts there are.
func (l *Ledger) Posts() int { return len(l.ids) }

// ID is the ID of a post by its position. They ascend.
func (l *Ledger) ID(n int) int64 { return l.ids[n] }

// Find returns the position of a post. It is quick where that is near, or the one after it.
func (l *Ledger) Find(id int64, near int) (n int, found bool) {
	for n := near; n < len(l.ids) && n < near+2; n++ {
		if l.ids[n] == id {
			return n, true
		}
	}
	return slices.BinarySearch(l.ids, id)
}

// Lists is how many lists of questions there are.
func (l *Ledger) Lists() int { return len(l.lists.ends) }

// section is a list as it is stored.
type section struct {
	stored []byte
	ends   []uint32 // of each element
}

// from returns all from an element on.
func (s *section) from(n int) []byte {
	if n == 0 {
		return s.stored
	}
	return s.stored[s.ends[n-1]:]
}

// between returns the elements from one on, up to another.
func (s *section) between(from, to int) []byte {
	return s.from(from)[:len(s.from(from))-len(s.from(to))]
}

// rows says how many rows of each table a post and those before it have.
type rows struct{ texts, shapes, lists uint32 }

// shape is a list of fields.
type shape struct {
	fields []report.FieldState
	stored []byte
}

// Post is what a run wrote down of one post.
type Post struct {
	ID int64
	Digests
	Asked    int              // which list of questions
	Answered wordpress.Answer // digest of the answers to those about the post itself
	Outcome
}

// Answered is one digest of the answers to several questions.
func Answered(answers []wordpress.Answer) (one wordpress.Answer) {
	sum := sha256.New()
	for _, a := range answers {
		sum.Write(a[:])
	}
	copy(one[:], sum.Sum(nil))
	return one
}

// itself stands in a question for the ID of the post that asks it: so all posts that ask something about themselves ask the same. The answer
// is not with the question, but in Answered. No post has this ID.
const itself = math.MinInt64

// Digests are those of what a post was made of.
type Digests struct {
	Own    wordpress.Digest // of what the source holds of the post itself
	Meta   wordpress.Digest // of its meta alone, where the source tells it
	Inputs wordpress.Digest // of all that its records were made of, as the output's manifest has it
}

// digestsSize is the size of Digests and Answered as they are stored, in bytes.
const digestsSize = 3*sha256.Size + len(wordpress.Answer{})

// Outcome is what came of a post.
type Outcome struct {
	Disposition report.Disposition
	Reason      string
	Withheld    bool // the post turned out to be one that may not leave
	Entry       int  // of the mapping, that decided
	Kind        string
	Records     []Record
}

// Record is one of a post's records.
type Record struct {
	ID      string
	Account report.Account
}
