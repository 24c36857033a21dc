package migrate

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"sort"

	"wp2pub/migrate/ledger"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// memory is what a run knows of the one before it, and writes down for the next.
type memory struct {
	terms   wordpress.Digest
	posts   []digested     // that are to be looked at, by ascending ID
	last    *ledger.Ledger // what the run before wrote down; nil: nothing that counts
	kept    []int32        // positions in last of posts that need not be made again
	taken   ledger.Post    // of last, taken apart
	asked   int            // position of the post that keeps was last asked for
	done    int            // how many of those that are kept are accounted for
	next    *ledger.Writer
	changed bool // next says something else than last
	forgot  bool // next lacks a post that was looked at
}

// digested is a post that is to be looked at.
type digested struct {
	id       int64
	own      wordpress.Digest // of what the source holds of it; zero where it could not tell
	meta     wordpress.Digest // of its meta alone
	standing bool             // it need not be made again
}

// find returns the position of a post, or where it would be.
func (m *memory) find(post int64) int {
	return sort.Search(len(m.posts), func(i int) bool { return m.posts[i].id >= post })
}

// look returns what is known of a post; nothing but its ID where that is nothing.
func (m *memory) look(post int64) digested {
	if i := m.find(post); i < len(m.posts) && m.posts[i].id == post {
		return m.posts[i]
	}
	return digested{id: post}
}

// take takes a post of a ledger apart, until the next one is.
func (m *memory) take(last *ledger.Ledger, n int) *ledger.Post {
	last.Post(n, &m.taken)
	return &m.taken
}

// keeps reports whether a post need not be made again. It is quick for posts that are asked for in order.
func (m *memory) keeps(post int64) bool {
	if m.asked++; m.asked >= len(m.posts) || m.posts[m.asked].id != post {
		m.asked = m.find(post)
	}
	return m.asked < len(m.posts) && m.posts[m.asked].id == post && m.posts[m.asked].standing
}

// recall finds out which posts need not be made again: those of which the source, the site and the terms of the run say what
// they said when the records were made that the output holds. It learns names from posts only if any post is to be made, or
// they may be others than then.
func (e *engine) recall(ctx context.Context, source Source, run Run, ahead *recalled) error {
	m := &e.memory
	left, err := run.Recall()
	if err != nil {
		return err
	}
	if e.before != nil {
		last, err := ahead.read(left)
		if err == nil && e.standsWhole(last, run) {
			e.keepWhole(last)
			return nil
		}
		if err := e.readAll(ctx, source); err != nil {
			return err
		}
	}
	m.terms = e.terms(e.options.SiteID)
	told := e.told(e.options.SiteID)
	public, err := e.digests(ctx, source)
	if err != nil {
		return err
	}
	if m.last, err = ahead.read(left); err != nil || m.last.Terms != told {
		m.last = nil
	}
	m.next = ledger.NewWriter(told, e.site.Digest(), public, m.last)
	if m.last == nil || e.options.KeepRecords { // the report needs the records themselves
		m.changed = true
		return e.learn(ctx, source)
	}
	same := m.last.Site == e.site.Digest()
	learned := same && m.last.Public == public && public != (wordpress.Digest{})
	if !learned {
		if err := e.learn(ctx, source); err != nil {
			return err
		}
	}
	e.compareWith(m.last, newAnswers(e.site, m.last, same, learned), run)
	m.changed = !learned || len(m.kept) != m.last.Posts() || len(m.kept) != e.wanted
	if learned && len(m.kept) != e.wanted {
		return e.learn(ctx, source)
	}
	return nil
}

// digests asks the source for the digests of all posts that are to be looked at, and returns one of all posts from which names
// are learned; zero where the source cannot tell.
func (e *engine) digests(ctx context.Context, source Source) (public wordpress.Digest, err error) {
	m := &e.memory
	m.posts = make([]digested, 0, e.wanted)
	sum, unknown, learns := sha256.New(), false, e.learns()
	decide := e.decider()
	want := func(h wordpress.Head) bool { return decide(h).Read || learns && e.public(h) }
	for head, err := range source.Digests(ctx, want) {
		if err != nil {
			return public, err
		}
		if decide(head).Read {
			m.posts = append(m.posts, digested{id: head.ID, own: head.Digest, meta: head.Meta})
		}
		if learns && e.public(head) {
			unknown = unknown || head.Digest == (wordpress.Digest{})
			sum.Write(append(binary.LittleEndian.AppendUint64(nil, uint64(head.ID)), head.Digest[:]...))
		}
	}
	if unknown {
		return public, nil
	}
	return wordpress.Digest(sum.Sum(nil)), nil
}

