package render

import (
	"html"
	"net/url"
	"strings"

	"wp2pub/migrate/finding"
)

// embeds puts what is known of them in the place of [embed] shortcodes and of URLs that stand alone on a line or in a
// paragraph.
func (r *renderer) embeds(s string) string {
	if strings.Contains(s, "[embed") {
		s = r.embedShortcodes(s)
	}
	if !strings.Contains(s, "://") {
		return s
	}
	return r.paragraphEmbeds(r.lineEmbeds(s))
}

// lineEmbeds embeds the URLs that stand alone on a line.
func (r *renderer) lineEmbeds(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for line := range strings.Lines(s) {
		text := strings.Trim(line, spaces)
		found, known := "", false
		if bareURL(text) {
			found, known = r.autoembed(text)
		}
		if !known {
			b.WriteString(line)
			continue
		}
		if strings.HasSuffix(strings.TrimRight(b.String(), spaces), `wp-block-embed__wrapper">`) {
			found = strings.TrimSuffix(strings.TrimPrefix(found, "<figure>"), "</figure>")
		}
		start := strings.Index(line, text)
		b.WriteString(line[:start] + found + line[start+len(text):])
	}
	return b.String()
}

// paragraphEmbeds puts embeds in the place of paragraphs that hold a URL and nothing else.
func (r *renderer) paragraphEmbeds(s string) string {
	var b strings.Builder
	at, tagEnd := 0, 0
	for i := 0; ; {
		next := strings.IndexByte(s[i:], '<')
		if next < 0 {
			break
		}
		open := i + next
		i = open + 1
		if len(s)-i < 2 || s[i] != 'p' && s[i] != 'P' || s[i+1] != '>' && s[i+1] != ' ' {
			continue
		}
		if tagEnd < i {
			length := strings.IndexByte(s[i:], '>')
			if length < 0 {
				break
			}
			tagEnd = i + length
		}
		start := tagEnd + 1 + len(s[tagEnd+1:]) - len(strings.TrimLeft(s[tagEnd+1:], spaces))
		if !strings.HasPrefix(s[start:], "http") {
			continue
		}
		length := strings.IndexAny(s[start:], spaces+"<>\"")
		if length < 0 {
			break
		}
		target, rest := s[start:start+length], strings.TrimLeft(s[start+length:], spaces)
		if !bareURL(target) || len(rest) < len("</p>") || !strings.EqualFold(rest[:len("</p>")], "</p>") {
			continue
		}
		i = len(s) - len(rest) + len("</p>")
		if found, known := r.autoembed(target); known {
			b.WriteString(s[at:open] + found)
			at = i
		}
	}
	b.WriteString(s[at:])
	return b.String()
}

// bareURL reports whether s is a URL and nothing else.
func bareURL(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.ContainsAny(s, " \t\n\v\f\r<>\"")
}

// embedShortcodes does away with [embed]: what WordPress knows nothing about becomes a link.
func (r *renderer) embedShortcodes(s string) string {
	tags := brackets(s)
	var own []bracket
	for _, t := range tags {
		if t.name == "embed" && !escaped(s, t.start, t.end) && r.asked(&t, false) == "" {
			own = append(own, t)
		}
	}
	pairFirst(own)
	var b strings.Builder
	at := 0
	for _, t := range own {
		if t.start < at || t.closing {
			continue
		}
		attributes := parseAttributes(t.attributes)
		target, end := "", t.end
		if t.partner >= 0 {
			target, end = s[t.end:own[t.partner].start], own[t.partner].end
		}
		target = firstOf(html.UnescapeString(target), attributes.get("src"), attributes.position(0))
		b.WriteString(s[at:t.start])
		at = end
		switch {
		case target == "":
		case !bareURL(target):
			b.WriteString(html.EscapeString(target))
		default:
			b.WriteString(r.embedSized(target, attributes.get("width"), attributes.get("height")))
		}
	}
	b.WriteString(s[at:])
	return b.String()
}

