package render

import "strings"

// autop makes paragraphs of blank lines and line breaks of line ends, where and only where WordPress does: not within
// <pre>, script and style, not around what is a block itself, and with every quirk that has become visible in
// published pages.
//
// The text is cut into atoms once, a stretch of it at a time; each rule then is one pass over the atoms that looks at
// neighbours. What a rule calls <p> is only ever the bare tag, its own or the author's: WordPress does not tell them
// apart either. A rule may use the list that it is given for its result.
func autop(s string) string { return autopStretches(s, stretchLength) }

func autopStretches(s string, length int) string {
	if blank(s) {
		return ""
	}
	var out strings.Builder
	out.Grow(len(s) + len(s)/8)
	for atoms, last := range stretches(s+"\n", length) {
		for _, rule := range []func([]atom) []atom{
			doubleBreaks, setBlocksApart, glueParts,
			makeParagraphs,
			dropEmptyParagraphs, closeBeforeContainer, freeLoneBlocks, freeListItems, moveIntoQuotes, freeBlockStart, freeBlockEnd,
			makeBreaks, dropBreaksAfterBlocks, dropBreaksBeforeBlocks,
		} {
			atoms = rule(atoms)
		}
		if !last {
			atoms = dropBreakAtEnd(atoms)
		}
		for _, a := range atoms {
			out.WriteString(a.raw)
		}
	}
	paragraphs := strings.ReplaceAll(out.String(), hiddenLine, "\n")
	if before, cut := strings.CutSuffix(paragraphs, "\n</p>\n"); cut { // a line end before the end of the last paragraph
		return before + "</p>\n"
	}
	return paragraphs
}

// doubleBreaks makes a blank line of two line breaks in a row.
func doubleBreaks(in []atom) []atom {
	out := reuse(in)
	for i := 0; i < len(in); i++ {
		if in[i].is(anyBreak) {
			if j := skipBlank(in, i+1); j < len(in) && in[j].is(anyBreak) {
				out.text("\n\n")
				i = j
				continue
			}
		}
		out.add(in[i])
	}
	return out.done()
}

// setBlocksApart puts a blank line before the start of a block and after its end.
func setBlocksApart(in []atom) []atom {
	out := room(len(in) + len(in)/4)
	for _, a := range in {
		if a.is(blockStart) {
			out.text("\n\n")
		}
		out.add(a)
		if a.is(blockEnd | rule) {
			out.text("\n\n")
		}
	}
	return out.done()
}

// glueParts takes the white space away around parts of elements that are no text: options, sources of media,
// parameters of objects, captions.
func glueParts(in []atom) []atom {
	var seen kind
	for _, a := range in {
		seen |= a.kind
	}
	before, after := optionStart|captionStart, kind(0)
	if seen&optionStart != 0 {
		after |= optionEnd
	}
	if seen&captionStart != 0 {
		after |= captionEnd
	}
	if seen&objectEnd != 0 {
		before, after = before|objectEnd|parameter, after|objectStart|parameter
	}
	if seen&source_ != 0 {
		before, after = before|mediaEnd|source_, after|mediaStart|source_
	}
	out := reuse(in)
	trim := false
	for i, a := range in {
		if a.kind == 0 {
			if trim {
				a.raw = strings.TrimLeft(a.raw, spaces)
			}
			if i+1 < len(in) && in[i+1].is(before) {
				a.raw = strings.TrimRight(a.raw, spaces)
			}
			if a.raw == "" {
				continue
			}
		}
		out.add(a)
		trim = a.is(after)
	}
	return out.done()
}

// makeParagraphs wraps everything between blank lines, whatever it is, into a paragraph.
func makeParagraphs(in []atom) []atom {
	out, paragraph := room(len(in)+len(in)/2), atoms{}
	flush := func() {
		list := paragraph.done()
		if len(list) == 0 {
			return
		}
		out.add(openParagraph)
		out.add(trimNewlines(list)...)
		out.add(closeParagraph)
		out.text("\n")
		paragraph.list = paragraph.list[:0]
	}
	for _, a := range in {
		if a.kind != 0 {
			paragraph.add(a)
			continue
		}
		rest := a.raw
		for start, end := blankLine(rest); start >= 0; start, end = blankLine(rest) {
			paragraph.text(rest[:start])
			flush()
			rest = rest[end:]
		}
		paragraph.text(rest)
	}
	flush()
	return out.done()
}

// blankLine finds the first white space that holds two line ends: from the first of them to the last.
func blankLine(s string) (start, end int) {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], '\n')
		if i < 0 {
			return -1, 0
		}
		start = from + i
		end = start + 1
		for j := end; j < len(s) && isSpace(s[j]); j++ {
			if s[j] == '\n' {
				end = j + 1
			}
		}
		if end > start+1 {
			return start, end
		}
		from = end
	}
}

