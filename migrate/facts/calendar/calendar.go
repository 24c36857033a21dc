// Package calendar reads when and where an event happens, out of the tables and meta in which the calendars of WordPress
// keep it, each in its own way.
//
//	calendar.go     which calendars there are; from what one stores to the event of a record
//	moment.go       times, zones, whole days
//	repeat.go       repeated events: what the calendar has worked out, and what its rules say
//	place.go        venues, addresses, coordinates, organizers, prices
//	ai1ec.go …      one file for each calendar; those whose rules are not written as RFC 5545 have a second one
package calendar

import (
	"fmt"
	"time"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// calendars read a post; each reports whether the post is one of its events whose start can be read.
var calendars = []func(*reader) bool{
	(*reader).allInOne, (*reader).eventsCalendar, (*reader).eventsManager, (*reader).eventOrganiser, (*reader).modernEvents, (*reader).eventON, (*reader).sugar,
}

// Event reads when and where the event of a post happens. Ok is false where no known calendar says when. Of a post of the
// type of an event calendar the finding event-unread then says so.
func Event(post *wordpress.Post, view *wordpress.View) (event record.Event, ok bool) {
	for _, read := range calendars {
		r := &reader{post: post, view: view, zone: view.Zone()}
		if read(r) {
			return r.finish(), true
		}
	}
	if typ := view.PostType(post.Type); typ.Events {
		view.Log.Find(finding.Finding{Code: finding.EventUnread, Field: "event", Detail: "the post is an event of " + typ.Origin + ", and nothing that is read says when it begins"})
	}
	return record.Event{}, false
}

// reader is an event in the making.
type reader struct {
	post *wordpress.Post
	view *wordpress.View

	event      record.Event
	zone       *time.Location
	start, end time.Time   // in the zone; of whole days the end is the midnight after the last one; zero: there is none
	known      []time.Time // starts that the calendar has worked out itself
}

// meta is the first value of a meta key.
func (r *reader) meta(key string) string {
	value, _ := r.post.MetaValue(key)
	return value
}

// finish makes the event of the record.
func (r *reader) finish() record.Event {
	e := &r.event
	e.Timezone = r.zone.String()
	if !r.end.IsZero() && r.end.Before(r.start) {
		r.find(finding.ValueInvalid, "event.end", wordpress.FormatTime(r.end), "it ends before it begins; the end is left out")
		r.end = time.Time{}
	}
	e.Start, e.End = r.span()
	r.repeat()
	return *e
}

func (r *reader) find(code finding.Code, field, value, detail string) {
	r.view.Log.Find(finding.Finding{Code: code, Field: field, Value: value, Detail: detail})
}

// impossible reports a time that cannot be read.
func (r *reader) impossible(field, value string) {
	r.find(finding.DateImpossible, field, value, fmt.Sprintf("%q is no time", value))
}
