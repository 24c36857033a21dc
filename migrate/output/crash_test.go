package output

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate"
)

// years is the library after some years: records created, changed, moved, swapped, withdrawn.
var years = []post{
	{id: 1, kind: "publication", slug: "brief-2", title: "Annual report"},
	{id: 2, kind: "publication", slug: "brief", title: "Brief, second edition", extra: 1},
	{id: 3, kind: "event", slug: "launch", title: "Launch", fate: migrate.Forbidden},
	{id: 5, kind: "publication", slug: "annual-report", title: "Wants what another wanted"},
	{id: 8, kind: "page", slug: "about", title: "About"},
	{id: 9, kind: "page", slug: "about-us", title: "No longer equal but for case"},
	{id: 10, kind: "page", slug: "about-us", title: "New, and equal"},
	{id: 11, kind: "report", slug: "x", title: "New"},
}

// A record that is not made again goes from the path that its ID gave it to one that became free, and another takes that path.
var (
	clash     = []post{{id: 21, kind: "clash", slug: "a", title: "Stays"}, {id: 22, kind: "clash", slug: "a", title: "Goes"}, {id: 23, kind: "clash", slug: "b", title: "Follows"}}
	clashOver = []post{{id: 21, kind: "clash", slug: "a", title: "Stays"}, {id: 22, kind: "clash", slug: "c", title: "Goes"}, {id: 23, kind: "clash", slug: "a-21", title: "Follows"}}
)

// interruptions are the ways in which a run ends before its time.
var interruptions = map[string]func(f *faulty){
	"one error":                    func(f *faulty) {},
	"killed":                       func(f *faulty) { f.dead = true },
	"power cut":                    func(f *faulty) { f.dead = true },
	"power cut, contents lost":     func(f *faulty) { f.dead = true },
	"killed, then another history": func(f *faulty) { f.dead = true },
}

func TestInterruptedAnywhereTheNextRunConverges(t *testing.T) {
	library, years := slices.Concat(library, clash), slices.Concat(years, clashOver)
	for _, formats := range [][2]Format{{YAML, YAML}, {JSONL, JSONL}, {YAML, JSON}, {JSON, JSONL}, {JSONL, YAML}} {
		for name, prepare := range interruptions {
			t.Run(fmt.Sprintf("%s to %s, %s", formats[0], formats[1], name), func(t *testing.T) {
				t.Parallel()
				wanted := years
				if name == "killed, then another history" {
					wanted = changed(years, func(p *post) {
						if p.id == 1 || p.id == 11 {
							p.title, p.slug = "Other", "brief"
						}
					})
				}
				before, fresh := NewMemory(), NewMemory()
				mustResync(t, before, Options{Format: formats[0]}, library)
				mustResync(t, fresh, Options{Format: formats[1]}, wanted)
				want := tree(t, fresh)
				for at := 1; ; at++ {
					files := NewMemory()
					files.nodes, files.now = before.copy(), before.now
					f := &faulty{Files: files, at: at, durable: files.copy()}
					prepare(f)
					_, _, err := resync(New(f, Options{Format: formats[1]}), years, planOf(years))
					if f.count < at {
						if err != nil {
							t.Fatal(err)
						}
						return
					}
					if err != nil && !errors.Is(err, errFault) {
						t.Fatalf("at operation %d: %v", at, err)
					}
					if strings.HasPrefix(name, "power cut") {
						f.powerCut(name != "power cut")
					}
					files.locked = map[string]bool{}
					_, summary, err := resync(New(files, Options{Format: formats[1]}), wanted, planOf(wanted))
					if err != nil {
						t.Fatalf("after an interruption at operation %d: %v", at, err)
					}
					if summary.Counts[migrate.Edited] != 0 {
						t.Fatalf("after an interruption at operation %d our own files count as edited: %+v", at, summary)
					}
					if difference := compareTrees(tree(t, files), want); difference != "" {
						t.Fatalf("after an interruption at operation %d: %s", at, difference)
					}
				}
			})
		}
	}
}
