package render

import (
	"strings"
	"testing"
)

func TestCheckTemplate(t *testing.T) {
	for _, good := range []string{
		`<a href="{link}">{content}</a>`, "{url|link|0 -> content|title}", `[<h2 id='{id}'>{title|=Note}</h2>]{content}`, "<{size|=2:heading}>{content}</{size|=2:heading}>",
		`<a href="{link:link}">x</a>`, "<p>{id:image}</p>", "a > b {content}", `<a title="a > {b}">`,
	} {
		if err := CheckTemplate(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for name := range strings.SplitSeq(filterNames, ", ") {
		if filterNamed(name) == nil {
			t.Errorf("there is no filter %s", name)
		}
	}
	for bad, why := range map[string]string{
		"<p>{content</p>":           "not closed",
		"<p>content}</p>":           "closes nothing",
		"[<p>{content}</p>":         "not closed",
		"{content:bold}":            `filter "bold"; there are embed`,
		"{}":                        "no name",
		"{a b}":                     "no name",
		"<a href={link}>x</a>":      "not in quotes",
		`<a href="{id:image}">`:     "within a tag",
		`<a href="{url -> title}">`: "within a tag",
		"[<i {title}>]":             "not in quotes",
	} {
		if err := CheckTemplate(bad); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v, want %s", bad, err, why)
		}
	}
}

// TestTemplatesAreRight holds this package's own templates to the language.
func TestTemplatesAreRight(t *testing.T) {
	tables := append([]map[string]string{elementorWidgets.templates, beaverModules.templates}, shortcodeTables...)
	for _, table := range tables {
		for name, template := range table {
			if err := CheckTemplate(template); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
