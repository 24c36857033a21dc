package dump

import (
	"slices"
	"strings"
)

// create reads CREATE TABLE. Other things that can be created hold no rows.
func (s *scan) create() error {
	s.worked()
	t, err := s.tokenAfter("OR", "REPLACE", "TEMPORARY", "GLOBAL", "LOCAL")
	if err != nil {
		return err
	}
	if !t.is("TABLE") {
		return s.finish(t)
	}
	keep := false
	for t, err = s.token(); err == nil && (t.is("IF") || t.is("NOT") || t.is("EXISTS")); t, err = s.token() {
		keep = true
	}
	if err != nil {
		return err
	}
	full, next, err := s.tableToken(t)
	if err != nil || !mayBeNeeded(full.name) || !next.isMark("(") {
		if err == nil {
			err = s.finish(next)
		}
		return err
	}
	columns, generated, err := s.definitions()
	if err != nil {
		return err
	}
	if known := s.tables[full]; known == nil || !keep {
		s.addTable(full, columns, generated)
	}
	return s.skip()
}

// addTable makes a table known, in place of one of the same name.
func (s *scan) addTable(full tableName, columns []string, generated []bool) *table {
	t := &table{name: full, columns: columns, generated: generated}
	lower := &layout{at: map[string]int{}}
	for i, c := range columns {
		lower.at[strings.ToLower(c)] = i
	}
	t.role = roleOf(full.name, lower)
	s.tables[full] = t
	return t
}

// notColumns are the words with which parts of CREATE TABLE begin that define no column.
var notColumns = []string{"PRIMARY", "KEY", "UNIQUE", "INDEX", "FULLTEXT", "SPATIAL", "CONSTRAINT", "FOREIGN", "CHECK", "PERIOD", "LIKE"}

// definitions reads the columns of CREATE TABLE, to the closing parenthesis. Generated tells which of them the server
// computes.
func (s *scan) definitions() (columns []string, generated []bool, err error) {
	first, isColumn, depth := true, false, 1
	for depth > 0 {
		t, err := s.token()
		if err != nil {
			return nil, nil, err
		}
		switch {
		case t.kind == endOfFile:
			return nil, nil, s.unfinished()
		case t.kind == endOfStatement:
			return nil, nil, s.unexpected("the end of CREATE TABLE's columns")
		case first:
			first = false
			isColumn = t.kind != word || !slices.ContainsFunc(notColumns, t.is)
			if isColumn {
				columns, generated = append(columns, t.text), append(generated, false)
			}
		case t.isMark("("):
			depth++
		case t.isMark(")"):
			depth--
		case t.isMark(",") && depth == 1:
			first = true
		case isColumn && depth == 1 && (t.is("GENERATED") || t.is("AS") || t.is("VIRTUAL") || t.is("PERSISTENT")):
			generated[len(generated)-1] = true
		}
	}
	return columns, generated, nil
}
