package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts runs the real program over the scripts in testdata/script. In them, $ICAT and $OBSERVATOIRE are the
// folders of the sites in testdata.
func TestScripts(t *testing.T) {
	folder, err := filepath.Abs("../../testdata/icat")
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Dir(built(t))
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", program+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("ICAT", folder)
			env.Setenv("OBSERVATOIRE", filepath.Join(filepath.Dir(folder), "observatoire"))
			env.Setenv("LANGUAGES", filepath.Join(filepath.Dir(folder), "languages"))
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code, "jsonlog": jsonlog, "lasted": lasted, "emptied": emptied},
	})
}

// code N COMMAND … runs wp2pub in this process and demands its exit code. What it printed is in the files code.out and code.err.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N ARGUMENT …")
	}
	var out, err bytes.Buffer
	for i, a := range args[1:] {
		if strings.HasPrefix(a, "./") {
			args[i+1] = ts.MkAbs(a)
		}
	}
	got := run(context.Background(), args[1:], strings.NewReader(""), &out, &err)
	ts.Check(os.WriteFile(ts.MkAbs("code.out"), out.Bytes(), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs("code.err"), err.Bytes(), 0o644))
	if want := args[0]; want != strconv.Itoa(got) {
		ts.Fatalf("exit code %d, want %s\n%s", got, want, err.String())
	}
}

// emptied DUMP TABLE FILE writes to FILE what is in DUMP, which may be compressed, without the rows of TABLE.
func emptied(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: emptied DUMP TABLE FILE")
	}
	dump := []byte(ts.ReadFile(args[0]))
	if packed, err := gzip.NewReader(bytes.NewReader(dump)); err == nil {
		dump, err = io.ReadAll(packed)
		ts.Check(err)
	}
	rows := regexp.MustCompile("(?ms)^INSERT INTO `?" + args[1] + "`? .*?;$\n")
	if !rows.Match(dump) {
		ts.Fatalf("%s has no rows of %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), rows.ReplaceAll(dump, nil), 0o644))
}
