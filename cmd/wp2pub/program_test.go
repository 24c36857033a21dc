package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

func TestMain(m *testing.M) {
	code := mariadb.Main(m)
	os.RemoveAll(programFolder)
	os.Exit(code)
}

// programFolder is where the program lies that built builds; empty: nobody has asked for it.
var programFolder string

// built returns the path of the program, built as its users do: once for all tests.
func built(t testing.TB) string {
	t.Helper()
	program, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

var build = sync.OnceValues(func() (string, error) {
	var err error
	if programFolder, err = os.MkdirTemp("", "wp2pub-test-"); err != nil {
		return "", err
	}
	program := filepath.Join(programFolder, "wp2pub")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return program, nil
})
