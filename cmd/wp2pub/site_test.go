package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"testing"
)

// storedPost is one row of the posts table, with its meta.
type storedPost struct {
	id      int    // 0: its place among the posts, from 1
	typ     string // empty: post
	status  string // empty: publish
	slug    string // empty: post-ID
	title   string // empty: Post ID
	content string
	meta    [][2]string
}

// complete returns the post that stands at a place among those of a site with what was left empty.
func (p storedPost) complete(place int) storedPost {
	if p.id == 0 {
		p.id = place
	}
	p.typ, p.status = cmp.Or(p.typ, "post"), cmp.Or(p.status, "publish")
	p.slug, p.title = cmp.Or(p.slug, fmt.Sprint("post-", p.id)), cmp.Or(p.title, fmt.Sprint("Post ", p.id))
	return p
}

// writeSite writes the dump of a site at hostile.example.org of these posts.
func writeSite(t testing.TB, path string, posts []storedPost) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(file, 1<<20)
	fmt.Fprint(w, "-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB\n",
		"CREATE TABLE `wp_options` (option_id int, option_name text, option_value text, autoload text);\n",
		"INSERT INTO `wp_options` VALUES (1,'home','https://hostile.example.org','yes'),(2,'siteurl','https://hostile.example.org','yes');\n",
		"CREATE TABLE `wp_postmeta` (meta_id int, post_id int, meta_key text, meta_value longtext);\n")
	meta := 0
	for i, p := range posts {
		for _, m := range p.meta {
			meta++
			fmt.Fprintf(w, "INSERT INTO `wp_postmeta` VALUES (%d,%d,%s,%s);\n", meta, p.complete(i+1).id, quoted(m[0]), quoted(m[1]))
		}
	}
	fmt.Fprint(w, "CREATE TABLE `wp_posts` (ID int, post_title text, post_name text, post_type text, post_status text, post_content longtext, PRIMARY KEY (ID));\n")
	for i, p := range posts {
		p = p.complete(i + 1)
		fmt.Fprintf(w, "INSERT INTO `wp_posts` VALUES (%d,%s,%s,%s,%s,%s);\n", p.id, quoted(p.title), quoted(p.slug), quoted(p.typ), quoted(p.status), quoted(p.content))
	}
	fmt.Fprint(w, "-- Dump completed on 2024-01-01 00:00:00\n")
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
