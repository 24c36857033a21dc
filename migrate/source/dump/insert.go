package dump

import (
	"bytes"
	"fmt"
)

// target is what an INSERT says before its first row. Where each row has a statement of its own, the next one mostly
// begins with the same bytes.
type target struct {
	head   []byte // the statement up to its first row
	table  *table
	listed []string // the columns that it names
	policy policy
	layout uint16
	known  bool // layout is known
}

const longestHead = 8 << 10

// holdHead begins to keep the bytes of a statement.
func (s *scan) holdHead() int64 {
	s.mark = s.pos
	return s.offset()
}

// sameInsert reports whether the statement begins as the INSERT before it, and passes over that.
func (s *scan) sameInsert() bool {
	if len(s.target.head) == 0 || !bytes.Equal(s.ahead(len(s.target.head)), s.target.head) {
		return false
	}
	s.pos += len(s.target.head)
	s.worked()
	return true
}

// insert reads INSERT and REPLACE after their first word.
func (s *scan) insert(first token, start int64) error {
	s.worked()
	to := target{}
	if first.is("REPLACE") {
		to.policy = replace
	}
	t, err := s.token()
	for ; err == nil && (t.is("LOW_PRIORITY") || t.is("DELAYED") || t.is("HIGH_PRIORITY") || t.is("IGNORE") || t.is("INTO")); t, err = s.token() {
		if t.is("IGNORE") {
			to.policy = ignore
		}
	}
	if err != nil {
		return err
	}
	full, t, err := s.tableToken(t)
	if err != nil {
		return err
	}
	if to.table = s.targetTable(full); to.table == nil {
		s.mark, s.target = -1, target{}
		return s.finish(t)
	}
	if t.is("PARTITION") {
		if _, t, err = s.names(t); err != nil {
			return err
		}
	}
	if t.isMark("(") {
		if to.listed, t, err = s.names(t); err != nil {
			return err
		}
	}
	switch {
	case t.is("VALUES"), t.is("VALUE"):
		return s.insertValues(to, start)
	case t.is("SET"):
		return s.insertSet(to)
	}
	s.mark, s.target = -1, target{}
	to.table.notes = append(to.table.notes, fmt.Sprintf("line %d fills the table %s from a query, which only a server can answer; its rows were not read", s.began, full.name))
	return s.finish(t)
}

// targetTable returns the table that an INSERT fills; nil if it is not needed.
func (s *scan) targetTable(full tableName) *table {
	t := s.tables[full]
	if t == nil && mayBeNeeded(full.name) {
		t = s.addTable(full, nil, nil)
	}
	if t == nil || t.columns != nil && t.role == nil {
		return nil
	}
	return t
}

// names reads a list of names in parentheses of which the first token is given, and returns the token after it.
func (s *scan) names(t token) (list []string, next token, err error) {
	for {
		switch {
		case t.kind == endOfFile || t.kind == endOfStatement:
			return nil, t, s.unexpected("a closing parenthesis")
		case t.isMark(")"):
			next, err = s.token()
			return list, next, err
		case t.kind == word || t.kind == name || t.kind == text:
			if t.is("SELECT") {
				return nil, t, nil
			}
			list = append(list, t.text)
		case t.isMark("."): // `table`.`column`
			list = list[:max(0, len(list)-1)]
		}
		if t, err = s.token(); err != nil {
			return nil, t, err
		}
	}
}

// insertValues reads the rows after VALUES.
func (s *scan) insertValues(to target, start int64) error {
	if err := s.space(); err != nil {
		return err
	}
	if head := s.offset() - start; head <= longestHead {
		to.head = bytes.Clone(s.buf[s.mark : s.mark+int(head)])
	}
	s.mark, s.target = -1, to
	if to.listed != nil && to.table.columns == nil {
		s.adopt(to.table, to.listed)
	}
	if to.table.columns == nil && standardLayout(to.table.name.name) == nil {
		to.table.notes = append(to.table.notes, fmt.Sprintf("line %d: nothing says which columns the table %s has; its rows were not read", s.began, to.table.name.name))
		s.target = target{}
		return s.skip()
	}
	if to.table.columns != nil && to.table.role == nil {
		s.target = target{}
		return s.skip()
	}
	return s.rows()
}

