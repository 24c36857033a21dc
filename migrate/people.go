package migrate

import (
	"cmp"
	"fmt"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/facts/people"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// peopleNames are who made what a post is about.
var peopleNames = map[string]name{
	"authors": plain(mapping.TypeList, "whom an author plugin names, in its order: rows of name, given, family, role, affiliation, orcid", (*item).authors),
	"byline":  plain(mapping.TypeNode, "whom the line at the head of the page names: By Anne T. Gallagher and Ольга Петрова", (*item).byline),
}

// peopleFunctions read persons.
func peopleFunctions() map[string]mapping.Function {
	return map[string]mapping.Function{
		"people": {In: mapping.TypeText, Out: mapping.TypeList,
			Doc: "The persons and bodies that the text names, as rows of name, given, family, role, affiliation, orcid. What can be read in several ways stays one name.",
			Call: func(_ mapping.Item, v mapping.Value, _ []mapping.Value) (mapping.Value, error) {
				return peopleRows(people.Read(wordpress.PlainText(v.(string)))), nil
			}},
	}
}

// authors are those of author plugins.
func (it *item) authors() mapping.Value {
	list, withheld := people.Authors(it.post, it.view)
	if withheld > 0 {
		it.log.Find(finding.Finding{Code: finding.AuthorWithheld, Field: "authors", Detail: "the name of an author is a login or an address"})
	}
	return peopleRows(list)
}

// byline is the line at the head of the page that names its authors.
func (it *item) byline() mapping.Value {
	b, ok := people.ReadByline(it.shown().root)
	if !ok {
		return nil
	}
	return bylineNode{b}
}

// bylineNode is a byline as a mapping sees it: its persons, which may be read otherwise.
type bylineNode struct{ people.Byline }

// Opaque implements mapping.Node.
func (bylineNode) Opaque() {}

// Text implements mapping.Piece: the names.
func (n bylineNode) Text() string { return strings.Join(texts(peopleRows(n.People)), ", ") }

// Part implements mapping.Piece: byline.name is the list of names.
func (n bylineNode) Part(path mapping.Path) mapping.Value { return inside(peopleRows(n.People), path) }

// Doubts implements doubtful.
func (n bylineNode) Doubts(mapping.Path) []doubt {
	return []doubt{{n.Confidence, "read from the line " + shorten(n.Byline.Text)}}
}

// personParts are the parts of a person, in the order of the record.
func personParts(p *record.Person) []struct {
	name string
	text *string
} {
	return []struct {
		name string
		text *string
	}{{"name", &p.Name}, {"given", &p.Given}, {"family", &p.Family}, {"role", &p.Role}, {"affiliation", &p.Affiliation}, {"orcid", &p.ORCID}}
}

// peopleRows are persons as rows.
func peopleRows(list []record.Person) mapping.Value {
	var rows []mapping.Value
	for i := range list {
		var row mapping.Object
		for _, part := range personParts(&list[i]) {
			if *part.text != "" {
				row = append(row, struct {
					Name  string
					Value any
				}{part.name, *part.text})
			}
		}
		rows = append(rows, row)
	}
	return listOrNil(rows)
}

// setAuthors takes persons and bodies in any form in which sites have them: names, free text, users, posts, terms, and rows whose
// columns are a person's in some twenty languages. Who is named twice is listed once, with what both say.
func setAuthors(r *assembly, _ string, v mapping.Value) error {
	reader := peopleReader{view: r.view}
	r.Authors = people.Merge(reader.read(v))
	for i := range r.Authors {
		p := &r.Authors[i]
		orcid, ok := people.ORCID(p.ORCID)
		if !ok && p.ORCID != "" {
			reader.left = append(reader.left, "ORCID iD "+shorten(p.ORCID))
		}
		p.ORCID = orcid
	}
	if len(reader.left) > 0 {
		return fmt.Errorf("names of persons and bodies are expected, or rows with a column for the name; left out: %s", strings.Join(reader.left, ", "))
	}
	return nil
}

// peopleReader reads persons out of values, and keeps what it could not read.
type peopleReader struct {
	view *wordpress.View
	left []string
}

func (r *peopleReader) read(v mapping.Value) []record.Person {
	switch v := v.(type) {
	case nil:
		return nil
	case []mapping.Value:
		var all []record.Person
		for _, element := range v {
			all = append(all, r.read(element)...)
		}
		return all
	case bylineNode:
		return v.People
	case mapping.Object:
		return r.row(v)
	}
	text := wordpress.PlainText(textOf(v))
	all := people.Read(text)
	if all == nil && strings.TrimSpace(text) != "" {
		r.left = append(r.left, shorten(text))
	}
	return all
}

// row reads an object: a reference, a choice, or a row whose columns say what is in them.
func (r *peopleReader) row(row mapping.Object) []record.Person {
	if id, ok := inside(row, mapping.Path{"user_id"}).(int64); ok {
		if c, known := r.view.Person(id); known && !c.Withheld {
			return []record.Person{people.OfProfile(c)}
		}
		return nil // the reference has said so
	}
	if label, ok := inside(row, mapping.Path{"label"}).(string); ok && inside(row, mapping.Path{"value"}) != nil {
		return people.Read(label)
	}
	for _, reference := range []string{"post_id", "term_id"} {
		if inside(row, mapping.Path{reference}) != nil {
			return people.Read(line(row))
		}
	}
	var said record.Person
	var named []record.Person
	filled := false
	for _, part := range personParts(&said) {
		for _, column := range row {
			value := line(column.Value)
			filled = filled || value != ""
			if *part.text != "" || value == "" || people.Column(column.Name) != part.name {
				continue
			}
			if part.name == "role" && column.Name != "role" && people.Role(value) == "" {
				continue // a job
			}
			*part.text = value
			if _, text := column.Value.(string); part.name == "name" && !text {
				named = r.read(column.Value)
			}
		}
	}
	all := r.person(said, named)
	if all == nil && filled {
		if text := line(row); text != "" {
			return people.Read(text)
		}
		var columns []string
		for _, column := range row {
			columns = append(columns, column.Name)
		}
		r.left = append(r.left, "a row of "+shorten(strings.Join(columns, ", ")))
	}
	return all
}

// person makes persons of what a row says: named are those to whom its name refers.
func (r *peopleReader) person(said record.Person, named []record.Person) []record.Person {
	whole := said.Name != "" && said.Given != "" && said.Family != ""
	switch {
	case whole && named == nil:
	case said.Name != "" && said.Given != "": // nom and prénom
		said.Name, said.Family = said.Given+" "+said.Name, said.Name
	case said.Name != "" && said.Family != "": // nombre and apellidos
		said.Name, said.Given = said.Name+" "+said.Family, said.Name
	case said.Given != "" && said.Family != "":
		said.Name = said.Given + " " + said.Family
	case said.Name == "":
		if said.Name = said.Given + said.Family; said.Name == "" {
			return nil
		}
		said.Given, said.Family = "", ""
	default:
		all := named
		if all == nil {
			all = people.Read(wordpress.PlainText(said.Name))
		}
		for i := range all {
			p := &all[i]
			p.Role, p.Affiliation, p.ORCID = cmp.Or(people.RoleName(said.Role), p.Role), cmp.Or(said.Affiliation, p.Affiliation), cmp.Or(said.ORCID, p.ORCID)
		}
		return all
	}
	said.Role = people.RoleName(said.Role)
	return []record.Person{said}
}
