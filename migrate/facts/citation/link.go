package citation

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"wp2pub/migrate/facts"
	"wp2pub/migrate/record"
)

// target is what a link leads to.
type target struct {
	file     record.Download
	document bool // it is known to be a file
	language string
	fetch    bool // the link says that it leads to a file
}

// target resolves where a link leads. Links within the page and to addresses of mail lead to no publication.
func (c *entryCutter) target(a *html.Node) (target, bool) {
	href := attribute(a, "href")
	if file, ok := facts.Document(href, c.view); ok {
		return target{file: file, document: true}, true
	}
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return target{}, false
	}
	return target{file: record.Download{URL: u.String()}}, true
}

func hreflang(a *html.Node) string { return attribute(a, "hreflang") }

// readLink reads what a link says, if that is no title: "DOWNLOAD", "French", "PDF (2 MB)", "the full report", an arrow.
func readLink(text string) (remark, bool) {
	text = strings.TrimSpace(text)
	if strings.TrimFunc(text, isEdge) == "" {
		return remark{fetch: true}, true
	}
	if strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "www.") {
		return remark{}, !strings.Contains(text, " ")
	}
	if said, ok := readRemark(text); ok {
		return said, true
	}
	return remark{}, isFiller(text)
}

// isFiller reports whether a text is nothing but words such as "and", "also in", "the report".
func isFiller(text string) bool {
	for _, field := range strings.FieldsFunc(strings.ToLower(text), isEdge) {
		if !fillers[field] && !fileNouns[field] && !joiners[field] && !actions[field] {
			return false
		}
	}
	return true
}
