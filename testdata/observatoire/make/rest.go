package main

import (
	"fmt"
	"strconv"
	"time"
)

// news adds posts that are no publications, some of which link a file.
func (s *site) news(list []news) {
	for i, entry := range list {
		n := s.add(post{kind: "post", title: titleOf(entry.Title, i), date: at(entry.Date)})
		parts := []string{typography(entry.Text, i)}
		if entry.Image != "" {
			image := s.attach(entry.Image, n)
			s.set(n, "_thumbnail_id", strconv.Itoa(image.id))
			parts = append([]string{fmt.Sprintf(`[caption id="attachment_%d" align="alignright" width="300"]<img class="size-medium wp-image-%[1]d" src="%[2]s" alt="" width="300" height="200" /> Photo : l'Observatoire[/caption]`, image.id, image.guid)}, parts...)
		}
		switch {
		case entry.PDF.Of != "":
			parts = append(parts, fmt.Sprintf(`<a href="%s">%s</a>`, s.uploads[entry.PDF.Of].guid, entry.PDF.Text))
		case entry.PDF.File != "":
			parts = append(parts, fmt.Sprintf(`<a href="%s">%s</a>`, s.attach(entry.PDF.File, n).guid, entry.PDF.Text))
		case entry.Form:
			parts = append(parts, `[contact-form-7 id="`+strconv.Itoa(s.form("Enquête"))+`" title="Enquête"]`)
		}
		n.content = classic(parts...)
		if i%2 == 1 && entry.Image == "" && !entry.Form {
			n.content = blocks(parts...)
		}
		joined := ""
		if entry.Attached != "" {
			joined = strconv.Itoa(s.attach(entry.Attached, n).id)
		}
		s.fill(n, "chapo", "")
		s.fill(n, "document_joint", joined)
		for _, slug := range entry.Categories {
			s.relate(n, s.term("category", slug, 0))
		}
		s.searchEngine(n, entry.Text)
	}
}

// form returns the ID of a contact form.
func (s *site) form(title string) int {
	for _, p := range s.posts {
		if p.kind == "wpcf7_contact_form" && p.title == title {
			return p.id
		}
	}
	fields := "<label>Votre nom [text* your-name]</label>\n<label>Votre adresse [email* your-email]</label>\n<label>Votre message [textarea your-message]</label>\n[submit \"Envoyer\"]"
	f := s.add(post{kind: "wpcf7_contact_form", title: title, date: installed.AddDate(0, 1, 0), author: 1, content: fields})
	s.set(f, "_form", fields, "_mail", php(object{{"active", true}, {"subject", "[Observatoire] " + title}, {"sender", "Observatoire <ne-pas-repondre@observatoire.example.org>"},
		{"recipient", "contact@observatoire.example.org"}, {"body", "[your-message]"}, {"additional_headers", "Reply-To: [your-email]"}}),
		"_messages", php(object{{"mail_sent_ok", "Merci, votre message est parti."}, {"mail_sent_ng", "L'envoi a échoué."}}), "_locale", "fr_FR")
	return f.id
}

var venues = map[string][]string{ // address, postcode, city, country
	"Université de Thiès":       {"Route de Dakar", "21000", "Thiès", "Sénégal"},
	"Place des Quinconces":      {"Place des Quinconces", "33000", "Bordeaux", "France"},
	"Maison des associations":   {"3, place Guy-Hersant", "31400", "Toulouse", "France"},
	"Siège de l'Observatoire":   {"12, quai de la Daurade", "31000", "Toulouse", "France"},
	"Cinéma Le Lavoir":          {"5, rue du Pont", "31000", "Toulouse", "France"},
	"Maison de la francophonie": {"8, rue de la Loi", "1000", "Bruxelles", "Belgique"},
	"Moulin de Castagnac":       {"Le Moulin", "31310", "Castagnac", "France"},
}

