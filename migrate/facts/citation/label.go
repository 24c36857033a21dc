package citation

import (
	"strings"
	"unicode"
)

// strongLabels are the words of which a label before a title has at least one: "Full report:", "Publication:". Others, such
// as "Policy brief:", begin titles.
var strongLabels = words(
	`report publication document title citation full new latest text resource link reference`,
	`rapport publication document titre intégral référence références`,
	`informe publicación documento título referencia`,
	`relatório publicação documento título referência`,
	`rapporto pubblicazione documento titolo`,
	`bericht veröffentlichung publikation dokument titel`,
	`publicatie`,
	`доклад отчет отчёт публикация документ название`,
	`التقرير المنشور الوثيقة العنوان`,
	`报告 出版物 文件 标题`,
)

// otherLabels are labels before what is no publication.
var otherLabels = words(
	`photo photos photograph image picture figure table source sources speaker speakers venue place location date time contact tel phone deadline vacancy organiser organizer organisers organizers participants moderator updated copyright`,
	`photos crédit lieu heure intervenants organisateurs contacts source légende`,
	`foto fotos fuente lugar hora ponentes organizadores contacto fecha figura cuadro`,
	`fonte local palestrantes ora luogo relatori bild quelle ort zeit referenten kontakt abbildung datum bron`,
	`фото источник место время контакты рисунок`, `صورة المصدر المكان الوقت`,
)

// isOther reports whether a text begins with such a label, or is one.
func isOther(text string) bool {
	label, _, found := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":")
	fields := strings.FieldsFunc(strings.ToLower(label), isEdge)
	switch len(fields) {
	case 1:
		return otherLabels[fields[0]]
	case 2: // "Figure 3:", "last updated"
		return otherLabels[fields[0]] && found && strings.Trim(fields[1], "0123456789") == "" || fields[1] == "updated"
	}
	return false
}

// cutLabel returns where the text begins behind a number, a bullet or a label such as "Full report:" or "[FR]", and the
// language that the label names. The title of the post is never taken for a label.
func cutLabel(text, title string) (at int, language string) {
	at = bulletLength(text)
	rest := text[at:]
	end := strings.IndexAny(rest, ":：")
	if strings.HasPrefix(rest, "[") || strings.HasPrefix(rest, "(") {
		end = strings.IndexAny(rest, "])")
	}
	if end <= 0 || end > 60 || matchPrefix(rest, title) > 0 {
		return at, ""
	}
	label := rest[:end]
	said, isRemark := readRemark(label)
	strong := isRemark
	for _, word := range strings.FieldsFunc(strings.ToLower(label), isEdge) {
		strong = strong || strongLabels[word]
	}
	if !strong || !isRemark && !isFiller(label) {
		return at, ""
	}
	behind := strings.TrimLeftFunc(rest[end:], func(r rune) bool { return isEdge(r) && enclosing[r] == "" })
	if behind == "" {
		return at, ""
	}
	return len(text) - len(behind), said.language
}

// bulletLength is the length of the number or bullet that a text begins with.
func bulletLength(text string) int {
	rest := strings.TrimLeftFunc(text, func(r rune) bool { return strings.ContainsRune("•·*–—-►▶→»> \t\n", r) })
	digits := strings.TrimLeftFunc(rest, unicode.IsDigit)
	if n := len(rest) - len(digits); n > 0 && n <= 2 && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") ")) {
		rest = digits[2:]
	}
	return len(text) - len(rest)
}
