package wordpress

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/finding"
)

// value rebuilds the value of a field that is stored under name; prefix is what comes before the field's own part of
// it. Nothing, an empty text, an empty list and an empty Object all mean that there is no value.
func (r *acfReader) value(f *ACFField, prefix, name string) any {
	if f.loop {
		r.view.Log.Find(finding.Finding{Code: finding.DefinitionLoop, Field: "acf." + r.path[0], Detail: "the definition of " + f.origin + " contains itself"})
		return nil
	}
	r.used[name] = true
	switch f.Type {
	case "group":
		return r.object(f.Fields, name+"_")
	case "clone":
		return r.object(f.Fields, prefix)
	case "repeater":
		return r.repeater(f, name)
	case "flexible_content":
		return r.flexible(f, name)
	}
	return r.leaf(f, r.values[name])
}

// object rebuilds the fields that are stored under a common prefix.
func (r *acfReader) object(fields []*ACFField, prefix string) Object {
	object := Object{}
	for _, f := range fields {
		if f.stem == "" && f.Type != "clone" {
			continue
		}
		leave := r.enter(f.Name)
		v := r.value(f, prefix, prefix+f.stem)
		leave()
		if !isEmpty(v) && lookup(object, f.Name) == nil {
			object = append(object, property{f.Name, v})
		}
	}
	return object
}

func (r *acfReader) repeater(f *ACFField, name string) any {
	stored := r.plain(r.values[name])
	count, ok := wholeNumber(stored)
	if !ok && !isEmpty(stored) {
		return r.misfit(f, stored)
	}
	return r.rows(name+"_", count, r.storedRows(name+"_"), func(_ int64, prefix string) Object {
		return r.withStrays(r.object(f.Fields, prefix), prefix)
	})
}

func (r *acfReader) flexible(f *ACFField, name string) any {
	stored := r.plain(r.values[name])
	chosen := layoutNames(stored)
	if chosen == nil && !isEmpty(stored) {
		return r.misfit(f, stored)
	}
	rows := claimedRows(len(chosen), r.storedRows(name+"_"))
	return r.rows(name+"_", int64(len(chosen)), rows, func(i int64, prefix string) Object {
		row := Object{{"layout", chosen[i]}}
		at := slices.IndexFunc(f.Layouts, func(l ACFLayout) bool { return l.Name == chosen[i] })
		if at < 0 {
			r.find(finding.DefinitionMissing, "no layout "+strconv.Quote(chosen[i])+" is defined in "+f.Key)
			return r.withStrays(row, prefix)
		}
		return r.withStrays(append(row, r.object(f.Layouts[at].Fields, prefix)...), prefix)
	})
}

// padding bounds the rows that a repeater may show beyond those that are stored.
const padding = 100

// rows rebuilds as many rows as WordPress shows: those that the count claims, stored or not. The stored ones are
// numbered as in stored.
func (r *acfReader) rows(prefix string, count int64, stored []int64, row func(i int64, prefix string) Object) any {
	list, empty := []any{}, int64(padding)
	shown := 0
	add := func(upTo int64) {
		for ; int64(len(list)) < upTo && empty > 0; empty-- {
			list = append(list, Object{})
		}
	}
	for _, i := range stored {
		if i >= count {
			break
		}
		add(i)
		list = append(list, row(i, fmt.Sprintf("%s%d_", prefix, i)))
		shown++
	}
	add(count)
	if missing := count - int64(shown); missing > 0 {
		r.find(finding.RowsMissing, fmt.Sprintf("it claims %d rows, %d are stored", count, shown))
	}
	if left := stored[shown:]; len(left) > 0 {
		r.find(finding.RowsLeftOver, fmt.Sprintf("it claims %d rows, %d more are stored", count, len(left)))
		for _, i := range left {
			r.skip(fmt.Sprintf("%s%d_", prefix, i))
		}
	}
	return list
}

// storedRows returns the numbers of the rows of which anything is stored, in ascending order.
func (r *acfReader) storedRows(prefix string) []int64 {
	var rows []int64
	for at := r.firstName(prefix); at < len(r.names) && strings.HasPrefix(r.names[at], prefix); at++ {
		if i, ok := rowNumber(r.names[at][len(prefix):]); ok && !r.roots[r.names[at]] {
			rows = append(rows, i)
		}
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

// claimedRows adds the rows of a flexible content of which nothing is stored but their layout.
func claimedRows(count int, stored []int64) []int64 {
	rows := make([]int64, count)
	for i := range rows {
		rows[i] = int64(i)
	}
	beyond, _ := slices.BinarySearch(stored, int64(count))
	return append(rows, stored[beyond:]...)
}

// skip leaves out the values whose names begin with prefix.
func (r *acfReader) skip(prefix string) {
	for at := r.firstName(prefix); at < len(r.names) && strings.HasPrefix(r.names[at], prefix); at++ {
		r.used[r.names[at]] = true
	}
}

// firstName returns the position of the first name that begins with prefix, or would.
func (r *acfReader) firstName(prefix string) int {
	at, _ := slices.BinarySearch(r.names, prefix)
	return at
}

// rowNumber reads "12_name": a row's number and the name of a field in it.
func rowNumber(s string) (int64, bool) {
	digits, name, ok := strings.Cut(s, "_")
	if !ok || name == "" || len(digits) > 9 || len(digits) > 1 && digits[0] == '0' || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	i, err := strconv.ParseInt(digits, 10, 64)
	return i, err == nil
}

// hasRowNumber reports whether a stored name can be that of a field in a row.
func hasRowNumber(name string) bool {
	for {
		_, rest, ok := strings.Cut(name, "_")
		if !ok {
			return false
		}
		if _, ok := rowNumber(rest); ok {
			return true
		}
		name = rest
	}
}
