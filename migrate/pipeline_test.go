package migrate

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

func numbered(n int, body string, fail error) iter.Seq2[*wordpress.Post, error] {
	return func(yield func(*wordpress.Post, error) bool) {
		for i := range n {
			if !yield(&wordpress.Post{ID: int64(i + 1), Content: body}, nil) {
				return
			}
		}
		if fail != nil {
			yield(nil, fail)
		}
	}
}

func slowly(p *wordpress.Post) made {
	time.Sleep(time.Duration(rand.IntN(200)) * time.Microsecond)
	return made{row: report.Row{PostID: p.ID}}
}

func TestInOrderKeepsTheOrderOfThePosts(t *testing.T) {
	for _, body := range []string{"", strings.Repeat("x", windowBytes+1)} {
		n := 500
		if body != "" {
			n = 3 // each larger than the window: they pass one by one
		}
		var ids []int64
		err := inOrder(context.Background(), numbered(n, body, nil), 8, slowly, func(m made) error {
			ids = append(ids, m.row.PostID)
			return nil
		})
		if err != nil || len(ids) != n {
			t.Fatalf("%d of %d posts, error %v", len(ids), n, err)
		}
		for i, id := range ids {
			if id != int64(i+1) {
				t.Fatalf("post %d came at place %d", id, i)
			}
		}
	}
}

func TestInOrderEndsWithTheFirstError(t *testing.T) {
	broken := errors.New("broken")
	reader := inOrder(context.Background(), numbered(100, "", broken), 4, slowly, func(made) error { return nil })
	committer := inOrder(context.Background(), numbered(10_000, "", nil), 4, slowly, func(m made) error {
		if m.row.PostID == 7 {
			return broken
		}
		return nil
	})
	for name, err := range map[string]error{"reader": reader, "committer": committer} {
		if !errors.Is(err, broken) {
			t.Errorf("an error of the %s came out as %v", name, err)
		}
	}
}

func TestInOrderEndsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	err := inOrder(ctx, numbered(1_000_000, "", nil), 2, slowly, func(m made) error {
		if m.row.PostID == 5 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run ended with %v", err)
	}
}

func TestInOrderTakesAFaultOfTheProgramForAnError(t *testing.T) {
	failing := func(yield func(*wordpress.Post, error) bool) { panic("in the reader") }
	reader := inOrder(context.Background(), failing, 2, slowly, func(made) error { return nil })
	committer := inOrder(context.Background(), numbered(100, "", nil), 2, slowly, func(m made) error { panic("in the committer") })
	for where, err := range map[string]error{"reader": reader, "committer": committer} {
		if err == nil || !strings.Contains(err.Error(), "in the "+where+" (wp2pub/migrate.TestInOrderTakesAFault") {
			t.Errorf("%s: %v", where, err)
		}
	}
}
