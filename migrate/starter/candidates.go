package starter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// candidate is a value of the site that may fill a target.
type candidate struct {
	place    *place
	name     *survey.Name
	filled   int
	of       int
	strength float64
	why      string // of a guess
}

// certain is the strength from which on a candidate is no guess.
const certain = 0.9

// note says how often a candidate has a value, and whether it is a guess.
func (c *candidate) note() string {
	if c.strength >= certain {
		return fmt.Sprintf("%d of %d posts", c.filled, c.of)
	}
	return fmt.Sprintf("a guess by %s, %s of posts: %d of %d", c.why, percent(share(c.filled, c.of)), c.filled, c.of)
}

// candidates finds the place of each value that posts of a crowd have. Parts of rows have none of their own.
func (s *site) candidates(posts crowd) []candidate {
	var all []candidate
	for i := range s.Names {
		n := &s.Names[i]
		filled, of := s.filled(n, posts)
		if filled == 0 || !s.isReadable(n) {
			continue
		}
		if c := s.place(n); c.place != nil {
			c.filled, c.of = filled, of
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(b.filled, a.filled))
	})
	return all
}

// isReadable reports whether a value stands for itself: an ACF value that is no part of a row, or another meta value
// that no plugin keeps for itself.
func (s *site) isReadable(n *survey.Name) bool {
	path := segments(n.Path)
	switch {
	case is(n, "password", "email", "true_false") || len(n.Path) > longestName:
		return false
	case path[0] == "meta":
		return (n.Plugin == "" || n.Plugin == "Toolset") && len(path) == 2 && !strings.HasPrefix(path[1], "_") && !strings.HasSuffix(path[1], "*")
	}
	return path[0] == "acf" && len(path) > 1 && !s.inRows(n)
}

// inRows reports whether a value is a part of something that is read as a whole.
func (s *site) inRows(n *survey.Name) bool {
	path := segments(n.Path)
	for end := len(path) - 1; end > 1; end-- {
		if above := s.byPath[mapping.Path(path[:end]).String()]; above != nil && !is(above, "group", "clone") {
			return true
		}
	}
	return false
}

// place finds where a value belongs, and how sure that is. Names count before values, unless these are unmistakable.
func (s *site) place(n *survey.Name) candidate {
	best, known := s.placed[n.Path]
	if known {
		return best
	}
	best.name = n
	for i := range places {
		p := &places[i]
		if p.fits == nil {
			continue
		}
		fits := p.fits(s, n)
		if fits == 0 {
			continue
		}
		c := candidate{place: p, name: n, strength: speaking(p.means(), n) * fits, why: "a part of its name"}
		alike := p.shapes != nil && looks(n, p.shapes...) >= 0.9
		switch {
		case c.strength >= certain:
		case alike && p.unique:
			c.strength = certain
		case c.strength > 0:
		case p.target == "authors" && s.holdsPeople(n):
			c.strength, c.why = 0.8, "its columns"
		case p.target == "downloads" && is(n, "repeater", "flexible_content", "file"):
			c.strength, c.why = half, "its type"
		case p.target == "downloads" && alike:
			c.strength, c.why = half, "its values"
		case alike:
			c.strength, c.why = 0.3, "its values"
		}
		if c.strength > best.strength {
			best = c
		}
	}
	s.placed[n.Path] = best
	return best
}

// bibliographic lists what the fields of a type say that only publications have.
func (s *site) bibliographic(t *survey.PostType) []string {
	var all []string
	for _, c := range s.candidates(s.everyPost(t.PostType)) {
		target, _, _ := strings.Cut(c.place.target, ".")
		telling := slices.Contains([]string{"issued", "publishers", "authors", "series", "identifiers", "downloads"}, target) || c.place.target == "fields.pages"
		if target = strings.TrimPrefix(c.place.target, "fields."); telling && c.strength >= half && share(c.filled, c.of) >= 0.2 && !slices.Contains(all, target) {
			all = append(all, target)
		}
	}
	slices.Sort(all)
	return all
}

func (c *candidate) write(s *site) *node {
	if c.place.write == nil {
		return text(c.name.Path)
	}
	return c.place.write(s, c.name)
}

// counts reports whether a candidate is good enough beside the others of its target: what values alone speak for
// counts only where no name does, and a part of a name only beside others if there is no whole one.
func (s *site) counts(c *candidate, all []candidate) bool {
	best := slices.IndexFunc(all, func(other candidate) bool { return other.place == c.place })
	return c.strength >= half && (all[best].strength < certain || c.strength >= certain || c.place.all) || all[best].name == c.name
}

// speaking says how well the name of a value or its label speaks of a concept.
func speaking(concept string, n *survey.Name) float64 {
	path := segments(n.Path)
	best := max(match(concept, wordsOf(last(path))), match(concept, wordsOf(n.Label)))
	if len(path) > 2 && best < wholeMatch { // a part of a group: number, of sales
		best = max(best, match(concept, wordsOf(fmt.Sprint(path[len(path)-2], " ", last(path))))*0.9)
	}
	return best
}
