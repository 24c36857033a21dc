package migrate

import (
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// version is a post in one of the languages that it is written in, as a row of `languages`: every name speaks of the post in
// that language.
type version struct{ it *item }

// Opaque implements mapping.Node.
func (version) Opaque() {}

// Post implements mapping.Rendition.
func (v version) Post() mapping.Item { return v.it }

// Text implements mapping.Piece.
func (v version) Text() string { return textOf(v.it.language()) }

// Part implements mapping.Piece.
func (v version) Part(path mapping.Path) mapping.Value {
	if path[0] != "language" {
		return nil
	}
	return inside(v.it.language(), path[1:])
}

// speak makes the item that of the post in its default language, where the post is written in several.
func (it *item) speak() {
	versions := it.view.Versions(it.post)
	for i, v := range versions {
		of := it
		if i > 0 {
			of = &item{run: it.run, view: it.view, log: it.log, cache: map[string]cached{}, pages: map[string]*page{}, cleaned: map[string]bool{}}
		}
		of.post, of.spoken = v.Post, v.Language
		it.versions = append(it.versions, of)
	}
	for _, of := range it.versions {
		of.versions = it.versions
	}
}

// versionRows are the post in each of its languages: one row at least.
func (it *item) versionRows() mapping.Value {
	if len(it.versions) == 0 {
		return []mapping.Value{version{it}}
	}
	var list []mapping.Value
	for _, of := range it.versions {
		of.watched = it.watched
		list = append(list, version{of})
	}
	return list
}

// of is the item that a record is made of: the post, or the post in one of its languages.
func (it *item) of(draft mapping.Draft) *item {
	if v, ok := rowVersion(draft); ok {
		return v.it
	}
	return it
}

func rowVersion(draft mapping.Draft) (version, bool) {
	if draft.Row == nil {
		return version{}, false
	}
	v, ok := draft.Row.Value.(version)
	return v, ok
}

// versionID is the id that the record of a version has where the mapping gives it no key of its own.
func (it *item) versionID(of *item) string {
	if of == it.versions[0] {
		return it.run.postID(it.post.ID)
	}
	return it.run.postID(it.post.ID) + "#" + of.spoken
}

// otherVersions are the same post in its other languages, as translations.
func (it *item) otherVersions() []mapping.Value {
	var list []mapping.Value
	for _, of := range it.versions {
		if of != it {
			list = append(list, mapping.Object{{Name: "id", Value: it.versionID(of)}, {Name: "language", Value: filled(of.spoken)}})
		}
	}
	return list
}

// linkVersions gives translations that are other records of the same post the ids that these have; those that are none go.
func (e *engine) linkVersions(r *record.Record, it *item, drafts []mapping.Draft) {
	ids := map[string]string{}
	for i, d := range drafts {
		if of := it.of(d); of != it || d.Row != nil && len(of.versions) > 0 {
			ids[it.versionID(of)] = e.recordID(it.post.ID, d, i+1)
		}
	}
	var kept []record.Translation
	for _, t := range r.Translations {
		if postOf(t.ID) == it.post.ID {
			if t.ID = ids[t.ID]; t.ID == "" {
				continue
			}
		}
		kept = append(kept, t)
	}
	r.Translations = kept
}

// unsaid counts the languages of a post that no record has.
func (it *item) unsaid(drafts []mapping.Draft, log *finding.Log) {
	said := map[*item]bool{}
	for _, d := range drafts {
		said[it.of(d)] = true
	}
	var left []string
	for _, of := range it.versions {
		if !said[of] {
			left = append(left, of.spoken)
		}
	}
	if left != nil {
		log.Lose(finding.LanguageLeft, "written in the same post: "+strings.Join(left, ", "), len(left))
	}
	if elsewhere := it.view.LanguagesElsewhere(); elsewhere != nil {
		log.Lose(finding.LanguageLeft, "kept by TranslatePress apart from the post: "+strings.Join(elsewhere, ", "), len(elsewhere))
	}
}

var _ mapping.Rendition = version{}
