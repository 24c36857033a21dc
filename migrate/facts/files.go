package facts

import (
	"mime"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"

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
