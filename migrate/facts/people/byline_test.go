package people

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestByline reads the heads of pages.
func TestByline(t *testing.T) {
	for page, want := range map[string]string{
		"<p>By Anne T. Gallagher and Ольга Петрова</p><p>Text.</p>":                                 "Anne T. Gallagher; Ольга Петрова",
		"<p><em>par Jean-Pierre Dupont et Marie-Claire du Plessis</em></p>":                         "Jean-Pierre Dupont; Marie-Claire du Plessis",
		"<p>Von Klaus Müller, 12. Mai 2013</p>":                                                     "Klaus Müller",
		"<h2>Title</h2><p>Por María José Rodríguez | 12 mayo 2013</p>":                              "María José Rodríguez",
		"<p>di Giulia Rossi</p>":                                                                    "",
		"<p>Un rapport de Claire Petit, Jean du Plessis et Anne Morel</p>":                          "Claire Petit; Jean du Plessis; Anne Morel",
		"<p>A policy brief by Anne Gallagher</p>":                                                   "Anne Gallagher",
		"<p>Un rapport de la Cour des comptes</p>":                                                  "",
		"<p>Une étude de Médecins du Monde</p>":                                                     "",
		"<p>di: Giulia Rossi</p>":                                                                   "Giulia Rossi",
		"<p>door Jan van der Berg en Pieter ter Horst</p>":                                          "Jan van der Berg; Pieter ter Horst",
		"<p>Автор: Ольга Петрова</p>":                                                               "Ольга Петрова",
		"<p>Edited by Anne Gallagher</p>":                                                           "Anne Gallagher (editor)",
		"<p>Text.<br>By Anne Gallagher<br>Text.</p>":                                                "Anne Gallagher",
		"<div class=\"byline\">Xu Quux</div>":                                                       "Xu Quux",
		"<p>Authors: Xu Quux and the Ministry of Health</p>":                                        "Xu Quux and the Ministry of Health",
		"<p>By Anne Gallagher on 12 May 2013</p>":                                                   "Anne Gallagher",
		"<p>By 2030 all states want to end slavery.</p>":                                            "",
		"<p>By Anne Gallagher, the report sets out what states can do.</p>":                         "",
		"<p>Von Menschenrechten handelt dieser Text.</p>":                                           "",
		"<p>Par ailleurs, le rapport le dit.</p>":                                                   "",
		"<p>A</p><p>B</p><p>C</p><p>D</p><p>E</p><p>F</p><p>By Anne Gallagher</p>":                  "",
		"<p>Por la libertad</p>":                                                                    "",
		"<blockquote>By Anne Gallagher</blockquote><table><tr><td>By Jean Dupont</td></tr></table>": "",
		"": "",
	} {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		b, _ := ReadByline(root)
		var names []string
		for _, p := range b.People {
			name := p.Name
			if p.Role != "" {
				name += " (" + p.Role + ")"
			}
			names = append(names, name)
		}
		if got := strings.Join(names, "; "); got != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
		if len(names) > 0 && (b.Confidence <= 0 || b.Confidence >= 1) {
			t.Errorf("%s: a byline of which nobody doubts: %v", page, b.Confidence)
		}
	}
}
