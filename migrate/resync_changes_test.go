package migrate_test

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"wp2pub/migrate/report"
)

// differences are what became of the records of one tree that differ in another, each as ACTION ID PATH.
func differences(old, fresh map[string]fileInTree) []string {
	var all []string
	was, is := places(old), places(fresh)
	for id, path := range is {
		switch from, there := was[id]; {
		case !there:
			all = append(all, fmt.Sprintf("create %s %s", id, path))
		case from != path:
			all = append(all, fmt.Sprintf("move %s %s from %s", id, path, from))
		case old[path].content != fresh[path].content:
			all = append(all, fmt.Sprintf("update %s %s", id, path))
		}
	}
	for id, path := range was {
		if _, there := is[id]; !there {
			all = append(all, fmt.Sprintf("remove %s %s", id, path))
		}
	}
	slices.Sort(all)
	return all
}

// places are the paths of records, by their ids.
func places(tree map[string]fileInTree) map[string]string {
	paths := map[string]string{}
	for path, file := range tree {
		if _, rest, found := strings.Cut(file.content, "\nid: "); found && !strings.HasPrefix(path, ".wp2pub/") {
			id, _, _ := strings.Cut(rest, "\n")
			paths[id] = path
		}
	}
	return paths
}

// compareChanges holds what a run tells of records against what it did, or a later one did.
func compareChanges(t rapid.TB, who string, result *report.Report, done []string) {
	told := []string{}
	for _, c := range result.Changes {
		line := fmt.Sprintf("%s %s %s", c.Action, c.ID, c.Path)
		if c.OldPath != "" {
			line += " from " + c.OldPath
		}
		told = append(told, line)
	}
	slices.Sort(told)
	if !slices.Equal(told, done) {
		t.Fatalf("%s tells\n%s\nand what differs is\n%s", who, strings.Join(told, "\n"), strings.Join(done, "\n"))
	}
	counted := map[string]int{}
	for _, line := range done {
		action, _, _ := strings.Cut(line, " ")
		counted[action]++
	}
	r := result.Records
	if r.Create != counted["create"] || r.Update != counted["update"] || r.Move != counted["move"] || r.Remove != counted["remove"] || r.Stale+r.Edited > 0 {
		t.Fatalf("%s counts %+v, and what differs is %v", who, r, counted)
	}
}
