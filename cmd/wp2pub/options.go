package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"wp2pub/migrate"
	"wp2pub/migrate/export"
	"wp2pub/migrate/output"
)

// runOptions are the flags that migrate and plan share.
type runOptions struct {
	source sourceOptions

	mapping, out, format string
	siteID               string
	prune, overwrite     bool
	addSite              bool
	anyTables            bool
	repairEncoding       bool
	maxRemove            string
	jobs                 int
	report               string
	metrics              string
	previews             int
	also                 []string
	ical                 string
	failOn               []string
	allowRejected        int
	unmapped             string
	progress, logFormat  string
	quiet                bool
}

// addReading adds the flags of every command that makes records, if only to show them.
func (o *runOptions) addReading(c *cobra.Command, formats string) {
	o.source.AddFlags(c)
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.mapping, "mapping", "m", "", "mapping `FILE`; without it, the built-in default mapping")
	f.StringVarP(&o.format, "format", "f", "", formats)
	f.StringVar(&o.unmapped, "unmapped", "", "what to do with post types nothing speaks of: `report, take or fail`")
	f.StringVar(&o.siteID, "site-id", "", "`SITE` in the records' ids; without it, host and path of the site's address")
	f.BoolVar(&o.repairEncoding, "repair-encoding", false, "repair text whose encoding was mistaken (\"CafÃ©\"), where that is certain; it is reported in any case")
	f.StringVar(&o.logFormat, "log-format", "text", "messages as `text or json`")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no messages but errors")
}

// AddFlags adds the flags of a whole run to a command.
func (o *runOptions) AddFlags(c *cobra.Command, formats string) {
	o.addReading(c, formats)
	f := c.Flags()
	f.StringVarP(&o.out, "out", "o", "publications", "output `DIR`; - writes jsonl to stdout")
	f.BoolVar(&o.prune, "prune", false, "remove the records of posts that are deleted or now left out")
	f.StringVar(&o.maxRemove, "max-remove", "10%", "the most records that one run may remove: `N or N%` of the site's, a percentage of which is never less than 3")
	f.IntVar(&o.jobs, "jobs", 0, "make records in `N` goroutines; 0: one per processor")
	f.StringVar(&o.report, "report", "", "also write the report to `FILE`: .html for people, .json for programs")
	f.IntVar(&o.previews, "report-previews", 200, "show up to `N` public posts before and after in the .html report")
	f.StringVar(&o.ical, "ical", "", "also write the events to `FILE` as iCalendar; the same as --also icalendar=FILE")
	f.StringSliceVar(&o.also, "also", nil, "also write `LIST` of "+strings.Join(export.Names(), ", ")+" to DIR/.wp2pub/also; NAME=FILE: to this file")
	f.StringSliceVar(&o.failOn, "fail-on", nil, "exit 3 if any of `LIST` came up: "+failOnWords)
	f.IntVar(&o.allowRejected, "allow-rejected", 0, "exit 3 only if more than `N` records were rejected")
	f.BoolVar(&o.addSite, "add-site", false, "admit another site into an output that has one")
	f.BoolVar(&o.anyTables, "without-tables", false, "go on though tables that were there are missing, empty or may not be read, or those of a membership plugin are missing")
	f.BoolVar(&o.overwrite, "overwrite", false, "write over edited files; each is kept as NAME.local")
	f.StringVar(&o.progress, "progress", "auto", "show progress: `auto, always or never`")
}

// check finds values that no flag can have.
func (o *runOptions) check(c *cobra.Command, formats []string) error {
	for _, flag := range []struct {
		name, value string
		allowed     []string
	}{
		{"format", o.format, append(formats, "")},
		{"unmapped", o.unmapped, []string{"", "report", "take", "fail"}},
		{"progress", o.progress, []string{"auto", "always", "never"}},
		{"log-format", o.logFormat, []string{"text", "json"}},
	} {
		if !slices.Contains(flag.allowed, flag.value) {
			return usageError{c, fmt.Errorf("--%s %q: it can be %s", flag.name, flag.value, strings.Join(slices.DeleteFunc(flag.allowed, func(s string) bool { return s == "" }), ", "))}
		}
	}
	for _, flag := range []struct {
		name  string
		value int64
	}{
		{"blog", int64(o.source.blog)}, {"jobs", int64(o.jobs)}, {"allow-rejected", int64(o.allowRejected)}, {"max-inflate", o.source.maxInflate},
		{"report-previews", int64(o.previews)}, {"retries", int64(o.source.retries)},
	} {
		if flag.value < 0 {
			return usageError{c, fmt.Errorf("--%s %d: it cannot be below 0", flag.name, flag.value)}
		}
	}
	if o.out == "" {
		return usageError{c, errors.New("--out is empty: name a directory, or leave the flag away")}
	}
	if above := outputAbove(o.out); above != "" {
		return usageError{c, fmt.Errorf("--out %s lies in the output %s, and holds files that may be its records: choose that one, or another folder", o.out, above)}
	}
	if _, err := parseLimit(o.maxRemove); err != nil {
		return usageError{c, err}
	}
	for _, condition := range o.failOn {
		if _, err := parseFailOn(condition); err != nil {
			return usageError{c, err}
		}
	}
	if err := o.checkAlso(); err != nil {
		return usageError{c, err}
	}
	if o.report != "" && !strings.HasSuffix(o.report, ".json") && !o.page() {
		return usageError{c, fmt.Errorf("--report %s: the name must end in .html or .json", o.report)}
	}
	return nil
}

// outputAbove is an output in which a folder lies that is none itself and holds files; empty: there is none.
func outputAbove(out string) string {
	at, err := filepath.Abs(out)
	if err != nil || output.Exists(at) {
		return ""
	}
	if entries, _ := os.ReadDir(at); len(entries) == 0 {
		return ""
	}
	for above := filepath.Dir(at); above != at; at, above = above, filepath.Dir(above) {
		if output.Exists(above) {
			return above
		}
	}
	return ""
}

// page reports whether the report is to be a page for people.
func (o *runOptions) page() bool { return strings.HasSuffix(o.report, ".html") }

// parseLimit reads "20" or "10%".
func parseLimit(text string) (migrate.Limit, error) {
	if number, percent := strings.CutSuffix(text, "%"); percent {
		p, err := strconv.ParseFloat(number, 64)
		if err != nil || !(p > 0 && p <= 100) {
			return migrate.Limit{}, fmt.Errorf("--max-remove %s: a percentage lies above 0%% and up to 100%%", text)
		}
		return migrate.Limit{Percent: p}, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return migrate.Limit{}, fmt.Errorf("--max-remove %s: a number of records, or a percentage such as 10%%, is expected", text)
	}
	return migrate.Limit{N: n}, nil
}
