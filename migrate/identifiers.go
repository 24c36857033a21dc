package migrate

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/facts/identifier"
	"wp2pub/migrate/finding"
)

// setIdentifiers takes a value of one kind, or a group of kinds, and gives each identifier its one form.
func setIdentifiers(r *assembly, below string, v mapping.Value) error {
	if below != "" {
		r.identify(below, v)
		return nil
	}
	if node, ok := v.(pageIdentifiers); ok {
		v = node.object()
	}
	group, ok := v.(mapping.Object)
	if !ok {
		return fmt.Errorf("a group of identifiers is expected, or a target such as identifiers.isbn")
	}
	for _, member := range group {
		r.identify(member.Name, member.Value)
	}
	return nil
}

// identify adds identifiers of a kind: a text where there is one, else a list. What is none stays as it is found, with a finding.
func (r *assembly) identify(name string, v mapping.Value) {
	var all []mapping.Value
	kind := identifier.KindOf(name)
	for _, text := range identifierTexts(v) {
		values, beside := identifier.Read(kind, text)
		for _, one := range values {
			if one.Err != nil {
				r.log.Find(finding.Finding{Code: finding.IdentifierInvalid, Field: "identifiers." + name, Value: shorten(one.Text), Detail: one.Err.Error()})
			}
			if !slices.Contains(all, mapping.Value(one.Text)) {
				all = append(all, one.Text)
			}
		}
		if beside != "" {
			r.log.Find(finding.Finding{Code: finding.IdentifierWords, Field: "identifiers." + name, Value: shorten(text), Detail: "beside: " + shorten(beside)})
		}
	}
	switch len(all) {
	case 0:
	case 1:
		r.Identifiers = with(r.Identifiers, name, all[0])
	default:
		r.Identifiers = with(r.Identifiers, name, all)
	}
}

// identifierTexts are the texts of a value that holds identifiers: of a link its address, of rows each.
func identifierTexts(v mapping.Value) []string {
	var all []string
	for _, element := range elements(v) {
		if address := line(inside(element, mapping.Path{"url"})); address != "" {
			all = append(all, address)
			continue
		}
		if text := line(element); text != "" {
			all = append(all, text)
		}
	}
	return all
}

// publicationFunctions take identifiers, a series, a licence out of texts.
func publicationFunctions() map[string]mapping.Function {
	all := map[string]mapping.Function{"series": seriesFunction(), "licence": licenceFunction()}
	for _, kind := range identifier.Kinds() {
		all[kind.Name] = mapping.Function{In: mapping.TypeText, Out: mapping.TypeTexts, Doc: kind.Doc,
			Call: func(_ mapping.Item, v mapping.Value, _ []mapping.Value) (mapping.Value, error) {
				found := identifier.Find(kind.Name, v.(string))
				if values, beside := identifier.Read(kind.Name, v.(string)); found == nil && len(values) == 1 && values[0].Err == nil && beside == "" {
					found = []string{values[0].Text} // the text is one
				}
				if found == nil {
					return nil, fmt.Errorf("there is no %s in it that checks", strings.ReplaceAll(kind.Name, "_", " "))
				}
				return listOf(found), nil
			}}
	}
	return all
}
