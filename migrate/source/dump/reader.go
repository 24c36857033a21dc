package dump

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// reader fetches extents. It reads ahead as long as they follow each other.
type reader struct {
	data    io.ReaderAt
	layouts []*layout
	buf     []byte
	start   int64 // offset of buf[0]
	next    int64 // offset after the last extent
	values  []value
}

const readAhead = 512 << 10

// bytes returns the bytes of an extent, valid until the next call.
func (r *reader) bytes(e extent) ([]byte, error) {
	length := int64(e.length)
	if from := e.offset - r.start; from >= 0 && from+length <= int64(len(r.buf)) {
		r.next = e.offset + length
		return r.buf[from : from+length], nil
	}
	want := length
	if gap := e.offset - r.next; gap >= 0 && gap < readAhead {
		want = max(length, readAhead)
	}
	if int64(cap(r.buf)) < want {
		r.buf = make([]byte, want)
	}
	n, err := r.data.ReadAt(r.buf[:want], e.offset)
	r.buf, r.start, r.next = r.buf[:n], e.offset, e.offset+length
	if int64(n) < length {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return nil, fmt.Errorf("read again at byte %d: %w", e.offset, err)
	}
	return r.buf[:length], nil
}

// cells is one row.
type cells struct {
	bytes  []byte
	values []value
	layout *layout
	policy policy
}

// text returns the value of a column, named in lower case; empty where there is none.
func (c *cells) text(column string) string {
	if i := c.layout.column(column); i >= 0 {
		return c.values[i].text(c.bytes, c.layout)
	}
	return ""
}

// number returns the value of a column as an integer; 0 where it is none.
func (c *cells) number(column string) int64 {
	if i := c.layout.column(column); i >= 0 {
		n, _ := c.values[i].number(c.bytes, c.layout)
		return n
	}
	return 0
}

// set reports whether a column has a value that is not empty.
func (c *cells) set(column string) bool {
	i := c.layout.column(column)
	return i >= 0 && c.values[i].end > c.values[i].start && c.values[i].form != absent
}

var errChanged = errors.New("the dump was changed while it was read: run again when nothing writes to it")

// rows calls a function for every row of an extent. The row is valid during the call.
func (r *reader) rows(e extent, each func(*cells) error) error {
	b, err := r.bytes(e)
	if err != nil {
		return err
	}
	lay := r.layouts[e.layout]
	l := lexer{input: bytesInput(b), literalBackslash: lay.literalBackslash, delimiter: "\x00", began: 1}
	for {
		l.mark = -1
		if err := l.space(); err != nil {
			return err
		}
		c, ok := l.peek()
		if !ok {
			return nil
		}
		values := r.values[:0]
		switch {
		case c == ',':
			l.pos++
			continue
		case lay.assigned:
			values, _, err = l.assignments(values)
		case c == '(':
			values, err = l.row(values)
		case wordByte[c]: // VALUES ROW(…), ROW(…)
			err = l.passWord()
			if err == nil {
				continue
			}
		default:
			err = errChanged
		}
		if err == nil && len(values) != len(lay.columns) {
			err = errChanged
		}
		if err != nil {
			return errors.Join(errChanged, err)
		}
		r.values = values
		if err := each(&cells{b[l.mark:l.pos], values, lay, e.policy}); err != nil {
			return err
		}
	}
}

// all calls a function for every row of a table, in the order of its extents.
func (r *reader) all(ctx context.Context, t *table, each func(*cells) error) error {
	if t == nil {
		return nil
	}
	for _, e := range t.extents {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.rows(e, each); err != nil {
			return err
		}
	}
	return nil
}
