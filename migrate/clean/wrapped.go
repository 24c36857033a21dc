package clean

import (
	"net/url"
	"strings"
)

// wrappers are addresses that do nothing but lead to another, or show it: what mail programs and search engines make of links, and viewers
// of documents. By host, a dot before it standing for every host below it: the path, and the parameters in which the other address may stand.
var wrappers = map[string]struct {
	path       string
	parameters []string
}{
	".safelinks.protection.outlook.com": {"/", []string{"url"}},
	"www.google.com":                    {"/url", []string{"q", "url"}},
	"google.com":                        {"/url", []string{"q", "url"}},
	"l.facebook.com":                    {"/l.php", []string{"u"}},
	"lm.facebook.com":                   {"/l.php", []string{"u"}},
	"docs.google.com":                   {"/viewer", []string{"url"}},
	"drive.google.com":                  {"/viewerng/viewer", []string{"url"}},
	"view.officeapps.live.com":          {"/op/", []string{"src"}},
}

// gview is the other path of Google's viewer.
const gview = "/gview"

// unwrapped is the address to which a wrapper leads, or wrappers in it; the address itself where it is none.
func unwrapped(whole string) string {
	for { // what is inside is shorter
		inner := unwrappedOnce(whole)
		if len(inner) >= len(whole) {
			return whole
		}
		whole = inner
	}
}

func unwrappedOnce(whole string) string {
	if !strings.Contains(whole, "?") {
		return whole
	}
	u, err := url.Parse(whole)
	if err != nil {
		return whole
	}
	host := strings.ToLower(u.Hostname())
	w, known := wrappers[host]
	if _, below, found := strings.Cut(host, "."); !known && found {
		w, known = wrappers["."+below]
	}
	if !known || !strings.HasPrefix(u.Path, w.path) && !(host == "docs.google.com" && strings.HasPrefix(u.Path, gview)) {
		return whole
	}
	for _, name := range w.parameters {
		inner := u.Query().Get(name)
		if safe, ok := safeURL(inner, mediaSchemes); ok && schemeOf(safe) != "" && bareHost(safe) != "" {
			return safe
		}
	}
	return whole
}
