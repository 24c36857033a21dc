package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gofrs/flock"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// recipes runs what the documents tell schedulers to run, over a live database, with other addresses and paths.
type recipes struct {
	readme, schedulers string
	folder             string            // where all of it happens
	programs           string            // a folder on the PATH
	replaced           map[string]string // what stands in the documents → what is used instead
}

const (
	addressShown  = "mysql://reader@db.example.org/site?tls=true"
	passwordShown = "/etc/wp2pub/password"
	mappingShown  = "/etc/wp2pub/mapping.yaml"
	outputShown   = "/srv/publications"
	readersWord   = `it's "$HOME" %d \ é`
)

func TestRecipes(t *testing.T) {
	server := mariadb.StartOwn(t)
	server.Load(t, "icat", icat)
	server.Exec(t, "", `CREATE USER reader@localhost IDENTIFIED BY 'it\'s "$HOME" %d \\ é'`, "GRANT SELECT ON icat.* TO reader@localhost")
	r := &recipes{folder: t.TempDir(), programs: t.TempDir()}
	if err := os.Symlink(built(t), filepath.Join(r.programs, "wp2pub")); err != nil {
		t.Fatal(err)
	}
	r.readme, r.schedulers = readText(t, "../../README.md"), readText(t, "schedulers.md")
	mapping := readText(t, "../../testdata/icat/mapping.yaml")
	r.replaced = map[string]string{
		addressShown:  strings.Replace(server.URL("icat"), "root@", "reader@", 1),
		passwordShown: r.write(t, "password", readersWord+"\n"),
		mappingShown:  r.write(t, "mapping.yaml", mapping),
	}
	r.write(t, "wp-config.php", fmt.Sprintf("<?php define('DB_NAME', 'icat'); define('DB_USER', 'reader'); define('DB_HOST', 'localhost:%s'); $table_prefix = 'wp_';", server.Socket))
	t.Run("shell", r.shell)
	t.Run("cron", r.cron)
	t.Run("cron with a subject", r.mailed)
	t.Run("systemd", r.systemd)
	t.Run("Kubernetes", r.kubernetes)
	t.Run("git", r.git)
}

