package migrate

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/render"
	"wp2pub/migrate/source/dump"
	"wp2pub/migrate/wordpress"
)

// The audit asks of every post: is each word of what is stored in the body, or in the text of a loss? What is stored is
// read by code of its own (audit_stored_test.go), which knows nothing of how pages are rendered.
//
// Its cases are the posts of the icat site, those of a dump that WP2PUB_AUDIT names, and testdata/audit. A case is an
// archive of
//
//	content    what the post stores
//	meta/key   the value of one key; optional
//	mapping    a mapping, for what it says of shortcodes; optional
//	drop       CSS selectors, one a line, as a mapping's body.drop; optional
//	nested     a number of div elements around the content; optional
func TestAuditFindsEveryWord(t *testing.T) {
	for _, a := range audits(t) {
		if words := a.unexplained(""); len(words) > 0 {
			t.Errorf("%s: these words are neither in the body nor in a loss: %s", a.name, strings.Join(words, " "))
		}
	}
}

// TestAuditNeedsEveryReport takes the reports of losses away, one place of the code at a time: without it, the audit
// must miss a word. Each place that reports text is found in the code itself.
func TestAuditNeedsEveryReport(t *testing.T) {
	all := audits(t)
	for _, place := range reportingPlaces(t) {
		if strings.HasPrefix(place, lastGate) {
			if slices.ContainsFunc(all, func(a audited) bool {
				return slices.ContainsFunc(a.heard, func(h heard) bool { return h.place == place })
			}) {
				t.Errorf("%s took text that a pass before it should have seen to", place)
			}
			continue
		}
		if !slices.ContainsFunc(all, func(a audited) bool { return len(a.unexplained("")) == 0 && len(a.unexplained(place)) > 0 }) {
			t.Errorf("nobody would notice if %s reported nothing: testdata/audit needs a case", place)
		}
	}
}

// lastGate is where nothing arrives that has text, as long as the passes before it do their work.
const lastGate = "clean/allow.go:"

// audited is a post with what is stored and what became of it.
type audited struct {
	name   string
	stored stored
	body   words
	heard  []heard
}

// heard is a loss with which text went.
type heard struct {
	place string // in the code, as render/core.go:12
	text  words
}

// unexplained returns the stored words that are neither in the body nor in a loss, as if one place of the code had
// reported nothing.
func (a audited) unexplained(silent string) []string {
	have := maps.Clone(a.body)
	for _, h := range a.heard {
		if h.place != silent {
			have.add(h.text)
		}
	}
	missing := map[string]bool{}
	for word, n := range a.stored.text {
		missing[word] = have[word] < n
	}
	for word := range a.stored.attributes {
		missing[word] = missing[word] || have[word] == 0
	}
	maps.DeleteFunc(missing, func(_ string, is bool) bool { return !is })
	return slices.Sorted(maps.Keys(missing))
}

func audits(t *testing.T) []audited {
	t.Helper()
	all := auditCases(t)
	dumps := []string{"../testdata/icat/icat.sql.gz"}
	if another := os.Getenv("WP2PUB_AUDIT"); another != "" {
		dumps = append(dumps, another)
	}
	for _, name := range dumps {
		all = append(all, auditDump(t, name)...)
	}
	return all
}

func auditDump(t *testing.T, name string) []audited {
	t.Helper()
	ctx := context.Background()
	source, err := dump.Open(ctx, name, dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	e := newEngine(Options{Mapping: mapping.Default(Vocabulary())})
	if err := e.open(ctx, source); err != nil {
		t.Fatal(err)
	}
	var all []audited
	for post, err := range source.Posts(ctx, func(h wordpress.Head) bool { return e.decide(h).Read }) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, audit(e, post, fmt.Sprintf("%s, %s %d", filepath.Base(name), post.Type, post.ID), nil))
	}
	return all
}

