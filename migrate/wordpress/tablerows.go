package wordpress

import "strings"

// TableRows returns the rows of one of SmallTables that have this value in a column, in stored order.
func (v *View) TableRows(table, column, value string) []Row {
	rows := v.site.tableRows(table, column)[value]
	if question := rowsQuestion(table, column, value); !v.known("TableRows", 0, question) {
		v.note("TableRows", 0, question, rows)
	}
	return rows
}

// rowsQuestion writes a question for rows as one text; names of tables and columns have no blanks.
func rowsQuestion(table, column, value string) string { return table + " " + column + " " + value }

func splitRowsQuestion(question string) (table, column, value string) {
	table, rest, _ := strings.Cut(question, " ")
	column, value, _ = strings.Cut(rest, " ")
	return table, column, value
}

// tableRows are the rows of a small table by the value of a column.
func (s *Site) tableRows(table, column string) map[string][]Row {
	key := table + " " + column
	if known, ok := s.rowsBy.Load(key); ok {
		return known.(map[string][]Row)
	}
	by := map[string][]Row{}
	for _, row := range s.tables[table] {
		if value, ok := row[column]; ok {
			by[value] = append(by[value], row)
		}
	}
	known, _ := s.rowsBy.LoadOrStore(key, by)
	return known.(map[string][]Row)
}
