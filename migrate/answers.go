package migrate

import (
	"slices"

	"wp2pub/migrate/ledger"
	"wp2pub/migrate/wordpress"
)

// answers tell which posts of a ledger would be told by the site what they were told. Each question is asked once.
type answers struct {
	last    *ledger.Ledger
	checker *wordpress.Checker
	same    bool            // the site is known to say what it said
	known   []answerState   // of each question that any post may ask
	lists   []askedTogether // by their numbers
	room    []wordpress.Answer
}

// askedTogether is what is known of a list of questions.
type askedTogether struct {
	shared answerState // of those that any post may ask
	own    []string    // the kinds of those about the post itself
}

type answerState byte

const (
	unasked answerState = iota
	standing
	fallen
)

// newAnswers asks a site nothing where it is known to be the same, or to have learned the same from the same posts, too.
func newAnswers(site *wordpress.Site, last *ledger.Ledger, same, learned bool) *answers {
	a := &answers{last: last, checker: site.Checker(), same: same, known: make([]answerState, len(last.Questions)), lists: make([]askedTogether, last.Lists())}
	for i, q := range last.Questions {
		switch {
		case showsTables(q.Question):
			a.known[i] = fallen
		case same && (learned || q.Kind != wordpress.LearnedQuestion):
			a.known[i] = standing
		}
	}
	return a
}

// hold reports whether all that a post asked has the same answer.
func (a *answers) hold(p *ledger.Post) bool {
	list := &a.lists[p.Asked]
	if list.shared == unasked {
		a.askTogether(list, p.Asked)
	}
	return list.shared == standing && (a.same || a.own(list.own, p.ID) == p.Answered)
}

// askTogether asks the questions of a list that any post may ask.
func (a *answers) askTogether(list *askedTogether, n int) {
	shared, own := a.last.List(n)
	list.shared, list.own = standing, own
	if slices.ContainsFunc(shared, func(q int) bool { return a.ask(q) == fallen }) {
		list.shared = fallen
	}
}

// ask asks a question that any post may ask, unless it is known what comes of that.
func (a *answers) ask(n int) answerState {
	if a.known[n] == unasked {
		a.known[n] = fallen
		if q := a.last.Questions[n]; a.checker.Answer(q.Question) == q.Answer {
			a.known[n] = standing
		}
	}
	return a.known[n]
}

// own asks questions of these kinds about a post.
func (a *answers) own(kinds []string, post int64) wordpress.Answer {
	a.room = a.room[:0]
	for _, kind := range kinds {
		a.room = append(a.room, a.checker.Answer(wordpress.Question{Kind: kind, ID: post}))
	}
	return ledger.Answered(a.room)
}
