package report

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Records that share a list of fields, or a part of one, are counted as if each had its own.
func TestSharedFieldsCountForEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := make([][]FieldState, 3)
		for i := range lists {
			for range rapid.IntRange(0, 3).Draw(t, "fields") {
				lists[i] = append(lists[i], FieldState{Field: rapid.SampledFrom([]string{"title", "issued"}).Draw(t, "field"),
					State: State(rapid.IntRange(0, 2).Draw(t, "state")), Origin: rapid.SampledFrom([]string{"", "acf"}).Draw(t, "origin")})
			}
		}
		var shared, own Report
		for range rapid.IntRange(1, 20).Draw(t, "records") {
			fields := rapid.SampledFrom(lists).Draw(t, "list")
			fields = fields[:len(fields)-rapid.IntRange(0, min(1, len(fields))).Draw(t, "less")]
			kind := rapid.SampledFrom([]string{"post", "page"}).Draw(t, "kind")
			shared.AddAccount(Account{Kind: kind, Fields: fields})
			own.AddAccount(Account{Kind: kind, Fields: slices.Clone(fields)})
			if rapid.IntRange(0, 5).Draw(t, "ask") == 0 {
				shared.Fields()
			}
		}
		if got, want := shared.Fields(), own.Fields(); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}
