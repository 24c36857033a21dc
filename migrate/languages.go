package migrate

import (
	"cmp"
	"fmt"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// languageNames are what is known of the language of a post and of the same post in others.
var languageNames = map[string]name{
	"language":        plain(mapping.TypeText, "the language that a multilingual plugin gives the post, else that of the site; BCP 47", (*item).language),
	"plugin.language": plain(mapping.TypeText, "the language that a multilingual plugin gives the post, nothing where none does", (*item).pluginLanguage),
	"languages":       plain(mapping.TypeList, "the post in each language that it is written in: as rows of each, with language", (*item).versionRows),
	"translations":    plain(mapping.TypeList, "the same post in other languages: id and language of each", (*item).translations),
}

func (it *item) language() mapping.Value {
	if said := it.pluginLanguage(); said != nil {
		return said
	}
	return filled(it.view.Setup().Language)
}

func (it *item) pluginLanguage() mapping.Value {
	return filled(cmp.Or(it.spoken, it.view.Language(it.post.ID).Tag))
}

// translations are the records of the posts that a plugin names as translations. A post that makes no record is named by the
// reason, and not linked.
func (it *item) translations() mapping.Value {
	list := it.otherVersions()
	for _, t := range it.view.Translations(it.post.ID) {
		decision := it.run.decide(t.Head)
		detail := fmt.Sprintf("translation %s: post %d", t.Language, t.ID)
		switch {
		case !t.Exists:
			it.log.Lose(finding.ReferenceMissing, detail, 1)
		case t.Foreign:
			it.log.Find(finding.Finding{Code: finding.TranslationForeign, Field: "translations", Value: fmt.Sprint(t.ID), Detail: "named as the translation " + t.Language + ", and belongs elsewhere"})
		case decision.Withheld:
			it.log.Lose(finding.ReferencePrivate, detail, 1)
		case decision.Read:
			list = append(list, mapping.Object{{Name: "id", Value: it.run.postID(t.ID)}, {Name: "language", Value: filled(t.Language)}})
		}
	}
	return listOrNil(list)
}

// setTranslations takes rows of id and language.
func setTranslations(r *assembly, _ string, v mapping.Value) error {
	r.Translations = nil
	for _, element := range elements(v) {
		column := func(name string) mapping.Value { return inside(element, mapping.Path{name}) }
		t := record.Translation{ID: line(column("id"))}
		if t.ID == "" {
			return fmt.Errorf("the id of a record and its language are expected, as rows of id and language")
		}
		if language := column("language"); language != nil {
			of := assembly{Record: &record.Record{}, view: r.view}
			if err := setLanguage(&of, "", language); err != nil {
				return err
			}
			t.Language = of.Language
		}
		r.Translations = append(r.Translations, t)
	}
	return nil
}
