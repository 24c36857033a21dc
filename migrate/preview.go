package migrate

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"

	"wp2pub/migrate/clean"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// preview reads the posts that a person should look at once more, and puts them into the report before and after
// cleaning. What goes wrong with that is a warning: the run itself is finished.
func (e *engine) preview(ctx context.Context, source Source) {
	choices := e.report.Choose(e.options.Previews, func(post int64) bool {
		entry, ok := e.site.Entry(post)
		return ok && e.site.Public(entry)
	})
	if len(choices) == 0 {
		return
	}
	at := make(map[int64]int, len(choices))
	for i, c := range choices {
		at[c.PostID] = i
	}
	previews := make([]report.Preview, len(choices))
	wanted := func(h wordpress.Head) bool { _, ok := at[h.ID]; return ok }
	for post, err := range source.Posts(ctx, wanted) {
		if err != nil {
			e.report.Noted = append(e.report.Noted, fmt.Sprintf("not all previews could be made: %v", err))
			break
		}
		i := at[post.ID]
		p, err := e.beforeAndAfter(post)
		if err != nil {
			e.report.Noted = append(e.report.Noted, err.Error())
			continue
		}
		p.Choice = choices[i]
		previews[i] = p
	}
	e.report.Previews = slices.DeleteFunc(previews, func(p report.Preview) bool { return p.PostID == 0 })
}

// beforeAndAfter renders and cleans one post as the mapping asks for it.
func (e *engine) beforeAndAfter(post *wordpress.Post) (p report.Preview, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the preview of the post %d failed: %v (%s)", post.ID, fault, place(debug.Stack()))
		}
	}()
	it := newItem(post, e)
	it.watched = rendering
	p = report.Preview{Kind: post.Type, Title: it.view.Reference(post.ID).Title}
	var drop []string
	if outcome, err := e.options.Mapping.Apply(it); err == nil && len(outcome.Drafts) > 0 {
		p.Kind, drop = outcome.Drafts[0].Kind, outcome.Drafts[0].Body.Drop
	}
	page := it.page(drop)
	before, beforeCut := cutMarkup(page.steps[0].After)
	after, afterCut := cutMarkup(clean.HTML(page.root))
	p.Before, p.After, p.Cut = before, after, beforeCut || afterCut
	return p, nil
}

// cutMarkup ends HTML that is too long for a preview before a tag.
func cutMarkup(markup string) (string, bool) {
	if len(markup) <= report.MostPreview {
		return markup, false
	}
	end := report.MostPreview
	for !utf8.RuneStart(markup[end]) {
		end--
	}
	if tag := strings.LastIndexByte(markup[:end], '<'); tag > end/2 {
		end = tag
	}
	return strings.Clone(markup[:end]), true
}