// trimNewlines takes line ends, and no other white space, off both ends of a paragraph.
func trimNewlines(p []atom) []atom {
	if n := len(p); n > 0 && p[n-1].kind == 0 {
		p[n-1].raw = strings.TrimRight(p[n-1].raw, "\n")
		if p[n-1].raw == "" {
			p = p[:n-1]
		}
	}
	if len(p) > 0 && p[0].kind == 0 {
		p[0].raw = strings.TrimLeft(p[0].raw, "\n")
		if p[0].raw == "" {
			p = p[1:]
		}
	}
	return p
}

// dropEmptyParagraphs removes paragraphs that hold only white space.
func dropEmptyParagraphs(in []atom) []atom {
	out := reuse(in)
	for i := 0; i < len(in); i++ {
		if in[i].is(paragraphOpen) {
			if j := skipBlank(in, i+1); j < len(in) && in[j].is(paragraphClose) {
				i = j
				continue
			}
		}
		out.add(in[i])
	}
	return out.done()
}

// closeBeforeContainer ends a paragraph of plain text before the end tag of the container around it.
func closeBeforeContainer(in []atom) []atom {
	out := room(len(in) + len(in)/4)
	for i, a := range in {
		if a.is(containerEnd) && i >= 2 && in[i-1].kind == 0 && !strings.Contains(in[i-1].raw, "<") && in[i-2].is(paragraphOpen) {
			out.add(closeParagraph)
		}
		out.add(a)
	}
	return out.done()
}

// freeLoneBlocks takes the paragraph away around a tag of a block that stands alone in it.
func freeLoneBlocks(in []atom) []atom {
	out := reuse(in)
	for i := 0; i < len(in); i++ {
		if in[i].is(paragraphOpen) {
			tag := skipBlank(in, i+1)
			if end := skipBlank(in, tag+1); end < len(in) && in[tag].endsBlock() && in[end].is(paragraphClose) {
				out.add(in[tag])
				i = end
				continue
			}
		}
		out.add(in[i])
	}
	return out.done()
}

// freeListItems takes the paragraph away around a list item on one line.
func freeListItems(in []atom) []atom {
	out := reuse(in)
	for i := 0; i < len(in); i++ {
		if in[i].is(paragraphOpen) && i+1 < len(in) && in[i+1].is(listItem) {
			if end := lineClose(in, i+2); end > 0 {
				out.add(in[i+1 : end]...)
				i = end
				continue
			}
		}
		out.add(in[i])
	}
	return out.done()
}

// lineClose finds the end of a paragraph before the end of the line: 0 where there is none.
func lineClose(in []atom, from int) int {
	for i := from; i < len(in); i++ {
		if in[i].is(paragraphClose) {
			return i
		}
		if in[i].kind == 0 && strings.Contains(in[i].raw, "\n") {
			return 0
		}
	}
	return 0
}

// moveIntoQuotes moves the tags of a paragraph around a quotation into it. In whatever case its start tag was written, it
// is a block from now on.
func moveIntoQuotes(in []atom) []atom {
	for i := 0; i+1 < len(in); i++ {
		if in[i].is(paragraphOpen) && in[i+1].is(quoteStart) || in[i].is(quoteEnd) && in[i+1].is(paragraphClose) {
			in[i], in[i+1] = in[i+1], in[i]
			if in[i].is(quoteStart) {
				in[i] = newTag("<blockquote" + in[i].raw[len("<blockquote"):])
			}
			i++
		}
	}
	return in
}

// freeBlockStart takes the start of a paragraph away before a tag of a block.
func freeBlockStart(in []atom) []atom {
	out := reuse(in)
	for i := 0; i < len(in); i++ {
		if in[i].is(paragraphOpen) {
			if j := skipBlank(in, i+1); j < len(in) && in[j].is(blockish) {
				i = j
			}
		}
		out.add(in[i])
	}
	return out.done()
}

// freeBlockEnd takes the end of a paragraph away after a tag of a block.
func freeBlockEnd(in []atom) []atom { return dropAfterBlocks(in, paragraphClose) }

// dropBreaksAfterBlocks removes a line break that follows a tag of a block.
func dropBreaksAfterBlocks(in []atom) []atom { return dropAfterBlocks(in, lineBreak) }

func dropAfterBlocks(in []atom, unwanted kind) []atom {
	out := reuse(in)
	for i := 0; i < len(in); i++ {
		out.add(in[i])
		if in[i].endsBlock() {
			if j := skipBlank(in, i+1); j < len(in) && in[j].is(unwanted) {
				i = j
			}
		}
	}
	return out.done()
}

// dropBreaksBeforeBlocks removes a line break that stands before the tag of a paragraph, list, cell or division.
func dropBreaksBeforeBlocks(in []atom) []atom {
	out := reuse(in)
	for i, a := range in {
		if a.is(lineBreak) {
			if j := skipBlank(in, i+1); j < len(in) && in[j].is(breakless) {
				continue
			}
		}
		out.add(a)
	}
	return out.done()
}

// dropBreakAtEnd does the same at the end of a stretch, behind which a block begins.
func dropBreakAtEnd(list []atom) []atom {
	if n := len(list); n >= 2 && list[n-2].is(lineBreak) && list[n-1].raw == "\n" {
		return append(list[:n-2], list[n-1])
	}
	return list
}
