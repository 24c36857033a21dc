package mapping

import (
	"slices"
	"strings"
)

// Nearest returns the known name that someone who wrote this most likely meant: the one that fewest insertions,
// deletions, replacements and swaps of letters make of it, if they are at most a third of what was written.
func Nearest(written string, known []string) (string, bool) {
	return nearestWithin(max(1, len([]rune(written))/3), written, known)
}

// nearestWithin is Nearest with a given number of edits.
func nearestWithin(edits int, written string, known []string) (string, bool) {
	best, fewest := "", edits+1
	for _, name := range known {
		if d := distance(strings.ToLower(written), strings.ToLower(name), fewest); d < fewest {
			best, fewest = name, d
		}
	}
	return best, best != ""
}

// distance counts the edits between two names, up to a limit: beyond it, the limit is returned.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	var before []int
	last, row := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		if slices.Min(row) >= limit {
			return limit
		}
		before, last, row = slices.Clone(last), row, last
	}
	return min(last[len(y)], limit)
}

// oneOf lists names for a message: `one of a, b, c`. Of long lists only the beginning is given.
func oneOf(names []string) string {
	const shown = 24
	switch {
	case len(names) == 0:
		return "nothing here"
	case len(names) == 1:
		return names[0]
	case len(names) > shown:
		return "one of " + strings.Join(names[:shown], ", ") + ", …"
	}
	return "one of " + strings.Join(names, ", ")
}
