package main

import (
	"bufio"
	"fmt"
	"os"
	"testing"
)

// storedPost is one row of the posts table, with its meta.
type storedPost struct {
	typ     string // empty: post
	content string
	meta    [][2]string
}

// writeSite writes the dump of a site at hostile.example.org of these posts. Their IDs are 1, 2, ….
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
			fmt.Fprintf(w, "INSERT INTO `wp_postmeta` VALUES (%d,%d,%s,%s);\n", meta, i+1, quoted(m[0]), quoted(m[1]))
		}
	}
	fmt.Fprint(w, "CREATE TABLE `wp_posts` (ID int, post_title text, post_name text, post_type text, post_status text, post_content longtext, PRIMARY KEY (ID));\n")
	for i, p := range posts {
		typ := p.typ
		if typ == "" {
			typ = "post"
		}
		fmt.Fprintf(w, "INSERT INTO `wp_posts` VALUES (%d,'Post %d','post-%d','%s','publish',%s);\n", i+1, i+1, i+1, typ, quoted(p.content))
	}
	fmt.Fprint(w, "-- Dump completed on 2024-01-01 00:00:00\n")
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
