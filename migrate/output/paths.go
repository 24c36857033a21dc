package output

// claim is a record's claim to a path.
type claim struct {
	held  *held
	fixed bool // it stands where it stands
	level int  // of place.path
	path  string
}

// settle gives every claim its path. Where several want one path, compared as file systems compare, each of them takes
// its next longer form, those with the shortest first, until no two are alike. The outcome depends on who claims, never on
// the order.
func settle(claims []*claim, extension string) {
	for _, c := range claims {
		if c.fixed {
			c.path = c.held.Path
		} else {
			c.path = c.held.place.path(c.level, extension)
		}
	}
	for again := true; again; {
		again = false
		for _, rivals := range contested(claims) {
			level := lowest(rivals)
			for _, c := range rivals {
				if !c.fixed && c.level == level && level < longest {
					c.level++
					c.path = c.held.place.path(c.level, extension)
					again = true
				}
			}
		}
	}
}

// contested returns the groups of claims to one path.
func contested(claims []*claim) map[string][]*claim {
	first := make(map[string]*claim, len(claims))
	groups := map[string][]*claim{}
	for _, c := range claims {
		key := fold(c.path)
		other, taken := first[key]
		switch {
		case !taken:
			first[key] = c
		case groups[key] == nil:
			groups[key] = []*claim{other, c}
		default:
			groups[key] = append(groups[key], c)
		}
	}
	return groups
}

func lowest(rivals []*claim) int {
	level := longest
	for _, c := range rivals {
		if !c.fixed {
			level = min(level, c.level)
		}
	}
	return level
}
