package dump

import "strings"

// tools are those that open and end a dump with a comment.
var tools = []struct{ header, marker string }{
	{"MySQL dump ", "Dump completed"},
	{"MariaDB dump ", "Dump completed"},
	{"Dump created by MySQL pump utility", "Dump end time:"},
}

// ending finds out whether a dump is whole. Some tools write an end marker. Others put the settings of the session
// aside when they begin (SET @OLD_X=@@X) and take them back when they end, or open a transaction and commit it: what
// was opened must be closed. Adminer ends with the date. Of a dump with none of these nothing can be said.
type ending struct {
	marker      string // the end marker that is owed; "" when none is, or when it came
	header      int64  // line of the header that promised it
	marked      bool   // an end marker has come
	adminer     bool   // the header is Adminer's
	open        map[string]int64
	uncommitted int64 // line on which a transaction was begun that is not committed
	closed      bool  // settings were taken back after the last statement that makes or fills a table
	statement   bool  // there was a statement at all
}

// note hears of a comment between statements. A marker counts when its line is ended.
func (e *ending) note(comment string, line int64, ended bool) error {
	for _, tool := range tools {
		if strings.HasPrefix(comment, tool.header) {
			if e.marker != "" {
				return &IncompleteError{line, "another dump begins here, and the one before it has no end marker"}
			}
			e.marker, e.header = tool.marker, line
			return nil
		}
	}
	switch {
	case e.marker != "" && ended && strings.HasPrefix(comment, e.marker):
		e.marker, e.marked = "", true
	case strings.HasPrefix(comment, "Adminer "):
		e.adminer = true
	case e.adminer && isDate(comment):
		e.closed = true
	}
	return nil
}

// isDate reports whether a comment begins with a date and a time.
func isDate(comment string) bool {
	const form = "0000-00-00 00:00:00"
	if len(comment) < len(form) {
		return false
	}
	for i := range len(form) {
		c := comment[i]
		if form[i] == '0' && (c < '0' || c > '9') || form[i] != '0' && c != form[i] {
			return false
		}
	}
	return true
}

// saved hears that a setting was put aside. Only what tools call OLD_… lasts for the whole dump.
func (e *ending) saved(variable string, line int64) {
	if strings.HasPrefix(variable, "old_") {
		if e.open == nil {
			e.open = map[string]int64{}
		}
		e.open[variable] = line
	}
}

// restored hears that a setting was taken back.
func (e *ending) restored(variable string) {
	if _, was := e.open[variable]; was {
		delete(e.open, variable)
		e.closed = true
	}
}

// transaction hears of BEGIN, START TRANSACTION and COMMIT.
func (e *ending) transaction(line int64, committed bool) {
	if committed {
		line = 0
	}
	e.uncommitted = line
}

// worked hears of a statement that makes, fills or changes a table.
func (e *ending) worked() { e.statement, e.closed = true, false }

// judge says at the end of the dump whether it is whole: an error when it is not, known when that is certain.
func (e *ending) judge(line int64) (known bool, err error) {
	switch {
	case e.marker != "":
		return false, &IncompleteError{line, "the dump ends without the line \"-- " + e.marker + "\" that its tool writes last"}
	case len(e.open) > 0:
		return false, &IncompleteError{line, "the dump ends before the settings are restored that it saved at its beginning"}
	case e.uncommitted > 0:
		return false, &IncompleteError{line, "the dump ends before the transaction is committed that it began"}
	case !e.statement:
		return false, &IncompleteError{line, "there is no table in this file"}
	}
	return e.marked || e.closed, nil
}
