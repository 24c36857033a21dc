package starter

import (
	"strings"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/survey"
)

// TestFormats holds that every form of a date is read, and in which order one that allows two is meant.
func TestFormats(t *testing.T) {
	for _, c := range []struct {
		dates, others, language string
		want                    string
	}{
		{"05/2015; mai 2015; 12/01/2015", "", "fr", "m/Y, F Y, d/m/Y"},
		{"2015; 2015-05", "", "fr", ""},
		{"12/01/2015", "13/01/2016", "en-US", "d/m/Y"}, // another field shows the order
		{"12/01/2015", "01/13/2016", "fr", "m/d/Y"},
		{"12/01/2015; 25/01/2015", "01/13/2016; 01/14/2016", "en-US", "d/m/Y"}, // the field itself does
		{"12/01/2015", "", "en-US", "m/d/Y"},
		{"12/01/2015", "", "fr", "d/m/Y"},
	} {
		s := newSite(&survey.Survey{Language: c.language, Zone: "America/New_York", Names: []survey.Name{
			{Path: "acf.date", Dates: strings.Split(c.dates, "; ")}, {Path: "acf.other", Dates: strings.Split(c.others, "; ")}}}, migrate.Vocabulary())
		if got := strings.Join(s.formats(&s.Names[0]), ", "); got != c.want {
			t.Errorf("%s beside %q in %s: %s, wanted %s", c.dates, c.others, c.language, got, c.want)
		}
	}
}