func auditCases(t *testing.T) []audited {
	t.Helper()
	files, err := filepath.Glob("testdata/audit/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var all []audited
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		post := &wordpress.Post{ID: 10, Type: "post", Status: "publish", Title: "Post", Name: "post"}
		rules, drop := mapping.Default(Vocabulary()), []string(nil)
		for _, f := range archive.Files {
			text := strings.TrimSuffix(string(f.Data), "\n")
			switch key, isMeta := strings.CutPrefix(f.Name, "meta/"); {
			case isMeta:
				post.Meta = append(post.Meta, wordpress.Meta{Key: key, Value: text})
			case f.Name == "content":
				post.Content = text
			case f.Name == "drop":
				drop = strings.Split(text, "\n")
			case f.Name == "nested":
				depth, err := strconv.Atoi(text)
				if err != nil {
					t.Fatal(err)
				}
				post.Content = strings.Repeat("<div>", depth) + post.Content + strings.Repeat("</div>", depth)
			case f.Name == "mapping":
				if rules, err = mapping.Parse(file, f.Data, Vocabulary()); err != nil {
					t.Fatal(err)
				}
			}
		}
		b := wordpress.NewBuilder("wp_")
		b.Option("home", "https://audit.example.org")
		b.Option("siteurl", "https://audit.example.org")
		b.Post(wordpress.IndexRow{ID: post.ID, Type: post.Type, Status: post.Status, Name: post.Name, Title: post.Title})
		e := &engine{options: Options{Mapping: rules}, site: b.Build()}
		all = append(all, audit(e, post, filepath.Base(file), drop))
	}
	return all
}

// audit renders and cleans the body of a post, and listens.
func audit(e *engine, post *wordpress.Post, name string, drop []string) audited {
	a := audited{name: name, stored: storedWords(post), body: words{}}
	log := &finding.Log{Witness: func(pass string, _ finding.Loss, text string) {
		found := words{}
		found.read(text)
		if pass == "" { // rendering reports stored content
			found = wordsOfMarkup(text)
		}
		if len(found) > 0 {
			a.heard = append(a.heard, heard{reporter(), found})
		}
	}}
	it := newItem(post, e)
	root := render.Post(post, it.view, render.Options{Log: log, Shortcode: e.shortcode})
	clean.Tree(root, it.cleaning("body", log, e.selectors(drop)))
	a.body.add(wordsOfMarkup(clean.HTML(root)))
	return a
}

// reporter is the place in the code whose report is being heard.
func reporter() string {
	var callers [32]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers[:])])
	for {
		frame, more := frames.Next()
		name := frame.Function[strings.LastIndexByte(frame.Function, '.')+1:]
		if !reporting[name] {
			return placeOf(frame.File, frame.Line)
		}
		if !more {
			return ""
		}
	}
}

// reporting are the functions that write losses down for their callers.
var reporting = map[string]bool{"LoseText": true, "loseText": true, "loseNodes": true, "loseBlock": true, "Lose": true, "lose": true}

func placeOf(file string, line int) string {
	return fmt.Sprintf("%s/%s:%d", filepath.Base(filepath.Dir(file)), filepath.Base(file), line)
}

// reportingPlaces lists the places in packages render and clean that report a loss with its text.
func reportingPlaces(t *testing.T) []string {
	t.Helper()
	var places []string
	for _, pattern := range []string{"render/*.go", "clean/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files: %v", pattern, err)
		}
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				places = append(places, reportsIn(t, file)...)
			}
		}
	}
	if len(places) == 0 {
		t.Fatal("no report is found in the code")
	}
	return places
}

func reportsIn(t *testing.T, file string) []string {
	t.Helper()
	positions := token.NewFileSet()
	parsed, err := parser.ParseFile(positions, file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var places []string
	for _, declaration := range parsed.Decls {
		function, ok := declaration.(*ast.FuncDecl)
		if !ok || reporting[function.Name.Name] {
			continue
		}
		ast.Inspect(function, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if named, ok := call.Fun.(*ast.SelectorExpr); ok && reporting[named.Sel.Name] && !strings.EqualFold(named.Sel.Name, "lose") {
					at := positions.Position(named.Sel.Pos())
					places = append(places, placeOf(at.Filename, at.Line))
				}
			}
			return true
		})
	}
	return places
}
