package clean

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"
)

// languages are sentences as people write them, with the quotes, dashes and spaces of their typography.
var languages = map[string][]string{
	"German":     {"„Grüße aus Österreich“ – so schließt der Brief.", "ÜBERSICHT: Straßen, Wälder, Flüsse …", "Der Preis beträgt 5 €, ein ½ Jahr lang.", "»Menü« heißt das.", "Größe: 2×½ Zoll, Ø 12 mm, 90°"},
	"French":     {"« L’été dernier, à Noël », dit-elle.", "LIBERTÉ\u00a0! ÉGALITÉ\u00a0? « CAFÉ\u00a0»", "Où est passée la sœur\u00a0? Ça va, déjà vu…", "À Paris, le 1ᵉʳ mai – l’œuvre coûte 3\u00a0€.", "Il a été\u00a0» et «\u00a0né\u00a0» à l’île"},
	"Spanish":    {"¿Qué pasó en el año 2013? ¡Nada!", "«Así está», dijo José… «olé»…", "La niña del camión; ESPAÑA, CAMPEÓN", "El número 1º y la 2ª edición — informe", "¡OLÉ¡ MENÚ»"},
	"Portuguese": {"Não há coração nem informação à toa.", "SÃO PAULO: A EDUCAÇÃO É DE TODOS.", "“Irmãs e irmãos”, disse o avô. AMANHÃ – já!", "Ação nº 5: põe-se às 10h", "A IRMÃ «É»: Ã é nasal"},
	"Italian":    {"Perché è così? Città e libertà.", "L’UNITÀ D’ITALIA; la virtù, il caffè…", "«Già», disse; più su, laggiù.", "L'È un'altra, PERCHÉ no?"},
	"Polish":     {"Zażółć gęślą jaźń – „tak”.", "ŁÓDŹ, GDAŃSK, KRAKÓW", "Święto pracy: życie, źródło, ćma", "RÓŻA; „MÓJ” dom…"},
	"Czech":      {"Příliš žluťoučký kůň úpěl ďábelské ódy.", "Úžasný Úžas: „DŮM“, jížní, běž…", "ČÍŽ a MÁŠA; béž» a áž", "Česká republika – Šárka"},
	"Russian":    {"Привет, мир — это «тест».", "ТОРГОВЛЯ ЛЮДЬМИ: доклад № 5…", "Ёлка и щука; в лесу.", "Я и он"},
	"Greek":      {"Καλημέρα, κόσμε· τι κάνεις;", "ΕΛΛΆΔΑ – «Ελευθερία»", "Ο άνθρωπος είναι εδώ…"},
	"Arabic":     {"الاتجار بالأشخاص، تقرير عام ٢٠١٣؟", "«مرحبا» — كيف الحال", "منظمة العمل الدولية"},
	"Hebrew":     {"שלום עולם – מה שלומך?", "״ציטוט״ של ספר"},
	"Japanese":   {"人身取引に関する報告書（２０１３年）。", "「日本語」の文章…カタカナ", "東京都"},
	"Chinese":    {"打击人口贩运的报告，二〇一三年。", "“你好”——世界", "中文"},
	"Vietnamese": {"Tiếng Việt: “Người lao động” – đã về…", "BÁO CÁO VỀ NẠN BUÔN NGƯỜI Ở ĐÔNG NAM Á", "Phụ nữ và trẻ em"},
	"Turkish":    {"İstanbul’da çalışan göçmenler – “şöyle”.", "IĞDIR, ÇANKAYA, BAKÜ’YE", "Ağır iş; gözü yaşlı"},
	"Hindi":      {"मानव तस्करी पर रिपोर्ट — २०१३।", "नमस्ते दुनिया"},
	"Emoji":      {"Danke 😀 – 💔 ❤️ → ✓ ™"},
}

func languageNames() []string {
	var names []string
	for name := range languages {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// misreadAs reads the UTF-8 of a text as bytes of a character set.
func misreadAs(s string, windows bool) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if windows {
			if w := charmap.Windows1252.DecodeByte(s[i]); w != '\ufffd' {
				r = w
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// sample is one to four sentences of a language, or a few words of one.
func sample(t *rapid.T) string {
	sentences := languages[rapid.SampledFrom(languageNames()).Draw(t, "language")]
	text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 4).Draw(t, "sentences"), " ")
	if rapid.Bool().Draw(t, "whole") {
		return text
	}
	words := strings.Split(text, " ")
	from := rapid.IntRange(0, len(words)-1).Draw(t, "from")
	to := rapid.IntRange(from+1, len(words)).Draw(t, "to")
	return strings.Join(words[from:to], " ")
}

// TestRightTextStays holds that text which is right is never altered, whole or in parts, nor found certain to be wrong.
func TestRightTextStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := []string{rightText(t), rightText(t)}
		checked := slices.Clone(texts)
		found := CheckEncoding(checked, true)
		if !slices.Equal(texts, checked) {
			t.Fatalf("%q became %q", texts, checked)
		}
		for _, f := range found {
			if f.Confidence > 0.5 {
				t.Fatalf("%q is said to be wrong: %+v", texts, f)
			}
		}
	})
}

func rightText(t *rapid.T) string {
	return strings.Join([]string{sample(t), sample(t)}, rapid.SampledFrom([]string{" ", "\u00a0", "…", " – ", "\n"}).Draw(t, "between"))
}

// TestMisreadText holds that text misread once or twice is repaired to the letter, or stays and is reported.
func TestMisreadText(t *testing.T) {
	repaired, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		right := sample(t)
		wrong := right
		for range rapid.IntRange(1, 2).Draw(t, "times") {
			wrong = misreadAs(wrong, rapid.Bool().Draw(t, "windows"))
		}
		if wrong == right {
			return
		}
		all++
		texts := []string{wrong}
		found := CheckEncoding(texts, true)
		switch {
		case texts[0] == right:
			repaired++
		case texts[0] != wrong:
			t.Fatalf("%q, misread as %q, became %q", right, wrong, texts[0])
		case len(right) > 12 && len(found) == 0:
			t.Fatalf("%q, misread as %q, stays unseen", right, wrong)
		default:
			t.Logf("%q, misread as %q, stays", right, wrong)
		}
	})
	t.Logf("%d of %d repaired", repaired, all)
	if repaired*10 < all*9 {
		t.Errorf("only %d of %d texts were repaired", repaired, all)
	}
}
