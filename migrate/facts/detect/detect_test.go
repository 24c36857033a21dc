package detect

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// TestRead holds the lines of testdata/texts.txt, TAG [EXPECTED]: TEXT, to what is told of them; "-" is nothing.
func TestRead(t *testing.T) {
	file, err := os.Open("testdata/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	count := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		head, text, found := strings.Cut(lines.Text(), ": ")
		if !found || strings.HasPrefix(head, "#") {
			continue
		}
		count++
		words := strings.Fields(head)
		got, _ := Read(text, words[1:]...)
		if got == "" {
			got = "-"
		}
		if got != words[0] {
			t.Errorf("%q: %s, want %s (%+v)", text, got, words[0], guessed(text, words[1:]))
		}
	}
	if count < 50 {
		t.Errorf("%d texts only", count)
	}
}

// A text in two languages is told as doubtful at most.
func TestTwoLanguages(t *testing.T) {
	english := strings.Repeat("The committee adopted the following recommendations for member states. ", 8)
	french := strings.Repeat("Le comité a adopté les recommandations suivantes à l'intention des États membres. ", 8)
	for _, text := range []string{english + french, french + english, english + english + french} {
		if tag, confidence := Read(text); confidence == 1 {
			t.Errorf("%s is certain for a text in two languages", tag)
		}
	}
	if tag, _ := Read(english + " " + strings.Repeat("«État» ", 3) + english); tag != "en" {
		t.Errorf("an English text with French words is %s", tag)
	}
}

// The same text gives the same answer, and its length costs nothing.
func TestSame(t *testing.T) {
	long := strings.Repeat("Los Estados Miembros aprobaron el informe sobre la trata de personas. ", 1<<16)
	_, wanted := Read(long)
	for range 5 {
		if tag, confidence := Read(long); tag != "es" || confidence != wanted {
			t.Fatalf("%s, %v, then %v", tag, wanted, confidence)
		}
	}
	for _, endless := range []string{strings.Repeat("a", 1<<20), strings.Repeat("\xff", 1<<12), strings.Repeat("中", 1<<16), "", " \n"} {
		Read(endless)
	}
}
