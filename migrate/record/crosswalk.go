package record

// Target is a place in the record that a mapping can assign to.
type Target struct {
	Name string // with a dot and a star where any name may follow: "fields.*"
	Type string // text, texts, date, integer, number, persons, files, image, editions, event, relations, any
	Doc  string // one sentence
	// The names of the same thing elsewhere; empty where there is none.
	CSL        string // variable of CSL-JSON 1.0
	DublinCore string // term of DCMI Metadata Terms, prefix dcterms
	SchemaOrg  string // property of schema.org/CreativeWork or Event
}

// Targets returns the places that a mapping can assign to, in the order of the record, with the record's crosswalk to
// other vocabularies.
func Targets() []Target {
	return []Target{
		{"type", "text", "The CSL item type: report, article, webpage, book, chapter, …", "type", "type", "additionalType"},
		{"title", "text", "The title as plain text.", "title", "title", "name"},
		{"subtitle", "text", "The subtitle, where the site keeps it apart.", "", "alternative", "alternativeHeadline"},
		{"language", "text", "The language of the text, as a BCP 47 tag.", "language", "language", "inLanguage"},
		{"issued", "date", "When the publication appeared: year, month or day (EDTF level 0).", "issued", "issued", "datePublished"},
		{"authors", "persons", "Who wrote it: names, or rows with name, given, family, role, affiliation, orcid.", "author", "creator", "author"},
		{"publishers", "texts", "The bodies that published it.", "publisher", "publisher", "publisher"},
		{"series.title", "text", "The series that it belongs to.", "collection-title", "isPartOf", "isPartOf"},
		{"series.number", "text", "Its number in the series.", "collection-number", "", "issueNumber"},
		{"identifiers.*", "text", "An identifier by its kind: doi, isbn, issn, un_symbol, …; a list where there are several.", "", "identifier", "identifier"},
		{"identifiers.doi", "text", "The Digital Object Identifier, in small letters and without an address.", "DOI", "identifier", "identifier"},
		{"identifiers.isbn", "text", "The ISBN as 13 digits; those of ten are made such.", "ISBN", "identifier", "isbn"},
		{"identifiers.issn", "text", "The ISSN, with its hyphen.", "ISSN", "identifier", "issn"},
		{"summary", "text", "The abstract or excerpt as plain text.", "abstract", "abstract", "abstract"},
		{"subjects", "texts", "What it is about.", "keyword", "subject", "about"},
		{"regions", "texts", "The regions and countries that it is about.", "", "spatial", "spatialCoverage"},
		{"downloads", "files", "The files that a reader can fetch, the main one first.", "URL", "hasFormat", "encoding"},
		{"editions", "editions", "The same publication in other languages or forms.", "", "hasVersion", "workTranslation"},
		{"cover", "image", "The picture that stands for it.", "", "", "image"},
		{"event", "event", "When and where it happens.", "event-date", "temporal", "event"},
		{"event.start", "text", "When the event begins.", "event-date", "", "startDate"},
		{"event.end", "text", "When the event ends; of an all-day event the last day.", "", "", "endDate"},
		{"event.venue", "text", "Where the event takes place.", "event-place", "", "location"},
		{"translations", "translations", "The records of the same post in other languages: id and language of each.", "", "hasVersion", "workTranslation"},
		{"relations", "relations", "Other publications or pages that it refers to.", "", "relation", "mentions"},
		{"fields.*", "any", "Anything that has no place above, under a name of your own.", "", "", ""},
	}
}