// readText is what a file holds.
func readText(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// write writes a file in the folder and returns its path.
func (r *recipes) write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(r.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// install puts a script on the PATH.
func (r *recipes) install(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(r.programs, name), []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}

// recipe is the block of a document that begins so.
func recipe(t *testing.T, document, beginning string) string {
	t.Helper()
	text, ok := block(document, beginning)
	if !ok {
		t.Fatalf("there is no recipe that begins with %q", beginning)
	}
	return text
}

// here is a text of the documents with what is used instead, and out as the place of the records.
func (r *recipes) here(text, out string) string {
	for shown, used := range r.replaced {
		text = strings.ReplaceAll(text, shown, used)
	}
	return strings.ReplaceAll(text, outputShown, out)
}

// sh runs a script and returns its exit code and what it printed, both streams together.
func (r *recipes) sh(t *testing.T, folder, script string, environment ...string) (code int, printed string) {
	t.Helper()
	c := exec.Command("sh", "-c", script)
	c.Dir = folder
	c.Env = append([]string{"HOME=" + r.folder, "RECIPES=" + r.folder, "PATH=" + r.programs + string(os.PathListSeparator) + os.Getenv("PATH")}, environment...)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), out.String()
}

// migrated demands that all the records of the site are in a folder.
func migrated(t *testing.T, out string) {
	t.Helper()
	records, err := filepath.Glob(filepath.Join(out, "*", "*.yaml"))
	if err != nil || len(records) != 129 {
		t.Errorf("%d records in %s, want 129", len(records), out)
	}
}

// shell runs the first lines on re-syncs: over a database, and over the one that a wp-config.php names.
func (r *recipes) shell(t *testing.T) {
	script := recipe(t, r.readme, "export WP2PUB_PASSWORD=…")
	script = strings.Replace(script, "=…", `=$(cat "$RECIPES/password")`, 1)
	script = strings.Replace(r.here(script, ""), "/var/www/wp-config.php", "wp-config.php", 1)
	if code, printed := r.sh(t, r.folder, "set -e\n"+script); code != exitDone || printed != "" {
		t.Fatalf("exit code %d: %s", code, printed)
	}
	migrated(t, filepath.Join(r.folder, "publications"))
}

// crontabLine is when, and what.
var crontabLine = regexp.MustCompile(`(?m)^(?:[0-9*,/-]+ +){5}(.+)$`)

func (r *recipes) cron(t *testing.T) {
	out := filepath.Join(t.TempDir(), "publications")
	line := crontabLine.FindStringSubmatch(recipe(t, r.readme, "MAILTO="))
	if line == nil || strings.Contains(line[1], "%") {
		t.Fatalf("not a line of a crontab: %q", line)
	}
	command := r.here(line[1], out)
	if code, printed := r.sh(t, r.folder, command); code != exitDone || printed != "" {
		t.Fatalf("cron has something to mail: exit code %d: %s", code, printed)
	}
	migrated(t, out)
	wrong := r.write(t, "wrong-password", "guess")
	code, printed := r.sh(t, r.folder, strings.Replace(command, r.replaced[passwordShown], wrong, 1))
	if code != exitFailed || !strings.HasSuffix(printed, "wp2pub: "+out+": failed (exit 1)\n") {
		t.Errorf("a wrong password: exit code %d: %s", code, printed)
	}
}

// mailed runs the script that mails with a subject.
func (r *recipes) mailed(t *testing.T) {
	out := filepath.Join(t.TempDir(), "publications")
	line := crontabLine.FindStringSubmatch(recipe(t, r.readme, "MAILTO="))[1]
	r.install(t, "resync", recipe(t, r.schedulers, "#!/bin/sh\nlog="))
	command := r.here(strings.Replace(line, "wp2pub migrate", "resync", 1), out)
	r.mailbox(t)
	for range 2 {
		if code, printed := r.sh(t, r.folder, command); code != exitDone || printed != "" {
			t.Fatalf("exit code %d: %s", code, printed)
		}
	}
	migrated(t, out)
	lock := flock.New(filepath.Join(out, ".wp2pub", "lock"))
	if held, err := lock.TryLock(); err != nil || !held {
		t.Fatal(held, err)
	}
	if code, printed := r.sh(t, r.folder, command); code != exitLocked || printed != "" {
		t.Errorf("beside another run: exit code %d: %s", code, printed)
	}
	lock.Unlock()
	if _, err := os.Stat(filepath.Join(r.folder, "mail")); err == nil {
		t.Fatal("a mail was sent where nothing is wrong")
	}
	if err := os.WriteFile(filepath.Join(out, "page", "about.yaml"), []byte("someone's words"), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _ := r.sh(t, r.folder, command); code != exitFindings {
		t.Errorf("with an edited file: exit code %d", code)
	}
	subject := "wp2pub: icat.example.org: 128 unchanged, 1 edited by hand (exit 3)"
	r.sent(t, subject, "wp2pub: finished, but: 1 edited file was left alone (page/about.yaml): ")
}

// mailbox puts a program on the PATH that keeps the mails that it is to send.
func (r *recipes) mailbox(t *testing.T) {
	r.install(t, "mail", "#!/bin/sh\n{ printf '%s\\n' \"$@\"; cat; } >> \"$RECIPES/mail\"\n")
}

// sent demands one mail with a subject that fits, and a text that contains this, and empties the mailbox.
func (r *recipes) sent(t *testing.T, subject, text string) {
	t.Helper()
	mail := readText(t, filepath.Join(r.folder, "mail"))
	if !strings.HasPrefix(mail, "-s\n"+subject+"\nlibrary@example.org\n") || !strings.Contains(mail, text) || strings.Count(mail, "-s\n") != 1 || len(subject) > 78 {
		t.Errorf("mailed:\n%s", mail)
	}
	os.Remove(filepath.Join(r.folder, "mail"))
}
