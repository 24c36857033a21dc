package mapping

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
)

// JSONSchema describes the language as a JSON Schema (draft 2020-12), so that editors complete and check a mapping
// while it is written. It accepts every mapping that Parse accepts with the same vocabulary; what a schema cannot
// say, such as whether a function exists, only Parse checks.
func JSONSchema(v Vocabulary) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(schema(v)); err != nil {
		panic("mapping: the JSON Schema of the language cannot be written: " + err.Error()) // plain maps and texts
	}
	return b.Bytes()
}

// shape is a piece of a JSON Schema.
type shape = map[string]any

func ref(name string) shape { return shape{"$ref": "#/$defs/" + name} }

func documented(doc string, s shape) shape {
	s["description"] = doc
	return s
}

// closed is an object with these members only.
func closed(members shape, required ...string) shape {
	s := shape{"type": "object", "properties": members, "additionalProperties": false}
	if required != nil {
		s["required"] = required
	}
	return s
}

// oneOrMany is a value, or a list of them.
func oneOrMany(s shape) shape {
	return shape{"anyOf": []any{s, shape{"type": "array", "items": s, "uniqueItems": true}}}
}

func choice(of ...string) shape { return shape{"enum": of} }

func schema(v Vocabulary) shape {
	text := shape{"type": "string", "minLength": 1}
	return shape{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                "wp2pub mapping",
		"type":                 "object",
		"additionalProperties": false,
		"properties": shape{
			"version":       documented("The version of the language.", shape{"enum": []any{1, "1"}}),
			"include":       documented("Files whose lists, tables, kinds, … this one shares, by their paths from this one.", oneOrMany(text)),
			"site":          documented("Host and path that begin the ids of the records: icat.example.org.", text),
			"statuses":      documented("The statuses of posts that may leave. Without it: publish.", ref("statuses")),
			"unmapped":      documented("What becomes of posts whose type no rule speaks of.", choice(string(Report), string(Take), string(Fail))),
			"path":          documented("Where the files of records stand. Without it: {kind}/{slug}.", ref("path")),
			"personal_data": personalSchema(),
			"shortcodes": documented("What becomes of shortcodes, by name or pattern (vc_*): unwrap, drop, keep, or an HTML template.", shape{"type": "object",
				"propertyNames":        shape{"pattern": `^[^\[\]<>&/='"\s]+$`},
				"additionalProperties": shape{"anyOf": []any{choice(string(UnwrapShortcode), string(DropShortcode), string(KeepShortcode)), shape{"type": "string", "pattern": "[<{]"}}}}),
			"lists":    documented("Lists for `only:` and `except:`, each under its name.", shape{"type": "object", "additionalProperties": oneOrMany(ref("scalar"))}),
			"tables":   documented("Tables for `map:`, each under its name: values and what stands in their place.", shape{"type": "object", "additionalProperties": shape{"type": "object"}}),
			"defaults": documented("What every kind fills unless it sets it itself.", ref("fields")),
			"records": documented("What becomes a record, by kind.", shape{"type": "object", "minProperties": 1,
				"propertyNames": shape{"pattern": `^(\*|[a-z0-9]([a-z0-9_-]*[a-z0-9])?)$`}, "additionalProperties": ref("kind")}),
			"exclude": documented("What is left out, before any kind is asked.", oneOrMany(ref("excluded"))),
		},
		"$defs": shape{
			"scalar":     shape{"type": []any{"string", "number", "boolean"}},
			"statuses":   oneOrMany(shape{"type": "string", "examples": knownStatuses}),
			"conditions": shape{"type": "object", "minProperties": 1, "additionalProperties": ref("condition")},
			"condition": shape{"anyOf": []any{oneOrMany(ref("scalar")),
				closed(shape{"exists": documented("Whether there must be a value.", shape{"type": "boolean"})}, "exists")}},
			"path":       shape{"type": "string", "minLength": 1, "examples": []any{"{kind}/{issued|year}/{slug}"}},
			"entry":      closed(entryMembers(v), "post_type"),
			"excluded":   closed(excludedMembers(v)),
			"kind":       kindSchema(v),
			"fields":     fieldsSchema(v),
			"expression": expressionSchema(v),
		},
	}
}

func entryMembers(v Vocabulary) shape {
	return shape{
		"post_type": documented("A post type, a list of them, or public: every public content type.",
			oneOrMany(shape{"type": "string", "examples": append([]string{everyPublic}, v.PostTypes...)})),
		"where": documented("Conditions that must all hold: taxonomy or name → values.", ref("conditions")),
		"not":   documented("Conditions none of which may hold.", ref("conditions")),
		"when":  documented("A condition as an expression: number(meta.year) > 2010.", shape{"type": "string", "minLength": 1}),
	}
}

func excludedMembers(v Vocabulary) shape {
	members := entryMembers(v)
	members["because"] = documented("The reason, for people; it stands in the reports.", shape{"type": "string"})
	return members
}

