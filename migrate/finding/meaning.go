package finding

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed codes.md
var page string

// Meaning says what a code means, for people: the words of codes.md. Of an unknown code it says nothing.
func (c Code) Meaning() string { return meanings()[c] }

var meanings = sync.OnceValue(func() map[Code]string {
	table := map[Code]string{}
	for line := range strings.Lines(page) {
		if cells := strings.Split(line, "|"); len(cells) >= 4 && strings.HasPrefix(cells[1], " `") {
			table[Code(strings.Trim(cells[1], " `"))] = strings.TrimSpace(strings.Join(cells[2:len(cells)-1], "|"))
		}
	}
	return table
})

// LeavesOut reports whether a loss takes something away that the page showed, without anyone having asked for it.
// Other losses keep the text, or were no part of what readers see.
func (c Code) LeavesOut() bool {
	switch c {
	case ShortcodeDynamic, BlockDynamic, BlockCycle, PatternMissing, PostWithheld:
		return true
	}
	return false
}

// AskedFor reports whether a loss is what the mapping itself asked for. Such a loss is told, and surprises nobody: it
// counts only where someone asks for its code.
func (c Code) AskedFor() bool { return c == BodyDropped }
