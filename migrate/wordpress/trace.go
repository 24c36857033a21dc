package wordpress

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
)

// Question names one fact about the site.
type Question struct {
	Kind string // the name of the View's method
	ID   int64
	Text string
}

// Answer is a digest of what a View answered.
type Answer [16]byte

// Trace is what a View was asked, in order of first asking.
type Trace []Asked

// Asked is one question of a Trace and the digest of its answer.
type Asked struct {
	Question
	Answer
}

// Trace returns what was asked so far.
func (v *View) Trace() Trace {
	t := make(Trace, len(v.order))
	for i, q := range v.order {
		t[i] = Asked{q, v.asked[q]}
	}
	return t
}

// Digest is one digest of a whole trace.
func (t Trace) Digest() Digest {
	var b []byte
	for _, a := range t {
		b = append(append(b, a.Kind...), 0)
		b = append(strconv.AppendInt(b, a.ID, 10), 0)
		b = append(append(b, a.Text...), 0)
		b = append(b, a.Answer[:]...)
	}
	return sha256.Sum256(b)
}

// Holds reports whether every answer of the trace would be the same today.
func (s *Site) Holds(t Trace) bool {
	v := s.View()
	for _, a := range t {
		v.ask(a.Question)
		if v.asked[a.Question] != a.Answer {
			return false
		}
	}
	return true
}

// Digest sums up all that the source said of the site: of two sites with equal digests every View gives the same answers, but
// for those of LearnedQuestion.
func (s *Site) Digest() Digest { return s.sum }

// Checker answers single questions.
type Checker struct{ view *View }

// Checker returns a Checker of the site, for one goroutine.
func (s *Site) Checker() *Checker { return &Checker{s.View()} }

// Answer returns the digest of the answer to a question as it is today; zero where that is none of this version's.
func (c *Checker) Answer(q Question) Answer {
	clear(c.view.asked)
	c.view.order = c.view.order[:0]
	c.view.ask(q)
	return c.view.asked[q]
}

// ask repeats a question.
func (v *View) ask(q Question) {
	switch q.Kind {
	case "Setup":
		v.Setup()
	case "Reference":
		v.Reference(q.ID)
	case "Parent":
		v.Parent(q.ID)
	case "Permalink":
		v.Permalink(q.ID)
	case "Restricted":
		v.Restricted(q.ID)
	case "Attachment":
		v.Attachment(q.ID)
	case "AttachmentByURL":
		v.AttachmentByURL(q.Text)
	case "PostByURL":
		v.PostByURL(q.Text)
	case "ArchiveByURL":
		v.ArchiveByURL(q.Text)
	case "Children":
		v.Children(q.ID)
	case "Terms":
		v.Terms(q.ID)
	case "Lineage":
		v.Lineage(v.site.terms[q.ID])
	case "Term":
		v.Term(q.ID)
	case "User":
		v.User(q.ID)
	case "Authors":
		v.Authors(q.ID)
	case "Author":
		v.Author(q.Text)
	case "Person":
		v.Person(q.ID)
	case "Option":
		v.Option(q.Text)
	case "Setting":
		path := strings.Split(q.Text, "\x00")
		v.Setting(path[0], path[1:]...)
	case "PluginActive":
		v.PluginActive(q.Text)
	case "Table":
		v.Table(q.Text)
	case "TableRows":
		table, column, value := splitRowsQuestion(q.Text)
		v.TableRows(table, column, value)
	case "Pattern":
		v.Pattern(q.ID)
	case "Embed":
		v.Embed(q.Text)
	case "Shown":
		v.Shown(q.ID)
	case "Language":
		v.Language(q.ID)
	case "Versions":
		v.Versions(&Post{})
	case "Translations":
		v.Translations(q.ID)
	case "Library":
		v.Library(q.ID)
	case "IsLibrary":
		v.IsLibrary(q.ID)
	case "LibraryByURL":
		v.LibraryByURL(q.Text)
	case "Venue":
		v.Venue(q.ID)
	case "Definition":
		v.definition(q.Text)
	case "Member":
		v.member(q.Text, "")
	case LearnedQuestion:
		role, text, _ := strings.Cut(q.Text, " ")
		v.Known(role, text)
	case "ACFOptions":
		v.acfOptions(q.Text)
	}
}

// note writes down a question and the digest of its answer.
func (v *View) note(kind string, id int64, text string, answer ...any) {
	q := Question{kind, id, text}
	if _, known := v.asked[q]; known {
		return
	}
	v.buffer = v.buffer[:0]
	for _, part := range answer {
		v.buffer = appendAnswer(v.buffer, part)
	}
	sum := sha256.Sum256(v.buffer)
	v.asked[q] = Answer(sum[:16])
	v.order = append(v.order, q)
}

// appendAnswer writes a part of an answer in a form that is equal only for equal answers. Answers are plain data, and
// hold no pointers.
func appendAnswer(b []byte, part any) []byte {
	switch part := part.(type) {
	case string:
		b = append(b, part...)
	case bool:
		b = strconv.AppendBool(b, part)
	case int64:
		b = strconv.AppendInt(b, part, 10)
	case Digest:
		b = append(b, part[:]...)
	case []string:
		for _, text := range part {
			b = strconv.AppendQuote(b, text)
		}
	default:
		b = fmt.Append(b, part)
	}
	return append(b, 0)
}

// known reports whether a question was asked before, so that its answer need not be digested again.
func (v *View) known(kind string, id int64, text string) bool {
	_, known := v.asked[Question{kind, id, text}]
	return known
}
