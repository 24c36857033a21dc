package mariadb

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
)

// Load makes a database anew from a dump, plain or gzip, with MariaDB's own client.
func (s *Server) Load(t testing.TB, database, dump string) {
	t.Helper()
	s.Exec(t, "", "DROP DATABASE IF EXISTS "+quote(database), "CREATE DATABASE "+quote(database)+" CHARACTER SET utf8mb4")
	if err := s.load(database, dump); err != nil {
		t.Fatalf("loading %s: %v", dump, err)
	}
}

func (s *Server) load(database, dump string) error {
	program, err := find("mariadb")
	if err != nil {
		return err
	}
	file, err := os.Open(dump)
	if err != nil {
		return err
	}
	defer file.Close()
	text, err := unpacked(file)
	if err != nil {
		return err
	}
	client := exec.Command(program, "--no-defaults", "--socket="+s.Socket, "--user=root", "--default-character-set=utf8mb4", database)
	client.Stdin = text
	if said, err := client.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	return nil
}

// Dump returns what mariadb-dump writes of a database.
func (s *Server) Dump(t testing.TB, database string) []byte {
	t.Helper()
	program, err := find("mariadb-dump")
	if err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(program, "--no-defaults", "--socket="+s.Socket, "--user=root", "--default-character-set=utf8mb4", database).Output()
	if err != nil {
		t.Fatalf("dumping %s: %v", database, err)
	}
	return text
}

// unpacked returns the text of a file that may be gzip.
func unpacked(file io.Reader) (io.Reader, error) {
	text := bufio.NewReader(file)
	if magic, _ := text.Peek(2); string(magic) == "\x1f\x8b" {
		return gzip.NewReader(text)
	}
	return text, nil
}
