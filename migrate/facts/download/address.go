package download

import (
	"net/url"
	"path"
	"strings"

	"wp2pub/migrate/facts"
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// domain is how an address begins whose scheme was left out.
var domain = pattern.New(`^(?i)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?::[0-9]+)?/\S`)

// Forms are the addresses that may be meant by what an editor wrote into a field: as it is, from the root of the site, and
// below the uploads folder.
func Forms(written string, view *wordpress.View) []string {
	forms := []string{written}
	if strings.HasPrefix(written, "/") || strings.Contains(written, "://") || written == "" {
		return forms
	}
	return append(forms, "/"+strings.TrimPrefix(written, "./"), view.Setup().Uploads+"/"+written)
}

// Whole is the address with scheme and host of what an editor wrote into a field; false: it is no address.
func Whole(written string, view *wordpress.View) (string, bool) {
	setup := view.Setup()
	lower := strings.ToLower(written)
	switch {
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"):
		return written, true
	case strings.HasPrefix(written, "//"):
		return "https:" + written, len(written) > 3
	case strings.ContainsAny(written, "\n\t<>\"") || strings.Contains(written, "://") || written == "":
		return "", false
	}
	document := facts.MediaOf(path.Ext(strings.TrimRight(cutQuery(written), " "))) != ""
	switch {
	case strings.HasPrefix(written, "/") && (document || strings.HasPrefix(written, "/wp-content/")):
		return atRoot(setup.Home) + written, true
	case strings.HasPrefix(written, "?") && len(written) > 1:
		return setup.Home + "/" + written, true
	case strings.HasPrefix(written, "wp-content/"):
		return setup.SiteURL + "/" + written, true
	case dated.MatchString(written) && document:
		return setup.Uploads + "/" + written, true
	case domain.MatchString(written):
		return "https://" + written, true
	}
	return "", false
}

// dated is how paths below the uploads folder begin.
var dated = pattern.New(`^(?:19|20)[0-9]{2}/(?:0[1-9]|1[0-2])/[^/]+$`)

func cutQuery(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	return address
}

// atRoot is the scheme and host of an address.
func atRoot(whole string) string {
	if u, err := url.Parse(whole); err == nil && u.Host != "" {
		return u.Scheme + "://" + u.Host
	}
	return whole
}
