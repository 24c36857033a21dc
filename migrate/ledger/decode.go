package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"slices"
	"unsafe"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// errDamaged says that a ledger cannot be read.
var errDamaged = errors.New("the ledger is damaged, or of another version")

// Read reads a ledger, which lives on in what is returned: b must not be changed afterwards. An error says that it is none, that it
// is damaged, or that another version wrote it.
func Read(b []byte) (*Ledger, error) {
	body := len(b) - sha256.Size
	if body < len(magic) || string(b[:len(magic)]) != magic || sha256.Sum256(b[:body]) != [sha256.Size]byte(b[body:]) {
		return nil, errDamaged
	}
	r := &reader{rest: b[len(magic):body], whole: unsafe.String(&b[0], body)}
	l := r.ledger()
	if r.failed || len(r.rest) > 0 {
		return nil, errDamaged
	}
	return l, nil
}

// reader takes bytes apart. Once it has failed it gives zeros.
type reader struct {
	rest   []byte
	whole  string // all of it: the texts are parts of it
	failed bool
	texts  []string
	shapes []shape
	met    rows // so far, with posts
}

func (r *reader) ledger() *Ledger {
	l := &Ledger{Terms: r.digest(), Site: r.digest(), Public: r.digest()}
	r.texts = make([]string, r.count(1))
	for i := range r.texts {
		n := len(r.bytes(r.count(1)))
		at := len(r.whole) - len(r.rest)
		r.texts[i] = r.whole[at-n : at]
	}
	r.shapes = make([]shape, r.count(1))
	for i := range r.shapes {
		from := r.rest
		r.shapes[i] = shape{r.fields(), from[:len(from)-len(r.rest)]}
	}
	l.texts, l.shapes = r.texts, r.shapes
	l.Questions = make([]wordpress.Asked, r.count(3+len(wordpress.Answer{})))
	l.asked = r.section(len(l.Questions), func(i int) { l.Questions[i] = r.question() })
	l.lists = r.section(r.count(1), func(int) {
		for range r.count(1) {
			r.failed = r.number() >= uint64(len(l.Questions)) || r.failed
		}
	})
	l.ids = make([]int64, r.count(digestsSize))
	l.met = make([]rows, len(l.ids))
	r.met = rows{}
	var p Post
	l.posts = r.section(len(l.ids), func(i int) {
		p.ID += int64(r.number())
		r.post(&p)
		r.failed = r.failed || uint(p.Asked) >= uint(l.Lists())
		l.ids[i], l.met[i] = p.ID, r.met
	})
	return l
}

// section reads so many elements.
func (r *reader) section(elements int, read func(n int)) section {
	s := section{r.rest, make([]uint32, elements)}
	for i := range s.ends {
		read(i)
		s.ends[i] = uint32(len(s.stored) - len(r.rest))
	}
	return s
}

func (r *reader) question() wordpress.Asked {
	q := wordpress.Asked{Question: wordpress.Question{Kind: r.text(), ID: r.signed(), Text: r.text()}}
	copy(q.Answer[:], r.bytes(len(q.Answer)))
	return q
}

// List returns a list of questions: the positions in Questions of those that any post may ask, and the kinds of those about the post
// itself, each in the order of asking.
func (l *Ledger) List(n int) (shared []int, own []string) {
	for _, q := range l.list(n) {
		if l.Questions[q].ID == itself {
			own = append(own, l.Questions[q].Kind)
		} else {
			shared = append(shared, q)
		}
	}
	return shared, own
}

// list is the positions of a list of questions.
func (l *Ledger) list(n int) []int {
	r := reader{rest: l.lists.from(n)}
	list := make([]int, r.count(1))
	for i := range list {
		list[i] = int(r.number())
	}
	return list
}

// Post takes apart what was written down of the post at a position. The lists in p are used again.
func (l *Ledger) Post(n int, p *Post) {
	r := reader{rest: l.posts.from(n), texts: l.texts, shapes: l.shapes}
	r.number()
	p.ID = l.ids[n]
	r.post(p)
}

// Digests returns those of the post at a position.
func (l *Ledger) Digests(n int) Digests {
	r := reader{rest: l.posts.from(n)}
	r.number()
	return r.digests()
}

func (r *reader) digests() Digests { return Digests{r.digest(), r.digest(), r.digest()} }

// post reads all of a post but its ID.
func (r *reader) post(p *Post) {
	p.Digests = r.digests()
	copy(p.Answered[:], r.bytes(len(p.Answered)))
	p.Asked = int(r.number())
	r.met.lists = max(r.met.lists, uint32(p.Asked)+1)
	p.Disposition, p.Reason = report.Disposition(r.text()), r.text()
	p.Withheld = r.byte() == 1
	p.Entry, p.Kind = int(r.signed()), r.text()
	p.Records = resized(p.Records, r.count(1))
	for i := range p.Records {
		p.Records[i].ID = r.text()
		r.account(&p.Records[i].Account)
		p.Records[i].Account.Post = p.ID
	}
}

// resized makes a list as long as that, in the room that it has, if that is enough.
func resized[E any](list []E, n int) []E { return slices.Grow(list[:0], n)[:n] }

func (r *reader) account(a *report.Account) {
	a.Kind, a.Fields = r.text(), nil
	if n := r.number(); n < uint64(len(r.shapes)) {
		a.Fields = r.shapes[n].fields
		r.met.shapes = max(r.met.shapes, uint32(n)+1)
	} else {
		r.failed = true
	}
	a.Losses = resized(a.Losses, r.count(2))
	for i := range a.Losses {
		a.Losses[i] = report.Lost{Code: finding.Code(r.text()), Count: int(r.number())}
	}
	a.Findings = resized(a.Findings, r.count(2))
	for i := range a.Findings {
		a.Findings[i] = report.Found{Code: finding.Code(r.text()), Field: r.text()}
	}
	a.MainFile = 0
	if b := r.bytes(8); len(b) == 8 {
		a.MainFile = binary.LittleEndian.Uint64(b)
	}
}

func (r *reader) fields() []report.FieldState {
	n := r.count(3)
	if n == 0 {
		return nil
	}
	fields := make([]report.FieldState, n)
	for i := range fields {
		fields[i] = report.FieldState{Field: r.text(), Origin: r.text(), State: report.State(r.byte())}
	}
	return fields
}

func (r *reader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	return advance(r, n, size)
}

func (r *reader) signed() int64 {
	n, size := binary.Varint(r.rest)
	return advance(r, n, size)
}

func advance[N uint64 | int64](r *reader, n N, size int) N {
	if size <= 0 || r.failed {
		r.failed = true
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// count reads how many of something follow, each of which takes least bytes: a number that the rest cannot hold is none.
func (r *reader) count(least int) int {
	n := r.number()
	if r.failed || n > uint64(len(r.rest)/least) {
		r.failed = true
		return 0
	}
	return int(n)
}

func (r *reader) bytes(n int) []byte {
	if r.failed || n > len(r.rest) {
		r.failed = true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.bytes(1); len(b) == 1 {
		return b[0]
	}
	return 0
}

func (r *reader) digest() (d wordpress.Digest) {
	copy(d[:], r.bytes(len(d)))
	return d
}

func (r *reader) text() string {
	n := r.number()
	if n >= uint64(len(r.texts)) {
		r.failed = true
		return ""
	}
	r.met.texts = max(r.met.texts, uint32(n)+1)
	return r.texts[n]
}
