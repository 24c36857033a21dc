package wordpress

import "testing"

// TestTableRowsWakeWhomTheyConcern: a record depends on the rows that it asked for, and on no others of their table.
func TestTableRowsWakeWhomTheyConcern(t *testing.T) {
	site := func(hall, other string) *Site {
		b := NewBuilder("wp_")
		b.Option("home", "https://example.org")
		b.Row("em_locations", Row{"location_id": "3", "location_name": hall})
		b.Row("em_locations", Row{"location_id": "4", "location_name": other})
		return b.Build()
	}
	view := site("Hall", "House").View()
	if rows := view.TableRows("em_locations", "location_id", "3"); len(rows) != 1 || rows[0]["location_name"] != "Hall" {
		t.Fatalf("got %v", rows)
	}
	if rows := view.TableRows("em_locations", "location_id", "3 4"); rows != nil {
		t.Fatalf("got %v", rows)
	}
	trace := view.Trace()
	for _, c := range []struct {
		hall, other string
		holds       bool
	}{{"Hall", "House", true}, {"Hall", "Club", true}, {"Town hall", "House", false}} {
		if got := site(c.hall, c.other).Holds(trace); got != c.holds {
			t.Errorf("with %s and %s the trace holds %v", c.hall, c.other, got)
		}
	}
}