// escaped reports whether a second pair of brackets is around what stands between two places.
func escaped(s string, start, end int) bool {
	return start > 0 && s[start-1] == '[' && end < len(s) && s[end] == ']'
}

// embed shows what is known of a URL: a figure with a link where it is a video, the text of the post or page where the
// site's cache holds one, or a link.
func (r *renderer) embed(target string) string { return r.embedSized(target, "", "") }

func (r *renderer) embedSized(target, width, height string) string {
	if found, known := r.resolve(target, width, height); known {
		return found
	}
	return link(target, target)
}

// autoembed does the same for a URL that nobody marked as an embed: one that WordPress would leave as text stays.
func (r *renderer) autoembed(target string) (string, bool) {
	return r.resolve(html.UnescapeString(target), "", "")
}

// resolve finds what a URL shows. Nothing is known where the site asked and got no answer, and where no provider is
// known to answer for its host.
func (r *renderer) resolve(target, width, height string) (string, bool) {
	for _, kind := range []string{"audio", "video"} {
		if playable(target, kind) && !strings.Contains(target, "?") {
			return r.player(call{name: kind, attributes: attributes{{"src", target}}}), true
		}
	}
	cached, ok := r.cachedEmbed(target, width, height)
	switch {
	case ok && strings.Contains(cached, unknownEmbed):
		return "", false
	case ok && strings.Contains(cached, "<blockquote"):
		return withoutScripts(cached), true
	case ok && strings.Contains(cached, "<img"):
		return cached, true
	case ok:
		return embedFigure(target, firstOf(tagAttribute(cached, "title"), target)), true
	case provider(target):
		r.lose(finding.EmbedUnresolved, target)
		return embedFigure(target, target), true
	}
	return "", false
}

// unknownEmbed is what WordPress keeps where a provider gave no answer.
const unknownEmbed = "{{unknown}}"

func embedFigure(target, text string) string {
	return "<figure>" + link(target, text) + "</figure>"
}

// withoutScripts takes script elements and frames out of a provider's answer.
func withoutScripts(s string) string {
	var b strings.Builder
	skip := ""
	for p := range pieces(s, true) {
		name, end := tagName(p.raw)
		name = strings.ToLower(name)
		switch {
		case p.tag && skip == name && end:
			skip = ""
		case skip != "":
		case p.tag && !end && (name == "script" || name == "iframe"):
			skip = name
		default:
			b.WriteString(p.raw)
		}
	}
	return b.String()
}

// tagAttribute returns the value of an attribute of the first tag of s that has it.
func tagAttribute(s, name string) string {
	for p := range pieces(s, true) {
		if !p.tag {
			continue
		}
		tag, _ := tagName(p.raw)
		rest := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(p.raw, "<"+tag), ">"), "/")
		if value := parseAttributes(rest).get(name); value != "" {
			return value
		}
	}
	return ""
}

// provider reports whether a URL belongs to a host whose pages WordPress embeds.
func provider(target string) bool {
	u, err := url.Parse(target)
	if err != nil {
		return false
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	for ; host != ""; _, host, _ = strings.Cut(host, ".") {
		if providers[host] {
			return true
		}
	}
	return false
}

// providers are the hosts of WordPress's own list of oEmbed providers, and those that answer only with a key now.
var providers = nameSet("youtube.com youtu.be youtube-nocookie.com vimeo.com dailymotion.com dai.ly flickr.com flic.kr smugmug.com scribd.com " +
	"wordpress.tv crowdsignal.net polldaddy.com poll.fm survey.fm twitter.com x.com soundcloud.com slideshare.net open.spotify.com " +
	"imgur.com issuu.com mixcloud.com ted.com animoto.com video214.com tumblr.com kickstarter.com kck.st cloudup.com reverbnation.com " +
	"videopress.com reddit.com speakerdeck.com screencast.com amazon.com a.co z.cn tiktok.com pinterest.com wolframcloud.com pocketcasts.com " +
	"pca.st anghami.com bsky.app canva.com facebook.com fb.watch instagram.com instagr.am ustream.tv vine.co prezi.com")
