package clean

import "strings"

// candidate is one of the sources of a srcset.
type candidate struct {
	url  string
	size float64 // width or density; 1 where none is stated
}

// candidates reads a srcset: addresses with a size each, apart by commas. An address may hold commas, and ends at white
// space.
func candidates(srcset string) []candidate {
	var all []candidate
	for {
		srcset = strings.TrimLeft(srcset, ", \t\n\r\f")
		if srcset == "" {
			return all
		}
		end := strings.IndexAny(srcset, " \t\n\r\f")
		if end < 0 {
			end = len(srcset)
		}
		c := candidate{srcset[:end], 1}
		srcset = srcset[end:]
		if url := strings.TrimRight(c.url, ","); url != c.url {
			c.url = url
		} else {
			var size string
			size, srcset, _ = strings.Cut(srcset, ",")
			if n, ok := length(strings.TrimSpace(size)); ok {
				c.size = n
			}
		}
		all = append(all, c)
	}
}

// largest returns the source of a srcset with the greatest width or density.
func largest(srcset string) string {
	best := candidate{size: -1}
	for _, c := range candidates(srcset) {
		if c.size > best.size {
			best = c
		}
	}
	return best.url
}
