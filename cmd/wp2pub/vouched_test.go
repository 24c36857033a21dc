package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// A site of which MariaDB says that nobody wrote to it is not read again, and nothing is written; and the next edit is found.
func TestVouchedFor(t *testing.T) {
	server := mariadb.StartOwn(t)
	site := filepath.Join(t.TempDir(), "site.sql")
	bigSite(t, site, 1200)
	server.Load(t, "site", site)
	grants := strings.Split(recipe(t, readText(t, "../../README.md"), "GRANT SELECT ON site.* TO reader"), ";")
	server.Exec(t, "", "CREATE USER reader", grants[0], "ANALYZE TABLE site.wp_posts")
	folder := t.TempDir()
	out := filepath.Join(folder, "out")
	rowsRead := func() int {
		var name, n string
		if err := server.DB(t, "").QueryRow("SHOW GLOBAL STATUS LIKE 'Rows_read'").Scan(&name, &n); err != nil {
			t.Fatal(err)
		}
		rows, err := strconv.Atoi(n)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	again := func() (read int, printed, report string) {
		before := rowsRead()
		var errors bytes.Buffer
		arguments := []string{"migrate", strings.Replace(server.URL("site"), "root@", "reader@", 1), "--out", out, "--prune", "--log-format", "json"}
		if code := run(t.Context(), arguments, nil, io.Discard, &errors); code != exitDone {
			t.Fatalf("exit code %d: %s", code, errors.String())
		}
		return rowsRead() - before, errors.String(), readText(t, filepath.Join(out, ".wp2pub/report.json"))
	}
	again()
	whole, _, report := again()
	server.Exec(t, "", grants[1])
	time.Sleep(2 * time.Second) // the second of the last write must be over
	if read, _, _ := again(); read < whole*9/10 {
		t.Fatalf("%d of %d rows were read, and nobody can have vouched for the others", read, whole)
	}
	before := stands(t, out)
	read, printed, told := again()
	if read > whole/10 {
		t.Errorf("%d of %d rows were read of a site to which nobody wrote", read, whole)
	}
	if !strings.Contains(printed, `"unchanged":1326`) || told != report {
		t.Errorf("it prints %s, and the report is\n%s\nand was\n%s", printed, told, report)
	}
	if after := stands(t, out); !slices.Equal(before, after) {
		t.Errorf("files were written:\n%s\nand before\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
	}
	server.Exec(t, "site", "UPDATE wp_posts SET post_title = 'Another title' WHERE ID = 100008")
	if read, printed, _ := again(); read > whole/4 || !strings.Contains(printed, `"update":1,`) {
		t.Errorf("%d of %d rows were read of a site of which only a post was written to, and it prints %s", read, whole, printed)
	}
	server.Exec(t, "site", "UPDATE wp_postmeta SET meta_value = 'Another publisher' WHERE post_id = 100007 AND meta_key = 'publisher'")
	if _, printed, _ := again(); !strings.Contains(printed, `"update":1,`) {
		t.Errorf("the edit is not found: %s", printed)
	}
	server.Exec(t, "site", "UPDATE wp_posts SET post_title = 'Another title' WHERE ID = 100007")
	out = filepath.Join(folder, "another")
	again()
	if read, _, _ := again(); read > whole/10 {
		t.Errorf("%d of %d rows were read, and the first run did not wait for the second of the last edit to be over", read, whole)
	}
	server.Exec(t, "", "CREATE USER unseeing", strings.Replace(grants[0], "reader", "unseeing", 1))
	out = filepath.Join(folder, "strict")
	saysOf(t, server, "reader", out)
	edited := filepath.Join(out, "publication", firstName(t, filepath.Join(out, "publication")))
	if err := os.WriteFile(edited, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(out+"-too", os.DirFS(out)); err != nil {
		t.Fatal(err)
	}
	readBefore := rowsRead()
	says := saysOf(t, server, "reader", out)
	if read := rowsRead() - readBefore; read > whole/10 {
		t.Errorf("%d of %d rows were read of a site to which nobody wrote", read, whole)
	}
	if want := saysOf(t, server, "unseeing", out+"-too"); says != want || !strings.Contains(says, "edited file") || !strings.Contains(says, "rejected") {
		t.Errorf("a run that reads nothing says\n%s\nand one that reads all\n%s", says, want)
	}
}

// saysOf is all that a run says of a site of which some publications are rejected: the exit code, what it prints, its report and its metrics.
func saysOf(t *testing.T, server *mariadb.Server, user, out string) string {
	t.Helper()
	rules, metrics := filepath.Join(t.TempDir(), "mapping.yaml"), filepath.Join(t.TempDir(), "metrics")
	if err := os.WriteFile(rules, []byte("version: 1\nrecords: {publication: {from: [{post_type: publication}], fields: {publishers: acf.publisher}, require: [publishers]}}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	code := run(t.Context(), []string{"migrate", strings.Replace(server.URL("site"), "root@", user+"@", 1), "--out", out, "--mapping", rules, "--metrics", metrics, "--fail-on", "losses,findings,unmapped"}, nil, &said, &said)
	fmt.Fprintln(&said, code, readText(t, filepath.Join(out, ".wp2pub/report.json")))
	for line := range strings.SplitSeq(readText(t, metrics), "\n") {
		if !strings.Contains(line, "_seconds") {
			fmt.Fprintln(&said, line)
		}
	}
	return strings.ReplaceAll(said.String(), out, "OUT")
}

func firstName(t *testing.T, folder string) string {
	t.Helper()
	names, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	return names[0].Name()
}

// stands are the files of a folder with their sizes and times.
func stands(t *testing.T, folder string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := os.Lstat(path)
		if err == nil {
			all = append(all, fmt.Sprint(path, " ", info.Size(), " ", info.ModTime()))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
