package record

import (
	"reflect"

	"wp2pub/migrate/finding"
)

// Repair passes every text of the record through CleanText, and finds TextInvalid for each key of the record under
// which that changed one. The encoders would write the same texts anyway; Repair lets a person know.
func (r *Record) Repair(log *finding.Log) {
	v := reflect.ValueOf(r).Elem()
	for i, name := range structKeys {
		if repair(v.Field(i)) {
			log.Find(finding.Finding{Code: finding.TextInvalid, Field: name,
				Detail: "bytes that are no UTF-8 were replaced by U+FFFD, control characters taken out"})
		}
	}
}

// structKeys are the record's keys in the order of the fields of Record.
var structKeys = []string{"id", "kind", "type", "title", "subtitle", "slug", "status", "language", "issued", "posted", "modified",
	"authors", "publishers", "series", "identifiers", "summary", "subjects", "regions", "terms", "downloads", "editions", "cover",
	"event", "body", "fields", "translations", "relations", "source", "losses", "findings"}

// repair cleans every text below v, which must be settable, and reports whether one changed.
func repair(v reflect.Value) (changed bool) {
	switch v.Kind() {
	case reflect.String:
		clean, dirty := CleanText(v.String())
		if dirty {
			v.SetString(clean)
		}
		return dirty
	case reflect.Struct:
		for i := range v.NumField() {
			changed = repair(v.Field(i)) || changed
		}
	case reflect.Slice:
		for i := range v.Len() {
			changed = repair(v.Index(i)) || changed
		}
	case reflect.Interface:
		switch inner := v.Elem(); inner.Kind() {
		case reflect.String:
			clean, dirty := CleanText(inner.String())
			if dirty {
				v.Set(reflect.ValueOf(clean))
			}
			return dirty
		case reflect.Slice:
			return repair(inner)
		}
	}
	return changed
}

// Note writes the losses and findings of a log into the record, in their order.
func (r *Record) Note(log *finding.Log) {
	for _, l := range log.Losses() {
		r.Losses = append(r.Losses, Loss{Code: string(l.Code), Detail: l.Detail, Count: l.Count})
	}
	for _, f := range log.Findings() {
		r.Findings = append(r.Findings, Finding{Code: string(f.Code), Field: f.Field, Value: f.Value, Confidence: f.Confidence, Detail: f.Detail})
	}
}
