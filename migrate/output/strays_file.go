package output

import (
	"encoding/json"
	"io"
	"strings"

	"wp2pub/migrate/pattern"
)

// A file that may be a stray is told by its name, and the record in it by the head of the file: what others keep may be large.

// mayHold reports whether a file of this name may hold one record.
func mayHold(name string) bool {
	name, _ = cutAside(name)
	return YAML.of(name) || JSON.of(name)
}

// cutAside returns the name that a file had before it was kept aside, and whether it was.
func cutAside(name string) (before string, aside bool) {
	at := strings.LastIndex(name, asideSuffix)
	if at < 0 || strings.Trim(name[at+len(asideSuffix):], "0123456789") != "" {
		return name, false
	}
	return name[:at], true
}

// headSize is how much of a file tells which record it holds.
const headSize = 4096

// recordIn returns the id of the record that a file holds; nothing where it holds none. A record that someone edited until it is none
// any more still says which it was.
func recordIn(files Files, path string) (id string, err error) {
	f, err := files.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head := make([]byte, headSize)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return "", err
	}
	return idIn(head[:n]), nil
}

// idKey finds the key id, in YAML and in JSON, with its value.
var idKey = pattern.New(`(?m)(?:^|[{,])\s*"?id"?\s*:\s*("(?:[^"\\]|\\.)*"|[^\n]*)`)

// idIn returns the id of the record that begins so; nothing where none does.
func idIn(head []byte) string {
	if !isRecord(head) {
		return ""
	}
	found := idKey.FindStringSubmatch(string(head))
	if found == nil {
		return ""
	}
	var id string
	if json.Unmarshal([]byte(found[1]), &id) != nil { // it has no quotes, or those of YAML
		plain, _, _ := strings.Cut(found[1], " #")
		id = strings.Trim(plain, " \t\r'")
	}
	if _, _, _, ok := splitID(id); !ok {
		return ""
	}
	return id
}
