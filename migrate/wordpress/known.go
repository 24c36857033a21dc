package wordpress

import "strings"

// LearnedQuestion is the kind of the questions whose answers depend on what the site was told with Learn.
const LearnedQuestion = "Known"

// known are the names that a site is known to use for one thing, such as those of publishers.
type known struct {
	names   map[string]bool
	longest int // words of the longest
}

// Learn tells the site names that its own values give to one thing, called by a role. They come before the first View, in
// the form in which Known is asked: words between single spaces.
func (s *Site) Learn(role string, names []string) {
	if s.known == nil {
		s.known = map[string]known{}
	}
	k := known{names: map[string]bool{}}
	for _, name := range names {
		k.names[name] = true
		k.longest = max(k.longest, len(strings.Fields(name)))
	}
	s.known[role] = k
}

// Known returns which of the names in a role a text holds, word by word. The answer changes only with the names in the text.
func (v *View) Known(role, text string) []string {
	found := v.site.known[role].in(text)
	if !v.known(LearnedQuestion, 0, role+" "+text) {
		v.note(LearnedQuestion, 0, role+" "+text, found)
	}
	return found
}

// in finds the names in a text.
func (k known) in(text string) []string {
	var found []string
	starts := []int{}
	for at := 0; at < len(text) && len(k.names) > 0; {
		starts = append(starts, at)
		next := strings.IndexByte(text[at:], ' ')
		if next < 0 {
			break
		}
		at += next + 1
	}
	for i, start := range starts {
		for n := 1; n <= k.longest && i+n <= len(starts); n++ {
			end := len(text)
			if i+n < len(starts) {
				end = starts[i+n] - 1
			}
			if name := text[start:end]; k.names[name] {
				found = append(found, name)
			}
		}
	}
	return found
}
