package main

import (
	"fmt"
	"hash/fnv"
	"path"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the same times on every machine
)

const home = "https://observatoire.example.org"

// post is a row of the posts table; zero values stand for what WordPress puts there.
type post struct {
	id, author, parent, order     int
	date                          time.Time
	content, title, excerpt, slug string
	status, password, kind, mime  string
	guid                          string
	comments                      int
}

type meta struct {
	owner      int
	key, value string
}

type term struct {
	id, parent           int
	name, slug, taxonomy string
	count                int
}

// site collects the rows of the database. IDs are given in the order in which things are added, as by editors.
type site struct {
	posts     []*post
	meta      []meta
	terms     []*term
	relations [][3]int
	options   [][2]string
	users     [][]string
	userMeta  []meta
	comments  [][]string
	uploads   map[string]*post // attachments by file name
	truth     []record
}

func (s *site) add(p post) *post {
	p.id = len(s.posts) + 4 // WordPress began with three of its own, deleted long ago
	if p.status == "" {
		p.status = "publish"
	}
	if p.slug == "" && p.status != "draft" && p.status != "pending" {
		p.slug = s.freeSlug(slugOf(p.title), p.kind)
	}
	if p.guid == "" {
		p.guid = fmt.Sprintf("%s/?post_type=%s&#038;p=%d", home, p.kind, p.id)
	}
	if p.author == 0 {
		p.author = 2 + p.id%3
	}
	s.posts = append(s.posts, &p)
	return &p
}

// freeSlug numbers a slug that another post of the type has.
func (s *site) freeSlug(slug, kind string) string {
	for n, free := 2, slug; ; n++ {
		taken := false
		for _, p := range s.posts {
			taken = taken || p.slug == free && (p.kind == kind || p.kind == "attachment" || kind == "attachment")
		}
		if !taken {
			return free
		}
		free = slug + "-" + strconv.Itoa(n)
	}
}

func (s *site) set(p *post, keysAndValues ...string) {
	for i := 0; i < len(keysAndValues); i += 2 {
		s.meta = append(s.meta, meta{p.id, keysAndValues[i], keysAndValues[i+1]})
	}
}

// attach adds a file of the media library, uploaded with the post that shows it.
func (s *site) attach(name string, to *post) *post {
	if known := s.uploads[name]; known != nil {
		return known
	}
	file := to.date.Format("2006/01/") + name
	title := strings.TrimSuffix(name, path.Ext(name))
	a := s.add(post{kind: "attachment", status: "inherit", title: title, parent: to.id, date: to.date.Add(-7 * time.Minute),
		mime: "application/pdf", guid: home + "/wp-content/uploads/" + file, author: to.author})
	size := 90_000 + int(hash(name)%4_000_000)
	s.set(a, "_wp_attached_file", file)
	if path.Ext(name) == ".pdf" {
		s.set(a, "_wp_attachment_metadata", php(object{{"filesize", size}}))
	} else {
		a.mime = "image/jpeg"
		s.set(a, "_wp_attachment_metadata", php(object{{"width", 1200}, {"height", 800}, {"file", file}, {"filesize", size / 10}, {"sizes", object{
			{"medium", object{{"file", title + "-300x200.jpg"}, {"width", 300}, {"height", 200}, {"mime-type", "image/jpeg"}, {"filesize", 21_000}}}}},
			{"image_meta", object{{"aperture", "0"}, {"credit", ""}, {"camera", ""}, {"caption", ""}}}}),
			"_wp_attachment_image_alt", strings.ReplaceAll(title, "-", " "))
	}
	s.uploads[name] = a
	return a
}

// term returns the ID of a term and makes it the first time.
func (s *site) term(taxonomy, name string, parent int) *term {
	for _, t := range s.terms {
		if t.taxonomy == taxonomy && (t.name == name || t.slug == name) {
			return t
		}
	}
	t := &term{id: len(s.terms) + 1, parent: parent, name: name, slug: slugOf(name), taxonomy: taxonomy}
	s.terms = append(s.terms, t)
	return t
}

func (s *site) relate(p *post, terms ...*term) {
	for _, t := range terms {
		s.relations = append(s.relations, [3]int{p.id, t.id, 0})
		if p.status == "publish" {
			t.count++
		}
	}
}

var paris = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic(err)
	}
	return zone
}()

// at reads a local time, with or without the hour.
func at(text string) time.Time {
	if len(text) == len(time.DateOnly) {
		text += " 00:00"
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", text, paris)
	if err != nil {
		panic(err)
	}
	return t
}

func hash(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}
