package wordpress

import (
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/growth"
)

// acfSite builds a site out of exported groups and posts of type acf-field-group and acf-field.
func acfSite(t testing.TB, groups string, posts ...IndexRow) *Site {
	t.Helper()
	b := NewBuilder("wp_")
	if groups != "" {
		if err := b.ACFJSON([]byte(groups)); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range posts {
		b.Post(p)
	}
	return b.Build()
}

// stored is a field as the database keeps it; settings are pairs.
func stored(id, parent int64, key, name, fieldType string, settings ...any) IndexRow {
	o := Object{{"type", fieldType}}
	for i := 0; i < len(settings); i += 2 {
		o = append(o, property{settings[i].(string), settings[i+1]})
	}
	return IndexRow{ID: id, Parent: parent, Type: "acf-field", Status: "publish", Name: key, Title: name, Excerpt: name, Content: serialize(o)}
}

func storedGroup(id int64, key, status string) IndexRow {
	return IndexRow{ID: id, Type: "acf-field-group", Status: status, Name: key, Title: key, Content: serialize(Object{{"location", []any{}}})}
}

func codes(log *finding.Log) string {
	var found []string
	for _, f := range log.Findings() {
		found = append(found, string(f.Code)+" "+f.Field)
	}
	return strings.Join(found, ", ")
}

const repeaterGroup = `{"key": "group_r", "title": "R", "fields": [{"key": "field_r", "name": "r", "type": "repeater",
	"sub_fields": [{"key": "field_v", "name": "v", "type": "text"}]}]}`

func TestACFRowsAreNotAllocatedByClaim(t *testing.T) {
	site := acfSite(t, repeaterGroup)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	v := site.View()
	values := v.ACF([]Meta{{"r", "10000000"}, {"_r", "field_r"}, {"r_0_v", "first"}, {"_r_0_v", "field_v"}, {"r_9999999_v", "last"}, {"_r_9999999_v", "field_v"}}, nil)
	runtime.ReadMemStats(&after)
	rows := values[0].Value.([]any)
	if len(rows) != 2+padding {
		t.Errorf("%d rows", len(rows))
	}
	if got := lookup(rows[len(rows)-1].(Object), "v"); got != "last" {
		t.Errorf("the last row holds %v", got)
	}
	if got := codes(v.Log); got != "rows-missing acf.r" {
		t.Errorf("found %s", got)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 1<<20 {
		t.Errorf("took %d bytes", used)
	}
}

func TestACFParentLoop(t *testing.T) {
	site := acfSite(t, "", storedGroup(1, "group_g", "publish"),
		stored(2, 2, "field_self", "self", "repeater"),
		stored(3, 4, "field_a", "a", "group"), stored(4, 3, "field_b", "b", "repeater"))
	v := site.View()
	values := v.ACF([]Meta{{"self", "1"}, {"_self", "field_self"}, {"self_0_self", "1"}, {"_self_0_self", "field_self"}, {"a", ""}, {"_a", "field_a"}, {"a_b", "1"}, {"_a_b", "field_b"}}, nil)
	if !strings.Contains(codes(v.Log), string(finding.DefinitionLoop)) {
		t.Errorf("found %s in %v", codes(v.Log), values)
	}
}

// Twenty groups, each of which clones the next one ten times.
func TestACFClonesDoNotMultiplyWithoutBound(t *testing.T) {
	var groups []string
	for g := range 20 {
		var fields []string
		for f := range 10 {
			fields = append(fields, fmt.Sprintf(`{"key": "field_%d_%d", "name": "f%d", "type": "clone", "clone": ["group_%d"], "display": "group", "prefix_name": 1}`, g, f, f, g+1))
		}
		groups = append(groups, fmt.Sprintf(`{"key": "group_%d", "title": "G", "fields": [%s]}`, g, strings.Join(fields, ",")))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	acfSite(t, "["+strings.Join(groups, ",")+"]")
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 1<<30 {
		t.Errorf("took %d bytes", used)
	}
}

func TestACFIsLinear(t *testing.T) {
	site := acfSite(t, repeaterGroup)
	for _, pair := range map[string]func(i int) (string, string){
		"orphans":     func(i int) (string, string) { return fmt.Sprintf("x%d", i), "field_gone" + fmt.Sprint(i) },
		"rows":        func(i int) (string, string) { return fmt.Sprintf("r_%d_v", i), "field_v" },
		"strays":      func(i int) (string, string) { return fmt.Sprintf("r_%d_w", i), "field_gone" },
		"orphan rows": func(i int) (string, string) { return fmt.Sprintf("o_%d_v", i), "field_gone" },
		"renamed":     func(i int) (string, string) { return fmt.Sprintf("renamed%d", i), "field_r" },
	} {
		growth.Linear(t, 50_000, func(n int) func() {
			meta := []Meta{{"r", "50000"}, {"_r", "field_r"}, {"o", "50000"}, {"_o", "field_o"}}
			for i := range n {
				key, field := pair(i)
				meta = append(meta, Meta{key, "1"}, Meta{"_" + key, field})
			}
			return func() { site.View().ACF(meta, nil) }
		})
	}
}

func TestACFDatabaseWinsOverJSON(t *testing.T) {
	site := acfSite(t, `{"key": "group_g", "title": "JSON", "fields": [{"key": "field_n", "name": "n", "type": "text"}]}`,
		storedGroup(1, "group_g", "acf-disabled"), stored(2, 1, "field_n", "n", "number"))
	v := site.View()
	values := v.ACF([]Meta{{"n", "5"}, {"_n", "field_n"}}, nil)
	if len(values) != 1 || values[0].Value != int64(5) || len(site.ACFGroups()) != 1 {
		t.Errorf("got %v", values)
	}
	if got := codes(v.Log); got != "group-inactive acf.n" {
		t.Errorf("found %s", got)
	}
}

// A group of another key, exported and shown before the stored one, does not define the stored group's field anew.
func TestACFDatabaseFieldWinsOverJSON(t *testing.T) {
	group := storedGroup(1, "group_stored", "publish")
	group.MenuOrder = 5
	site := acfSite(t, `{"key": "group_copy", "title": "A copy", "menu_order": 0, "fields": [{"key": "field_n", "name": "n", "type": "text"}]}`,
		group, stored(2, 1, "field_n", "n", "number"),
		stored(3, 1, "field_c", "c", "clone", "clone", []any{"field_n"}, "prefix_name", int64(1)))
	values := site.View().ACF([]Meta{{"n", "5"}, {"_n", "field_n"}, {"c_n", "6"}, {"_c_n", "field_c_field_n"}}, nil)
	if got := fmt.Sprint(values); got != "[{n field_n n number 5} {c_n field_c_field_n n number 6}]" {
		t.Errorf("got %s", got)
	}
}

// A trashed group defines nothing, a field whose group is deleted still does.
func TestACFLostDefinitions(t *testing.T) {
	site := acfSite(t, "", IndexRow{ID: 1, Type: "acf-field-group", Status: "trash", Name: "group_g__trashed"},
		IndexRow{ID: 2, Parent: 1, Type: "acf-field", Status: "trash", Name: "field_t__trashed", Excerpt: "t"},
		stored(3, 99, "field_lost", "lost", "number"))
	v := site.View()
	values := v.ACF([]Meta{{"t", "1"}, {"_t", "field_t"}, {"lost", "2"}, {"_lost", "field_lost"}}, nil)
	if got := codes(v.Log); got != "definition-missing acf.t" || len(values) != 2 || values[0].Value != int64(2) || values[1].Value != "1" {
		t.Errorf("got %v, found %s", values, got)
	}
	if len(site.ACFGroups()) != 0 {
		t.Errorf("groups %v", site.ACFGroups())
	}
}

// An edited definition wakes the records that use it, and no others.
func TestACFTrace(t *testing.T) {
	definitions := func(label string, extra ...IndexRow) *Site {
		return acfSite(t, "", append([]IndexRow{storedGroup(1, "group_g", "publish"),
			stored(2, 1, "field_c", "c", "select", "choices", Object{{"a", label}}),
			stored(3, 1, "field_r", "r", "repeater"), stored(4, 3, "field_v", "v", "text"),
			storedGroup(5, "group_other", "publish"), stored(6, 5, "field_o", "o", "text")}, extra...)...)
	}
	before := definitions("A")
	uses, others := before.View(), before.View()
	uses.ACF([]Meta{{"c", "a"}, {"_c", "field_c"}, {"gone", "1"}, {"_gone", "field_gone"}}, nil)
	others.ACF([]Meta{{"o", "x"}, {"_o", "field_o"}}, nil)
	for _, c := range []struct {
		what         string
		site         *Site
		uses, others bool
	}{
		{"nothing", definitions("A"), true, true},
		{"a label", definitions("Another"), false, true},
		{"a field that was missing", definitions("A", stored(7, 5, "field_gone", "gone", "text")), false, true},
	} {
		if c.site.Holds(uses.Trace()) != c.uses || c.site.Holds(others.Trace()) != c.others {
			t.Errorf("after a change of %s: %t, %t", c.what, c.site.Holds(uses.Trace()), c.site.Holds(others.Trace()))
		}
	}
}

func TestACFOptionsPages(t *testing.T) {
	b := NewBuilder("wp_")
	if err := b.ACFJSON([]byte(repeaterGroup)); err != nil {
		t.Fatal(err)
	}
	for _, o := range [][2]string{{"footer_r", "1"}, {"_footer_r", "field_r"}, {"footer_r_0_v", "x"}, {"_footer_r_0_v", "field_v"},
		{"options_gone", "y"}, {"_options_gone", "field_gone"}, {"footer_other", "no pair"}} {
		b.Option(o[0], o[1])
	}
	site := b.Build()
	for page, want := range map[string]string{"footer": `[{r field_r   repeater [[{v x}]]}]`, "options": `[{gone field_gone   y}]`, "none": `[]`} {
		v := site.View()
		got := v.ACFOptions(page, nil)
		for i := range got {
			got[i].Label = ""
		}
		if text := fmt.Sprint(got); strings.Join(strings.Fields(text), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%s: got %s, want %s", page, text, want)
		}
		if !site.Holds(v.Trace()) {
			t.Errorf("%s: the answers differ when asked again", page)
		}
	}
}

func TestACFJSONRefused(t *testing.T) {
	for _, text := range []string{``, `{`, `[1]`, `"x"x`, `[[]]`, strings.Repeat("[", 1000) + strings.Repeat("]", 1000)} {
		if err := NewBuilder("wp_").ACFJSON([]byte(text)); err == nil {
			t.Errorf("%.20q was taken", text)
		}
	}
	if err := NewBuilder("wp_").ACFJSON([]byte(`[{"key": "post_type_x", "title": "X"}]`)); err != nil {
		t.Errorf("a post type among the groups: %v", err)
	}
}

func TestDecodeJSON(t *testing.T) {
	v, err := DecodeJSON([]byte(`{"b": [1, 2.5, "x", null, true, 1e400, 12345678901234567890], "a": {}, "b2": 0, "a": 1}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%#v", v); !strings.Contains(got, `Name:"b"`) || strings.Index(got, `"b"`) > strings.Index(got, `"a"`) {
		t.Errorf("the order is lost: %s", got)
	}
	list := lookup(v.(Object), "b").([]any)
	if got := fmt.Sprintf("%#v", list); got != `[]interface {}{1, 2.5, "x", interface {}(nil), true, "1e400", 1.2345678901234567e+19}` {
		t.Errorf("got %s", got)
	}
	if got := lookup(v.(Object), "a"); got != int64(1) {
		t.Errorf("of a repeated name the last value counts, got %v", got)
	}
}

// Whatever a site stores, its values can be shown: no nil, no number that is none, no password, nothing of a draft.
func FuzzACF(f *testing.F) {
	groups := `[{"key": "group_1", "title": "1", "fields": [
		{"key": "field_t", "name": "t", "type": "text"}, {"key": "field_p", "name": "p", "type": "password"}, {"key": "field_n", "name": "n", "type": "number"},
		{"key": "field_c", "name": "c", "type": "select", "choices": {"a": "A"}}, {"key": "field_o", "name": "o", "type": "relationship"},
		{"key": "field_m", "name": "m", "type": "google_map"}, {"key": "field_x", "name": "x", "type": "other"},
		{"key": "field_r", "name": "r", "type": "repeater", "sub_fields": [{"key": "field_q", "name": "p", "type": "password"}, {"key": "field_s", "name": "s", "type": "clone", "clone": ["group_1"], "prefix_name": 1}]},
		{"key": "field_f", "name": "f", "type": "flexible_content", "layouts": [{"key": "l", "name": "l", "sub_fields": [{"key": "field_y", "name": "y", "type": "text"}]}]}]}]`
	for _, seed := range []string{"t=x\n_t=field_t\nr=2\n_r=field_r\nr_0_p=SECRET\n_r_0_p=field_q\nr_1_s_t=y", "f=a:1:{i:0;s:1:\"l\";}\n_f=field_f\nf_0_y=1",
		"x=d:NAN;\n_x=field_x", "o=a:1:{i:0;i:2;}\n_o=field_o", "g_0_a=1\n_g_0_a=field_1\ng=1\n_g=field_2", "p=SECRET\n_p=field_s_field_p", "m=a:1:{s:3:\"lat\";s:1:\"x\";}\n_m=field_m"} {
		f.Add(seed)
	}
	b := NewBuilder("wp_")
	if err := b.ACFJSON([]byte(groups)); err != nil {
		f.Fatal(err)
	}
	b.Post(IndexRow{ID: 2, Type: "post", Status: "draft", Name: "draft", Title: "DRAFT"})
	site := b.Build()
	f.Fuzz(func(t *testing.T, text string) {
		var meta []Meta
		for _, line := range strings.Split(text, "\n") {
			key, value, _ := strings.Cut(line, "=")
			meta = append(meta, Meta{key, value})
		}
		v := site.View()
		values := v.ACF(meta, nil)
		for _, value := range values {
			if isEmpty(value.Value) || value.Type == "password" {
				t.Errorf("%q: nothing to show in %v", text, value)
			}
			if _, err := json.Marshal(value.Value); err != nil {
				t.Errorf("%q: %v", text, err)
			}
			if hasNil(value.Value) {
				t.Errorf("%q: nil in %v", text, value)
			}
			if strings.Contains(fmt.Sprint(value.Value), "DRAFT") && !strings.Contains(text, "DRAFT") {
				t.Errorf("%q: a draft's title in %v", text, value)
			}
		}
		if !site.Holds(v.Trace()) {
			t.Errorf("%q: the answers differ when asked again", text)
		}
	})
}

func hasNil(v any) bool {
	if v == nil {
		return true
	}
	for _, e := range elements(v) {
		if hasNil(e) {
			return true
		}
	}
	return false
}
