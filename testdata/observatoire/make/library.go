package main

import (
	"fmt"
	"strconv"
	"strings"
)

var continents = map[string]string{
	"Sénégal": "Afrique de l'Ouest", "Bénin": "Afrique de l'Ouest", "Burkina Faso": "Afrique de l'Ouest", "Mali": "Afrique de l'Ouest",
	"Guinée": "Afrique de l'Ouest", "Mauritanie": "Afrique de l'Ouest", "Côte d'Ivoire": "Afrique de l'Ouest", "Maroc": "Maghreb", "Tunisie": "Maghreb",
	"France": "Europe", "Belgique": "Europe", "Suisse": "Europe", "Cambodge": "Asie du Sud-Est", "Laos": "Asie du Sud-Est", "Vietnam": "Asie du Sud-Est",
	"Haïti": "Amérique latine",
}

var documentTypes = map[string]string{"Études de terrain": "etude", "Guides pratiques": "guide", "Actes de colloque": "actes", "Travaux universitaires": "these", "Cahiers de l'Observatoire": "cahier"}

// themes finds the themes of a publication in the words of its subject.
var themes = []struct{ name, words string }{
	{"Assainissement", "assainissement boues grises toilettes vidange filières"},
	{"Droit", "droit contentieux coupures directive mineurs saisonniers protection"},
	{"Ressource et climat", "nappes pluie bassin barrages dessalement pénuries risque écologique migrations rafraîchissement solaire forages"},
	{"Gouvernance", "gestion tarification régie comités factures redevances prix opérateurs recouvrement données performances"},
}

func (s *site) themesOf(p publication) []*term {
	var found []*term
	for _, theme := range themes {
		for _, word := range strings.Fields(theme.words) {
			if strings.Contains(p.Subject, word) {
				found = append(found, s.term("thematique", theme.name, 0))
				break
			}
		}
	}
	if found == nil {
		found = append(found, s.term("thematique", "Eau potable", 0))
	}
	return found
}

// country is a term below its continent, where it has one.
func (s *site) country(name string) *term {
	if above, ok := continents[name]; ok {
		return s.term("pays", name, s.term("pays", above, 0).id)
	}
	return s.term("pays", name, 0)
}

// resources adds the publications of the resource library.
func (s *site) resources(phrases map[string][]string) {
	for i, p := range load[[]publication]("ressources.yaml") {
		text := prose(p, phrases[p.tongue()], i)
		n := s.add(post{kind: "ressource", title: titleOf(p.Title, i), date: at(p.Online)})
		main := s.attach(p.File, n)
		r := record{From: n.id, Kind: "resource", N: 1, Title: n.title, TitlePlain: n.title, Language: p.Language, Pages: p.Pages, MainFile: main.guid, Series: []string{p.Collection}, Countries: p.Countries}
		r.issue(p.Issued)
		r.Publishers = p.publishers()
		s.fillNotice(n, p, text, i)
		s.fillAuthors(n, p, &r)
		s.fillFiles(n, p, &r)
		if p.ISBN {
			r.ISBN = isbn(i)
			s.fill(n, "isbn", r.ISBN)
		}
		s.relate(n, s.term("collection", p.Collection, 0))
		s.relate(n, s.themesOf(p)...)
		s.resourceBody(n, main, p, text, &r)
		s.searchEngine(n, text[0])
		s.revise(n, i)
		s.truth = append(s.truth, r)
	}
}

func (s *site) fillNotice(n *post, p publication, text []string, i int) {
	s.fill(n, "sous_titre", p.Subtitle)
	for _, typed := range p.Typed {
		s.fill(n, typed[0], typed[1])
	}
	s.fill(n, "organisme", p.Body)
	s.fill(n, "langue", p.Language)
	s.fill(n, "type_de_document", documentTypes[p.Collection])
	s.fill(n, "nombre_de_pages", strconv.Itoa(p.Pages))
	s.fill(n, "doi", p.DOI)
	resume := text[:1]
	if p.Style == "vide" {
		resume = text
	}
	s.fill(n, "resume", classic(resume...))
	var words []string
	for _, theme := range s.themesOf(p) {
		words = append(words, strings.ToLower(theme.name))
	}
	s.fill(n, "mots_cles", strings.Join(append(words, "eau", strings.ToLower(p.Countries[0])), ", "))
	var ids []string
	for _, name := range p.Countries {
		t := s.country(name)
		s.relate(n, t)
		ids = append(ids, strconv.Itoa(t.id))
	}
	s.fill(n, "pays", php(texts(ids...)))
	featured := "0"
	if i%9 == 0 {
		featured = "1"
	}
	s.fill(n, "a_la_une", featured)
	if i%3 == 1 {
		cover := s.attach("couverture-"+n.slug[:min(24, len(n.slug))]+".jpg", n)
		s.fill(n, "couverture", strconv.Itoa(cover.id))
		s.set(n, "_thumbnail_id", strconv.Itoa(cover.id))
	}
}

