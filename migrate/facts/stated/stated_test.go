package stated

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"wp2pub/migrate/growth"
)

func linesOf(t testing.TB, page string) []Line {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return Lines(root)
}

// said writes what a page states: kind=values, and ? behind what is in doubt.
func said(lines []Line) string {
	var all []string
	for _, one := range Identifiers(lines) {
		text := one.Kind + "=" + strings.Join(one.Values, "+")
		if one.Doubt != "" {
			text += "?"
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

func TestIdentifiers(t *testing.T) {
	for page, want := range map[string]string{
		`<p>ISBN: 978-92-1-130000-0</p>`:                                                                                 "isbn=9789211300000",
		`<p><strong>ISBN:</strong> 978-92-1-130000-0<br>eISBN: 978-0-306-40615-7</p>`:                                    "isbn=9789211300000+9780306406157",
		`<ul><li>ISBN 978-92-1-130000-0 (print)</li><li>ISBN 978-0-306-40615-7 (PDF)</li></ul>`:                          "isbn=9789211300000+9780306406157",
		`<h4>ISBN</h4><p>978-92-1-130000-0</p>`:                                                                          "isbn=9789211300000",
		`<dl><dt>ISBN</dt><dd>978-92-1-130000-0</dd><dt>DOI</dt><dd>10.1000/x</dd></dl>`:                                 "doi=10.1000/x isbn=9789211300000",
		`<table><tr><th>ISBN</th><td><p>978-92-1-130000-0</p></td></tr><tr><td>ISSN</td><td>0378-5955</td></tr></table>`: "isbn=9789211300000 issn=0378-5955",
		`<p>9789211300000</p><p>Call 0306406152</p>`:                                                                     "",
		`<p>ISBN 978-92-1-130000-1</p>`:                                                                                  "",
		`<p>The book, ISBN 978-92-1-130000-0, is out.</p>`:                                                               "isbn=9789211300000?",
		`<p>The books, ISBN 978-92-1-130000-0 and, of the other author whom we like, ISBN 978-0-306-40615-7.</p>`:        "",
		`<p>ISBN 978-92-1-130000-0</p><p>A.</p><p>B.</p><p>C.</p><p>D.</p><p>ISBN 978-0-306-40615-7</p>`:                 "isbn=9789211300000?",
		`<p>DOI: 10.1000/XYZ</p>`:                                                                                        "doi=10.1000/xyz",
		`<p><a href="https://doi.org/10.1000/xyz">https://doi.org/10.1000/xyz</a></p>`:                                   "doi=10.1000/xyz",
		`<p><a href="https://doi.org/10.1000/xyz">DOI</a></p>`:                                                           "doi=10.1000/xyz",
		`<p>Read <a href="https://doi.org/10.1000/xyz">the study</a> on which we build.</p>`:                             "doi=10.1000/xyz?",
		`<p>Suggested citation: Lee, A. (2019). Law. ILO. https://doi.org/10.1000/xyz.</p>`:                              "doi=10.1000/xyz",
		`<p>Zitiervorschlag: Lee (2019), Recht, doi:10.1000/xyz</p>`:                                                     "doi=10.1000/xyz",
		`<p>As 10.1000/a and 10.1000/b show.</p>`:                                                                        "",
		`<p>DOI: 10.1000/own</p><h2>References</h2><ol><li>Lee, doi:10.1000/other</li></ol>`:                             "doi=10.1000/own",
		`<p>Text.</p><h2>References</h2><ol><li>doi:10.1000/other</li></ol>`:                                             "",
		`<p>Text.</p><p><strong>Références</strong></p><p>doi:10.1000/other</p><h2>Contact</h2><p>ISSN 0378-5955</p>`:    "issn=0378-5955",
		`<p>Text.</p><ol class="wp-block-footnotes"><li>doi:10.1000/other</li></ol>`:                                     "",
		`<p>Bibliografía:</p><ul><li>ISBN 978-92-1-130000-0</li></ul>`:                                                   "",
		`<p>DOI: 10.1000/a</p><p>DOI: 10.1000/b</p>`:                                                                     "doi=10.1000/a?",
		`<p>Symbol: A/HRC/37/52</p>`:                                                                                     "un_symbol=A/HRC/37/52",
		`<p>UN Doc. A/HRC/37/52</p>`:                                                                                     "un_symbol=A/HRC/37/52",
		`<p>A/HRC/37/52</p>`:                                                                                             "un_symbol=A/HRC/37/52",
		`<p>Cote : E/CN.15/2014/20</p>`:                                                                                  "un_symbol=E/CN.15/2014/20",
		`<p>Sales No. E.14.V.10</p>`:                                                                                     "un_symbol=E.14.V.10",
		`<p><a href="https://undocs.org/en/A/HRC/37/52">A/HRC/37/52</a></p>`:                                             "un_symbol=A/HRC/37/52",
		`<p>The Assembly adopted A/RES/61/180 and S/RES/2331 (2016).</p>`:                                                "",
		`<p>It follows <a href="https://undocs.org/A/RES/61/180">the resolution</a>.</p>`:                                "",
		`<p>Handle: <a href="http://hdl.handle.net/10665/43542">10665/43542</a></p>`:                                     "handle=10665/43542",
		`<p>Report No. WP-2019/3</p>`:                                                                                    "report_number=WP-2019/3",
		`<p>Report number: none</p>`:                                                                                     "",
		`<figure><img><figcaption>ISBN 978-92-1-130000-0</figcaption></figure>`:                                          "",
		`<script>ISBN 978-92-1-130000-0</script><p>Text</p>`:                                                             "",
		``: "",
	} {
		if got := said(linesOf(t, page)); got != want {
			t.Errorf("%s\nstates %q, wanted %q", page, got, want)
		}
	}
}

func TestLicence(t *testing.T) {
	for page, want := range map[string]string{
		`<p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC</a></p>`:                      "CC-BY-4.0",
		`<p><a rel="noopener license" href="https://example.org/terms">Our terms</a></p>`:                         "Our terms",
		`<p>This work is licensed under <a href="http://creativecommons.org/licenses/by-nc/3.0/igo/">CC</a>.</p>`: "CC-BY-NC-3.0-IGO",
		`<p>Licence: CC BY-SA 4.0</p>`:                                                                               "CC-BY-SA-4.0",
		`<p>Lizenz: Creative Commons Namensnennung 4.0</p>`:                                                          "CC-BY-4.0",
		`<p><b>Licencia</b></p><p>Uso libre con fines educativos</p>`:                                                "Uso libre con fines educativos",
		`<p>Published under a CC BY 4.0 licence.</p>`:                                                                "CC-BY-4.0",
		`<p>Photo: A. Lee, licence: CC BY 2.0</p>`:                                                                   "",
		`<figure><figcaption><a href="https://creativecommons.org/licenses/by/2.0/">CC BY</a></figcaption></figure>`: "",
		`<p>© 2013 ILO. All rights reserved.</p>`:                                                                    "© 2013 ILO. All rights reserved.",
		`<p>© 2013 ILO</p><p>Licence: CC BY 4.0</p>`:                                                                 "CC-BY-4.0 © 2013 ILO",
		`<p>licensed CC BY 4.0</p><p>The data: licensed CC0</p>`:                                                     "CC-BY-4.0?",
		`<p>Licence: CC BY</p><p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">x</a></p>`:     "CC-BY-4.0",
		`<p>Drivers need a licence.</p>`:                                                                             "",
		``:                                                                                                           "",
	} {
		l, ok := LicenceOf(linesOf(t, page))
		got := strings.TrimSpace(fmt.Sprint(l.ID, " ", l.Rights))
		if l.ID == "" {
			got = strings.TrimSpace(fmt.Sprint(l.Name, " ", l.Rights))
		}
		if l.Doubt != "" {
			got += "?"
		}
		if got != want || ok != (want != "") {
			t.Errorf("%s\nstates %q (%v), wanted %q", page, got, ok, want)
		}
	}
}

// TestLongPages holds that the work grows with the page, whatever a page repeats.
func TestLongPages(t *testing.T) {
	for _, piece := range []string{"<p>ISBN 978-92-1-130000-0 ", "doi 10.1000/a ", "<b>References</b><br>", "A/HRC/37/52 ", "<p>Licence: ", `<a href="https://doi.org/10.1000/a">x</a>`, "<p>DOI</p>"} {
		t.Run(piece, func(t *testing.T) {
			growth.Linear(t, 60_000, func(letters int) func() {
				lines := linesOf(t, strings.Repeat(piece, letters/len(piece)))
				return func() {
					Identifiers(lines)
					LicenceOf(lines)
				}
			})
		})
	}
}
