package page

import (
	"cmp"
	"fmt"
	"slices"

	"wp2pub/migrate/report"
)

// flow is the way of the rows from post types to what becomes of them, laid out as a Sankey diagram. Lengths are
// pixels from the top; across, the ribbons go from 0 to 100 and are stretched.
type flow struct {
	Height      float64
	Left, Right []*node
	Ribbons     []ribbon
}

// node is one end of ribbons.
type node struct {
	Name   string
	Label  string // the name, as long as there is room
	Rows   int
	Share  string  // of all rows
	Class  string  // of its colour
	Y, H   float64 // of its bar
	Middle float64

	rank  int
	inner float64 // how much of the bar has ribbons already
}

// ribbon is the rows of one post type that went the same way.
type ribbon struct{ Path, Class, Title string }

// The measures of the diagram, in pixels.
const (
	flowHeight = 320 // of all rows together
	leastBar   = 2   // of a ribbon of few rows
	slotHeight = 22  // room for a label
	slotGap    = 6

	longestLabel = 24 // in letters
)

// What is drawn by itself; the rest is drawn together.
const (
	mostTypes     = 14
	mostUndecided = 5
	mostKinds     = 8
)

// stream is a ribbon that has no place yet.
type stream struct {
	from, to *node
	rows     int
}

// newFlow lays out what became of each post type.
func newFlow(r *report.Report) flow {
	types, total := r.PostTypes(), r.Total()
	left, right := sources(types), targets(types)
	streams := map[[2]*node]*stream{}
	for _, t := range types {
		for _, part := range t.Parts {
			key := [2]*node{left[t.PostType], right[target(part)]}
			if streams[key] == nil {
				streams[key] = &stream{from: key[0], to: key[1]}
			}
			s := streams[key]
			s.rows, s.from.Rows, s.to.Rows = s.rows+part.Rows, s.from.Rows+part.Rows, s.to.Rows+part.Rows
		}
	}
	f := flow{Left: distinct(left), Right: distinct(right)}
	all := make([]*stream, 0, len(streams))
	for _, s := range streams {
		all = append(all, s)
		s.from.H, s.to.H = s.from.H+s.height(total), s.to.H+s.height(total)
	}
	f.Height = max(arrange(f.Left), arrange(f.Right))
	center(f.Left, f.Height)
	center(f.Right, f.Height)
	for _, n := range slices.Concat(f.Left, f.Right) {
		n.Label, n.Share = cut(n.Name, longestLabel), percent(n.Rows, total)
	}
	slices.SortFunc(all, func(a, b *stream) int { return cmp.Or(cmp.Compare(a.from.Y, b.from.Y), cmp.Compare(a.to.Y, b.to.Y)) })
	for _, s := range all {
		f.Ribbons = append(f.Ribbons, s.draw(total))
	}
	return f
}

func (s *stream) height(total int) float64 {
	return max(leastBar, flowHeight*float64(s.rows)/float64(max(1, total)))
}

// draw takes room at both ends.
func (s *stream) draw(total int) ribbon {
	h, y0, y1 := s.height(total), s.from.Y+s.from.inner, s.to.Y+s.to.inner
	s.from.inner, s.to.inner = s.from.inner+h, s.to.inner+h
	return ribbon{
		Path:  fmt.Sprintf("M0 %.1fC50 %.1f 50 %.1f 100 %.1fV%.1fC50 %.1f 50 %.1f 0 %.1fZ", y0, y0, y1, y1, y1+h, y1+h, y0+h, y0+h),
		Class: s.to.Class,
		Title: fmt.Sprintf("%s → %s: %s", s.from.Name, s.to.Name, counted(s.rows, "row")),
	}
}

