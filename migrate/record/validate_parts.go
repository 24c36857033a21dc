package record

import (
	"fmt"
	"time"
)

func (c *checker) terms(taxonomies []Taxonomy) {
	seen := map[string]bool{}
	for i, taxonomy := range taxonomies {
		c.required(at("terms", i, "name"), taxonomy.Name)
		if seen[taxonomy.Name] {
			c.fail("terms."+taxonomy.Name, "the taxonomy stands twice")
		}
		seen[taxonomy.Name] = true
		for j, t := range taxonomy.Terms {
			if t.Slug == "" && t.Name == "" {
				c.fail(at("terms."+taxonomy.Name, j, "name"), "a term needs a slug or a name")
			}
		}
	}
}

func (c *checker) downloads(field string, downloads []Download) {
	for i, d := range downloads {
		c.url(at(field, i, "url"), d.URL, true)
		c.language(at(field, i, "language"), d.Language)
		if d.Bytes < 0 || d.AttachmentID < 0 {
			c.fail(fmt.Sprintf("%s[%d]", field, i), "a size and an attachment's ID are not negative")
		}
	}
}

func (c *checker) event(e *Event) {
	c.moment("event.start", e.Start, e.AllDay)
	c.moment("event.end", e.End, e.AllDay)
	for i, start := range e.Instances {
		c.moment(fmt.Sprintf("event.instances[%d]", i), start, e.AllDay)
	}
	if e.Status != "" && e.Status != "cancelled" && e.Status != "postponed" {
		c.fail("event.status", "%q is neither cancelled nor postponed", e.Status)
	}
	if e.Latitude != nil && !(*e.Latitude >= -90 && *e.Latitude <= 90) {
		c.fail("event.latitude", "%v is not between -90 and 90", *e.Latitude)
	}
	if e.Longitude != nil && !(*e.Longitude >= -180 && *e.Longitude <= 180) {
		c.fail("event.longitude", "%v is not between -180 and 180", *e.Longitude)
	}
}

// moment takes a date where the event lasts all day, else a time.
func (c *checker) moment(field, text string, allDay bool) {
	if !allDay {
		c.instant(field, text)
		return
	}
	if text == "" {
		return
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		c.fail(field, "%q is no date, such as 2017-10-24", text)
	}
}

func (c *checker) origin(o *Origin) {
	c.url("source.site", o.Site, true)
	if o.PostID <= 0 {
		c.fail("source.post_id", "%d is no ID of a post; they begin with 1", o.PostID)
	}
	c.required("source.post_type", o.PostType)
	c.required("source.status", o.Status)
	c.required("source.permalink", o.Permalink)
}

// object checks what mappings may fill freely: names that differ, numbers that are finite, a depth that readers bear.
func (c *checker) object(field string, o Object, depth int) {
	if depth > maxDepth {
		c.fail(field, "it is nested deeper than %d levels", maxDepth)
		return
	}
	seen := make(map[string]bool, len(o))
	for i := range o {
		name := o[i].Name
		c.required(fmt.Sprintf("%s[%d]", field, i), name)
		if seen[name] {
			c.fail(field+"."+name, "the name stands twice")
		}
		seen[name] = true
		c.any(field+"."+name, o[i].Value, depth)
	}
}

// identifiers checks that each is a text, or a list of different ones.
func (c *checker) identifiers(o Object) {
	c.object("identifiers", o, 1)
	for i := range o {
		field := "identifiers." + o[i].Name
		switch v := o[i].Value.(type) {
		case string:
			c.required(field, v)
		case []any:
			if len(v) < 2 {
				c.fail(field, "a list has two identifiers or more")
			}
			seen := map[any]bool{}
			for j, element := range v {
				text, ok := element.(string)
				if !ok || text == "" || seen[text] {
					c.fail(fmt.Sprintf("%s[%d]", field, j), "another text is expected")
					continue
				}
				seen[text] = true
			}
		default:
			c.fail(field, "a text is expected, or a list of texts")
		}
	}
}

func (c *checker) any(field string, v any, depth int) {
	switch v := v.(type) {
	case nil, bool, int, int64, string, []string:
	case float64:
		if !finite(v) {
			c.fail(field, "%v is no finite number", v)
		}
	case []any:
		if depth >= maxDepth {
			c.fail(field, "it is nested deeper than %d levels", maxDepth)
			return
		}
		for i, element := range v {
			c.any(fmt.Sprintf("%s[%d]", field, i), element, depth+1)
		}
	case Object:
		c.object(field, v, depth+1)
	default:
		c.fail(field, "a %T has no place in a record", v)
	}
}
