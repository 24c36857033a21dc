package export

import (
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/record"
)

// redirectsEncoder writes where the pages of the old site went: a CSV of the columns from, to and id. From is what
// followed the host in an address of the old site, to the file of the record below the output.
//
// What led to a page leads on to its record, also where another record once had that address. A path that would lead to
// several records leads to none, and is told of. The draft holds the claims of all records; of each path a digest is
// kept, to know it again.
type redirectsEncoder struct {
	draft   *csv.Writer
	claims  map[[16]byte]claims
	written int
	shared  int      // paths that would lead to several records
	some    []string // the first few of them
}

// claims counts the records that claim a path.
type claims struct {
	now, once uint32
	told      bool // that they are several
}

// leads reports whether a path leads to a record that claims it.
func (c claims) leads(once bool) bool {
	if once {
		return c.now == 0 && c.once == 1
	}
	return c.now == 1
}

// several reports whether a path would lead to several records.
func (c claims) several() bool { return c.now > 1 || c.now == 0 && c.once > 1 }

func newRedirects(w io.Writer) Encoder {
	return &redirectsEncoder{draft: csv.NewWriter(w), claims: map[[16]byte]claims{}}
}

const onceThere = "once" // in the draft: the record had this path under an earlier slug

// Add implements Encoder.
func (e *redirectsEncoder) Add(r *record.Record) error {
	now, once := pathsOf(&r.Source)
	for _, path := range now {
		c := e.claims[digestOf(path)]
		c.now++
		if err := e.claim(path, r.ID, "", c); err != nil {
			return err
		}
	}
	for _, path := range once {
		c := e.claims[digestOf(path)]
		c.once++
		if err := e.claim(path, r.ID, onceThere, c); err != nil {
			return err
		}
	}
	return nil
}

func (e *redirectsEncoder) claim(path, id, when string, c claims) error {
	e.claims[digestOf(path)] = c
	return e.draft.Write([]string{path, id, when})
}

func digestOf(path string) [16]byte {
	sum := sha256.Sum256([]byte(path))
	return [16]byte(sum[:])
}

// End implements Encoder.
func (e *redirectsEncoder) End() error {
	e.draft.Flush()
	return e.draft.Error()
}

// Complete implements Completer.
func (e *redirectsEncoder) Complete(draft io.Reader, to io.Writer, path func(id string) string) error {
	in, out := csv.NewReader(draft), csv.NewWriter(to)
	if err := out.Write([]string{"from", "to", "id"}); err != nil {
		return err
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		from, id := row[0], row[1]
		switch c := e.claims[digestOf(from)]; {
		case c.leads(row[2] == onceThere):
			e.written++
			if err := out.Write([]string{from, path(id), id}); err != nil {
				return err
			}
		case c.several() && !c.told:
			c.told = true
			e.claims[digestOf(from)] = c
			e.shared++
			if len(e.some) < 3 {
				e.some = append(e.some, from)
			}
		}
	}
	out.Flush()
	return out.Error()
}

// Tally implements Encoder.
func (e *redirectsEncoder) Tally() (int, []string) {
	if e.shared == 0 {
		return e.written, nil
	}
	text := "1 path leads to several records and is left out: "
	if e.shared > 1 {
		text = fmt.Sprintf("%d paths lead to several records and are left out: ", e.shared)
	}
	text += strings.Join(e.some, ", ")
	if more := e.shared - len(e.some); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return e.written, []string{text}
}

// pathsOf returns the paths that lead to a post now, and those that did under earlier slugs, each once.
func pathsOf(o *record.Origin) (now, once []string) {
	permalink := pathOf(o.Permalink)
	root := strings.TrimSuffix(pathOf(o.Site), "/") + "/"
	add := func(list *[]string, path string) {
		if path != "" && !slices.Contains(now, path) && !slices.Contains(once, path) {
			*list = append(*list, path)
		}
	}
	add(&now, permalink)
	if o.PostID > 0 {
		id := strconv.FormatInt(o.PostID, 10)
		add(&now, root+"?p="+id)
		switch o.PostType {
		case "post", "attachment", "":
		case "page":
			add(&now, root+"?page_id="+id)
		default:
			add(&now, root+"?post_type="+url.QueryEscape(o.PostType)+"&p="+id)
		}
	}
	for _, slug := range o.OldSlugs {
		add(&once, withSlug(permalink, o.Slug, slug))
	}
	return now, once
}

// pathOf is what follows the host in an address, without the fragment.
func pathOf(address string) string {
	address, _, _ = strings.Cut(address, "#")
	_, rest, found := strings.Cut(address, "://")
	if !found {
		return ""
	}
	at := strings.IndexAny(rest, "/?")
	switch {
	case at < 0:
		return "/"
	case rest[at] == '?':
		return "/" + rest[at:]
	}
	return rest[at:]
}

// withSlug is a path in which another slug stands for the last one; empty where the path has none.
func withSlug(path, slug, other string) string {
	if slug == "" || other == "" || strings.Contains(path, "?") {
		return ""
	}
	lower := smallLetters(path) // the digits of encoded characters are written either way
	for end := len(lower); ; {
		at := strings.LastIndex(lower[:end], "/"+smallLetters(slug))
		if at < 0 {
			return ""
		}
		rest := path[at+1+len(slug):]
		if rest == "" || strings.ContainsRune("/.-_", rune(rest[0])) {
			return path[:at+1] + other + rest
		}
		end = at
	}
}

// smallLetters makes letters of ASCII small; a text keeps its length.
func smallLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
