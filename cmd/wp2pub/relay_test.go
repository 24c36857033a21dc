package main

import (
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// relay stands between the program and a database server, and can make trouble at a chosen moment.
type relay struct {
	// cut is the byte of what the server says before which the first connection is cut; 0: it is not.
	cut int64
	// before is called before a question is handed on, with its text; false cuts the connection. May be nil.
	before func(question string) bool

	server, path string
	mu           sync.Mutex // over all but the paths
	connections  int
	packets      []int64 // where those that the server sent over the last connection begin
	said         int64   // bytes
}

func newRelay(t *testing.T, server *mariadb.Server) *relay {
	t.Helper()
	r := &relay{server: server.Socket, path: server.Socket + ".relay"}
	listener, err := net.Listen("unix", r.path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			go r.serve(client)
		}
	}()
	return r
}

// url is the address of a database behind the relay.
func (r *relay) url(user, database string) string {
	return "mysql://" + user + "@localhost/" + database + "?socket=" + url.QueryEscape(r.path)
}

func (r *relay) serve(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("unix", r.server)
	if err != nil {
		return
	}
	defer server.Close()
	r.mu.Lock()
	r.connections++
	cut := r.cut
	if r.connections > 1 {
		cut = 0
	}
	r.packets, r.said = nil, 0
	before := r.before
	r.mu.Unlock()
	go func() {
		defer server.Close()
		packets(client, func(packet []byte) bool {
			if before != nil && !before(string(packet[4:])) {
				return false
			}
			_, err := server.Write(packet)
			return err == nil
		})
	}()
	packets(server, func(packet []byte) bool {
		r.mu.Lock()
		defer r.mu.Unlock()
		left := cut - r.said
		r.packets, r.said = append(r.packets, r.said), r.said+int64(len(packet))
		if cut > 0 && left <= int64(len(packet)) {
			client.Write(packet[:left])
			return false
		}
		_, err := client.Write(packet)
		return err == nil
	})
}

// packets visits the packets of one side, head and all, until that says that it is enough.
func packets(from net.Conn, visit func([]byte) bool) {
	for {
		packet := make([]byte, 4)
		if _, err := io.ReadFull(from, packet); err != nil {
			return
		}
		packet = append(packet, make([]byte, int(packet[0])|int(packet[1])<<8|int(packet[2])<<16)...)
		if _, err := io.ReadFull(from, packet[4:]); err != nil || !visit(packet) {
			return
		}
	}
}

// ask sets before.
func (r *relay) ask(before func(question string) bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.before = before
}

// onQuestion makes trouble once, before the first question that holds a text is handed on.
func (r *relay) onQuestion(text string, trouble func()) {
	var once sync.Once
	r.ask(func(question string) bool {
		if strings.Contains(question, text) {
			once.Do(trouble)
		}
		return true
	})
}

// cutAt has the next connection cut before a byte.
func (r *relay) cutAt(at int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cut, r.connections = at, 0
}

// places returns where the last connection could have been cut: before each packet, in its head, and in its middle. Of more
// than most, it returns some from all over.
func (r *relay) places(most int) []int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	var all []int64
	for i, begin := range r.packets {
		end := r.said
		if i+1 < len(r.packets) {
			end = r.packets[i+1]
		}
		all = append(all, max(begin, 1), begin+2, (begin+end)/2)
	}
	if len(all) <= most {
		return all
	}
	var some []int64
	for i := range most {
		packet := i * len(r.packets) / most
		some = append(some, all[3*packet+i%3])
	}
	return some
}
