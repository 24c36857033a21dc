package wordpress

import (
	"testing"

	"wp2pub/migrate/finding"
)

func TestTime(t *testing.T) {
	const zero = "0000-00-00 00:00:00"
	for _, test := range []struct {
		zone, offset, local, gmt, want string
		doubt                          finding.Code
	}{
		{"Europe/Vienna", "1", "2017-10-24 09:14:00", "2017-10-24 07:14:00", "2017-10-24T09:14:00+02:00", ""},
		{"Europe/Vienna", "1", "2017-12-24 09:14:00", zero, "2017-12-24T09:14:00+01:00", ""},
		{"Europe/Vienna", "1", "1999-01-01 00:00:00", "2017-10-24 07:14:00", "2017-10-24T09:14:00+02:00", ""}, // GMT decides
		{"Europe/Vienna", "1", "2021-03-28 02:30:00", zero, "2021-03-28T03:30:00+02:00", finding.TimeGap},
		{"America/New_York", "", "2021-03-14 02:00:00", zero, "2021-03-14T03:00:00-04:00", finding.TimeGap},
		{"Pacific/Apia", "", "2011-12-30 12:00:00", zero, "2011-12-31T12:00:00+14:00", finding.TimeGap}, // a whole day left out
		{"Europe/Vienna", "1", "2021-10-31 02:30:00", zero, "2021-10-31T02:30:00+02:00", ""},            // shown twice: the first
		{"Europe/Vienna", "1", "2021-10-31 02:30:00", "2021-10-31 01:30:00", "2021-10-31T02:30:00+01:00", ""},
		{"Australia/Lord_Howe", "", "2021-10-03 02:10:00", zero, "2021-10-03T02:40:00+11:00", finding.TimeGap},
		{"", "5.5", "2013-05-14 09:00:00", zero, "2013-05-14T09:00:00+05:30", ""},
		{"", "-3.5", "2013-05-14 09:00:00", "2013-05-14 12:30:00", "2013-05-14T09:00:00-03:30", ""},
		{"", "5.75", "2013-05-14 09:00:00", zero, "2013-05-14T09:00:00+05:45", ""},
		{"", "0", "2013-05-14 09:00:00", zero, "2013-05-14T09:00:00+00:00", ""},
		{"Nowhere/Atall", "2", "2013-05-14 09:00:00", zero, "2013-05-14T09:00:00+02:00", ""},
		{"Local", "2", "2013-05-14 09:00:00", zero, "2013-05-14T09:00:00+02:00", ""},
		{"UTC", "", "2013-05-14", "", "2013-05-14T00:00:00+00:00", ""},
		{"UTC", "nan", zero, zero, "", ""},
		{"UTC", "1e9", "", "", "", ""},
		{"Europe/Vienna", "1", "9999-12-31 23:59:59", "9999-12-31 23:59:59", "9999-12-31T23:59:59+01:00", finding.DateImpossible},
		{"", "-5", "0000-01-01 01:00:00", "0000-01-01 01:00:00", "0000-01-01T01:00:00-05:00", finding.DateImpossible},
		{"UTC", "", "2013-02-30 09:00:00", zero, "", finding.DateImpossible},
		{"UTC", "", "2013-02-30 09:00:00", "2013-13-01 00:00:00", "", finding.DateImpossible},
		{"UTC", "", "2013-02-20 09:00:00", "2013-02-30 09:00:00", "2013-02-20T09:00:00+00:00", finding.DateImpossible},
		{"UTC", "", "today", zero, "", finding.DateImpossible},
		{"UTC", "", "2013-00-00 00:00:00", zero, "", finding.DateImpossible},
	} {
		v := siteOf(map[string]string{"timezone_string": test.zone, "gmt_offset": test.offset}, nil).View()
		if got := v.Time("posted", test.local, test.gmt); got != test.want {
			t.Errorf("%s%s %s / %s: got %s, want %s", test.zone, test.offset, test.local, test.gmt, got, test.want)
		}
		var doubt finding.Code
		for _, f := range v.Log.Findings() {
			doubt = f.Code
		}
		if doubt != test.doubt {
			t.Errorf("%s%s %s / %s: finding %q, want %q", test.zone, test.offset, test.local, test.gmt, doubt, test.doubt)
		}
	}
}