func kindSchema(v Vocabulary) shape {
	target := shape{"type": "string", "examples": v.targetNames(func(Target) bool { return true })}
	return closed(shape{
		"from":      documented("The posts that become records of this kind: any one entry is enough.", oneOrMany(ref("entry"))),
		"as":        documented("The kind of the records, where several rules make records of one kind. Without it: the name above.", shape{"type": "string", "pattern": kindName.String()}),
		"statuses":  documented("Statuses of posts that may leave as this kind.", ref("statuses")),
		"protected": documented("Whether posts with a password leave, too. Without it: leave (they stay).", choice("take", "leave")),
		"type":      documented("The CSL item type.", choice(itemTypes...)),
		"each":      documented("A post makes a record for each row of this list, or each match in its body; `this` names it under fields and key.", rowsSchema()),
		"key":       documented("What tells the records of one post apart. Without it: their position.", ref("expression")),
		"fields":    documented("What fills the record.", ref("fields")),
		"body": documented("What is made of the body.", closed(shape{
			"drop":    documented("CSS selectors and words of what is left out.", oneOrMany(shape{"type": "string"})),
			"formats": documented("The forms that the record gets.", oneOrMany(choice("html", "markdown", "text"))),
		})),
		"path":          documented("Where the files of these records stand: parts with / between them, placeholders in braces.", ref("path")),
		"personal_data": personalSchema(),
		"require":       documented("Targets without which the record is rejected.", oneOrMany(target)),
		"expect": documented("Posts by ID, and what their records must be like.", shape{"type": "object",
			"propertyNames": shape{"pattern": "^[1-9][0-9]*(#.+)?$"}, "additionalProperties": shape{"type": "object"}}),
	}, "from")
}

// rowsSchema is what there can be a row for each of.
func rowsSchema() shape {
	text := shape{"type": "string", "minLength": 1}
	return shape{"anyOf": []any{text, closed(shape{"select": documented("A CSS selector: every match in the body.", text)}, "select")}}
}

func personalSchema() shape {
	return documented("What becomes of e-mail addresses in records: they stay and are reported, are masked, or the record is rejected.",
		choice(string(KeepPersonalData), string(MaskPersonalData), string(RejectPersonalData)))
}

func fieldsSchema(v Vocabulary) shape {
	known, open := shape{}, shape{}
	add := func(name string, s shape) {
		if prefix, wild := strings.CutSuffix(name, "*"); wild {
			open["^"+regexp.QuoteMeta(prefix)+`[^.]+$`] = s
			known[name] = s
			return
		}
		known[name] = s
	}
	for _, t := range v.Targets {
		if t.Given {
			continue
		}
		filled := shape{"anyOf": []any{ref("expression"), shape{"type": "null"}}}
		if branch, _, deeper := strings.Cut(t.Name, "."); deeper && known[branch] == nil {
			add(branch, filled)
		}
		add(t.Name, documented(t.Doc, shape{"anyOf": filled["anyOf"]}))
	}
	return shape{"type": "object", "properties": known, "patternProperties": open, "additionalProperties": false}
}

func expressionSchema(v Vocabulary) shape {
	var names []string
	for _, n := range v.Names {
		names = append(names, n.Path)
	}
	path := documented("A name, and functions behind |.", shape{"type": "string", "minLength": 1, "examples": names})
	several := shape{"type": "array", "minItems": 1, "items": ref("expression")}
	form := closed(shape{
		"from":    documented("Where the value comes from.", ref("expression")),
		"first":   documented("The first of these that has a value.", several),
		"all":     documented("All that these give, each once.", several),
		"value":   documented("A constant.", shape{"not": shape{"type": "null"}}),
		"object":  documented("An object, by the names of its members.", shape{"type": "object", "minProperties": 1, "additionalProperties": ref("expression")}),
		"when":    documented("The value counts only if this condition holds: acf.featured && language == \"fr\".", shape{"type": "string", "minLength": 1}),
		"select":  documented("The matches of a CSS selector in the body, or in the row where that is a piece of it.", shape{"type": "string", "minLength": 1}),
		"each":    documented("For each row of this list, or each match in the body; `this` names it.", rowsSchema()),
		"then":    documented("Functions on the value, parted by |: "+strings.Join(v.functionNames(), ", ")+".", shape{"type": "string"}),
		"map":     documented("Values and what stands in their place; * for all others, ~ for nothing. Or the name of a table.", shape{"type": []any{"object", "string"}}),
		"only":    documented("The values that pass, or the name of a list.", oneOrMany(ref("scalar"))),
		"except":  documented("The values that do not pass, or the name of a list.", oneOrMany(ref("scalar"))),
		"default": documented("What stands there if nothing else does.", shape{"not": shape{"type": "null"}}),
	})
	var sources []any
	for _, word := range []string{"from", "first", "all", "value", "object", "select"} {
		sources = append(sources, shape{"required": []string{word}})
	}
	form["oneOf"] = sources
	return shape{"anyOf": []any{path, form}}
}
