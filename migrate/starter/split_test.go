package starter

import (
	"testing"

	"wp2pub/migrate/survey"
)

// What parts the names in a text is taken for a separator only where it does not stand inside names, too.
func TestSplitting(t *testing.T) {
	comma, and, semicolon := survey.Separator{Separator: ", "}, survey.Separator{Separator: " y "}, survey.Separator{Separator: ";"}
	with := func(s survey.Separator, change func(*survey.Separator)) survey.Separator {
		change(&s)
		return s
	}
	listed := func(s *survey.Separator) { s.Lists, s.People = 2, 2 }
	bodies := func(s *survey.Separator) { s.Lists, s.Bodies = 2, 2 }
	for name, c := range map[string]struct {
		write func(*site, *survey.Name) *node
		found []survey.Separator
		want  string
	}{
		"commas part persons":                     {writePeople, []survey.Separator{with(comma, listed), with(and, listed)}, `meta.x | split ", " " y "`},
		"commas stand in persons":                 {writePeople, []survey.Separator{with(comma, listed), with(and, listed), with(semicolon, listed)}, `meta.x | split ";"`},
		"inverted persons that semicolons part":   {writePeople, []survey.Separator{with(comma, listed), semicolon}, `meta.x`},
		"commas part bodies":                      {writeBodies, []survey.Separator{with(comma, bodies)}, `meta.x | split ", "`},
		"commas stand in bodies":                  {writeBodies, []survey.Separator{with(comma, listed), with(semicolon, listed)}, `meta.x | split ";"`},
		"commas part bodies that stand elsewhere": {writeBodies, []survey.Separator{with(comma, func(s *survey.Separator) { s.Known = 2 })}, `meta.x | split ", "`},
		"subjects are single words":               {writeNames, []survey.Separator{with(comma, listed)}, `meta.x | split ", "`},
	} {
		n := &survey.Name{Path: "meta.x", Separators: c.found}
		if got := c.write(nil, n).text; got != c.want {
			t.Errorf("%s: %s, wanted %s", name, got, c.want)
		}
	}
}

// Of certain candidates for a date, days go before years; a guess stays behind both.
func TestDaysFirst(t *testing.T) {
	year := func(path string) *survey.Name {
		return &survey.Name{Path: path, Filled: 4, Shapes: []survey.Shape{{Shape: survey.ShapeYear, Count: 4}}}
	}
	day := &survey.Name{Path: "acf.fecha", Filled: 2, Shapes: []survey.Shape{{Shape: survey.ShapeDate, Count: 2}}}
	got := ""
	for _, c := range daysFirst([]candidate{{name: year("acf.anio"), strength: 1}, {name: day, strength: 1}, {name: year("acf.maybe"), strength: 0.5}}) {
		got += c.name.Path + " "
	}
	if want := "acf.fecha acf.anio acf.maybe "; got != want {
		t.Errorf("%s, wanted %s", got, want)
	}
}
