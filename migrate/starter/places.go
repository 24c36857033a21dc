package starter

import (
	"slices"
	"strings"

	"wp2pub/migrate/survey"
)

// place is a target of the record, and how a value is known that belongs there.
type place struct {
	target string
	// concept of words.yaml; empty: the target's name.
	concept string
	// before and behind are names that every post has, asked before and after the site's own values.
	before, behind []string
	// fits says how well a value could stand there by its declared type and its shapes: 0 not at all, 1 well; nil: no
	// value of the site's own stands there.
	fits func(*site, *survey.Name) float64
	// shapes are enough where names say nothing: nearly all values must have one of them. Some nothing else has.
	shapes []string
	unique bool
	// all: everything that speaks of it is taken together; else the first that has a value.
	all bool
	// write is how the mapping reads the value; nil: by its name alone.
	write func(*site, *survey.Name) *node
}

func (p *place) means() string {
	if p.concept != "" {
		return p.concept
	}
	return p.target
}

// places are in the order of the record. Where a name speaks of two as well, the first is meant.
var places = []place{
	{target: "title", behind: []string{"title"}},
	{target: "subtitle", fits: isLine},
	{target: "issued", fits: isDate, shapes: []string{survey.ShapeYear, survey.ShapeDate}, write: writeDate, behind: []string{"citation.issued"}},
	{target: "publishers", fits: isNames, write: writeBodies, behind: []string{"citation.publishers"}},
	{target: "authors", fits: isPeople, write: writePeople, behind: []string{"citation.authors"}},
	{target: "language", fits: isLanguage, shapes: []string{survey.ShapeLanguage}, write: writeLanguage, behind: []string{"citation.language", "body.language", "language"}},
	{target: "regions", fits: isRegion, shapes: []string{survey.ShapeCountry}, all: true, write: writeNames},
	{target: "series", fits: isNames, behind: []string{"citation.series"}},
	{target: "series.number", fits: isNumberOrLine, behind: []string{"citation.series.number"}},
	{target: "subjects", fits: isNames, all: true, write: writeNames},
	{target: "summary", before: []string{"excerpt"}, fits: isProse, write: writeProse},
	{target: "downloads", fits: isFile, shapes: []string{survey.ShapeDocument}, all: true, write: writeFiles, behind: []string{"library.files", "citation.files", "body.files"}},
	{target: "editions", behind: []string{"citation.editions"}},
	{target: "cover", fits: isPicture, behind: []string{"cover"}},
	{target: "identifiers.isbn", fits: isNumberOrLine, shapes: []string{survey.ShapeISBN}, unique: true, behind: []string{"identifiers.isbn"}},
	{target: "identifiers.issn", fits: isNumberOrLine, shapes: []string{survey.ShapeISSN}, unique: true, behind: []string{"identifiers.issn"}},
	{target: "identifiers.doi", fits: isIdentifierOrURL, shapes: []string{survey.ShapeDOI}, unique: true, behind: []string{"identifiers.doi"}},
	{target: "identifiers.handle", behind: []string{"identifiers.handle"}},
	{target: "identifiers.un_symbol", fits: isNumberOrLine, shapes: []string{survey.ShapeUNSymbol}, unique: true, behind: []string{"identifiers.un_symbol"}},
	{target: "identifiers.report_number", fits: isReportNumber, behind: []string{"identifiers.report_number"}},
	{target: "fields.pages", concept: "pages", fits: isNumber, write: writeNumber},
	{target: "fields.url", concept: "url", fits: isURL},
	{target: "fields.licence", concept: "licence", fits: isLine, behind: []string{"licence"}},
}

// looks is the share of values that have one of the shapes.
func looks(n *survey.Name, shapes ...string) float64 {
	of, like := 0, 0
	for _, s := range n.Shapes {
		of += s.Count
		if slices.Contains(shapes, s.Shape) {
			like += s.Count
		}
	}
	return share(like, of)
}

// is reports whether a field is declared as one of the types. "" is a value without a definition.
func is(n *survey.Name, types ...string) bool { return slices.Contains(types, n.Type) }

// The types of ACF, by what their values are.
var (
	writtenTypes = []string{"", "text", "textarea"}
	chosenTypes  = []string{"select", "checkbox", "radio", "button_group"}
	linkedTypes  = []string{"taxonomy", "post_object", "relationship"}
)

func yes(condition bool) float64 {
	if condition {
		return 1
	}
	return 0
}

// isLine is for a text that is none of the special ones.
func isLine(_ *site, n *survey.Name) float64 {
	return yes(is(n, slices.Concat(writtenTypes, chosenTypes, linkedTypes)...) && looks(n, survey.ShapeText, survey.ShapePerson, survey.ShapeCountry, survey.ShapeLanguage, survey.ShapeReference, survey.ShapeOther) >= half)
}

func isNumberOrLine(_ *site, n *survey.Name) float64 {
	return yes(is(n, append(writtenTypes, "number")...) && looks(n, survey.ShapeLong, survey.ShapeHTML, survey.ShapeURL, survey.ShapeDocument, survey.ShapeImage, survey.ShapeEmail, survey.ShapeBool, survey.ShapeObject) < half)
}

