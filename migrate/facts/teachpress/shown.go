package teachpress

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

var (
	shortcode = pattern.New(`\[(tplist|tpcloud|tpsearch|tpsingle)(\s[^\]]*)?/?\]`)
	attribute = pattern.New(`([a-z_]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s"'\]]+))`)
)

// Shown returns the publications that a page shows, in the order of the page, each once.
func Shown(content string, view *wordpress.View) []Publication {
	if !strings.Contains(content, "[tp") {
		return nil
	}
	var shown []Publication
	seen := map[string]bool{}
	for _, at := range shortcode.FindAllStringSubmatchIndex(content, -1) {
		if at[0] > 0 && content[at[0]-1] == '[' {
			continue // [[tplist]] shows the shortcode itself
		}
		l := library(view)
		filters := map[string]string{}
		if at[4] >= 0 {
			for _, m := range attribute.FindAllStringSubmatch(html.UnescapeString(content[at[4]:at[5]]), -1) {
				filters[m[1]] = strings.TrimSpace(m[2] + m[3] + m[4] + m[5])
			}
		}
		for _, row := range l.chosen(content[at[2]:at[3]], filters) {
			if id := row["pub_id"]; !seen[id] {
				seen[id] = true
				shown = append(shown, l.publication(row, view))
			}
		}
	}
	return shown
}

// All returns the keys of all publications that the tables hold.
func All(view *wordpress.View) []string {
	var keys []string
	for _, row := range view.Table("teachpress_pub") {
		keys = append(keys, keyOf(row))
	}
	return keys
}

// tables are those of teachPress.
type tables struct {
	publications []wordpress.Row
	tags         map[string]string   // tag_id → name
	tagged       map[string][]string // pub_id → tag_id
	authors      map[string][]string // pub_id → author_id
	users        map[string][]string // pub_id → user
}

func library(view *wordpress.View) tables {
	l := tables{publications: view.Table("teachpress_pub"), tags: map[string]string{}, tagged: map[string][]string{}, authors: map[string][]string{}, users: map[string][]string{}}
	for _, row := range view.Table("teachpress_tags") {
		l.tags[row["tag_id"]] = row["name"]
	}
	for _, row := range view.Table("teachpress_relation") {
		l.tagged[row["pub_id"]] = append(l.tagged[row["pub_id"]], row["tag_id"])
	}
	for _, row := range view.Table("teachpress_rel_pub_auth") {
		l.authors[row["pub_id"]] = append(l.authors[row["pub_id"]], row["author_id"])
	}
	for _, row := range view.Table("teachpress_user") {
		l.users[row["pub_id"]] = append(l.users[row["pub_id"]], row["user"])
	}
	return l
}

// chosen are the rows that a shortcode shows.
func (l tables) chosen(name string, filters map[string]string) []wordpress.Row {
	var rows []wordpress.Row
	if name == "tpsingle" {
		for _, row := range l.publications {
			if key := filters["key"]; key != "" && row["bibtex"] == key || key == "" && row["pub_id"] == filters["id"] {
				return append(rows, row)
			}
		}
		return nil
	}
	for _, row := range l.publications {
		if l.passes(row, filters) {
			rows = append(rows, row)
		}
	}
	order(rows, filters["order"])
	return rows
}

// passes reports whether a row passes the filters of a list. A filter without a value is none.
func (l tables) passes(row wordpress.Row, filters map[string]string) bool {
	id := row["pub_id"]
	year := yearOf(row)
	var names []string
	for _, tag := range l.tagged[id] {
		names = append(names, l.tags[tag])
	}
	for _, f := range []struct {
		name   string
		values []string
		not    bool
	}{
		{"type", []string{row["type"]}, false}, {"exclude_types", []string{row["type"]}, true}, {"year", []string{year}, false},
		{"tag", l.tagged[id], false}, {"tag_name", names, false}, {"exclude_tags", l.tagged[id], true}, {"author", l.authors[id], false},
		{"user", l.users[id], false}, {"include", []string{id}, false}, {"exclude", []string{id}, true},
	} {
		wanted := listed(filters[f.name])
		if len(wanted) > 0 && slices.ContainsFunc(f.values, func(v string) bool { return slices.Contains(wanted, v) }) == f.not {
			return false
		}
	}
	if from, to, ok := strings.Cut(filters["years_between"], "-"); ok {
		return strings.TrimSpace(from) <= year && year <= strings.TrimSpace(to)
	}
	return true
}

func listed(filter string) []string {
	var list []string
	for value := range strings.SplitSeq(filter, ",") {
		if value = strings.TrimSpace(value); value != "" && value != "0" {
			list = append(list, value)
		}
	}
	return list
}

// order sorts rows as the plugin does: by date, the newest first, unless the shortcode says otherwise.
func order(rows []wordpress.Row, by string) {
	if strings.TrimSpace(by) == "" {
		by = "date DESC"
	}
	first, _, _ := strings.Cut(by, ",")
	words := strings.Fields(first)
	column, down := "date", len(words) > 1 && strings.EqualFold(words[1], "DESC")
	if len(words) > 0 && slices.Contains([]string{"title", "year", "bibtex", "type", "date"}, strings.ToLower(words[0])) {
		column = strings.ToLower(words[0])
	}
	value := func(row wordpress.Row) string {
		if column == "year" {
			return yearOf(row)
		}
		return strings.ToLower(row[column])
	}
	slices.SortStableFunc(rows, func(a, b wordpress.Row) int {
		if down {
			a, b = b, a
		}
		return cmp.Compare(value(a), value(b))
	})
}
