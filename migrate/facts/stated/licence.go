package stated

import (
	"slices"
	"strings"

	"wp2pub/migrate/facts/licence"
	"wp2pub/migrate/pattern"
)

// Licence is what a page says of the licence of its publication.
type Licence struct {
	licence.Licence
	Rights     string // the line of rights, such as © 2013 ILO
	Confidence float64
	Doubt      string // why it may be that of something else; empty: there is none
}

var (
	licenceLabel = pattern.New(`(?i)^\W*(?:(?:copyright |rights? |data |content )?licen[cs]e|licensed under|licence|licencia|lizenz|licença|licenza|licentie|лицензия|الترخيص|许可协议|许可)\s*[:：–-]\s*(\S.*)$`)
	underLicence = pattern.New(`(?i)licen[cs]e|licencia|lizenz|lizenziert|licença|licenza|licentie|лицензи|ترخيص|许可|sous licence|bajo licencia|creative commons`)
	rightsLine   = pattern.New(`(?i)^(?:copyright\s*)?(?:©|\(c\)|copyright\b)\s*\S.*$`)
	credit       = pattern.New(`(?i)\b(?:photo|photos|image|images|picture|cover|credit|crédit|illustration|foto|fotos|imagen|imagem|bild|bilder|icon|icons|map|carte|mapa)\b|фото|صورة|图片`)
)

// LicenceOf reads under which licence the publication of a page stands. A licence of a picture is not that of the page.
func LicenceOf(lines []Line) (Licence, bool) {
	var certain, likely []licence.Licence
	rights := ""
	add := func(list *[]licence.Licence, l licence.Licence) {
		if !slices.ContainsFunc(*list, func(other licence.Licence) bool { return other == l }) {
			*list = append(*list, l)
		}
	}
	for _, line := range lines {
		if line.others || line.figure || len(line.text) > longestLine {
			continue
		}
		ofPicture := credit.MatchString(line.text)
		for _, l := range line.links {
			read, ok := licence.Read(l.address)
			switch {
			case slices.Contains(strings.Fields(strings.ToLower(l.rel)), "license") && (ok || l.address != ""):
				if !ok {
					read = licence.Licence{Name: l.text, URL: l.address}
				}
				add(&certain, read)
			case ok && !ofPicture:
				add(&likely, read)
			}
		}
		if m := licenceLabel.FindStringSubmatch(line.text); m != nil && !ofPicture {
			read, ok := licence.Read(m[1])
			if !ok && len(m[1]) <= longestName {
				read = licence.Licence{Name: strings.TrimRight(m[1], "."), URL: only(line.links)}
			}
			if read.Name != "" {
				add(&certain, read)
			}
		} else if underLicence.MatchString(line.text) && !ofPicture {
			if read, ok := licence.Read(line.text); ok {
				add(&likely, read)
			}
		}
		if rights == "" && rightsLine.MatchString(line.text) && !ofPicture && len(line.text) <= longestName {
			rights = line.text
		}
	}
	return stating(certain, likely, rights)
}

// longestName bounds the name of a licence and a line of rights, in bytes.
const longestName = 200

func stating(certain, likely []licence.Licence, rights string) (Licence, bool) {
	stated := Licence{Rights: rights, Confidence: 1}
	certain, likely = known(certain), known(likely)
	switch {
	case certain != nil:
		stated.Licence = certain[0]
		if len(certain) > 1 {
			stated.Confidence, stated.Doubt = doubtful, "the page states several licences: "+certain[1].Name+", too"
		}
	case len(likely) == 1:
		stated.Licence = likely[0]
	case likely != nil:
		stated.Licence, stated.Confidence, stated.Doubt = likely[0], doubtful, "the page names several licences: "+likely[1].Name+", too"
	default:
		return stated, rights != ""
	}
	return stated, true
}

// known leaves out licences without an identifier where another has one: they are the same, said with fewer words.
func known(all []licence.Licence) []licence.Licence {
	if !slices.ContainsFunc(all, func(l licence.Licence) bool { return l.ID != "" }) {
		return all
	}
	return slices.DeleteFunc(all, func(l licence.Licence) bool { return l.ID == "" })
}

func only(links []link) string {
	if len(links) == 1 {
		return links[0].address
	}
	return ""
}
