package download

import (
	"net/url"
	"strings"
)

// shares are services where files lie, and how the paths of single files begin. Their folders, forms and profiles are no
// documents.
var shares = map[string][]string{
	"drive.google.com": {"/file/d/", "/open", "/uc"},
	"docs.google.com":  {"/document/d/", "/spreadsheets/d/", "/presentation/d/", "/uc"},
	"dropbox.com":      {"/s/", "/scl/fi/"},
	"box.com":          {"/s/", "/file/"},
	"app.box.com":      {"/s/", "/file/"},
	"1drv.ms":          {"/b/", "/w/", "/x/", "/p/"},
	"scribd.com":       {"/document/", "/doc/"},
	"calameo.com":      {"/read/", "/books/"},
	"slideshare.net":   {"/slideshow/"},
	"we.tl":            {"/t-"},
	"undocs.org":       {"/"},
	"docs.un.org":      {"/"},
}

// shared reports whether an address is that of a single file at such a service.
func shared(u *url.URL) bool {
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if host == "issuu.com" { // issuu.com/PROFILE/docs/NAME
		parts := strings.Split(strings.Trim(u.Path, "/"), "/")
		return len(parts) == 3 && parts[1] == "docs"
	}
	for _, start := range shares[host] {
		if rest, ok := strings.CutPrefix(u.Path, start); ok && (strings.Trim(rest, "/") != "" || u.Query().Get("id") != "") {
			return !strings.Contains(u.Path, "/viewform")
		}
	}
	return false
}
