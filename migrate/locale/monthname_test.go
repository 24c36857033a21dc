package locale

import "testing"

func TestMonthName(t *testing.T) {
	for _, c := range []struct {
		tag       string
		month     int
		besideDay bool
		want      string
	}{
		{"en-US", 5, true, "May"}, {"fr-FR", 2, true, "février"}, {"es", 9, true, "septiembre"}, {"pt-BR", 3, false, "março"}, {"de-AT", 1, true, "Januar"},
		{"it", 5, true, "maggio"}, {"nl", 3, true, "maart"}, {"ru", 5, false, "май"}, {"ru", 5, true, "мая"}, {"uk", 11, true, "листопада"}, {"ar", 1, true, "يناير"},
		{"pl", 2, true, "lutego"}, {"tr", 12, true, "Aralık"}, {"cs", 6, true, "června"}, {"sv-SE", 8, true, "augusti"}, {"da", 10, true, "oktober"}, {"nb-NO", 3, true, ""},
		{"fi", 7, true, "heinäkuuta"}, {"ro", 1, true, "ianuarie"}, {"el", 4, true, "Απριλίου"}, {"id", 8, true, "Agustus"}, {"ca", 1, true, "gener"},
		{"th", 1, true, ""}, {"en", 0, false, ""}, {"en", 13, false, ""}, {"no such language", 1, false, ""},
	} {
		got, ok := MonthName(c.tag, c.month, c.besideDay)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("month %d in %s is %q, %v; want %q", c.month, c.tag, got, ok, c.want)
		}
	}
	// Every line of the table is the one of its language: its months are read back.
	for tag := range monthLines {
		for month := 1; month <= 12; month++ {
			name, _ := MonthName(tag, month, true)
			if read, ok := Month(name); !ok || read != month {
				t.Errorf("%s: %q reads as month %d", tag, name, read)
			}
		}
	}
}
