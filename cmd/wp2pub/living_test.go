package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// living is a site whose editors are at work. What they do depends on the seed alone.
type living struct {
	random *rand.Rand
	posts  []storedPost
	named  int // so many posts were given a name
}

// newLiving returns a site of that many posts.
func newLiving(seed uint64, posts int) *living {
	l := &living{random: rand.New(rand.NewPCG(seed, 0))}
	for range posts {
		l.appear()
	}
	return l
}

// work is what the editors do between two runs: each kind of edit, and those that move files the most often.
func (l *living) work() {
	for range 2 {
		l.appear()
		l.any().content = l.text()
		l.any().title += ", revised"
		l.any().slug = l.name()
		l.any().typ = l.kind()
		l.any().status = "draft"
		l.any().status = "publish"
		l.swap(l.any(), l.any())
		l.vanish()
	}
}

func (l *living) any() *storedPost { return &l.posts[l.random.IntN(len(l.posts))] }

func (l *living) appear() {
	id := 1
	if n := len(l.posts); n > 0 {
		id = l.posts[n-1].id + 1
	}
	status := "publish"
	if l.random.IntN(8) == 0 {
		status = "draft"
	}
	l.posts = append(l.posts, storedPost{id: id, typ: l.kind(), status: status, slug: l.name(), title: fmt.Sprint("Post ", id), content: l.text()})
}

func (l *living) vanish() {
	at := l.random.IntN(len(l.posts))
	l.posts = slices.Delete(slices.Clone(l.posts), at, at+1)
}

// swap gives each of two posts the name and the kind of the other: their files change places.
func (l *living) swap(one, other *storedPost) {
	one.slug, other.slug = other.slug, one.slug
	one.typ, other.typ = other.typ, one.typ
}

func (l *living) kind() string {
	return []string{"post", "post", "page", "ai1ec_event"}[l.random.IntN(4)]
}

// name returns a slug: in most cases one that no other post has.
func (l *living) name() string {
	if l.random.IntN(6) == 0 {
		return "wanted-by-many"
	}
	l.named++
	return fmt.Sprint("name-", l.named)
}

func (l *living) text() string {
	var text strings.Builder
	for range 1 + l.random.IntN(40) {
		fmt.Fprintf(&text, "<p>Paragraph %d, which <a href=\"https://hostile.example.org/?p=%d\">another</a> goes on from.</p>\n\n", l.random.IntN(1e6), l.random.IntN(60))
	}
	return text.String()
}
