//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// BenchmarkResync measures what a scheduled run costs: on a site of 50,000 publications in MariaDB, of which none has changed
// since the last run, or ten have, beside mariadb-dump of the same tables as a floor. Run it with make bench;
// WP2PUB_PUBLICATIONS makes the site larger or smaller.
func BenchmarkResync(b *testing.B) {
	const runs = 7
	publications := 50_000
	if n, err := strconv.Atoi(os.Getenv("WP2PUB_PUBLICATIONS")); err == nil {
		publications = n
	}
	mariadbDump, err := exec.LookPath("mariadb-dump")
	if err != nil {
		b.Skip("mariadb-dump is not installed: make bench installs it")
	}
	dir := b.TempDir()
	program := built(b)
	site, out := filepath.Join(dir, "site.sql"), filepath.Join(dir, "out")
	bigSite(b, site, publications)
	server := mariadb.StartOwn(b)
	server.Load(b, "site", site)
	db := server.DB(b, "site")
	migrate := func() *exec.Cmd {
		return exec.Command(program, "migrate", server.URL("site"), "--out", out, "--prune", "-q")
	}
	measure(b, migrate())
	changes := 0
	cases := []struct {
		name    string
		prepare func()
		command func() *exec.Cmd
	}{
		{"mariadb-dump", func() {}, func() *exec.Cmd {
			return exec.Command(mariadbDump, "--no-defaults", "--socket="+server.Socket, "--user=root", "--single-transaction", "--quick", "site")
		}},
		{"unchanged", func() {}, migrate},
		{"10 changed", func() {
			changes++
			if _, err := db.Exec(fmt.Sprintf("UPDATE wp_posts SET post_content = CONCAT(post_content, '<p>%d</p>') WHERE ID >= 100000 ORDER BY ID LIMIT 10", changes)); err != nil {
				b.Fatal(err)
			}
		}, migrate},
	}
	for b.Loop() {
		times, peaks := map[string][]float64{}, map[string][]float64{}
		for range runs { // in turn, so that a slow moment of the machine meets all
			for _, c := range cases {
				c.prepare()
				cost := measure(b, c.command())
				times[c.name], peaks[c.name] = append(times[c.name], cost.Elapsed), append(peaks[c.name], cost.Megabytes)
			}
			measure(b, migrate()) // so that the next turn finds nothing to do
		}
		floor := median(times["mariadb-dump"])
		for _, c := range cases {
			took := median(times[c.name])
			fmt.Printf("%-13s %6.2f s  %4.0f MB at the peak  %.2f × mariadb-dump\n", c.name, took, median(peaks[c.name]), took/floor)
			b.ReportMetric(took/floor, strings.ReplaceAll(c.name, " ", "-")+"-ratio")
		}
	}
}
