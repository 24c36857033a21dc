package output

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"wp2pub/migrate"
)

// TestKilledAgainAndAgainTheNextRunConverges kills one run after another, each of which leads to a state and a format of its
// own, at times by a power cut, until one comes to its end.
func TestKilledAgainAndAgainTheNextRunConverges(t *testing.T) {
	states := [][]post{library, years, revised}
	formats := []Format{YAML, JSON, JSONL}
	stories := uint64(200)
	if n, err := strconv.ParseUint(os.Getenv("WP2PUB_SOAK"), 10, 64); err == nil {
		stories = 20 * n
	}
	for seed := range stories {
		random := rand.New(rand.NewPCG(seed, 0))
		story, format := "", formats[random.IntN(len(formats))]
		next := func() ([]post, Options) {
			state := random.IntN(len(states))
			if random.IntN(3) == 0 {
				format = formats[random.IntN(len(formats))]
			}
			story += fmt.Sprintf(" state %d in %s", state, format)
			return states[state], Options{Format: format}
		}
		files := NewMemory()
		posts, options := next()
		mustResync(t, files, options, posts)
		for range 1 + random.IntN(3) {
			posts, options = next()
			f := &faulty{Files: files, at: 1 + random.IntN(120), dead: true, durable: files.copy()}
			_, _, err := resync(New(f, options), posts, planOf(posts))
			story += fmt.Sprintf(", killed at %d (%v);", f.at, err != nil)
			files.locked = map[string]bool{}
			if random.IntN(4) == 0 && f.count >= f.at {
				f.powerCut(random.IntN(2) == 0)
				story += " and the power cut;"
			}
		}
		posts, options = next()
		_, summary, err := resync(New(files, options), posts, planOf(posts))
		if err != nil || summary.Counts[migrate.Edited] != 0 {
			t.Fatalf("seed %d,%s: %v %+v", seed, story, err, summary)
		}
		fresh := NewMemory()
		mustResync(t, fresh, options, posts)
		if difference := compareTrees(tree(t, files), tree(t, fresh)); difference != "" {
			t.Fatalf("seed %d,%s: %s", seed, story, difference)
		}
	}
}
