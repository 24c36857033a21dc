package clean

import (
	"fmt"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"

	"wp2pub/migrate/finding"
)

// Selector is a CSS selector, read once and used for every post.
type Selector struct {
	text    string
	matcher goquery.Matcher
}

// Compile reads a CSS selector such as ".share-buttons" or "div > p:first-child".
func Compile(css string) (Selector, error) {
	matcher, err := cascadia.Compile(css)
	if err != nil {
		return Selector{}, fmt.Errorf("%q is no CSS selector: %w", css, err)
	}
	return Selector{css, matcher}, nil
}

// String returns the selector as it was written.
func (s Selector) String() string { return s.text }

// Matcher is what goquery's Find methods take.
func (s Selector) Matcher() goquery.Matcher { return s.matcher }

// dropSelected takes out what the mapping names.
func dropSelected(s *goquery.Selection, c *Context) {
	for _, selector := range c.Drop {
		found := s.FindMatcher(selector.matcher)
		c.loseNodes(finding.BodyDropped, selector.text, found.Length(), found.Nodes...)
		found.Remove()
	}
}
