package render

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestStretchesChangeNothing holds paragraphs that were made a few atoms at a time against those made at once.
func TestStretchesChangeNothing(t *testing.T) {
	pieces := rapid.SampledFrom([]string{
		"one", "two words", " ", "\n", "\n\n", " \n \n", "<p>", "</p>", "<p class=\"x\">", "<b>", "</b>", "<a href=\"#\">", "</a>", "<br>", "<br />", "<hr>",
		"<div>", "</div>", "<ul>", "<li>", "</li>", "</ul>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<table>", "<td>", "</td>", "</table>",
		"<!-- x -->", "<", ">", "< three", "<img src=\"a.jpg\" />", "<form>", "</form>", "<option>", "<script>", "</script>", "<figcaption>",
		"<p>four</p>", "five\n\nsix", "<div>seven</div>", "<span>eight</span>",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(pieces, 1, 60).Draw(t, "pieces"), "")
		if got, want := autopStretches(s, 1), autopStretches(s, len(s)); got != want {
			t.Errorf("%q\nin stretches: %q\nat once:      %q", s, got, want)
		}
	})
}
