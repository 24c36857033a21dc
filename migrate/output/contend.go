package output

import (
	"slices"
	"strings"

	"wp2pub/migrate"
)

// contenders lists the claims of the records whose paths are open, in order. All others stand where they want to, on none of
// the paths that a contender may be given: settling the contenders' claims settles all. After a run that was interrupted
// every record contends: nothing that it left is taken as settled.
func (r *fileRun) contenders() []*claim {
	extension := r.format.extension()
	var claims []*claim
	content := make([]*held, 0, len(r.held.list))
	for _, h := range r.held.sorted() {
		if !r.broken && h.content(extension) {
			content = append(content, h)
		} else {
			claims = append(claims, r.claim(h))
		}
	}
	open := map[string]bool{}
	for more := claims; len(more) > 0 && len(content) > 0; {
		for _, c := range more {
			for _, path := range c.paths(extension) {
				open[fold(path)] = true
			}
		}
		more = nil
		content = slices.DeleteFunc(content, func(h *held) bool {
			contends := open[fold(h.Path)]
			if contends {
				more = append(more, r.claim(h))
			}
			return contends
		})
		claims = append(claims, more...)
	}
	slices.SortFunc(claims, func(a, b *claim) int { return compareHeld(a.held, b.held) })
	return claims
}

// content reports whether a record stands where it wants to, as it did when all were last settled.
func (h *held) content(extension string) bool {
	base, found := strings.CutSuffix(h.Path, extension)
	return found && (h.place.base == base || h.place.base == "") && h.Wanted == "" && !h.fresh
}

// claim is a record's claim. One that was not made in this run wants what it wanted when it was, so that others need not
// move to and fro. One whose file someone edited stands where it stands.
func (r *fileRun) claim(h *held) *claim {
	if h.place.base == "" {
		h.place = heldPlace(h, max(1, h.Number))
	}
	return &claim{held: h, fixed: !r.inFormat(h) || h.action == migrate.Edited && !inStore(h.Path)}
}

// paths are those that the claim may be given.
func (c *claim) paths(extension string) []string {
	if c.fixed {
		return []string{c.held.Path}
	}
	paths := make([]string, longest+1)
	for level := range paths {
		paths[level] = c.held.place.path(level, extension)
	}
	return paths
}
