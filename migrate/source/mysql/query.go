package mysql

import (
	"cmp"
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"unsafe"
)

// row is one row of an answer. Texts are bytes that are valid until the next row is read; numbers may come as such.
type row []driver.Value

func (r row) null(i int) bool { return r[i] == nil }

// text is the text of a column; empty where it is NULL.
func (r row) text(i int) string {
	return string(r.bytes(i))
}

// bytes is the same, valid until the next row is read.
func (r row) bytes(i int) []byte {
	if text, ok := r[i].([]byte); ok {
		return text
	}
	return appendValue(nil, r[i])
}

// passing is the same as text for those who copy what they keep, as a wordpress.Builder does: valid until the next row is read.
func (r row) passing(i int) string {
	b := r.bytes(i)
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// integer is the number in a column; 0 where there is none, as WordPress reads it.
func (r row) integer(i int) int64 {
	switch v := r[i].(type) {
	case int64:
		return v
	case uint64:
		return int64(min(v, math.MaxInt64))
	}
	n, _ := strconv.ParseInt(r.text(i), 10, 64)
	return n
}

// appendValue appends the text of a value; nothing for NULL.
func appendValue(b []byte, value driver.Value) []byte {
	switch v := value.(type) {
	case []byte:
		return append(b, v...)
	case string:
		return append(b, v...)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case uint64:
		return strconv.AppendUint(b, v, 10)
	case float32:
		return strconv.AppendFloat(b, float64(v), 'g', -1, 32)
	case float64:
		return strconv.AppendFloat(b, v, 'g', -1, 64)
	}
	return b
}

// errEnough ends each early.
var errEnough = errors.New("enough")

// each asks one question and visits the rows of the answer, which must not ask another. It talks to the driver itself:
// what database/sql does beside, for each cell, costs more than all the rest of reading it.
func (s *Source) each(ctx context.Context, doing, query string, visit func(row) error) error {
	if err := ctx.Err(); err != nil {
		return context.Cause(ctx)
	}
	var visited error // of visit, which has its own words
	err := s.conn.Raw(func(conn any) error {
		rows, err := conn.(driver.QueryerContext).QueryContext(ctx, query, nil)
		if err != nil {
			return err
		}
		visited, err = visitRows(rows, visit)
		return cmp.Or(err, rows.Close())
	})
	if visited != nil {
		return visited
	}
	return s.explain(ctx, doing, err)
}

// visitRows visits the rows of an answer. The first error is that of visit.
func visitRows(rows driver.Rows, visit func(row) error) (visited, err error) {
	cells := make(row, len(rows.Columns()))
	for {
		if err := rows.Next(cells); errors.Is(err, io.EOF) {
			return nil, nil
		} else if err != nil {
			return nil, err
		}
		if err := visit(cells); errors.Is(err, errEnough) {
			return nil, nil
		} else if err != nil {
			return err, nil
		}
	}
}

// pageRows is how many rows of a table are asked for at a time.
const pageRows = 20_000

// cursor reads a table in pages by its primary key. A table that has lost its primary key is read in one go, since
// each page would cost a pass over the whole of it.
type cursor struct {
	source *Source
	table  *table
	key    string // the column to go by; it comes first in each row
	query  string // all but the page
	where  string // a condition, or empty
	after  int64  // the last key met, once there is one
	begun  bool
	paged  bool
	done   bool
}

// cursor prepares to read columns, or expressions that select gives, of a table.
func (s *Source) cursor(t *table, key, columns, where string) *cursor {
	c := &cursor{source: s, table: t, key: key, where: where}
	if t == nil {
		c.done = true
		return c
	}
	c.paged = len(t.primary) == 1 && strings.EqualFold(t.primary[0], key)
	c.query = "SELECT " + t.list(key) + ", " + columns + " FROM " + quote(t.name)
	if c.paged {
		c.query += " FORCE INDEX (PRIMARY)"
	}
	return c
}

// next visits the rows of the next page.
func (c *cursor) next(ctx context.Context, visit func(row) error) error {
	rows := 0
	err := c.source.each(ctx, "the reading of "+c.table.name, c.pageQuery(), func(r row) error {
		if rows++; c.paged {
			if c.begun && r.integer(0) <= c.after {
				return c.source.config.unasked(c.table)
			}
			c.after, c.begun = r.integer(0), true
		}
		return visit(r)
	})
	c.done = !c.paged || rows < pageRows
	return err
}

func (c *cursor) pageQuery() string {
	var conditions []string
	if c.where != "" {
		conditions = append(conditions, "("+c.where+")")
	}
	if c.begun {
		conditions = append(conditions, quote(c.key)+" > "+strconv.FormatInt(c.after, 10))
	}
	query := c.query
	if len(conditions) > 0 {
		query += " WHERE " + strings.Join(conditions, " AND ")
	}
	if c.table.has(c.key) {
		query += " ORDER BY " + quote(c.key)
	}
	if c.paged {
		query += " LIMIT " + strconv.Itoa(pageRows)
	}
	return query
}

// scan visits every row of a table by ascending key. A table that is not there has no rows.
func (s *Source) scan(ctx context.Context, t *table, key, columns, where string, visit func(row) error) error {
	for c := s.cursor(t, key, columns, where); !c.done; {
		if err := c.next(ctx, visit); err != nil {
			return err
		}
	}
	return nil
}

// quote makes a name safe in a query.
func quote(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }

// constants lists texts of this program as SQL strings. They hold neither quotes nor backslashes.
func constants(texts []string) string { return "'" + strings.Join(texts, "', '") + "'" }

// numbers lists IDs.
func numbers(ids []int64) string {
	list := make([]byte, 0, 8*len(ids))
	for i, id := range ids {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, id, 10)
	}
	return string(list)
}
