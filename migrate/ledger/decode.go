package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
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
	met    rows     // so far, with posts
	asked  []uint32 // room for what posts asked
	made   []Record // room for their records
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
	l.Questions = make([]wordpress.Asked, r.count(3+len(wordpress.Answer{})))
	l.texts, l.shapes, l.asked = r.texts, r.shapes, section{r.rest, make([]uint32, len(l.Questions))}
	for i := range l.Questions {
		l.Questions[i] = r.question()
		l.asked.ends[i] = uint32(len(l.asked.stored) - len(r.rest))
	}
	l.Posts = make([]Post, r.count(digestsSize))
	l.posts, l.met = section{r.rest, make([]uint32, len(l.Posts))}, make([]rows, len(l.Posts))
	last := int64(0)
	r.met = rows{}
	for i := range l.Posts {
		l.Posts[i] = r.post(last, len(l.Questions))
		l.Posts[i].at = i
		l.posts.ends[i], l.met[i] = uint32(len(l.posts.stored)-len(r.rest)), r.met
		last = l.Posts[i].ID
	}
	return l
}

func (r *reader) question() wordpress.Asked {
	q := wordpress.Asked{Question: wordpress.Question{Kind: r.text(), ID: r.signed(), Text: r.text()}}
	copy(q.Answer[:], r.bytes(len(q.Answer)))
	return q
}

func (r *reader) post(last int64, questions int) Post {
	p := Post{ID: last + int64(r.number())}
	p.Digests = Digests{r.digest(), r.digest(), r.digest()}
	p.Asked = take(&r.asked, r.count(1))
	for i := range p.Asked {
		n := r.number()
		r.failed = r.failed || n >= uint64(questions)
		p.Asked[i] = uint32(n)
		r.met.questions = max(r.met.questions, p.Asked[i]+1)
	}
	p.Disposition, p.Reason = report.Disposition(r.text()), r.text()
	p.Withheld = r.byte() == 1
	p.Entry, p.Kind = int(r.signed()), r.text()
	if n := r.count(1); n > 0 {
		p.Records = take(&r.made, n)
	}
	for i := range p.Records {
		p.Records[i] = Record{ID: r.text(), Account: r.account(p.ID)}
	}
	return p
}

// take cuts n elements off a room, which is made anew where they do not fit: one allocation serves many posts.
func take[E any](room *[]E, n int) []E {
	if n > len(*room) {
		*room = make([]E, max(n, 4096))
	}
	taken := (*room)[:n:n]
	*room = (*room)[n:]
	return taken
}

func (r *reader) account(post int64) report.Account {
	a := report.Account{Kind: r.text(), Post: post}
	if n := r.number(); n < uint64(len(r.shapes)) {
		a.Fields = r.shapes[n].fields
		r.met.shapes = max(r.met.shapes, uint32(n)+1)
	} else {
		r.failed = true
	}
	if n := r.count(2); n > 0 {
		a.Losses = make([]report.Lost, n)
	}
	for i := range a.Losses {
		a.Losses[i] = report.Lost{Code: finding.Code(r.text()), Count: int(r.number())}
	}
	if n := r.count(2); n > 0 {
		a.Findings = make([]report.Found, n)
	}
	for i := range a.Findings {
		a.Findings[i] = report.Found{Code: finding.Code(r.text()), Field: r.text()}
	}
	if b := r.bytes(8); len(b) == 8 {
		a.MainFile = binary.LittleEndian.Uint64(b)
	}
	return a
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
