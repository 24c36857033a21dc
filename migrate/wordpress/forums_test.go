package wordpress

import "testing"

func TestHiddenBy(t *testing.T) {
	at := func(id, parent int64, postType, status string) IndexRow {
		return IndexRow{ID: id, Parent: parent, Type: postType, Status: status, Name: "x"}
	}
	s := siteOf(nil, []IndexRow{
		at(1, 0, "forum", "publish"), at(2, 1, "topic", "closed"), at(3, 2, "reply", "publish"),
		at(10, 0, "forum", "hidden"), at(11, 10, "forum", "publish"), at(12, 11, "topic", "publish"), at(13, 12, "reply", "publish"),
		at(20, 1, "topic", "spam"), at(21, 20, "reply", "publish"),
		at(30, 31, "topic", "publish"), at(31, 30, "topic", "publish"), // a circle
		at(40, 10, "page", "publish"), at(41, 999, "reply", "publish"),
	})
	for id, want := range map[int64]int64{1: 0, 2: 0, 3: 0, 10: 0, 11: 10, 12: 10, 13: 10, 21: 20, 30: 0, 40: 0, 41: 0, 999: 0} {
		got, postType := int64(0), "topic"
		if e, ok := s.Entry(id); ok {
			postType = e.Type
		}
		if e := s.HiddenBy(id, postType); e != nil {
			got = e.ID
		}
		if got != want {
			t.Errorf("%d is hidden by %d, want %d", id, got, want)
		}
		if r := s.View().Reference(id); want != 0 && (r.Public || r.Title != "") {
			t.Errorf("%d may leave: %+v", id, r)
		}
	}
}
