package wordpress

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// permalink is what WordPress's get_permalink gives for a post to someone who may read it: an address made of names
// where the site has such and the post is published or private, else one made of its ID.
func (s *Site) permalink(e *Entry) string { return s.inLanguage(e, s.address(e)) }

// address is the permalink without what a multilingual plugin does to it.
func (s *Site) address(e *Entry) string {
	t := s.PostType(e.Type)
	switch {
	case e.Type == "page":
		if s.frontPage == e.ID {
			return s.Home + "/"
		}
		return s.pageLink(e)
	case e.Type == "attachment":
		return s.attachmentLink(e)
	case !t.builtIn && t.Origin == "" && !t.Pretty:
		return s.plainLink("p", e.ID)
	case !t.builtIn:
		return s.typeLink(e, t)
	}
	return s.postLink(e)
}

// named reports whether WordPress addresses a post by name: it has links made of names, and the post is published, or
// private and shown to someone who may read it.
func (s *Site) named(e *Entry) bool {
	return s.structure.pretty() && listed(e)
}

func listed(e *Entry) bool { return e.Status == "publish" || e.Status == "private" }

func (s *Site) plainLink(key string, id int64) string {
	return s.Home + "/?" + key + "=" + strconv.FormatInt(id, 10)
}

// link is the address of a path below home, with or without a slash at its end as the site has it.
func (s *Site) link(path string) string {
	return s.structure.end(s.Home + "/" + strings.TrimLeft(path, "/"))
}

func (s *Site) postLink(e *Entry) string {
	if !s.named(e) {
		return s.plainLink("p", e.ID)
	}
	return s.link(s.fillStructure(e))
}

func (s *Site) pageLink(e *Entry) string {
	if !s.named(e) {
		return s.plainLink("page_id", e.ID)
	}
	return s.link(s.structure.root + s.path(e))
}

// typeLink is the address of a post of a type that WordPress does not know by itself.
func (s *Site) typeLink(e *Entry, t PostType) string {
	slug := e.Slug
	if t.Hierarchical {
		slug = s.path(e)
	}
	switch {
	case t.Pretty && s.named(e):
		return s.link(s.fillTaxonomy(t.Base, e) + slug)
	case t.QueryVar != "" && listed(e):
		return s.Home + "/?" + t.QueryVar + "=" + slug
	}
	return s.Home + "/?post_type=" + url.QueryEscape(e.Type) + "&p=" + strconv.FormatInt(e.ID, 10)
}

// deepest is how many ancestors a post or term can have: more than anyone nests, so that no chain of rows makes each
// look-up walk through all of them.
const deepest = 100

// path is the slug of a post behind those of its ancestors. A loop is cut where it closes; an ancestor that does not
// exist, or has no slug, is left out.
func (s *Site) path(e *Entry) string {
	slugs, line := []string{e.Slug}, []int64{e.ID}
	for id := e.Parent; id != 0 && len(line) <= deepest && !slices.Contains(line, id); {
		parent, ok := s.Entry(id)
		if !ok {
			break
		}
		line = append(line, id)
		if parent.Slug != "" {
			slugs = append(slugs, parent.Slug)
		}
		id = parent.Parent
	}
	slices.Reverse(slugs)
	return strings.Join(slugs, "/")
}

// attachmentLink is the address of an attachment's page: below its parent, or at the top where it has none. Where the
// name could be taken for a page number or a category, it stands behind "attachment/".
func (s *Site) attachmentLink(e *Entry) string {
	plain := s.plainLink("attachment_id", e.ID)
	if !s.structure.pretty() || e.Status != "inherit" && e.Status != "publish" && e.Status != "private" {
		return plain
	}
	if e.Parent == 0 {
		return s.link(e.Slug)
	}
	parent, ok := s.Entry(e.Parent)
	if !ok || !s.PostType(parent.Type).Viewable || s.circular(e) {
		return plain
	}
	above := s.permalink(parent)
	if parent.Type == "page" {
		above = s.inLanguage(parent, s.pageLink(parent))
	}
	if strings.Contains(above, "?") {
		return plain
	}
	name := e.Slug
	if numeric(name) || strings.Contains(s.Structure, "%category%") {
		name = "attachment/" + name
	}
	return s.structure.end(strings.TrimRight(above, "/\\") + "/" + name)
}

