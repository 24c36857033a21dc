package migrate

import (
	"context"
	"strconv"
	"strings"

	"wp2pub/migrate/wordpress"
)

// fate says why no record was made of a post that has one in the output.
func (e *engine) fate(post int64) Fate {
	_, exists := e.site.Entry(post)
	_, withheld := e.withheld[post]
	switch {
	case e.moved:
		return Rejected
	case !exists:
		return Gone
	case withheld || e.decide(e.headOf(post)).Withheld:
		return Forbidden
	case e.rejected[post]:
		return Rejected
	}
	return LeftOut
}

// holdStill reads the heads again where rows may have changed while they were read. If they did, nobody knows what is gone,
// and nothing is removed.
func (e *engine) holdStill(ctx context.Context, source Source) error {
	if e.before != nil || !e.site.Moving {
		return nil
	}
	entries := e.site.Entries()
	for head, err := range source.Heads(ctx) {
		if err != nil {
			return err
		}
		if e.moved = len(entries) == 0 || head != e.headOf(entries[0].ID); e.moved {
			break
		}
		entries = entries[1:]
	}
	if e.moved = e.moved || len(entries) > 0; e.moved {
		e.report.Noted = append(e.report.Noted, "posts were added, deleted or given another status while they were read: no record was removed; what is to go goes with the next run")
	}
	return nil
}

// headOf is what the site's index knows of a post that exists.
func (e *engine) headOf(post int64) wordpress.Head {
	entry, _ := e.site.Entry(post)
	return wordpress.Head{ID: post, Type: entry.Type, Status: entry.Status, Protected: entry.Protected}
}

// whyGone says for people why the record with this id is not made any more.
func (e *engine) whyGone(id string) string {
	post := postOf(id)
	switch e.fate(post) {
	case Gone:
		return "its post was deleted"
	case Forbidden:
		if reason, read := e.withheld[post]; read {
			return "its post may not leave: " + reason
		}
		return "its post may not leave: " + e.decide(e.headOf(post)).Reason
	}
	if decision := e.decide(e.headOf(post)); !decision.Read {
		return "left out: " + decision.Reason
	}
	return "the mapping makes no such record of its post"
}

// postOf reads the ID of the post from that of its record, SITE:POSTID or SITE:POSTID#KEY.
func postOf(id string) int64 {
	id, _, _ = strings.Cut(id, "#")
	post, _ := strconv.ParseInt(id[strings.LastIndexByte(id, ':')+1:], 10, 64)
	return post
}
