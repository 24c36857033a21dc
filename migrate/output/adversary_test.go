package output

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wp2pub/migrate"
)

// second is the site whose records stand beside the others.
const second = "other.example"

// stale is the library when posts went whose records are kept unless runs prune.
var stale = changed(years, func(p *post) {
	switch p.id {
	case 1, 8, 10:
		p.fate = migrate.Gone
	case 9:
		p.slug = "About-US"
	case 5:
		p.fate, p.title = "", "Takes the path of one that went"
	}
})

// TestHandsAmidKills lets people edit, remove and make files of an output, and damage what wp2pub knows of it, between runs
// of which many are killed, over a site that goes to and fro. Whatever happens, what people wrote stays where it stands, or,
// once they say so, beside it; and in the end a run that may write over everything makes what a first run makes.
func TestHandsAmidKills(t *testing.T) {
	stories := uint64(100)
	if n, err := strconv.ParseUint(os.Getenv("WP2PUB_SOAK"), 10, 64); err == nil {
		stories = 20 * n
	}
	for seed := range stories {
		h := &hands{random: rand.New(rand.NewPCG(seed, 7)), files: NewMemory(), theirs: map[string]string{}, format: YAML}
		if h.folds = seed%4 == 0; h.folds {
			h.told = "\nwhere case does not count"
		}
		if problem := h.story(t); problem != "" {
			t.Fatalf("seed %d,%s: %s", seed, h.told, problem)
		}
	}
}

// hands is a story of an output among people.
type hands struct {
	random *rand.Rand
	files  *Memory
	format Format
	theirs map[string]string // what people wrote that must be there, and where they did
	folds  bool              // case does not count in names
	told   string
}

// output is the output as runs see it that write to files, which are those of tree, or fail at times.
func (h *hands) output(files Files, tree *Memory) *Directory {
	return New(h.seen(files, tree), Options{Format: h.format})
}

func (h *hands) seen(files Files, tree *Memory) Files {
	if h.folds {
		return folded{files, tree}
	}
	return files
}

// story goes on for a while, and says what went wrong.
func (h *hands) story(t *testing.T) (problem string) {
	for range 2 + h.random.IntN(5) {
		overwrite := h.random.IntN(4) == 0
		if problem := h.run(h.state([]string{site, second}[h.random.IntN(2)]), overwrite, h.random.IntN(2) == 0); problem != "" {
			return problem
		}
		if problem := h.check(t, overwrite); problem != "" {
			return problem
		}
		for range h.random.IntN(3) {
			h.meddle(t)
		}
	}
	return h.end(t)
}

// end brings the output up to a state of each site, and holds it against what first runs make of them.
func (h *hands) end(t *testing.T) (problem string) {
	states := [][]post{h.state(site), h.state(second)}
	for range 2 { // where files of the other site stood in the way, a run of the one was not the last
		for _, posts := range states {
			plan := h.plan(posts)
			plan.Overwrite = true
			_, summary, err := resync(h.output(h.files, h.files), posts, plan)
			if err != nil || inPlace(summary) != 0 {
				return fmt.Sprintf("the last run ends with %v, %+v", err, summary)
			}
			if problem := h.check(t, true); problem != "" {
				return problem
			}
		}
	}
	m, err := ReadManifest(h.files)
	if err != nil {
		t.Fatal(err)
	}
	if m.Sites[0].ID == second {
		slices.Reverse(states)
	}
	fresh := NewMemory()
	for _, posts := range states {
		if _, _, err := resync(h.output(fresh, fresh), posts, h.plan(posts)); err != nil {
			t.Fatal(err)
		}
	}
	return compareTrees(h.withoutTheirs(t), h.tree(t, fresh))
}

// plan is a run over posts of one site that may do everything.
func (h *hands) plan(posts []post) migrate.Plan {
	plan := planOf(posts)
	plan.Site, plan.AddSite = posts[0].site, true
	return plan
}

// state draws where a run over a site is to lead.
func (h *hands) state(of string) []post {
	states := [][]post{library, years, revised, stale}
	at := h.random.IntN(len(states))
	if h.random.IntN(3) == 0 {
		h.format = []Format{YAML, JSON, JSONL}[h.random.IntN(3)]
	}
	h.told += fmt.Sprintf("\nto state %d of %s in %s", at, of, h.format)
	return changed(states[at], func(p *post) { p.site = of })
}