// adopt gives a table without CREATE TABLE the columns of its first INSERT.
func (s *scan) adopt(t *table, columns []string) {
	*t = *s.addTable(t.name, columns, make([]bool, len(columns)))
	s.tables[t.name] = t
}

// rows reads the rows of an INSERT to its end.
func (s *scan) rows() error {
	first := true
	for {
		if err := s.space(); err != nil {
			return err
		}
		c, ok := s.peek()
		switch {
		case !ok:
			return s.unfinished()
		case c == '(':
			kept, err := s.oneRow(first)
			if err != nil {
				return err
			}
			first = !kept
		case wordByte[c]: // ROW(…)
			if t, err := s.token(); err != nil || !t.is("ROW") {
				return s.unexpected("a row")
			}
			continue
		default:
			return s.unexpected("a row in parentheses")
		}
		if done, err := s.afterRow(); done || err != nil {
			return err
		}
	}
}

// afterRow passes over a comma between rows, or to the end of the statement.
func (s *scan) afterRow() (done bool, err error) {
	t, err := s.token()
	if err != nil {
		return true, err
	}
	switch {
	case t.isMark(","):
		return false, nil
	case t.is("ON"), t.is("AS"):
		return true, s.skip()
	case t.kind == endOfStatement:
		return true, nil
	}
	return true, s.fault(fmt.Sprintf("%q after a row, where a comma or the end of the statement should stand: the dump is damaged", shortened([]byte(t.text))))
}

// oneRow reads one row in parentheses and reports whether it was kept.
func (s *scan) oneRow(first bool) (kept bool, err error) {
	at := s.offset()
	if s.values, err = s.row(s.values[:0]); err != nil {
		return false, err
	}
	if !s.target.known || len(s.values) != len(s.layouts.list[s.target.layout].columns) {
		if err := s.chooseLayout(len(s.values), false); err != nil {
			return false, err
		}
	}
	kept, err = s.keep(at, first)
	s.mark = -1
	return kept, err
}

// insertSet reads the row of INSERT … SET.
func (s *scan) insertSet(to target) error {
	s.mark, s.target = -1, target{}
	if err := s.space(); err != nil {
		return err
	}
	at := s.offset()
	values, columns, err := s.assignments(s.values[:0])
	if err != nil {
		return err
	}
	s.values = values
	if to.table.columns == nil {
		s.adopt(to.table, columns)
	}
	if to.table.role != nil {
		to.listed = columns
		s.target = to
		if err := s.chooseLayout(len(values), true); err != nil {
			return err
		}
		if _, err := s.keep(at, true); err != nil {
			return err
		}
	}
	s.mark, s.target = -1, target{}
	return s.skip()
}

// chooseLayout finds out which columns the values of a row belong to.
func (s *scan) chooseLayout(values int, assigned bool) error {
	to := &s.target
	if to.table.columns == nil {
		columns := standardLayout(to.table.name.name)
		if len(columns) != values {
			return s.fault(fmt.Sprintf("the dump does not say which columns the table %s has: make it with CREATE TABLE statements, or with --complete-insert", to.table.name.name))
		}
		s.adopt(to.table, columns)
	}
	columns := to.listed
	if columns == nil {
		if columns = to.table.columns; len(columns) != values {
			columns = to.table.stored()
		}
	}
	if len(columns) != values {
		return s.fault(fmt.Sprintf("a row of the table %s has %d values for %d columns: the dump is damaged", to.table.name.name, values, len(columns)))
	}
	if !s.charsetKnown {
		return s.fault(unknownCharset(s.session.charset))
	}
	id, ok := s.layouts.add(layout{columns: columns, assigned: assigned, literalBackslash: s.literalBackslash, charset: s.charset}, s.session.charset)
	if !ok {
		return s.fault("the INSERT statements name their columns in too many different ways")
	}
	to.layout, to.known = id, true
	return nil
}
