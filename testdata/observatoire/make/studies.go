package main

import (
	"fmt"
	"strings"
)

// studies adds the publications that are posts of a category. Their bodies alone say what they are and where the file is.
func (s *site) studies(phrases map[string][]string) {
	for i, p := range load[[]publication]("etudes.yaml") {
		n := s.add(post{kind: "post", title: titleOf(p.Title, i), date: at(p.Online)})
		r := record{From: n.id, Kind: "post", N: 1, Title: n.title, TitlePlain: n.title, Publishers: p.Publishers, Language: p.tongue(), Categories: p.Categories}
		if p.tongue() != "fr" {
			r.Language = "" // nothing in the database says so
		}
		r.issue(p.Issued)
		var attached []*post
		for _, file := range p.Files {
			a := s.attach(file[1], n)
			attached = append(attached, a)
			r.Downloads = append(r.Downloads, download{Language: file[0], URL: a.guid})
			r.FilesInBody = append(r.FilesInBody, a.guid)
		}
		if len(p.Files) == 1 {
			r.Downloads = nil
		}
		r.MainFile = attached[0].guid
		for _, slug := range p.Categories {
			s.relate(n, s.term("category", slug, 0))
		}
		cited := p.Form == "citation" || p.Form == "citation-langues" || p.Form == "liste" || p.Form == "tableau"
		r.Stated = map[string]bool{"title": cited, "publisher": cited, "year": cited}
		manner := p.tongue()
		if p.Categories[0] == "rapports-annuels" {
			manner = "rapport"
		}
		n.content = studyBody(p, n.title, prose(p, phrases[manner], i), attached)
		for _, theme := range s.themesOf(p) {
			s.relate(n, s.term("post_tag", strings.ToLower(theme.name), 0))
		}
		s.searchEngine(n, p.Lead)
		s.revise(n, i+3)
		s.truth = append(s.truth, r)
	}
}

// citation is a line such as « Titre – Organisme, 2019 TÉLÉCHARGER », with or without the language; without a file, its text alone.
func citation(p publication, title string, file *post, mark, link string) string {
	when := p.When
	if when == "" {
		when = p.Issued
	}
	publishers := strings.Join(p.Publishers, " et ")
	line := fmt.Sprintf("<strong>%s</strong> – %s, %s%s", title, publishers, when, mark)
	if file == nil {
		return line
	}
	return line + fmt.Sprintf(` <a href="%s">%s</a>`, file.guid, link)
}

var marks = map[string]string{"fr": " (FR)", "en": " (EN)"}

// studyBody puts the file behind the prose in the way of the publication.
func studyBody(p publication, title string, text []string, files []*post) string {
	size := fmt.Sprintf("PDF, %d,%d Mo", 1+hash(p.Title)%4, hash(p.Title)%9)
	switch p.Form {
	case "citation":
		return classic(append(text, citation(p, title, files[0], "", "TÉLÉCHARGER"))...)
	case "citation-langues":
		var lines []string
		for i, file := range files {
			lines = append(lines, citation(p, title, file, marks[p.Files[i][0]], "TÉLÉCHARGER"))
		}
		return classic(append(text, strings.Join(lines, "<br />\n"))...)
	case "lien":
		return classic(append(text, fmt.Sprintf(`<a href="%s"><img class="alignnone" src="%s/wp-content/themes/rivage/img/pdf.png" alt="" width="16" height="16" /> Télécharger le rapport (%s)</a>`, files[0].guid, home, size))...)
	case "fichier":
		return blocks(append(text, fileBlock(files[0], title))...)
	case "incorporé":
		return classic(append(text, fmt.Sprintf(`[pdf-embedder url="%s"]`, files[0].guid), fmt.Sprintf(`<a class="bouton" href="%s">Télécharger (%s)</a>`, files[0].guid, size))...)
	case "tableau":
		return classic(append(text, "<table>\n<tbody>\n<tr>\n<td>"+citation(p, title, nil, "", "")+"</td>\n<td>"+fmt.Sprintf(`<a href="%s">Télécharger</a>`, files[0].guid)+"</td>\n</tr>\n</tbody>\n</table>")...)
	case "liste":
		var items []string
		for i, file := range files {
			items = append(items, "<!-- wp:list-item -->\n<li>"+citation(p, title, file, marks[p.Files[i][0]], "télécharger")+"</li>\n<!-- /wp:list-item -->")
		}
		return blocks(append(text, "<!-- wp:list -->\n<ul class=\"wp-block-list\">"+strings.Join(items, "\n\n")+"</ul>\n<!-- /wp:list -->")...)
	case "boutons":
		var row []string
		for i, file := range files {
			row = append(row, button(file, "Télécharger"+strings.ToLower(marks[p.Files[i][0]])))
		}
		return blocks(append(text, "<!-- wp:buttons -->\n<div class=\"wp-block-buttons\">"+strings.Join(row, "\n\n")+"</div>\n<!-- /wp:buttons -->")...)
	}
	panic("no form " + p.Form)
}
