package people

import (
	"slices"
	"strings"
	"unicode"
)

// columnWords are the names of columns of a row that is a person's, in small letters without accents, by what they hold.
var columnWords = map[string][]string{
	"given":       {"given", "given name", "given names", "first name", "firstname", "forename", "prenom", "prenoms", "vorname", "vornamen", "nombre de pila", "nombres", "primer nombre", "nome proprio", "voornaam", "fornavn", "fornamn", "etunimi", "imie", "jmeno", "ime", "prenume", "ad", "keresztnev", "имя", "імя", "име", "ονομα", "الاسم الأول"},
	"family":      {"family", "family name", "last name", "lastname", "surname", "nom de famille", "nachname", "familienname", "zuname", "apellido", "apellidos", "sobrenome", "apelido", "cognome", "achternaam", "etternavn", "efternavn", "efternamn", "sukunimi", "nazwisko", "prijmeni", "prezime", "nume de familie", "soyad", "vezeteknev", "фамилия", "прізвище", "фамилно име", "επωνυμο", "اسم العائلة", "العائلة", "اللقب"},
	"name":        {"name", "full name", "fullname", "display name", "author", "authors", "author name", "person", "people", "contributor", "nom", "nom complet", "auteur", "autrice", "nombre", "nombre completo", "autor", "autora", "nome", "nome completo", "autore", "verfasser", "naam", "navn", "namn", "nimi", "imie i nazwisko", "nume", "isim", "nev", "фио", "автор", "полное имя", "συγγραφεας", "ονοματεπωνυμο", "الاسم", "اسم", "اسم المؤلف", "المؤلف", "الاسم الكامل", "user", "editor", "translator"},
	"affiliation": {"affiliation", "affiliations", "organisation", "organization", "institution", "institute", "company", "employer", "university", "department", "workplace", "organisme", "structure", "etablissement", "rattachement", "afiliacion", "institucion", "organizacion", "entidad", "universidad", "afiliacao", "filiacao", "instituicao", "organizacao", "entidade", "affiliazione", "istituzione", "organizzazione", "ente", "zugehorigkeit", "einrichtung", "universitat", "instelling", "organisatie", "affiliatie", "tilknytning", "institusjon", "afiliacja", "instytucja", "organizacja", "kurum", "организация", "учреждение", "место работы", "аффилиация", "организация", "ιδρυμα", "الجهة", "المؤسسة", "الانتماء", "المنظمة", "جهة العمل"},
	"role":        {"role", "roles", "author role", "fonction", "function", "rolle", "funktion", "rol", "functie", "funcion", "papel", "funcao", "ruolo", "funzione", "rola", "rooli", "роль", "функция", "الدور", "contribution"},
	"orcid":       {"orcid", "orcid id", "orcid ids", "orcid url"},
}

// Column is what a column holds of a person by its name, in one of some twenty languages: name, given, family, affiliation,
// role, orcid; empty where it is none of these.
func Column(name string) string {
	var b strings.Builder
	var before rune
	for _, r := range name {
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(before):
			b.WriteByte(' ')
			b.WriteRune(r)
		case unicode.IsLetter(r) || unicode.IsMark(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
		before = r
	}
	words := strings.Fields(fold(b.String()))
	for begin := range min(len(words), 2) { // author_name, auteur_organisme
		phrase := strings.Join(words[begin:], " ")
		for _, concept := range []string{"orcid", "given", "family", "name", "affiliation", "role"} {
			if slices.Contains(columnWords[concept], phrase) {
				return concept
			}
		}
		if !slices.Contains(columnWords["name"], words[0]) {
			break
		}
	}
	return ""
}

// RoleName is a role in the words of a record: in English where it is a known one, else as it is written.
func RoleName(text string) string {
	if role := Role(text); role != "" {
		return role
	}
	return strings.Join(strings.Fields(text), " ")
}
