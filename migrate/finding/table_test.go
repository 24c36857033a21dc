package finding

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of codes.md anew")

// declared are the codes that codes.go declares, in its order.
type declared struct{ name, code, meaning string }

func declaredCodes(t *testing.T) []declared {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var codes []declared
	for _, d := range file.Decls {
		for _, s := range d.(*ast.GenDecl).Specs {
			value := s.(*ast.ValueSpec)
			code, err := strconv.Unquote(value.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, declared{value.Names[0].Name, code, strings.TrimSpace(value.Comment.Text())})
		}
	}
	if len(codes) == 0 {
		t.Fatal("codes.go declares no code")
	}
	return codes
}

// TestTableIsTrue holds the table of codes.md, which people read, against codes.go.
func TestTableIsTrue(t *testing.T) {
	const head = "| code | meaning |\n| --- | --- |\n"
	table := head
	for _, c := range declaredCodes(t) {
		table += fmt.Sprintf("| `%s` | %s |\n", c.code, c.meaning)
	}
	page, err := os.ReadFile("codes.md")
	if err != nil {
		t.Fatal(err)
	}
	before, old, found := strings.Cut(string(page), head)
	if !found {
		t.Fatal("codes.md has no table")
	}
	if *update {
		if err := os.WriteFile("codes.md", []byte(before+table), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if head+old != table {
		t.Errorf("the table of codes.md is not what codes.go says; go test ./migrate/finding -update writes it anew. It should be\n%s", table)
	}
}

// TestEveryCodeIsUsed demands that something reports each code; but for uncertain, which the record's contract keeps for
// readings of text.
func TestEveryCodeIsUsed(t *testing.T) {
	used := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if from, ok := s.X.(*ast.Ident); ok && from.Name == "finding" {
					used[s.Sel.Name] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range declaredCodes(t) {
		if !used[c.name] && c.code != "uncertain" {
			t.Errorf("nothing reports %s", c.code)
		}
	}
}

// TestMeaning holds what the program says of each code against codes.go.
func TestMeaning(t *testing.T) {
	for _, c := range declaredCodes(t) {
		if got := Code(c.code).Meaning(); got != c.meaning {
			t.Errorf("%s means %q, want %q", c.code, got, c.meaning)
		}
	}
	if got := Code("no-such-code").Meaning(); got != "" {
		t.Errorf("a code that does not exist means %q", got)
	}
}
