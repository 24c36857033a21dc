package output

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// TestHoldingsAreAMapInOrder adds, drops and looks up records in any order, beside a map that does the same.
func TestHoldingsAreAMapInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anyID := rapid.Custom(func(t *rapid.T) string {
			return fmt.Sprintf("%s:%d%s", rapid.SampledFrom([]string{"a", "b"}).Draw(t, "site"), rapid.IntRange(1, 9).Draw(t, "post"), rapid.SampledFrom([]string{"", "#2", "#x"}).Draw(t, "key"))
		})
		wanted := map[string]*held{}
		var items []Item
		for _, id := range rapid.SliceOfNDistinct(anyID, 0, 6, rapid.ID).Draw(t, "items") {
			items = append(items, Item{ID: id, Number: rapid.IntRange(0, 2).Draw(t, "number")})
		}
		h := newHoldings(items)
		for _, one := range h.list {
			wanted[one.ID] = one
		}
		look := func(t *rapid.T, id string) {
			if got := h.get(id); got != wanted[id] {
				t.Fatalf("%s is %p, wanted %p", id, got, wanted[id])
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"any": func(t *rapid.T) { look(t, anyID.Draw(t, "id")) },
			"in order": func(t *rapid.T) {
				for _, one := range h.list[rapid.IntRange(0, len(h.list)).Draw(t, "from"):] {
					look(t, one.ID)
				}
			},
			"add or drop": func(t *rapid.T) {
				id := anyID.Draw(t, "id")
				if one := wanted[id]; one != nil {
					h.drop(one)
					delete(wanted, id)
					return
				}
				one := &held{Item: Item{ID: id}}
				one.site, one.post, _, _ = splitID(id)
				h.add(one)
				wanted[id] = one
			},
			"sorted": func(t *rapid.T) {
				all := h.sorted()
				for i, one := range all {
					if wanted[one.ID] != one || i > 0 && compareHeld(all[i-1], one) >= 0 {
						t.Fatalf("%s stands behind %s, or is not held", one.ID, all[max(0, i-1)].ID)
					}
				}
				if len(all) != len(wanted) {
					t.Fatalf("%d records, wanted %d", len(all), len(wanted))
				}
			},
		})
	})
}
