package export

// Formats returns the formats that a user can ask for by name.
func Formats() []Format {
	return []Format{
		{"csl-json", "publications.csl.json", "publications", newCSL},
		{"bibtex", "publications.bib", "publications", newBibTeX},
		{"ris", "publications.ris", "publications", newRIS},
		{"dublin-core", "publications.dc.xml", "records", newDublinCore},
		{"icalendar", "events.ics", "events", newICalendar},
		{"redirects", "redirects.csv", "old paths", newRedirects},
	}
}

// Names returns the names of the formats.
func Names() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// ByName returns a format by its name.
func ByName(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
