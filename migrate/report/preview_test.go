package report

import (
	"fmt"
	"testing"
)

func TestChoose(t *testing.T) {
	r := &Report{Rejected: []Row{{PostID: 90}, {PostID: 91}}, kinds: map[string]*coverage{"event": {}, "report": {}}}
	for i := range 20 {
		e := Entry{PostID: int64(i + 1), Kind: "report", Losses: i % 5}
		if i >= 18 {
			e.Kind = "event"
		}
		e.Uncertain = i == 3 || i == 4
		r.Made = append(r.Made, e, Entry{PostID: e.PostID, Kind: e.Kind}) // two records of one post
	}
	for _, c := range []struct {
		most   int
		hidden int64
		want   string
	}{
		{0, 0, "[]"},
		{3, 0, "[{90 0} {4 1} {5 1}]"}, // the fifth post lost most, but uncertain it is, too
		{4, 90, "[{91 0} {4 1} {5 1} {19 3}]"},
		{8, 0, "[{90 0} {91 0} {4 1} {5 1} {10 2} {15 2} {19 3} {1 3}]"},
	} {
		got := r.Choose(c.most, func(post int64) bool { return post != c.hidden })
		if fmt.Sprint(got) != c.want {
			t.Errorf("%d: %v, want %s", c.most, got, c.want)
		}
	}
	if all := r.Choose(1000, func(int64) bool { return true }); len(all) > 22 {
		t.Errorf("%d posts are chosen of 22", len(all))
	}
}
