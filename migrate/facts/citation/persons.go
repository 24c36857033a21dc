package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/facts/people"
	"wp2pub/migrate/record"
)

// withoutPersons leaves out of a list of bodies who is named with initials: "P. Miller, ILO".
func (n *named) withoutPersons(k Known) {
	n.leaveOut(func(name string) bool {
		return k.authors[Fold(name)] && !k.isKnown(name) || hasInitials(name) && !k.isKnown(name)
	})
}

// onlyBodies leaves out those of whom nothing says that they are bodies.
func (n *named) onlyBodies(k Known) {
	n.leaveOut(func(name string) bool { return k.likely(name) <= titleCase })
	n.weigh(k)
	if len(n.names) == 0 {
		n.likely, n.least = 0.5, 0.5
	}
}

// doubtPersons writes down which names may be those of persons: two or three words, the first of them a given name.
func (n *named) doubtPersons(k Known) {
	for _, name := range n.names {
		if mayBePerson(name) && k.likely(name) <= titleCase {
			n.doubts = append(n.doubts, "it may be a person: "+name)
		}
	}
}

// mayBePerson reports whether a name, or the first of several, is two or three words of which the first is a given name.
func mayBePerson(name string) bool {
	fields := strings.Fields(name)
	for i, field := range fields {
		if joiners[field] {
			fields = fields[:i]
			break
		}
	}
	return len(fields) > 1 && len(fields) <= 3 && givenNames[strings.ToLower(fields[0])]
}

// persons takes the authors off the beginning of a text whose title stands in quotes behind them: "Anne Petit et Jean Morel,
// « Title », …". A date between them is that of the publication: "Petit A. (2014). “Title” …".
func (f *frame) persons(k Known) {
	at := strings.IndexFunc(f.text, func(r rune) bool { return quotes[r] })
	if at <= 0 || f.known > 0 {
		return
	}
	title := f.text[at:][:quotedLength(f.text[at:])]
	before := strings.TrimRight(f.text[:at], " ")
	names := strings.TrimRight(before, ",.:;")
	var named date
	if rest, inside, ok := cutBracket(names); ok {
		if d, ok := parseDate(inside); ok {
			named, names, before = d, strings.TrimRight(rest, " ,"), rest
		}
	}
	if title == "" || before == names && named.year == 0 {
		return
	}
	if authors := k.authorsIn(names, tidyTitle(title)); authors != nil {
		f.authors, f.date = authors, named
		f.cut(0, at)
		f.known = matchPrefix(f.text, k.Title)
	}
}

// authorsIn reads the persons before a title in quotes; nil: they may be bodies. One of them at least is known, or has a name
// that tells a person, unless the title is that of the post.
func (k Known) authorsIn(text, title string) []record.Person {
	if len(text) > longestTitle {
		return nil
	}
	sure := k.Title != "" && Fold(title) == Fold(k.Title)
	all := people.Read(text)
	for _, p := range all {
		if p.Family != "" || k.authors[Fold(p.Name)] {
			sure = true
		} else if !strings.Contains(p.Name, " ") || k.likely(p.Name) > titleCase {
			return nil
		}
	}
	if !sure {
		return nil
	}
	return all
}

func (n *named) leaveOut(person func(name string) bool) {
	for _, name := range n.names {
		if person(name) {
			n.doubts = append(n.doubts, "taken for a person: "+name)
		}
	}
	n.names = slices.DeleteFunc(slices.Clone(n.names), person)
}

// hasInitials reports whether a name begins with an initial or ends in one: "A. T. Gallagher", "Gallagher A.".
func hasInitials(name string) bool {
	fields := strings.Fields(name)
	if len(fields) < 2 || len(fields) > 4 {
		return false
	}
	return isInitialOf(fields[0]) || isInitialOf(fields[len(fields)-1])
}

func isInitialOf(field string) bool {
	letter, size := utf8.DecodeRuneInString(field)
	return unicode.IsUpper(letter) && field[size:] == "."
}

// givenNames are frequent ones of several languages that are no words of other meaning.
var givenNames = words(
	`aaron adam alan albert alex alexander alexandra alice alison amanda amy andrea andrew angela anita ann anna anne annette anthony antonia arthur barbara ben benjamin bernard beth brian bridget bruce carol caroline catherine charles charlotte chris christina christine christopher claire
	colin cynthia daniel daniela david deborah denise diana diane donald dorothy douglas edward eileen elaine eleanor elena elizabeth ella ellen emily emma eric erica erin esther eva evelyn fiona frances francis frank fred gary geoffrey george gillian gordon graham greg gregory hannah harold
	heather helen helena henry hilary howard hugh ian ingrid irene isabel jacqueline james jane janet janice jason jean jeffrey jennifer jenny jeremy jessica jill jim joan joanna john jonathan joseph judith julia julian julie karen kate katherine kathleen kathryn keith kelly kenneth kevin klara
	larry laura lauren laurence leon leonard leslie linda lisa louise lucy luke lynn margaret maria marianne marie marion martha martin mary matthew maureen megan melissa michael michelle mike monica nancy natalie neil nicholas nicola nicole nigel nina nora olivia pamela patricia patrick paul paula
	peter philip philippa rachel ralph raymond rebecca richard robert roger ronald rosemary ruth sally samantha samuel sandra sarah scott sharon sheila simon sophia sophie stella stephen steven stuart susan suzanne teresa theresa thomas timothy tom tony tracy valerie vanessa victoria vincent virginia
	wendy william yvonne`,
	`alain benoît cécile céline chloé claude corinne delphine élodie émilie étienne fabrice françois françoise frédéric gérard guillaume hélène jacques jean-pierre jérôme laurent lucie marc marie-claire mathieu michel nathalie nicolas olivier pascal philippe pierre rené sébastien serge sylvie thierry véronique yves`,
	`alejandra alejandro ana andrés beatriz carlos carmen diego eduardo enrique fernando francisco gabriela guillermo gustavo ignacio javier jesús jorge josé juan lucía luis manuel marcela margarita maría mariana marta miguel pablo pedro rafael raúl ricardo roberto rodrigo rosa sergio silvia sofía`,
	`antónio beatriz fernanda joão joana luís marcos paulo rui thiago tiago alessandro andrea antonella carlo chiara elisa federica francesca franco giorgio giovanni giulia giuseppe lorenzo luca marco matteo paolo pietro roberto salvatore simone stefano`,
	`andreas anja bernd birgit christian christoph dieter dirk elke franz friedrich gabriele gerhard hans heike heinz helga holger jan jens johannes jörg jürgen karin karl katrin klaus kurt manfred markus monika petra rainer sabine silke stefan susanne sven thorsten ulrich ursula uwe volker werner wolfgang`,
	`александр алексей анастасия андрей анна борис валентина виктор владимир галина дмитрий евгений екатерина елена иван игорь ирина людмила мария михаил наталья николай ольга павел светлана сергей татьяна юлия юрий`,
	`ahmad ahmed aisha ali amina amir fatima fatma hassan hussein ibrahim karim khaled layla mahmoud mohamed mohammad mohammed muhammad mustafa nadia omar samir youssef yusuf zainab أحمد محمد محمود فاطمة علي حسن حسين خالد ليلى مريم`,
)
