package calendar

import (
	"fmt"
	"strconv"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// at fills in where the event is.
func (r *reader) at(latitude, longitude string, parts ...string) {
	if r.event.Address == "" {
		r.event.Address = place(parts...)
	}
	r.event.Latitude, r.event.Longitude = position(latitude, longitude)
}

// named is the title of a post that the event refers to, such as a venue. One that may not leave has none, which is
// counted as a loss.
func (r *reader) named(what string, id int64) (title string, ok bool) {
	reference := r.view.Reference(id)
	switch {
	case !reference.Exists:
		r.view.Log.Lose(finding.ReferenceMissing, fmt.Sprintf("%s %d", what, id), 1)
	case reference.Private:
		r.view.Log.Lose(finding.ReferencePrivate, fmt.Sprintf("%s %d", what, id), 1)
	}
	return reference.Title, reference.Public
}

// coordinate reads a latitude or longitude.
func coordinate(text string, limit float64) *float64 {
	f, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || f != f || f < -limit || f > limit {
		return nil
	}
	return &f
}

// position reads coordinates; 0,0 is what calendars store for "not set".
func position(latitude, longitude string) (*float64, *float64) {
	lat, long := coordinate(latitude, 90), coordinate(longitude, 180)
	if lat == nil || long == nil || *lat == 0 && *long == 0 {
		return nil, nil
	}
	return lat, long
}

// place joins the parts of an address that have a value.
func place(parts ...string) string {
	var filled []string
	for _, p := range parts {
		if p = strings.TrimSpace(wordpress.PlainText(p)); p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, ", ")
}

// firstFilled returns the first value that is not empty, as plain text.
func firstFilled(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(wordpress.PlainText(v)); v != "" {
			return v
		}
	}
	return ""
}

// price writes an amount with its currency, which stands before or behind it. A price in words has none.
func price(amount, currency string, behind bool) string {
	amount, currency = firstFilled(amount), firstFilled(currency)
	switch {
	case strings.Trim(amount, "0123456789.,–- ") != "" || amount == "":
		return amount
	case behind:
		return strings.TrimSpace(amount + " " + currency)
	}
	return currency + amount
}
