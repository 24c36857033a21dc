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
// since the last run, or ten have, beside mariadb-dump of the same tables as a floor. Where none has, MariaDB vouches for it, or
// all is read, since the user may not see what others do. Where ten have, MariaDB vouches for the meta of posts, or one row of it was
// written to, too. The publications have a few rows of meta each, as those of most sites, and
// then as many as the fields of icat's come to. Run it with make bench; WP2PUB_PUBLICATIONS makes the site larger or smaller.
func BenchmarkResync(b *testing.B) {
	publications := 50_000
	if n, err := strconv.Atoi(os.Getenv("WP2PUB_PUBLICATIONS")); err == nil {
		publications = n
	}
	mariadbDump, err := exec.LookPath("mariadb-dump")
	if err != nil {
		b.Skip("mariadb-dump is not installed: make bench installs it")
	}
	dir := b.TempDir()
	site := filepath.Join(dir, "site.sql")
	bigSite(b, site, publications)
	server := mariadb.StartOwn(b)
	server.Load(b, "many", site)
	server.Load(b, "few", site)
	server.Exec(b, "few", "DELETE FROM wp_postmeta WHERE post_id >= 100000 AND meta_id % 11 <> 0")
	server.Exec(b, "few", "ALTER TABLE wp_postmeta FORCE",
		"INSERT INTO wp_postmeta (post_id, meta_key) VALUES (0, 'a')") // MariaDB vouches only for what was written to since
	server.Exec(b, "", "CREATE USER reader@localhost", "GRANT SELECT ON *.* TO reader@localhost")
	r := resyncs{built(b), mariadbDump, server}
	b.Run("few meta", func(b *testing.B) { r.compare(b, "few", filepath.Join(dir, "few")) })
	b.Run("many meta", func(b *testing.B) { r.compare(b, "many", filepath.Join(dir, "many")) })
}

// resyncs are runs over the sites of one server.
type resyncs struct {
	program, mariadbDump string
	server               *mariadb.Server
}

// compare measures runs that bring an output up to a site, and prints them.
func (r resyncs) compare(b *testing.B, database, out string) {
	const runs = 5
	migrate := func() *exec.Cmd {
		return exec.Command(r.program, "migrate", r.server.URL(database), "--out", out, "--prune", "-q")
	}
	measure(b, migrate())
	changes := 0
	change := func(more ...string) {
		changes++
		r.server.Exec(b, database, append(more, fmt.Sprintf("UPDATE wp_posts SET post_content = CONCAT(post_content, '<p>%d</p>') WHERE ID >= 100000 ORDER BY ID LIMIT 10", changes))...)
	}
	cases := []struct {
		name    string
		prepare func()
		command func() *exec.Cmd
	}{
		{"mariadb-dump", func() {}, func() *exec.Cmd {
			return exec.Command(r.mariadbDump, "--no-defaults", "--socket="+r.server.Socket, "--user=root", "--single-transaction", "--quick", database)
		}},
		{"unchanged", func() {}, migrate},
		{"all read", func() {}, func() *exec.Cmd {
			return exec.Command(r.program, "migrate", strings.Replace(r.server.URL(database), "root@", "reader@", 1), "--out", out, "--prune", "-q")
		}},
		{"10 changed", func() { change() }, migrate},
		{"and meta", func() {
			change("INSERT INTO wp_postmeta (post_id, meta_key, meta_value) VALUES (100000, '_edit_lock', '1')")
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
