package mysql

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// rogue is a server that answers the handshake and then every question with the same packet. It returns its port and
// what clients sent to it.
func rogue(t *testing.T, plugin string, answer []byte) (port int, sent func() []byte) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	got := make(chan []byte, 16)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			got <- misbehave(conn, plugin, answer)
			conn.Close()
		}
	}()
	return listener.Addr().(*net.TCPAddr).Port, func() []byte {
		select {
		case text := <-got:
			return text
		case <-time.After(10 * time.Second):
			t.Error("the client neither speaks nor leaves")
			return nil
		}
	}
}

// misbehave serves one connection and returns what came over it.
func misbehave(conn net.Conn, plugin string, answer []byte) []byte {
	var received bytes.Buffer
	hello := "\x0a" + "5.7.0\x00" + "\x01\x00\x00\x00" + "abcdefgh\x00" + "\xff\xf7" + "\x2d" + "\x02\x00" + "\xff\x81" + "\x15" +
		strings.Repeat("\x00", 10) + "ijklmnopqrst\x00" + plugin + "\x00"
	send(conn, 0, []byte(hello))
	if _, ok := receive(conn, &received); !ok {
		return received.Bytes()
	}
	reply := []byte("\x00\x00\x00\x02\x00\x00\x00") // OK
	if plugin == "mysql_clear_password" {
		reply = []byte("\xfe" + plugin + "\x00")
	}
	for sequence := byte(2); ; sequence = 1 {
		send(conn, sequence, reply)
		if _, ok := receive(conn, &received); !ok {
			return received.Bytes()
		}
		reply = answer
	}
}

func send(conn net.Conn, sequence byte, body []byte) {
	n := len(body)
	conn.Write(append([]byte{byte(n), byte(n >> 8), byte(n >> 16), sequence}, body...))
}

// receive reads one packet.
func receive(conn net.Conn, into *bytes.Buffer) ([]byte, bool) {
	conn.SetDeadline(time.Now().Add(5 * time.Second))
	head := make([]byte, 4)
	if _, err := io.ReadFull(conn, head); err != nil {
		return nil, false
	}
	body := make([]byte, int(head[0])|int(head[1])<<8|int(head[2])<<16)
	_, err := io.ReadFull(conn, body)
	into.Write(body)
	return body, err == nil
}

// A server that asks for a local file gets none.
func TestRogueAsksForFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte("the secret of this machine"), 0o600); err != nil {
		t.Fatal(err)
	}
	port, sent := rogue(t, "mysql_native_password", []byte("\xfb"+file))
	_, err := Open(t.Context(), Config{User: "u", Password: "geheim", Host: "127.0.0.1", Port: port, Database: "site"})
	if err == nil || strings.Contains(err.Error(), "geheim") {
		t.Errorf("the rogue server was believed: %v", err)
	}
	text := sent()
	if !bytes.Contains(text, []byte("SET NAMES")) {
		t.Errorf("the test did not get far: %q", text)
	}
	if bytes.Contains(text, []byte("the secret")) || bytes.Contains(text, []byte("geheim")) {
		t.Errorf("the rogue server got %q", text)
	}
}

// A server that asks for the password in clear does not get it.
func TestRogueAsksForPassword(t *testing.T) {
	port, sent := rogue(t, "mysql_clear_password", nil)
	_, err := Open(t.Context(), Config{User: "u", Password: "geheim", Host: "127.0.0.1", Port: port, Database: "site"})
	if err == nil || !strings.Contains(err.Error(), "give it away") {
		t.Errorf("the error is %v", err)
	}
	if text := sent(); bytes.Contains(text, []byte("geheim")) {
		t.Errorf("the rogue server got %q", text)
	}
}

// An answer that does not end is given up; the next question has its full measure again.
func TestEndlessAnswer(t *testing.T) {
	client, server := net.Pipe()
	defer client.Close()
	go func() {
		for {
			if _, err := server.Write(make([]byte, 1024)); err != nil {
				return
			}
		}
	}()
	a := &answers{Conn: client, limit: 10_000, left: 10_000}
	n, err := io.Copy(io.Discard, a)
	if !errors.Is(err, errEndless) || n > 10_000 {
		t.Errorf("read %d bytes, %v", n, err)
	}
	go io.Copy(io.Discard, server)
	a.Write([]byte("another question"))
	if _, err := a.Read(make([]byte, 10)); err != nil {
		t.Errorf("the answer to another question: %v", err)
	}
}
