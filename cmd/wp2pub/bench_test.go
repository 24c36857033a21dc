//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// BenchmarkWholeProcess measures the program as its users run it: a site of 10,000 publications of about 6 KB, from the
// dump and from MariaDB, to JSON in an empty directory, beside mariadb-dump of the same tables as a floor. Each run is a
// process of its own; the figures are medians. Run it with make bench.
func BenchmarkWholeProcess(b *testing.B) {
	const publications, runs = 10_000, 5
	mariadbDump, err := exec.LookPath("mariadb-dump")
	if err != nil {
		b.Skip("mariadb-dump is not installed: make bench installs it")
	}
	dir := b.TempDir()
	program := built(b)
	site := filepath.Join(dir, "site.sql")
	bigSite(b, site, publications)
	server := mariadb.StartOwn(b)
	server.Load(b, "site", site)

	floor := func() *exec.Cmd {
		return exec.Command(mariadbDump, "--no-defaults", "--socket="+server.Socket, "--user=root", "--single-transaction", "--quick", "site")
	}
	migrate := func(source string) func() *exec.Cmd {
		return func() *exec.Cmd {
			out, err := os.MkdirTemp(dir, "out")
			if err != nil {
				b.Fatal(err)
			}
			return exec.Command(program, "migrate", source, "--format", "json", "--out", out, "-q")
		}
	}
	cases := []struct {
		name    string
		command func() *exec.Cmd
	}{
		{"mariadb-dump", floor},
		{"dump", migrate(site)},
		{"database", migrate(server.URL("site"))},
	}
	seconds := map[string]float64{}
	for b.Loop() {
		times := map[string][]float64{}
		peaks := map[string][]float64{}
		for range runs { // in turn, so that a slow moment of the machine meets all
			for _, c := range cases {
				cost := measure(b, c.command())
				took, peak := cost.Elapsed, cost.Megabytes
				times[c.name] = append(times[c.name], took)
				peaks[c.name] = append(peaks[c.name], peak)
			}
		}
		for _, c := range cases {
			seconds[c.name] = median(times[c.name])
			fmt.Printf("%-13s %6.2f s", c.name, seconds[c.name])
			if c.name != "mariadb-dump" {
				fmt.Printf("  %6.0f records/s  %4.0f MB at the peak  %.2f × mariadb-dump", publications/seconds[c.name], median(peaks[c.name]), seconds[c.name]/seconds["mariadb-dump"])
				b.ReportMetric(publications/seconds[c.name], c.name+"-records/s")
				b.ReportMetric(median(peaks[c.name]), c.name+"-MB")
			}
			fmt.Println()
		}
	}
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
