package dump

import (
	"bytes"
	"fmt"
	"strings"
)

// scan is the first reading of a dump: it finds out which tables there are and where their rows lie.
type scan struct {
	lexer
	session
	ending
	spool *spool // where rows are copied to; nil where the dump itself can be read again

	charset      *charset // of the connection
	charsetKnown bool
	database     string // of USE
	tables       map[tableName]*table
	layouts      layouts
	target       target // of the INSERT before this one
	values       []value
	warnings     []string
	broken       error // what a comment told
}

func newScan(in input, sp *spool) *scan {
	s := &scan{lexer: lexer{input: in, delimiter: ";"}, session: newSession(), spool: sp, charset: asStored, charsetKnown: true, tables: map[tableName]*table{}}
	s.lexer.comment = func(comment string, ended bool) {
		if err := s.ending.note(comment, s.line(), ended); err != nil && s.broken == nil {
			s.broken = err
		}
	}
	return s
}

// run reads the dump to its end. It reports whether the dump is known to be whole.
func (s *scan) run() (known bool, err error) {
	if err := s.start(); err != nil {
		return false, err
	}
	for {
		s.began = 0
		if err := s.space(); err != nil {
			return false, err
		}
		if s.broken != nil {
			return false, s.broken
		}
		if _, more := s.peek(); !more {
			break
		}
		s.began = s.line()
		if err := s.statement(); err != nil {
			return false, err
		}
	}
	if s.conditional > 0 {
		return false, &IncompleteError{s.line(), "the dump ends inside a conditional comment"}
	}
	return s.judge(s.line())
}

// start looks at the first bytes.
func (s *scan) start() error {
	first := s.ahead(512)
	switch {
	case len(first) == 0:
		if err := s.failure(); err != nil {
			return err
		}
		return &IncompleteError{1, "the file is empty"}
	case bytes.HasPrefix(first, []byte("\xff\xfe")), bytes.HasPrefix(first, []byte("\xfe\xff")):
		return &SyntaxError{1, "the file is UTF-16, as PowerShell's > writes it. Make the dump with --result-file, or convert it to UTF-8"}
	case bytes.HasPrefix(first, []byte("\xef\xbb\xbf")):
		s.pos += 3
	}
	return s.noConflict("<=>|")
}

// chatter are the openings of lines that a tool meant for the terminal.
var chatter = []string{"mysqldump: ", "mariadb-dump: ", "mysqlpump: ", "mysql: ", "Warning: ", "[Warning] ", "Enter password: "}

// statement reads one statement, or a line that is none.
func (s *scan) statement() error {
	line := s.ahead(20)
	for _, opening := range chatter {
		if bytes.HasPrefix(line, []byte(opening)) {
			message, _, _ := bytes.Cut(s.ahead(300), []byte("\n"))
			if bytes.Contains(message, []byte("when dumping table")) || bytes.Contains(message, []byte("Lost connection")) {
				return &IncompleteError{s.began, "the tool that made the dump says here that rows are missing"}
			}
			s.warnings = append(s.warnings, fmt.Sprintf("line %d is no SQL but a message of the tool that made the dump", s.began))
			return s.passLine()
		}
	}
	if s.sameInsert() {
		return s.rows()
	}
	start := s.holdHead()
	t, err := s.token()
	if err != nil || t.kind == endOfStatement {
		return err
	}
	if t.is("INSERT") || t.is("REPLACE") {
		return s.insert(t, start)
	}
	s.mark, s.target = -1, target{}
	if t.kind != word && !t.isMark("(") {
		return s.notSQL(t)
	}
	switch keyword := strings.ToUpper(t.text); keyword {
	case "CREATE":
		return s.create()
	case "DROP":
		return s.drop()
	case "TRUNCATE", "DELETE", "UPDATE", "ALTER", "RENAME", "LOAD":
		return s.change(keyword)
	case "USE":
		return s.use()
	case "SET":
		return s.set()
	case "DELIMITER":
		return s.setDelimiter()
	case "START", "BEGIN":
		s.transaction(s.began, false)
	case "COMMIT", "ROLLBACK":
		s.transaction(0, true)
	case "(", "ANALYZE", "CALL", "CHANGE", "CHECK", "DEALLOCATE", "DO", "EXECUTE", "EXPLAIN", "FLUSH", "GRANT", "LOCK",
		"OPTIMIZE", "PREPARE", "PURGE", "RELEASE", "REPAIR", "RESET", "REVOKE", "SAVEPOINT", "SELECT", "SHOW", "STOP", "UNLOCK", "WITH", "XA":
	default:
		return s.notSQL(t)
	}
	return s.skip()
}

