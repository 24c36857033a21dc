package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// users adds those who write, and a reader.
func (s *site) people() {
	for i, u := range [][4]string{
		{"webmestre", "Webmestre", "administrator", "10"}, {"croussel", "Camille Roussel", "editor", "7"}, {"radjovi", "Rachelle Adjovi", "editor", "7"},
		{"sbenoit", "Sylvie Benoît", "author", "2"}, {"lecteur12", "lecteur12", "subscriber", "0"},
	} {
		id := strconv.Itoa(i + 1)
		s.users = append(s.users, []string{id, u[0], "$P$B" + fmt.Sprintf("%016x%015x", hash(u[0]), hash(u[1])>>4), u[0], u[0] + "@observatoire.example.org", "", installed.Format(time.DateTime), "", "0", u[1]})
		for _, m := range [][2]string{{"nickname", u[0]}, {"first_name", ""}, {"last_name", ""}, {"description", ""}, {"locale", ""},
			{"obs_capabilities", php(object{{u[2], true}})}, {"obs_user_level", u[3]}} {
			s.userMeta = append(s.userMeta, meta{i + 1, m[0], m[1]})
		}
	}
}

// remarks adds comments: with names, addresses and IP numbers of readers, and one of a machine.
func (s *site) remarks() {
	texts := []string{
		"Bonjour, le lien vers la version anglaise ne fonctionne pas chez moi. Merci d'avance !", "Document très utile pour nos formations, bravo à l'équipe.",
		"Page 14, le total ne correspond pas au tableau de la page 12.", "Est-il possible d'obtenir les données de l'annexe ?",
		"Merci pour ce travail. Nous l'avons traduit en wolof pour notre comité.", "Achetez ici vos pilules <a href=\"http://pilules.example\">pas chères</a>",
	}
	names := []string{"Awa D.", "Jean-Marc Poulain", "Lucie", "Un maire", "Moussa Fall", "cheap"}
	var open []*post
	for _, p := range s.posts {
		if (p.kind == "ressource" || p.kind == "post") && p.status == "publish" && p.password == "" {
			open = append(open, p)
		}
	}
	for i := range 12 {
		p, k := open[i*7%len(open)], i%len(texts)
		approved := "1"
		if k == 5 {
			approved = "spam"
		} else {
			p.comments++
		}
		date := p.date.AddDate(0, 0, 3+i)
		s.comments = append(s.comments, []string{strconv.Itoa(i + 1), strconv.Itoa(p.id), names[k], fmt.Sprintf("lecteur%d@courriel.example", i), "", fmt.Sprintf("192.0.2.%d", 10+i),
			date.Format(time.DateTime), date.UTC().Format(time.DateTime), texts[k], "0", approved, "Mozilla/5.0", "comment", "0", "0"})
	}
}

// messages adds what Flamingo keeps of contact forms: published posts, full of personal data.
func (s *site) messages() {
	for i, m := range [][3]string{
		{"Paul Verdier", "Demande de stage", "Bonjour, je suis étudiant et je cherche un stage de six mois. Mon numéro : 06 00 00 00 01."},
		{"Nadia Ferhat", "Guide de l'intercommunalité", "Auriez-vous une version imprimée ? Mon adresse : 4, rue des Lilas, 69003 Lyon."},
		{"Koffi Mensah", "Erreur dans une note", "La carte de la note n° 1 est à l'envers."},
		{"Sandrine Oger", "Adhésion", "Notre commune souhaite adhérer. Pouvez-vous me rappeler au 05 00 00 00 02 ?"},
	} {
		address := slugOf(m[0]) + "@courriel.example"
		date := at("2024-03-11 09:30").AddDate(0, i, i)
		contact := s.add(post{kind: "flamingo_contact", title: address, date: date, author: 1})
		s.set(contact, "_email", address, "_name", m[0], "_props", php(object{}))
		inbound := s.add(post{kind: "flamingo_inbound", title: m[1], content: m[2], date: date, author: 1})
		s.set(inbound, "_subject", m[1], "_from", m[0]+" <"+address+">", "_from_name", m[0], "_from_email", address, "_field_your-name", m[0],
			"_field_your-email", address, "_field_your-message", m[2], "_meta", php(object{{"remote_ip", fmt.Sprintf("192.0.2.%d", 50+i)}, {"user_agent", "Mozilla/5.0"}}))
	}
}

// searchEngine adds what Yoast SEO keeps of a post.
func (s *site) searchEngine(p *post, text string) {
	words := strings.Fields(strings.ReplaceAll(text, "&nbsp;", " "))
	s.set(p, "_yoast_wpseo_content_score", strconv.Itoa(60+int(hash(p.slug)%31)), "_yoast_wpseo_estimated-reading-time-minutes", "2")
	if p.id%2 == 0 {
		s.set(p, "_yoast_wpseo_title", "%%title%% %%sep%% %%sitename%%", "_yoast_wpseo_metadesc", strings.Join(words[:min(18, len(words))], " ")+"…")
	}
	s.set(p, "_edit_last", strconv.Itoa(p.author), "_edit_lock", fmt.Sprintf("%d:%d", p.date.Unix()+600, p.author))
}

// revise gives every fourth post an earlier version.
func (s *site) revise(p *post, i int) {
	if i%4 == 0 {
		s.add(post{kind: "revision", status: "inherit", title: p.title, content: "Premier jet, à relire.", slug: fmt.Sprintf("%d-revision-v1", p.id), parent: p.id, date: p.date.Add(-time.Hour), author: p.author})
	}
}
