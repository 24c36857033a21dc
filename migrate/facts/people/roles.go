package people

import (
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
)

// roleWords are the words for what a person did, by role, in small letters without accents and points.
var roleWords = map[string][]string{
	"author":      {"author", "authors", "auteur", "auteure", "auteurs", "autrice", "autrices", "autor", "autora", "autores", "autoras", "autorin", "autoren", "autore", "autori", "verfasser", "verfasserin", "schrijver", "lead author", "main author", "co-author", "coauthor", "writer", "auteur principal", "автор", "авторы", "forfatter", "forfattare", "autorka", "autorzy", "szerzo", "yazar", "συγγραφεας", "المؤلف", "مؤلف", "كاتب"},
	"editor":      {"editor", "editors", "ed", "eds", "edit", "edited", "edited by", "co-editor", "series editor", "hg", "hrsg", "hgg", "herausgeber", "herausgeberin", "herausgebende", "editeur scientifique", "editrice scientifique", "sous la direction de", "dir", "direction", "coord", "coords", "coordinator", "coordinador", "coordinadora", "coordinateur", "coordonnateur", "coordinatrice", "coordenador", "coordenadora", "editora", "editores", "org", "orgs", "organizador", "organizadora", "cura", "curatore", "curatrice", "a cura di", "red", "redacteur en chef", "redactie", "redaktor", "redaktion", "redaktor", "redakcja", "ред", "редактор", "под ред", "сост", "составитель", "محرر", "المحرر", "تحرير"},
	"translator":  {"translator", "translators", "trans", "transl", "tr", "trad", "translated by", "translation", "traducteur", "traductrice", "traduction", "traductor", "traductora", "traduccion", "tradutor", "tradutora", "traducao", "traduttore", "traduttrice", "traduzione", "ubersetzer", "ubersetzerin", "ubersetzung", "ubers", "vertaler", "vertaling", "oversetter", "oversattare", "tlumacz", "tlumaczenie", "пер", "переводчик", "перевод", "مترجم", "المترجم", "ترجمة"},
	"contributor": {"contributor", "contributors", "contribution", "with contributions by", "contributeur", "contributrice", "contributeurs", "colaborador", "colaboradora", "colaboradores", "collaboratore", "collaboratrice", "collaborateur", "mitwirkende", "mitarbeit", "beitrag", "bijdrage", "medewerker", "researcher", "research assistant", "reviewer", "peer reviewer"},
	"illustrator": {"illustrator", "ill", "illus", "illustrated by", "illustrateur", "illustratrice", "illustrations", "ilustrador", "ilustradora", "illustratorin", "illustratore", "illustrazioni", "иллюстратор"},
}

// several are words for more than one person: behind the last of a list they speak of all of it.
var several = []string{"eds", "editors", "orgs", "coords", "hgg", "translators", "authors", "hrsg", "dir", "auteurs", "editores", "coord"}

// Role is what a word says that a person did: author, editor, translator, contributor, illustrator; empty where it says none
// of these.
func Role(text string) string {
	word := roleWord(text)
	if word == "" {
		return ""
	}
	for _, role := range []string{"author", "editor", "translator", "contributor", "illustrator"} {
		if slices.ContainsFunc(roleWords[role], func(w string) bool { return fold(w) == word }) {
			return role
		}
	}
	return ""
}

// roleWord is how a word stands in the tables.
func roleWord(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(fold(strings.Trim(text, " :.,;()[]")), ".", "")), " ")
}

// label is a phrase that says before names what those who follow did.
type label struct {
	pattern *pattern.Pattern
	role    string
}

// labels are asked in order. An author's role goes without saying.
var labels = []label{
	{labelled(`edited by|ed\. by|eds?\.? by|herausgegeben von|hrsg\.? von|hg\.? von|sous la direction de|sous la dir\. de|dirigé par|coordonné par|coordinado por|editado por|coordenação(?: de)?|coordenado por|organizado por|organização(?: de)?|a cura di|onder redactie van|redigert av|redigerad av|pod redakcją|под редакцией|под ред\.`,
		`editors?|editores|éditeurs? scientifiques?|herausgeber(?:in|innen)?|coordinadora?|redaktor|редактор|составители?|تحرير`), "editor"},
	{labelled(`translated by|traduit par|traduction de|traducido por|traducción de|traduzido por|tradução de|tradotto da|traduzione di|übersetzt von|übersetzung von|vertaald door|oversatt av|översatt av|przełożył[ay]?|ترجمة`,
		`translators?|traducteurs?|traductrice|traductora?|tradutora?|übersetzung|traduction|traducción|tradução|перевод|переводчик`), "translator"},
	{labelled(`with contributions (?:by|from)|with support from|contributions? by|avec la contribution de|avec la participation de|con la colaboración de|com a colaboração de|con il contributo di|mit beiträgen von|unter mitarbeit von|met bijdragen van`,
		`contributors?|contributeurs?|colaboradores|mitwirkende`), "contributor"},
	{labelled(`illustrated by|illustrations by|illustré par|illustrations de|ilustrado por|illustriert von`, `illustrators?`), "illustrator"},
	{labelled(`(?:an?|the) (?:\pL+ )?(?:report|study|paper|brief|briefing|guide|article|essay|analysis) by|(?:une?|le|la) (?:\pL+ )?(?:rapport|étude|note|guide|article|enquête|essai|analyse|ouvrage) de|(?:un|una|el|la) (?:informe|estudio|guía|artículo|análisis|ensayo) de|(?:um|uma|o|a) (?:relatório|estudo|guia|artigo|ensaio) de|eine? (?:bericht|studie|beitrag|leitfaden|analyse) von|written by|authored by|prepared by|by|rédigé par|écrit par|préparé par|par|escrito por|elaborado por|por|scritto da|verfasst von|geschrieben von|von|geschreven door|door|skrevet av|skriven av|af|av|napisał[ay]?|بقلم|إعداد|تأليف|كتبه`,
		`(?:lead |main |co-?)?authors?|words|text|auteure?s?|autrices?|auteur(?:e|rice)?s?|autor(?:a|as|es|en|in|innen|zy)?|autor\*innen|autor:innen|autore|autori|di|da|verfasser(?:in|innen)?|texte?|автор(?:ы|и|ка)?|авторы?|текст|forfattere?|författare|szerzők?|yazar(?:lar)?|συγγραφέ(?:ας|ις)|المؤلف(?:ون|ين)?|مؤلف|الكاتب|الباحث`), ""},
}

// labelled matches phrases that lead to names by themselves, and words that do so with a colon.
func labelled(phrases, words string) *pattern.Pattern {
	return pattern.New(`^(?i:(?:` + phrases + `)\s*:?\s+|(?:` + words + `)(?:\(s\)|/in)?\s*:\s*)`)
}

// labelOf takes the phrase off the beginning of a text that says what those whom it names did.
func labelOf(text string) (role, rest string, ok bool) {
	for _, l := range labels {
		if found := l.pattern.FindString(text); found != "" {
			return l.role, strings.TrimSpace(text[len(found):]), true
		}
	}
	return "", text, false
}
