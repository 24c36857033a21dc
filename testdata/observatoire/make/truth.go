package main

import "strconv"

// record is what is true of a published publication.
type record struct {
	From        int             `json:"from"`
	Kind        string          `json:"kind"`
	N           int             `json:"n"`
	Title       string          `json:"title"`
	TitlePlain  string          `json:"title_plain"`
	Publishers  []string        `json:"publishers,omitempty"`
	Year        int             `json:"year,omitempty"`
	Date        string          `json:"date_published,omitempty"`
	Language    string          `json:"language,omitempty"`
	Pages       int             `json:"pages,omitempty"`
	MainFile    string          `json:"main_file,omitempty"`
	Downloads   []download      `json:"downloads,omitempty"`
	FilesInBody []string        `json:"files_in_body,omitempty"`
	Authors     []author        `json:"authors,omitempty"`
	Series      []string        `json:"series,omitempty"`
	Countries   []string        `json:"countries,omitempty"`
	ISBN        string          `json:"isbn,omitempty"`
	Categories  []string        `json:"categories,omitempty"`
	Stated      map[string]bool `json:"stated_in_body,omitempty"`
}

type download struct {
	Language string `json:"language,omitempty"`
	URL      string `json:"url"`
}

type author struct {
	Name        string `json:"name"`
	Affiliation string `json:"affiliation,omitempty"`
}

// issue notes a date of publication, which may be a year alone.
func (r *record) issue(date string) {
	if year, err := strconv.Atoi(date); err == nil {
		r.Year = year
		return
	}
	r.Date = date
}
