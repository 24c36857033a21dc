package people

import (
	"slices"
	"strings"

	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// Authors are whom author plugins name for a post, in their order. Withheld counts those whose names may not leave.
func Authors(post *wordpress.Post, view *wordpress.View) (people []record.Person, withheld int) {
	add := func(c wordpress.Credit, role string) {
		if c.Withheld {
			withheld++
			return
		}
		p := OfProfile(c)
		p.Role = role
		people = append(people, p)
	}
	for _, c := range view.Authors(post.ID) {
		add(c, categoriesOf(post, view, c.Term))
	}
	for _, reference := range molonguiReferences(post) {
		if c, ok := view.Author(reference); ok {
			add(c, "")
		}
	}
	if names, _ := post.MetaValue(guestAuthorName); names != "" {
		people = append(people, Read(wordpress.PlainText(names))...)
	}
	return Merge(people), withheld
}

// Plugins are the author plugins that name authors for a post, each once.
func Plugins(post *wordpress.Post, view *wordpress.View) []string {
	var plugins []string
	for _, c := range view.Authors(post.ID) {
		plugins = append(plugins, c.Plugin)
	}
	for _, reference := range molonguiReferences(post) {
		if c, ok := view.Author(reference); ok {
			plugins = append(plugins, c.Plugin)
		}
	}
	if names, _ := post.MetaValue(guestAuthorName); names != "" {
		plugins = append(plugins, "Guest Author Name")
	}
	slices.Sort(plugins)
	return slices.Compact(plugins)
}

// guestAuthorName is the key in which (Simply) Guest Author Name keeps the names of a post's authors.
const guestAuthorName = "sfly_guest_author_names"

// categoriesOf is what an author did for a post by the categories of PublishPress Authors.
func categoriesOf(post *wordpress.Post, view *wordpress.View, term int64) string {
	var roles []string
	for _, row := range post.Rows["ppma_author_relationships"] {
		if id, ok := wordpress.ParseID(row["author_term_id"]); !ok || id != term {
			continue
		}
		name := row["category_slug"]
		for _, category := range view.Table("ppma_author_categories") {
			if category["id"] == row["category_id"] && category["category_name"] != "" {
				name = wordpress.PlainText(category["category_name"])
			}
		}
		if role := RoleName(name); role != "" && !slices.Contains(roles, role) {
			roles = append(roles, role)
		}
	}
	return strings.Join(roles, ", ")
}

// molonguiReferences are the authors that Molongui Authorship keeps with a post, the main one first.
func molonguiReferences(post *wordpress.Post) []string {
	var all []string
	if main, _ := post.MetaValue("_molongui_main_author"); main != "" {
		all = append(all, main)
	}
	for _, m := range post.Meta {
		if m.Key == "_molongui_author" && !slices.Contains(all, m.Value) {
			all = append(all, m.Value)
		}
	}
	return all
}

// OfProfile is a person by a profile. Its given and family name count where the name holds both.
func OfProfile(c wordpress.Credit) record.Person {
	p := Person(c.Name)
	if p.Affiliation == "" {
		p.Affiliation = c.Affiliation
	}
	p.ORCID, _ = ORCID(c.ORCID)
	whole, given, family := fold(p.Name), fold(c.Given), fold(c.Family)
	if given == "" || family == "" || given == family {
		return p
	}
	words := strings.Fields(p.Name)
	given = strings.Join(strings.Fields(given), " ")
	switch n := len(strings.Fields(family)); {
	case n >= len(words):
	case strings.HasPrefix(whole, given+" ") && strings.HasSuffix(whole, " "+family):
		p.Given, p.Family = strings.Join(words[:len(words)-n], " "), strings.Join(words[len(words)-n:], " ")
	case whole == family+" "+given:
		p.Family, p.Given = strings.Join(words[:n], " "), strings.Join(words[n:], " ")
	}
	return p
}
