package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"wp2pub/migrate/source/dump"
	"wp2pub/migrate/wordpress"
)

const icat = "../../testdata/icat/icat.sql.gz"

// bigSite writes a dump of the icat site with n more publications of about 6 KB each: copies of its own, under new IDs,
// titles and slugs, with their ACF values and terms.
func bigSite(t testing.TB, path string, n int) {
	t.Helper()
	text := icatDump(t)
	end := bytes.Index(text, []byte("/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;"))
	if end < 0 {
		t.Fatal("the end of the dump's rows was not found")
	}
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(file, 1<<20)
	w.Write(text[:end])
	posts, terms := publications(t)
	big := bigWriter{w: w, meta: 1_000_000}
	for i := range n {
		big.publication(100_000+int64(i), i, posts, terms)
	}
	w.Write(text[end:])
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// icatDump returns the text of the icat dump.
func icatDump(t testing.TB) []byte {
	t.Helper()
	packed, err := os.Open(icat)
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// publications returns the published publications of icat with their text, and the IDs of their terms.
func publications(t testing.TB) ([]*wordpress.Post, map[int64][]int64) {
	t.Helper()
	ctx := context.Background()
	source, err := dump.Open(ctx, icat, dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	site, err := source.Site(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var posts []*wordpress.Post
	terms := map[int64][]int64{}
	wanted := func(h wordpress.Head) bool { return h.Type == "publication" && h.Status == "publish" }
	for post, err := range source.Posts(ctx, wanted) {
		if err != nil {
			t.Fatal(err)
		}
		posts = append(posts, post)
		for _, term := range site.View().Terms(post.ID) {
			terms[post.ID] = append(terms[post.ID], term.TaxonomyID)
		}
	}
	if len(posts) == 0 {
		t.Fatal("icat has no publications")
	}
	return posts, terms
}

type bigWriter struct {
	w    *bufio.Writer
	meta int
}

// publication writes the rows of one copy.
func (b *bigWriter) publication(id int64, i int, posts []*wordpress.Post, terms map[int64][]int64) {
	p := posts[i%len(posts)]
	var content strings.Builder
	for j := i; content.Len() < 6000; j++ {
		content.WriteString(posts[j%len(posts)].Content)
		content.WriteString("\n\n<!-- wp:paragraph -->\n<p>Section ")
		fmt.Fprintf(&content, "%d of %d.</p>\n<!-- /wp:paragraph -->\n\n", j, i)
	}
	title := fmt.Sprintf("%s, volume %d", p.Title, i)
	fmt.Fprintf(b.w, "INSERT INTO `wp_posts` VALUES (%d,%d,%s,%s,%s,%s,%s,'publish','closed','closed','',%s,'','',%s,%s,'',0,%s,0,'publication','',0);\n",
		id, p.Author, quoted(p.Date), quoted(p.DateGMT), quoted(content.String()), quoted(title), quoted(p.Excerpt),
		quoted(fmt.Sprintf("%.150s-%d", p.Name, i)), quoted(p.Modified), quoted(p.ModifiedGMT), quoted(fmt.Sprintf("https://icat.example.org/?p=%d", id)))
	for k, m := range p.Meta {
		if k == 0 {
			b.w.WriteString("INSERT INTO `wp_postmeta` VALUES ")
		} else {
			b.w.WriteByte(',')
		}
		b.meta++
		fmt.Fprintf(b.w, "(%d,%d,%s,%s)", b.meta, id, quoted(m.Key), quoted(m.Value))
	}
	if len(p.Meta) > 0 {
		b.w.WriteString(";\n")
	}
	for _, term := range terms[p.ID] {
		fmt.Fprintf(b.w, "INSERT INTO `wp_term_relationships` VALUES (%d,%d,0);\n", id, term)
	}
}

// quoted is a text as an SQL string.
func quoted(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`, "\r", `\r`, "\x00", `\0`, "\x1a", `\Z`).Replace(s) + "'"
}
