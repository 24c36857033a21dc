package wordpress

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
)

func TestUnserialize(t *testing.T) {
	for _, c := range []struct {
		text string
		want any
	}{
		{`N;`, nil},
		{`b:1;`, true},
		{`b:0;`, false},
		{`i:-42;`, int64(-42)},
		{`d:1.25;`, 1.25},
		{`d:1.0E+25;`, 1e25},
		{`d:-INF;`, math.Inf(-1)},
		{`s:0:"";`, ""},
		{`s:5:"café";`, "café"},
		{`s:6:"a";b"c";`, `a";b"c`},
		{`a:0:{}`, []any{}},
		{`a:2:{i:0;s:1:"a";i:1;N;}`, []any{"a", nil}},
		{`a:2:{i:1;s:1:"a";i:0;s:1:"b";}`, Object{{"1", "a"}, {"0", "b"}}},
		{`a:2:{i:0;i:1;i:2;i:3;}`, Object{{"0", int64(1)}, {"2", int64(3)}}},
		{`a:2:{s:1:"x";i:1;s:1:"x";i:2;}`, Object{{"x", int64(2)}}},
		{`a:1:{s:1:"a";a:1:{s:1:"b";a:1:{s:1:"c";d:0.5;}}}`, Object{{"a", Object{{"b", Object{{"c", 0.5}}}}}}},
		{`O:8:"stdClass":0:{}`, Object{}},
		{"O:3:\"Foo\":3:{s:1:\"p\";i:1;s:4:\"\x00*\x00q\";i:2;s:6:\"\x00Foo\x00r\";i:3;}", Object{{"p", int64(1)}, {"q", int64(2)}, {"r", int64(3)}}},
		{`C:11:"ArrayObject":21:{x:i:0;a:0:{};m:a:0:{}}`, `x:i:0;a:0:{};m:a:0:{}`},
		{`E:11:"Suit:Hearts";`, "Hearts"},
		{`a:2:{i:0;s:1:"a";i:1;R:2;}`, []any{"a", "a"}},
		{`a:3:{i:0;O:1:"A":0:{}i:1;r:2;i:2;R:3;}`, []any{Object{}, Object{}, Object{}}},
		{`a:1:{i:0;R:1;}`, []any{nil}},
	} {
		got, err := Unserialize(c.text)
		if err != nil || !reflect.DeepEqual(got.Value, c.want) {
			t.Errorf("%s: got %#v, %v; want %#v", c.text, got.Value, err, c.want)
		}
	}
}

func TestUnserializeDamaged(t *testing.T) {
	for _, c := range []struct{ text, fault string }{
		{``, "at byte 0: the value is cut off"},
		{`hello`, "begins no value"},
		{`s:30:"This is not thirty long";`, "a text is not 30 bytes long"},
		{`s:-1:"";`, "not -1 bytes long"},
		{`s:9223372036854775807:"a";`, "bytes long as it says"},
		{`s:99999999999999999999:"a";`, "no whole number"},
		{`s:1:"ab";`, "bytes long as it says"},
		{`s:1:`, "bytes long as it says"},
		{`s:1:"a"`, `";" is missing`},
		{`b:2;`, "neither 0 nor 1"},
		{`i:1.5;`, "no whole number"},
		{`i:99999999999999999999;`, "no whole number"},
		{`d:0x10;`, "no number"},
		{`i:1;i:2;`, "text goes on"},
		{`a:1:{i:0;i:1;`, `"}" is missing`},
		{`a:2147483647:{i:0;i:1;}`, "a key is missing"},
		{`a:1:{d:1;i:1;}`, "a key is missing"},
		{`a:1:{i:0;R:9;}`, "a reference to value 9"},
		{`a:1:{i:0;R:0;}`, "a reference to value 0"},
		{`C:1:"A":99:{x}`, "bytes long as they say"},
		{`E:1:"A";`, "an enum without a case"},
		{strings.Repeat(`a:1:{i:0;`, 100_000) + `N;` + strings.Repeat(`}`, 100_000), "nested deeper than 200"},
	} {
		if _, err := Unserialize(c.text); err == nil || !strings.Contains(err.Error(), c.fault) {
			t.Errorf("%.40s: got error %v, want %q", c.text, err, c.fault)
		}
	}
}

// Each level of this text holds the one before twice: a hundred bytes a level, and 2^100 values when written out.
func TestUnserializeBoundsReferences(t *testing.T) {
	var text strings.Builder
	const levels = 100
	fmt.Fprintf(&text, `a:%d:{i:0;s:1:"x";`, levels)
	for i := 1; i < levels; i++ { // references take no number: value 2 is the text, value 2+i the list of level i
		fmt.Fprintf(&text, `i:%d;a:2:{i:0;R:%d;i:1;R:%d;}`, i, 1+i, 1+i)
	}
	text.WriteString(`}`)
	got, err := Unserialize(text.String())
	if err != nil {
		t.Fatal(err)
	}
	if n := countNodes(got.Value); n > 10*text.Len() {
		t.Errorf("%d bytes became %d values", text.Len(), n)
	}
	if got.Circles == 0 {
		t.Error("nothing was cut")
	}
}

func countNodes(v any) int {
	n := 1
	for _, e := range elements(v) {
		n += countNodes(e)
	}
	return n
}

