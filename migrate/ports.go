package migrate

import (
	"context"
	"iter"

	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// Source is a place that holds one WordPress site: a dump, a database. It is opened read only. Heads, Posts and Meta
// may be called more than once, one after the other, and give one point in time. An error ends the sequence that yields it;
// after it, nothing may be removed from an output. One that may pass says so, see Transient.
type Source interface {
	// Site reads everything but the text of posts.
	Site(context.Context) (*wordpress.Site, error)
	// Heads yields every row of the posts table by ascending ID.
	Heads(context.Context) iter.Seq2[wordpress.Head, error]
	// Posts yields, by ascending ID, the posts whose heads want reports true for, whole.
	Posts(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[*wordpress.Post, error]
	// Digests yields, by ascending ID, the heads that want reports true for, each with a Digest of all that Posts would say
	// of its post; a zero one where the source cannot tell. Equal digests of one kind of source mean equal posts. It costs
	// much less than Posts.
	Digests(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[wordpress.Head, error]
	// Meta yields, by ascending ID, the meta whose keys are wanted, of every post that has any.
	Meta(context.Context, wordpress.KeyPatterns) iter.Seq2[wordpress.MetaOf, error]
	// Complete reports whether the source can promise that nothing is missing: false for a dump whose tool writes
	// no end marker. It is known once Site has returned.
	Complete() bool
	Close() error
}

// Witness is a source that can tell what it holds as it held it at an earlier run, without reading it.
type Witness interface {
	// Untouched reports what is certain to be as it was in the run whose testimony this is: all that Site, Posts, Digests and Meta
	// say, which is looked into only where it is wanted, or at least the meta of posts. It is false of what changed, and of what nobody knows.
	Untouched(ctx context.Context, testimony []byte, wanted bool) (all, meta bool, err error)
	// TakeMeta tells the digests that the meta of posts had in a run since which it is untouched, the Meta of the heads of Digests, and
	// of which posts that is known. Meta that is known is not summed up again. It is called before Site, if at all.
	TakeMeta(digest func(post int64) (wordpress.Digest, bool))
	// Testimony is for a later run to ask by; nothing where it could not be told. All reports whether that run may find all as it
	// was, and not the meta of posts alone. It is asked for once Site and Digests were read.
	Testimony(context.Context) (testimony []byte, all bool)
}

// Output is a place where records go.
type Output interface {
	// Begin starts a run: takes the lock, reads what is there, checks the guards that can be checked before the
	// first write.
	Begin(context.Context, Plan) (Run, error)
}

// AheadReader is an output that can read what it holds while its caller still reads the source.
type AheadReader interface {
	// Ahead locks the output and begins to read. Begin takes over what was found out. Whoever does not come to call Begin calls
	// leave, which does nothing afterwards. Unless there is an error, recalled is called once, and Begin waits for it: with what
	// Recall is going to return, or with nothing where that is not known yet.
	Ahead(ctx context.Context, recalled func([]byte)) (leave func() error, err error)
}

// Plan is what an output must know before the first record.
type Plan struct {
	Site  string // SITE of the records' ids
	Home  string // host and path of the site's own address, as SITE is made of them; empty: it is not known
	Moved bool   // the address may be another than that of the last run
	Posts int    // rows of the posts table that are no revisions
	// Content is how many of them are of types that visitors come for, or that nobody knows, and neither in the trash nor drafts that
	// nobody saved; Files how many are attachments. Who clears out revisions, the trash, caches or messages loses none of these.
	Content, Files int
	// Tables are those of the site that records are made of and that hold rows, sorted; nil: it is not known.
	Tables []string
	// MissingRules are the tables, each with its plugin, without which nobody can tell which posts are for members only; with Tables nil,
	// it is not known.
	MissingRules []string
	AnyTables    bool  // tables that were there may be gone, and those of MissingRules missing
	Prune        bool  // remove records whose posts are deleted or now left out
	Withdraw     bool  // whether anything may be removed at all; false where the source's completeness is unknown
	MaxRemove    Limit // the most that may be removed in one run
	Overwrite    bool  // write over files that someone edited; the edited file is kept as NAME.local
	Compare      bool  // a Change says what differs, not only that something does
	AddSite      bool  // admit another site into an output that has one
	// Fate says why a record of this post was neither put nor kept. It is called in Finish only.
	Fate func(post int64) Fate
	// Settled is called by Finish once every record of the run stands where it is to stand, and before another run may
	// begin; not where a guard or an error stopped the run. Path tells where a record stands, below the output with
	// slashes; nowhere, it is empty. May be nil.
	Settled func(path func(id string) string) error
	// Ended is called by Finish last, with what it returns, and before another run may begin. May be nil.
	Ended func(Summary, error) error
}

// Fate is why a record that an output holds was not made this time.
type Fate string

// The fates.
const (
	Gone      Fate = "deleted"   // its post is no row any more: removed with Prune, else stale
	LeftOut   Fate = "left out"  // the mapping leaves it out now: removed with Prune, else stale
	Forbidden Fate = "forbidden" // its post exists and may not leave (draft, private, password, trash, for members only, forbidden by the mapping): always withdrawn
	Rejected  Fate = "rejected"  // it should have become a record and could not: the old one stays
)

// Limit is a number, or a percentage of the records of the site.
type Limit struct {
	N       int
	Percent float64 // used where it is not 0; never less than 3 records
}

// Run is one pass over an output. Its methods are called by one goroutine.
type Run interface {
	// Known returns what the output holds of a record.
	Known(id string) (Entry, bool)
	// Before is how many records of the site the output held when the run began.
	Before() int
	// Put writes a record if it differs from what is there, or is to stand elsewhere.
	Put(*record.Record, Place, Inputs) (Change, error)
	// Keep says that a record that is known is unchanged and was not made again.
	Keep(id string) (Change, error)
	// Read returns a record that is known and not edited, as the output holds it.
	Read(id string) (*record.Record, error)
	// Recall returns what the last run of this site left with Remember; nothing where there was none, or it is gone.
	Recall() ([]byte, error)
	// Remember leaves something for the next run, in pieces that follow one another. Finish asks for it, and stores it, once all
	// that it may speak of is on the disk.
	Remember(func() ([][]byte, error))
	// Finish commits what is open; it is the only place that removes, or moves onto an occupied path.
	Finish() (Summary, error)
	// Abort gives up after what is committed: nothing is removed.
	Abort() error
}

// Place is where the file of a record is to stand: the names of its folders and its own, as they come from the record,
// without an extension. Nil stands for KIND and SLUG. An output makes them safe, and tells records apart that want one
// path.
type Place []string

// Inputs says what a record was made of, in a form that only package migrate reads. Equal Inputs make equal records.
// An output stores it with the record and gives it back.
type Inputs []byte

// Entry is what an output knows of a record it holds.
type Entry struct {
	ID     string
	Path   string // below the output, with slashes
	Digest string // of the file's bytes, hexadecimal SHA-256
	Inputs Inputs
	Edited bool // what stands there is not what was written
}

// Action is what happened to a record.
type Action string

// The actions, named as in reports.
const (
	Create    Action = "create"
	Update    Action = "update"
	Move      Action = "move" // the path changed; the content may have, too
	Remove    Action = "remove"
	Stale     Action = "stale" // its post is gone or left out, and nothing was to be pruned
	Unchanged Action = "unchanged"
	Edited    Action = "edited" // someone edited the file, or another program wrote it: left alone
)

// Change is what Put did, or Finish.
type Change struct {
	Action  Action
	ID      string // empty: of a file of many records, which someone edited, and in which none is to stand any more
	Path    string
	OldPath string              // of a move
	Fields  []record.Difference // of an update, where the Plan asks to compare
	Gone    bool                // of an edited one: its record is to go, and stays only because someone edited it, brought it back or copied it
}

// Export is a file for other programs that is made of all records of a run. Begin is called once the output has begun,
// Add for each record by ascending post ID, those of one post in their order, and in the end either Finish, when all
// stand in their places, or Drop, which leaves what was there before. Drop after Finish does nothing.
type Export interface {
	Begin() error
	Add(*record.Record) error
	Finish(path func(id string) string) error
	Drop() error
}

// Summary counts the records of a finished run by action and lists what Finish itself did.
type Summary struct {
	Counts  map[Action]int
	Changes []Change // removed, stale and moved records, and new ones that stand elsewhere than Put said, by id
}
