package report

import (
	"cmp"
	"slices"
)

// Preview is the body of one public post before and after cleaning, as HTML.
type Preview struct {
	Choice
	Kind, Title   string
	Before, After string
	Cut           bool // one of the two is longer than MostPreview, and ends there
}

// MostPreview bounds each side of a preview, in bytes.
const MostPreview = 64 << 10

// Choice is a post to look at, and why.
type Choice struct {
	PostID int64
	Why    Reason
}

// Reason is why a post was chosen.
type Reason int

// The reasons, in the order of reports.
const (
	WasRejected Reason = iota
	IsUncertain
	LostMost
	IsSample
)

// samplesOfKind is how many posts of each kind are chosen without any other reason.
const samplesOfKind = 5

// Choose picks up to most posts that a person should look at: by turns a rejected one, one of which a reading is
// uncertain, the one that lost most, and samples of each kind from all over the site. Only posts that may be shown are
// picked. The choice is in the order of the reasons.
func (r *Report) Choose(most int, mayShow func(post int64) bool) []Choice {
	queues := [][]int64{r.rejectedPosts(), r.uncertainPosts(), r.lossyPosts(), r.samples()}
	taken := map[int64]bool{}
	var chosen []Choice
	for open := true; open && len(chosen) < most; {
		open = false
		for why := range queues {
			post, rest := next(queues[why], func(id int64) bool { return !taken[id] && mayShow(id) })
			if queues[why] = rest; post != 0 && len(chosen) < most {
				taken[post], open = true, true
				chosen = append(chosen, Choice{post, Reason(why)})
			}
		}
	}
	uncertain := r.uncertainPosts()
	for i := range chosen {
		if chosen[i].Why > IsUncertain && slices.Contains(uncertain, chosen[i].PostID) {
			chosen[i].Why = IsUncertain
		}
	}
	slices.SortStableFunc(chosen, func(a, b Choice) int { return cmp.Compare(a.Why, b.Why) })
	return chosen
}

// next takes the first that fits from a queue; 0: there is none.
func next(queue []int64, fits func(int64) bool) (int64, []int64) {
	for i, id := range queue {
		if fits(id) {
			return id, queue[i+1:]
		}
	}
	return 0, nil
}

func (r *Report) rejectedPosts() []int64 {
	var posts []int64
	for _, row := range r.Rejected {
		posts = append(posts, row.PostID)
	}
	return posts
}

func (r *Report) uncertainPosts() []int64 {
	var posts []int64
	for i := range r.Made {
		if r.Made[i].Uncertain {
			posts = append(posts, r.Made[i].PostID)
		}
	}
	return posts
}

func (r *Report) lossyPosts() []int64 {
	var lossy []*Entry
	for i := range r.Made {
		if r.Made[i].Losses > 0 {
			lossy = append(lossy, &r.Made[i])
		}
	}
	slices.SortStableFunc(lossy, func(a, b *Entry) int { return cmp.Compare(b.Losses, a.Losses) })
	posts := make([]int64, len(lossy))
	for i, e := range lossy {
		posts[i] = e.PostID
	}
	return posts
}

// samples are posts of every kind, spread over all of its records: one of each kind first, then a second of each.
func (r *Report) samples() []int64 {
	byKind := map[string][]int64{}
	for i := range r.Made {
		byKind[r.Made[i].Kind] = append(byKind[r.Made[i].Kind], r.Made[i].PostID)
	}
	var posts []int64
	for n := range samplesOfKind {
		for _, kind := range r.Kinds() {
			if all := byKind[kind.Kind]; n < len(all) {
				posts = append(posts, all[n*len(all)/min(samplesOfKind, len(all))])
			}
		}
	}
	return posts
}
