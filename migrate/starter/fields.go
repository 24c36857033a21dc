package starter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// source is one of the things that fill a target.
type source struct {
	expression *node
	note       string
	spare      bool // counts only where the others give nothing
}

// fill is what fills a target.
type fill struct {
	target  string
	sources []source
	all     bool
	then    string // functions for all of it
}

// spared puts a spare source behind the others: the first that gives something counts.
func (f fill) spared() fill {
	at := slices.IndexFunc(f.sources, func(s source) bool { return s.spare })
	if !f.all || at < 0 || len(f.sources) == 1 {
		return f
	}
	spare, others := f.sources[at], slices.Delete(slices.Clone(f.sources), at, at+1)
	first := others[0]
	if len(others) > 1 {
		first = source{expression: together("all", others)}
	}
	return fill{target: f.target, sources: []source{first, spare}}
}

// fields proposes what fills the records of publications.
func (s *site) fields(k kind) []fill {
	candidates := s.candidates(k.crowd)
	var fills []fill
	for i := range places {
		p := &places[i]
		f := fill{target: p.target, all: p.all, sources: s.sources(p.before, k.crowd)}
		if p.target == "title" {
			f.add(s.citedTitle(k.crowd)...)
		}
		f.add(s.values(p, candidates, k.crowd)...)
		f.add(s.sources(s.behind(p, k), k.crowd)...)
		if p.target == "authors" {
			f.add(s.named(s.unnamed(k.crowd, candidates))...)
		}
		if p.target == "summary" && s.knows("body.text") && s.calls("words") {
			f.add(source{expression: text("body.text | words 60"), note: "else how the body begins; without this line, no summary"})
		}
		if p.target == "subjects" && len(f.sources) > 1 && s.calls("unique") {
			f.then = "unique"
		}
		if len(f.sources) > 0 {
			fills = append(fills, f.spared())
		}
	}
	return numbered(s.withoutRegions(fills))
}

func (f *fill) add(sources ...source) { f.sources = append(f.sources, sources...) }

// values are the candidates of a place that count, and the terms behind them. Of fields that choose among the same terms,
// those speak.
func (s *site) values(p *place, candidates []candidate, posts crowd) []source {
	var all []source
	if p.target == "issued" {
		candidates = daysFirst(candidates)
	}
	terms := s.terms(p.target, posts)
	for i := range candidates {
		c := &candidates[i]
		if c.place != p || !s.counts(c, candidates) || p.all && is(c.name, "taxonomy") && terms != nil {
			continue
		}
		expression := c.write(s)
		if p.target == "downloads" {
			expression = s.inLanguage(c, candidates, posts, expression)
		}
		all = append(all, source{expression: expression, note: c.note() + s.unread(c.name, expression)})
		if p.target == "issued" {
			all = append(all, s.yearOf(c)...)
		}
	}
	return append(all, terms...)
}

// daysFirst puts certain candidates that are years behind certain ones that are days: where a post has both, the day counts.
func daysFirst(candidates []candidate) []candidate {
	order := func(c candidate) int {
		switch {
		case c.strength < certain:
			return 2
		case looks(c.name, survey.ShapeYear) >= 0.9:
			return 1
		}
		return 0
	}
	candidates = slices.Clone(candidates)
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(order(a), order(b)) })
	return candidates
}

// unread says which columns of rows an expression leaves behind, and how to keep them.
func (s *site) unread(n *survey.Name, expression *node) string {
	if expression.pairs == nil {
		return ""
	}
	var columns []string
	for _, c := range s.columns(n) {
		if column := (mapping.Path{"this", last(segments(c.Path))}).String(); !expression.reads(column) {
			columns = append(columns, short(last(segments(c.Path))))
		}
	}
	if columns == nil {
		return ""
	}
	return fmt.Sprintf("; without %s: fields.%s: %s would keep the rows whole", strings.Join(columns, ", "), fieldName(n), short(n.Path))
}

// sources are names of every post, as far as the vocabulary has them; those of citations only where posts cite, and what few
// pages state only where some do.
func (s *site) sources(names []string, posts crowd) []source {
	var all []source
	seen := s.signals(posts)
	for _, name := range names {
		of := source{expression: text(name)}
		switch cites := strings.HasPrefix(name, "citation."); {
		case !s.knows(name):
			continue
		case statedNames[name] && seen.Stated[name] == 0, cites && seen.Citations == 0:
			continue
		case statedNames[name]:
			of.note = fmt.Sprintf("%d of %d pages state it", seen.Stated[name], seen.Posts)
		case cites:
			of.note = fmt.Sprintf("%d of %d posts cite one", seen.Citations, seen.Posts)
		}
		all = append(all, of)
	}
	return all
}

// statedNames are the names of what some pages state of their publications, and most do not.
var statedNames = map[string]bool{"identifiers.isbn": true, "identifiers.issn": true, "identifiers.doi": true, "identifiers.handle": true, "identifiers.un_symbol": true, "identifiers.report_number": true,
	"licence": true, "citation.authors": true, "citation.series": true, "citation.series.number": true}

// behind are the names that count where no value of the site's own does. A plugin that says in which language each post
// is knows better than a line in it; that of the site is a mere setting, which the text may contradict.
func (s *site) behind(p *place, k kind) []string {
	if p.target == "downloads" && !slices.ContainsFunc(k.postTypes(), func(t string) bool { return libraryTypes[t] }) {
		return slices.DeleteFunc(slices.Clone(p.behind), func(name string) bool { return name == "library.files" })
	}
	several := slices.ContainsFunc(s.Languages, func(l survey.Language) bool { return l.From != "site" })
	if p.target == "language" && several && s.knows("plugin.language") {
		return append([]string{"plugin.language"}, p.behind...)
	}
	return p.behind
}

// inVersions makes a record of each language of a post, where posts are written in several at once.
func (s *site) inVersions(kind *node) {
	if s.knows("languages") && slices.ContainsFunc(s.Languages, func(l survey.Language) bool { return l.From == survey.QTranslate }) {
		kind.add("each", text("languages"))
		kind.add("key", text("this.language"))
	}
}

// numbered calls a series by its title where it has a number as well.
func numbered(fills []fill) []fill {
	if slices.ContainsFunc(fills, func(f fill) bool { return f.target == "series.number" }) {
		for i := range fills {
			if f := &fills[i]; f.target == "series" {
				f.target = "series.title"
				for j := range f.sources {
					if f.sources[j].expression.text == "citation.series" {
						f.sources[j].expression = text("citation.series.title")
					}
				}
			}
		}
	}
	return fills
}

// whenRetitled is the condition that a post cites one publication by more than a title, and has a title that does not begin with the
// publication's, or names the publishers, too. A line with neither publishers nor date is as likely to say what its link does: "The whole
// text as PDF".
const whenRetitled = "len(citations) == 1 && (citation.publishers != nil || citation.issued != nil) && (not (title startsWith citation.title) || any(citation.publishers, title contains #))"

// citedTitle is the title that the line of a post gives, where the post has another: publishers, date and file are those of the
// line, so the title is.
func (s *site) citedTitle(posts crowd) []source {
	seen := s.signals(posts)
	if !s.knows("citation.title") || seen.Retitled == 0 {
		return nil
	}
	cited := &node{}
	cited.add("from", text("citation.title"))
	cited.add("when", text(whenRetitled))
	return []source{{expression: cited, note: fmt.Sprintf("%d of %d posts that cite one have another title than their line", seen.Retitled, seen.Citations)}}
}
