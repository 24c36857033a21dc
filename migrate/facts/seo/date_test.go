package seo

import (
	"testing"
	"time"
)

func TestFormatDate(t *testing.T) {
	for _, c := range []struct{ at, format, tag, want string }{
		{"2019-03-01 09:05:07", "F j, Y", "en-US", "March 1, 2019"},
		{"2019-03-22 21:05:07", "l, jS F Y, g:i a", "en-GB", "Friday, 22nd March 2019, 9:05 pm"},
		{"2019-03-12 09:05:07", "D jS M y G:i A", "en", "Tue 12th Mar 19 9:05 AM"},
		{"2019-03-03 09:05:07", "d.m.Y H:i:s", "th", "03.03.2019 09:05:07"},
		{"2019-05-01 00:00:00", `j \d\e F \d\e Y`, "es-ES", "1 de mayo de 2019"},
		{"2019-05-09 00:00:00", "j F Y", "ru-RU", "9 мая 2019"},
		{"2019-05-09 00:00:00", "F Y", "ru-RU", "май 2019"},
		{"2019-05-09 00:00:00", "Y年n月j日", "ja", "2019年5月9日"},
		{"2019-05-09 00:00:00", "F Y", "th", ""},
		{"2019-05-09 00:00:00", "l", "fr", ""},
	} {
		at, err := time.Parse(time.DateTime, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := formatDate(at, c.format, c.tag); got != c.want || ok != (c.want != "") {
			t.Errorf("%s as %q in %s is %q, %v; want %q", c.at, c.format, c.tag, got, ok, c.want)
		}
	}
}
