package migrate

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/record"
)

// mask stands where an e-mail address stood.
const mask = "…@…"

// maskInAddress stands for one in the address of a file, which stays an address.
const maskInAddress = "masked"

// emailAddress is an e-mail address, also as links write it. The host has a dot and ends in letters: @name alone is none.
var emailAddress = pattern.New(`(?i)(?:mailto:)?[\pL\pN._%+\-]+(?:@|%40)[\pL\pN\-]+(?:\.[\pL\pN\-]+)*\.\pL{2,}(?:\?[\w%&=.+\-]*)?`)

// hasAddress spares most texts the search.
func hasAddress(text string) bool {
	return (strings.Contains(text, "@") || strings.Contains(text, "%40")) && emailAddress.MatchString(text)
}

// personalData keeps or masks the e-mail addresses in a record. A body that is to be masked was made of a masked page;
// what is left in it are addresses that the page wrote in pieces.
// What keeps one gets a finding, by which people decide, and by which a record is rejected where the mapping says so.
func personalData(r *record.Record, policy mapping.PersonalData, log *finding.Log) {
	treat := func(field string, text *string) {
		switch {
		case !hasAddress(*text):
		case policy == mapping.MaskPersonalData:
			*text = masked(*text)
		default:
			log.Find(finding.Finding{Code: finding.PersonalData, Field: field, Detail: "an e-mail address"})
		}
	}
	for _, form := range []*string{&r.Body.HTML, &r.Body.Markdown, &r.Body.Text} {
		treat("body", form)
	}
	eachPart(r, treat)
	for i := range r.Downloads {
		where, query, found := strings.Cut(r.Downloads[i].URL, "?") // where mail programs put who read the link
		if found && policy == mapping.MaskPersonalData && hasAddress(query) {
			r.Downloads[i].URL = where + "?" + emailAddress.ReplaceAllString(query, maskInAddress)
		} else {
			treat("downloads", &query)
		}
	}
	for i := range r.Fields {
		field := &r.Fields[i]
		field.Value = eachText(field.Value, func(text string) string {
			treat("fields."+field.Name, &text)
			return text
		})
	}
}

// eachPart calls do for the texts of a record that people wrote, but for body and fields.
func eachPart(r *record.Record, do func(field string, text *string)) {
	for _, part := range []struct {
		field string
		texts []*string
	}{
		{"title", []*string{&r.Title}}, {"subtitle", []*string{&r.Subtitle}}, {"summary", []*string{&r.Summary}}, {"series", []*string{&r.Series.Title}},
		{"cover", []*string{&r.Cover.Alt}}, {"event", []*string{&r.Event.Venue, &r.Event.Address, &r.Event.Organizer, &r.Event.URL, &r.Event.Cost}},
	} {
		for _, text := range part.texts {
			do(part.field, text)
		}
	}
	for i := range r.Authors {
		do("authors", &r.Authors[i].Name)
		do("authors", &r.Authors[i].Affiliation)
	}
	for i := range r.Publishers {
		do("publishers", &r.Publishers[i])
	}
	for i := range r.Downloads {
		do("downloads", &r.Downloads[i].Title)
	}
	for i := range r.Editions {
		do("editions", &r.Editions[i].Title)
	}
}

// personalFields lists where a record keeps addresses, each field once.
func personalFields(r *record.Record) []string {
	var fields []string
	for _, f := range r.Findings {
		if f.Code == string(finding.PersonalData) && !slices.Contains(fields, f.Field) {
			fields = append(fields, f.Field)
		}
	}
	return fields
}

// maskNotes masks what the record says of itself: findings quote values.
func maskNotes(r *record.Record) {
	for i := range r.Findings {
		r.Findings[i].Value, r.Findings[i].Detail = masked(r.Findings[i].Value), masked(r.Findings[i].Detail)
	}
	for i := range r.Losses {
		r.Losses[i].Detail = masked(r.Losses[i].Detail)
	}
}

// eachText copies a value with every text in it changed.
func eachText(value any, change func(string) string) any {
	switch v := value.(type) {
	case string:
		return change(v)
	case []any:
		list := make([]any, len(v))
		for i, element := range v {
			list[i] = eachText(element, change)
		}
		return list
	case record.Object:
		object := make(record.Object, len(v))
		for i, member := range v {
			object[i] = member
			object[i].Value = eachText(member.Value, change)
		}
		return object
	}
	return value
}

// masked is a text without its emailAddress. Links to them are links no more.
func masked(text string) string {
	if !hasAddress(text) {
		return text
	}
	if lower := strings.ToLower(text); strings.Contains(lower, "<a ") && strings.Contains(lower, "href=") {
		root := clean.Parse(text)
		maskTree(root)
		return strings.TrimSuffix(clean.HTML(root), "\n")
	}
	return emailAddress.ReplaceAllString(text, mask)
}

// maskTree masks the addresses in a page.
func maskTree(n *html.Node) {
	if n.Type == html.TextNode || n.Type == html.CommentNode {
		n.Data = emailAddress.ReplaceAllString(n.Data, mask)
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		maskTree(c)
		if c.DataAtom == atom.A && linksToAddress(c) {
			unwrap(c)
		}
		c = next
	}
	for i := range n.Attr {
		if n.DataAtom != atom.A || n.Attr[i].Key != "href" {
			n.Attr[i].Val = emailAddress.ReplaceAllString(n.Attr[i].Val, mask)
		}
	}
}

func linksToAddress(link *html.Node) bool {
	href := attributeOf(link, "href")
	return hasAddress(href) || strings.HasPrefix(strings.ToLower(strings.TrimSpace(href)), "mailto:")
}

// unwrap puts the children of an element into its place.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}
