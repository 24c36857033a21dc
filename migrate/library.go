package migrate

import (
	"fmt"

	"wp2pub/mapping"
	"wp2pub/migrate/facts"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// libraryNames are the files that belong to a post without its page showing them.
var libraryNames = map[string]name{
	"attachments": plain(mapping.TypeList, "the documents of the media library that hang on the post", (*item).attachments),
	"library":     plain(mapping.TypeAny, "what a plugin for downloads or documents keeps for the post: files, version", (*item).library),
}

// libraryPaths are the parts of a library for the checks of a mapping.
func libraryPaths() []mapping.Name {
	return []mapping.Name{
		{Path: "library.files", Type: mapping.TypeList, Doc: "the files that a plugin for downloads or documents keeps for the post, the latest version first"},
		{Path: "library.version", Type: mapping.TypeText, Doc: "the version that the plugin states"},
	}
}

// attachments are the documents that hang on the post. Those of a library that gives its files to some visitors only stay.
func (it *item) attachments() mapping.Value {
	if it.view.Library(it.post.ID).Withheld != "" {
		return it.withheldFile("attachments")
	}
	var list []mapping.Value
	for _, id := range it.view.Children(it.post.ID) {
		if a, ok := it.view.Attachment(id); ok && facts.IsDocument(a.MIMEType) {
			list = append(list, downloadNode{Download: facts.Attached(a, it.view)})
		}
	}
	return listOrNil(list)
}

// library is what a plugin keeps for the post.
func (it *item) library() mapping.Value {
	library := it.view.Library(it.post.ID)
	if library.Withheld != "" || library.Locked > 0 {
		it.withheldFile("downloads")
	}
	var list []mapping.Value
	for _, file := range facts.Library(it.post.ID, it.view) {
		list = append(list, downloadNode{Download: file})
	}
	if id := revised(it.post); list == nil && id != 0 {
		if a, ok := it.view.Attachment(id); ok {
			list = append(list, downloadNode{Download: facts.Attached(a, it.view)})
		} else {
			it.log.Lose(finding.MediaMissing, fmt.Sprintf("attachment %d", id), 1)
		}
	}
	if list == nil && library.Version == "" {
		return nil
	}
	return mapping.Object{{Name: "files", Value: listOrNil(list)}, {Name: "version", Value: filled(library.Version)}}
}

// revision is how WP Document Revisions writes the ID of the file into the content of a document.
var revision = pattern.New(`^\s*(?:<!-- WPDR\s+([0-9]+)\s*-->|([0-9]+)\s*$)`)

// revised is the file of a document of WP Document Revisions.
func revised(post *wordpress.Post) int64 {
	if m := revision.FindStringSubmatch(post.Content); m != nil && post.Type == "document" {
		id, _ := wordpress.ParseID(m[1] + m[2])
		return id
	}
	return 0
}

// withheldFile gives nothing in place of files that are for some visitors only, and says so.
func (it *item) withheldFile(field string) mapping.Value {
	library := it.view.Library(it.post.ID)
	detail := "a password of a plugin for downloads"
	switch {
	case library.Locked > 0:
		detail = fmt.Sprintf("%s asks for a password of %d of its files", library.Plugin, library.Locked)
	case library.Withheld != "":
		detail = library.Plugin + " gives the files to " + library.Withheld + " only"
	}
	it.log.Find(finding.Finding{Code: finding.FileWithheld, Field: field, Detail: detail})
	return nil
}
