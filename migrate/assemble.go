package migrate

import (
	"fmt"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// assemble makes the record of one of a post's drafts: what every record says of its post, and what the mapping assigned.
func (e *engine) assemble(it *item, drafts []mapping.Draft, i int) (*record.Record, *finding.Log) {
	draft, log, post := drafts[i], &finding.Log{}, it
	it = post.of(draft)
	r := &record.Record{ID: e.recordID(it.post.ID, draft, i+1), Kind: draft.Kind, Type: draft.Type}
	e.describe(r, it)
	if it.ownAncestor() {
		log.Find(finding.Finding{Code: finding.ParentLoop, Field: "source.parent_id", Value: fmt.Sprint(it.post.Parent)})
	}
	making := &assembly{Record: r, view: it.view}
	for _, a := range draft.Assignments {
		making.assign(a, log)
		it.doubt(draft, a, log)
	}
	making.arrangeDownloads()
	e.linkVersions(r, post, drafts)
	it.body(r, draft, log)
	if i == 0 {
		it.outside(drafts, log)
		post.unsaid(drafts, log)
	}
	log.Add(it.log)
	e.rereadParts(r, log)
	personalData(r, draft.PersonalData, log)
	r.Repair(log)
	r.Note(log)
	if draft.PersonalData == mapping.MaskPersonalData {
		maskNotes(r)
	}
	return r, log
}

// ownAncestor reports whether a post stands below itself.
func (it *item) ownAncestor() bool {
	const deepest = 100 // more than anyone nests pages
	for id, n := it.post.Parent, 0; id != 0 && n < deepest; n++ {
		if id == it.post.ID {
			return true
		}
		id, _ = it.view.Parent(id)
	}
	return false
}

// postID is SITE:POSTID, the id of the first record of a post.
func (e *engine) postID(post int64) string { return fmt.Sprintf("%s:%d", e.options.SiteID, post) }

// recordID is SITE:POSTID, and of a further record of the same post SITE:POSTID#KEY.
func (e *engine) recordID(post int64, draft mapping.Draft, position int) string {
	id := e.postID(post)
	if position > 1 {
		id += "#" + keyOf(draft, position)
	}
	return id
}

// describe fills in what every record says of its post, whatever the mapping assigns.
func (e *engine) describe(r *record.Record, it *item) {
	post, view := it.post, it.view
	r.Slug = wordpress.DecodeSlug(post.Name)
	r.Status = wordpress.RecordStatus(post.Status)
	r.Posted = view.Time("posted", post.Date, post.DateGMT)
	r.Modified = view.Time("modified", post.Modified, post.ModifiedGMT)
	for _, t := range view.Terms(post.ID) {
		if n := len(r.Terms); n == 0 || r.Terms[n-1].Name != t.Taxonomy {
			r.Terms = append(r.Terms, record.Taxonomy{Name: t.Taxonomy})
		}
		last := &r.Terms[len(r.Terms)-1]
		term := record.Term{Slug: wordpress.DecodeSlug(t.Slug), Name: t.PublicName()}
		for _, ancestor := range view.Lineage(t) {
			term.Path = append(term.Path, ancestor.PublicName())
		}
		last.Terms = append(last.Terms, term)
	}
	author, _ := it.author().(string)
	r.Source = record.Origin{
		Site: view.Setup().Home, PostID: post.ID, PostType: post.Type, Status: post.Status, Slug: post.Name,
		Permalink: view.Permalink(post.ID), GUID: post.GUID, Author: author, ParentID: post.Parent, MenuOrder: post.MenuOrder,
	}
	for _, m := range post.Meta {
		if m.Key == "_wp_old_slug" && m.Value != "" {
			r.Source.OldSlugs = append(r.Source.OldSlugs, m.Value)
		}
	}
}

// assign puts a value into its place. A value that the place cannot take is left out there, with a finding.
func (r *assembly) assign(a mapping.Assignment, log *finding.Log) {
	target, below, _ := strings.Cut(a.Target, ".")
	put, ok := targets[target]
	if !ok || a.Value == nil {
		return
	}
	r.log = log
	if err := put(r, below, a.Value); err != nil {
		log.Find(finding.Finding{Code: finding.ValueInvalid, Field: a.Target, Value: shorten(textOf(a.Value)), Detail: err.Error()})
	}
}

// shorten cuts a value to what a report can show.
func shorten(text string) string {
	const most = 80
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}

// body writes the body in the forms that the mapping asks for.
func (it *item) body(r *record.Record, draft mapping.Draft, log *finding.Log) {
	if len(draft.Body.Formats) == 0 {
		return
	}
	page := it.pageOf(draft)
	log.Add(page.log)
	root := page.root
	if draft.PersonalData == mapping.MaskPersonalData && hasAddress(clean.HTML(root)) {
		root = copyNode(root, nil)
		maskTree(root)
	}
	for _, format := range draft.Body.Formats {
		switch format {
		case "html":
			r.Body.HTML = clean.HTML(root)
		case "markdown":
			r.Body.Markdown = clean.Markdown(root)
		case "text":
			r.Body.Text = clean.Text(root)
		}
	}
}
