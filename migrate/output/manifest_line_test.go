package output

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// slowLine is a line as encoding/json writes it.
func slowLine(t interface{ Fatal(...any) }, item Item) string {
	var b bytes.Buffer
	lines := json.NewEncoder(&b)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(item); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// checkLine holds the reading of a line against that of encoding/json.
func checkLine(t interface {
	Helper()
	Errorf(string, ...any)
}, line string) {
	t.Helper()
	var want Item
	slow := json.Unmarshal([]byte(line), &want)
	if got, err := readItem(line); (err == nil) != (slow == nil) || err == nil && !reflect.DeepEqual(got, want) {
		t.Errorf("%q is read as\n%+v, %v, and by encoding/json as\n%+v, %v", line, got, err, want, slow)
	}
}

// anyItem draws an item that may stand in a manifest.
func anyItem(t *rapid.T) Item {
	text := rapid.OneOf(rapid.StringMatching(`[a-z./:#-]{0,12}`), rapid.String(), rapid.StringOfN(rapid.SampledFrom([]rune("a\"\\<&é\u2028\ufffd\n\x7f")), 0, 5, -1),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 5), func(b []byte) string { return string(b) }))
	number := rapid.OneOf(rapid.Just(int64(0)), rapid.Int64())
	return Item{ID: text.Draw(t, "id"), Path: text.Draw(t, "path"), Digest: text.Draw(t, "digest"), Size: number.Draw(t, "size"), Offset: number.Draw(t, "offset"),
		Number: int(number.Draw(t, "number")), Wanted: text.Draw(t, "wanted"), Inputs: rapid.SliceOfN(rapid.Byte(), 0, 9).Draw(t, "inputs"),
		Edited: rapid.Bool().Draw(t, "edited"), Was: make([]Part, rapid.IntRange(0, 2).Draw(t, "was"))}
}

// checkItem holds the writing of an item against that of encoding/json.
func checkItem(t interface{ Fatalf(string, ...any) }, item Item, want string) {
	if got, err := appendItem([]byte("before"), &item); err != nil || string(got) != "before"+want {
		t.Fatalf("%+v is written as\n%s%v, and by encoding/json as\n%s", item, got, err, want)
	}
}

func TestManifestLinesAreThoseOfEncodingJSON(t *testing.T) {
	for _, text := range []string{"", "\u2028", "\u2029", "\xff", "\"", "\\", "\n", "\x1f", "\x7f", "<&>", "é", "\ufffd", "\U0001f600", "\ufeff"} {
		for _, item := range []Item{{ID: text}, {Path: text}, {Digest: text}, {Wanted: text}, {Was: []Part{{Path: text}}}} {
			checkItem(t, item, slowLine(t, item))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		item := anyItem(t)
		want := slowLine(t, item)
		checkItem(t, item, want)
		checkLine(t, want)
		at := rapid.IntRange(0, len(want)).Draw(t, "at")
		end := min(len(want), at+rapid.IntRange(0, 3).Draw(t, "away"))
		checkLine(t, want[:at]+rapid.SampledFrom([]string{"", "0", "-", "1", "\"", "\\", " ", ",", "=", "\n", "\xff", "é", "\x00", "{}"}).Draw(t, "instead")+want[end:])
	})
}

func TestOddManifestLines(t *testing.T) {
	const common = `{"id":"a:1","path":"b","digest":"c","size":6,"offset":7,"number":2,"wanted":"d","inputs":"NDFm","edited":true}` + "\n"
	checkLine(t, common)
	for part, instead := range map[string][]string{
		`:6,`:             {`:06,`, `:-6,`, `:-0,`, `:6.0,`, `:6e1,`, `:,`, `: 6,`, `:"6",`, `:null,`, `:9223372036854775807,`, `:9223372036854775808,`, `:00,`, `:0,`},
		`:7,`:             {`:07,`, `:0,`},
		`"a:1"`:           {`"a\u003a1"`, `"a\n1"`, "\"a\n1\"", "\"a\x001\"", "\"a\xff1\"", "\"a\u2028\"", `"é"`, `""`, `null`, `"a`, `"\"`, `"\\"`},
		`"NDFm"`:          {`""`, `"NDF"`, `"NDFm="`, `"ND=="`, `"NE=="`, `"NDF\n"`, `"N_Fm"`, `null`, `[52]`},
		`,"edited":true`:  {``, `,"edited":false`, `,"edited":1`, `,"edited":trueish`, `,"edited":true,"edited":false`, `,"edited" :true`},
		`true}`:           {`true,"was":[{"path":"e"}]}`, `true,"was":"f"}`, `true,"was":null}`, `true,"id":"other"}`, `true,"unknown":{}}`, `true,}`, `true,"WAS":[]}`},
		`e}` + "\n":       {`e}`, `e} ` + "\n", `e}` + "\r\n", `e}}` + "\n", `e` + "\n", `e}` + "\n\n", `e]` + "\n"},
		`{"id"`:           {`{ "id"`, ` {"id"`, `{"ID"`, `[{"id"`, "\ufeff{\"id\""},
		`,"digest":"c"`:   {``, `,"digest":"c","path":"f"`},
		`,"offset":7`:     {``, `,"offset":7,"offset":8`},
		`,"number":2`:     {``, `,"number":0`},
		`,"wanted":"d"`:   {``, `,"wanted":""`},
		`"path":"b","dig`: {`"dig`, `"digest":"c","path":"b","dig`},
	} {
		for _, other := range instead {
			checkLine(t, strings.Replace(common, part, other, 1))
		}
	}
}

// Lines of a common manifest must not need encoding/json.
func TestCommonLinesArePlain(t *testing.T) {
	for _, line := range []string{
		`{"id":"example.org:1","path":"post/hello-world.yaml","digest":"f70d","size":666,"inputs":"NDFm"}`,
		`{"id":"example.org/sub:2#x","path":"صفحة/über.json","digest":"f70d","size":0,"offset":7,"number":2,"wanted":"a/b","edited":true}`,
	} {
		item, ok := readPlainItem(line + "\n")
		if !ok {
			t.Errorf("%s is not read", line)
		}
		if got := slowLine(t, item); strings.TrimSpace(got) != line {
			t.Errorf("%s is read as %s", line, got)
		}
	}
}

func FuzzManifestLine(f *testing.F) {
	f.Add(`{"id":"example.org:1","path":"post/hello-world.yaml","digest":"f70d","size":666,"offset":7,"number":2,"wanted":"a/b","inputs":"NDFm","edited":true}` + "\n")
	f.Add(`{"id":"example.org:1","path":"post/é.yaml","digest":"","size":-0,"inputs":""}` + "\n")
	f.Fuzz(func(t *testing.T, line string) { checkLine(t, line) })
}
