package render

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// embedCache is what WordPress keeps with a post of the answers of oEmbed providers.
type embedCache struct {
	answers  map[string]string // by name
	order    map[string]int    // in which they were stored first
	widths   []int             // content widths that answers were asked for with
	searches int               // how often all widths were tried
}

// maxSearches bounds the work for posts with more addresses than any editor embeds. After so many, only widths that
// answers were found for are tried.
const maxSearches = 64

// cachedEmbed looks for the answer of a provider that WordPress keeps with the post, or else with the site.
func (r *renderer) cachedEmbed(target, width, height string) (string, bool) {
	if r.cache == nil {
		r.cache = &embedCache{answers: map[string]string{}, order: map[string]int{}}
		for i, m := range r.post.Meta {
			name, ok := strings.CutPrefix(m.Key, "_oembed_")
			if _, known := r.cache.answers[name]; ok && !known {
				r.cache.answers[name], r.cache.order[name] = m.Value, i
			}
		}
	}
	if answer, ok := r.cache.find(target, width, height); ok {
		return answer, true
	}
	return r.view.Embed(embedName(target, width, height, defaultWidth))
}

// defaultWidth is the content width where the theme says none.
const defaultWidth = 500

// find returns the answer for a URL. Its name is made of the URL and the size asked for, which depends on the theme's
// content width at that time: of several, the one that was stored last is of the theme that the site has now.
func (c *embedCache) find(target, width, height string) (string, bool) {
	if len(c.answers) == 0 {
		return "", false
	}
	best := ""
	try := func(content int) {
		name := embedName(target, width, height, content)
		if _, ok := c.answers[name]; !ok {
			return
		}
		if !slices.Contains(c.widths, content) {
			c.widths = append(c.widths, content)
		}
		if best == "" || c.order[name] > c.order[best] {
			best = name
		}
	}
	if c.searches++; c.searches <= maxSearches {
		try(defaultWidth)
		for content := 200; content <= 2000; content++ {
			try(content)
		}
	} else {
		for _, content := range c.widths {
			try(content)
		}
	}
	return c.answers[best], best != ""
}

// embedName is the name of a cached answer: the MD5 of the URL and of the PHP-serialized size. A size that a shortcode
// says is a string, one that the theme says a number.
func embedName(target, width, height string, content int) string {
	size := func(said string, fallback int) string {
		if said != "" {
			return fmt.Sprintf("s:%d:\"%s\";", len(said), said)
		}
		return fmt.Sprintf("i:%d;", fallback)
	}
	attributes := `a:2:{s:5:"width";` + size(width, content) + `s:6:"height";` + size(height, min((content*3+1)/2, 1000)) + "}"
	sum := md5.Sum([]byte(target + attributes))
	return hex.EncodeToString(sum[:])
}
