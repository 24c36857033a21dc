package ledger

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// anyLedger draws a ledger, and writes it.
func anyLedger(t *rapid.T) (*Ledger, []byte) {
	text := rapid.StringN(0, 12, 40)
	digest := rapid.Custom(func(t *rapid.T) (d wordpress.Digest) {
		copy(d[:], rapid.SliceOfN(rapid.Byte(), len(d), len(d)).Draw(t, "digest"))
		return d
	})
	question := rapid.Custom(func(t *rapid.T) wordpress.Asked {
		sum := digest.Draw(t, "answer")
		return wordpress.Asked{
			Question: wordpress.Question{Kind: text.Draw(t, "kind"), ID: rapid.Int64().Draw(t, "id"), Text: text.Draw(t, "text")},
			Answer:   wordpress.Answer(sum[:16]),
		}
	})
	account := rapid.Custom(func(t *rapid.T) report.Account {
		a := report.Account{Kind: text.Draw(t, "kind"), MainFile: rapid.Uint64().Draw(t, "file")}
		for range rapid.IntRange(0, 3).Draw(t, "fields") {
			a.Fields = append(a.Fields, report.FieldState{Field: text.Draw(t, "field"), Origin: text.Draw(t, "origin"), State: report.State(rapid.IntRange(0, 2).Draw(t, "state"))})
		}
		for range rapid.IntRange(0, 2).Draw(t, "losses") {
			a.Losses = append(a.Losses, report.Lost{Code: finding.Code(text.Draw(t, "code")), Count: rapid.IntRange(0, 1e9).Draw(t, "count")})
		}
		for range rapid.IntRange(0, 2).Draw(t, "findings") {
			a.Findings = append(a.Findings, report.Found{Code: finding.Code(text.Draw(t, "code")), Field: text.Draw(t, "field")})
		}
		return a
	})
	l := &Ledger{Terms: digest.Draw(t, "terms"), Questions: []wordpress.Asked{}, Posts: []Post{}}
	w := NewWriter(l.Terms, l.Site, l.Public)
	number := map[wordpress.Asked]uint32{}
	id := int64(0)
	for range rapid.IntRange(0, 5).Draw(t, "posts") {
		id += rapid.Int64Range(1, 1<<40).Draw(t, "gap")
		p := Post{ID: id, Own: digest.Draw(t, "own"), Inputs: digest.Draw(t, "inputs"), Asked: []uint32{}, Outcome: Outcome{
			Disposition: report.Disposition(text.Draw(t, "disposition")), Reason: text.Draw(t, "reason"), Withheld: rapid.Bool().Draw(t, "withheld"),
			Entry: rapid.IntRange(-3, 100).Draw(t, "entry"), Kind: text.Draw(t, "kind"),
		}}
		trace := wordpress.Trace(rapid.SliceOfN(question, 0, 4).Draw(t, "trace"))
		for _, q := range trace {
			n, known := number[q]
			if !known {
				n = uint32(len(l.Questions))
				number[q] = n
				l.Questions = append(l.Questions, q)
			}
			p.Asked = append(p.Asked, n)
		}
		for range rapid.IntRange(0, 2).Draw(t, "records") {
			a := account.Draw(t, "account")
			a.Post = p.ID
			p.Records = append(p.Records, Record{ID: text.Draw(t, "record"), Account: a})
		}
		w.Add(p.ID, p.Own, p.Inputs, trace, p.Outcome)
		l.Posts = append(l.Posts, p)
	}
	return l, w.Bytes()
}

func TestReadGivesWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want, written := anyLedger(t)
		got, err := Read(written)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("read   %+v\nwritten %+v", got, want)
		}
	})
}

// A ledger of which any byte is another, or which is cut off anywhere, is none.
func TestDamage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, written := anyLedger(t)
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
