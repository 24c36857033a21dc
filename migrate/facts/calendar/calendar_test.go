package calendar

import (
	"reflect"
	"testing"

	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// calendarSite is a site in Vienna with venues (20, 22, one that may not leave: 23), a draft organizer (21) and a location.
func calendarSite() *wordpress.Site {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	b.Option("timezone_string", "Europe/Vienna")
	b.Post(wordpress.IndexRow{ID: 20, Type: "page", Status: "publish", Name: "hall", Title: "The Hall &amp; Garden"})
	b.Post(wordpress.IndexRow{ID: 21, Type: "page", Status: "draft", Name: "secret", Title: "Not announced yet"})
	for id, status := range map[int64]string{22: "publish", 23: "private"} {
		b.Post(wordpress.IndexRow{ID: id, Type: "tribe_venue", Status: status, Name: "house", Title: "House"})
		for _, m := range meta("_VenueAddress", "1 rue X", "_VenueCity", "Paris", "_VenueZip", "75001", "_VenueCountry", "France", "_VenueLat", "48.2", "_VenueLng", "16.37") {
			b.PostMeta(id, m.Key, m.Value)
		}
	}
	b.Row("em_locations", wordpress.Row{"location_id": "3", "location_name": "Town hall", "location_address": "Main street 1", "location_town": "Wien", "location_postcode": "1010", "location_country": "AT", "location_latitude": "48.2", "location_longitude": "16.37"})
	return b.Build()
}

func meta(pairs ...string) []wordpress.Meta {
	var all []wordpress.Meta
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, wordpress.Meta{Key: pairs[i], Value: pairs[i+1]})
	}
	return all
}

func TestEvent(t *testing.T) {
	latitude, longitude := 48.2, 16.37
	cases := map[string]struct {
		post wordpress.Post
		want record.Event
		none bool
	}{
		"no calendar speaks of it": {post: wordpress.Post{ID: 1}, none: true},
		"The Events Calendar": {
			post: wordpress.Post{Meta: meta("_EventStartDate", "2020-03-02 15:00:00", "_EventEndDate", "2020-03-02 16:00:00", "_EventTimezone", "America/New_York",
				"_EventVenueID", "20", "_EventOrganizerID", "21", "_EventURL", "https://example.org/e", "_EventCost", "12", "_EventCurrencySymbol", "€")},
			want: record.Event{Start: "2020-03-02T15:00:00-05:00", End: "2020-03-02T16:00:00-05:00", Timezone: "America/New_York", Venue: "The Hall & Garden", URL: "https://example.org/e", Cost: "€12"},
		},
		"The Events Calendar, at a venue, with an offset and a currency behind": {
			post: wordpress.Post{Meta: meta("_EventStartDate", "2020-03-02 15:00:00", "_EventTimezone", "UTC-3.5", "_EventVenueID", "22", "_EventCost", "12,50", "_EventCurrencySymbol", "€", "_EventCurrencyPosition", "suffix")},
			want: record.Event{Start: "2020-03-02T15:00:00-03:30", Timezone: "-03:30", Venue: "House", Address: "1 rue X, 75001 Paris, France", Latitude: &latitude, Longitude: &longitude, Cost: "12,50 €"},
		},
		"The Events Calendar, at a venue that may not leave, free": {
			post: wordpress.Post{Meta: meta("_EventStartDate", "2020-03-02 15:00:00", "_EventVenueID", "23", "_EventCost", "free of charge", "_EventCurrencySymbol", "€")},
			want: record.Event{Start: "2020-03-02T15:00:00+01:00", Timezone: "Europe/Vienna", Cost: "free of charge"},
		},
		"The Events Calendar, whole days": {
			post: wordpress.Post{Meta: meta("_EventStartDate", "2020-03-02 00:00:00", "_EventEndDate", "2020-03-03 23:59:59", "_EventAllDay", "yes")},
			want: record.Event{Start: "2020-03-02", End: "2020-03-03", AllDay: true, Timezone: "Europe/Vienna"},
		},
		"Events Manager": {
			post: wordpress.Post{Rows: map[string][]wordpress.Row{"em_events": {{"event_start_date": "2021-07-01", "event_start_time": "10:00:00", "event_end_date": "2021-07-01", "event_end_time": "12:30:00", "event_timezone": "Europe/Vienna", "location_id": "3"}}}},
			want: record.Event{Start: "2021-07-01T10:00:00+02:00", End: "2021-07-01T12:30:00+02:00", Timezone: "Europe/Vienna", Venue: "Town hall", Address: "Main street 1, 1010 Wien, AT", Latitude: &latitude, Longitude: &longitude},
		},
		"Events Manager, one whole day": {
			post: wordpress.Post{Rows: map[string][]wordpress.Row{"em_events": {{"event_start_date": "2021-07-01", "event_start_time": "00:00:00", "event_end_date": "2021-07-01", "event_end_time": "23:59:59", "event_all_day": "1"}}}},
			want: record.Event{Start: "2021-07-01", End: "2021-07-01", AllDay: true, Timezone: "Europe/Vienna"},
		},
		"All-in-One Event Calendar, city without street": {
			post: wordpress.Post{Rows: map[string][]wordpress.Row{"ai1ec_events": {{"start": "1535965200", "end": "1536339600", "timezone_name": "Africa/Dakar", "city": "Dakar", "country": "SN", "latitude": "0.000000000000000", "longitude": "0.000000000000000", "cost": `a:2:{s:4:"cost";s:6:"EUR 50";s:7:"is_free";b:0;}`}}}},
			want: record.Event{Start: "2018-09-03T09:00:00+00:00", End: "2018-09-07T17:00:00+00:00", Timezone: "Africa/Dakar", Address: "Dakar, SN", Cost: "EUR 50"},
		},
		"a time that is none": {post: wordpress.Post{Rows: map[string][]wordpress.Row{"ai1ec_events": {{"start": "soon"}}}}, none: true},
	}
	site := calendarSite()
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, ok := Event(&c.post, site.View())
			if ok == c.none {
				t.Fatalf("an event: %v", ok)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestUnknownZoneIsTheSitesWithAFinding(t *testing.T) {
	view := calendarSite().View()
	post := &wordpress.Post{Meta: meta("_EventStartDate", "2020-03-02 15:00:00", "_EventTimezone", "Mars/Olympus")}
	if event, _ := Event(post, view); event.Timezone != "Europe/Vienna" || len(view.Log.Findings()) != 1 {
		t.Errorf("zone %q, findings %+v", event.Timezone, view.Log.Findings())
	}
}
