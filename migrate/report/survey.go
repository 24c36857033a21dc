package report

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/survey"
)

// WriteSurveyJSON writes what is in a site for programs.
func WriteSurveyJSON(out io.Writer, s *survey.Survey) error {
	data, err := marshal(s, "  ")
	if err != nil {
		return err
	}
	_, err = io.Copy(out, bytes.NewReader(data))
	return err
}

// WriteSurvey writes what is in a site for people, what matters most first. Long lists are cut, unless all is asked for.
func WriteSurvey(out io.Writer, s *survey.Survey, as Text, all bool) error {
	w := &surveyWriter{&writer{bufio.NewWriter(out), as}, s, all}
	w.writeHead()
	w.writePostTypes()
	w.writeSignals()
	w.writeFields()
	w.writeMeta()
	w.writeTaxonomies()
	w.writeLanguages()
	w.writeAuthors()
	w.writePlugins()
	w.writeMarks("Shortcodes", s.Shortcodes)
	w.writeMarks("Blocks", s.Blocks)
	w.writeFaults()
	w.writeFiles()
	return w.Flush()
}

// surveyWriter writes one survey.
type surveyWriter struct {
	*writer
	survey *survey.Survey
	all    bool
}

// The most rows of a table, where not all is asked for.
const (
	mostRows   = 20
	mostFields = 30 // of one group
	mostTerms  = 8  // of one post type
)

// section writes a table under its title, behind an empty line, cut to so many rows, and notes below it.
func (w *surveyWriter) section(title string, g *grid, most int, notes ...string) {
	if len(g.rows)+len(notes) == 0 {
		return
	}
	w.line()
	w.heading(title)
	if more := len(g.rows) - most; more > 0 && !w.all {
		g.rows = g.rows[:most]
		notes = slices.Insert(notes, 0, fmt.Sprintf("… and %d more: --all shows them", more))
	}
	g.write(w.writer)
	for _, note := range notes {
		w.hanging(" ", 1, note)
	}
}

func (w *surveyWriter) writeHead() {
	s := w.survey
	for _, warning := range s.Warnings {
		w.hanging(w.level(Look, "warning")+"  ", 9, warning)
	}
	if len(s.Warnings) > 0 {
		w.line()
	}
	public := 0
	for _, t := range s.PostTypes {
		public += t.Public.Posts
	}
	w.heading(s.Site)
	if s.Name != "" {
		w.hanging("", 0, s.Name)
	}
	w.hanging("home:    ", 9, fmt.Sprintf("%s, language %s, time zone %s", s.Home, s.Language, s.Zone))
	w.hanging("rows:    ", 9, fmt.Sprintf("%d in all, %d public posts", s.Rows, public))
}

func (w *surveyWriter) writePostTypes() {
	g := &grid{columns: []column{{"post type", plain}, {"label", spare}, {"class", spare}, {"rows", number}, {"public", number}, {"first", plain}, {"last", plain}, {"statuses", folded}}}
	for _, t := range w.survey.PostTypes {
		g.add(t.PostType, t.Label, t.Class, strconv.Itoa(t.Rows), count(t.Public.Posts), t.First, t.Last, counted(t.Statuses))
	}
	w.section("Post types", g, len(g.rows))
}

// count is a number, or nothing for 0.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// counted lists what was counted, the most frequent first.
func counted(counts map[string]int) string {
	var parts []string
	for _, key := range slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b)) }) {
		parts = append(parts, fmt.Sprintf("%s %d", key, counts[key]))
	}
	return strings.Join(parts, ", ")
}

// writeSignals shows where publications seem to be: in which post types, under which terms.
func (w *surveyWriter) writeSignals() {
	g := &grid{columns: []column{{"public posts of", soft}, {"posts", number}, {"files", number}, {"citing", number}, {"several", number}, {"events", number}, {"empty", number}}}
	add := func(name string, s survey.Signals) {
		g.add(name, strconv.Itoa(s.Posts), count(s.Files), count(s.Citations), count(s.Several), count(s.Events), count(s.Empty))
	}
	for _, t := range w.survey.PostTypes {
		if t.Public.Posts == 0 {
			continue
		}
		add(t.PostType, t.Public)
		terms := slices.DeleteFunc(slices.Clone(t.Terms), func(u survey.TermUse) bool { return u.Files+u.Citations == 0 })
		slices.SortStableFunc(terms, func(a, b survey.TermUse) int { return cmp.Compare(b.Files+b.Citations, a.Files+a.Citations) })
		for i, u := range terms {
			if i == mostTerms && !w.all {
				g.add(fmt.Sprintf("  … and %d more terms", len(terms)-i), "", "", "", "", "", "")
				break
			}
			add("  "+u.Taxonomy+": "+strings.Join(u.Path, " > "), u.Signals)
		}
	}
	w.section("Where publications may be (citing: a line names one and links to it)", g, len(g.rows), append(w.citingSeveral(), w.timeless()...)...)
}

