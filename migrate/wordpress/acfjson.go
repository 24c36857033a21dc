package wordpress

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// ACFJSON adds field groups that were exported as JSON, or that ACF keeps as JSON in a theme: one group or a list of
// groups; what else such files hold (post types, taxonomies, options pages) is passed over. A group or field that the
// database defines, too, is the database's. It must be called before Build.
func (b *Builder) ACFJSON(data []byte) error {
	b.tally.add("acf-json", nil, string(data))
	v, err := DecodeJSON(data)
	if err != nil {
		return fmt.Errorf("this is no field group exported by ACF: %w", err)
	}
	if o, ok := v.(Object); ok && lookup(o, "key") != nil {
		v = []any{o}
	}
	for _, g := range elements(v) {
		o, ok := g.(Object)
		if !ok {
			return errors.New("this is no field group exported by ACF: an object with key, title and fields is expected, or a list of such")
		}
		if fields := lookup(o, "fields"); fields != nil {
			b.site.acfJSON = append(b.site.acfJSON, jsonGroup(o, fields))
		}
	}
	return nil
}

func jsonGroup(o Object, fields any) acfDefinedGroup {
	order, _ := wholeNumber(lookup(o, "menu_order"))
	active := lookup(o, "active")
	return acfDefinedGroup{
		group: ACFGroup{Key: textOf(lookup(o, "key")), Title: PlainText(textOf(lookup(o, "title"))),
			Active: active == nil || truthy(active), Location: acfLocation(lookup(o, "location")), order: order},
		fields:   jsonFields(fields, "", 0),
		exported: true,
	}
}

// jsonFields reads a list of fields; those of a layout are marked with its key, as they are in the database.
func jsonFields(v any, layout string, depth int) []*acfDefined {
	var fields []*acfDefined
	if depth > acfDepth {
		return nil
	}
	for _, element := range elements(v) {
		o, ok := element.(Object)
		if !ok {
			continue
		}
		d := &acfDefined{key: textOf(lookup(o, "key")), name: textOf(lookup(o, "name")),
			label: PlainText(textOf(lookup(o, "label"))), settings: o}
		if layout != "" {
			d.settings = append(Object{{"parent_layout", layout}}, o...)
		}
		d.fields = jsonFields(lookup(o, "sub_fields"), "", depth+1)
		for _, l := range elements(lookup(o, "layouts")) {
			if l, ok := l.(Object); ok {
				d.fields = append(d.fields, jsonFields(lookup(l, "sub_fields"), textOf(lookup(l, "key")), depth+1)...)
			}
		}
		fields = append(fields, d)
	}
	return fields
}

// DecodeJSON reads a JSON text as plain data, keeping the order of names: nil, bool, int64, float64, string, []any
// and Object. A number that neither int64 nor float64 holds becomes a string.
func DecodeJSON(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	v, err := jsonValue(d, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("at byte %d: text goes on behind the value", d.InputOffset())
	}
	return v, nil
}

func jsonValue(d *json.Decoder, depth int) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, jsonFault(d, err)
	}
	if depth > phpDepth {
		return nil, fmt.Errorf("at byte %d: nested deeper than %d", d.InputOffset(), phpDepth)
	}
	switch token {
	case json.Delim('['):
		return jsonList(d, depth)
	case json.Delim('{'):
		return jsonObject(d, depth)
	}
	if n, ok := token.(json.Number); ok {
		if i, err := strconv.ParseInt(n.String(), 10, 64); err == nil {
			return i, nil
		}
		if f, err := n.Float64(); err == nil {
			return f, nil
		}
		return n.String(), nil
	}
	return token, nil
}

func jsonList(d *json.Decoder, depth int) (any, error) {
	list := []any{}
	for d.More() {
		v, err := jsonValue(d, depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	_, err := d.Token()
	return list, jsonFault(d, err)
}

func jsonObject(d *json.Decoder, depth int) (any, error) {
	object, places := Object{}, map[string]int{}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return nil, jsonFault(d, err)
		}
		v, err := jsonValue(d, depth+1)
		if err != nil {
			return nil, err
		}
		name, _ := token.(string)
		if place, repeated := places[name]; repeated {
			object[place].Value = v
			continue
		}
		places[name] = len(object)
		object = append(object, property{name, v})
	}
	_, err := d.Token()
	return object, jsonFault(d, err)
}

func jsonFault(d *json.Decoder, err error) error {
	if err == nil {
		return nil
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("at byte %d: %w", d.InputOffset(), err)
}
