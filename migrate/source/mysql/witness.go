package mysql

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/wordpress"
)

// A witness knows from the server whether anyone has written to the site's tables since an earlier run, without reading them.
//
// InnoDB keeps in UPDATE_TIME of information_schema.TABLES, in whole seconds, when the transaction began that was the last to
// commit a change to a table. That alone proves nothing: a transaction that began in that very second may be open still, and
// commit, after the snapshot, what leaves UPDATE_TIME as it is. So a time is trusted only if, before the snapshot began,
//
//   - that second was over, so that no transaction can begin in it any more, and
//   - no transaction was open that had begun in it, see transactions.
//
// Whatever is committed after that snapshot has begun in another second, and UPDATE_TIME tells it, at the latest when whoever
// commits is told so. What puts another table under the name, as TRUNCATE and RENAME do, is told by the numbers of the table and of its file.
//
// UPDATE_TIME is NULL until the first change that the server sees, and becomes NULL again where the server is restarted, where it
// lets go of a table that is not in use, and where a table is altered. It is never known which, and NULL counts for nothing.
//
// What nobody can tell is a server whose clock was set back, and on again, and was written to in a second that it had before.
//
// MySQL keeps these times in other ways and caches them, so that MariaDB's word alone is taken; and for a day at most after all was
// summed up, whatever it says.
//
// The table of meta is vouched for by itself: where it was not written to, and that of posts was, posts are read and summed up, and
// what their meta came to is taken from the run before. Where neither was, all may be as it was: the other tables are small, or change all the
// time, as options do, and one that may have been written to is read and compared.
type witness struct {
	server string            // what is at the other end: the server, the database, its columns, and how it is looked at
	now    float64           // the server's clock, in seconds since 1970, before the snapshot
	open   []int64           // when the transactions of others began that were open then, see transactions
	before map[string]moment // of the tables, before the snapshot
	summed float64           // when the meta was last summed up that is known, by the server's clock
	sums   map[string]string // of the parts that Site has read and that can be compared, by their first table
}

// moment says which table it is that has a name, and when, in seconds since 1970, it was made or altered, and the transaction began
// that was the last to change it; 0: nobody knows.
type moment struct{ Table, Space, Made, Changed int64 }

// over is when the second of the last change is over, in seconds since 1970.
func (m moment) over() float64 { return float64(max(m.Made, m.Changed)) + secondOver }

// testimony is what a witness says to a later one.
type testimony struct {
	Server string
	Now    float64
	Summed float64           // when meta was last summed up
	Tables map[string]moment // those whose times are trusted
	Sums   map[string]string
}

const (
	leastWitnessed = 500       // posts; the tables of a smaller site are read in no time
	longestTrust   = 24 * 3600 // seconds
	secondOver     = 1.5       // seconds after its beginning, a second is over by all clocks of the server
)

// callWitness asks the server what a witness must know before the snapshot. Where the server is none to be trusted, or does
// not let this user look, there is no witness. Where there is time, the second in which the posts were last changed is let go by.
func (s *Source) callWitness(ctx context.Context) error {
	if !s.config.Sums || s.table("posts").rows < leastWitnessed || len(s.moving()) > 0 {
		return nil
	}
	w, err := s.newWitness(ctx)
	if wait := s.untilOver(w); err == nil && wait > 0 && s.config.Patient {
		if err := rest(ctx, wait); err != nil {
			return err
		}
		w, err = s.newWitness(ctx)
	}
	s.witness = w
	return err
}

// untilOver is for how long the second lasts in which posts or their meta were last changed.
func (s *Source) untilOver(w *witness) time.Duration {
	left := 0.0
	if w != nil {
		for _, name := range []string{"posts", "postmeta"} {
			left = max(left, w.before[s.prefix+name].over()-w.now)
		}
	}
	return min(time.Duration(left*float64(time.Second)), 2*time.Second) // whatever the server's clock shows
}

