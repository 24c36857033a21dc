package dump

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"
)

// openings are the words with which statements of a dump begin.
var openings = []string{"ALTER", "BEGIN", "COMMIT", "CREATE", "DELETE", "DELIMITER", "DROP", "INSERT", "LOCK", "REPLACE", "SET", "START", "TRUNCATE", "UNLOCK", "USE"}

// Sniff reports whether a file that begins with these bytes is an SQL dump, compressed or not. A few hundred bytes
// are enough, some thousand of a compressed one.
func Sniff(prefix []byte) bool {
	for _, p := range packings {
		if bytes.HasPrefix(prefix, []byte(p.magic)) {
			return p.name == "xz" || p.name == "zip" || looksLikeSQL(unpackStart(p, prefix))
		}
	}
	return looksLikeSQL(prefix)
}

// unpackStart decompresses as much of the beginning as there is.
func unpackStart(p packing, prefix []byte) []byte {
	r, err := p.open(bufio.NewReader(bytes.NewReader(prefix)))
	if err != nil {
		return nil
	}
	if c, ok := r.(io.Closer); ok {
		defer c.Close()
	}
	start := make([]byte, 4096)
	n, _ := io.ReadFull(r, start)
	return start[:n]
}

func looksLikeSQL(b []byte) bool {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		b = bytes.ReplaceAll(b[2:], []byte{0}, nil) // Open says what is wrong with UTF-16
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	}
	b = bytes.TrimLeft(b, " \t\r\n")
	for _, opening := range slices.Concat([]string{"--", "/*", "#", "<<<<<<< "}, chatter) {
		if bytes.HasPrefix(b, []byte(opening)) {
			return true
		}
	}
	end := 0
	for end < len(b) && wordByte[b[end]] {
		end++
	}
	return slices.Contains(openings, strings.ToUpper(string(b[:end])))
}