// isReportNumber is for numbers that no other identifier claims.
func isReportNumber(s *site, n *survey.Name) float64 {
	return isNumberOrLine(s, n) * yes(looks(n, survey.ShapeISBN, survey.ShapeISSN, survey.ShapeDOI, survey.ShapeUNSymbol) < half)
}

func isIdentifierOrURL(_ *site, n *survey.Name) float64 {
	return yes(is(n, append(writtenTypes, "url", "link")...) && looks(n, survey.ShapeDOI, survey.ShapeURL, survey.ShapeText, survey.ShapeOther) >= half)
}

// isNames is for names of bodies, subjects and the like: written, chosen, or linked.
func isNames(s *site, n *survey.Name) float64 {
	if is(n, "repeater") {
		return yes(len(s.columns(n)) == 1)
	}
	return isLine(s, n)
}

func isRegion(s *site, n *survey.Name) float64 {
	if fits := isNames(s, n); fits == 0 || looks(n, survey.ShapeCountry) >= 0.3 || is(n, "taxonomy") {
		return fits
	}
	return inside
}

func isPeople(s *site, n *survey.Name) float64 {
	if is(n, "repeater") {
		return yes(len(s.columns(n)) > 0)
	}
	return max(yes(is(n, "user")), isLine(s, n))
}

func isLanguage(_ *site, n *survey.Name) float64 {
	return yes(is(n, slices.Concat(writtenTypes, chosenTypes, []string{"taxonomy"})...) && looks(n, survey.ShapeLanguage) >= half)
}

func isDate(s *site, n *survey.Name) float64 {
	switch {
	case is(n, "date_picker", "date_time_picker"):
		return 1
	case !is(n, slices.Concat(writtenTypes, chosenTypes, []string{"number", "taxonomy"})...):
		return 0
	}
	return yes(looks(n, survey.ShapeYear, survey.ShapeDate) >= half || s.datesIn(n) >= half)
}

func isProse(_ *site, n *survey.Name) float64 {
	return yes(is(n, append(writtenTypes, "wysiwyg")...) && looks(n, survey.ShapeHTML, survey.ShapeLong, survey.ShapeText) >= half)
}

func isNumber(_ *site, n *survey.Name) float64 {
	return yes(is(n, append(writtenTypes, "number", "range")...) && looks(n, survey.ShapeNumber, survey.ShapeText, survey.ShapeYear) >= half)
}

func isPicture(_ *site, n *survey.Name) float64 {
	return yes(is(n, "image") || is(n, append(writtenTypes, "url", "file")...) && looks(n, survey.ShapeImage) >= half)
}

func isURL(_ *site, n *survey.Name) float64 {
	return yes(is(n, append(writtenTypes, "url", "link", "page_link")...) && looks(n, survey.ShapeURL, survey.ShapeObject, survey.ShapeReference) >= half)
}

// isFile is for files, links to files, and rows of them.
func isFile(s *site, n *survey.Name) float64 {
	switch documents := looks(n, survey.ShapeDocument); {
	case is(n, "file"):
		return 1
	case is(n, "repeater"):
		return yes(s.fileColumn(n) != nil)
	case is(n, "flexible_content"):
		return yes(s.holdsFiles(n))
	case is(n, append(writtenTypes, "url", "link", "number")...) && documents >= half:
		return 1
	case is(n, "", "text", "url", "link") && documents+looks(n, survey.ShapeURL) >= half:
		return inside
	}
	return 0
}

// columns are the parts of rows: the names one step below.
func (s *site) columns(n *survey.Name) []*survey.Name { return s.parts[n.Path] }

// fileColumn is the column of rows that holds a file.
func (s *site) fileColumn(n *survey.Name) *survey.Name {
	for _, c := range s.columns(n) {
		if !is(c, "repeater") && isFile(s, c) == 1 {
			return c
		}
	}
	return nil
}

// holdsFiles reports whether nearly every row of a flexible content holds a file, and not text, pictures and whatever else
// pages are built of.
func (s *site) holdsFiles(n *survey.Name) bool {
	rows, files := 0, 0
	for _, shape := range n.Shapes {
		rows += shape.Count
	}
	for _, c := range s.columns(n) {
		if is(c, "repeater") || isFile(s, c) < 1 {
			continue
		}
		for _, shape := range c.Shapes {
			files += shape.Count
		}
	}
	return rows > 0 && share(files, rows) >= 0.8
}

// segments are the parts of a path as the mapping writes it: a part in quotes has each of its quotes twice.
func segments(path string) []string {
	var all []string
	var b strings.Builder
	quoted := false
	letters := []rune(path)
	for i := 0; i < len(letters); i++ {
		switch r := letters[i]; {
		case r == '"' && quoted && i+1 < len(letters) && letters[i+1] == '"':
			b.WriteRune(r)
			i++
		case r == '"' && (quoted || b.Len() == 0):
			quoted = !quoted
		case r == '.' && !quoted:
			all = append(all, b.String())
			b.Reset()
		default:
			b.WriteRune(r)
		}
	}
	return append(all, b.String())
}
