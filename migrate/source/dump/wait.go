package dump

import (
	"context"
	"io"
)

// untilDone returns a stream that may keep its reader waiting, such as a pipe, as one that fails once the context is done. What
// is waited for then is left behind.
func untilDone(ctx context.Context, stream io.Reader) io.ReadCloser {
	out, in := io.Pipe()
	context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	go func() {
		_, err := io.Copy(in, stream)
		in.CloseWithError(err)
	}()
	return out
}
