package page

import (
	"fmt"
	"strconv"

	"wp2pub/migrate/report"
)

// years says how many records were issued when.
type years struct {
	Bars       []yearBar
	Most       int
	Undated    int
	Of         int      // records of the kinds that are counted
	DatedShare float64  // of them, in per cent
	Kinds      []string // that are counted
	Step       int      // years in a bar
}

type yearBar struct {
	Label        string
	N            int
	X, Y, W, H   float64 // per cent across, pixels from the top
	LabelX       float64
	Anchor       string // how the label stands to LabelX
	Marked       bool   // its label is written
	MarkedNarrow bool   // also where there is little room
}

const (
	yearsHeight = 150
	mostBars    = 48
)

// newYears counts the records of each kind that has any date of issue.
func newYears(records []report.Entry) years {
	dated := map[string]int{}
	for _, r := range records {
		if yearOf(r.Issued) != 0 {
			dated[r.Kind]++
		}
	}
	y := years{Kinds: byCount(dated), Step: 1}
	counts := map[int]int{}
	for _, r := range records {
		if dated[r.Kind] == 0 {
			continue
		}
		y.Of++
		if year := yearOf(r.Issued); year == 0 {
			y.Undated++
		} else {
			counts[year]++
		}
	}
	y.DatedShare = share(y.Of-y.Undated, y.Of)
	y.draw(counts)
	return y
}

// yearOf is the year of an EDTF date; 0: it has none.
func yearOf(issued string) int {
	if len(issued) < 4 {
		return 0
	}
	year, err := strconv.Atoi(issued[:4])
	if err != nil || year < 0 {
		return 0
	}
	return year
}

// draw makes a bar of each year, or of several years where there would be too many bars.
func (y *years) draw(counts map[int]int) {
	if len(counts) == 0 {
		return
	}
	first, last := 9999, 0
	for year := range counts {
		first, last = min(first, year), max(last, year)
	}
	for _, y.Step = range []int{1, 2, 5, 10, 25, 50, 100, 250} {
		if last/y.Step-first/y.Step < mostBars {
			break
		}
	}
	for from := first / y.Step * y.Step; from <= last; from += y.Step {
		bar := yearBar{Label: strconv.Itoa(from)}
		if y.Step > 1 {
			bar.Label = fmt.Sprintf("%d–%d", from, from+y.Step-1)
		}
		for year := from; year < from+y.Step; year++ {
			bar.N += counts[year]
		}
		y.Bars, y.Most = append(y.Bars, bar), max(y.Most, bar.N)
	}
	y.place()
}

// place gives each bar its place, and a label to so many that they do not touch.
func (y *years) place() {
	slot := 100 / float64(len(y.Bars))
	every, narrow := 1+(len(y.Bars)-1)/12, 1+(len(y.Bars)-1)/4
	if y.Step > 1 {
		every, narrow = 1+(len(y.Bars)-1)/7, 1+(len(y.Bars)-1)/2
	}
	for i := range y.Bars {
		b := &y.Bars[i]
		b.W = min(slot*0.8, 6)
		b.X = slot*float64(i) + (slot-b.W)/2
		b.H = yearsHeight * float64(b.N) / float64(max(1, y.Most))
		if b.N > 0 {
			b.H = max(b.H, 1.5)
		}
		b.Y = yearsHeight - b.H
		switch b.LabelX, b.Anchor = b.X+b.W/2, "middle"; {
		case b.LabelX < 5:
			b.LabelX, b.Anchor = b.X, "start"
		case b.LabelX > 95:
			b.LabelX, b.Anchor = b.X+b.W, "end"
		}
		b.Marked, b.MarkedNarrow = i%every == 0, i%narrow == 0
	}
}
