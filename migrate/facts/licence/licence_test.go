package licence

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		"https://creativecommons.org/licenses/by/4.0/":               "CC-BY-4.0",
		"http://creativecommons.org/licenses/by-nc-sa/3.0/igo/":      "CC-BY-NC-SA-3.0-IGO",
		"https://creativecommons.org/licenses/by-nc-nd/3.0/igo/deed": "CC-BY-NC-ND-3.0-IGO",
		"creativecommons.org/licenses/by-sa/3.0/de/":                 "CC-BY-SA-3.0-DE",
		"https://creativecommons.org/licenses/by/4.0/deed.fr":        "CC-BY-4.0",
		"https://creativecommons.org/licenses/by-nc/4.0/legalcode":   "CC-BY-NC-4.0",
		"https://www.creativecommons.org/publicdomain/zero/1.0/":     "CC0-1.0",
		"https://creativecommons.org/publicdomain/mark/1.0/":         "CC-PDM-1.0",
		"CC BY 4.0": "CC-BY-4.0", "CC-BY-4.0": "CC-BY-4.0", "cc by-nc-sa 3.0 igo": "CC-BY-NC-SA-3.0-IGO", "CC BY-NC-ND 4.0 International": "CC-BY-NC-ND-4.0",
		"CC BY-SA-NC 2.0": "CC-BY-NC-SA-2.0", "CCBY 3.0": "CC-BY-3.0", "CC0": "CC0-1.0", "CC BY": "Creative Commons Attribution", "CC BY-NC": "Creative Commons Attribution-NonCommercial",
		"Licensed under a Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International License.": "CC-BY-NC-SA-4.0",
		"Creative Commons Attribution 3.0 IGO": "CC-BY-3.0-IGO",
		"Licence Creative Commons Attribution - Pas d’Utilisation Commerciale - Pas de Modification 4.0 International": "CC-BY-NC-ND-4.0",
		"Licencia Creative Commons Atribución-NoComercial-CompartirIgual 4.0 Internacional":                            "CC-BY-NC-SA-4.0",
		"Creative Commons Namensnennung - Nicht kommerziell - Keine Bearbeitungen 4.0 International":                   "CC-BY-NC-ND-4.0",
		"Creative Commons Atribuição-CompartilhaIgual 4.0 Internacional":                                               "CC-BY-SA-4.0",
		"a Creative Commons licence":   "Creative Commons",
		"Open Government Licence v3.0": "OGL-UK-3.0",
		"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/": "OGL-UK-3.0",
		"Licence Ouverte 2.0 (Etalab)": "etalab-2.0",
		"Open Government Licence":      "Open Government Licence",
		"Open Database License (ODbL)": "ODbL-1.0",
		"All rights reserved":          "", "": "", "© 2013 ILO": "", "BY 4.0": "", "https://example.org/licenses/by/4.0": "", "https://creativecommons.org/about": "", "ccby": "Creative Commons Attribution",
		"success by 4.0 percent": "", strings.Repeat("CC BY 4.0 ", 300): "",
	} {
		l, ok := Read(text)
		got := l.ID
		if got == "" {
			got = l.Name
		}
		if got != want || ok != (want != "") {
			t.Errorf("%.80q is %q, wanted %q", text, got, want)
		}
		if again, ok := Read(l.Name); l.ID != "" && (!ok || again != l) && !strings.HasSuffix(l.ID, "-DE") && !strings.HasPrefix(l.ID, "CC-PDM") {
			t.Errorf("%q is read as %v, not %v", l.Name, again, l)
		}
		if again, ok := Read(l.URL); l.ID != "" && (!ok || again != l) {
			t.Errorf("%q is read as %v, not %v", l.URL, again, l)
		}
	}
}
