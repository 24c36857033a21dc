//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"wp2pub/migrate/finding"
)

const tenMegabytes = 10_000_000

// large repeats a piece until it has ten megabytes.
func large(piece string) string { return strings.Repeat(piece, tenMegabytes/len(piece)) }

// numbered repeats a piece n times, with the number of each in the place of every #.
func numbered(piece string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(piece, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// nested is a word within n elements.
func nested(open, end string, n int) string {
	return strings.Repeat(open, n) + "zu" + strings.Repeat(end, n)
}

// content is a site of one post.
func content(name string, text func() string, losses ...finding.Code) hostileSite {
	return hostileSite{name: name, losses: losses, posts: func() []storedPost { return []storedPost{{content: text()}} }}
}

// hostileSites are all cases.
func hostileSites() []hostileSite {
	var sites []hostileSite
	for _, group := range [][]hostileSite{largePosts(), deepPosts(), shortcodePosts(), blockPosts(), patternSites(), builderPosts()} {
		sites = append(sites, group...)
	}
	often := map[string]bool{
		"1 MB of prose": true, "10 MB of prose": true, "100,000 nested div": true, "50,000 unclosed shortcodes": true, "a pattern that holds itself": true,
		"patterns that double 30 times": true, "a large pattern shown 10,000 times": true, "Elementor, 10 MB": true,
	}
	for i := range sites {
		sites[i].often = often[sites[i].name]
	}
	return sites
}

// largePosts are posts of ten megabytes, each of one kind of piece.
func largePosts() []hostileSite {
	const prose = "Zum Beispiel <b>zu</b> den <a href=\"https://example.org/a?b=1&amp;c=2\">Berichten zu</a> der Lage zu Hause. Lorem ipsum dolor sit amet, “consetetur” – sadipscing elitr.\n\n"
	pieces := []struct{ name, piece string }{
		{"prose", prose},
		{"blocks of prose", "<!-- wp:paragraph {\"align\":\"left\"} -->\n<p class=\"x\">" + strings.TrimSpace(prose) + "</p>\n<!-- /wp:paragraph -->\n\n"},
		{"one paragraph", "lorem zu ipsum "},
		{"one line of one word", "zu"},
		{"paragraphs of one word", "<p>zu</p>"},
		{"lines of one word", "zu\n"},
		{"blank lines between words", "zu\n\n"},
		{"bold words", "<b>zu</b>"},
		{"bold and italic words", "<b>zu</b> <i>zu</i> "},
		{"fonts", "<font color=\"red\" face=\"Arial\">zu</font> "},
		{"styled spans", "<span style=\"font-size:12px\" class=\"a b\">zu</span> "},
		{"line breaks", "zu<br>"},
		{"runs of line breaks", "zu<br><br><br /><br>\n"},
		{"breaks alone", "<br>"},
		{"items of one list", "<li>zu</li>"},
		{"lists", "<ul><li>zu</li></ul>"},
		{"tables", "<table><tr><td>zu</td></tr></table>\n"},
		{"links of the site", "<a href=\"https://hostile.example.org/?p=1\">zu</a> "},
		{"links to elsewhere", "<a href=\"https://example.org/\">zu</a> "},
		{"images", "<img src=\"https://hostile.example.org/wp-content/uploads/a-300x200.jpg\" alt=\"zu\"> "},
		{"images within the page", "<img alt=\"zu\" src=\"data:image/png;base64," + strings.Repeat("QUJD", 250) + "\">\n"},
		{"entities", "zu&amp;&lt;&eacute;&#8217;&#x1F600;&copy "},
		{"no-break spaces", "zu&nbsp;&nbsp; &nbsp;"},
		{"no-break spaces alone", "&nbsp;"},
		{"comments", "zu<!-- x -->"},
		{"listings", "<pre>zu\n\tif (a[i] < b) {}\n</pre>\n"},
		{"headings", "<h1>zu</h1>\n<h4>zu</h4>\n"},
		{"emoji", "zu 😀👩‍👩‍👧 "},
		{"mojibake", "zu Ã¼ber â€œZitatâ€\u009d ÃƒÂ¤ "},
		{"control characters", "zu\x01\u0085\u0092\ufffd "},
		{"hidden elements", "<div style=\"display:none\">zu <a href=\"https://example.org/\">zu</a></div>\n"},
		{"Word's comments", "<p class=\"MsoNormal\">zu<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><o:p></o:p></p>\n"},
		{"right to left", "<p dir=\"rtl\">zu مرحبا بالعالم</p>\n"},
		{"quotations", "<blockquote><p>zu</p></blockquote>\n"},
		{"figures", "<figure><img src=\"/a.jpg\" alt=\"\"><figcaption>zu</figcaption></figure>\n"},
		{"divs", "<div>zu</div>"},
		{"empty divs", "<div></div>"},
		{"rules", "zu<hr>"},
		{"scripts", "zu<script>var zs = '<p>';</script>\n"},
		{"opening brackets", "zu ["},
		{"angle brackets", "zu < "},
		{"end tags", "zu</div></p></b>"},
		{"descriptions", "<dl><dt>zu</dt><dd>zu</dd></dl>"},
	}
	var sites []hostileSite
	for _, p := range pieces {
		sites = append(sites, content("10 MB of "+p.name, func() string { return "<i>zu</i> " + large(p.piece) }))
	}
	text := func(name string, text func() string, losses ...finding.Code) {
		sites = append(sites, content(name, text, losses...))
	}
	text("1 MB of prose", func() string { return strings.Repeat(prose, 1_000_000/len(prose)) })
	text("10 MB of Chinese", func() string { return "zu" + large("漢字仮名") })
	text("10 MB in an attribute", func() string { return "<p title=\"" + large("x") + "\">zu</p>" })
	text("10 MB in attributes", func() string { return "<p " + numbered("a#=\"b\" ", 1_000_000) + ">zu</p>" })
	text("10 MB in an address", func() string { return "<a href=\"https://example.org/" + large("x/") + "\">zu</a>" })
	text("10 MB in a tag without end", func() string { return "zu<a href=\"" + large("x") })
	text("10 MB in an image", func() string { return "zu<img src=\"data:image/png;base64," + large("QUJD") + "\">" })
	text("10 MB in a comment", func() string { return "zu<!-- " + large("x ") + " -->" })
	text("10 MB of a script", func() string { return "zu<script>" + large("x ") + "</script>" })
	text("a table of 500,000 cells", func() string {
		return "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td>zu</td>", 100)+"</tr>\n", 5_000) + "</table>"
	})
	text("a row of 100,000 cells", func() string { return "<table><tr>" + strings.Repeat("<td>zu</td>", 100_000) + "</tr></table>" })
	text("a table that claims a million columns", func() string {
		return "<table>" + strings.Repeat("<tr><td colspan=\"1000\" rowspan=\"65534\">zu</td></tr>", 10_000) + "</table>"
	})
	text("100,000 ids that links point to", func() string { return numbered("<h2 id=\"s#\">zu</h2><p><a href=\"#s#\">zu</a></p>\n", 100_000) })
	text("100,000 equal ids", func() string { return strings.Repeat("<h2 id=\"s\">zu</h2><p><a href=\"#s\">zu</a></p>\n", 100_000) })
	text("100,000 links to missing pages", func() string {
		return numbered("<a href=\"https://hostile.example.org/missing-#/\">zu</a> ", 100_000)
	}, finding.LinkBroken)
	text("100,000 videos", func() string { return "zu\n" + numbered("https://www.youtube.com/watch?v=#\n\n", 100_000) }, finding.EmbedUnresolved)
	text("100,000 frames", func() string { return "zu\n" + numbered("<iframe src=\"https://example.org/#\"></iframe>\n", 100_000) })
	text("100,000 URLs on lines", func() string { return "zu\n" + numbered("https://example.org/#\n", 100_000) })
	text("100,000 unknown elements", func() string { return numbered("<x-#>zu</x-#> ", 100_000) })
	text("100,000 footnotes", func() string {
		return numbered("zu<sup><a href=\"#_ftn#\" name=\"_ftnref#\">[#]</a></sup>\n", 100_000) + numbered("<p><a href=\"#_ftnref#\" name=\"_ftn#\">[#]</a> zu</p>\n", 100_000)
	})
	return sites
}

