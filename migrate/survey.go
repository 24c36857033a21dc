package migrate

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/facts"
	"wp2pub/migrate/facts/calendar"
	"wp2pub/migrate/facts/citation"
	"wp2pub/migrate/facts/download"
	"wp2pub/migrate/facts/people"
	"wp2pub/migrate/facts/stated"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/render"
	"wp2pub/migrate/survey"
	"wp2pub/migrate/wordpress"
)

// Survey says what is in a site. It looks at every post that may leave by default, and at those of unknown types, by
// rendering and cleaning their pages as for records. It needs no mapping: of options it takes SiteID, Jobs, Progress and
// Opened.
func Survey(ctx context.Context, source Source, options Options) (*survey.Survey, error) {
	options.Mapping, options.Reread = mapping.Default(Vocabulary()), nil
	e, err := openToMake(ctx, source, options)
	if err != nil {
		return nil, err
	}
	return e.survey(ctx, source, options.Progress)
}

// survey looks at the posts. Progress may be nil.
func (e *engine) survey(ctx context.Context, source Source, progress func(done, total int)) (*survey.Survey, error) {
	collector := survey.NewCollector(e.site)
	wanted, done := 0, 0
	for _, entry := range e.site.Entries() {
		if collector.Wants(entry.ID) {
			wanted++
		}
	}
	var failed []string
	posts := source.Posts(ctx, func(h wordpress.Head) bool { return collector.Wants(h.ID) })
	err := inOrder(ctx, posts, e.options.Jobs, e.look, func(l looked) error {
		if done++; progress != nil {
			progress(done, wanted)
		}
		if l.fault != "" {
			failed = append(failed, fmt.Sprintf("wp2pub failed on the post %d, of which only the fields count here: %s", l.post.ID, l.fault))
		}
		collector.Add(l.post, l.page)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if done != wanted {
		return nil, fmt.Errorf("the source gave %d of %d posts: it changed while it was read; run again", done, wanted)
	}
	s := collector.Survey()
	s.Site, s.Warnings = e.options.SiteID, append(s.Warnings, failed...)
	return s, nil
}

// looked is a post and what its page showed.
type looked struct {
	post  *wordpress.Post
	page  survey.Page
	fault string
}

// look renders the page of one post. A post that makes the program fail is no reason to stop.
func (e *engine) look(post *wordpress.Post) (l looked) {
	l.post = post
	defer func() {
		if fault := recover(); fault != nil {
			l.fault = fmt.Sprintf("%v (%s)", fault, place(debug.Stack()))
		}
	}()
	it := newItem(post, e)
	l.page.Fields = it.view.ACF(post.Meta, nil)
	page := it.page(nil)
	l.page.Text = letters(page.root)
	l.page.Documents = len(download.Files(page.root, it.view, page.offers)) + len(it.view.Library(post.ID).Files)
	l.page.Attachments = facts.Attachments(page.root, it.view)
	cited := it.cites(page.root)
	l.page.Citations = len(cited)
	l.page.Retitled = len(cited) == 1 && retitled(textOf(it.title()), cited[0])
	l.page.Authors = people.Plugins(post, it.view)
	_, l.page.Byline = people.ReadByline(page.root)
	l.page.Stated = it.states(cited)
	_, l.page.Event = calendar.Event(post, it.view)
	shortcodes, blocks := render.Marks(post, it.view)
	l.page.Shortcodes, l.page.Blocks = marks(shortcodes), marks(blocks)
	it.title()
	it.excerpt()
	for _, f := range l.page.Fields {
		it.typedValue("acf."+f.Name, f.Value)
	}
	log := &finding.Log{}
	log.Add(page.log)
	log.Add(it.log)
	l.page.Losses, l.page.Findings = log.Losses(), log.Findings()
	return l
}

// states are the names of what a page states of its publication beside title, publishers and date, as far as it is certain.
func (it *item) states(cited []citation.Citation) []string {
	var names []string
	for _, one := range stated.Identifiers(it.lines()) {
		if one.Doubt == "" || one.Kind == "isbn" || one.Kind == "issn" { // a number with such a label is hardly another work's
			names = append(names, "identifiers."+one.Kind)
		}
	}
	if l, ok := stated.LicenceOf(it.lines()); ok && l.Doubt == "" && l.Name+l.ID != "" {
		names = append(names, "licence")
	}
	if len(cited) > 0 {
		for name, is := range map[string]bool{"citation.authors": len(cited[0].Authors) > 0, "citation.series": cited[0].Series.Title != "", "citation.series.number": cited[0].Series.Number != ""} {
			if is {
				names = append(names, name)
			}
		}
	}
	return names
}

// retitled reports whether a post has another title than what it cites by more than a title, or one that names the publishers, too.
func retitled(title string, cited citation.Citation) bool {
	if len(cited.Publishers) == 0 && cited.Issued == "" {
		return false
	}
	return !strings.HasPrefix(title, cited.Title) || slices.ContainsFunc(cited.Publishers, func(name string) bool { return strings.Contains(title, name) })
}

func marks(found []render.Mark) []survey.Mark {
	var list []survey.Mark
	for _, m := range found {
		list = append(list, survey.Mark{Name: m.Name, Count: m.Count, Rendered: m.Rendered})
	}
	return list
}

// letters counts the characters of a text that are no white space.
func letters(root *html.Node) int {
	n := 0
	for _, c := range clean.Text(root) {
		if !unicode.IsSpace(c) {
			n++
		}
	}
	return n
}
