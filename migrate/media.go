package migrate

import (
	"fmt"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/facts/calendar"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// setCover takes a reference to a picture.
func setCover(r *assembly, _ string, v mapping.Value) error {
	if list, ok := v.([]mapping.Value); ok && len(list) > 0 {
		v = list[0]
	}
	if id, ok := inside(v, mapping.Path{"attachment_id"}).(int64); ok {
		a, ok := r.view.Attachment(id)
		if !ok {
			return fmt.Errorf("attachment %d does not exist", id)
		}
		r.Cover = record.Image{URL: r.view.AttachmentURL(a), Alt: wordpress.PlainText(a.Alt), Width: a.Width, Height: a.Height, AttachmentID: a.ID}
		return nil
	}
	url := textOf(v)
	if text, ok := inside(v, mapping.Path{"url"}).(string); ok {
		url = text
	}
	if !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "https://") {
		return fmt.Errorf("a picture is expected: an attachment or a URL")
	}
	r.Cover = record.Image{URL: url}
	return nil
}

// setEvent takes what the name event yields.
func setEvent(r *assembly, _ string, v mapping.Value) error {
	event, ok := v.(eventNode)
	if !ok {
		return fmt.Errorf("an event is expected, as the name event gives it")
	}
	r.Event = event.Event
	return nil
}

func (it *item) event() mapping.Value {
	event, ok := calendar.Event(it.post, it.view)
	if !ok {
		return nil
	}
	return eventNode{event}
}

func (it *item) cover() mapping.Value {
	stored, ok := it.post.MetaValue("_thumbnail_id")
	if !ok {
		return nil
	}
	id, ok := wordpress.ParseID(stored)
	if !ok {
		return nil
	}
	if _, ok := it.view.Attachment(id); !ok {
		it.log.Lose(finding.MediaMissing, fmt.Sprintf("featured image: attachment %d", id), 1)
		return nil
	}
	return mapping.Object{{Name: "attachment_id", Value: id}}
}
