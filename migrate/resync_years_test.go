package migrate_test

import (
	"bytes"
	"context"
	"database/sql"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/source/dump"
	"wp2pub/migrate/source/mysql"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

// TestResyncOverYears takes real sites through what happens to sites over the years. After each step a run over the server and one
// over a dump of it leave what a fresh run makes; no file is written whose bytes stay. So it is where an output that followed the
// server goes on with dumps, and the other way round.
func TestResyncOverYears(t *testing.T) {
	for script, site := range map[string]struct{ dump, mapping string }{
		"much.sql":    {"observatoire/observatoire.sql.gz", ""},
		"nothing.sql": {"icat/icat.sql.gz", "icat/mapping.yaml"},
	} {
		t.Run(script, func(t *testing.T) {
			s := newFollowed(t, site.dump, site.mapping)
			for _, c := range changes(t, filepath.Join("testdata", "years", script)) {
				s.step(t, c)
			}
			s.outputs["server"], s.outputs["dump"] = s.outputs["dump"], s.outputs["server"]
			s.step(t, change{name: "the outputs change places", idle: true})
		})
	}
}

// change is one step.
type change struct {
	name       string
	statements string
	idle       bool // no record is another for it
	unseen     bool // nor made again
}

// changes reads the steps of a script.
func changes(t *testing.T, path string) []change {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []change
	for part := range strings.SplitSeq(string(text), "\n\n-- ") {
		head, statements, _ := strings.Cut(part, "\n")
		kind, name, _ := strings.Cut(head, ": ")
		if kind == "step" || kind == "idle" || kind == "unseen" {
			all = append(all, change{name: name, statements: statements, idle: kind != "step", unseen: kind == "unseen"})
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s has no steps", path)
	}
	return all
}

// followed is a site on a server, and the outputs that follow it.
type followed struct {
	server  *mariadb.Server
	db      *sql.DB
	rules   *mapping.Mapping
	froms   []string                  // the server, and dumps of it; a fresh run reads the first
	outputs map[string]*output.Memory // by what they are made from
	dumped  []byte
	fresh   *output.Memory // what the last fresh run made
	told    string         // and its report
}

func newFollowed(t *testing.T, site, rules string) *followed {
	s := &followed{server: mariadb.Start(t), rules: mapping.Default(migrate.Vocabulary()), froms: []string{"server", "dump"},
		outputs: map[string]*output.Memory{"server": output.NewMemory(), "dump": output.NewMemory()}}
	s.server.Load(t, "years", filepath.Join("..", "testdata", site))
	s.db = s.server.DB(t, "years")
	s.db.SetMaxOpenConns(1)
	s.exec(t, "SET sql_mode = ''") // WordPress writes dates of zeros
	if rules != "" {
		text, err := os.ReadFile(filepath.Join("..", "testdata", rules))
		if err == nil {
			s.rules, err = mapping.Parse(rules, text, migrate.Vocabulary())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// step edits the site, and holds what each output becomes against a fresh run; after an idle step, against what it was.
func (s *followed) step(t *testing.T, c change) {
	s.exec(t, c.statements)
	s.dumped = s.server.Dump(t, "years")
	if !c.idle {
		s.fresh = output.NewMemory()
		s.told = textOf(t, run(t, s.fresh, s.open(t, s.froms[0]), s.rules))
	}
	for _, from := range s.froms {
		t.Run(c.name+", from the "+from, func(t *testing.T) { s.resync(t, c, s.outputs[from], from) })
	}
	slices.Reverse(s.froms)
}

// resync runs on an output, and holds what comes of it against the fresh run, and what was written and made against what had to be.
func (s *followed) resync(t *testing.T, c change, files *output.Memory, from string) {
	before := records(t, files)
	source := &watched{Source: s.open(t, from), made: map[int64]bool{}}
	result := run(t, files, source, s.rules)
	after := records(t, files)
	compareTrees(t, after, records(t, s.fresh))
	compareChanges(t, "the run", result, differences(before, after))
	if told := textOf(t, result); told != s.told && !c.idle {
		t.Errorf("the report is\n%s\nand that of a fresh run\n%s", told, s.told)
	}
	for path, file := range after {
		if was := before[path]; was.content == file.content && was != file {
			t.Errorf("%s was written, and its bytes are as they were", path)
		}
	}
	for _, expected := range s.rules.Expectations() { // such a post is looked at in every run
		delete(source.made, expected.Post)
	}
	if c.unseen && len(source.made) > 0 {
		t.Errorf("%d posts were made again, and nothing that they are made of changed", len(source.made))
	}
}

func (s *followed) exec(t *testing.T, statements string) {
	for statement := range strings.SplitSeq(statements, ";\n") {
		if statement = strings.TrimSpace(statement); statement == "" {
			continue
		}
		if _, err := s.db.Exec(statement); err != nil {
			t.Fatalf("%v in %s", err, statement)
		}
	}
}

// records are the files of a tree but for those that the program keeps for itself.
func records(t *testing.T, files output.Files) map[string]fileInTree {
	all := contents(t, files)
	for path := range all {
		if strings.HasPrefix(path, ".wp2pub/") {
			delete(all, path)
		}
	}
	return all
}

// open opens the site on the server or in the last dump of it.
func (s *followed) open(t *testing.T, from string) migrate.Source {
	var source migrate.Source
	var err error
	if from == "dump" {
		source, err = dump.Open(context.Background(), "-", dump.Options{Stdin: bytes.NewReader(s.dumped)})
	} else {
		source, err = mysql.Open(context.Background(), mysql.Config{User: "root", Socket: s.server.Socket, Database: "years", Sums: true})
	}
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// watched is a source that notes which posts are read to be made into records.
type watched struct {
	migrate.Source
	made map[int64]bool
}

func (w *watched) Posts(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[*wordpress.Post, error] {
	return func(yield func(*wordpress.Post, error) bool) {
		for post, err := range w.Source.Posts(ctx, want) {
			if err == nil {
				w.made[post.ID] = true
			}
			if !yield(post, err) {
				return
			}
		}
	}
}
