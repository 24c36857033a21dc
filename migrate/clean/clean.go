package clean

import (
	"slices"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// View is what the passes ask of the site. *wordpress.View satisfies it.
type View interface {
	Setup() *wordpress.Setup
	Option(name string) (string, bool)
	PostByURL(url string) (id int64, own bool)
	Permalink(id int64) string
	LibraryByURL(url string) (id int64, ok bool)
	LibraryURL(id int64) string
	AttachmentByURL(url string) (*wordpress.Attachment, bool)
	AttachmentURL(*wordpress.Attachment) string
}

// Context is what the passes work with besides the tree.
type Context struct {
	View  View         // nil: links and images are not looked up
	Log   *finding.Log // nil: nothing is written down
	Field string       // what is cleaned, for findings; empty: the body
	Base  string       // the post's permalink, against which relative links are read
	Drop  []Selector   // what the mapping leaves out
	// RepairEncoding says that misread text is to be repaired where that is certain.
	RepairEncoding bool
	// Offers, where it is set, takes the links that say by an attribute that a file lies behind them, with its media type
	// where they state one. The attributes themselves go.
	Offers map[*html.Node]string
	// Observe, where it is set, is told what each pass did: the serialised tree before it and after it.
	Observe func(pass, before, after string)
}

// Pass is one step of cleaning.
type Pass struct {
	Name string
	Run  func(*goquery.Selection, *Context)
}

// Passes returns all passes in the order in which they run.
func Passes() []Pass {
	return []Pass{
		{"depth", flattenDepth},
		{"drop", dropSelected},
		{"comments", removeComments},
		{"encoding", checkEncoding},
		{"lazy", restoreLazyImages},
		{"scripts", removeScripts},
		{"hidden", removeHiddenSpam},
		{"office", removeOfficeMarkup},
		{"presentation", replacePresentation},
		{"embeds", replaceEmbeds},
		{"images", restoreImages},
		{"forms", removeForms},
		{"foreign", removeForeign},
		{"captions", makeFigures},
		{"tables", unwrapLayoutTables},
		{"headings", lowerHeadings},
		{"links", canonicaliseLinks},
		{"anchors", keepAnchors},
		{"structure", rebuild},
		{"allow-list", enforceAllowList},
	}
}

// Tree runs all passes over the tree below root. The root itself stays: a document, or any element that holds the
// page's content.
func Tree(root *html.Node, c *Context) { passOver(root, c, Passes()) }

// Reveal runs only the passes that take away what a reader does not see and mend what is stored wrong. Classes, ids and
// wrappers stay: it is the tree in which selectors look. What is cut out of it is no clean page before Tree ran over it.
func Reveal(root *html.Node, c *Context) {
	all := Passes()
	last := slices.IndexFunc(all, func(p Pass) bool { return p.Name == "hidden" })
	passOver(root, c, all[:last+1])
}

func passOver(root *html.Node, c *Context, passes []Pass) {
	selection := goquery.NewDocumentFromNode(root).Selection
	if c.Log != nil {
		defer c.Log.By(c.Log.By(""))
	}
	before := ""
	if c.Observe != nil {
		before = HTML(root)
	}
	for _, pass := range passes {
		if c.Log != nil {
			c.Log.By(pass.Name)
		}
		pass.Run(selection, c)
		if c.Observe == nil {
			continue
		}
		after := HTML(root)
		c.Observe(pass.Name, before, after)
		before = after
	}
}

// Fragment parses a piece of HTML, such as the value of an editor field, and cleans it.
func Fragment(markup string, c *Context) *html.Node {
	root := Parse(markup)
	Tree(root, c)
	return root
}
