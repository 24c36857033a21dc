package clean

import (
	"strings"

	"golang.org/x/net/html"
)

// spareNodes are nodes of the old tree that the new one may be made of, so that a long page needs memory for one of
// them. They are joined as siblings.
type spareNodes struct{ first *html.Node }

// put takes a node that stands in no tree and that nobody asks for any more. One that still holds others is left alone.
func (s *spareNodes) put(n *html.Node) {
	if n.FirstChild == nil {
		*n = html.Node{NextSibling: s.first}
		s.first = n
	}
}

// take returns an empty node.
func (s *spareNodes) take() *html.Node {
	n := s.first
	if n == nil {
		return &html.Node{}
	}
	s.first, n.NextSibling = n.NextSibling, nil
	return n
}

// words collects a text. One that comes in one piece, as most do, is not copied.
type words struct {
	first  string
	joined strings.Builder // all of it, once there are two pieces
}

func (w *words) WriteString(s string) {
	switch {
	case w.joined.Len() > 0:
		w.joined.WriteString(s)
	case w.first == "":
		w.first = s
	default:
		w.joined.WriteString(w.first)
		w.joined.WriteString(s)
	}
}

func (w *words) Len() int { return max(len(w.first), w.joined.Len()) }

func (w *words) String() string {
	if w.joined.Len() > 0 {
		return w.joined.String()
	}
	return w.first
}

func (w *words) Reset() {
	w.first = ""
	w.joined.Reset()
}