// deepPosts nest what can be nested.
func deepPosts() []hostileSite {
	const n = 100_000
	var sites []hostileSite
	for _, name := range []string{"div", "span", "b", "ul", "li", "p", "table", "blockquote", "font", "a", "section", "details", "dl", "figure", "svg", "h2", "button", "select", "ruby", "sup", "x-y", "center", "form"} {
		start, end := "<"+name+">", "</"+name+">"
		sites = append(sites,
			content(fmt.Sprintf("100,000 nested %s", name), func() string { return nested(start, end, n) }),
			content(fmt.Sprintf("100,000 unclosed %s with words", name), func() string { return strings.Repeat(start+"zu ", n) }))
	}
	sites = append(sites,
		content("100,000 nested lists", func() string { return nested("<ul><li>", "</li></ul>", n) }),
		content("100,000 nested lists with words", func() string { return nested("<ul><li>zu", "</li></ul>", n) }),
		content("100,000 nested tables with cells", func() string { return nested("<table><tr><td>", "</td></tr></table>", n) }),
		content("100,000 nested links", func() string { return nested("<a href=\"/x\">", "</a>", n) }),
		content("formatting that never ends", func() string { return numbered("<font color=\"#\">", 1000) + strings.Repeat("<p>zu</p>", n) }),
		content("formatting that never ends, of all kinds", func() string {
			return strings.Repeat("<b><i><u><font size=1><a href=/>", 1000) + strings.Repeat("<p>zu</p>", n)
		}),
		content("elements that cross", func() string { return strings.Repeat("<b><p>zu</b></p>", n) }),
		content("elements that cross deeply", func() string { return strings.Repeat("<b><i><p>zu", n) + strings.Repeat("</b></p></i>", n) }),
		content("text between rows", func() string { return "<table>" + strings.Repeat("zu<tr>", n) }),
		content("words beside nested divs", func() string { return strings.Repeat("<div>zu", n) + strings.Repeat("</div>zu", n) }),
		content("nested spans with languages", func() string { return nested("<span lang=\"de\">zu", "</span>", n) }),
	)
	return sites
}

