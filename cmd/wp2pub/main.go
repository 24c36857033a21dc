// Command wp2pub reads the tables of a WordPress site and writes its publications as YAML or JSON records.
//
// One file per command; exit.go maps what happened to exit codes; source.go finds out what SOURCE is; terminal.go
// holds all that a person sees on the way.
package main

import (
	"context"
	"os"
)

func main() {
	tuneMemory()
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
