package migrate

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/facts"
	"wp2pub/migrate/facts/citation"
	"wp2pub/migrate/facts/download"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/locale"
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// named is a file as a value of the mapping names it.
type named struct {
	download.File
	titled bool // the title was given to it where it is named
}

// setDownloads takes files in any form in which fields hold them: a reference to an attachment, an address, an attachment's
// ID, several of these in one text, a link, or a row of a repeater in which one of these stands beside a language and a
// title. A file that is named twice is listed once, with what both say of it; one that is gone is a loss.
func setDownloads(r *assembly, _ string, v mapping.Value) error {
	var strange []string
	r.files = nil
	for _, element := range openPieces(elements(v)) {
		found, ok := r.named(element)
		if !ok {
			strange = append(strange, shorten(textOf(element)))
		}
		for _, file := range found {
			r.addFile(file)
		}
	}
	r.Downloads = downloadsOf(r.files)
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

func (r *assembly) addFile(file named) {
	key := download.Key(file.URL)
	for i := range r.files {
		known := &r.files[i]
		if download.Key(known.URL) != key {
			continue
		}
		if known.Language == "" {
			known.Language = file.Language
		}
		if known.Title == "" || file.titled && !known.titled {
			known.Title, known.titled = cmp.Or(file.Title, known.Title), file.titled
		}
		return
	}
	r.files = append(r.files, file)
}

// arrangeDownloads puts the downloads in order once the record knows its title and language.
func (r *assembly) arrangeDownloads() {
	files := make([]download.File, len(r.files))
	for i, file := range r.files {
		files[i] = file.File
	}
	download.Arrange(files, download.Publication{Title: r.Title, Language: r.Language})
	for i, file := range files {
		r.Downloads[i] = file.Download
	}
}

func downloadsOf(files []named) []record.Download {
	var list []record.Download
	for _, file := range files {
		list = append(list, file.Download)
	}
	return list
}

// named reads the files that a value names; false: it can name none.
func (r *assembly) named(v mapping.Value) ([]named, bool) {
	switch v := v.(type) {
	case nil:
		return nil, true
	case downloadNode:
		said := ""
		if v.linked {
			said = cmp.Or(v.said, v.URL)
		}
		return []named{{download.File{Download: v.Download, Said: said}, v.titled}}, true
	case piece:
		return r.all(elements(v.files()))
	case []mapping.Value:
		return r.all(v)
	case int64:
		return r.attached(v), true
	case string:
		return r.written(v)
	case mapping.Object:
		return r.inRow(v)
	}
	return nil, false
}

func (r *assembly) all(list []mapping.Value) (found []named, ok bool) {
	for _, element := range list {
		files, is := r.named(element)
		found, ok = append(found, files...), ok || is
	}
	return found, ok
}

// attached is an attachment. One that is gone, or may not leave, is a loss.
func (r *assembly) attached(id int64) []named {
	a, ok := r.view.Attachment(id)
	if !ok {
		r.view.Log.Lose(finding.MediaMissing, fmt.Sprintf("attachment %d", id), 1)
		return nil
	}
	return []named{{File: download.File{Download: facts.Attached(a, r.view)}}}
}

var webAddress = pattern.New(`(?i)\bhttps?://[^\s"'<>|]+`)

// written reads files out of a text: an ID or several, an address, HTML with links, or lines with addresses.
func (r *assembly) written(text string) ([]named, bool) {
	text = strings.TrimSpace(text)
	if ids, ok := idsIn(text); ok {
		var found []named
		for _, id := range ids {
			found = append(found, r.attached(id)...)
		}
		return found, true
	}
	if strings.Contains(text, "<") {
		var found []named
		for _, file := range download.Files(clean.Parse(text), r.view, nil) {
			found = append(found, named{File: file})
		}
		return found, len(found) > 0
	}
	if strings.Contains(text, "\n") || !isAddress(text) && webAddress.MatchString(text) {
		var found []named
		for line := range strings.Lines(text) {
			found = append(found, r.inLine(strings.TrimSpace(line))...)
		}
		return found, len(found) > 0
	}
	return r.linked(text)
}

// inLine reads the addresses in a line, and what stands before each: "French: https://…".
func (r *assembly) inLine(line string) (found []named) {
	places := webAddress.FindAllStringIndex(line, -1)
	if places == nil || places[0][0] == 0 && len(places) == 1 {
		files, _ := r.linked(line)
		return files
	}
	from := 0
	for _, at := range places {
		said := citation.Remarks(strings.Trim(line[from:at[0]], " \t:|-–—,;("))
		files, _ := r.linked(strings.TrimRight(line[at[0]:at[1]], ".,;)"))
		for _, file := range files {
			file.Language = cmp.Or(said.Language, file.Language)
			if said.Title != "" {
				file.Title, file.titled = said.Title, true
			}
			found = append(found, file)
		}
		from = at[1]
	}
	return found
}

// idsIn reads a text that holds nothing but IDs with commas between them.
func idsIn(text string) (ids []int64, ok bool) {
	for part := range strings.SplitSeq(text, ",") {
		id, isID := wordpress.ParseID(strings.TrimSpace(part))
		if !isID {
			return nil, false
		}
		ids = append(ids, id)
	}
	return ids, len(ids) > 0
}

func isAddress(text string) bool {
	lower := strings.ToLower(text)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// linked is the file at an address, which may be written as people write it: without scheme or host, or as a path below the
// uploads folder. A mapping that names an address as a file is believed, whatever it ends in.
func (r *assembly) linked(url string) ([]named, bool) {
	url = strings.TrimSpace(url)
	for _, form := range download.Forms(url, r.view) {
		if a, ok := r.view.AttachmentByURL(form); ok {
			return []named{{File: download.File{Download: facts.Attached(a, r.view)}}}, true
		}
	}
	whole, ok := download.Whole(url, r.view)
	if !ok {
		return nil, false
	}
	if files, ok := download.OfLibrary(whole, r.view); ok {
		return downloads(files), true
	}
	if file, ok := facts.Document(whole, r.view); ok {
		return []named{{File: download.File{Download: file}}}, true
	}
	return []named{{File: download.File{Download: record.Download{URL: whole}}}}, true
}

func downloads(files []record.Download) (found []named) {
	for _, file := range files {
		found = append(found, named{File: download.File{Download: file}})
	}
	return found
}

// inRow reads the files of a reference, or of a row that holds some.
func (r *assembly) inRow(row mapping.Object) (found []named, ok bool) {
	title, tag := titleOf(row), languageOf(row)
	if id, isID := inside(row, mapping.Path{"attachment_id"}).(int64); isID {
		return marked(r.attached(id), tag, ""), true
	}
	if url, isURL := inside(row, mapping.Path{"url"}).(string); isURL {
		if found, ok = r.linked(url); ok {
			return marked(found, tag, title), true
		}
	}
	for _, anywhere := range []bool{false, true} {
		for _, member := range row {
			files, isFile := r.inColumn(member.Name, member.Value, anywhere)
			found, ok = append(found, files...), ok || isFile
		}
		if ok {
			return marked(found, tag, title), true
		}
	}
	return nil, namesNothing(row)
}

// namesNothing reports whether a row has nothing but the title and the language of a file that is not there.
func namesNothing(row mapping.Object) bool {
	for _, member := range row {
		if member.Value != nil && !speaksOf(member.Name, languageColumns) && !speaksOf(member.Name, titleColumns) {
			return false
		}
	}
	return true
}

// inColumn reads the files in a column of a row. A number is the ID of a file where the column speaks of files; elsewhere it
// may be a year, and counts only if the row names no file otherwise and the library has one under it.
func (r *assembly) inColumn(column string, v mapping.Value, anywhere bool) ([]named, bool) {
	if v == nil || speaksOf(column, languageColumns) || speaksOf(column, titleColumns) && !speaksOf(column, fileColumns) {
		return nil, false
	}
	ids, isNumber := idsIn(textOf(v))
	if _, isRow := v.(mapping.Object); !isNumber || isRow || speaksOf(column, fileColumns) {
		if text, isText := v.(string); isText && strings.Contains(text, "<") {
			return nil, false
		}
		return r.named(v)
	}
	if len(ids) != 1 || !anywhere {
		return nil, false
	}
	if _, exists := r.view.Attachment(ids[0]); !exists {
		return nil, false
	}
	return r.attached(ids[0]), true
}

// marked gives files what a row says of them.
func marked(files []named, tag, title string) []named {
	for i := range files {
		if tag != "" {
			files[i].Language = tag
		}
		if title != "" && len(files) == 1 {
			files[i].Title, files[i].titled = title, true
		}
	}
	return files
}

// titleOf is the title that a row states, in a column whose name speaks of one.
func titleOf(row mapping.Object) string {
	if title := line(inside(row, mapping.Path{"title"})); title != "" {
		return title
	}
	for _, member := range row {
		text, isText := member.Value.(string)
		if isText && speaksOf(member.Name, titleColumns) && !speaksOf(member.Name, fileColumns) && !isAddress(text) && strings.ContainsFunc(text, unicode.IsLetter) {
			return line(text)
		}
	}
	return ""
}

// languageOf is the language that a row states, in a column whose name speaks of one.
func languageOf(row mapping.Object) string {
	for _, member := range row {
		if !speaksOf(member.Name, languageColumns) || len(elements(member.Value)) > 1 {
			continue
		}
		for _, text := range []string{textOf(inside(member.Value, mapping.Path{"value"})), line(member.Value)} {
			if tag, ok := locale.Language(text); ok {
				return tag
			}
		}
	}
	return ""
}
