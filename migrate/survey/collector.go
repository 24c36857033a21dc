package survey

import (
	"cmp"
	"fmt"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// Page is what rendering the page of a post showed, and what was found in its fields on the way.
type Page struct {
	Text        int      // how many characters of text the body has
	Documents   int      // how many documents the body links to
	Attachments []int64  // the files of the media library that the body shows or links to
	Citations   int      // how many publications it cites with a link
	Retitled    bool     // there is one of them, and the post has another title than it gives
	Authors     []string // the plugins that name authors for it
	Byline      bool     // the line at its head names authors
	Stated      []string // what else it states of its publication, as a mapping names it: identifiers.isbn, licence
	Event       bool     // an event calendar says when it happens
	Fields      []wordpress.ACFValue
	Shortcodes  []Mark // Name, Count and Rendered
	Blocks      []Mark
	Losses      []finding.Loss
	Findings    []finding.Finding
}

// Collector gathers a Survey. It belongs to one goroutine. Posts may be added in any order: the survey is the same.
type Collector struct {
	site  *wordpress.Site
	setup *wordpress.Setup

	types      map[string]*postType
	taxonomies map[string]*taxonomy
	names      names
	shortcodes marks
	blocks     marks
	languages  map[Language]int // by language and where it is from
	doubts     smallest[Doubt]
	links      smallest[Link]
	posts      *Posts
	rows       map[string]int  // posts of which a plugin's table speaks, by table
	used       map[int64]bool  // attachments
	authors    map[string]int  // posts for which a plugin or a byline names authors
	logins     map[string]bool // names by which users log in, and their addresses
}

// The most that is kept of lists that grow with the site.
const (
	mostNames  = 3000
	mostListed = 1000
)

// NewCollector starts the survey of a site with what its index tells: every row, every term, every definition.
func NewCollector(site *wordpress.Site) *Collector {
	c := &Collector{site: site, setup: site.View().Setup(),
		types: map[string]*postType{}, taxonomies: map[string]*taxonomy{}, languages: map[Language]int{}, used: map[int64]bool{}, rows: map[string]int{}, authors: map[string]int{}, logins: map[string]bool{},
		names: names{all: map[string]*name{}}, posts: newPosts(), shortcodes: marks{}, blocks: marks{},
		doubts: smallest[Doubt]{most: mostListed, compare: func(a, b Doubt) int {
			return cmp.Or(cmp.Compare(a.PostID, b.PostID), strings.Compare(a.Field, b.Field), strings.Compare(a.Sample, b.Sample))
		}},
		links: smallest[Link]{most: mostListed, compare: func(a, b Link) int {
			return cmp.Or(cmp.Compare(a.PostID, b.PostID), strings.Compare(a.URL, b.URL))
		}},
	}
	for _, u := range site.Users() {
		c.logins[u.Login], c.logins[u.Nicename], c.logins[u.Email] = true, true, true
	}
	c.countRows()
	c.countTerms()
	c.declareFields()
	c.useOwnPictures()
	return c
}

// Wants reports whether a post counts: published, without a password, shown to everybody and not hidden with another, of a type whose posts
// are content or of which nothing is known. All others may not be added.
func (c *Collector) Wants(id int64) bool {
	e, ok := c.site.Entry(id)
	if !ok || e.Type == "attachment" || e.Status != "publish" || e.Protected || c.site.Restricted(id) != "" || c.site.HiddenBy(id, e.Type) != nil {
		return false
	}
	class := c.site.PostType(e.Type).Class
	return class == wordpress.Content || class == wordpress.Unknown
}

// shows reports whether samples may come from a post: visitors can open it, or its type is known to be content.
func (c *Collector) shows(postType string) bool {
	t := c.site.PostType(postType)
	return t.Class == wordpress.Content || t.Viewable
}

// Add takes a post into account, once. A post that is not wanted is passed over.
func (c *Collector) Add(post *wordpress.Post, page Page) {
	if !c.Wants(post.ID) {
		return
	}
	at := &place{logins: c.logins, post: post.ID, postType: post.Type, shown: c.shows(post.Type)}
	c.addFields(at, page)
	c.addMeta(at, post)
	signals := Signals{Posts: 1, Files: one(page.Documents > 0 || at.document), Citations: one(page.Citations > 0), Several: one(page.Citations > 1), Retitled: one(page.Retitled),
		Events: one(page.Event), Empty: one(page.Text == 0), Authors: one(len(page.Authors) > 0), Bylines: one(page.Byline)}
	for _, name := range page.Stated {
		signals.state(name, 1)
	}
	c.countAuthors(page)
	c.countPost(post, signals)
	c.shortcodes.add(post.ID, page.Shortcodes)
	c.blocks.add(post.ID, page.Blocks)
	c.countLanguage(post)
	for table := range post.Rows {
		c.rows[table]++
	}
	for _, id := range page.Attachments {
		c.used[id] = true
	}
	if at.shown {
		c.listFaults(post.ID, page)
	}
}

func one(counts bool) int {
	if counts {
		return 1
	}
	return 0
}

// listFaults keeps the links that lead nowhere, and the texts whose encoding is in doubt.
func (c *Collector) listFaults(post int64, page Page) {
	for _, l := range page.Losses {
		if l.Code == finding.LinkBroken && !strings.HasPrefix(l.Detail, "#") {
			c.links.add(Link{post, shown(l.Detail, mostOfURL)})
		}
	}
	for _, f := range page.Findings {
		if f.Code == finding.EncodingDoubtful {
			c.doubts.add(Doubt{post, f.Field, sampleOf(cmp.Or(f.Value, f.Detail))})
		}
	}
}

// Survey sums up what was added.
func (c *Collector) Survey() *Survey {
	blog, _ := c.site.Option("blogname")
	s := &Survey{
		Site: c.setup.ID, Name: oneLine(wordpress.PlainText(blog)), Home: c.setup.Home, Language: c.setup.Language, Zone: c.site.Zone().String(),
		Warnings: append([]string{}, c.site.Warnings...), Rows: len(c.site.Entries()),
		PostTypes: c.postTypes(), Taxonomies: c.listTaxonomies(), Groups: c.groups(), Names: c.listNames(),
		Shortcodes: c.shortcodes.list(), Blocks: c.blocks.list(), Languages: c.listLanguages(), Authors: c.listAuthors(),
		Doubts: c.doubts.all(), Links: c.links.all(), Files: c.files(), Posts: c.posts,
	}
	s.Plugins = c.plugins(s)
	for _, cut := range []struct {
		more bool
		what string
	}{{c.names.cut, "names of values"}, {c.links.cut, "broken links"}, {c.doubts.cut, "texts whose encoding is in doubt"}} {
		if cut.more {
			s.Warnings = append(s.Warnings, fmt.Sprintf("there are more %s than a survey lists", cut.what))
		}
	}
	return s
}
