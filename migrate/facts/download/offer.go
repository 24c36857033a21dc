package download

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"wp2pub/migrate/facts"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// offer says what a link points to whose address does not end like a document's: one by the link's attributes, by the
// service where it lies, or by its text. A page of the site itself is none, whatever its link says.
func offer(href, text, media string, offered bool, view *wordpress.View) (record.Download, bool) {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
		return record.Download{}, false
	}
	if facts.MediaOf(path.Ext(u.Path)) != "" || pictured[strings.ToLower(path.Ext(u.Path))] {
		return record.Download{}, false
	}
	if id, own := view.PostByURL(href); own && (id != 0 || view.ArchiveByURL(href)) {
		return record.Download{}, false
	}
	if !facts.IsDocument(media) && media != "" {
		return record.Download{}, false
	}
	form := formIn(text)
	if !offered && !shared(u) && form == "" {
		return record.Download{}, false
	}
	if media == "" && form != fetched {
		media = facts.MediaOf("." + form)
	}
	return record.Download{URL: u.String(), MediaType: media}, true
}

// pictured are the endings of what is shown and no document, though a link calls it a download.
var pictured = map[string]bool{".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".webp": true, ".svg": true, ".mp3": true, ".m4a": true, ".mp4": true, ".m4v": true, ".mov": true, ".webm": true, ".ogg": true, ".wav": true}

// fetched stands for the form of a file of which a link says only that it is one to download.
const fetched = "file"

// formIn is the form of the file that a link speaks of: "pdf" of "Report (PDF, 2 MB)". A link that says nothing but that
// something is to be downloaded speaks of a file, too.
func formIn(text string) string {
	written := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words := make([]string, len(written))
	for i, word := range written {
		words[i] = strings.ToLower(word)
		form := forms[words[i]]
		if form != "" && (form != "doc" || word == "DOC" || len(written) == 1) { // "Doc. 5" is a document in any form
			return form
		}
	}
	if len(words) == 0 || len(words) > 3 {
		return ""
	}
	for _, start := range downloads {
		if strings.HasPrefix(strings.Join(words, " "), start) {
			return fetched
		}
	}
	return ""
}

// forms are what people write of a file's form, and the ending of such files.
var forms = map[string]string{"pdf": "pdf", "doc": "doc", "docx": "docx", "word": "docx", "xls": "xls", "xlsx": "xlsx", "excel": "xlsx", "ppt": "ppt", "pptx": "pptx",
	"powerpoint": "pptx", "epub": "epub", "odt": "odt", "ods": "ods", "odp": "odp", "rtf": "rtf", "csv": "csv", "zip": "zip"}

// downloads are how words for fetching a file begin.
var downloads = strings.Fields(`download télécharg telecharg descarg baixar baixe transferir scaric herunterlad runterlad скача загруз завантаж تحميل تنزيل 下载 下載 ダウンロード 다운로드 pobierz indir i̇ndir hämta ladda lataa stáhnout letölt λήψη unduh`)
