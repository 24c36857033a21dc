package record

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"wp2pub/migrate/pattern"
)

// Problem is a reason why a record is not right.
type Problem struct {
	Field  string // "downloads[0].url"
	Detail string // what is wrong and what is expected, in a sentence
}

func (p Problem) String() string { return p.Field + ": " + p.Detail }

// Statuses are the values that status may have.
func Statuses() []string {
	return []string{"published", "draft", "pending", "private", "scheduled", "trashed"}
}

// maxDepth is how deep fields may nest; readers of JSON and YAML give up somewhere beyond.
const maxDepth = 200

var (
	kindPattern = pattern.New(`^[\pL\pN][\pL\pN._-]*$`)
	urlPattern  = pattern.New(`^[A-Za-z][A-Za-z0-9+.-]*:[^\s]`)
	datePattern = pattern.New(`^\d{4}(-\d\d(-\d\d)?)?$`)
)

// Validate returns what is wrong with the record, in its order; nothing if it is right. A record that is right
// satisfies the schema.
func (r *Record) Validate() []Problem {
	c := &checker{}
	c.required("id", r.ID)
	if !strings.Contains(r.ID, ":") && r.ID != "" {
		c.fail("id", "%q is not SITE:POSTID", r.ID)
	}
	c.required("kind", r.Kind)
	if r.Kind != "" && !kindPattern.MatchString(r.Kind) {
		c.fail("kind", "%q is not a name of letters, digits, dots, hyphens and underscores", r.Kind)
	}
	c.required("status", r.Status)
	if r.Status != "" && !slices.Contains(Statuses(), r.Status) {
		c.fail("status", "%q is none of %s", r.Status, strings.Join(Statuses(), ", "))
	}
	c.language("language", r.Language)
	c.issued("issued", r.Issued)
	c.instant("posted", r.Posted)
	c.instant("modified", r.Modified)
	for i, p := range r.Authors {
		c.required(at("authors", i, "name"), p.Name)
	}
	c.names("publishers", r.Publishers)
	c.identifiers(r.Identifiers)
	c.names("subjects", r.Subjects)
	c.names("regions", r.Regions)
	c.terms(r.Terms)
	c.downloads("downloads", r.Downloads)
	for i, e := range r.Editions {
		c.language(at("editions", i, "language"), e.Language)
		c.issued(at("editions", i, "issued"), e.Issued)
		c.names(at("editions", i, "publishers"), e.Publishers)
		c.downloads(at("editions", i, "downloads"), e.Downloads)
	}
	if (r.Cover != Image{}) {
		c.url("cover.url", r.Cover.URL, true)
	}
	c.event(&r.Event)
	c.object("fields", r.Fields, 1)
	for i, t := range r.Translations {
		c.required(at("translations", i, "id"), t.ID)
		c.language(at("translations", i, "language"), t.Language)
	}
	for i, l := range r.Relations {
		c.required(at("relations", i, "type"), l.Type)
		if l.ID == "" && l.URL == "" {
			c.fail(fmt.Sprintf("relations[%d]", i), "an id or a url is needed")
		}
	}
	c.origin(&r.Source)
	for i, l := range r.Losses {
		c.required(at("losses", i, "code"), l.Code)
	}
	for i, f := range r.Findings {
		c.required(at("findings", i, "code"), f.Code)
		if !(f.Confidence >= 0 && f.Confidence <= 1) {
			c.fail(at("findings", i, "confidence"), "%v is not between 0 and 1", f.Confidence)
		}
	}
	return c.problems
}

func at(list string, i int, key string) string { return fmt.Sprintf("%s[%d].%s", list, i, key) }

type checker struct{ problems []Problem }

func (c *checker) fail(field, format string, args ...any) {
	c.problems = append(c.problems, Problem{field, fmt.Sprintf(format, args...)})
}

func (c *checker) required(field, value string) {
	if value == "" {
		c.fail(field, "it is missing")
	}
}

func (c *checker) names(field string, values []string) {
	for i, v := range values {
		c.required(fmt.Sprintf("%s[%d]", field, i), v)
	}
}

func (c *checker) language(field, tag string) {
	if tag == "" {
		return
	}
	if _, err := language.Parse(tag); err != nil {
		c.fail(field, "%q is no BCP 47 language tag, such as en or pt-BR", tag)
	}
}

func (c *checker) issued(field, date string) {
	if date == "" {
		return
	}
	layouts := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}
	if _, err := time.Parse(layouts[len(date)], date); err != nil || !datePattern.MatchString(date) {
		c.fail(field, "%q is no year, month or day, such as 2013, 2013-05 or 2013-05-14", date)
	}
}

func (c *checker) instant(field, text string) {
	if text == "" {
		return
	}
	if _, err := time.Parse(time.RFC3339, text); err != nil {
		c.fail(field, "%q is no RFC 3339 time, such as 2017-10-24T09:14:00+02:00", text)
	}
}

func (c *checker) url(field, text string, needed bool) {
	if text == "" {
		if needed {
			c.fail(field, "it is missing")
		}
		return
	}
	if !urlPattern.MatchString(text) { // what follows the scheme is as people wrote it, and browsers forgive much
		c.fail(field, "%q is no absolute URL", text)
	}
}
