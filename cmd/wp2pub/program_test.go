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

// builtBefore is the variable of the environment that names the program where another process has built it.
const builtBefore = "WP2PUB_TEST_PROGRAM"

var build = sync.OnceValues(func() (string, error) {
	if program := os.Getenv(builtBefore); program != "" {
		return program, nil
	}
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