// circular reports whether attachments hang on each other in a circle, or deeper than anyone hangs them.
func (s *Site) circular(e *Entry) bool {
	for range 20 {
		parent, ok := s.Entry(e.Parent)
		if !ok || parent.Type != "attachment" {
			return false
		}
		e = parent
	}
	return true
}

// numeric reports whether PHP takes a slug for a number.
func numeric(slug string) bool {
	_, err := strconv.ParseFloat(slug, 64)
	return err == nil && !strings.ContainsAny(slug, "xXnN_")
}

// fillStructure puts a post into the permalink structure. Tags that WordPress does not know stay as they are.
func (s *Site) fillStructure(e *Entry) string {
	date := strings.FieldsFunc(e.Date, func(r rune) bool { return r == '-' || r == ':' || r == ' ' || r == 'T' })
	part := func(i int) string {
		if i < len(date) {
			return date[i]
		}
		return ""
	}
	return expand(s.Structure, func(tag string) (string, bool) {
		switch tag {
		case "year":
			return part(0), true
		case "monthnum":
			return part(1), true
		case "day":
			return part(2), true
		case "hour":
			return part(3), true
		case "minute":
			return part(4), true
		case "second":
			return part(5), true
		case "post_id":
			return strconv.FormatInt(e.ID, 10), true
		case "postname", "pagename":
			return e.Slug, true
		case "category":
			return s.categoryPath(e), true
		case "author":
			if u := s.users[e.Author]; u != nil {
				return u.Nicename, true
			}
			return "", true
		}
		return "", false
	})
}

// expand replaces each %tag% that value knows.
func expand(text string, value func(tag string) (string, bool)) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "%")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		tag, after, closed := strings.Cut(rest, "%")
		if v, known := value(tag); closed && known {
			b.WriteString(v)
			text = after
			continue
		}
		b.WriteByte('%')
		text = rest
	}
}

// categoryPath is the category that an editor chose for the post's address, else the one with the lowest ID, behind its
// ancestors; where a post has none, the site's default category.
func (s *Site) categoryPath(e *Entry) string {
	chosen := s.primary[e.ID]
	first := s.pick(e.ID, "category", func(a, b *Term) int {
		switch chosen {
		case a.ID:
			return -1
		case b.ID:
			return 1
		}
		return cmp.Compare(a.ID, b.ID)
	})
	if first != nil {
		return s.termPath(first)
	}
	for _, t := range s.termIDs[number(s.options["default_category"])] {
		if t.Taxonomy == "category" {
			return t.Slug
		}
	}
	return ""
}

// fillTaxonomy puts a post's term into a base such as "product/%product_cat%/": the deepest with the lowest ID, as
// plugins do that offer such bases.
func (s *Site) fillTaxonomy(base string, e *Entry) string {
	if !strings.Contains(base, "%") {
		return base
	}
	return expand(base, func(tag string) (string, bool) {
		first := s.pick(e.ID, tag, func(a, b *Term) int {
			return cmp.Or(cmp.Compare(b.Parent, a.Parent), cmp.Compare(a.ID, b.ID))
		})
		if first != nil {
			return s.termPath(first), true
		}
		_, known := s.taxonomies[tag]
		return "uncategorized", known
	})
}

// pick returns the first of a post's terms in a taxonomy, nil where it has none.
func (s *Site) pick(post int64, taxonomy string, compare func(a, b *Term) int) *Term {
	var first *Term
	terms, _ := s.termsOf(post)
	for _, t := range terms {
		if t.Taxonomy == taxonomy && (first == nil || compare(t, first) < 0) {
			first = t
		}
	}
	return first
}

// termPath is the slug of a term behind those of its ancestors.
func (s *Site) termPath(t *Term) string {
	var slugs []string
	for _, l := range s.lineage(t) {
		slugs = append(slugs, l.Slug)
	}
	return strings.Join(slugs, "/")
}
