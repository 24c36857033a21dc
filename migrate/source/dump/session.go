package dump

import "strings"

// session is the state of a connection that the statements of a dump set: how strings are to be read.
type session struct {
	charset   string            // character_set_client
	mode      string            // sql_mode
	variables map[string]string // user variables that hold one of the two
	saved     map[string]bool   // user variables in which the dump put aside a setting, until it takes it back
}

func newSession() session {
	return session{charset: "utf8mb4", variables: map[string]string{}, saved: map[string]bool{}}
}

// set reads a SET statement after its first word.
func (s *scan) set() error {
	var assignment []token
	depth := 0
	for {
		t, err := s.token()
		if err != nil {
			return err
		}
		switch {
		case t.kind == endOfFile:
			return s.unfinished()
		case t.isMark("("):
			depth++
		case t.isMark(")"):
			depth--
		}
		if t.kind != endOfStatement && !(t.isMark(",") && depth == 0) {
			assignment = append(assignment, t)
			continue
		}
		s.assign(assignment)
		if assignment = assignment[:0]; t.kind == endOfStatement {
			s.applySession()
			return nil
		}
	}
}

// assign carries out one assignment of a SET statement, as far as it matters here.
func (s *scan) assign(tokens []token) {
	for len(tokens) > 1 && (tokens[0].is("SESSION") || tokens[0].is("GLOBAL") || tokens[0].is("LOCAL") || tokens[0].isMark(".") ||
		tokens[0].is("@@SESSION") || tokens[0].is("@@GLOBAL") || tokens[0].is("@@LOCAL")) {
		tokens = tokens[1:]
	}
	if len(tokens) < 2 {
		return
	}
	target, rest := strings.ToLower(tokens[0].text), tokens[1:]
	switch {
	case target == "names":
		s.session.charset = strings.ToLower(rest[0].text)
		return
	case target == "character" && rest[0].is("SET") && len(rest) > 1:
		s.session.charset = strings.ToLower(rest[1].text)
		return
	}
	for len(rest) > 0 && (rest[0].isMark("=") || rest[0].isMark(":")) {
		rest = rest[1:]
	}
	value, known := s.evaluate(rest)
	if user, isUser := strings.CutPrefix(target, "@"); isUser && !strings.HasPrefix(user, "@") {
		s.save(user, rest)
		s.session.variables[user] = value
		return
	}
	s.restore(rest)
	if !known {
		return
	}
	switch strings.TrimPrefix(target, "@@") {
	case "character_set_client":
		s.session.charset = strings.ToLower(value)
	case "sql_mode":
		s.session.mode = strings.ToUpper(value)
	}
}

// save notes that a user variable puts a setting aside.
func (s *scan) save(user string, expression []token) {
	for _, t := range expression {
		if t.kind == word && strings.HasPrefix(t.text, "@@") {
			s.session.saved[user] = true
			s.ending.saved(user, s.began)
			return
		}
	}
}

// restore notes that settings put aside are taken back.
func (s *scan) restore(expression []token) {
	for _, t := range expression {
		user, isUser := strings.CutPrefix(strings.ToLower(t.text), "@")
		if t.kind == word && isUser && s.session.saved[user] {
			delete(s.session.saved, user)
			s.ending.restored(user)
		}
	}
}

// evaluate returns what an expression yields: a literal, a variable, the first of IFNULL's arguments that is known,
// CONCAT's together.
func (s *scan) evaluate(expression []token) (value string, known bool) {
	if len(expression) == 0 {
		return "", false
	}
	first := expression[0]
	switch {
	case first.is("IFNULL"), first.is("COALESCE"):
		for _, t := range expression[1:] {
			if v, ok := s.evaluateOne(t); ok && v != "" {
				return v, true
			}
		}
		return "", true
	case first.is("CONCAT"):
		for _, t := range expression[1:] {
			v, _ := s.evaluateOne(t)
			value += v
		}
		return value, true
	}
	system := strings.ToLower(first.text)
	if (system == "@@session" || system == "@@global") && len(expression) > 2 {
		first = token{word, "@@" + expression[2].text}
	}
	if len(expression) > 1 && expression[1].isMark("(") {
		return "", false
	}
	return s.evaluateOne(first)
}

func (s *scan) evaluateOne(t token) (value string, known bool) {
	if t.kind == mark {
		return "", false
	}
	lower := strings.ToLower(t.text)
	if t.kind != word || !strings.HasPrefix(lower, "@") {
		return t.text, true
	}
	switch lower {
	case "@@character_set_client":
		return s.session.charset, true
	case "@@sql_mode":
		return s.session.mode, true
	}
	value, known = s.session.variables[strings.TrimPrefix(lower, "@")]
	return value, known
}

// applySession makes the lexer read strings as the session says.
func (s *scan) applySession() {
	s.literalBackslash = strings.Contains(s.session.mode, "NO_BACKSLASH_ESCAPES")
	s.ansiQuotes = strings.Contains(s.session.mode, "ANSI")
	s.charset, s.charsetKnown = charsets(s.session.charset)
}
