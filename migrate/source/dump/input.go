package dump

import (
	"bytes"
	"context"
	"fmt"
	"io"
)

const (
	firstBytes  = 32 << 10  // what is read at a time, at first
	windowBytes = 1 << 20   // and of a large dump
	longestRow  = 256 << 20 // a longer row, or string, is taken for a quote that was never closed
)

// input is a window over the bytes of a dump. What lies before pos is gone, unless mark holds it.
type input struct {
	ctx  context.Context
	r    io.Reader
	buf  []byte
	pos  int   // of the next byte
	mark int   // of the first byte to be kept; -1: none
	base int64 // offset of buf[0] in the dump

	lines   int64 // line ends before buf[counted]
	counted int
	err     error // io.EOF, or why nothing more can be read
}

func newInput(ctx context.Context, r io.Reader) input {
	return input{ctx: ctx, r: r, buf: make([]byte, 0, firstBytes), mark: -1}
}

// bytesInput is an input of bytes that are all there.
func bytesInput(b []byte) input { return input{buf: b, mark: -1, err: io.EOF} }

// more reads on. It reports false where there is nothing more; failure tells why.
func (in *input) more() bool {
	if in.err == nil {
		in.err = in.ctx.Err()
	}
	if in.err == nil && len(in.buf) == cap(in.buf) {
		in.makeRoom()
	}
	for tries := 0; in.err == nil; tries++ {
		n, err := in.r.Read(in.buf[len(in.buf):cap(in.buf)])
		in.buf, in.err = in.buf[:len(in.buf)+n], err
		if n > 0 {
			return true
		}
		if err == nil && tries == 100 {
			in.err = io.ErrNoProgress
		}
	}
	return false
}

func (in *input) makeRoom() {
	keep := in.pos
	if in.mark >= 0 {
		keep = in.mark
	}
	kept := in.buf[keep:]
	if len(kept) >= longestRow {
		in.err = &SyntaxError{in.line(), fmt.Sprintf("more than %d MB without an end: a quote that was never closed, or a damaged file", longestRow>>20)}
		return
	}
	if keep > 0 {
		in.countTo(keep)
	}
	target := in.buf[:0]
	if len(kept) > cap(in.buf)/2 || cap(in.buf) < windowBytes {
		target = make([]byte, 0, 2*cap(in.buf))
	}
	in.buf = append(target, kept...)
	in.base += int64(keep)
	in.pos -= keep
	in.counted -= keep
	if in.mark >= 0 {
		in.mark = 0
	}
}

// failure returns what went wrong with reading; nil at the end of the dump.
func (in *input) failure() error {
	if in.err == io.EOF {
		return nil
	}
	return in.err
}

// ahead returns the next n bytes, fewer at the end.
func (in *input) ahead(n int) []byte {
	for len(in.buf)-in.pos < n && in.more() {
	}
	return in.buf[in.pos:min(in.pos+n, len(in.buf))]
}

// peek returns the next byte; 0, false at the end.
func (in *input) peek() (byte, bool) {
	if in.pos == len(in.buf) && !in.more() {
		return 0, false
	}
	return in.buf[in.pos], true
}

// offset returns where in the dump the next byte lies.
func (in *input) offset() int64 { return in.base + int64(in.pos) }

// line returns the number of the line of the next byte, from 1.
func (in *input) line() int64 {
	in.countTo(in.pos)
	return in.lines + 1
}

// countTo counts line ends up to a position. Positions only grow, so each byte is counted once.
func (in *input) countTo(pos int) {
	if pos > in.counted {
		in.lines += int64(bytes.Count(in.buf[in.counted:pos], newline))
		in.counted = pos
	}
}

var newline = []byte{'\n'}