// shortcodePosts hold shortcodes of every kind and fault.
func shortcodePosts() []hostileSite {
	const n = 50_000
	return []hostileSite{
		content("50,000 unclosed shortcodes", func() string { return strings.Repeat("[vc_row a=\"b\"]zu ", n) }),
		content("50,000 unclosed shortcodes without text", func() string { return strings.Repeat("[vc_row]", n) + "zu" }),
		content("50,000 unclosed shortcodes of many names", func() string { return numbered("[some_thing#]zu ", n) }, finding.ShortcodeUnknown),
		content("50,000 unclosed shortcodes of one unknown name", func() string { return strings.Repeat("[some_thing a=b]zu ", n) }, finding.ShortcodeUnknown),
		content("50,000 unclosed captions", func() string { return strings.Repeat("[caption width=\"3\"]<img src=/a.jpg>zu ", n) }),
		content("50,000 captions", func() string { return strings.Repeat("[caption width=\"3\"]<img src=/a.jpg>zu[/caption]\n", n) }),
		content("50,000 galleries", func() string { return "zu" + strings.Repeat("[gallery ids=\"7,8,9\"]", n) }, finding.MediaMissing),
		content("a gallery of 100,000", func() string { return "zu[gallery ids=\"" + numbered("#,", 100_000) + "\"]" }, finding.MediaMissing),
		content("50,000 nested shortcodes", func() string { return nested("[su_spoiler title=\"x\"]", "[/su_spoiler]", n) }),
		content("50,000 nested shortcodes with text", func() string { return nested("[vc_column_text]zu", "[/vc_column_text]", n) }),
		content("50,000 nested unknown shortcodes", func() string { return nested("[some_thing x=\"y\"]", "[/some_thing]", n) }, finding.ShortcodeUnknown),
		content("50,000 nested tabs", func() string { return nested("[su_tabs][su_tab title=\"x\"]", "[/su_tab][/su_tabs]", n) }),
		content("50,000 nested shortcodes of many names", func() string { return numbered("[a_#]", n) + "zu" + numbered("[/a_#]", n) }, finding.ShortcodeUnknown),
		content("50,000 crossing shortcodes", func() string {
			return strings.Repeat("[su_tab][su_note]", n) + "zu" + strings.Repeat("[/su_tab][/su_note]", n)
		}),
		content("50,000 columns of Divi", func() string {
			return nested("[et_pb_row][et_pb_column][et_pb_text]", "[/et_pb_text][/et_pb_column][/et_pb_row]", n)
		}),
		content("50,000 unclosed columns of Divi", func() string { return strings.Repeat("[et_pb_row][et_pb_column][et_pb_text]zu", n) }),
		content("50,000 columns of Avada", func() string { return strings.Repeat("[fusion_builder_row][fusion_text]zu[/fusion_text]", n) }),
		content("50,000 columns of Enfold", func() string { return strings.Repeat("[av_one_half][av_textblock]zu[/av_textblock]", n) }),
		content("500,000 opening brackets", func() string { return "zu" + strings.Repeat("[", 500_000) }),
		content("500,000 brackets and names", func() string { return "zu" + strings.Repeat("[caption ", 500_000) }),
		content("500,000 closing shortcodes", func() string { return "zu" + strings.Repeat("[/caption][/vc_row]", 500_000) }),
		content("50,000 escaped shortcodes", func() string { return strings.Repeat("[[gallery]] zu ", n) }),
		content("50,000 escapes that do not end", func() string { return strings.Repeat("[[vc_row] zu ", n) }),
		content("50,000 broken quotes", func() string { return "[vc_row " + strings.Repeat("a=\" 'b ", n) + "]zu" }),
		content("50,000 shortcodes with broken quotes", func() string { return strings.Repeat("[vc_row a=\"b]zu ", n) }),
		content("10 MB in an attribute of a shortcode", func() string { return "[vc_row a=\"" + large("x ") + "\"]zu" }),
		content("10 MB in a raw HTML of WPBakery", func() string { return "zu[vc_raw_html]" + large("PHA+") + "[/vc_raw_html]" }),
		content("50,000 shortcodes in attributes", func() string { return strings.Repeat("<a title=\"[vc_row]\" href=\"[x]\">zu</a> ", n) }),
		content("50,000 shortcodes in listings", func() string { return strings.Repeat("<pre>[vc_row] zu</pre>\n", n) }),
		content("50,000 buttons", func() string {
			return strings.Repeat("[vc_btn title=\"zu\" link=\"url:https%3A%2F%2Fexample.org\"]", n)
		}),
		content("50,000 videos", func() string { return "zu\n" + strings.Repeat("[embed]https://vimeo.com/1[/embed]\n", n) }),
		content("50,000 unclosed embeds", func() string { return "zu\n" + strings.Repeat("[embed]https://vimeo.com/1\n", n) }),
		content("500,000 brackets of text", func() string { return strings.Repeat("zu [sic] [1] a[i] ", 500_000) }),
	}
}

