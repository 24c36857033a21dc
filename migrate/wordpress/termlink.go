package wordpress

import (
	"strconv"
	"strings"
)

// TermURL returns the address of the page that lists a term's posts, as WordPress's get_term_link gives it; nothing
// where terms of the taxonomy have no such page, or where nobody knows at which address.
func (v *View) TermURL(t *Term) string {
	v.Setup()
	v.Lineage(t)
	return v.site.termLink(t)
}

func (s *Site) termLink(t *Term) string {
	taxonomy, slug := s.Taxonomy(t.Taxonomy), t.Slug
	if t.Taxonomy == "post_format" {
		slug = strings.TrimPrefix(slug, "post-format-")
	}
	switch {
	case !taxonomy.linked:
		return ""
	case s.structure.pretty() && taxonomy.Nested && taxonomy.Base != "":
		return s.link(taxonomy.Base + s.termPath(t))
	case s.structure.pretty() && taxonomy.Base != "":
		return s.link(taxonomy.Base + slug)
	case t.Taxonomy == "category":
		return s.Home + "/?cat=" + strconv.FormatInt(t.ID, 10)
	case taxonomy.QueryVar != "":
		return s.Home + "/?" + taxonomy.QueryVar + "=" + slug
	}
	return s.Home + "/?taxonomy=" + t.Taxonomy + "&term=" + slug
}