// newWitness asks what there is to know at the moment; nil where there can be no witness.
func (s *Source) newWitness(ctx context.Context) (*witness, error) {
	w := &witness{sums: map[string]string{}}
	_, err := s.conn.ExecContext(ctx, snapshot) // another one: it is to stand in the list of transactions
	if err != nil {
		return nil, s.explain(ctx, snapshot, err)
	}
	trusted := false
	err = s.each(ctx, "the state of the server", "SELECT UNIX_TIMESTAMP(NOW(6)), @@innodb_read_only, "+
		"VERSION(), @@hostname, @@port, @@server_id, @@datadir, DATABASE(), @@sql_mode, @@time_zone, @@system_time_zone, @@system_versioning_asof", func(r row) error {
		w.now, _ = strconv.ParseFloat(r.text(0), 64)
		trusted = w.now > 0 && r.integer(1) == 0 && strings.Contains(r.text(2), "MariaDB")
		w.server = s.lookedAt(r[2:])
		return nil
	})
	if err == nil && trusted {
		w.open, trusted, err = s.transactions(ctx, w.now)
	}
	if err == nil && trusted {
		w.before, err = s.moments(ctx)
	}
	var refused *Error
	if errors.As(err, &refused) && !refused.transient {
		return nil, nil
	}
	if err != nil || !trusted {
		return nil, err
	}
	return w, nil
}

