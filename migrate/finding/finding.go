// Package finding says what went otherwise than hoped.
//
// A Loss is something that WordPress has and the record does not: a shortcode nobody can render, a file whose
// attachment is gone. A Finding is something that the record has and a person should look at: a value that does
// not fit its definition, a text whose encoding is in doubt. Whoever drops or doubts something writes it into the
// Log of the post at that moment; nothing is worked out afterwards by comparing the ends.
package finding

// Code names one kind of loss or finding. The codes that exist are listed in codes.go, each with its meaning.
type Code string

// Loss is what a record lost on the way.
type Loss struct {
	Code   Code
	Detail string // what was lost: a tag, a URL, an ID; never text of a post that may not leave
	Count  int
}

// Finding is what is doubtful in a record.
type Finding struct {
	Code       Code
	Field      string  // where it stands: a target of the record ("fields.pages") or a path of the source ("acf.pages")
	Value      string  // the value as it was found, shortened; left out where it is personal or secret
	Confidence float64 // from 0 to 1; 0 means not stated
	Detail     string
}

// Log collects the losses and findings of one record. The zero Log is ready for use. A Log belongs to one goroutine.
type Log struct {
	// Witness, where it is set, is told of every loss at the moment it is written down.
	Witness Witness

	by       string // the pass or step that is at work
	losses   []Loss
	findings []Finding
	lost     map[Loss]int // position in losses, by code and detail
	found    map[Finding]bool
}

// Witness hears of a loss: the pass or step that wrote it down, the loss (Count is what was added to it), and the text
// that the page showed and the record will not; empty where no text went with it.
type Witness func(by string, loss Loss, text string)

// By names the pass or step that is at work from now on, and returns the one before it.
func (l *Log) By(pass string) string {
	before := l.by
	l.by = pass
	return before
}

// Lose adds n to the count of the loss with this code and detail.
func (l *Log) Lose(code Code, detail string, n int) { l.LoseText(code, detail, n, "") }

// LoseText is Lose where text goes with what is dropped. The text itself is only heard by the Witness: a caller that
// would have to work to find it may leave it empty where there is none.
func (l *Log) LoseText(code Code, detail string, n int, text string) {
	if n <= 0 {
		return
	}
	if l.Witness != nil {
		l.Witness(l.by, Loss{code, detail, n}, text)
	}
	if l.lost == nil {
		l.lost = map[Loss]int{}
	}
	loss := Loss{Code: code, Detail: detail}
	i, known := l.lost[loss]
	if !known {
		i = len(l.losses)
		l.lost[loss] = i
		l.losses = append(l.losses, loss)
	}
	l.losses[i].Count += n
}

// Find adds a finding; the same finding is kept once.
func (l *Log) Find(f Finding) {
	if l.found[f] {
		return
	}
	if l.found == nil {
		l.found = map[Finding]bool{}
	}
	l.found[f] = true
	l.findings = append(l.findings, f)
}

// Add takes over everything that other holds.
func (l *Log) Add(other *Log) {
	for _, loss := range other.losses {
		l.Lose(loss.Code, loss.Detail, loss.Count)
	}
	for _, f := range other.findings {
		l.Find(f)
	}
}

// Losses returns the losses in the order in which they were first met.
func (l *Log) Losses() []Loss { return l.losses }

// Findings returns the findings in the order in which they were met.
func (l *Log) Findings() []Finding { return l.findings }
