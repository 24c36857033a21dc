package dump

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// packing is a way to compress a dump, known by its first bytes.
type packing struct {
	name  string
	magic string
	open  func(*bufio.Reader) (io.Reader, error)
}

// packings are those that can be read. Zip, which is an archive, needs to seek and is none of them.
var packings = []packing{
	{"gzip", "\x1f\x8b", openGzip},
	{"bzip2", "BZh", func(r *bufio.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }},
	{"zstd", "\x28\xb5\x2f\xfd", func(r *bufio.Reader) (io.Reader, error) {
		d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	}},
	{"xz", "\xfd7zXZ\x00", unreadable("xz", "xz -dc FILE | wp2pub … -")},
	{"zip", "PK\x03\x04", unreadable("zip", "unzip -p FILE | wp2pub … -")},
}

func unreadable(name, remedy string) func(*bufio.Reader) (io.Reader, error) {
	return func(*bufio.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("this is a %s file, which is not read directly: use %s", name, remedy)
	}
}

const (
	peekBytes   = 64 << 10
	usualRatio  = 200      // SQL text is compressed to a tenth, seldom to a fiftieth
	freeInflate = 64 << 20 // what any compressed dump may unfold to
)

// unpack returns what a stream holds, decompressed, and whether it was compressed. Limit is Options.MaxInflate.
func unpack(stream io.Reader, limit int64) (opened io.Reader, packed bool, err error) {
	counted := &countingReader{r: stream}
	r := bufio.NewReaderSize(counted, peekBytes)
	first, err := r.Peek(8)
	if err != nil && err != io.EOF {
		return nil, false, err
	}
	for _, p := range packings {
		if bytes.HasPrefix(first, []byte(p.magic)) {
			inner, err := p.open(r)
			if err != nil {
				return nil, true, err
			}
			return &unpacked{r: inner, name: p.name, in: counted, limit: limit}, true, nil
		}
	}
	return r, false, nil
}

// countingReader counts what is read.
type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// unpacked is a decompressed stream with a limit.
type unpacked struct {
	r     io.Reader
	name  string
	in    *countingReader
	out   int64
	limit int64
}

func (u *unpacked) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.out += int64(n)
	switch {
	case u.limit > 0 && u.out > u.limit, u.limit == 0 && u.out > max(freeInflate, usualRatio*u.in.n):
		return 0, fmt.Errorf("%d bytes of %s data unfold to more than %d bytes, more than is allowed: it may be made to fill the disk. If it is a dump that you trust, raise the limit (--max-inflate)", u.in.n, u.name, u.out)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return n, &IncompleteError{0, "the " + u.name + " data end too early"}
	case err != nil && err != io.EOF:
		return n, fmt.Errorf("the %s data are damaged: %w", u.name, err)
	}
	return n, err
}

func (u *unpacked) Close() error {
	if c, ok := u.r.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

// gzipMembers reads all members of a gzip file as one stream.
type gzipMembers struct {
	in *bufio.Reader
	z  *gzip.Reader
}

func openGzip(r *bufio.Reader) (io.Reader, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return nil, &IncompleteError{0, "the gzip data end too early"}
		}
		return nil, fmt.Errorf("the gzip data are damaged: %w", err)
	}
	z.Multistream(false)
	return &gzipMembers{r, z}, nil
}

func (g *gzipMembers) Read(p []byte) (int, error) {
	for {
		n, err := g.z.Read(p)
		if err != io.EOF {
			return n, err
		}
		if n > 0 {
			return n, nil
		}
		if err := g.next(); err != nil {
			return 0, err
		}
	}
}

// next begins the next member. Zeros behind the last one are padding, as gzip has it; anything else is garbage.
func (g *gzipMembers) next() error {
	for {
		b, err := g.in.Peek(2)
		switch {
		case len(b) == 2 && b[0] == 0x1f && b[1] == 0x8b:
			if err := g.z.Reset(g.in); err != nil {
				if err == io.EOF {
					err = io.ErrUnexpectedEOF
				}
				return err
			}
			g.z.Multistream(false)
			return nil
		case len(b) > 0 && b[0] == 0:
			if _, err := g.in.Discard(1); err != nil {
				return err
			}
		case len(b) > 0:
			return fmt.Errorf("behind the end of the last member there is garbage (it begins with % x): the file was damaged or mixed with another one", b)
		default:
			return err
		}
	}
}
