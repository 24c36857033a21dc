package locale

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"French": "fr", "français": "fr", "Francais": "fr", "FRANÇAIS": "fr", "Französisch": "fr", "французский": "fr", "francés": "fr", "الفرنسية": "fr",
		"العربية": "ar", "arabe": "ar", "Русский": "ru", "中文": "zh", "简体中文": "zh-Hans", "日本語": "ja", "Türkçe": "tr", "Turkce": "tr", "İngilizce": "en",
		"FR": "fr", "fr_FR": "fr-FR", "fr-CA": "fr-CA", "fre": "fr", "FRA": "fr", "de_DE_formal": "de-DE", "en_US.UTF-8": "en-US", "es-419": "es-419",
		" English ": "en", "Portuguese (Brazil)": "pt-BR", "Português (Brasil)": "pt-BR", "Brazilian Portuguese": "pt-BR", "English (UK)": "en-GB",
		"French (français)": "fr", "Chinese (Simplified)": "zh-Hans", "Norwegian": "no", "Farsi": "fa", "Castellano": "es", "Bahasa Indonesia": "id",
		"no": "no", "is": "is", "may": "ms", "uk": "uk", "Українська": "uk", "Swahili": "sw", "Tagalog": "fil", "Español": "es", "inglés": "en",
		"": "", "in French": "", "the": "", "not": "", "May": "", "pdf": "", "English, French": "", "x": "", "-": "", ".": "", "English (x)": "", "Frenc": "",
		"und": "", "fr-": "fr", "_": "", "Other": "", "Deutsch": "de", "allemand": "de", "aragonés": "an",
		"française": "fr", "Néerlandaise": "nl", "grecque": "el", "inglesa": "en", "portuguesa": "pt", "spagnola": "es", "englische": "en", "Engelse": "en", "английская": "en", "china": "", "italienne": "it",
	} {
		got, ok := Language(text)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("Language(%q) is %q, wanted %q", text, got, want)
		}
	}
	for _, text := range []string{"no", "is", "in", "it", "FR", "may", "en_US", "or", "as", "so"} {
		if tag, ok := LanguageName(text); ok {
			t.Errorf("LanguageName(%q) is %s", text, tag)
		}
	}
}

func TestCountry(t *testing.T) {
	for text, want := range map[string]string{
		"Germany": "DE", "Allemagne": "DE", "Deutschland": "DE", "Германия": "DE", "ألمانيا": "DE", "Alemania": "DE", "德国": "DE",
		"FR": "FR", "fra": "FR", "gb": "GB", "UK": "GB", "USA": "US", "U.S.A.": "US", "United States of America": "US", "the Netherlands": "NL",
		"Côte d’Ivoire": "CI", "Cote d'Ivoire": "CI", "Ivory Coast": "CI", "Bosnia & Herzegovina": "BA", "bosnia and herzegovina": "BA",
		"Iran (Islamic Republic of)": "IR", "Bolivia (Plurinational State of)": "BO", "Viet Nam": "VN", "Türkiye": "TR", "Czech Republic": "CZ",
		"Democratic Republic of the Congo": "CD", "République démocratique du Congo": "CD", "Congo": "CG", "Syrian Arab Republic": "SY",
		"Myanmar": "MM", "Saint Lucia": "LC", "North Macedonia": "MK", "Eswatini": "SZ", "Republic of Korea": "KR", "South Sudan": "SS", "Kosovo": "XK",
		"Africa": "002", "Europe": "150", "Europa": "150", "Amérique latine": "419", "América Latina y el Caribe": "419", "Asia": "142", "Asie": "142",
		"West Africa": "011", "Western Africa": "011", "Sub-Saharan Africa": "202", "Global": "001", "Monde": "001", "Африка": "002", "150": "150", "الهند": "IN",
		"in": "IN", "No": "NO", "Georgia": "GE", "Niger": "NE", "Nigeria": "NG", "Guinea": "GN", "Guinea-Bissau": "GW", "Panamá": "PA", "Peru": "PE", "Perú": "PE",
		"May": "", "the": "", "European Union": "", "EU": "", "ZZ": "", "": "", "London": "", "Georgia, USA": "", "Georgia (US)": "", "Georgia (Republic of)": "GE", "Other": "", "Middle East": "", "999": "", "Man": "",
		"South Africa": "ZA", "Southern Africa": "018", "Micronesia": "FM", "日本": "JP", "한국": "", "대한민국": "KR",
	} {
		got, ok := Country(text)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("Country(%q) is %q, wanted %q", text, got, want)
		}
	}
	for _, text := range []string{"in", "is", "no", "it", "so", "as", "FR", "fra", "oma", "ira"} {
		if code, ok := CountryName(text); ok {
			t.Errorf("CountryName(%q) is %s", text, code)
		}
	}
	if name := NameOfCountry("DE", "fr"); name != "Allemagne" {
		t.Errorf("DE in French is %q", name)
	}
	if name := NameOfCountry("150", "es") + NameOfCountry("EU", "en") + NameOfCountry("x", "en") + NameOfCountry("DE", "?"); name != "Europa" {
		t.Errorf("Europe in Spanish, and three unknown ones, are %q", name)
	}
}

