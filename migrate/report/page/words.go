package page

import (
	"fmt"
	"strconv"
)

// grouped writes a number with its thousands apart.
func grouped(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// counted writes a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return grouped(n) + " " + thing + "s"
}

// percent writes a part so that little is not nothing, and nearly all is not all.
func percent(n, of int) string {
	switch p := share(n, of); {
	case n == 0:
		return "0 %"
	case n == of:
		return "100 %"
	case p < 1:
		return "< 1 %"
	case p > 99:
		return "> 99 %"
	default:
		return fmt.Sprintf("%.0f %%", p)
	}
}

// share is a part in per cent.
func share(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }
