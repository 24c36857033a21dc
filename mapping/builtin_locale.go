package mapping

import "fmt"

// Locale reads what people write for languages, countries and months, in whatever languages it knows.
type Locale struct {
	Language    func(text string) (tag string, ok bool)        // BCP 47
	Country     func(text string) (code string, ok bool)       // ISO 3166, or UN M49 of a region of the world
	CountryName func(code, language string) string             // what it is called in a language; empty: not known
	Month       func(text string) (month, length int, ok bool) // the month that a text begins with, and the bytes it takes
}

// functions are those that need a Locale.
func (l Locale) functions() map[string]Function {
	return map[string]Function{
		"date": {In: TypeText, Out: TypeDate, Params: []Param{{Name: "format", Type: TypeText, Many: true, Optional: true}},
			Doc:     "The text as a date: 2013, 2013-05 or 2013-05-14, by the first FORMAT that fits. See [dates](#dates).",
			Prepare: l.date},
		"language": {In: TypeText, Out: TypeText,
			Doc: "The language that the text names or codes, as BCP 47: `fr` of French, français, французский, FR, fr_FR.",
			Call: func(_ Item, v Value, _ []Value) (Value, error) {
				if tag, ok := l.Language(v.(string)); ok {
					return tag, nil
				}
				return nil, fmt.Errorf("%q is no language that is known", shortened(v.(string)))
			}},
		"country": {In: TypeText, Out: TypeText, Params: []Param{{Name: "language", Type: TypeText, Optional: true}},
			Doc:     "The country or region of the world that the text names or codes: its code (ISO 3166, UN M49), `DE` of Allemagne, or with a LANGUAGE its name there, `Germany` in `en`.",
			Prepare: l.country},
	}
}

func (l Locale) country(arguments []Value) (Call, error) {
	name := func(code string) string { return code }
	if len(arguments) > 0 {
		language := arguments[0].(string)
		if name = func(code string) string { return l.CountryName(code, language) }; name("FR") == "" {
			return nil, &ArgumentError{0, fmt.Sprintf("%q is no language in which countries have names", shortened(language)), "a code such as en or fr"}
		}
	}
	return func(_ Item, v Value) (Value, error) {
		if code, ok := l.Country(v.(string)); ok {
			return name(code), nil
		}
		return nil, fmt.Errorf("%q is no country or region that is known", shortened(v.(string)))
	}, nil
}
