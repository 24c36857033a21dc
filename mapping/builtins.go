package mapping

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
)

// Builtins are the functions that need nothing but their value and arguments, and what the names of languages,
// countries and months are. Each call returns a map of its own.
func Builtins(l Locale) map[string]Function {
	functions := map[string]Function{}
	for _, group := range []map[string]Function{textFunctions(), listFunctions(), typeFunctions(), l.functions()} {
		maps.Copy(functions, group)
	}
	for name, f := range functions {
		f.Name = name
		functions[name] = f
	}
	return functions
}

// onText makes a function of one that turns a text into another.
func onText(doc string, change func(text string, arguments []string) string, params ...Param) Function {
	return Function{In: TypeText, Out: TypeText, Params: params, Doc: doc,
		Call: func(_ Item, v Value, arguments []Value) (Value, error) {
			texts := make([]string, len(arguments))
			for i, a := range arguments {
				texts[i], _ = Words(a)
			}
			return change(v.(string), texts), nil
		}}
}

func textFunctions() map[string]Function {
	return map[string]Function{
		"trim": onText("The text without white space around it, or without the LETTERS given.", func(s string, a []string) string {
			if len(a) == 0 {
				return strings.TrimSpace(s)
			}
			return strings.Trim(s, a[0])
		}, Param{Name: "letters", Type: TypeText, Optional: true}),
		"lower": onText("The text in small letters.", func(s string, _ []string) string { return strings.ToLower(s) }),
		"upper": onText("The text in capital letters.", func(s string, _ []string) string { return strings.ToUpper(s) }),
		"prefix": onText("The text behind another.", func(s string, a []string) string { return a[0] + s },
			Param{Name: "text", Type: TypeText}),
		"suffix": onText("The text with another behind it.", func(s string, a []string) string { return s + a[0] },
			Param{Name: "text", Type: TypeText}),
		"replace": onText("The text with every OLD in it made NEW.", func(s string, a []string) string {
			if a[0] == "" {
				return s
			}
			return strings.ReplaceAll(s, a[0], a[1])
		}, Param{Name: "old", Type: TypeText}, Param{Name: "new", Type: TypeText}),
		"text": {In: TypeMarkup, Out: TypeText, Doc: "HTML as plain text: tags gone, entities decoded, blocks as lines.", Call: text},
		"words": {In: TypeText, Out: TypeText, Params: []Param{{Name: "number", Type: TypeNumber}},
			Doc: "The first NUMBER words, with … behind them if there were more.", Prepare: firstWords},
		"year": {In: TypeText, Out: TypeDate, Doc: "The one year that a short text names: 2017 of janvier–mars 2017, of été 2017. See [dates](#dates).", Call: year},
		"match": {In: TypeText, Out: TypeText, Params: []Param{{Name: "pattern", Type: TypeText}},
			Doc: "What the PATTERN, a regular expression (RE2), finds first in the text: its first group where it has one, else the whole.", Prepare: match},
		"split": {In: TypeText, Out: TypeTexts, Params: []Param{{Name: "separator", Type: TypeText, Many: true}},
			Doc: "The parts of the text between the separators, trimmed, without empty ones. Behind the word `keep` follow names that stay whole although a separator stands in them.", Prepare: split},
	}
}

// firstWords cuts a text after some words.
func firstWords(arguments []Value) (Call, error) {
	most, ok := arguments[0].(int64)
	if !ok || most < 1 {
		return nil, &ArgumentError{0, fmt.Sprintf("%v is no number of words", arguments[0]), "a whole number above 0"}
	}
	return func(_ Item, v Value) (Value, error) {
		words := strings.Fields(v.(string))
		if int64(len(words)) <= most {
			return strings.Join(words, " "), nil
		}
		return strings.TrimRight(strings.Join(words[:most], " "), ".,;:–—- ") + " …", nil
	}, nil
}

// match finds a pattern in a text.
func match(arguments []Value) (Call, error) {
	pattern, err := regexp.Compile(arguments[0].(string))
	if err != nil {
		return nil, &ArgumentError{0, fmt.Sprintf("%q is no pattern: %s", shortened(arguments[0].(string)), reasonOf(err)), "a regular expression (RE2)"}
	}
	return func(_ Item, v Value) (Value, error) {
		found := pattern.FindStringSubmatch(v.(string))
		if found == nil {
			return nil, fmt.Errorf("nothing in %q matches", shortened(v.(string)))
		}
		return strings.TrimSpace(found[min(1, len(found)-1)]), nil
	}, nil
}

func listFunctions() map[string]Function {
	return map[string]Function{
		"join": {In: TypeList, Out: TypeText, Params: []Param{{Name: "between", Type: TypeText}},
			Doc: "The texts of the list as one, with BETWEEN between them.", Call: join},
		"first": {In: TypeList, Out: TypeAny, Doc: "The first of the list.",
			Call: func(_ Item, v Value, _ []Value) (Value, error) { return at(v.([]Value), 0), nil }},
		"last": {In: TypeList, Out: TypeAny, Doc: "The last of the list.",
			Call: func(_ Item, v Value, _ []Value) (Value, error) { return at(v.([]Value), len(v.([]Value))-1), nil }},
		"unique": {In: TypeList, Out: TypeList, Doc: "The list without what came before; of texts that differ in capitals alone, the first stays.",
			Call: func(_ Item, v Value, _ []Value) (Value, error) { return distinctTexts(v.([]Value)), nil }},
	}
}

func join(_ Item, v Value, arguments []Value) (Value, error) {
	between, _ := Words(arguments[0])
	var texts []string
	for _, element := range v.([]Value) {
		text, ok := Words(element)
		if !ok {
			return nil, fmt.Errorf("join takes texts, not %s", described(element))
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, between), nil
}

func at(list []Value, i int) Value {
	if i < 0 || i >= len(list) {
		return nil
	}
	return list[i]
}
