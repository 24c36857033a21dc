package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/export"
	"wp2pub/migrate/output"
	"wp2pub/migrate/report"
)

// checkAlso finds what --also cannot be.
func (o *runOptions) checkAlso() error {
	seen := map[string]bool{}
	if o.ical != "" {
		o.also = append(o.also, "icalendar="+o.ical)
	}
	for _, text := range o.also {
		name, file, elsewhere := strings.Cut(text, "=")
		format, known := export.ByName(name)
		switch {
		case !known:
			wrong := fmt.Sprintf("--also %s: there is no format %q", text, name)
			if near, found := mapping.Nearest(name, export.Names()); found {
				wrong += fmt.Sprintf("; did you mean %s?", near)
			}
			return fmt.Errorf("%s It can be %s", wrong, strings.Join(export.Names(), ", "))
		case elsewhere && (file == "" || file == "-"):
			return fmt.Errorf("--also %s: name a file after the =, as in --also %s=%s", text, name, format.File)
		case !elsewhere && o.out == "-":
			return fmt.Errorf("--also %s: with --out - the records go to stdout, and there is no folder for other files: name one, as in --also %s=%s", text, name, format.File)
		case elsewhere && o.amongRecords(file):
			return fmt.Errorf("--also %s: the file would stand among the records of %s, perhaps in the place of one: name one elsewhere", text, o.out)
		case elsewhere:
			file = filepath.Clean(file)
		}
		if key := name + "=" + file; seen[key] || elsewhere && seen[file] {
			return fmt.Errorf("--also %s: this file is asked for twice", text)
		} else {
			seen[key], seen[file] = true, elsewhere
		}
	}
	return nil
}

// amongRecords reports whether a file would stand where records may.
func (o *runOptions) amongRecords(file string) bool {
	at, err := filepath.Abs(file)
	out, failed := filepath.Abs(o.out)
	if err != nil || failed != nil || o.out == "-" || !within(at, out) || within(at, filepath.Join(out, ".wp2pub")) {
		return false
	}
	return slices.Contains([]string{".yaml", ".json", ".jsonl"}, strings.ToLower(filepath.Ext(at)))
}

// besides is an output that has a place for files beside the records.
type besides interface {
	Beside(name string) *output.Beside
}

// exports are the files that are made of all records. A dry run makes none.
func (j *job) exports(to migrate.Output) []*export.Export {
	if j.dry {
		return nil
	}
	var all []*export.Export
	for _, text := range j.options.also {
		name, file, elsewhere := strings.Cut(text, "=")
		format, _ := export.ByName(name)
		if folder, ok := to.(besides); ok && !elsewhere {
			all = append(all, export.New(format, folder.Beside(format.File)))
		} else {
			all = append(all, export.New(format, output.NewBeside(file)))
		}
	}
	return all
}

// exportLine tells what a file holds.
func exportLine(x *export.Export, out string) string {
	written, notes := x.Tally()
	place := x.Target().String()
	if _, inOutput := strings.CutPrefix(place, ".wp2pub/"); inOutput {
		place = filepath.Join(out, place)
	}
	text := fmt.Sprintf("%s: %s in %s", x.Format.Name, report.Plural(written, strings.TrimSuffix(x.Format.Of, "s"), x.Format.Of), place)
	for _, note := range notes {
		text += "; " + note
	}
	return text
}
