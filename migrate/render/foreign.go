package render

import (
	"strings"

	"wp2pub/migrate/finding"
)

// foreignShortcodes does what plugins and page builders would do with their shortcodes: their tags go, and the text and
// structure that they show takes their place. It comes before paragraphs are made, so that a column is a paragraph of
// its own. What is written in double brackets is no shortcode.
func (r *renderer) foreignShortcodes(s string) string {
	s = r.divi(s)
	w, code := shortcodesOf(s)
	for i := range w.tags {
		t := &w.tags[i]
		if t.start < w.at {
			continue
		}
		if end := w.escapedEnd(i); end > 0 {
			w.escape(t.start, end, coreNames[t.name] || t.name == "embed" || r.asked(t, false) != "")
			continue
		}
		if t.closing {
			r.closeShortcode(w, i, code.covers(t.start))
			continue
		}
		r.openShortcode(w, i, code.covers(t.start))
	}
	return w.whole()
}

// shortcodeWriter writes content anew, tag by tag.
type shortcodeWriter struct {
	s       string
	tags    []bracket
	out     strings.Builder
	at      int            // what is before this place in s is written
	pending map[int]string // what takes the place of a closing tag, by its index
}

// shortcodesOf finds the tags of content, each with its partner, and what is code in it.
func shortcodesOf(s string) (w *shortcodeWriter, code spans) {
	w = &shortcodeWriter{s: s, tags: brackets(s), pending: map[int]string{}}
	if len(w.tags) > 0 {
		pair(w.tags)
		markAlone(s, w.tags)
		code = codeSpans(s)
	}
	return w, code
}

// whole writes what is left, and returns all.
func (w *shortcodeWriter) whole() string {
	if w.at == 0 {
		return w.s
	}
	w.copy(len(w.s))
	return w.out.String()
}

// copy writes s as it is up to a place.
func (w *shortcodeWriter) copy(to int) {
	if to > w.at {
		w.out.WriteString(w.s[w.at:to])
		w.at = to
	}
}

// put writes text in the place of what ends there.
func (w *shortcodeWriter) put(t *bracket, text string, end int) {
	w.copy(t.start)
	w.out.WriteString(text)
	w.at = end
}

// escape writes a shortcode that stands in double brackets as text: in single ones if WordPress has such a shortcode,
// else in both, as WordPress does. Which of the others a site has is not known.
func (w *shortcodeWriter) escape(start, end int, single bool) {
	w.copy(start - 1)
	w.at = end + 1
	if !single {
		start, end = start-1, end+1
	}
	w.out.WriteString(escapeBrackets(w.s[start:end]))
}

// escapedEnd returns where a shortcode ends that stands in double brackets: 0 where it does not.
func (w *shortcodeWriter) escapedEnd(i int) int {
	t := w.tags[i]
	if t.closing || t.start == 0 || w.s[t.start-1] != '[' || t.start-1 < w.at {
		return 0
	}
	if escaped(w.s, t.start, t.end) {
		return t.end
	}
	if t.partner >= 0 && escaped(w.s, t.start, w.tags[t.partner].end) {
		return w.tags[t.partner].end
	}
	return 0
}

// openShortcode puts something in the place of an opening tag, and decides about its closing one.
func (r *renderer) openShortcode(w *shortcodeWriter, i int, inCode bool) {
	t := &w.tags[i]
	template := r.template(t, inCode)
	if template == "" {
		return
	}
	c := call{name: t.name, attributes: parseAttributes(t.attributes)}
	end, closing, told := t.end, -1, r.told
	if t.partner >= 0 {
		closing = t.partner
		c.content = w.s[t.end:w.tags[closing].start]
	}
	switch template {
	case keep:
		w.put(t, escapeBrackets(w.s[t.start:end]), end)
		w.close(closing, keep)
		return
	case dropped, secret:
		code := finding.BodyDropped
		if template == secret {
			code = finding.PostWithheld
		}
		r.loseText(code, "["+t.name+"]", t.attributes+" "+c.content)
		if closing >= 0 {
			end = w.tags[closing].end
		}
		w.put(t, " ", end)
		return
	case dynamic:
		r.loseText(finding.ShortcodeDynamic, t.name, t.attributes)
		template = layout
	case unknown:
		r.loseText(finding.ShortcodeUnknown, t.name, t.attributes)
		if template = c.guess(w.inline(i)); template == dynamic {
			template = " {content} "
		}
	}
	if title, _ := c.first(sectionTitle); template == section && title == "" {
		template = layout
	}
	if template == section && closing < 0 {
		template = titled // nobody knows where it ends
	}
	if template == titled || template == quotation {
		template += c.remaining(template, c.link(), c.texts())
	}
	before, after, consumed := r.expand(template, c)
	if blank(before+after) && (consumed || closing < 0) && !bare[template] && !blank(t.attributes+c.content) && r.told == told {
		r.loseText(finding.ShortcodeUnknown, t.name, t.attributes+" "+c.content)
	}
	switch {
	case closing < 0:
		w.put(t, before+after, end)
	case consumed:
		w.put(t, before+after, w.tags[closing].end)
	default:
		w.put(t, before, end)
		w.close(closing, after)
	}
}

