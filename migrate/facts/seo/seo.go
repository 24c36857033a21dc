package seo

import (
	"net/url"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// Head is what the head of a page says. What it does not say is empty.
type Head struct {
	Title       string // plain text, variables filled in; empty where it is the post's title and nothing else
	Description string // plain text; empty where it would be no more than how the page begins
	Canonical   string // empty where it is the post's own address
	Image       Image  // chosen for sharing; a page without one is shared with its featured image
	NoIndex     bool   // search engines are to leave the page out
	NoFollow    bool   // and not to follow its links
}

// Image is a picture. AttachmentID is 0 where it is none of the media library.
type Image struct {
	URL          string
	AttachmentID int64
}

// Of reads the head of the page of a post. Ok is false where it says nothing. What is doubtful in it is written into the
// View's Log.
func Of(post *wordpress.Post, view *wordpress.View) (head Head, ok bool) {
	p := &page{post: post, view: view}
	said := p.choose()
	if p.plugin == nil {
		return Head{}, false
	}
	head.Title, _ = p.resolve(said.title, "seo.title")
	if head.Title == plainTitle(post) {
		head.Title = ""
	}
	description, invented := p.resolve(said.description, "seo.description")
	if !invented {
		head.Description = description
	}
	head.Canonical = p.canonical(said.canonical)
	head.Image = p.image(said.images)
	head.NoIndex, head.NoFollow = said.noIndex == yes, said.noFollow == yes
	if head.NoIndex && !p.inactive {
		view.Log.Find(finding.Finding{Code: finding.SearchHidden, Field: "seo.noindex", Detail: "by " + p.plugin.name})
	}
	return head, head != Head{}
}

// plainTitle is the title of a post as text on one line.
func plainTitle(post *wordpress.Post) string {
	return strings.Join(strings.Fields(wordpress.PlainText(post.Title)), " ")
}

// page is a post whose head is read.
type page struct {
	post     *wordpress.Post
	view     *wordpress.View
	plugin   *plugin // the one that speaks
	inactive bool    // though it is switched off
}

// canonical is an address as it is written, made whole. That of the post itself is nothing to say.
func (p *page) canonical(written string) string {
	written = strings.TrimSpace(written)
	if written == "" {
		return ""
	}
	address := p.absolute(written)
	if address == "" {
		p.view.Log.Find(finding.Finding{Code: finding.ValueInvalid, Field: "seo.canonical", Value: written, Detail: "no address of a page"})
		return ""
	}
	if samePage(address, p.view.Permalink(p.post.ID)) {
		return ""
	}
	return address
}

// absolute is an address of the web, whole; empty where it is none.
func (p *page) absolute(written string) string {
	home, err := url.Parse(p.view.Setup().Home + "/")
	if err != nil {
		return ""
	}
	address, err := home.Parse(written)
	if err != nil || address.Host == "" || address.Scheme != "http" && address.Scheme != "https" {
		return ""
	}
	if strings.HasPrefix(written, "http") {
		return written
	}
	return address.String()
}

// samePage reports whether two addresses differ in no more than the scheme and a slash at the end.
func samePage(a, b string) bool {
	bare := func(address string) string {
		_, rest, _ := strings.Cut(address, "://")
		return strings.TrimSuffix(rest, "/")
	}
	return bare(a) == bare(b)
}

// image is the first of these pictures that is there.
func (p *page) image(chosen []picture) Image {
	for _, c := range chosen {
		if id, ok := wordpress.ParseID(c.id); ok {
			if a, ok := p.view.Attachment(id); ok {
				return Image{p.view.AttachmentURL(a), a.ID}
			}
		}
		address := p.absolute(strings.TrimSpace(c.url))
		if strings.TrimSpace(c.url) == "" || address == "" {
			continue
		}
		if a, ok := p.view.AttachmentByURL(address); ok {
			return Image{p.view.AttachmentURL(a), a.ID}
		}
		return Image{URL: address}
	}
	return Image{}
}
