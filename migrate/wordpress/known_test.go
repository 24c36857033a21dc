package wordpress

import (
	"slices"
	"testing"
)

func TestKnown(t *testing.T) {
	site := func(names ...string) *Site {
		b := NewBuilder("wp_")
		b.Option("home", "https://example.org")
		s := b.Build()
		s.Learn("publishers", names)
		return s
	}
	view := site("ilo", "bridges and ladders", "ladders").View()
	if got, want := view.Known("publishers", "night shift bridges and ladders ilo 2019"), []string{"bridges and ladders", "ladders", "ilo"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := view.Known("publishers", "pilot and stepladders"); got != nil {
		t.Errorf("parts of words are no names: %q", got)
	}
	if got := view.Known("authors", "ilo"); got != nil {
		t.Errorf("another role: %q", got)
	}
	if !site("ilo", "bridges and ladders", "ladders", "elsewhere").Holds(view.Trace()) {
		t.Error("a name that no text asked about holds changes the answer")
	}
	if site("ilo", "bridges and ladders", "ladders", "night shift").Holds(view.Trace()) {
		t.Error("a name in the text changes nothing")
	}
}