// blockPosts hold blocks of every kind and fault.
func blockPosts() []hostileSite {
	const n = 100_000
	return []hostileSite{
		content("100,000 blocks", func() string { return strings.Repeat("<!-- wp:paragraph --><p>zu</p><!-- /wp:paragraph -->\n", n) }),
		content("100,000 nested blocks", func() string { return nested("<!-- wp:group --><div>", "</div><!-- /wp:group -->", n) }),
		content("100,000 unclosed blocks", func() string { return strings.Repeat("<!-- wp:group --><div>zu", n) }),
		content("100,000 unclosed comments", func() string { return "zu<!-- wp:group " + strings.Repeat("<!-- wp:group {", n) }),
		content("100,000 closing blocks", func() string { return "<!-- wp:group -->zu" + strings.Repeat("<!-- /wp:group -->", n) }),
		content("100,000 unknown blocks", func() string { return "zu" + numbered("<!-- wp:a/b# {\"text\":\"zs\"} /-->", n) }, finding.BlockUnknown),
		content("100,000 dynamic blocks", func() string { return "zu" + strings.Repeat("<!-- wp:latest-posts /-->\n", n) }, finding.BlockDynamic),
		content("100,000 lists of blocks", func() string {
			return strings.Repeat("<!-- wp:list --><ul><!-- wp:list-item --><li>zu</li><!-- /wp:list-item --></ul><!-- /wp:list -->\n", n)
		}),
		content("100,000 nested lists of blocks", func() string {
			return nested("<!-- wp:list --><ul><!-- wp:list-item --><li>zu", "</li><!-- /wp:list-item --></ul><!-- /wp:list -->", n)
		}),
		content("100,000 images of blocks", func() string {
			return "zu" + strings.Repeat("<!-- wp:image {\"id\":7} --><figure><img src=\"/a.jpg\" class=\"wp-image-7\"/></figure><!-- /wp:image -->\n", n)
		}),
		content("100,000 galleries of blocks", func() string {
			return "zu" + strings.Repeat("<!-- wp:gallery {\"ids\":[7,8]} --><ul></ul><!-- /wp:gallery -->\n", n)
		}),
		content("100,000 embeds of blocks", func() string {
			return "zu" + numbered("<!-- wp:embed {\"url\":\"https://vimeo.com/#\"} --><figure><div class=\"wp-block-embed__wrapper\">\nhttps://vimeo.com/#\n</div></figure><!-- /wp:embed -->\n", n)
		}),
		content("100,000 separators of pages", func() string {
			return strings.Repeat("zu<!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage --><!--more-->", n)
		}),
		content("10 MB in attributes of a block", func() string {
			return "<!-- wp:paragraph {\"a\":\"" + large("x") + "\"} --><p>zu</p><!-- /wp:paragraph -->"
		}),
		content("10 MB in attributes of an unknown block", func() string {
			return "zu<!-- wp:a/b {\"items\":[" + large("{\"n\":1},") + "{}]} /-->"
		}, finding.BlockUnknown),
		content("nested attributes of an unknown block", func() string {
			return "zu<!-- wp:a/b {\"items\":" + strings.Repeat("[", n) + strings.Repeat("]", n) + "} /-->"
		}, finding.BlockUnknown),
		content("10 MB in fields of an ACF block", func() string {
			return "zu<!-- wp:acf/b {\"data\":{" + strings.TrimSuffix(numbered("\"f#\":\"7\",\"_f#\":\"field_#\",", 300_000), ",") + "}} /-->"
		}, finding.BlockUnknown),
		content("100,000 classic and block in turn", func() string {
			return strings.Repeat("zu\n\n<!-- wp:paragraph --><p>zu</p><!-- /wp:paragraph -->\n\n", n)
		}),
	}
}

