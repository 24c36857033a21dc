package render

import (
	"slices"
	"strings"
)

// makeBreaks makes a line break of every line end in text, except after a line break and within elements whose text is
// no prose.
func makeBreaks(in []atom) []atom {
	in = preserveLines(in)
	out := room(len(in) + len(in)/2)
	for _, a := range in {
		switch {
		case a.kind == 0:
			breakLines(&out, a.raw)
		case a.is(preserved):
			out.text(a.raw)
		case a.raw == "<br>" || a.raw == "<br/>":
			out.add(writtenBreak)
		default:
			out.add(a)
		}
	}
	return out.done()
}

// preserveLines marks the text within script, style, svg and math.
func preserveLines(list []atom) []atom {
	hopeless := map[string]bool{} // names of elements that do not end any more
	for i := 0; i < len(list); i++ {
		name := lineKeeper(list[i])
		if name == "" || hopeless[name] {
			continue
		}
		end := slices.IndexFunc(list[i:], func(a atom) bool { return a.raw == "</"+name+">" })
		if end < 0 {
			hopeless[name] = true
			continue
		}
		for j := i; j < i+end; j++ {
			if list[j].kind == 0 {
				list[j].kind = preserved
			}
		}
		i += end
	}
	return list
}

func lineKeeper(a atom) string {
	if a.kind == 0 || strings.HasPrefix(a.raw, "</") {
		return ""
	}
	for _, name := range []string{"script", "style", "svg", "math"} {
		if strings.HasPrefix(a.raw, "<"+name) {
			return name
		}
	}
	return ""
}

// breakLines adds text to a list and puts a line break at each line end; the white space before it goes.
func breakLines(out *atoms, s string) {
	for s != "" {
		newline := strings.IndexByte(s, '\n')
		if newline < 0 {
			out.text(s)
			return
		}
		start := len(strings.TrimRight(s[:newline], spaces))
		end := newline + 1
		for j := end; j < len(s) && isSpace(s[j]); j++ {
			if s[j] == '\n' {
				end = j + 1
			}
		}
		out.text(s[:start])
		if n := len(out.list); start == 0 && out.first == "" && n > 0 && out.list[n-1].is(lineBreak) {
			if end == 1 {
				out.text("\n")
				s = s[end:]
				continue
			}
			out.text(s[:1])
		}
		out.add(writtenBreak)
		out.text("\n")
		s = s[end:]
	}
}