// inline reports whether a shortcode stands within a line of text.
func (w *shortcodeWriter) inline(i int) bool {
	end := w.tags[i].end
	if partner := w.tags[i].partner; partner >= 0 {
		end = w.tags[partner].end
	}
	before := strings.TrimRight(w.s[:w.tags[i].start], " \t\r")
	after := strings.TrimLeft(w.s[end:], " \t\r")
	return before != "" && strings.IndexByte("\n>]", before[len(before)-1]) < 0 || after != "" && strings.IndexByte("\n<[", after[0]) < 0
}

func (w *shortcodeWriter) close(i int, text string) {
	if i >= 0 {
		w.pending[i] = text
	}
}

// closeShortcode puts something in the place of a closing tag: what its opening tag decided, nothing for a stray one.
func (r *renderer) closeShortcode(w *shortcodeWriter, i int, inCode bool) {
	t := &w.tags[i]
	if text, ok := w.pending[i]; ok {
		if text == keep {
			text = escapeBrackets(w.s[t.start:t.end])
		}
		w.put(t, text, t.end)
		return
	}
	if t.partner < 0 && r.template(t, inCode) != "" {
		w.put(t, " ", t.end)
	}
}

// template returns what is to be done with a tag: "" where it is none of ours.
func (r *renderer) template(t *bracket, inCode bool) string {
	if asked := r.asked(t, inCode); asked != "" {
		return asked
	}
	if coreNames[t.name] {
		if t.closing && t.partner < 0 {
			return inline
		}
		return ""
	}
	if template := knownShortcode(t.name); template != "" && (!isWord(t.name) || evident(t) || t.alone || noWords[t.name]) {
		return template
	}
	if template := memberShortcode(t.name); template != "" && t.partner >= 0 {
		return template
	}
	if !inCode && (ofBuilder(t.name) || looksLikeShortcode(t)) {
		return unknown
	}
	return ""
}

// bare are the templates that show nothing but content.
var bare = map[string]bool{layout: true, inline: true, nothing: true, " {content} ": true}

// asked returns what the mapping wants done with a tag: "" where it has no opinion. What only a pattern names must be
// a shortcode by its form.
func (r *renderer) asked(t *bracket, inCode bool) string {
	if r.options.Shortcode == nil {
		return ""
	}
	p := r.options.Shortcode(t.name)
	if p.Pattern && (inCode || isWord(t.name) && !evident(t) && !t.alone) {
		return ""
	}
	switch p.Action {
	case Unwrap:
		return " {content} "
	case Drop:
		return dropped
	case Keep:
		return keep
	case Replace:
		return p.Template
	}
	return ""
}

// looksLikeShortcode reports whether something in brackets, of whose name nothing is known, is a shortcode and no
// text. Text in brackets is one word, a number, or a note: "[sic]", "[1]", "[see below]", "[see https://…]", "[Law E = mc²]".
// A single letter is a mark or a format of a forum.
func looksLikeShortcode(t *bracket) bool {
	if len(t.name) < 2 || strings.Trim(t.name, "0123456789.-") == "" {
		return false
	}
	joined := strings.ContainsRune(t.name, '_') || strings.ContainsRune(t.name, '-') && strings.ToLower(t.name) == t.name
	switch {
	case t.closing && t.partner < 0:
		return strings.ContainsRune(t.name, '_')
	case t.closing, t.partner >= 0, t.selfClosed:
		return true
	case blank(t.attributes):
		return strings.ContainsRune(t.name, '_') || t.alone && joined
	case strings.Contains(t.attributes, "=") && parseAttributes(t.attributes).named():
		return strings.ContainsAny(t.attributes, `"'`) || joined || !isUpper(t.name[0]) && !strings.Contains(t.attributes, " = ")
	}
	return strings.Contains(t.attributes, "://") && joined
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// evident reports whether a tag shows by its form that it is a shortcode's: it closes or is closed, it ends in a slash,
// it has attributes with names, or an address.
func evident(t *bracket) bool {
	return t.closing || t.partner >= 0 || t.selfClosed || strings.Contains(t.attributes, "://") ||
		strings.Contains(t.attributes, "=") && parseAttributes(t.attributes).named()
}

// isWord reports whether a name could be a word of a text: "[section 5]", "[map]". What is known of such a name holds
// only where its form or its place show that it is a shortcode.
func isWord(name string) bool {
	return !strings.ContainsAny(name, "_-0123456789")
}

// noWords are names without a mark of a name that stand in no text: [vimeo 141358].
var noWords = nameSet("vimeo wpvideo youtube dailymotion slideshare scribd soundcloud gist googlemaps latex gravityform wpforms tablepress")

// spans are stretches of text, in order.
type spans [][2]int

// covers reports whether a place lies in one of the spans.
func (l spans) covers(at int) bool {
	low, high := 0, len(l)
	for low < high {
		if mid := (low + high) / 2; l[mid][1] <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low < len(l) && l[low][0] <= at
}

// codeSpans finds the elements that show code: what stands in brackets there is more likely an example than a
// shortcode.
func codeSpans(s string) spans {
	var list spans
	at, start, name := 0, 0, ""
	for p := range pieces(s, true) {
		tag, end := tagName(p.raw)
		tag = strings.ToLower(tag)
		switch {
		case !p.tag:
		case name == "" && !end && (tag == "pre" || tag == "code"):
			start, name = at, tag
		case name != "" && end && tag == name:
			list, name = append(list, [2]int{start, at}), ""
		}
		at += len(p.raw)
	}
	return list
}