// agenda adds events as The Events Calendar keeps them: local times in postmeta, venue and organizer as posts.
func (s *site) agenda() {
	organizer := s.add(post{kind: "tribe_organizer", title: "Observatoire francophone de l’eau", date: at("2013-09-02 10:00")})
	s.set(organizer, "_OrganizerEmail", "agenda@observatoire.example.org", "_OrganizerPhone", "05 00 00 00 00", "_OrganizerWebsite", home)
	known := map[string]*post{}
	for i, h := range load[[]happening]("agenda.yaml") {
		start, end := at(h.Start), at(h.End)
		n := s.add(post{kind: "tribe_events", title: titleOf(h.Title, i), date: start.AddDate(0, 0, -30).Truncate(time.Hour)})
		parts := []string{typography(h.Text, i)}
		if h.PDF != "" {
			parts = append(parts, fmt.Sprintf(`<a href="%s">Télécharger le programme</a>`, s.attach(h.PDF, n).guid))
		}
		n.content = classic(parts...)
		if len(h.Start) == len(time.DateOnly) {
			end = end.Add(24*time.Hour - time.Second)
			s.set(n, "_EventAllDay", "yes")
		}
		s.set(n, "_EventOrigin", "events-calendar", "_EventStartDate", start.Format(time.DateTime), "_EventEndDate", end.Format(time.DateTime),
			"_EventStartDateUTC", start.UTC().Format(time.DateTime), "_EventEndDateUTC", end.UTC().Format(time.DateTime),
			"_EventDuration", fmt.Sprint(int(end.Sub(start).Seconds())), "_EventTimezone", "Europe/Paris", "_EventTimezoneAbbr", start.Format("MST"),
			"_EventShowMap", "1", "_EventCurrencySymbol", "€", "_EventCurrencyPosition", "suffix", "_EventCost", h.Cost, "_EventURL", "",
			"_EventOrganizerID", strconv.Itoa(organizer.id))
		if h.Venue != "" {
			if known[h.Venue] == nil {
				known[h.Venue] = s.venue(h.Venue)
			}
			s.set(n, "_EventVenueID", strconv.Itoa(known[h.Venue].id))
		}
		s.relate(n, s.term("tribe_events_cat", h.Category, 0))
	}
}

func (s *site) venue(name string) *post {
	v, a := s.add(post{kind: "tribe_venue", title: name, date: at("2013-09-02 10:00")}), venues[name]
	s.set(v, "_VenueAddress", a[0], "_VenueZip", a[1], "_VenueCity", a[2], "_VenueCountry", a[3], "_VenueShowMap", "1")
	return v
}

// pages adds pages, of which one is only a list of links.
func (s *site) pages() {
	bySlug := map[string]int{}
	for i, entry := range load[[]page]("pages.yaml") {
		n := s.add(post{kind: "page", title: titleOf(entry.Title, i), slug: entry.Slug, status: entry.Status, password: entry.Password,
			parent: bySlug[entry.Parent], date: installed.AddDate(0, 0, i), author: 2})
		bySlug[entry.Slug] = n.id
		var parts []string
		for _, text := range entry.Text {
			parts = append(parts, typography(text, i))
		}
		if entry.More != "" {
			parts = append(parts, entry.More)
		}
		if entry.PDF != nil {
			parts = append(parts, fmt.Sprintf(`<a href="%s">%s</a>`, s.attach(entry.PDF[0], n).guid, entry.PDF[1]))
		}
		if entry.Form != "" {
			parts = append(parts, fmt.Sprintf(`[contact-form-7 id="%d" title="%s"]`, s.form(entry.Form), entry.Form))
		}
		n.content = classic(parts...)
		s.set(n, "_wp_page_template", "default")
		s.fill(n, "bandeau_titre", entry.Title)
	}
}

// reserved adds publications that visitors do not see.
func (s *site) reserved() {
	for i, entry := range load[[]reserved]("reserves.yaml") {
		n := s.add(post{kind: entry.Type, title: titleOf(entry.Title, i), status: entry.Status, password: entry.Password, date: at("2025-02-03 09:00").AddDate(0, 0, -i)})
		file := s.attach(fmt.Sprintf("reserve-%02d.pdf", i+1), n)
		n.content = classic("Ce document ne doit pas sortir de la maison.", fmt.Sprintf(`<a href="%s">Télécharger</a>`, file.guid))
		switch entry.Type {
		case "ressource":
			s.fill(n, "organisme", "Observatoire francophone de l'eau")
			s.fill(n, "annee_parution", "2024")
			s.fill(n, "fichier", strconv.Itoa(file.id))
			s.relate(n, s.term("collection", "Études de terrain", 0))
		case "note":
			s.set(n, "annee", "2025", "editeur", "Observatoire francophone de l'eau", "document_pdf", file.guid)
		case "post":
			s.relate(n, s.term("category", entry.Category, 0))
		}
		switch entry.Status {
		case "trash":
			n.slug += "__trashed"
			s.set(n, "_wp_trash_meta_status", "publish", "_wp_trash_meta_time", "1738573200")
		case "future":
			n.date = at("2031-06-10 10:00")
		}
	}
}