// sources gives every post type its node. The large ones have their own, and so have the largest of those that nobody
// decided about.
func sources(types []report.PostType) map[string]*node {
	ranked := slices.Clone(types)
	slices.SortStableFunc(ranked, func(a, b report.PostType) int { return cmp.Compare(b.Rows, a.Rows) })
	ahead := 0
	for i := range ranked {
		if ahead < mostUndecided && undecided(ranked[i]) {
			t := ranked[i]
			ranked = slices.Insert(slices.Delete(ranked, i, i+1), ahead, t)
			ahead++
		}
	}
	nodes := map[string]*node{}
	rest := &node{rank: 1 << 20}
	for i, t := range ranked {
		if i >= mostTypes && len(ranked) > mostTypes+1 {
			nodes[t.PostType] = rest
			rest.Name = fmt.Sprintf("%d other types", len(ranked)-mostTypes)
		} else {
			nodes[t.PostType] = &node{Name: t.PostType, rank: slices.Index(ways, wayOf(t.Parts[0]))<<10 + i}
		}
	}
	return nodes
}

func undecided(t report.PostType) bool {
	return slices.ContainsFunc(t.Parts, func(p report.Part) bool { return p.Disposition == report.Unmapped || p.Disposition == report.Reject })
}

// internal is the way of excluded rows that are no content: what the site keeps for itself.
const internal report.Disposition = "internal"

// ways is the order in which the diagram stacks what became of rows: what people look for first stands on top.
var ways = []report.Disposition{report.Migrate, report.Reject, report.Unmapped, report.Media, report.Exclude, internal}

func wayOf(p report.Part) report.Disposition {
	if p.Internal {
		return internal
	}
	return p.Disposition
}

// target names where rows go: a kind, or what became of them otherwise.
func target(p report.Part) string {
	if p.Disposition == report.Migrate {
		return "kind " + p.Kind
	}
	return string(wayOf(p))
}

// targets gives everything that rows can become its node.
func targets(types []report.PostType) map[string]*node {
	nodes := map[string]*node{}
	kinds := map[string]int{}
	for _, t := range types {
		for _, part := range t.Parts {
			if part.Disposition == report.Migrate {
				kinds[part.Kind] += part.Rows
			} else {
				way := wayOf(part)
				nodes[target(part)] = &node{Name: wayNames[way], Class: string(way), rank: 1<<20 + slices.Index(ways, way)}
			}
		}
	}
	rest := &node{Class: "kind-8", rank: mostKinds}
	for i, kind := range byCount(kinds) {
		if i >= mostKinds && len(kinds) > mostKinds+1 {
			nodes["kind "+kind] = rest
			rest.Name = fmt.Sprintf("%d other kinds", len(kinds)-mostKinds)
		} else {
			nodes["kind "+kind] = &node{Name: kind, Class: fmt.Sprintf("kind-%d", min(i, mostKinds)), rank: i}
		}
	}
	return nodes
}

var wayNames = map[report.Disposition]string{
	report.Media: "media files", report.Exclude: "content left out", internal: "internal to WordPress", report.Unmapped: "unmapped", report.Reject: "rejected",
}

// distinct are the nodes of a column, from the top.
func distinct(nodes map[string]*node) []*node {
	var all []*node
	for _, n := range nodes {
		if !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(a, b *node) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// arrange puts the nodes of a column below each other, and returns the height that they need.
func arrange(nodes []*node) float64 {
	y := 0.0
	for _, n := range nodes {
		slot := max(n.H, slotHeight)
		n.Y = y + (slot-n.H)/2
		y += slot + slotGap
	}
	return y - slotGap
}

// center moves a column to the middle of the diagram.
func center(nodes []*node, height float64) {
	if len(nodes) == 0 {
		return
	}
	last := nodes[len(nodes)-1]
	bottom := max(last.Y+last.H, last.Y+last.H/2+slotHeight/2)
	for _, n := range nodes {
		n.Y += (height - bottom) / 2
		n.Middle = n.Y + n.H/2
	}
}

// byCount returns the names with the largest count first.
func byCount(counts map[string]int) []string {
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return names
}