func (s *scan) notSQL(t token) error {
	if _, more := s.peek(); !more {
		return s.unfinished()
	}
	return &SyntaxError{s.began, fmt.Sprintf("%q begins no SQL statement: this is no dump, or a damaged one", shortened([]byte(t.text)))}
}

// setDelimiter reads the client's command DELIMITER, which ends with its line.
func (s *scan) setDelimiter() error {
	var rest []byte
	for {
		c, ok := s.peek()
		if !ok || c == '\n' {
			break
		}
		if rest = append(rest, c); len(rest) > 100 {
			break
		}
		s.pos++
	}
	fields := strings.Fields(string(rest))
	if len(fields) == 0 {
		return s.unfinished()
	}
	s.delimiter = fields[0]
	return s.failure()
}

// tableToken reads the name of a table of which the first token is given, and returns the token after it.
func (s *scan) tableToken(t token) (tableName, token, error) {
	full := tableName{s.database, t.text}
	if t.kind != word && t.kind != name && t.kind != text {
		return tableName{}, t, s.unexpected("the name of a table")
	}
	next, err := s.token()
	if err == nil && next.isMark(".") {
		if t, err = s.token(); err == nil {
			full = tableName{full.name, t.text}
			next, err = s.token()
		}
	}
	return full, next, err
}

// use reads USE.
func (s *scan) use() error {
	t, err := s.token()
	if err != nil {
		return err
	}
	s.database = t.text
	return s.skip()
}

// drop reads DROP TABLE and DROP DATABASE: what was read of them is forgotten.
func (s *scan) drop() error {
	s.worked()
	t, err := s.tokenAfter("TEMPORARY")
	if err != nil {
		return err
	}
	whole := t.is("DATABASE") || t.is("SCHEMA")
	if !whole && !t.is("TABLE") && !t.is("TABLES") {
		return s.skip()
	}
	if t, err = s.tokenAfter("IF", "EXISTS"); err != nil {
		return err
	}
	if whole {
		for full := range s.tables {
			if full.database == t.text {
				delete(s.tables, full)
			}
		}
		return s.skip()
	}
	for {
		full, next, err := s.tableToken(t)
		if err != nil {
			return err
		}
		delete(s.tables, full)
		switch {
		case next.kind == endOfStatement:
			return nil
		case next.kind == endOfFile:
			return s.unfinished()
		case !next.isMark(","):
			return s.skip()
		}
		if t, err = s.token(); err != nil {
			return err
		}
	}
}

// tokenAfter returns the first token that is none of some keywords.
func (s *scan) tokenAfter(keywords ...string) (token, error) {
	for {
		t, err := s.token()
		if err != nil {
			return t, err
		}
		passed := false
		for _, k := range keywords {
			passed = passed || t.is(k)
		}
		if !passed {
			return t, nil
		}
	}
}

// change reads a statement that changes a table. Emptying one is carried out; others are noted where they could
// change what the rows say.
func (s *scan) change(keyword string) error {
	s.worked()
	t, err := s.tokenAfter("TABLE", "TABLES", "FROM", "LOW_PRIORITY", "QUICK", "IGNORE", "ONLINE", "OFFLINE", "IF", "EXISTS", "DATA", "LOCAL", "CONCURRENT")
	if err != nil {
		return err
	}
	if t.kind != word && t.kind != name && t.kind != text {
		return s.finish(t)
	}
	full, next, err := s.tableToken(t)
	if err != nil {
		return err
	}
	known := s.tables[full]
	switch {
	case keyword == "TRUNCATE" || keyword == "DELETE" && next.kind == endOfStatement:
		if known != nil {
			known.extents = nil
		}
	case keyword == "LOAD":
		s.warnings = append(s.warnings, fmt.Sprintf("line %d loads rows from another file (LOAD DATA); they were not read", s.began))
	case known != nil && (keyword != "ALTER" || next.is("RENAME") || next.is("DROP") || next.is("CHANGE")):
		known.notes = append(known.notes, fmt.Sprintf("line %d changes the table %s (%s), which a dump cannot be asked to do; its rows are read as they stand in the dump", s.began, full.name, keyword))
	}
	return s.finish(next)
}

// finish passes over the rest of a statement whose last token is given.
func (s *scan) finish(last token) error {
	switch last.kind {
	case endOfStatement:
		return nil
	case endOfFile:
		return s.unfinished()
	}
	return s.skip()
}