func (s *site) fillAuthors(n *post, p publication, r *record) {
	for i, row := range p.Authors.rows {
		for j, part := range strings.Split(row, "|") {
			name := []string{"nom", "prenom", "fonction", "institution"}[j]
			s.fillRow(n, fmt.Sprintf("auteurs_%d_%s", i, name), "auteurs."+name, part)
		}
		parts := strings.Split(row, "|")
		r.Authors = append(r.Authors, author{Name: strings.TrimSpace(parts[1] + " " + parts[0]), Affiliation: parts[3]})
	}
	s.fill(n, "auteurs", strconv.Itoa(len(p.Authors.rows)))
}

func (s *site) fillFiles(n *post, p publication, r *record) {
	s.fill(n, "fichier", strconv.Itoa(s.attach(p.File, n).id))
	for i, file := range p.Files {
		a := s.attach(file[1], n)
		s.fillRow(n, fmt.Sprintf("fichiers_langues_%d_fichier", i), "fichiers_langues.fichier", strconv.Itoa(a.id))
		s.fillRow(n, fmt.Sprintf("fichiers_langues_%d_langue", i), "fichiers_langues.langue", file[0])
		r.Downloads = append(r.Downloads, download{Language: file[0], URL: a.guid})
	}
	s.fill(n, "fichiers_langues", strconv.Itoa(len(p.Files)))
}

// resourceBody writes the page of a publication: nothing where all is in the fields, else prose in one of two editors.
func (s *site) resourceBody(n, main *post, p publication, text []string, r *record) {
	switch p.Style {
	case "classique":
		n.content = classic(append(text[1:], fmt.Sprintf(`<a href="%s" target="_blank" rel="noopener">%s</a>`, main.guid, "Télécharger le document (PDF)"))...)
		r.FilesInBody = []string{main.guid}
	case "blocs":
		n.content = blocks(append(append([]string{heading("Présentation")}, text[1:]...), fileBlock(main, n.title))...)
		r.FilesInBody = []string{main.guid}
	}
}

// notes adds the briefs: a post type of Custom Post Type UI, with custom fields that no plugin defines.
func (s *site) notes(phrases map[string][]string) {
	for i, p := range load[[]publication]("notes.yaml") {
		n := s.add(post{kind: "note", title: titleOf(p.Title, i), date: at(p.Online)})
		file := s.attach(p.File, n)
		text := prose(p, phrases["fr"], i)
		n.content = classic(text...)
		if p.Style == "blocs" {
			n.content = blocks(text...)
		}
		s.set(n, "annee", p.Year, "editeur", p.Publisher, "auteurs", p.Authors.text, "document_pdf", file.guid)
		s.relate(n, s.themesOf(p)...)
		s.searchEngine(n, text[0])
		r := record{From: n.id, Kind: "brief", N: 1, Title: n.title, TitlePlain: n.title, Language: "fr", MainFile: file.guid, Publishers: p.publishers()}
		r.issue(p.Year)
		for _, name := range strings.FieldsFunc(strings.ReplaceAll(p.Authors.text, " et ", ","), func(r rune) bool { return r == ',' }) {
			r.Authors = append(r.Authors, author{Name: strings.TrimSpace(name)})
		}
		s.truth = append(s.truth, r)
	}
}

func (p publication) publishers() []string {
	switch {
	case p.Publishers != nil:
		return p.Publishers
	case p.Body+p.Publisher != "":
		return []string{p.Body + p.Publisher}
	}
	return nil
}

// isbn is the Nth number of an imaginary publisher, with its check digit.
func isbn(n int) string {
	number := fmt.Sprintf("97829552%02d%02d", 17+n/10, n)
	sum := 0
	for i, digit := range number {
		sum += int(digit-'0') * (1 + 2*(i%2))
	}
	return fmt.Sprintf("978-2-95%s-%s-%d", number[6:11], number[11:], (10-sum%10)%10)
}
