package mapping

import (
	"strings"
	"testing"
)

func TestBuiltins(t *testing.T) {
	functions := Builtins(testLocale)
	called := map[string]bool{}
	for _, c := range []struct {
		calls string
		given Value
		want  string // of an error: "error: " and a part of it
	}{
		{"trim", "  a b\u00a0", `"a b"`},
		{"trim '.- '", "-- a.b. ", `"a.b"`},
		{"lower", "ÉTÉ", `"été"`},
		{"upper", "année", `"ANNÉE"`},
		{"prefix 'No. '", int64(3), `"No. 3"`},
		{"suffix 20", "x", `"x20"`},
		{"replace a b", "banana", `"bbnbnb"`},
		{"replace '' b", "banana", `"banana"`},
		{"replace '''' \"\"", "it's", `"its"`},
		{"words 3", "one  two\nthree", `"one two three"`},
		{"words 2", "one, two, three", `"one, two …"`},
		{"words 0", "x", "error: no number of words"},
		{"words 1.5", "x", "error: no number of words"},
		{"split ;", " a;b ;; c", `["a", "b", "c"]`},
		{"split ', ' ' and ' ' & '", "ILO, Walk Free and IOM & UN", `["ILO", "Walk Free", "IOM", "UN"]`},
		{"split '-' '--'", "a--b-c", `["a", "b", "c"]`},
		{`split " et " keep "Sources et Solidarités"`, "Réseau Eau et Sources et Solidarités et Sources et Solidarités nouvelles", `["Réseau Eau", "Sources et Solidarités", "Sources", "Solidarités nouvelles"]`},
		{`split ";" " et " keep "Sources et Solidarités"`, "Sources et Solidarités ; Eau et Vie", `["Sources et Solidarités", "Eau", "Vie"]`},
		{`split keep " and "`, "a keep b and c", `["a", "b", "c"]`},
		{"split é", "aébé", `["a", "b"]`},
		{"split ''", "ab", `["ab"]`},
		{"split ;", ";;", "[]"},
		{"join ', '", []Value{"a", int64(2), Object{{Name: "label", Value: "L"}}}, `"a, 2, L"`},
		{"join -", []Value{"a", []Value{"b"}}, `"a-b"`},
		{"join -", []Value{Object{{Name: "x", Value: int64(1)}}}, "error: not an object"},
		{"join -", "a", `"a"`},
		{"first", []Value{"", "a", "b"}, `"a"`},
		{"last", []Value{"a", "b", nil}, `"b"`},
		{"unique", []Value{"a", "b", "a", int64(1), "1", int64(1)}, `["a", "b", 1, "1"]`},
		{"unique", []Value{"Water", "", "water ", Object{{Name: "name", Value: "Water"}}, "été", "ÉTÉ", ""}, `["Water", {name: "Water"}, "été"]`},
		{"year", "janvier–mars 2017", `"2017"`},
		{"year", "2019 (2e éd.)", `"2019"`},
		{"year", "Sommer 2019/2019", `"2019"`},
		{"year", "2017-2019", "error: several years"},
		{"year", "soon, no. 12019", "error: no year"},
		{"year", "a text of 2019 " + strings.Repeat("x", 80), "error: no year"},
		{"number", " 12 ", "12"},
		{"number", "-1,5", "-1.5"},
		{"number", "1,234.5", "error: no number"},
		{"number", "1e3", "error: no number"},
		{"number", "Inf", "error: no number"},
		{"number", strings.Repeat("9", 400), "error: no number"},
		{"number", int64(4), "4"},
		{"integer", "24.00", "24"},
		{"integer", "24.5", "error: no whole number"},
		{"integer", "24 pages", "error: no whole number"},
		{"boolean", "Yes", "true"},
		{"boolean", "0", "false"},
		{"boolean", false, "false"},
		{"boolean", "perhaps", "error: neither"},
		{"text", "<p>A &amp; B</p><p>C<br>D</p>", `"A & B\nC\nD"`},
		{"text", "1 < 2 <em class=\"a>b\">yes</em><script>no</script><!-- no > -->!", `"1 < 2 yes!"`},
		{"text", "a<b", `"a"`},
		{"text", "<style>p{}</style><SCRIPT>x</p></scripty>y</script >z", `"z"`},
		{"text", "&amp;lt;b&amp;gt;", `"&lt;b&gt;"`},
		{"date", "2013", `"2013"`},
		{"date", "2013-05", `"2013-05"`},
		{"date", "20130514", `"2013-05-14"`},
		{"date", "2013-05-14 09:30:00", `"2013-05-14"`},
		{"date", "2013-05-14T09:30:00+02:00", `"2013-05-14"`},
		{"date", "2013-02-30", "error: does not exist"},
		{"date", "2013-00", "error: no date"},
		{"date", "0000-00-00 00:00:00", "error: no date"},
		{"date", "14/05/2013", "error: date d/m/Y"},
		{"date d/m/Y", "14/05/2013", `"2013-05-14"`},
		{"date d/m/Y", "14/05/2013 ", `"2013-05-14"`},
		{"date d/m/Y", "14/13/2013", "error: does not exist"},
		{"date 'F j, Y' 'j M y'", "May 4, 2013", `"2013-05-04"`},
		{"date 'F j, Y' 'j M y'", "4 MAY 85", `"1985-05-04"`},
		{"date 'F j, Y' 'j M y'", "in May", "error: F j, Y or j M y"},
		{"date 'F Y'", "may 2013", `"2013-05"`},
		{"date 'd/m/Y g:i a'", "14/05/2013 3:30 pm", `"2013-05-14"`},
		{"date '\\l\\e d/m/Y'", "le 14/05/2013", `"2013-05-14"`},
		{"date", int64(2013), `"2013"`},
		{"date", "14 mai 2013", "error: no date"},
		{"date 'j F Y'", "14 mai 2013", `"2013-05-14"`},
		{"date 'j F Y' 'F Y'", "mai\u00a02013", `"2013-05"`},
		{"date 'F j, Y'", "May 14, 2013", `"2013-05-14"`},
		{"date 'j \\d\\e F \\d\\e Y'", "14 de mayo de 2013", `"2013-05-14"`},
		{"date 'jS F Y'", "1er août 2014", `"2014-08-01"`},
		{"date 'jS F Y'", "14th May 2013", `"2013-05-14"`},
		{"date 'l, jS F Y'", "Dienstag, 14. Mai 2013", `"2013-05-14"`},
		{"date 'j F Y г.'", "14 мая 2013 г.", `"2013-05-14"`},
		{"date 'j F Y'", "14 كانون الثاني 2013", `"2013-01-14"`},
		{"date Y年Fj日", "2013年5月14日", `"2013-05-14"`},
		{"date 'M Y'", "sept. 2013", `"2013-09"`},
		{"date 'j F Y'", "31 juin 2013", "error: does not exist"},
		{"date 'j F Y'", "14 brumaire 2013", "error: j F Y"},
		{"date DD/MM/YYYY", "14/05/2013", "error: M and M say the same"},
		{"date d/m", "14/05", "error: it has no year"},
		{"date d.Y", "14.2013", "error: a day and no month"},
		{"date 'F Y e'", "14", "error: e has no meaning"},
		{"language", "Französisch", `"fr"`},
		{"language", []Value{"English", "Klingon (tlh)", Object{{Name: "label", Value: "Español"}}}, `error: "Klingon (tlh)" is no language`},
		{"country", "Allemagne", `"DE"`},
		{"country", "Amérique latine", `"419"`},
		{"country en", "Côte d’Ivoire", `"Côte d’Ivoire"`},
		{"country fr", "Germany", `"Allemagne"`},
		{"country Klingon", "Germany", "error: no language in which countries have names"},
		{"country", "Middle-earth", "error: no country"},
		{"match '[0-9]{4}'", "ca. 2013/14", `"2013"`},
		{"match '\\(([^)]*)\\)'", "Report ( draft )", `"draft"`},
		{"match '\\(([^)]*)\\)'", "Report", "error: nothing in"},
		{"match '(a'", "Report", "error: missing closing"},
		{"lower", Object{{Name: "x", Value: "y"}}, "error: takes a text, not an object"},
	} {
		calls, err := parseCalls(c.calls)
		if err != nil {
			t.Fatal(err)
		}
		value := c.given
		for _, call := range calls {
			called[call.name] = true
			var made Call
			if made, err = functions[call.name].with(call.arguments); err == nil {
				value, err = invocation{functions[call.name], made}.apply(nil, value)
			}
		}
		got := written(value)
		if err != nil {
			got = "error: " + err.Error()
		}
		part, wantsError := strings.CutPrefix(c.want, "error: ")
		if wantsError && (err == nil || !strings.Contains(got, part)) || !wantsError && got != c.want {
			t.Errorf("%s of %s: %s, wanted %s", c.calls, written(c.given), got, c.want)
		}
	}
	for name := range functions {
		if !called[name] {
			t.Errorf("no case calls %s", name)
		}
	}
}

func TestPathString(t *testing.T) {
	for _, path := range []Path{{"title"}, {"meta", "a.b"}, {"meta", "a b", "c"}, {"meta", `"`}, {"meta", "it's"}, {"meta", "a|b"}, {"meta", "\f\u00a0"}, {"meta", ""}, {"acf", "naïve-名"}} {
		read, err := parsePipeline(path.String())
		if err != nil || read.path.String() != path.String() || len(read.path) != len(path) || read.path[len(path)-1] != path[len(path)-1] {
			t.Errorf("%s is read as %q, %v", path, read.path, err)
		}
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"publshers", "publishers"}, {"tilte", "title"}, {"Title", "title"}, {"xyz", ""}, {"", ""}, {"publisher", "publishers"},
	} {
		if got, _ := Nearest(c.written, []string{"title", "publishers", "summary"}); got != c.want {
			t.Errorf("nearest to %q is %q, wanted %q", c.written, got, c.want)
		}
	}
}
