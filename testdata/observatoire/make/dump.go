package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var escapes = strings.NewReplacer("\\", "\\\\", "'", "\\'", "\"", "\\\"", "\n", "\\n", "\r", "\\r", "\x00", "\\0", "\x1a", "\\Z")

// literal is a value as mysqldump writes it.
func literal(value any) string {
	if text, ok := value.(string); ok {
		return "'" + escapes.Replace(text) + "'"
	}
	return fmt.Sprint(value)
}

var tableName = regexp.MustCompile("^CREATE TABLE `(obs_(\\w+))`")

// dump writes the database as mysqldump does, with its end marker.
func (s *site) dump() []byte {
	var b bytes.Buffer
	b.WriteString("-- MySQL dump 10.13  Distrib 8.0.41, for Linux (x86_64)\n--\n-- Host: localhost    Database: observatoire\n-- ------------------------------------------------------\n-- Server version\t8.0.41\n\n" +
		"/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;\n/*!50503 SET NAMES utf8mb4 */;\n" +
		"/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;\n/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;\n")
	schema, err := files.ReadFile("schema.sql")
	if err != nil {
		panic(err) // it is part of the program
	}
	rows := s.rows()
	for _, create := range strings.SplitAfter(string(schema), ";\n") {
		create = strings.TrimSpace(create)
		name := tableName.FindStringSubmatch(create)
		if name == nil {
			continue
		}
		fmt.Fprintf(&b, "\n--\n-- Table structure for table `%s`\n--\n\nDROP TABLE IF EXISTS `%[1]s`;\n%s\n", name[1], create)
		fmt.Fprintf(&b, "\n--\n-- Dumping data for table `%s`\n--\n\nLOCK TABLES `%[1]s` WRITE;\n", name[1])
		insert(&b, name[1], rows[name[2]])
		b.WriteString("UNLOCK TABLES;\n")
	}
	b.WriteString("\n/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;\n/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;\n/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;\n\n-- Dump completed on 2025-03-04  3:15:07\n")
	return b.Bytes()
}

// insert writes extended inserts of at most a hundred rows, each on one line.
func insert(b *bytes.Buffer, table string, rows [][]any) {
	for len(rows) > 0 {
		n := min(100, len(rows))
		for i, row := range rows[:n] {
			values := make([]string, len(row))
			for j, value := range row {
				values[j] = literal(value)
			}
			start := ","
			if i == 0 {
				start = "INSERT INTO `" + table + "` VALUES "
			}
			b.WriteString(start + "(" + strings.Join(values, ",") + ")")
		}
		b.WriteString(";\n")
		rows = rows[n:]
	}
}

// rows are those of each table, in the order of its columns.
func (s *site) rows() map[string][][]any {
	rows := map[string][][]any{}
	put := func(table string, values ...any) { rows[table] = append(rows[table], values) }
	for _, p := range s.posts {
		put("posts", p.columns()...)
	}
	for i, m := range s.meta {
		put("postmeta", i+1, m.owner, m.key, m.value)
	}
	for _, t := range s.terms {
		put("terms", t.id, t.name, t.slug, 0)
		put("term_taxonomy", t.id, t.id, t.taxonomy, "", t.parent, t.count)
	}
	for _, r := range s.relations {
		put("term_relationships", r[0], r[1], r[2])
	}
	for i, o := range s.options {
		put("options", i+1, o[0], o[1], "yes")
	}
	for _, u := range s.users {
		put("users", cells(u)...)
	}
	for i, m := range s.userMeta {
		put("usermeta", i+1, m.owner, m.key, m.value)
	}
	for _, c := range s.comments {
		put("comments", cells(c)...)
	}
	return rows
}

// cells are texts, of which numbers in digits are numbers.
func cells(texts []string) []any {
	values := make([]any, len(texts))
	for i, text := range texts {
		values[i] = text
		if n, err := strconv.Atoi(text); err == nil {
			values[i] = n
		}
	}
	return values
}

// columns are the values of a row of the posts table. A draft has no time in GMT.
func (p *post) columns() []any {
	date, gmt := p.date.In(paris), p.date.UTC().Format(time.DateTime)
	modified := date.Add(26 * time.Hour)
	if p.status == "draft" || p.status == "pending" {
		gmt = "0000-00-00 00:00:00"
	}
	open := "closed"
	if p.kind == "post" || p.kind == "ressource" {
		open = "open"
	}
	return []any{p.id, p.author, date.Format(time.DateTime), gmt, p.content, p.title, p.excerpt, p.status, open, "closed", p.password, p.slug, "", "",
		modified.Format(time.DateTime), modified.UTC().Format(time.DateTime), "", p.parent, p.guid, p.order, p.kind, p.mime, p.comments}
}
