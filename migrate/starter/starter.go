package starter

import (
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// Mapping proposes a mapping for the site of a survey. It uses the names and functions of the vocabulary only, and
// mapping.Parse finds no mistake in it.
func Mapping(s *survey.Survey, v mapping.Vocabulary) []byte {
	site := newSite(s, v)
	kinds, excluded, left := site.kinds()
	root := &node{}
	root.add("version", &node{text: mapping.Version, raw: true})
	if fitsID(s.Site) {
		root.add("site", text(s.Site))
	}
	if defaults := site.defaults(kinds); defaults.pairs != nil && len(kinds) > 0 {
		root.add("defaults", defaults).blank = true
	}
	if len(kinds) > 0 {
		records := site.records(kinds)
		root.add("records", records).blank = true
	}
	if excluded != nil {
		root.add("exclude", excluded).blank = true
	}
	w := &writer{}
	w.comment(0, head(s))
	w.node(0, root)
	for _, part := range left {
		w.empty()
		w.comment(0, part)
	}
	return w.bytes()
}

// fitsID reports whether SITE can stand in a mapping.
func fitsID(site string) bool {
	return strings.TrimSpace(site) != "" && strings.Trim(site, "/") == site && !strings.ContainsAny(site, " \t\r\n#?:")
}

// head says how the mapping was made, and what to do next.
func head(s *survey.Survey) []string {
	name := short(s.Site)
	if s.Name != "" {
		name += " (" + short(s.Name) + ")"
	}
	return []string{
		"yaml-language-server: $schema=wp2pub-mapping.schema.json",
		"",
		"What becomes of the posts of " + name + ": proposed by wp2pub init from what is in the site.",
		"It runs as it is; read it before it counts. Comments say what speaks for each line, and which are guesses.",
		"",
		"  wp2pub schema mapping > wp2pub-mapping.schema.json    editors complete and check this file by it",
		"  wp2pub plan SOURCE -m FILE                            what would become of every row; writes nothing",
		"  wp2pub explain SOURCE POST_ID -m FILE                 one post: which rule took it, where its fields come from",
		"  wp2pub migrate SOURCE -m FILE                         writes the records",
	}
}

// site is what the decisions are made from.
type site struct {
	*survey.Survey
	vocabulary mapping.Vocabulary
	byPath     map[string]*survey.Name
	parts      map[string][]*survey.Name // by the path that they are one step below
	placed     map[string]candidate      // by path, as far as they were asked for
	american   bool                      // 03/04/2013 is the fourth of March, unless the field shows that it is not
}

func newSite(s *survey.Survey, v mapping.Vocabulary) *site {
	found := &site{Survey: s, vocabulary: v, byPath: map[string]*survey.Name{}, parts: map[string][]*survey.Name{}, placed: map[string]candidate{}}
	for i := range s.Names {
		n := &s.Names[i]
		found.byPath[n.Path] = n
		if path := segments(n.Path); len(path) > 2 {
			above := mapping.Path(path[:len(path)-1]).String()
			found.parts[above] = append(found.parts[above], n)
		}
	}
	found.american = found.isAmerican()
	return found
}

// knows reports whether a mapping may read a name.
func (s *site) knows(name string) bool {
	for _, n := range s.vocabulary.Names {
		if n.Path == name {
			return true
		}
	}
	return false
}

// calls reports whether a mapping may call a function.
func (s *site) calls(function string) bool {
	_, ok := s.vocabulary.Functions[function]
	return ok
}
