package migrate

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"wp2pub/mapping"
	"wp2pub/migrate/facts"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// setDownloads takes files in any form in which fields hold them: a reference to an attachment, a URL, an attachment's
// ID, or a row of a repeater in which one of these stands beside a language and a title. A file that is named twice
// is listed once, with what both say of it.
func setDownloads(r *assembly, _ string, v mapping.Value) error {
	var strange []string
	r.Downloads = nil
	for _, element := range openPieces(elements(v)) {
		file, ok := r.file(element)
		if !ok {
			strange = append(strange, shorten(textOf(element)))
			continue
		}
		r.addDownload(file)
	}
	if len(strange) > 0 {
		return fmt.Errorf("a file is expected: an attachment or a URL; left out: %s", strings.Join(strange, ", "))
	}
	return nil
}

// openPieces puts in place of each piece of a page the files that it links to.
func openPieces(list []mapping.Value) []mapping.Value {
	var opened []mapping.Value
	for _, element := range list {
		if p, ok := element.(piece); ok {
			opened = append(opened, elements(p.files())...)
		} else {
			opened = append(opened, element)
		}
	}
	return opened
}

func (r *assembly) addDownload(file record.Download) {
	for i := range r.Downloads {
		if known := &r.Downloads[i]; known.URL == file.URL {
			if known.Language == "" {
				known.Language = file.Language
			}
			return
		}
	}
	r.Downloads = append(r.Downloads, file)
}

// file reads one file out of a value.
func (r *assembly) file(v mapping.Value) (record.Download, bool) {
	switch v := v.(type) {
	case downloadNode:
		return v.Download, true
	case piece:
		if files := elements(v.files()); len(files) > 0 {
			return r.file(files[0])
		}
	case int64:
		return r.attached(v)
	case string:
		if id, ok := wordpress.ParseID(v); ok {
			return r.attached(id)
		}
		return r.linked(v)
	case mapping.Object:
		return r.fileOfRow(v)
	}
	return record.Download{}, false
}

func (r *assembly) attached(id int64) (record.Download, bool) {
	a, ok := r.view.Attachment(id)
	if !ok {
		return record.Download{}, false
	}
	return facts.Attached(a, r.view), true
}

// linked is the file at a URL. A mapping that names a URL as a file is believed, whatever the URL ends in.
func (r *assembly) linked(url string) (record.Download, bool) {
	if file, ok := facts.Document(url, r.view); ok {
		return file, true
	}
	url = strings.TrimSpace(url)
	return record.Download{URL: url}, strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://")
}

// fileOfRow reads a file out of a reference, or out of a row that holds one.
func (r *assembly) fileOfRow(row mapping.Object) (record.Download, bool) {
	if id, ok := inside(row, mapping.Path{"attachment_id"}).(int64); ok {
		return r.attached(id)
	}
	if url, ok := inside(row, mapping.Path{"url"}).(string); ok {
		file, ok := r.linked(url)
		file.Title = line(inside(row, mapping.Path{"title"}))
		return file, ok
	}
	for _, member := range row {
		file, ok := r.file(member.Value)
		if _, number := member.Value.(int64); !ok || number {
			continue
		}
		if tag := languageOf(row); tag != "" {
			file.Language = tag
		}
		if title := line(inside(row, mapping.Path{"title"})); title != "" {
			file.Title = title
		}
		return file, true
	}
	return record.Download{}, false
}

// languageOf finds the language that a row states: the first short value, or choice with a short value, that is a
// BCP 47 tag, in a column whose name speaks of language.
func languageOf(row mapping.Object) string {
	for _, member := range row {
		if !strings.Contains(strings.ToLower(member.Name), "lang") && !strings.Contains(strings.ToLower(member.Name), "idioma") && !strings.Contains(strings.ToLower(member.Name), "sprache") {
			continue
		}
		text := line(member.Value)
		if value, ok := inside(member.Value, mapping.Path{"value"}).(string); ok {
			text = value
		}
		if tag, err := language.Parse(text); err == nil {
			return tag.String()
		}
	}
	return ""
}

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
	event, ok := facts.Event(it.post, it.view)
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