// run makes a run, which may be killed or lose what it wrote to a power cut.
func (h *hands) run(posts []post, overwrite, killed bool) string {
	plan := h.plan(posts)
	plan.Overwrite, plan.Prune = overwrite, h.random.IntN(2) == 0
	h.told += fmt.Sprintf(", overwrite %t, prune %t", overwrite, plan.Prune)
	var files Files = h.files
	f := &faulty{Files: h.files, at: 1 + h.random.IntN(150), dead: true, durable: h.files.copy()}
	if killed {
		files = f
	}
	_, _, err := resync(h.output(files, h.files), posts, plan)
	h.files.locked = map[string]bool{}
	if err != nil && !errors.Is(err, errFault) {
		return err.Error()
	}
	if killed && f.count >= f.at {
		h.told += fmt.Sprintf(", killed at %d", f.at)
		if h.random.IntN(4) == 0 {
			f.powerCut(h.random.IntN(2) == 0)
			h.told += " and the power cut"
		}
	}
	return ""
}

// meddle does something to a file that stands there, or to one that might.
func (h *hands) meddle(t *testing.T) {
	there := h.tree(t, h.files)
	all := slices.Sorted(maps.Keys(there))
	if len(all) == 0 {
		return
	}
	path := all[h.random.IntN(len(all))]
	own := strings.HasPrefix(path, private)
	switch what := h.random.IntN(6); {
	case own && (path != manifestName || there[nextName] != "") && !strings.HasPrefix(path, private+"/ledger."): // what a run left amid its work is irreplaceable
		return
	case own && what < 3:
		h.told += "\n" + path + " is lost"
		h.seen(h.files, h.files).Remove(path)
	case own:
		content := []byte(there[path])
		if len(content) > 0 {
			content[h.random.IntN(len(content))] ^= 1
		}
		h.told += "\n" + path + " is damaged"
		write(t, h.seen(h.files, h.files), path, string(content))
	case what == 0:
		h.told += "\n" + path + " is taken away"
		h.seen(h.files, h.files).Remove(path)
		delete(h.theirs, path)
	case what == 1: // where a record may want to stand
		names := []string{"publication/annual-report", "publication/brief", "event/launch", "page/about-us", "publication", "report/x"}
		path = names[h.random.IntN(len(names))] + "." + string([]Format{YAML, JSON, JSONL}[h.random.IntN(3)])
		h.write(t, path, "a file of somebody's")
	default:
		h.write(t, path, there[path]+"a line of somebody's")
	}
}

// write writes what is nowhere else.
func (h *hands) write(t *testing.T, path, content string) {
	h.told += "\n" + path + " is edited"
	h.theirs[path] = fmt.Sprintf("%s %d\n", content, h.random.Uint32())
	write(t, h.seen(h.files, h.files), path, h.theirs[path])
}

// check looks for all that people wrote: where they did, or if it might be kept aside, beside it.
func (h *hands) check(t *testing.T, overwrite bool) string {
	there := h.tree(t, h.files)
	for path, content := range h.theirs {
		if there[path] == content {
			continue
		}
		aside := ""
		for name := range there {
			if strings.HasPrefix(name, path+".local") && there[name] == content {
				aside = name
			}
		}
		if aside == "" || !overwrite {
			return fmt.Sprintf("%s is lost, or moved (%q):\n%s\nwhat stands there is\n%s", path, aside, content, there[path])
		}
		delete(h.theirs, path)
		h.theirs[aside] = content
	}
	return ""
}

// withoutTheirs is the output but for what people wrote, and empty folders, which may be theirs.
func (h *hands) withoutTheirs(t *testing.T) map[string]string {
	all := h.tree(t, h.files)
	for path, content := range all {
		if theirs, known := h.theirs[path]; known && theirs == content || strings.Contains(path, ".local") {
			delete(all, path)
		}
	}
	return all
}

// tree is every file, but no folder, under the name that it has where case does not count.
func (h *hands) tree(t *testing.T, files *Memory) map[string]string {
	all := map[string]string{}
	for path, content := range tree(t, files) {
		if h.folds {
			path = strings.ToLower(path)
		}
		if !strings.HasSuffix(path, "/") {
			all[path] = content
		}
	}
	return all
}
