package citation

import (
	"strings"
	"unicode"
)

// languageOfScript is the language of a text where its script leaves no doubt: Greek, Chinese, Japanese, Korean; Russian,
// Ukrainian and Arabic by letters that only they have.
func languageOfScript(text string) string {
	counts := map[string]int{}
	letters := 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for tag, script := range scripts {
			if unicode.Is(script, r) {
				counts[tag]++
			}
		}
		for tag, only := range ownLetters {
			if only[r] {
				counts["own "+tag]++
			}
		}
	}
	switch {
	case letters < 2:
		return ""
	case counts["ja"] > 0 && 2*(counts["ja"]+counts["zh"]) > letters:
		return "ja"
	case 2*counts["Cyrl"] > letters:
		if counts["own ru"] > 0 && counts["own uk"] == 0 {
			return "ru"
		} else if counts["own uk"] > 0 && counts["own ru"] == 0 {
			return "uk"
		}
		return ""
	case 2*counts["Arab"] > letters:
		if (counts["own ar"] > 0 || strings.Count(" "+text, " ال") > 1) && counts["own fa"] == 0 {
			return "ar"
		}
		return ""
	}
	for _, tag := range []string{"zh", "ko", "el", "he", "th", "ka", "hy"} {
		if 2*counts[tag] > letters {
			return tag
		}
	}
	return ""
}

var scripts = map[string]*unicode.RangeTable{
	"ja": unicode.Hiragana, "zh": unicode.Han, "ko": unicode.Hangul, "el": unicode.Greek, "he": unicode.Hebrew, "th": unicode.Thai,
	"ka": unicode.Georgian, "hy": unicode.Armenian, "Cyrl": unicode.Cyrillic, "Arab": unicode.Arabic,
}

// ownLetters are letters that one language of a script has and its neighbours have not; those of Belarusian, Serbian,
// Macedonian, Kazakh and Bulgarian count as signs against Russian and Ukrainian by being among neither.
var ownLetters = map[string]map[rune]bool{
	"ru": runes("ыэёъ"),
	"uk": runes("їєґі"),
	"ar": runes("ةىأإؤئ"),
	"fa": runes("پچژگکیڈٹںےہ"),
}

func runes(text string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range text {
		set[r], set[unicode.ToUpper(r)] = true, true
	}
	return set
}