// lookedAt sums up what the site is looked at in, and how: digests of meta that was asked for in another way are others.
func (s *Source) lookedAt(server row) string {
	sum := sha256.New()
	for i := range server {
		fmt.Fprintf(sum, "%q ", server.bytes(i))
	}
	fmt.Fprintf(sum, "%q %q %q %x %q", s.prefix, s.users, s.others, s.columns.Sum(nil), summedMeta(s.table("postmeta")))
	for _, groups := range s.acfJSON {
		fmt.Fprintf(sum, " %x", sha256.Sum256(groups))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// moments asks for the moments of the site's tables, of those that have one.
func (s *Source) moments(ctx context.Context) (map[string]moment, error) {
	stored := map[string]string{} // the names of the tables, as InnoDB has them
	for name, t := range s.tables {
		if t.engine == "InnoDB" {
			stored[storedName(s.config.Database)+"/"+storedName(name)] = name
		}
	}
	found := map[string]moment{}
	err := s.each(ctx, "the list of tables", "SELECT NAME, TABLE_ID, SPACE FROM information_schema.INNODB_SYS_TABLES WHERE NAME IN ("+constants(slices.Sorted(maps.Keys(stored)))+")", func(r row) error {
		found[stored[r.text(0)]] = moment{Table: r.integer(1), Space: r.integer(2)}
		return nil
	})
	if err != nil {
		return nil, err
	}
	query := "SET STATEMENT time_zone = '+00:00' FOR SELECT TABLE_NAME, UNIX_TIMESTAMP(CREATE_TIME), UNIX_TIMESTAMP(UPDATE_TIME) " +
		"FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (" + constants(slices.Sorted(maps.Keys(found))) + ")"
	err = s.each(ctx, "the times of the tables", query, func(r row) error {
		m := found[r.text(0)]
		m.Made, m.Changed = r.integer(1), r.integer(2)
		found[r.text(0)] = m
		return nil
	})
	maps.DeleteFunc(found, func(_ string, m moment) bool { return m.Made == 0 })
	return found, err
}

// storedName is the name of a database or table as InnoDB has it, where it is one of ASCII; no other is found by it.
func storedName(name string) string {
	var stored strings.Builder
	for _, b := range []byte(name) {
		if 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b == '_' {
			stored.WriteByte(b)
		} else {
			fmt.Fprintf(&stored, "@%04x", b)
		}
	}
	return stored.String()
}

// trusts reports whether any change that the snapshot does not have will give the table another moment.
func (w *witness) trusts(m moment) bool {
	return m.Changed > 0 && w.now >= m.over() &&
		!slices.ContainsFunc(w.open, func(began int64) bool { return nearly(began, m.Changed) })
}

// hear takes note of what a part said that was read.
func (w *witness) hear(p part, b *wordpress.Builder) {
	if w != nil && len(p.summed) > 0 {
		w.note(p.tables[0], b.Sum(p.summed...))
	}
}

// note takes note of the sum of a part, or of a plugin's table.
func (w *witness) note(of string, sum wordpress.Digest) {
	if w != nil {
		w.sums[of] = hex.EncodeToString(sum[:])
	}
}

// witnessed is something of a site that may have changed.
type witnessed struct {
	tables []string                                        // with prefix; some may not be there
	sum    func(context.Context) (wordpress.Digest, error) // reads and sums it up
}

// witnessed are the parts of the site that do not take long, and the tables of plugins that are read with posts.
func (s *Source) witnessed() []witnessed {
	var all []witnessed
	for _, p := range s.parts() {
		if len(p.summed) == 0 {
			continue
		}
		all = append(all, witnessed{p.tables, func(ctx context.Context) (wordpress.Digest, error) {
			b := wordpress.NewBuilder(s.prefix)
			err := p.read(ctx, b)
			return b.Sum(p.summed...), err
		}})
	}
	for _, t := range wordpress.PostTables() {
		all = append(all, witnessed{[]string{s.prefix + t.Name}, func(ctx context.Context) (wordpress.Digest, error) {
			return s.sumPlugin(ctx, t, newSums(0))
		}})
	}
	return all
}

// Testimony implements migrate.Witness.
func (s *Source) Testimony(ctx context.Context) (text []byte, all bool) {
	w := s.witness
	if w == nil || len(w.sums) == 0 {
		return nil, false
	}
	after, err := s.moments(ctx)
	if err != nil {
		return nil, false
	}
	trusted := maps.Clone(w.before)
	maps.DeleteFunc(trusted, func(table string, m moment) bool { return !w.trusts(m) || after[table] != m })
	if _, known := trusted[s.prefix+"postmeta"]; !known {
		return nil, false
	}
	_, all = trusted[s.prefix+"posts"]
	summed := w.now
	if s.knownMeta != nil {
		summed = w.summed
	}
	if text, err = json.Marshal(testimony{w.server, w.now, summed, trusted, w.sums}); err != nil {
		return nil, false
	}
	return text, all
}

// Untouched implements migrate.Witness.
func (s *Source) Untouched(ctx context.Context, given []byte, wanted bool) (all, meta bool, err error) {
	w, then := s.witness, testimony{}
	if w == nil || json.Unmarshal(given, &then) != nil || then.Server != w.server || w.now < then.Now || w.now > then.Summed+longestTrust {
		return false, false, nil
	}
	w.summed = then.Summed
	now, err := s.moments(ctx) // which the snapshot does not hold still: a change that it has is told here
	if err != nil {
		return false, false, err
	}
	meta = s.untouched([]string{s.prefix + "postmeta"}, then.Tables, now)
	if !wanted || !meta || !s.untouched([]string{s.prefix + "posts"}, then.Tables, now) {
		return false, meta, nil
	}
	for _, p := range s.witnessed() {
		if s.untouched(p.tables, then.Tables, now) {
			continue
		}
		sum, err := p.sum(ctx)
		if err != nil || hex.EncodeToString(sum[:]) != then.Sums[p.tables[0]] {
			return false, meta, err
		}
	}
	return true, true, nil
}

// TakeMeta implements migrate.Witness.
func (s *Source) TakeMeta(digest func(int64) (wordpress.Digest, bool)) { s.knownMeta = digest }

// untouched reports whether each of these tables has a moment, and the same as then.
func (s *Source) untouched(tables []string, then, now map[string]moment) bool {
	for _, name := range tables {
		if s.tables[name] == nil {
			continue
		}
		if m, known := now[name]; !known || then[name] != m {
			return false
		}
	}
	return true
}
