package wordpress

import (
	"math"
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/finding"
)

// plain reads what is stored as plain data.
func (r *acfReader) plain(stored any) any {
	if s, ok := stored.(string); ok {
		stored = Decode(s, r.field(), r.view.Log)
	}
	return presentable(stored)
}

// leaf rebuilds the value of a field that holds no other fields.
func (r *acfReader) leaf(f *ACFField, stored any) any {
	convert, known := acfType(f.Type)
	if known && convert == nil {
		if f.Type == "password" && !isEmpty(stored) {
			r.find(finding.SecretWithheld, "the value of a password field")
		}
		return nil
	}
	v := r.plain(stored)
	if isEmpty(v) || !known {
		return v
	}
	if s, ok := v.(string); ok && s == stored && IsSerialized(s) {
		return v // damaged, and reported as such
	}
	if converted, ok := convert(r, f, v); ok {
		return converted
	}
	return r.misfit(f, v)
}

// misfit reports a value that does not fit its definition, and leaves it what it is.
func (r *acfReader) misfit(f *ACFField, v any) any {
	r.view.Log.Find(finding.Finding{Code: finding.TypeMismatch, Field: r.field(), Value: shortened(textOf(v)),
		Detail: "not what a field of type " + f.Type + " holds"})
	return v
}

// shortened is the beginning of a text, long enough to know it by.
func shortened(s string) string {
	const most = 80
	for i := range s {
		if i > most {
			return s[:i] + "…"
		}
	}
	return s
}

// acfConversion makes the value of a field of plain data that is not empty; false: they do not fit.
type acfConversion func(r *acfReader, f *ACFField, v any) (any, bool)

// acfType returns how the values of a type are made. A known type without a conversion has no value that leaves; an
// unknown one comes from another plugin.
func acfType(name string) (convert acfConversion, known bool) {
	switch name {
	case "text", "textarea", "email", "color_picker":
		return asText, true
	case "url", "oembed":
		return asURL, true
	case "wysiwyg":
		return asRichText, true
	case "number", "range":
		return asNumber, true
	case "true_false":
		return asTruth, true
	case "select", "checkbox", "radio", "button_group":
		return asChoice, true
	case "date_picker":
		return asDate, true
	case "date_time_picker":
		return asDateTime, true
	case "time_picker":
		return asTime, true
	case "link":
		return asLink, true
	case "icon_picker":
		return asIcon, true
	case "google_map":
		return asPlace, true
	case "image", "file", "gallery":
		return asMedia, true
	case "post_object", "relationship":
		return asPosts, true
	case "page_link":
		return asPages, true
	case "taxonomy":
		return asTerms, true
	case "user":
		return asUsers, true
	case "password", "message", "tab", "accordion", "separator":
		return nil, true
	}
	return nil, false
}

// asText takes any scalar for its text.
func asText(_ *acfReader, _ *ACFField, v any) (any, bool) { return textOf(v), isScalar(v) }

// asRichText lets the caller render the text of an editor.
func asRichText(r *acfReader, _ *ACFField, v any) (any, bool) {
	if !isScalar(v) {
		return nil, false
	}
	if r.rich == nil {
		return textOf(v), true
	}
	return r.rich(r.field(), textOf(v)), true
}

// asNumber reads a decimal number, whole where it can be. A whole number that int64 does not hold would lose digits.
func asNumber(_ *acfReader, _ *ACFField, v any) (any, bool) {
	if n, ok := wholeNumber(v); ok {
		return n, true
	}
	s := strings.TrimSpace(textOf(v))
	n, err := strconv.ParseFloat(s, 64)
	whole := strings.Trim(s, "0123456789+-") == ""
	if err != nil || whole || math.IsInf(n, 0) || strings.Trim(s, "0123456789.eE+-") != "" {
		return nil, false
	}
	return n, true
}

func asTruth(_ *acfReader, _ *ACFField, v any) (any, bool) {
	switch textOf(v) {
	case "1":
		return true, true
	case "0":
		return false, true
	}
	return false, v == false
}

// asDate reads the Ymd of a date picker, and the ISO date that older ones stored.
func asDate(_ *acfReader, _ *ACFField, v any) (any, bool) {
	for _, layout := range []string{"20060102", time.DateOnly} {
		if t, err := time.Parse(layout, textOf(v)); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	return nil, false
}

func asDateTime(_ *acfReader, _ *ACFField, v any) (any, bool) {
	_, err := time.Parse(time.DateTime, textOf(v))
	return v, err == nil
}

func asTime(_ *acfReader, _ *ACFField, v any) (any, bool) {
	_, err := time.Parse(time.TimeOnly, textOf(v))
	if err != nil {
		_, err = time.Parse("15:04", textOf(v))
	}
	return v, err == nil
}

// asChoice gives what was chosen, with its label if the field has labels at all.
func asChoice(r *acfReader, f *ACFField, v any) (any, bool) {
	return r.each(f, v, func(v any) (any, bool) {
		value := textOf(v)
		if !f.labelled || value == "" {
			return value, isScalar(v)
		}
		label := value
		for _, c := range f.Choices {
			if c.Value == value {
				label = c.Label
				break
			}
		}
		return Object{{"value", value}, {"label", label}}, true
	})
}

// asPlace reads the array of a map field: texts, and numbers where they are.
func asPlace(r *acfReader, f *ACFField, v any) (any, bool) {
	o, ok := v.(Object)
	place := Object{}
	for _, p := range o {
		value := p.Value
		switch p.Name {
		case "lat", "lng", "zoom":
			if n, ok := asNumber(r, f, value); ok {
				value = n
			}
		default:
			if isScalar(value) {
				value = textOf(value)
			}
		}
		if !isEmpty(value) {
			place = append(place, property{p.Name, value})
		}
	}
	return place, ok
}

// each converts the elements of a list, or a single value; a field of several values always gives a list, any other
// a list only where several are stored.
func (r *acfReader) each(f *ACFField, v any, one func(any) (any, bool)) (any, bool) {
	items := []any{v}
	if list := elements(v); list != nil {
		items = list
	}
	list := []any{}
	for _, item := range items {
		if isEmpty(item) {
			continue
		}
		converted, ok := one(item)
		if !ok {
			converted = r.misfit(f, item)
		}
		if !isEmpty(converted) {
			list = append(list, converted)
		}
	}
	switch {
	case f.Multiple || len(list) == 0:
		return list, true
	case len(list) > 1:
		return r.misfit(f, list), true
	}
	return list[0], true
}
