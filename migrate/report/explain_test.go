package report

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"wp2pub/migrate/finding"
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
	const many = 200_000
	begin := time.Now()
	for i := range many {
		s.Lose(finding.Loss{Code: "media-missing", Detail: fmt.Sprint("attachment ", i), Count: 1})
	}
	if took := time.Since(begin); len(s.Losses) != many+3 || took > 20*time.Second {
		t.Errorf("%d losses in %s", len(s.Losses), took)
	}
}
