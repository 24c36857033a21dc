package migrate

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"wp2pub/migrate/wordpress"
)

// The window between reader and committer. Whatever is larger than windowBytes passes alone.
const (
	windowPosts = 256
	windowBytes = 32 << 20
)

// job is one post on its way through the pipeline.
type job[M any] struct {
	post  *wordpress.Post
	bytes int64
	made  chan M
}

// inOrder reads posts in one goroutine, makes something of them in jobs goroutines, and hands the results to commit, in
// the order of the posts, one after the other. Posts between reader and committer are bounded in number and in
// bytes. The first error ends everything and is returned.
func inOrder[M any](ctx context.Context, posts iter.Seq2[*wordpress.Post, error], jobs int, make1 func(*wordpress.Post) M, commit func(M) error) error {
	group, ctx := errgroup.WithContext(ctx)
	window := semaphore.NewWeighted(windowBytes)
	work := make(chan *job[M], windowPosts)
	line := make(chan *job[M], windowPosts)
	group.Go(orFail(func() error {
		defer close(line)
		defer close(work)
		for post, err := range posts {
			if err != nil {
				return err
			}
			j := &job[M]{post, min(int64(post.Bytes()), windowBytes), make(chan M, 1)}
			if err := window.Acquire(ctx, j.bytes); err != nil {
				return err
			}
			for _, to := range []chan *job[M]{work, line} {
				select {
				case to <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		}
		return nil
	}))
	for range max(1, jobs) {
		group.Go(orFail(func() error {
			for j := range work {
				j.made <- make1(j.post)
			}
			return nil
		}))
	}
	group.Go(orFail(func() error {
		for j := range line {
			select {
			case m := <-j.made:
				window.Release(j.bytes)
				if err := commit(m); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	}))
	return group.Wait()
}

// orFail makes a fault of the program, in a goroutine that nobody else looks after, an error that ends the run as any other.
func orFail(work func() error) func() error {
	return func() (err error) {
		defer func() {
			if fault := recover(); fault != nil {
				err = fmt.Errorf("wp2pub itself failed, please report it: %v (%s)", fault, place(debug.Stack()))
			}
		}()
		return work()
	}
}

// inBackground begins with something that takes its time, and returns what waits for it.
func inBackground[T any](work func() T) (wait func() (T, error)) {
	var result T
	done := make(chan error, 1)
	go func() {
		done <- orFail(func() error {
			result = work()
			return nil
		})()
	}()
	return func() (T, error) {
		err := <-done
		return result, err
	}
}
