package facts

import (
	"fmt"
	"mime"
	"net/url"
	"path"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// documents are the media types of files that a reader downloads, by ending. Pages, pictures, sound and moving
// pictures are content and no downloads. The table is our own: the system's differs from machine to machine.
var documents = map[string]string{
	".pdf":  "application/pdf",
	".doc":  "application/msword",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xls":  "application/vnd.ms-excel",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".ppt":  "application/vnd.ms-powerpoint",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".odt":  "application/vnd.oasis.opendocument.text",
	".ods":  "application/vnd.oasis.opendocument.spreadsheet",
	".odp":  "application/vnd.oasis.opendocument.presentation",
	".rtf":  "application/rtf",
	".epub": "application/epub+zip",
	".mobi": "application/x-mobipocket-ebook",
	".csv":  "text/csv",
	".txt":  "text/plain",
	".zip":  "application/zip",
	".ics":  "text/calendar",
	".json": "application/json",
	".xml":  "application/xml",
}

// MediaOf is the media type of documents whose names end so; empty for what is none.
func MediaOf(ending string) string { return documents[strings.ToLower(ending)] }

// IsDocument reports whether files of a media type are documents, and no pages, pictures, sound or moving pictures.
func IsDocument(mediaType string) bool {
	media, _, _ := strings.Cut(strings.ToLower(mediaType), "/")
	return media != "" && media != "image" && media != "audio" && media != "video" && mediaType != "text/html"
}

// Attachments returns the files of the media library that a page shows or links to, each once.
func Attachments(root *html.Node, view *wordpress.View) []int64 {
	var ids []int64
	seen := map[int64]bool{}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key != "href" && a.Key != "src" && a.Key != "poster" || !strings.Contains(a.Val, "/") {
				continue
			}
			if file, ok := view.AttachmentByURL(a.Val); ok && !seen[file.ID] {
				seen[file.ID] = true
				ids = append(ids, file.ID)
			}
		}
	}
	return ids
}

// Document says what a link points to, if it is a document.
func Document(link string, view *wordpress.View) (record.Download, bool) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return record.Download{}, false
	}
	if a, ok := view.AttachmentByURL(link); ok {
		file := Attached(a, view)
		media, _, _ := strings.Cut(file.MediaType, "/")
		return file, media != "image" && media != "audio" && media != "video"
	}
	mediaType, ok := documents[strings.ToLower(path.Ext(u.Path))]
	if !ok || u.Host == "" {
		return record.Download{}, false
	}
	return record.Download{URL: u.String(), MediaType: mediaType}, true
}

// Library gives the files of a post of a plugin for downloads or documents. A file without a title of its own has that of the
// post, where it is the only one, or an earlier version.
func Library(id int64, view *wordpress.View) []record.Download {
	var files []record.Download
	library := view.Library(id)
	for i, f := range library.Files {
		file, ok := libraryFile(f, view)
		if !ok {
			continue
		}
		title := view.Reference(id).Title
		switch {
		case f.Title != "":
			file.Title = f.Title
		case f.Version != "" && title != "":
			file.Title = title + " (" + f.Version + ")"
		case i == 0 && title != "" && byFileName(file) && (len(library.Files) == 1 || library.Files[1].Version != ""):
			file.Title = title
		}
		files = append(files, file)
	}
	return files
}

// byFileName reports whether a file has no title but the one that WordPress makes of its name.
func byFileName(file record.Download) bool {
	letters := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}
	name := path.Base(pathOf(file.URL))
	return strings.Map(letters, file.Title) == "" || strings.Map(letters, file.Title) == strings.Map(letters, strings.TrimSuffix(name, path.Ext(name)))
}

func libraryFile(f wordpress.LibraryFile, view *wordpress.View) (record.Download, bool) {
	if f.Attachment != 0 {
		a, ok := view.Attachment(f.Attachment)
		if !ok {
			view.Log.Lose(finding.MediaMissing, fmt.Sprintf("attachment %d", f.Attachment), 1)
			return record.Download{}, false
		}
		return Attached(a, view), true
	}
	if a, ok := view.AttachmentByURL(f.Address); ok {
		return Attached(a, view), true
	}
	return record.Download{URL: f.Address, MediaType: MediaOf(path.Ext(pathOf(f.Address)))}, true
}

func pathOf(address string) string {
	if u, err := url.Parse(address); err == nil {
		return u.Path
	}
	return address
}

// Attached is an attachment as a download.
func Attached(a *wordpress.Attachment, view *wordpress.View) record.Download {
	return record.Download{
		Title:        strings.Join(strings.Fields(wordpress.PlainText(a.Title)), " "),
		URL:          view.AttachmentURL(a),
		MediaType:    mediaType(a),
		Bytes:        a.Bytes,
		AttachmentID: a.ID,
	}
}

func mediaType(a *wordpress.Attachment) string {
	if t, _, err := mime.ParseMediaType(a.MIMEType); err == nil {
		return t
	}
	return documents[strings.ToLower(path.Ext(a.File))]
}
