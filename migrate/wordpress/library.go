package wordpress

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Library is what a post of a plugin for downloads or documents stands for.
type Library struct {
	Plugin   string
	Files    []LibraryFile // the latest version first
	Version  string        // of the latest
	Withheld string        // to whom the plugin gives the files, where that is not everybody; Files is empty then
	Locked   int           // how many files are left out because each has a password of its own
}

// LibraryFile is a file of a library.
type LibraryFile struct {
	Address    string // empty where only the attachment is known
	Attachment int64
	Title      string // that the plugin has for it
	Version    string // of an earlier version
}

// libraries are the types whose posts stand for files, and how their plugins keep them.
var libraries = map[string]func(s *Site, e *Entry) Library{
	"wpdmpro": (*Site).downloadManager, "dlm_download": (*Site).downloadMonitor, "sdm_downloads": (*Site).simpleMonitor, "dedo_download": keptIn("Delightful Downloads", "_dedo_file_url"),
	"dlp_document": (*Site).documentLibrary, "document": keptIn("WP Document Revisions", "_document_attachment_id"),
	"3d-flip-book": viewer("3D FlipBook", "3dfb_data"), "dflip": viewer("DearFlip", "_dflip_data"), "pdfposter": viewer("PDF Poster", "_fpdf"),
}

// libraryMeta are the keys of postmeta in which they do.
var libraryMeta = []string{"__wpdm_files", "__wpdm_fileinfo", "__wpdm_access", "__wpdm_version", "__wpdm_password", "__wpdm_password_lock", "_files", "_version", "_members_only",
	"sdm_upload", "sdm_item_version", "_dedo_file_url", "_dlp_attached_file_id", "_dlp_direct_link_url", "_dlp_document_link_type", "_document_attachment_id", "_dflip_data", "3dfb_data", "_fpdf"}

// Library returns the files that a post of a plugin for downloads or documents stands for. It says nothing of a post that may
// not leave, and gives no file that the plugin gives to some visitors only.
func (v *View) Library(id int64) Library {
	l := v.site.library(id)
	v.note("Library", id, "", l)
	return l
}

// Files returns the addresses of the files of a library, the latest version first.
func (v *View) Files(id int64) []string {
	var all []string
	for _, f := range v.Library(id).Files {
		address := f.Address
		if address == "" {
			if a, ok := v.Attachment(f.Attachment); ok {
				address = v.AttachmentURL(a)
			}
		}
		if address != "" && !slices.Contains(all, address) {
			all = append(all, address)
		}
	}
	return all
}

// LibraryURL is the address at which a plugin delivers the files of a post: of a single file its own, of several the one of
// WordPress Download Manager that packs them.
func (v *View) LibraryURL(id int64) string {
	files := v.Files(id)
	switch library := v.Library(id); {
	case len(files) == 0:
		return ""
	case len(files) > 1 && library.Plugin == downloadManager:
		return v.Setup().Home + "/?wpdmdl=" + strconv.FormatInt(id, 10)
	}
	return files[0]
}

const downloadManager = "WordPress Download Manager"

// IsLibrary reports whether a post is one of a plugin for downloads or documents.
func (v *View) IsLibrary(id int64) bool {
	e, ok := v.site.Entry(id)
	is := ok && libraries[e.Type] != nil
	v.note("IsLibrary", id, "", is)
	return is
}

func (s *Site) library(id int64) Library {
	e, ok := s.Entry(id)
	if !ok || libraries[e.Type] == nil || e.Status != "publish" || s.locked(e) || s.HiddenBy(id, e.Type) != nil {
		return Library{}
	}
	l := libraries[e.Type](s, e)
	l.Files = slices.DeleteFunc(l.Files, func(f LibraryFile) bool { return f.Address == "" && f.Attachment == 0 })
	if l.Withheld != "" {
		l.Files = nil
	}
	return l
}

// downloadManager reads a package of WordPress Download Manager: a list of files, with titles and passwords of their own
// beside it, for the roles that it names.
func (s *Site) downloadManager(e *Entry) Library {
	meta := s.shown[e.ID]
	l := Library{Plugin: downloadManager}
	l.Version, _ = metaValue(meta, "__wpdm_version")
	if access, _ := metaValue(meta, "__wpdm_access"); access != "" {
		if roles := textsIn(nil, decoded(access)); !slices.Contains(roles, "guest") {
			l.Withheld = "nobody"
			if len(roles) > 0 {
				l.Withheld = "the roles " + strings.Join(roles, ", ")
			}
		}
	}
	lock, _ := metaValue(meta, "__wpdm_password_lock")
	password, _ := metaValue(meta, "__wpdm_password")
	if l.Withheld == "" && (lock == "1" || lock == "" && password != "") {
		l.Withheld = "those who know the password"
	}
	stored, _ := metaValue(meta, "__wpdm_files")
	known, _ := metaValue(meta, "__wpdm_fileinfo")
	about := objectOf(known)
	for _, entry := range membersOf(decoded(stored)) {
		file := textOf(entry.Value)
		info, _ := lookup(about, entry.Name).(Object)
		if info == nil {
			info, _ = lookup(about, file).(Object)
		}
		if textOf(lookup(info, "password")) != "" {
			l.Locked++
			continue
		}
		l.Files = append(l.Files, LibraryFile{Address: s.fileAddress(file), Title: strings.TrimSpace(PlainText(textOf(lookup(info, "title"))))})
	}
	return l
}

