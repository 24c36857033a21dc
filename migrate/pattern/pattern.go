// Package pattern has regular expressions for package variables: one is compiled where it is used first, and not when
// the program starts. Most runs need few of them, or none. What users write is compiled with regexp, which returns an error.
package pattern

import (
	"os"
	"regexp"
	"strings"
	"sync"
)

// Pattern is a regular expression that is compiled at its first use. Its methods are those of regexp.Regexp; several
// goroutines may use it at once.
type Pattern struct {
	text     string
	once     sync.Once
	compiled *regexp.Regexp
}

// tested says that this program is a test, by the name that go test gives it.
var tested = len(os.Args) > 0 && strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test")

// New returns the pattern that text writes in the syntax of regexp. In a test it is compiled at once, so that one that
// cannot be compiled fails every test of its package, whether it is used there or not.
func New(text string) *Pattern {
	p := &Pattern{text: text}
	if tested {
		p.regexp()
	}
	return p
}

func (p *Pattern) regexp() *regexp.Regexp {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.text) })
	return p.compiled
}
