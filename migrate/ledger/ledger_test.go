package ledger

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// entry is what is written down of a post.
type entry struct {
	id      int64
	digests Digests
	trace   wordpress.Trace
	outcome Outcome
}

func (e entry) add(w *Writer) { w.Add(e.id, e.digests, e.trace, e.outcome) }

// held is what a ledger holds of a post, whatever the numbers in it.
type held struct {
	id       int64
	digests  Digests
	shared   []wordpress.Asked
	own      []string
	answered wordpress.Answer
	outcome  string
}

func heldIn(l *Ledger) []held {
	var all []held
	var p Post // its room is used again
	for n := range l.Posts() {
		l.Post(n, &p)
		h := held{id: p.ID, digests: p.Digests, answered: p.Answered, outcome: fmt.Sprintf("%+v", p.Outcome)}
		shared, own := l.List(p.Asked)
		for _, n := range shared {
			h.shared = append(h.shared, l.Questions[n])
		}
		h.own = own
		all = append(all, h)
	}
	return all
}

// heldOf is what a ledger is to hold of posts.
func heldOf(entries []entry) []held {
	var all []held
	for _, e := range entries {
		h := held{id: e.id, digests: e.digests, outcome: fmt.Sprintf("%+v", e.outcome)}
		var answers []wordpress.Answer
		for _, a := range e.trace {
			if a.ID == e.id && a.Text == "" {
				h.own, answers = append(h.own, a.Kind), append(answers, a.Answer)
			} else {
				h.shared = append(h.shared, a)
			}
		}
		h.answered = Answered(answers)
		all = append(all, h)
	}
	return all
}

var (
	texts   = rapid.OneOf(rapid.SampledFrom([]string{"", "Permalink", "title", "post"}), rapid.StringN(0, 12, 40)) // most stand in several posts
	digests = rapid.Custom(func(t *rapid.T) (d wordpress.Digest) {
		copy(d[:], rapid.SliceOfN(rapid.Byte(), len(d), len(d)).Draw(t, "digest"))
		return d
	})
	questions = rapid.Custom(func(t *rapid.T) wordpress.Asked {
		q := wordpress.Asked{Question: wordpress.Question{Kind: texts.Draw(t, "kind"), ID: rapid.Int64Range(-3, 6).Draw(t, "id"), Text: texts.Draw(t, "text")}}
		if rapid.Bool().Draw(t, "answered") {
			sum := digests.Draw(t, "answer")
			copy(q.Answer[:], sum[:])
		}
		return q
	})
	accounts = rapid.Custom(func(t *rapid.T) report.Account {
		a := report.Account{Kind: texts.Draw(t, "kind"), MainFile: rapid.Uint64().Draw(t, "file")}
		for range rapid.IntRange(0, 3).Draw(t, "fields") {
			a.Fields = append(a.Fields, report.FieldState{Field: texts.Draw(t, "field"), Origin: texts.Draw(t, "origin"), State: report.State(rapid.IntRange(0, 2).Draw(t, "state"))})
		}
		for range rapid.IntRange(0, 2).Draw(t, "losses") {
			a.Losses = append(a.Losses, report.Lost{Code: finding.Code(texts.Draw(t, "code")), Count: rapid.IntRange(0, 1e9).Draw(t, "count")})
		}
		for range rapid.IntRange(0, 2).Draw(t, "findings") {
			a.Findings = append(a.Findings, report.Found{Code: finding.Code(texts.Draw(t, "code")), Field: texts.Draw(t, "field")})
		}
		return a
	})
)