// patternSites have synced patterns that hold each other.
func patternSites() []hostileSite {
	block := func(content string) storedPost { return storedPost{typ: "wp_block", content: content} }
	ref := func(id int) string { return fmt.Sprintf("<!-- wp:block {\"ref\":%d} /-->\n", id) }
	site := func(name string, words int, losses []finding.Code, posts ...storedPost) hostileSite {
		return hostileSite{name: name, words: words, losses: losses, posts: func() []storedPost { return posts }}
	}
	cycle := []finding.Code{finding.BlockCycle}
	doubling := []storedPost{{content: "zu" + ref(2)}}
	for i := range 30 {
		doubling = append(doubling, block("<p>zu</p>"+ref(i+3)+ref(i+3)))
	}
	chain := []storedPost{{content: "zu" + ref(2)}}
	for i := range 1000 {
		chain = append(chain, block("<p>zu</p>"+ref(i+3)))
	}
	return []hostileSite{
		site("a pattern that holds itself", 2, cycle, storedPost{content: "zu" + ref(2)}, block("<p>zu</p>"+ref(2))),
		site("a pattern that holds itself 100,000 times", 2, cycle, storedPost{content: "zu" + ref(2)}, block("<p>zu</p>"+strings.Repeat(ref(2), 100_000))),
		site("patterns that hold each other", 3, cycle, storedPost{content: "zu" + ref(2)}, block("<p>zu</p>"+ref(3)), block("<p>zu</p>"+ref(2))),
		site("patterns that double 30 times", -1, cycle, doubling...),
		site("a chain of 1000 patterns", -1, nil, chain...),
		site("a pattern shown 10,000 times", -1, nil, storedPost{content: strings.Repeat("zu"+ref(2), 10_000)}, block("<p>zu</p>")),
		site("a large pattern shown 10,000 times", -1, nil, storedPost{content: strings.Repeat("zu"+ref(2), 10_000)}, block(strings.Repeat("<p>zu</p>", 10_000))),
	}
}

