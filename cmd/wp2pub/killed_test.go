//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"wp2pub/migrate/record"
)

// often is how often a test that takes chances takes them: few times among the other tests, and as often as the variable
// WP2PUB_SOAK says in make soak.
func often(few int) int {
	if n, err := strconv.Atoi(os.Getenv("WP2PUB_SOAK")); err == nil {
		return n
	}
	return few
}

// TestStruck strikes the program down at moments of chance, while it follows a site through its states and formats.
// Whatever the moment, each file is one that a whole run leaves or has left, and no record is lost; the next run makes it
// all what a first run makes. Asked to end, the program ends at once, says that it did, and leaves nothing half done.
func TestStruck(t *testing.T) {
	states := versions(t, 1, 40, 4)
	t.Run("killed", func(t *testing.T) {
		t.Parallel()
		o := newOrdeal(newKept(t), 1, states)
		for len(o.ends) < often(20) {
			o.strike(syscall.SIGKILL)
			for o.random.IntN(3) == 0 { // and again, before any run came to its end
				o.strike(syscall.SIGKILL)
			}
			o.recover()
		}
		o.tell()
	})
	t.Run("interrupted", func(t *testing.T) {
		t.Parallel()
		o := newOrdeal(newKept(t), 2, states)
		for len(o.ends) < often(8) {
			o.strike([]syscall.Signal{syscall.SIGINT, syscall.SIGTERM}[o.random.IntN(2)])
			o.recover()
		}
		o.tell()
	})
}

// ordeal is an output whose runs are struck down.
type ordeal struct {
	*kept
	random   *rand.Rand
	versions []*version
	passed   []passage       // the states that the output may hold records of: the first whole, the others begun
	moments  map[string]int  // what was struck, how often
	ends     []time.Duration // from each strike to the end of the program
}

// passage is a state on the way of an output.
type passage struct {
	version *version
	format  string
}

func newOrdeal(k *kept, seed uint64, versions []*version) *ordeal {
	o := &ordeal{kept: k, random: rand.New(rand.NewPCG(seed, 1)), versions: versions, moments: map[string]int{}}
	o.passed = []passage{{o.versions[0], "yaml"}}
	o.settle(o.versions[0], "yaml")
	return o
}

// next draws where a run is to lead: to another state of the site, at times in another format.
func (o *ordeal) next() passage {
	p := passage{o.versions[o.random.IntN(len(o.versions))], o.passed[len(o.passed)-1].format}
	if o.random.IntN(3) == 0 {
		p.format = []string{"yaml", "json", "jsonl"}[o.random.IntN(3)]
	}
	return p
}

// strike starts a run and sends it a signal: at any moment of it, of its time with the output, or of that in which it
// writes records.
func (o *ordeal) strike(signal syscall.Signal) {
	p := o.next()
	o.passed = append(o.passed, p)
	command := o.migrate(p.version.dump, p.format)
	wait, span := func() time.Time { return time.Now() }, o.took
	switch o.random.IntN(3) {
	case 0:
		wait, span = o.newFile(".wp2pub/holder.json"), o.held
	case 1:
		wait, span = o.newFile(".wp2pub/journal.jsonl", ".wp2pub/manifest.next"), o.held>>(1+o.random.IntN(6)) // most of a run goes by before
	}
	ended := o.started(command)
	wait()
	time.Sleep(time.Duration(o.random.Int64N(int64(span))))
	struck := time.Now()
	command.Process.Signal(signal)
	state := ended()
	o.ends = append(o.ends, time.Since(struck))
	left := readFolder(o.t, o.out)
	o.whole(left)
	o.moments[o.moment(left, state)]++
	if signal != syscall.SIGKILL {
		o.orderly(left, state, signal)
	}
}

// moment says what a strike met.
func (o *ordeal) moment(left folder, state *os.ProcessState) string {
	_, held := left[".wp2pub/holder.json"]
	_, journal := left[".wp2pub/journal.jsonl"]
	_, next := left[".wp2pub/manifest.next"]
	switch {
	case state.ExitCode() == exitDone:
		return "after the end"
	case journal || next:
		return "amid records"
	case held:
		return "with the output held"
	}
	return "before or after"
}

