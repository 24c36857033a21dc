package survey

import "testing"

func TestShapes(t *testing.T) {
	cases := map[string][]any{
		ShapeBool:     {true, false},
		ShapeYear:     {int64(2013), "1999", " 2024 "},
		ShapeDate:     {"2013-05-14", "20130514", "2013-05", "14/05/2013", "14.5.2013", "05/14/2013", "2013-05-14 09:00:00", "2013-05-14T09:00:00+02:00", "14 mai 2013", "1er mars 2020", "14 de mayo de 2013", "14. Mai 2013", "May 14, 2013", "мая 2013", "14 мая 2013", "2013年5月14日", "05/2013", "Sept. 2013"},
		ShapeNumber:   {int64(356), 4.5, "356", "12.5", "1,234,567", "1 234 567", "-3", "150000", "99999999", "9783161484101", "1700000009"},
		ShapeISBN:     {"978-92-1-130222-6", "9783161484100", "ISBN 978-3-16-148410-0", "0-306-40615-2", "3-16-148410-X", "ISBN-13: 978-3-16-148410-0", "isbn 978–3–16–148410–0", "978-3-16-148410-1"},
		ShapeISSN:     {"0378-5955", "ISSN 2434-561X", "eISSN: 0378-5955"},
		ShapeDOI:      {"10.1000/182", "https://doi.org/10.1000/tip.0", "doi:10.1000/182"},
		ShapeUNSymbol: {"A/RES/55/25", "E/2002/68/Add.1", "CTOC/COP/WG.4/2018/2", "CEDAW/C/GC/38", "S/2021/570"},
		ShapeLanguage: {"fr", "en_US", "pt-BR", "French", "français", "Español", "русский", "العربية", "中文", "Deutsch", "EN", "Portuguese (Brazil)"},
		ShapeCountry:  {"Jordan", "Allemagne", "Südafrika", "Latin America", "Amérique latine", "Россия", "مصر", "AT", "日本"},
		ShapeEmail:    {"info@example.org", "j.o'connor@post.example.co.uk", "büro@exämple.org"},
		ShapeDocument: {"https://example.org/a/report.pdf", "http://example.org/x.DOCX?dl=1"},
		ShapeImage:    {"https://example.org/cover.jpg", "https://example.org/icon.svg#a"},
		ShapeURL:      {"https://example.org/", "http://example.org/page?id=1"},
		ShapePerson:   {"Anne T. Gallagher", "J. O’Connor", "Ольга Петрова", "Gallagher, Anne", "Ludwig van Beethoven", "María José García López", "Nguyễn Văn A"},
		ShapeHTML:     {"<p>Text</p>", `Read <a href="x">this</a>`, "a<br/>b"},
		ShapeText:     {"OHCHR", "no", "Report on the state of things", "N/A", "Smith, John; Doe, Jane", "#1e73be", "international report 2013"},
		ShapeLong:     {string(make([]rune, 0)) + repeat("word ", 60)},
		ShapeOther:    {`{"a":1}`, "15:30:00", "—", nil},
	}
	for shape, values := range cases {
		for _, value := range values {
			if got := shapeOf(value); got != shape {
				t.Errorf("%#v is %s, want %s", value, got, shape)
			}
		}
	}
}

func repeat(word string, n int) string {
	text := ""
	for range n {
		text += word
	}
	return text
}