// downloadMonitor reads a download of Download Monitor, whose versions are posts below it, each with a list of places where
// the same file lies. Those of old versions of the plugin stand in the download itself.
func (s *Site) downloadMonitor(e *Entry) Library {
	l := Library{Plugin: "Download Monitor"}
	if only, _ := metaValue(s.shown[e.ID], "_members_only"); only == "yes" {
		l.Withheld = "members"
	}
	versions := slices.Clone(s.versions[e.ID])
	slices.SortFunc(versions, func(a, b int64) int {
		one, _ := s.Entry(a)
		two, _ := s.Entry(b)
		return cmp.Or(cmp.Compare(one.MenuOrder, two.MenuOrder), strings.Compare(two.Date, one.Date), cmp.Compare(b, a))
	})
	for i, version := range append(versions, e.ID) {
		stored, ok := metaValue(s.shown[version], "_files")
		if !ok || version == e.ID && len(l.Files) > 0 {
			continue
		}
		number, _ := metaValue(s.shown[version], "_version")
		file := LibraryFile{Version: number}
		if i == 0 {
			l.Version, file.Version = number, ""
		}
		for _, text := range textsIn(nil, decoded(stored)) {
			if file.Address = s.fileAddress(text); file.Address != "" {
				break
			}
		}
		if !slices.ContainsFunc(l.Files, func(f LibraryFile) bool { return f.Address == file.Address }) {
			l.Files = append(l.Files, file)
		}
	}
	return l
}

// simpleMonitor reads a download of Simple Download Monitor.
func (s *Site) simpleMonitor(e *Entry) Library {
	l := keptIn("Simple Download Monitor", "sdm_upload")(s, e)
	l.Version, _ = metaValue(s.shown[e.ID], "sdm_item_version")
	options := objectOf(s.options["sdm_downloads_options"])
	if only := textOf(lookup(options, "only_logged_in_can_download")); only != "" && only != "0" {
		l.Withheld = "visitors who are logged in"
	}
	return l
}

// documentLibrary reads a document of Document Library, which is an attachment or an address.
func (s *Site) documentLibrary(e *Entry) Library {
	meta := s.shown[e.ID]
	l := Library{Plugin: "Document Library"}
	kind, _ := metaValue(meta, "_dlp_document_link_type")
	if id, _ := metaValue(meta, "_dlp_attached_file_id"); kind != "url" && kind != "none" && number(id) > 0 {
		l.Files = append(l.Files, LibraryFile{Attachment: number(id)})
	}
	if address, _ := metaValue(meta, "_dlp_direct_link_url"); kind == "url" && address != "" {
		l.Files = append(l.Files, LibraryFile{Address: strings.TrimSpace(address)})
	}
	return l
}

// keptIn reads a library that keeps one file in a key: its address, or the ID of its attachment.
func keptIn(plugin, key string) func(*Site, *Entry) Library {
	return func(s *Site, e *Entry) Library {
		stored, _ := metaValue(s.shown[e.ID], key)
		if id, ok := ParseID(stored); ok {
			return Library{Plugin: plugin, Files: []LibraryFile{{Attachment: id}}}
		}
		return Library{Plugin: plugin, Files: []LibraryFile{{Address: s.fileAddress(stored)}}}
	}
}

// viewer reads a post of a plugin that leafs through one PDF file, and keeps pictures and settings beside it.
func viewer(plugin, key string) func(*Site, *Entry) Library {
	return func(s *Site, e *Entry) Library {
		l := Library{Plugin: plugin}
		stored, _ := metaValue(s.shown[e.ID], key)
		for _, text := range textsIn(nil, decoded(stored)) {
			if file := s.fileAddress(text); strings.EqualFold(path.Ext(strings.TrimSpace(text)), ".pdf") && file != "" {
				l.Files = append(l.Files, LibraryFile{Address: file})
			}
		}
		return l
	}
}

// fileAddress returns the address of a file that a plugin has stored: as a URL, as a path on the server's disk, or as a name in
// the folder of WordPress Download Manager. A file outside of the uploads folder has none.
func (s *Site) fileAddress(stored string) string {
	stored = strings.TrimSpace(stored)
	if len(stored) > 2 && stored[1] == ':' {
		stored = strings.ReplaceAll(stored, "\\", "/")
	}
	switch extension := path.Ext(stored); {
	case strings.HasPrefix(stored, "http://"), strings.HasPrefix(stored, "https://"):
		return stored
	case strings.HasPrefix(stored, "//"):
		return "https:" + stored
	case len(extension) < 2 || strings.ContainsAny(extension, "/ ") || strings.Contains(stored, ".."):
		return ""
	}
	if _, below, ok := strings.Cut("/"+stored, "/wp-content/uploads/"); ok {
		return s.setup.Uploads + "/" + below
	}
	if strings.HasPrefix(stored, "/") || strings.Contains(stored, ":") {
		return ""
	}
	return s.setup.Uploads + "/download-manager-files/" + stored
}

// membersOf are the members of an object, or the elements of a list under their places.
func membersOf(value any) Object {
	if o, ok := value.(Object); ok {
		return o
	}
	var o Object
	for i, element := range elements(value) {
		o = append(o, property{strconv.Itoa(i), element})
	}
	return o
}

// libraryKeys are those of libraryMeta that name files.
var libraryKeys = []string{"__wpdm_files", "__wpdm_fileinfo", "_files", "sdm_upload", "_dedo_file_url", "_dlp_attached_file_id", "_dlp_direct_link_url", "_document_attachment_id"}

// Withholds reports whether a meta value of a post may not leave because of its library: passwords, and where files are that are for
// some visitors only.
func (v *View) Withholds(post *Post, key string) bool {
	switch {
	case key == "__wpdm_password" || key == "__wpdm_masterkey" || key == "__wpdm_fileinfo": // its rows hold passwords
		return true
	case !slices.Contains(libraryKeys, key):
		return false
	}
	id := post.ID
	if post.Type == "dlm_download_version" {
		id = post.Parent
	}
	library := v.Library(id)
	return library.Withheld != "" || library.Locked > 0
}
