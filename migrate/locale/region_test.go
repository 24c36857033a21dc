package locale

import (
	"strings"
	"testing"
)

func TestIsRegion(t *testing.T) {
	for _, text := range []string{
		"Africa", "Europe", "India", "Jordan", "Georgia", "Guinea", "Niger", "Turkey", "Türkiye", "Chad", "Chile", "United Kingdom", "Kosovo", "Viet Nam", "Côte d’Ivoire",
		"Global", "Worldwide", "World", "Monde", "Mundo", "Weltweit", "Глобальный", "全球", "عالمي", "Mundial",
		"Middle East", "Moyen-Orient", "Oriente Medio", "Naher Osten", "Ближний Восток", "الشرق الأوسط", "中东", "MENA", "Middle East & North Africa", "Middle East and North Africa",
		"Latin America & the Caribbean", "Latin America and the Caribbean", "Latin America & Caribbean", "LAC", "América Latina y el Caribe", "Amérique latine et Caraïbes", "Latinoamérica",
		"EU", "UE", "European Union", "Union européenne", "Sahel", "Le Sahel", "Balkans", "Western Balkans", "Westbalkan", "Maghreb", "المغرب العربي", "Mashreq", "Horn of Africa",
		"South-East Asia", "Southeast Asia", "Asia-Pacific", "Asia and the Pacific", "Asia & Pacific", "Asie-Pacifique", "East Asia and the Pacific", "Eastern Europe and Central Asia",
		"Europe and Central Asia", "Europe & Central Asia", "Africa and Asia", "France, Germany", "France et Belgique", "España y Portugal", "Deutschland und Österreich", "Россия и Украина",
		"West and Central Africa", "Central America", "North Africa", "Sub-Saharan Africa", "Arab States", "Pacific", "Pacific Islands", "The Pacific",
		"Gulf States", "GCC", "Caucasus", "South Caucasus", "Mekong", "Greater Mekong Sub-region", "ASEAN", "Baltic States", "Nordic countries", "Scandinavia", "Benelux",
		"England", "Scotland", "Wales", "Northern Ireland", "Iran (Islamic Republic of)", "Georgia (country)", "Congo (Kinshasa)", "Middle East (general)", "the Netherlands", "The Gambia",
		"La Réunion", "USA", "UK", "UAE", "DRC", "oPt", "U.S.A.", " europe ", "EUROPE", "Afrique", "Europa", "Asien", "Afrika", "Германия", "ألمانيا", "日本", "Česko", "Polska",
		"Global South", "International", "Andean region", "Mesoamerica", "Caribbean", "CIS", "СНГ", "Commonwealth of Independent States", "Gaza", "State of Palestine", "Hong Kong",
	} {
		if !IsRegion(text) {
			t.Errorf("%q is no region", text)
		}
	}
	for _, text := range []string{
		"", " ", ".", "in", "IT", "AI", "FR", "no", "it", "Children", "Supply chains", "Women and children", "Health and safety", "Europe and children", "Law", "labour", "COVID-19",
		"Réunion", "réunion", "Reunion", "Reunião", "eau", "Eau", "lac", "Lac", "eu", "Mena", "Island", "Islands", "RUSI", "Siri", "Maurice", "Dominique", "Granada", "Grenade", "Swiss", "Somali",
		"мир", "Мир", "مالي", "Ý", "Georgia (US)", "Georgia (US state)", "Georgia (USA)", "Jordan (River)", "Niger (river)", "Turkey (bird)", "Michael Jordan", "Jordan Peterson", "Georgia O'Keeffe",
		"New Guinea pigs", "China trade", "Chinese", "African", "European", "Regional", "National", "Other", "London", "Paris", "Europe 2020", "2013", "UN", "ILO", "UNICEF",
		"Global compact", "Global estimates", "Pacific oysters", "Trafficking in Europe", "/", " and ", ", ", "Tunis", "Norfolk", strings.Repeat("Europe and ", 1000) + "Asia",
	} {
		if IsRegion(text) {
			t.Errorf("%q is a region", text)
		}
	}
}

// TestRegionsTable holds that no name stands for two regions, and that each is read.
func TestRegionsTable(t *testing.T) {
	means := map[string]string{}
	for _, line := range regions {
		for name := range strings.SplitSeq(line, "|") {
			if before, known := means[fold(name)]; known && before != line {
				t.Errorf("%s stands in two lines", name)
			}
			means[fold(name)] = line
			if !IsRegion(name) || strings.TrimSpace(name) != name {
				t.Errorf("%q is not read", name)
			}
		}
	}
}