// builderPosts were built with builders that keep the page in meta.
func builderPosts() []hostileSite {
	elementor := func(name string, words int, data func() string) hostileSite {
		return hostileSite{name: name, words: words, posts: func() []storedPost {
			return []storedPost{{meta: [][2]string{{"_elementor_edit_mode", "builder"}, {"_elementor_data", data()}}}}
		}}
	}
	beaver := func(name string, words int, data func() string) hostileSite {
		return hostileSite{name: name, words: words, posts: func() []storedPost {
			return []storedPost{{meta: [][2]string{{"_fl_builder_enabled", "1"}, {"_fl_builder_data", data()}}}}
		}}
	}
	const text = `{"id":"a","elType":"widget","widgetType":"text-editor","settings":{"editor":"<p>zu</p>","a":"b"},"elements":[]}`
	const inside = `{"id":"a","elType":"section","elements":[`
	php := func(s string) string { return fmt.Sprintf("s:%d:\"%s\";", len(s), s) }
	object := func(pairs ...string) string {
		return fmt.Sprintf("O:8:\"stdClass\":%d:{%s}", len(pairs)/2, strings.Join(pairs, ""))
	}
	node := func(i int, parent string) string {
		id := fmt.Sprintf("n%d", i)
		settings := object(php("type"), php("rich-text"), php("text"), php("zu"))
		return php(id) + object(php("node"), php(id), php("type"), php("module"), php("parent"), parent, php("position"), fmt.Sprintf("i:%d;", i), php("settings"), settings)
	}
	nodes := func(n int, parent func(i int) string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "a:%d:{", n)
		for i := range n {
			b.WriteString(node(i, parent(i)))
		}
		return b.String() + "}"
	}
	const n = 10_000
	return []hostileSite{
		elementor("Elementor, 10 MB", 10_000_000/len(text), func() string {
			return `[{"id":"a","elType":"section","elements":[` + strings.TrimSuffix(strings.Repeat(text+",", 10_000_000/len(text)), ",") + `]}]`
		}),
		elementor("Elementor, 10 MB in one text", 3_333_333, func() string {
			data, _ := json.Marshal(strings.Repeat("zu ", 3_333_333))
			return `[{"elType":"widget","widgetType":"text-editor","settings":{"editor":` + string(data) + `}}]`
		}),
		elementor("Elementor, nested 1,000 times", 1, func() string {
			return "[" + strings.Repeat(inside, 1_000) + text + strings.Repeat("]}", 1_000) + "]"
		}),
		elementor("Elementor, nested 100,000 times", -1, func() string {
			return "[" + strings.Repeat(inside, 100_000) + text + strings.Repeat("]}", 100_000) + "]"
		}),
		elementor("Elementor, cut off", -1, func() string { return "[" + strings.Repeat(inside+text+",", n) }),
		beaver("Beaver Builder, 40,000 modules", 40_000, func() string { return nodes(40_000, func(int) string { return "N;" }) }),
		beaver("Beaver Builder, 10,000 nested modules", n, func() string {
			return nodes(n, func(i int) string {
				if i == 0 {
					return "N;"
				}
				return php(fmt.Sprintf("n%d", i-1))
			})
		}),
		beaver("Beaver Builder, a circle", -1, func() string { return nodes(n, func(i int) string { return php(fmt.Sprintf("n%d", (i+1)%n)) }) }),
		{name: "nested serialized PHP", words: 1, posts: func() []storedPost {
			return []storedPost{{content: "zu", meta: [][2]string{{"deep", strings.Repeat("a:1:{i:0;", 100_000) + "N;" + strings.Repeat("}", 100_000)}}}}
		}},
		{name: "100,000 rows of meta", words: 1, posts: func() []storedPost {
			p := storedPost{content: "zu"}
			for i := range 100_000 {
				p.meta = append(p.meta, [2]string{fmt.Sprintf("key_%d", i), "value"})
			}
			return []storedPost{p}
		}},
	}
}
