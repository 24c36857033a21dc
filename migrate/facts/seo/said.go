package seo

import (
	"strconv"
	"strings"

	"wp2pub/migrate/wordpress"
)

// said is what somewhere is stored about the head of a page: texts with their variables, addresses as written.
type said struct {
	title, description, canonical string
	images                        []picture // the first that is there counts
	noIndex, noFollow             answer
}

// picture is an attachment's ID or the address of a picture, or both.
type picture struct{ id, url string }

// answer is yes, no, or nothing said.
type answer int

const (
	unsaid answer = iota
	yes
	no
)

// when is yes or no.
func when(condition bool) answer {
	if condition {
		return yes
	}
	return no
}

// or fills what is not said with what others say.
func (s said) or(other said) said {
	s.title, s.description, s.canonical = first(s.title, other.title), first(s.description, other.description), first(s.canonical, other.canonical)
	if len(s.images) == 0 {
		s.images = other.images
	}
	if s.noIndex == unsaid {
		s.noIndex = other.noIndex
	}
	if s.noFollow == unsaid {
		s.noFollow = other.noFollow
	}
	return s
}

// nothing reports whether nothing is said that a head would show.
func (s said) nothing() bool {
	return s.title == "" && s.description == "" && s.canonical == "" && len(s.images) == 0 && s.noIndex != yes && s.noFollow != yes
}

// pictures are those of some places that hold any, in this order.
func pictures(from ...picture) []picture {
	var all []picture
	for _, p := range from {
		if p.url != "" || p.id != "" && p.id != "0" {
			all = append(all, p)
		}
	}
	return all
}

// first is the first text that is not blank.
func first(texts ...string) string {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// text is a setting as a text; empty where it is none.
func text(setting any) string {
	switch setting := setting.(type) {
	case string:
		return setting
	case int64:
		return strconv.FormatInt(setting, 10)
	case float64:
		return strconv.FormatFloat(setting, 'f', -1, 64)
	}
	return ""
}

// on reports whether a setting is switched on: true, 1, "on", "yes".
func on(setting any) bool {
	switch setting := setting.(type) {
	case bool:
		return setting
	case int64:
		return setting != 0
	case float64:
		return setting != 0
	case string:
		switch strings.ToLower(setting) {
		case "1", "on", "yes", "true":
			return true
		}
	}
	return false
}

// list is a setting as a list of texts.
func list(setting any) []string {
	var all []string
	switch setting := setting.(type) {
	case []any:
		for _, element := range setting {
			all = append(all, text(element))
		}
	case wordpress.Object: // elements before the last were taken out
		for _, element := range setting {
			all = append(all, text(element.Value))
		}
	}
	return all
}
