package survey

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wp2pub/mapping"
)

func TestSamplesAreMasked(t *testing.T) {
	cases := map[string]string{
		"write to info@example.org today":                "write to [e-mail] today",
		"Écrire à jean.dupont@exemple.fr, merci":         "Écrire à [e-mail], merci",
		"büro@bücher.example":                            "[e-mail]",
		"почта@пример.рф":                                "[e-mail]",
		"anna [at] example.org":                          "[e-mail]",
		"Tel. +43 1 26060 0":                             "Tel. [phone]",
		"Tél. 01 23 45 67 89":                            "Tél. [phone]",
		"Telefon: (030) 1234-5678":                       "Telefon: [phone]",
		"555-123-4567":                                   "[phone]",
		"هاتف ٠١٢٣٤٥٦٧٨٩":                                "هاتف [phone]",
		"電話 03-1234-5678":                                "電話 [phone]",
		"4915112345678":                                  "[phone]",
		"from 192.168.10.4":                              "from [address]",
		"seen at 2001:db8:0:0:1::1":                      "seen at [address]",
		"978-92-1-130222-6":                              "978-92-1-130222-6",
		"9783161484100":                                  "9783161484100",
		"ISSN 0378-5955":                                 "ISSN 0378-5955",
		"2013-05-14 09:00:00":                            "2013-05-14 09:00:00",
		"20130514":                                       "20130514",
		"14/05/2013":                                     "14/05/2013",
		"1999-2013":                                      "1999-2013",
		"Report 2013, 356 pages":                         "Report 2013, 356 pages",
		"1795421755":                                     "1795421755",
		"https://example.org/2013/05/123456789012/a.pdf": "https://example.org/2013/05/123456789012/a.pdf",
		"A/RES/55/25":                                    "A/RES/55/25",
	}
	for text, want := range cases {
		if got := sampleOf(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

func TestSamplesAreShortLines(t *testing.T) {
	got := sampleOf("  Über\n\tdie " + strings.Repeat("größten Wörter ", 1000))
	if !strings.HasPrefix(got, "Über die größten") || utf8.RuneCountInString(got) != mostLetters || !strings.HasSuffix(got, "…") {
		t.Errorf("shown as %q", got)
	}
}

func TestSecretsAreNeverShown(t *testing.T) {
	for _, key := range []string{"post_password", "apiKey", "_my_api_key", "user-token", "reset_hash", "sender_ip", "Passwort", "mot_de_passe", "contraseña", "_wpnonce_session", "license_key"} {
		if !isSecret(mapping.Path{"meta", key}) {
			t.Errorf("%s is shown", key)
		}
	}
	for _, key := range []string{"publisher", "shipping", "author", "key_messages", "compass", "passage", "tokenized", "description", "zip", "_edit_last"} {
		if isSecret(mapping.Path{"meta", key}) {
			t.Errorf("%s is not shown", key)
		}
	}
	for _, value := range []string{"$P$BabcdefghijklmnopqrstuvwxyzABCD", "5f4dcc3b5aa765d61d8327deb882cf99", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"} {
		if !looksSecret(value) {
			t.Errorf("%s is shown", value)
		}
	}
}

// TestSamplesAreTheFirstOfAnyOrder adds the same values in many orders.
func TestSamplesAreTheFirstOfAnyOrder(t *testing.T) {
	type value struct {
		post int64
		text string
	}
	var values []value
	for i, text := range strings.Fields("c a b a d e f a g h b i") {
		values = append(values, value{int64(i), text})
	}
	want := []string{"c", "a", "b", "d", "e"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		random.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
		var s samples
		for _, v := range values {
			s.add(v.post, v.text)
		}
		if got := s.list(); !slices.Equal(got, want) {
			t.Fatalf("after %v: %q, want %q", values, got, want)
		}
	}
}