// anyEntry draws what is written down of a post.
func anyEntry(t *rapid.T, id int64) entry {
	e := entry{id, Digests{digests.Draw(t, "own"), digests.Draw(t, "meta"), digests.Draw(t, "inputs")}, wordpress.Trace(rapid.SliceOfN(questions, 0, 4).Draw(t, "trace")), Outcome{
		Disposition: report.Disposition(texts.Draw(t, "disposition")), Reason: texts.Draw(t, "reason"), Withheld: rapid.Bool().Draw(t, "withheld"),
		Entry: rapid.IntRange(-3, 100).Draw(t, "entry"), Kind: texts.Draw(t, "kind"),
	}}
	for range rapid.IntRange(0, 2).Draw(t, "records") {
		a := accounts.Draw(t, "account")
		a.Post = id
		e.outcome.Records = append(e.outcome.Records, Record{ID: texts.Draw(t, "record"), Account: a})
	}
	return e
}

// anyLedger draws a ledger, and writes it.
func anyLedger(t *rapid.T) (written []byte, want []entry) {
	w := NewWriter(digests.Draw(t, "terms"), digests.Draw(t, "site"), digests.Draw(t, "public"), nil)
	id := int64(0)
	for range rapid.IntRange(0, 12).Draw(t, "posts") {
		id += rapid.OneOf(rapid.Int64Range(1, 2), rapid.Int64Range(1, 1<<40)).Draw(t, "gap") // most ask something about themselves
		want = append(want, anyEntry(t, id))
		want[len(want)-1].add(w)
	}
	return bytes.Join(w.Pieces(), nil), want
}

func mustRead(t *rapid.T, written []byte) *Ledger {
	l, err := Read(written)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestReadGivesWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		written, want := anyLedger(t)
		if got, want := heldIn(mustRead(t, written)), heldOf(want); !reflect.DeepEqual(got, want) {
			t.Fatalf("read   %+v\nwritten %+v", got, want)
		}
	})
}

// A post is found by its ID, with its digests, wherever it is looked for first.
func TestFind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		written, want := anyLedger(t)
		l := mustRead(t, written)
		near := rapid.IntRange(0, len(want)+1).Draw(t, "near")
		for i, e := range want {
			if n, found := l.Find(e.id, near); !found || n != i || l.ID(n) != e.id || l.Digests(n) != e.digests {
				t.Fatalf("%d is at %d (%t), wanted %d, with %+v, wanted %+v", e.id, n, found, i, l.Digests(n), e.digests)
			}
		}
		if _, found := l.Find(-1, near); found {
			t.Fatal("a post is found that is not there")
		}
	})
}

// A ledger that takes posts over from one before, run after run, is the very same as one that nothing came before.
func TestGoingOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		written, want := anyLedger(t)
		for range rapid.IntRange(1, 8).Draw(t, "runs") {
			before := mustRead(t, written)
			w := NewWriter(before.Terms, before.Site, before.Public, before)
			anew := NewWriter(before.Terms, before.Site, before.Public, nil)
			var next []entry
			for i, e := range want {
				switch rapid.IntRange(0, 8).Draw(t, "fate") {
				case 0: // gone
					continue
				case 1: // another
					e = anyEntry(t, e.id)
					e.add(w)
				case 2, 3: // made again, as it was but for what the source holds of it
					e.digests.Own = digests.Draw(t, "own")
					e.add(w)
				default:
					w.Keep(i)
				}
				e.add(anew)
				next = append(next, e)
			}
			written, want = bytes.Join(w.Pieces(), nil), next
			if got, want := heldIn(mustRead(t, written)), heldOf(want); !reflect.DeepEqual(got, want) {
				t.Fatalf("read   %+v\nwritten %+v", got, want)
			}
			if !bytes.Equal(written, bytes.Join(anew.Pieces(), nil)) {
				t.Fatal("it is not what it would be if it were written anew")
			}
		}
	})
}

// A ledger of which any byte is another, or which is cut off anywhere, is none.
func TestDamage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		written, _ := anyLedger(t)
		at := rapid.IntRange(0, len(written)-1).Draw(t, "at")
		if _, err := Read(written[:at]); err == nil {
			t.Fatalf("cut at %d of %d, and read", at, len(written))
		}
		written[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits"))
		if _, err := Read(written); err == nil {
			t.Fatalf("byte %d of %d was changed, and it was read", at, len(written))
		}
	})
}
