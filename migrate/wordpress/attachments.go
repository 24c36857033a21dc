package wordpress

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
)

// read takes what the index needs from an attachment's meta.
func (a *Attachment) read(meta []Meta) {
	a.Alt, _ = metaValue(meta, "_wp_attachment_image_alt")
	a.File, _ = metaValue(meta, "_wp_attached_file")
	stored, _ := metaValue(meta, "_wp_attachment_metadata")
	o := objectOf(stored)
	a.Width, a.Height = size(o)
	a.Bytes = number(textOf(lookup(o, "filesize")))
	a.Original = path.Base(strings.ReplaceAll("/"+textOf(lookup(o, "original_image")), "\\", "/"))
	if a.Original == "/" {
		a.Original = ""
	}
	for _, entry := range objectIn(o, "sizes") {
		one, _ := entry.Value.(Object)
		if file := textOf(lookup(one, "file")); file != "" {
			w, h := size(one)
			a.Sizes = append(a.Sizes, Size{entry.Name, file, w, h})
		}
	}
}

func size(o Object) (width, height int) {
	return pixels(lookup(o, "width")), pixels(lookup(o, "height"))
}

func pixels(v any) int {
	if n := number(textOf(v)); n < 1<<24 {
		return int(n)
	}
	return 0
}

// attachmentURL is what WordPress's wp_get_attachment_url gives: the file that _wp_attached_file names, below the
// uploads folder, and the guid where it names none; or that from which a plugin serves it. Spaces and letters stand in it as they are stored.
func (s *Site) attachmentURL(a *Attachment) string {
	if url := s.servedURL(a); url != "" {
		return url
	}
	switch file := belowUploads(a.File); {
	case file == "":
		return a.GUID
	case strings.Contains(file, "://"):
		return file
	default:
		return s.Uploads + "/" + file
	}
}

// OriginalURL returns the URL of the file as it was uploaded: of a picture that WordPress scaled down or turned, the
// one before that.
func (v *View) OriginalURL(a *Attachment) string {
	v.Setup()
	return v.site.originalURL(a)
}

func (s *Site) originalURL(a *Attachment) string {
	url := s.attachmentURL(a)
	if i := strings.LastIndexByte(url, '/'); a.Original != "" && i >= 0 {
		return url[:i+1] + a.Original
	}
	return url
}

// belowUploads is a stored _wp_attached_file as a path below the uploads folder. Old versions and importers store
// the whole path on the server's disk, or a URL, which stays.
func belowUploads(file string) string {
	if strings.Contains(file, "://") {
		return file
	}
	if len(file) > 2 && file[1] == ':' {
		file = strings.ReplaceAll(file, "\\", "/")
	}
	if _, below, found := strings.Cut(file, "wp-content/uploads/"); found {
		file = below
	}
	return strings.TrimLeft(file, "/")
}

// uploadsURL is the URL of the uploads folder: the option upload_url_path, else upload_path below siteurl, else
// wp-content/uploads. A site of a network has its own folder there.
func uploadsURL(s *Site, siteURL string) string {
	if url := strings.TrimSpace(s.options["upload_url_path"]); url != "" {
		return strings.TrimRight(url, "/")
	}
	folder := strings.Trim(strings.TrimSpace(s.options["upload_path"]), "/")
	if absolute := strings.HasPrefix(strings.TrimSpace(s.options["upload_path"]), "/"); absolute || folder == "" {
		folder = "wp-content/uploads"
	}
	url := siteURL + "/" + folder
	if m := networkPrefix.FindStringSubmatch(s.Prefix); m != nil {
		if own := "/uploads/sites/" + m[1]; s.uploadedTo(own + "/") {
			return siteURL + "/wp-content" + own
		}
		if s.uploadedTo("/files/") && s.options["fileupload_url"] != "" {
			return strings.TrimRight(s.options["fileupload_url"], "/")
		}
	}
	return url
}

// networkPrefix is the table prefix of a site of a network other than its first: "wp_2_".
var networkPrefix = pattern.New(`_([0-9]+)_$`)

// uploadedTo reports whether some attachment was first stored in a folder.
func (s *Site) uploadedTo(folder string) bool {
	for _, a := range s.attachment {
		if strings.Contains(a.GUID, folder) {
			return true
		}
	}
	return false
}

// children returns the attachments of a post, in menu order and then by ID.
func (s *Site) children(post int64) []int64 {
	s.fileLinks.once.Do(func() { s.fileLinks.build(s) })
	return s.fileLinks.children[post]
}

func (x *fileIndex) sortChildren(s *Site) {
	for _, ids := range x.children {
		slices.SortFunc(ids, func(a, b int64) int {
			one, _ := s.Entry(a)
			two, _ := s.Entry(b)
			return cmp.Or(cmp.Compare(one.MenuOrder, two.MenuOrder), cmp.Compare(a, b))
		})
	}
}