// whole holds what stands in the output against the states that it came through.
func (o *ordeal) whole(left folder) {
	o.t.Helper()
	may := o.possible()
	there := map[string]bool{}
	for path, content := range left.records() {
		if strings.HasSuffix(path, ".jsonl") && !slices.Contains(may.files[path], content) {
			o.t.Fatalf("%s is what no run makes of it", path)
		}
		for id, content := range recordsOf(o.t, folder{path: content}) {
			there[id] = true
			if !slices.Contains(may.records[id], content[0]) {
				o.t.Fatalf("%s has a record %s that no run makes:\n%s", path, id, content[0])
			}
			if !slices.Contains(may.paths[id], path) {
				o.t.Fatalf("%s stands on %s, where no run puts it", id, path)
			}
		}
	}
	waiting := waiting(left)
	for id, contents := range may.records {
		isOne := func(content string) bool { return strings.Contains(waiting, content) }
		switch {
		case len(contents) < len(o.passed) || there[id]:
		case !slices.ContainsFunc(contents, isOne):
			o.t.Fatalf("the record %s is gone, which every state of the site has", id)
		default:
			o.moments["a record on its way"]++
		}
	}
	if content, there := readFolder(o.t, o.elsewhere)["report.json"]; there && !json.Valid([]byte(content)) {
		o.t.Fatalf("the report is torn: %.300s", content)
	}
}

// possible is what may stand in an output.
type possible struct {
	files   map[string][]string // what a file may hold
	records map[string][]string // what a record may be, by its id: once for each state that has it
	paths   map[string][]string // where it may stand
}

// possible is what the states make that the output came through. Until all names are known, a record may stand where it
// would if no other wanted to.
func (o *ordeal) possible() possible {
	may := possible{map[string][]string{}, map[string][]string{}, map[string][]string{}}
	for _, p := range o.passed {
		for path, content := range p.version.fresh(o.t, p.format).output.records() {
			may.files[path] = append(may.files[path], content)
			for id, record := range recordsOf(o.t, folder{path: content}) {
				_, post, _ := strings.Cut(id, ":")
				may.records[id] = append(may.records[id], record...)
				may.paths[id] = append(may.paths[id], path, strings.Replace(path, "-"+post+".", ".", 1))
			}
		}
	}
	return may
}

// waiting is what a run that goes on from here puts into its place first.
func waiting(left folder) string {
	var all strings.Builder
	_, next := left[".wp2pub/manifest.next"]
	for path, content := range left {
		if strings.HasPrefix(path, ".wp2pub/staged/") || next && strings.HasPrefix(path, ".wp2pub/tmp/") {
			all.WriteString(content)
		}
	}
	return all.String()
}

// recordsOf reads the records in files, by their ids.
func recordsOf(t testing.TB, files folder) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for path, content := range files {
		pieces := []string{content}
		if strings.HasSuffix(path, ".jsonl") {
			pieces = slices.Collect(strings.Lines(content))
		}
		for _, piece := range pieces {
			r, err := record.Decode([]byte(piece))
			if err != nil {
				t.Fatalf("%s is torn: %v\n%s", path, err, piece)
			}
			all[r.ID] = append(all[r.ID], piece)
		}
	}
	return all
}

// orderly holds what a run left that was asked to end.
func (o *ordeal) orderly(left folder, state *os.ProcessState, signal syscall.Signal) {
	o.t.Helper()
	code := map[syscall.Signal]int{syscall.SIGINT: exitInterrupted, syscall.SIGTERM: exitTerminated}[signal]
	status := state.Sys().(syscall.WaitStatus)
	atOnce := status.Signaled() && status.Signal() == signal // it had not yet begun
	if !atOnce && state.ExitCode() != code && state.ExitCode() != exitDone {
		o.t.Fatalf("after %v: %v", signal, state)
	}
	for path := range left {
		if path == ".wp2pub/holder.json" || strings.HasPrefix(path, ".wp2pub/tmp/") {
			o.t.Fatalf("after %v, %s is left", signal, path)
		}
	}
	for _, name := range readFolder(o.t, o.elsewhere).names() {
		if !slices.Contains(mostElsewhere, name) {
			o.t.Fatalf("after %v, %s is left", signal, name)
		}
	}
}

// recover lets a run come to its end: of the state to which the last one was to lead, or of another.
func (o *ordeal) recover() {
	p := o.passed[len(o.passed)-1]
	if o.random.IntN(3) == 0 {
		p = o.next()
	}
	o.passed = []passage{p}
	o.settle(p.version, p.format)
}

// tell tells what was struck, and makes sure that it was not all in vain.
func (o *ordeal) tell() {
	slices.Sort(o.ends)
	o.t.Logf("%d strikes: %s; to the end it took %v in the median and %v at most", len(o.ends), fmt.Sprint(o.moments), o.ends[len(o.ends)/2], o.ends[len(o.ends)-1])
	if o.moments["amid records"] == 0 && len(o.ends) > 100 { // of few, chance may spare that moment
		o.t.Error("no run was struck while it wrote records")
	}
}