func TestUnserializeAllocatesByInput(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 100 {
		_, _ = Unserialize(`a:2000000000:{i:0;a:2000000000:{i:0;s:2000000000:"x";}}`)
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 1<<20 {
		t.Errorf("100 small texts took %d bytes", used)
	}
}

func TestIsSerialized(t *testing.T) {
	for text, want := range map[string]bool{
		`N;`: true, ` N; `: true, `b:1;`: true, `i:5;`: true, `d:1.5E+3;`: true, `s:1:"a";`: true, `a:0:{}`: true,
		`O:8:"stdClass":0:{}`: true, `E:3:"A:B";`: true, "a:1:{i:0;i:1;}\n": true,
		``: false, `N`: false, `hello`: false, `a:b`: false, `i:;`: false, `i:five;`: false, `s:1:a;`: false, `a:{}`: false,
		`C:1:"A":0:{}`: false, `x:1;`: false, `a:0:{} and more`: false, `d:1,5;`: false,
	} {
		if IsSerialized(text) != want {
			t.Errorf("IsSerialized(%q) = %t", text, !want)
		}
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		stored string
		want   any
		code   finding.Code
	}{
		{`plain`, `plain`, ""},
		{`s:18:"a:1:{s:1:"x";i:1;}";`, `a:1:{s:1:"x";i:1;}`, ""}, // serialized twice: WordPress takes one level off
		{"  a:1:{i:0;i:7;}\n", []any{int64(7)}, ""},
		{`a:1:{i:0;s:9:"x";}`, `a:1:{i:0;s:9:"x";}`, finding.SerializedDamaged},
		{`O:8:"WC_Order":1:{s:2:"id";i:7;}`, Object{{"id", int64(7)}}, finding.SerializedObject},
		{`a:1:{i:0;R:1;}`, []any{nil}, finding.SerializedDamaged},
	} {
		var log finding.Log
		if got := Decode(c.stored, "meta.x", &log); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %#v, want %#v", c.stored, got, c.want)
		}
		var code finding.Code
		for _, f := range log.Findings() {
			code = f.Code
		}
		if code != c.code {
			t.Errorf("%s: found %q, want %q", c.stored, code, c.code)
		}
	}
}

// serialize writes plain data as PHP does: an Object as an array, unless it would be read as a list.
func serialize(v any) string {
	switch v := v.(type) {
	case bool:
		if v {
			return "b:1;"
		}
		return "b:0;"
	case int64:
		return fmt.Sprintf("i:%d;", v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return "d:" + presentable(v).(string) + ";"
		}
		return "d:" + strconv.FormatFloat(v, 'G', -1, 64) + ";"
	case string:
		return fmt.Sprintf(`s:%d:"%s";`, len(v), v)
	case []any:
		var text strings.Builder
		for i, e := range v {
			fmt.Fprintf(&text, "i:%d;%s", i, serialize(e))
		}
		return fmt.Sprintf("a:%d:{%s}", len(v), text.String())
	case Object:
		var text strings.Builder
		list := true
		for i, p := range v {
			list = list && p.Name == strconv.Itoa(i)
			text.WriteString(serialize(p.Name) + serialize(p.Value))
		}
		if list {
			return fmt.Sprintf(`O:8:"stdClass":%d:{%s}`, len(v), text.String())
		}
		return fmt.Sprintf(`a:%d:{%s}`, len(v), text.String())
	}
	return "N;"
}

// Whatever is read stays in proportion to the text; and what is read, written again and read once more, is the same.
func FuzzUnserialize(f *testing.F) {
	for _, seed := range []string{
		`a:2:{s:1:"a";i:1;s:1:"b";a:1:{i:0;d:1.5;}}`, `O:8:"stdClass":1:{s:1:"a";b:1;}`, `a:2:{i:0;a:0:{}i:1;R:2;}`,
		`C:1:"A":1:{x}`, `E:3:"A:B";`, `s:3:"a"b";`, `a:99:{`, `d:NAN;`, `a:2:{i:0;R:1;i:1;r:1;}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := Unserialize(text)
		if err != nil {
			return
		}
		if n := countNodes(got.Value); n > 2*phpCopies+4*len(text) {
			t.Errorf("%d bytes became %d values", len(text), n)
		}
		again, err := Unserialize(serialize(got.Value))
		if err != nil || fmt.Sprintf("%#v", again.Value) != fmt.Sprintf("%#v", got.Value) {
			t.Errorf("%q: %#v came back as %#v, %v", text, got.Value, again.Value, err)
		}
	})
}

// In a database whose UTF-8 was encoded twice, lengths fit what a serialized text was before.
func TestUnserializeEncodedTwice(t *testing.T) {
	for stored, want := range map[string]string{
		`a:1:{i:0;s:3:"CÃ©";}`:        "Cé",
		"s:8:\"â€œx\u0081â€\u009d\";": "", // the bytes in quotes are no UTF-8
		"s:7:\"â€œxâ€\u009d\";":       "“x”",
		`s:5:"CÃ©";`:                  "CÃ©", // the lengths fit as they are: it is text
	} {
		got, err := Unserialize(stored)
		value := got.Value
		if list, ok := value.([]any); ok {
			value = list[0]
		}
		if want == "" && err == nil || want != "" && value != any(want) {
			t.Errorf("%s: got %v, %v, want %q", stored, got.Value, err, want)
		}
		if got.Twice != (err == nil && want != "CÃ©") {
			t.Errorf("%s: twice is %v", stored, got.Twice)
		}
	}
	log := &finding.Log{}
	if got := Decode(`s:2:"Ã©";`, "meta.x", log); got != "é" || len(log.Findings()) != 1 || log.Findings()[0].Code != finding.EncodingDoubtful {
		t.Errorf("got %v, %v", got, log.Findings())
	}
	broken := `s:3:"Ã©è";`
	if _, err := Unserialize(broken); err == nil {
		t.Errorf("%s fits no lengths and was read", broken)
	}
}
