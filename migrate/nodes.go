package migrate

import (
	"cmp"
	"wp2pub/mapping"
	"wp2pub/migrate/record"
)

// eventNode and downloadNode carry parts of a record through a mapping, which passes them on as they are, or names what
// is in them: body.files.url, event.start.
type (
	eventNode    struct{ record.Event }
	downloadNode struct {
		record.Download
		said   string // the text of its link
		linked bool   // a page links to it
		titled bool   // the title is one that was given to it where it is named, and not its own
	}
)

// Opaque implements mapping.Node.
func (eventNode) Opaque() {}

// Text implements mapping.Piece: when it begins, and where it is.
func (n eventNode) Text() string { return line([]mapping.Value{n.Start, n.Venue}) }

// Part implements mapping.Piece.
func (n eventNode) Part(path mapping.Path) mapping.Value { return inside(n.object(), path) }

func (n eventNode) object() mapping.Object {
	object := mapping.Object{{Name: "start", Value: filled(n.Start)}, {Name: "end", Value: filled(n.End)}, {Name: "all_day", Value: n.AllDay},
		{Name: "timezone", Value: filled(n.Timezone)}, {Name: "recurrence", Value: listOf(n.Recurrence)}, {Name: "exceptions", Value: listOf(n.Exceptions)},
		{Name: "instances", Value: listOf(n.Instances)}, {Name: "venue", Value: filled(n.Venue)}, {Name: "address", Value: filled(n.Address)}}
	if n.Latitude != nil && n.Longitude != nil {
		object = append(object, mapping.Object{{Name: "latitude", Value: *n.Latitude}, {Name: "longitude", Value: *n.Longitude}}...)
	}
	return append(object, mapping.Object{{Name: "organizer", Value: filled(n.Organizer)}, {Name: "url", Value: filled(n.URL)}, {Name: "cost", Value: filled(n.Cost)}, {Name: "status", Value: filled(n.Status)}}...)
}

// Opaque implements mapping.Node.
func (downloadNode) Opaque() {}

// Text implements mapping.Piece: the title, else the address.
func (n downloadNode) Text() string { return cmp.Or(n.Title, n.URL) }

// Part implements mapping.Piece.
func (n downloadNode) Part(path mapping.Path) mapping.Value { return inside(n.object(), path) }

func (n downloadNode) object() mapping.Object {
	return mapping.Object{{Name: "title", Value: filled(n.Title)}, {Name: "url", Value: filled(n.URL)}, {Name: "language", Value: filled(n.Language)},
		{Name: "media_type", Value: filled(n.MediaType)}, {Name: "bytes", Value: zero(n.Bytes)}, {Name: "attachment_id", Value: zero(n.AttachmentID)}}
}

// zero is a number, or nil where it says nothing.
func zero(n int64) mapping.Value {
	if n == 0 {
		return nil
	}
	return n
}