// timeless counts the posts of event calendars that do not say, where anyone looks, when they begin.
func (w *surveyWriter) timeless() []string {
	var notes []string
	for _, t := range w.survey.PostTypes {
		if n := t.Public.Posts - t.Public.Events; t.Calendar && n > 0 {
			notes = append(notes, fmt.Sprintf("%s: %d of %d posts have no start that is read; their records have no event", t.PostType, n, t.Public.Posts))
		}
	}
	return notes
}

// citingSeveral names the posts of each type that cite several publications.
func (w *surveyWriter) citingSeveral() []string {
	var notes []string
	for _, t := range w.survey.PostTypes {
		if len(t.Several) == 0 {
			continue
		}
		var ids []string
		for _, id := range t.Several {
			ids = append(ids, strconv.FormatInt(id, 10))
		}
		if t.Public.Several > len(ids) {
			ids = append(ids, "…")
		}
		notes = append(notes, fmt.Sprintf("several in %s: %s", t.PostType, strings.Join(ids, ", ")))
	}
	return notes
}

func (w *surveyWriter) writeTaxonomies() {
	g := &grid{columns: []column{{"taxonomy", plain}, {"label", spare}, {"terms", number}, {"deep", number}, {"posts", number}, {"of", soft}, {"most used", soft}, {"from", spare}}}
	for _, t := range w.survey.Taxonomies {
		if t.Public || t.Uses > 0 || w.all {
			g.add(t.Taxonomy, t.Label, strconv.Itoa(t.Terms), strconv.Itoa(t.Depth), strconv.Itoa(t.Uses), strings.Join(t.PostTypes, ", "), strings.Join(t.Samples, ", "), t.Origin)
		}
	}
	w.section("Taxonomies", g, mostRows)
}

// writeAuthors shows what names the authors of posts beside fields.
func (w *surveyWriter) writeAuthors() {
	g := &grid{columns: []column{{"authors", plain}, {"posts", number}}}
	for _, a := range w.survey.Authors {
		g.add(a.From, strconv.Itoa(a.Posts))
	}
	w.section("Authors (beside those of fields)", g, mostRows)
}

func (w *surveyWriter) writeLanguages() {
	g := &grid{columns: []column{{"language", plain}, {"posts", number}, {"from", plain}}}
	for _, l := range w.survey.Languages {
		g.add(l.Language, strconv.Itoa(l.Posts), l.From)
	}
	w.section("Languages", g, mostRows)
}

func (w *surveyWriter) writePlugins() {
	g := &grid{columns: []column{{"plugin", plain}, {"", plain}, {"of which there is", folded}}}
	for _, p := range w.survey.Plugins {
		active := ""
		if p.Active {
			active = "active"
		}
		g.add(p.Plugin, active, strings.Join(slices.DeleteFunc(slices.Clone(p.Evidence), func(e string) bool { return e == "active" }), ", "))
	}
	w.section("Plugins", g, mostRows)
}

// writeMarks shows shortcodes or blocks: first those that the records will not show.
func (w *surveyWriter) writeMarks(title string, marks []survey.Mark) {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b survey.Mark) int { return rankOf(a) - rankOf(b) })
	g := &grid{columns: []column{{"name", plain}, {"times", number}, {"rendered", plain}, {"posts", soft}}}
	for _, m := range marks {
		rendered := "yes"
		if !m.Rendered {
			rendered = "no"
		}
		g.add(m.Name, strconv.Itoa(m.Count), rendered, ids(m.Posts))
	}
	w.section(title, g, mostRows)
}

func rankOf(m survey.Mark) int {
	if m.Rendered {
		return 1
	}
	return 0
}

func ids(posts []int64) string {
	var names []string
	for _, id := range posts {
		names = append(names, strconv.FormatInt(id, 10))
	}
	return strings.Join(names, ", ")
}

func (w *surveyWriter) writeFaults() {
	doubts := &grid{columns: []column{{"post", number}, {"field", plain}, {"text", soft}}}
	for _, d := range w.survey.Doubts {
		doubts.add(strconv.FormatInt(d.PostID, 10), d.Field, d.Sample)
	}
	w.section("Encodings in doubt", doubts, mostRows)
	links := &grid{columns: []column{{"post", number}, {"leads nowhere", soft}}}
	for _, l := range w.survey.Links {
		links.add(strconv.FormatInt(l.PostID, 10), l.URL)
	}
	w.section("Broken links within the site", links, mostRows)
}

func (w *surveyWriter) writeFiles() {
	if w.survey.Files.Attachments == 0 {
		return
	}
	notes := []string{fmt.Sprintf("%d attachments: %s", w.survey.Files.Attachments, counted(w.survey.Files.MediaTypes))}
	if unused := w.survey.Files.Unused; len(unused) > 0 {
		more := ""
		if !w.all && len(unused) > mostRows {
			more = fmt.Sprintf(" … and %d more: --all shows them", len(unused)-mostRows)
			unused = unused[:mostRows]
		}
		notes = append(notes, fmt.Sprintf("nothing uses %d of them: %s%s", len(w.survey.Files.Unused), ids(unused), more))
	}
	w.section("Files", &grid{}, 0, notes...)
}
