package report

import (
	"fmt"
	"reflect"
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/growth"
)

// A step counts equal losses together, in the order in which they came, and in linear time however many differ.
func TestStepLose(t *testing.T) {
	var s Step
	for _, loss := range []finding.Loss{{Code: "a", Detail: "x", Count: 2}, {Code: "b", Detail: "x", Count: 1}, {Code: "a", Detail: "x", Count: 3}, {Code: "a", Detail: "y", Count: 1}} {
		s.Lose(loss)
	}
	if want := []finding.Loss{{Code: "a", Detail: "x", Count: 5}, {Code: "b", Detail: "x", Count: 1}, {Code: "a", Detail: "y", Count: 1}}; !reflect.DeepEqual(s.Losses, want) {
		t.Errorf("got %v, want %v", s.Losses, want)
	}
	lose := func(many int) func() {
		return func() {
			var s Step
			for i := range many {
				s.Lose(finding.Loss{Code: "media-missing", Detail: fmt.Sprint("attachment ", i), Count: 1})
			}
			if len(s.Losses) != many {
				t.Errorf("%d losses of %d", len(s.Losses), many)
			}
		}
	}
	growth.Linear(t, 200_000, lose)
}
