package wordpress

import (
	"reflect"
	"testing"
)

func settingsSite(options map[string]string) *Site {
	return siteOf(options, []IndexRow{published(1, "post", "a")})
}

func TestSetting(t *testing.T) {
	stored := map[string]string{
		"php":     php(Object{{"sep", "-"}, {"on", true}, {"types", Object{{"post", Object{{"title", "T"}}}}}}),
		"json":    `{"a":{"b":["x","y"],"n":2,"on":false}}`,
		"text":    "only text",
		"damaged": `a:9:{s:1:"x`,
		"cut":     `{"a":`,
	}
	for _, c := range []struct {
		option string
		path   []string
		want   any
	}{
		{"php", []string{"sep"}, "-"}, {"php", []string{"on"}, true}, {"php", []string{"types", "post", "title"}, "T"}, {"php", []string{"types", "page", "title"}, nil},
		{"php", []string{"sep", "more"}, nil}, {"php", nil, true}, {"php", []string{"types"}, true},
		{"json", []string{"a", "b"}, []any{"x", "y"}}, {"json", []string{"a", "n"}, 2.0}, {"json", []string{"a", "on"}, false}, {"json", []string{"c"}, nil},
		{"text", []string{"a"}, nil}, {"text", nil, nil}, {"damaged", nil, nil}, {"cut", nil, nil}, {"missing", nil, nil},
	} {
		if got := settingsSite(stored).View().Setting(c.option, c.path...); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s %q is %#v, want %#v", c.option, c.path, got, c.want)
		}
	}
}

// An edit of one setting concerns only who asked for it.
func TestTraceOfSettings(t *testing.T) {
	before := map[string]string{"titles": php(Object{{"post", "P"}, {"page", "S"}}), "active_plugins": `a:1:{i:0;s:9:"seo/a.php";}`}
	for name, c := range map[string]struct {
		option, value string
		holds         bool
	}{
		"the setting":        {"titles", php(Object{{"post", "Q"}, {"page", "S"}}), false},
		"the setting goes":   {"titles", php(Object{{"page", "S"}}), false},
		"another setting":    {"titles", php(Object{{"post", "P"}, {"page", "T"}}), true},
		"the plugin goes":    {"active_plugins", "a:0:{}", false},
		"another plugin too": {"active_plugins", `a:2:{i:0;s:9:"seo/a.php";i:1;s:9:"map/b.php";}`, true},
		"nothing is known":   {"active_plugins", "", false},
	} {
		view := settingsSite(before).View()
		view.Setting("titles", "post")
		view.PluginActive("seo")
		after := map[string]string{"titles": before["titles"], "active_plugins": before["active_plugins"]}
		after[c.option] = c.value
		if got := settingsSite(after).Holds(view.Trace()); got != c.holds {
			t.Errorf("%s: the trace holds %v", name, got)
		}
	}
}

func TestPluginActive(t *testing.T) {
	for stored, want := range map[string][2]bool{
		`a:1:{i:0;s:9:"seo/a.php";}`:                     {true, true},
		`a:2:{i:0;s:9:"map/a.php";i:7;s:9:"seo/b.php";}`: {true, true},
		`a:1:{i:0;s:15:"seo-other/a.php";}`:              {false, true},
		`a:0:{}`:                                         {false, true},
		``:                                               {false, false},
		`a:1:{i:0;s:9:"se`:                               {false, false},
	} {
		active, known := settingsSite(map[string]string{"active_plugins": stored}).View().PluginActive("seo")
		if [2]bool{active, known} != want {
			t.Errorf("%q: %v, %v; want %v", stored, active, known, want)
		}
	}
}
