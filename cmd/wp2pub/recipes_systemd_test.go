package main

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// systemd lets systemd look at the units, and runs what they run.
func (r *recipes) systemd(t *testing.T) {
	service := recipe(t, r.schedulers, "[Unit]\nDescription=Bring the publications up to date\nWants=")
	timer := recipe(t, r.schedulers, "[Unit]\nDescription=Bring the publications up to date every hour\n")
	mail := recipe(t, r.schedulers, "[Unit]\nDescription=Mail ")
	if !strings.Contains(service, "\nOnFailure=wp2pub-mail.service\n") {
		t.Error("a failure calls nobody")
	}
	t.Run("verify", func(t *testing.T) { r.verify(t, service, timer, mail) })

	out := filepath.Join(t.TempDir(), "publications")
	command := strings.Replace(started(t, service), "/usr/local/bin/wp2pub", "wp2pub", 1)
	command = strings.ReplaceAll(command, "%d/password", passwordShown) // where LoadCredential puts it
	code, log := r.sh(t, r.folder, r.here(command, out))
	if code != exitDone || !strings.HasSuffix(log, "wp2pub: icat.example.org: 129 new (exit 0)\n") {
		t.Fatalf("exit code %d: %s", code, log)
	}
	migrated(t, out)

	r.mailbox(t)
	journal := "#!/bin/sh\n[ \"$*\" = '-o cat _SYSTEMD_INVOCATION_ID=0815' ] || exit 1\ncat <<'END'\nwp2pub: the table `wp_posts` is \"locked\" $HOME\nwp2pub: out: failed (exit 1)\nEND\n"
	r.install(t, "journalctl", journal)
	shell := strings.ReplaceAll(started(t, mail), "$$", "$")
	if code, printed := r.sh(t, r.folder, shell, "MONITOR_INVOCATION_ID=0815"); code != 0 || printed != "" {
		t.Errorf("exit code %d: %s", code, printed)
	}
	r.sent(t, "wp2pub: out: failed (exit 1)", "wp2pub: the table `wp_posts` is \"locked\" $HOME\nwp2pub: out: failed")
}

var execStart = regexp.MustCompile(`(?m)^ExecStart=((?:.*\\\n)*.*)$`)

// started is the command that a unit starts, written so that a shell and systemd understand the same.
func started(t *testing.T, unit string) string {
	t.Helper()
	found := execStart.FindAllStringSubmatch(unit, -1)
	if len(found) != 1 {
		t.Fatalf("%d commands in\n%s", len(found), unit)
	}
	return found[0][1]
}

// verify demands that systemd finds nothing in the units to complain of.
func (r *recipes) verify(t *testing.T, service, timer, mail string) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd-analyze is not installed: make test installs systemd")
	}
	units := []string{
		r.write(t, "wp2pub.service", strings.ReplaceAll(service, "/usr/local/bin/wp2pub", filepath.Join(r.programs, "wp2pub"))),
		r.write(t, "wp2pub.timer", timer), r.write(t, "wp2pub-mail.service", mail),
	}
	complaints, err := exec.Command("systemd-analyze", append([]string{"verify", "--man=no"}, units...)...).CombinedOutput()
	if err != nil || len(complaints) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, complaints)
	}
}
