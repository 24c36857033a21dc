package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"wp2pub/migrate"
	"wp2pub/migrate/report"
)

func newInspect(std *streams) *cobra.Command {
	options := &runOptions{out: "publications", maxRemove: "10%"}
	all := false
	c := &cobra.Command{
		Use:   "inspect SOURCE",
		Short: "What is in this site, before anyone decides",
		Long: `Show what is in a site: post types by status, where publications seem to be, ACF fields and all other meta values with
how many posts have them and what they look like, taxonomies, languages, plugins, shortcodes and blocks and whether
they are rendered, texts whose encoding is in doubt, broken links, files that nothing uses. It needs no mapping and
writes nothing.

Examples of values come from public posts only; e-mail addresses and phone numbers in them are masked.

  wp2pub inspect site.sql.gz                    for people
  wp2pub inspect site.sql.gz --all | less       with no list cut
  wp2pub inspect site.sql.gz -f json | jq -r '.names[] | select(.filled > 20) | .path'

Exit codes:
  0  done
  1  failed: the source cannot be read or is incomplete, there is no WordPress in it, …
  2  wrong usage
  130, 143  interrupted`,
		Args: one("SOURCE", "site.sql"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := options.check(c, []string{"text", "json"}); err != nil {
				return err
			}
			return inspect(c.Context(), std, options, args[0], all)
		},
	}
	options.source.AddFlags(c)
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&options.format, "format", "f", "text", "`text or json`")
	f.BoolVar(&all, "all", false, "cut no list")
	f.IntVar(&options.jobs, "jobs", 0, "look at posts in `N` goroutines; 0: one per processor")
	f.StringVar(&options.siteID, "site-id", "", "`SITE` of the records' ids; without it, host and path of the site's address")
	f.StringVar(&options.progress, "progress", "auto", "show progress: `auto, always or never`")
	f.StringVar(&options.logFormat, "log-format", "text", "messages as `text or json`")
	f.BoolVarP(&options.quiet, "quiet", "q", false, "no messages but errors")
	return c
}

// inspect prints what is in a site.
func inspect(ctx context.Context, std *streams, o *runOptions, name string, all bool) (err error) {
	p := newPrinter(std.err, o.logFormat, o.quiet)
	source, err := o.source.open(ctx, name, std.in, p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	step, stop := p.startProgress(o.progress)
	defer stop()
	found, err := migrate.Survey(ctx, source, migrate.Options{SiteID: o.siteID, Jobs: o.jobs, Progress: step})
	stop()
	if cause := context.Cause(ctx); err != nil && cause != nil {
		return fmt.Errorf("%w", cause)
	}
	if err != nil {
		return err
	}
	if o.format == "json" {
		return report.WriteSurveyJSON(std.out, found)
	}
	return report.WriteSurvey(std.out, found, report.Text{Width: widthOf(std.out), Color: inColor(std.out)}, all)
}
