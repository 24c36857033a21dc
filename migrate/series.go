package migrate

import (
	"cmp"
	"fmt"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/facts/series"
	"wp2pub/migrate/record"
)

// setSeries takes a text, a term, or an object of title and number. A number that stands in the text of the series itself goes to its
// own place.
func setSeries(r *assembly, below string, v mapping.Value) error {
	all := elements(v)
	if len(all) == 0 {
		return nil
	}
	switch below {
	case "number":
		r.Series.Number = line(all[0])
	case "title":
		r.Series.Title = line(all[0])
	case "":
		read := seriesOf(all[0])
		r.Series = record.Series{Title: read.Title, Number: read.Number}
	}
	var others []string
	for _, other := range all[1:] {
		if text := line(other); text != "" && text != line(all[0]) {
			others = append(others, text)
		}
	}
	if others != nil {
		return fmt.Errorf("a record belongs to one series; the others, %s, are left out", strings.Join(others, ", "))
	}
	return nil
}

// seriesOf reads a series out of a value.
func seriesOf(v mapping.Value) series.Series {
	if row, ok := v.(mapping.Object); ok {
		title, number := line(inside(row, mapping.Path{"title"})), line(inside(row, mapping.Path{"number"}))
		if number != "" {
			return series.Series{Title: cmp.Or(title, line(inside(row, mapping.Path{"name"}))), Number: number}
		}
	}
	return series.Read(line(v))
}

// seriesFunction splits the text of a series into its title and its number.
func seriesFunction() mapping.Function {
	return mapping.Function{In: mapping.TypeText, Out: mapping.TypeObject,
		Doc: "The series that the text names, as title and number: `Issue paper` and `5` of Issue paper No. 5. A year is no number.",
		Call: func(_ mapping.Item, v mapping.Value, _ []mapping.Value) (mapping.Value, error) {
			return seriesRow(series.Read(v.(string))), nil
		}}
}

// seriesParts are the columns of a series.
var seriesParts = []string{"title", "number"}

// seriesRow is a series as a row; nil: there is none.
func seriesRow(s series.Series) mapping.Value {
	if s == (series.Series{}) {
		return nil
	}
	return mapping.Object{{Name: seriesParts[0], Value: filled(s.Title)}, {Name: seriesParts[1], Value: filled(s.Number)}}
}
