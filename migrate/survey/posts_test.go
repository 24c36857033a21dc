package survey

import (
	"reflect"
	"slices"
	"testing"
)

func TestPosts(t *testing.T) {
	s := newSite()
	posts := s.survey(upTo(len(s.posts))).Posts
	for _, c := range []struct {
		what string
		got  Set
		want []uint64
	}{
		{"of a type", posts.OfType("post"), []uint64{1, 2, 3}},
		{"of none", posts.OfType("user_request"), nil},
		{"with a term or one below", posts.WithTerm("category", "publications"), []uint64{1, 2}},
		{"with a term that tells logins", posts.WithTerm("author", "cap-secret-login"), nil},
		{"with a value", posts.WithValue("meta.year"), []uint64{1, 2}},
		{"citing", posts.Citing(), []uint64{1, 4}},
		{"telling", posts.Telling(), []uint64{1, 3, 4}},
	} {
		if !slices.Equal(c.got.ToArray(), c.want) && len(c.want)+int(c.got.GetCardinality()) > 0 {
			t.Errorf("posts %s: %v, wanted %v", c.what, c.got.ToArray(), c.want)
		}
	}
	if got, want := posts.Signals(posts.OfType("post")), (Signals{Posts: 3, Files: 2, Citations: 1, Stated: map[string]int{"identifiers.isbn": 1}}); !reflect.DeepEqual(got, want) {
		t.Errorf("signals %+v, wanted %+v", got, want)
	}
	posts.OfType("post").Clear()
	if posts.OfType("post").IsEmpty() {
		t.Error("whoever is given a set can change the survey")
	}
}
