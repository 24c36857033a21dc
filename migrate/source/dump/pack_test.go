package dump

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(text))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPacked(t *testing.T) {
	whole := site("-- MySQL dump 1\n", "", "-- Dump completed\n")
	half := len(whole) / 2
	members := append(gzipped(t, whole[:half]), gzipped(t, whole[half:])...)
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	bomb := gzipped(t, site("", "", "-- "+strings.Repeat("a", 65<<20)))
	for _, c := range []struct {
		name    string
		data    []byte
		limit   int64
		failure string
	}{
		{"gzip", gzipped(t, whole), 0, ""},
		{"gzip of several members", members, 0, ""},
		{"gzip with an empty member", append(gzipped(t, ""), members...), 0, ""},
		{"gzip with padding", append(bytes.Clone(members), make([]byte, 1000)...), 0, ""},
		{"gzip with garbage", append(bytes.Clone(members), "<html>"...), 0, "garbage (it begins with 3c 68)"},
		{"gzip with garbage behind padding", append(bytes.Clone(members), "\x00\x00x"...), 0, "garbage"},
		{"gzip cut", members[:len(members)-1], 0, "the gzip data end too early"},
		{"gzip cut in a header", append(bytes.Clone(members), 0x1f, 0x8b, 8), 0, "the gzip data end too early"},
		{"gzip cut at once", members[:3], 0, "the gzip data end too early"},
		{"gzip whose first member alone is there", gzipped(t, whole[:half]), 0, "incomplete"},
		{"gzip damaged", append(append(bytes.Clone(members[:60]), members[60]^0x55), members[61:]...), 0, "damaged|end too early"},
		{"gzip bomb", bomb, 0, "raise the limit (--max-inflate)"},
		{"gzip bomb allowed", bomb, 100 << 20, ""},
		{"gzip above the limit", gzipped(t, whole), 100, "raise the limit (--max-inflate)"},
		{"zstd", encoder.EncodeAll([]byte(whole), nil), 0, ""},
		{"zstd of two frames", append(encoder.EncodeAll([]byte(whole[:half]), nil), encoder.EncodeAll([]byte(whole[half:]), nil)...), 0, ""},
		{"zstd cut", encoder.EncodeAll([]byte(whole), nil)[:40], 0, "end too early"},
		{"xz", []byte("\xfd7zXZ\x00..."), 0, "xz -dc"},
		{"zip", []byte("PK\x03\x04..."), 0, "unzip -p"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "site.sql")
			if err := os.WriteFile(path, c.data, 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := Open(t.Context(), path, Options{Temp: t.TempDir(), MaxInflate: c.limit})
			if c.failure != "" {
				checkFailure(t, err, c.failure)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if shot := take(t, s); len(shot.Posts) != 2 {
				t.Errorf("%d posts", len(shot.Posts))
			}
		})
	}
}

func TestSpoolLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), "-", Options{Stdin: strings.NewReader(site("", "", "")), Temp: dir})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	_, err = Open(t.Context(), "-", Options{Stdin: strings.NewReader(site("", "", "")), Temp: filepath.Join(dir, "none")})
	checkFailure(t, err, "--temp")
}

func TestChangedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "site.sql")
	os.WriteFile(path, []byte(site("", "", "")), 0o600)
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	os.WriteFile(path, []byte(site("-- other\n", "", "")), 0o600)
	_, err = s.Site(t.Context())
	checkFailure(t, err, "changed while it was read")
}

func TestOpenFailures(t *testing.T) {
	_, err := Open(t.Context(), filepath.Join(t.TempDir(), "none.sql"), Options{})
	if !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	_, err = Open(t.Context(), t.TempDir(), Options{})
	checkFailure(t, err, "is a folder")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = Open(ctx, "-", Options{Stdin: strings.NewReader(site("", "", ""))})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestSniff(t *testing.T) {
	dumps := []string{"-- x", "/*!40101", "# x", "\xef\xbb\xbf\r\n-- x", "SET NAMES utf8;", "create table x", "INSERT INTO", "\xff\xfe-\x00-\x00", "<<<<<<< HEAD\n",
		"mysqldump: [Warning] x", string(gzipped(t, site("", "", ""))), "\xfd7zXZ\x00", "PK\x03\x04"}
	for _, d := range dumps {
		if !Sniff([]byte(d)) {
			t.Errorf("%.40q is no dump", d)
		}
	}
	for _, d := range []string{"", "<?xml version=\"1.0\"?>", "<?php", "SQLite format 3\x00", "{}", "SETTINGS", "<html>", string(gzipped(t, "<?xml")), "\x1f\x8b"} {
		if Sniff([]byte(d)) {
			t.Errorf("%.40q is a dump", d)
		}
	}
}

// TestLongValues reads values that are longer than any window.
func TestLongValues(t *testing.T) {
	long := strings.Repeat(`It\'s "long"\n`, 400_000)
	found, _ := titles(t, site("", "", "INSERT INTO wp_posts VALUES (3,'"+long+"','','');\nINSERT INTO x VALUES ('"+long+"');\nINSERT INTO wp_posts VALUES (4,'Four','','');"))
	want := "3 " + strings.NewReplacer(`\'`, "'", `\n`, "\n").Replace(long)
	if len(found) != 4 || found[2] != want || found[3] != "4 Four" {
		t.Errorf("%d posts", len(found))
	}
}