// public reports whether names are learned from a post.
func (e *engine) public(h wordpress.Head) bool {
	entry, ok := e.site.Entry(h.ID)
	return ok && e.site.Published(entry)
}

// compareWith keeps the posts of a ledger that would come out as they did.
func (e *engine) compareWith(last *ledger.Ledger, answers *answers, run Run) {
	m, at := &e.memory, 0
	m.kept = make([]int32, 0, last.Posts())
	for n := range last.Posts() {
		for at < len(m.posts) && m.posts[at].id < last.ID(n) {
			at++
		}
		if at < len(m.posts) && m.posts[at].id == last.ID(n) && e.stands(m.take(last, n), m.posts[at].own, answers, run) {
			m.posts[at].standing = true
			m.kept = append(m.kept, int32(n))
		}
	}
}

// stands reports whether a post would come out as it did, of which the source holds what this is the digest of.
func (e *engine) stands(p *ledger.Post, own wordpress.Digest, answers *answers, run Run) bool {
	return own == p.Own && own != (wordpress.Digest{}) && e.expected[p.ID] == nil && answers.hold(p) && e.holds(p, run)
}

// holds reports whether the output holds the records of a post, made of what the ledger says.
func (e *engine) holds(p *ledger.Post, run Run) bool {
	for _, r := range p.Records {
		known, ok := run.Known(r.ID)
		if !ok || !known.Inputs.isOf(p.Inputs) || known.Edited && len(e.options.Exports) > 0 { // exports have what the site says
			return false
		}
	}
	return true
}

// keepBefore keeps the records of the posts below an ID that need not be made again, and accounts for them.
func (e *engine) keepBefore(post int64, run Run) error {
	m := &e.memory
	for ; m.done < len(m.kept); m.done++ {
		n := int(m.kept[m.done])
		if m.last.ID(n) >= post {
			break
		}
		if err := e.keep(m.take(m.last, n), run); err != nil {
			return err
		}
		if m.changed {
			m.next.Keep(n)
		}
		e.progress()
	}
	return nil
}

// keep keeps the records of a post.
func (e *engine) keep(p *ledger.Post, run Run) error {
	var ids []string
	for _, r := range p.Records {
		change, err := run.Keep(r.ID)
		if err != nil {
			return err
		}
		ids = append(ids, r.ID)
		e.noteChange(change, r.Account.Kind)
		e.report.AddAccount(r.Account)
		if err := e.exportKept(r.ID, run); err != nil {
			return err
		}
	}
	if e.before != nil { // all rows are accounted for
		return nil
	}
	entry, _ := e.site.Entry(p.ID)
	e.account(made{row: report.Row{PostID: p.ID, PostType: entry.Type, Status: entry.Status, Disposition: p.Disposition, Reason: p.Reason, RecordIDs: ids},
		label: e.site.PostType(entry.Type).Label, kind: p.Kind, withheld: p.Withheld, entry: p.Entry})
	return nil
}

// remember writes down what came of a post that was made. One whose making failed is forgotten, and made again next time.
func (e *engine) remember(m made, accounts []report.Account) {
	e.memory.forgot = e.memory.forgot || m.trace == nil
	if m.trace == nil || !e.memory.changed {
		return
	}
	o := ledger.Outcome{Disposition: m.row.Disposition, Reason: m.row.Reason, Withheld: m.withheld, Entry: m.entry, Kind: m.kind}
	for i, a := range accounts {
		o.Records = append(o.Records, ledger.Record{ID: m.row.RecordIDs[i], Account: a})
	}
	of := e.memory.look(m.row.PostID)
	e.memory.next.Add(of.id, ledger.Digests{Own: of.own, Meta: of.meta, Inputs: m.inputs}, m.trace, o)
}
