package output

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A manifest has a line of JSON per record. Lines of the plain form, in which nearly all are written, are read and written
// here, some twenty times as fast as by encoding/json, which takes the others.

// plain reports whether a text stands in JSON as it is.
func plain(text string) bool {
	met := byte(0)
	for i := range len(text) {
		met |= jsonClasses[text[i]]
	}
	return met == 0 || met == beyondASCII && utf8.ValidString(text) && !strings.ContainsAny(text, "\u2028\u2029")
}

// jsonClasses says of each byte what it means for a text in JSON: zero, it stands as it is.
var jsonClasses = func() (classes [256]byte) {
	for c := range classes {
		switch {
		case c < ' ', c == '"', c == '\\':
			classes[c] = escaped
		case c >= utf8.RuneSelf:
			classes[c] = beyondASCII
		}
	}
	return classes
}()

const (
	escaped byte = 1 << iota
	beyondASCII
)

// readItem reads a line.
func readItem(line string) (Item, error) {
	if item, ok := readPlainItem(line); ok {
		return item, nil
	}
	var other Item
	err := json.Unmarshal([]byte(line), &other)
	return other, err
}

// part parts an item from the line that it was read from: its texts are together in memory, without what stands between them there.
func (i *Item) part() {
	var room [512]byte
	all := string(append(append(append(append(room[:0], i.ID...), i.Path...), i.Digest...), i.Wanted...))
	for _, text := range []*string{&i.ID, &i.Path, &i.Digest, &i.Wanted} {
		*text, all = all[:len(*text)], all[len(*text):]
	}
}

// readPlainItem reads a line of the plain form: every key in its place, no spaces, no escapes, no lists. Its texts are parts of the line.
func readPlainItem(line string) (item Item, ok bool) {
	r := plainReader{rest: line}
	r.need(`{"id":"`)
	item.ID = r.text()
	r.need(`,"path":"`)
	item.Path = r.text()
	r.need(`,"digest":"`)
	item.Digest = r.text()
	r.need(`,"size":`)
	item.Size = r.number()
	if r.next(`,"offset":`) {
		item.Offset = r.number()
	}
	if r.next(`,"number":`) {
		item.Number = int(r.number())
	}
	if r.next(`,"wanted":"`) {
		item.Wanted = r.text()
	}
	if r.next(`,"inputs":"`) {
		item.Inputs = r.bytes()
	}
	item.Edited = r.next(`,"edited":true`)
	r.need("}\n")
	return item, !r.failed && r.rest == ""
}

// plainReader takes a line of the plain form apart. Once it has failed, what it gives is worth nothing.
type plainReader struct {
	rest   string
	failed bool
}

// next reports whether the line goes on with this, and passes it.
func (r *plainReader) next(token string) (found bool) {
	r.rest, found = strings.CutPrefix(r.rest, token)
	return found
}

func (r *plainReader) need(token string) { r.failed = !r.next(token) || r.failed }

// text reads to the quotation mark at its end.
func (r *plainReader) text() string {
	text, rest, found := strings.Cut(r.rest, `"`)
	r.rest, r.failed = rest, r.failed || !found || !plain(text)
	return text
}

func (r *plainReader) bytes() []byte {
	b, err := base64.StdEncoding.DecodeString(r.text())
	r.failed = r.failed || err != nil
	return b
}

// number reads digits as they are written of a number: none before them is left out, and none is too much.
func (r *plainReader) number() int64 {
	end := 0
	for end < len(r.rest) && '0' <= r.rest[end] && r.rest[end] <= '9' {
		end++
	}
	n, err := strconv.ParseInt(r.rest[:end], 10, 0)
	r.failed = r.failed || err != nil || end > 1 && r.rest[0] == '0'
	r.rest = r.rest[end:]
	return n
}

// appendItem writes a line, as encoding/json does that leaves the marks of HTML as they are.
func appendItem(b []byte, item *Item) ([]byte, error) {
	if !plain(item.ID) || !plain(item.Path) || !plain(item.Digest) || !plain(item.Wanted) || len(item.Was) > 0 {
		return appendLine(b, item)
	}
	text := func(key, value string) { b = append(append(append(b, key...), value...), '"') }
	number := func(key string, value int64) { b = strconv.AppendInt(append(b, key...), value, 10) }
	text(`{"id":"`, item.ID)
	text(`,"path":"`, item.Path)
	text(`,"digest":"`, item.Digest)
	number(`,"size":`, item.Size)
	if item.Offset != 0 {
		number(`,"offset":`, item.Offset)
	}
	if item.Number != 0 {
		number(`,"number":`, int64(item.Number))
	}
	if item.Wanted != "" {
		text(`,"wanted":"`, item.Wanted)
	}
	if len(item.Inputs) > 0 {
		b = append(base64.StdEncoding.AppendEncode(append(b, `,"inputs":"`...), item.Inputs), '"')
	}
	if item.Edited {
		b = append(b, `,"edited":true`...)
	}
	return append(b, "}\n"...), nil
}
