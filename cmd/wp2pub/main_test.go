package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
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
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code, "jsonlog": jsonlog, "lasted": lasted},
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
