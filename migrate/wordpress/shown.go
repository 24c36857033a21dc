package wordpress

import (
	"path"
	"slices"
	"strings"
)

// shownTypes are post types without pages whose posts show inside others, where a shortcode or an element names them.
var shownTypes = []string{"tablepress_table", "elementor_library"}

// viewerTypes are those of fileTypes whose posts show one PDF file, and keep pictures and settings beside it.
var viewerTypes = []string{"3d-flip-book", "dflip", "pdfposter"}

// fileTypes are post types that stand for files, those of the plugins that offer them for download or leaf through them.
var fileTypes = []string{"wpdmpro", "dlm_download", "sdm_downloads", "dedo_download", "3d-flip-book", "dflip", "pdfposter"}

// shownMeta are the keys of postmeta in which such posts keep what shows: tables their options, downloads their files.
var shownMeta = []string{"_tablepress_table_options", "_tablepress_table_visibility",
	"__wpdm_files", "__wpdm_access", "_files", "_members_only", "sdm_upload", "_dedo_file_url", "_dflip_data", "3dfb_data", "_fpdf"}

// indexShown keeps what posts of those types show.
func (s *Site) indexShown(post int64, meta []Meta) {
	for _, m := range meta {
		if !slices.Contains(shownMeta, m.Key) {
			continue
		}
		owner := post
		if e, ok := s.Entry(post); ok && e.Type == "dlm_download_version" {
			if e.Status != "publish" {
				continue
			}
			owner = e.Parent
		}
		s.shown[owner] = append(s.shown[owner], m)
	}
}

// Shown is what a page shows of another post.
type Shown struct {
	Type    string
	Content string // post_content
	Meta    []Meta // the keys that its plugin keeps it in
}

// Shown returns what a page shows of a post that has no page of its own, a table or a template, where a shortcode names it. It
// returns nothing of one that is not published or has a password.
func (v *View) Shown(id int64) (Shown, bool) {
	var shown Shown
	e, ok := v.site.Entry(id)
	if ok = ok && slices.Contains(shownTypes, e.Type) && e.Status == "publish" && !e.Protected; ok {
		shown = Shown{e.Type, v.site.contents[id], v.site.shown[id]}
	}
	v.note("Shown", id, "", shown)
	return shown, ok
}

// Files returns the addresses of the files that a post of a download or document plugin stands for, the latest version
// first. It returns none of a post that may not leave, or whose plugin gives the file to some visitors only.
func (v *View) Files(id int64) []string {
	files := v.site.filesOf(id)
	v.note("Files", id, "", files)
	return files
}

func (s *Site) filesOf(id int64) []string {
	e, ok := s.Entry(id)
	if !ok || !slices.Contains(fileTypes, e.Type) || e.Status != "publish" || e.Protected || s.HiddenBy(id) != nil {
		return nil
	}
	var files []string
	meta := s.shown[id]
	for i := len(meta) - 1; i >= 0; i-- {
		switch m := meta[i]; m.Key {
		case "_members_only":
			if m.Value == "yes" {
				return nil
			}
		case "__wpdm_access":
			if m.Value != "" && !slices.Contains(textsIn(nil, decoded(m.Value)), "guest") {
				return nil
			}
		default:
			for _, text := range textsIn(nil, decoded(m.Value)) {
				file := s.fileAddress(text)
				if slices.Contains(viewerTypes, e.Type) && !strings.EqualFold(path.Ext(file), ".pdf") {
					continue
				}
				if file != "" && !slices.Contains(files, file) {
					files = append(files, file)
				}
			}
		}
	}
	return files
}

// fileAddress returns the address of a file that a plugin has stored: as a URL, or as a name in its folder.
func (s *Site) fileAddress(stored string) string {
	stored = strings.TrimSpace(stored)
	switch extension := path.Ext(stored); {
	case len(extension) < 3 || len(extension) > 6 || strings.ContainsAny(extension, "/ "):
		return ""
	case strings.HasPrefix(stored, "http://"), strings.HasPrefix(stored, "https://"):
		return stored
	}
	if _, below, ok := strings.Cut(stored, "/wp-content/uploads/"); ok {
		return s.setup.Uploads + "/" + below
	}
	if strings.HasPrefix(stored, "/") || strings.Contains(stored, "..") {
		return ""
	}
	return s.setup.Uploads + "/download-manager-files/" + stored
}

// decoded reads a value as PHP or JSON; it stays text where it is neither.
func decoded(stored string) any {
	if php, err := Unserialize(stored); err == nil {
		return php.Value
	}
	if value, err := DecodeJSON([]byte(stored)); err == nil {
		return value
	}
	return stored
}

// textsIn adds the texts within a value, in its order.
func textsIn(texts []string, value any) []string {
	switch v := value.(type) {
	case string:
		texts = append(texts, v)
	case []any:
		for _, element := range v {
			texts = textsIn(texts, element)
		}
	case Object:
		for _, member := range v {
			texts = textsIn(texts, member.Value)
		}
	}
	return texts
}
