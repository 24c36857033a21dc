package migrate_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"time"

	"pgregory.net/rapid"

	"wp2pub/migrate"
	"wp2pub/migrate/wordpress"
)

// vouchedFor counts the runs in which the word of witnesses was taken for all, which read nothing, and for meta; and the posts of which
// they were told what their meta came to.
type vouchedFor struct{ all, meta, known int }

// witness is a dump that knows itself, and vouches for the meta of its posts alone, too. It fails where it is told that their meta
// came to something else than it does.
type witness struct {
	migrate.Source
	seen  seen
	meta  map[int64]wordpress.Digest
	known func(int64) (wordpress.Digest, bool)
	read  bool
	blind bool // to all but the meta of posts
	asked *vouchedFor
}

// seen is the testimony of a witness; of a blind one, each is another.
type seen struct {
	All, Meta [sha256.Size]byte
	At        time.Time
}

func newWitness(t rapid.TB, site *blog, asked *vouchedFor) *witness {
	meta, byPost := site.tables["postmeta"], map[int64][]byte{}
	for _, key := range meta.keys() {
		post, err := strconv.ParseInt(meta.get(key, "post_id"), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		byPost[post] = fmt.Appendf(byPost[post], "%q\n", meta.byKey[key])
	}
	w := &witness{Source: dumpOf(t, site), meta: map[int64]wordpress.Digest{}, asked: asked}
	for post, rows := range byPost {
		w.meta[post] = sha256.Sum256(rows)
	}
	w.seen = seen{sha256.Sum256([]byte(site.dump())), sha256.Sum256(fmt.Append(nil, byPost)), time.Time{}}
	return w
}

func (w *witness) Testimony(context.Context) (testimony []byte, all bool) {
	if w.blind {
		w.seen.At = time.Now()
	}
	text, err := json.Marshal(w.seen)
	if err != nil {
		panic(err)
	}
	return text, !w.blind
}

func (w *witness) Untouched(_ context.Context, testimony []byte, wanted bool) (all, meta bool, err error) {
	var then seen
	err = json.Unmarshal(testimony, &then)
	return wanted && !w.blind && then.All == w.seen.All, then.Meta == w.seen.Meta, err
}

func (w *witness) TakeMeta(digest func(int64) (wordpress.Digest, bool)) { w.known = digest }

func (w *witness) Site(ctx context.Context) (*wordpress.Site, error) {
	w.read = true
	return w.Source.Site(ctx)
}

func (w *witness) Close() error {
	if w.known != nil && w.read {
		w.asked.meta++
	} else if w.known != nil {
		w.asked.all++
	}
	return w.Source.Close()
}

func (w *witness) Digests(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		for head, err := range w.Source.Digests(ctx, want) {
			head.Meta = w.meta[head.ID]
			if err == nil && w.known != nil {
				if told, known := w.known(head.ID); known && told != head.Meta {
					err = fmt.Errorf("the meta of %d comes to %x, and is told to come to %x", head.ID, head.Meta, told)
				} else if known {
					w.asked.known++
				}
			}
			if !yield(head, err) {
				return
			}
		}
	}
}