func TestMonth(t *testing.T) {
	for text, want := range map[string]int{
		"January": 1, "jan": 1, "Sept.": 9, "sep": 9, "mai": 5, "May": 5, "mayo": 5, "maio": 5, "Mai": 5, "mei": 5, "мая": 5, "май": 5, "травня": 5, "مايو": 5, "أيار": 5, "ايار": 5,
		"février": 2, "fevrier": 2, "FÉVRIER": 2, "août": 8, "aout": 8, "März": 3, "Marz": 3, "outubro": 10, "gennaio": 1, "maart": 3, "января": 1,
		"كانون الثاني": 1, "تشرين الأول": 10, "تشرين الاول": 10, "يوليو": 7, "5月": 5, "十二月": 12, "12월": 12, "października": 10, "pazdziernika": 10,
		"Şubat": 2, "AĞUSTOS": 8, "listopad": 11, "dezembro": 12, "diciembre": 12, "dic": 12, "HAZİRAN": 6, "tháng 5": 5, "červenec": 7, "грудня": 12,
		"": 0, "13月": 0, "Mond": 0, "0月": 0, "月": 0, "Monday": 0, "mayor": 0, "5": 0,
	} {
		got, ok := Month(text)
		if got != want || ok != (want > 0) {
			t.Errorf("Month(%q) is %d, wanted %d", text, got, want)
		}
	}
}

func TestLeadingMonth(t *testing.T) {
	for text, want := range map[string]int{
		"mai 2013": 3, "May 14": 3, "sept. 2013": 5, "mayor": 0, "5月14日": 4, "كانون الثاني 2013": len("كانون الثاني"), "de mayo": 0, "": 0, "décembre": 9,
		"августа 2020 г.": len("августа"), "Mar-2013": 3, "Mars2013": 0,
	} {
		_, got, ok := LeadingMonth(text)
		if got != want || ok != (want > 0) {
			t.Errorf("the month that leads %q takes %d bytes, wanted %d", text, got, want)
		}
	}
}

// TestMonthsTable holds that each line has twelve months, and that no name means two.
func TestMonthsTable(t *testing.T) {
	means := map[string]int{}
	for _, line := range months {
		twelve := strings.Split(line, "|")
		if len(twelve) != 12 {
			t.Errorf("%d months: %s", len(twelve), line)
		}
		for i, names := range twelve {
			for _, name := range strings.Split(names, ",") {
				if before, known := means[fold(name)]; known && before != i+1 {
					t.Errorf("%s is month %d and %d", name, before, i+1)
				}
				means[fold(name)] = i + 1
				if month, _ := Month(name); month != i+1 {
					t.Errorf("%s is month %d, wanted %d", name, month, i+1)
				}
			}
		}
	}
}

func TestDayFirst(t *testing.T) {
	for tag, want := range map[string]bool{"fr-FR": true, "fr": true, "de-AT": true, "ar": true, "en-GB": true, "en-US": false, "en": false, "en-CA": false, "zh-CN": false, "hu": false, "": false, "no such": false} {
		if DayFirst(tag) != want {
			t.Errorf("in %q the day stands first: %v", tag, !want)
		}
	}
}
