package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"wp2pub/migrate"
	"wp2pub/migrate/survey"
)

// surveyOptions are the flags of the commands that look at a whole site and need no mapping.
type surveyOptions struct {
	source              sourceOptions
	siteID              string
	jobs                int
	progress, logFormat string
	quiet               bool
}

// addFlags adds the flags of the source and, behind those that own adds, the others.
func (o *surveyOptions) addFlags(c *cobra.Command, own func()) {
	o.source.AddFlags(c)
	f := c.Flags()
	f.SortFlags = false
	own()
	f.IntVar(&o.jobs, "jobs", 0, "look at posts in `N` goroutines; 0: one per processor")
	f.StringVar(&o.siteID, "site-id", "", "`SITE` of the records' ids; without it, host and path of the site's address")
	f.StringVar(&o.progress, "progress", "auto", "show progress: `auto, always or never`")
	f.StringVar(&o.logFormat, "log-format", "text", "messages as `text or json`")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no messages but errors")
}

// check finds values that no flag can have; out and format are those of the command itself.
func (o *surveyOptions) check(c *cobra.Command, out, format string, formats []string) error {
	shared := runOptions{source: o.source, out: out, format: format, jobs: o.jobs, progress: o.progress, logFormat: o.logFormat, maxRemove: "0"}
	return shared.check(c, formats)
}

// survey looks at every public post of the site that name leads to.
func (o *surveyOptions) survey(ctx context.Context, std *streams, name string) (found *survey.Survey, messages *printer, err error) {
	messages = newPrinter(std.err, o.logFormat, o.quiet)
	_, err = o.source.use(ctx, std, name, messages, func(source migrate.Source) (err error) {
		step, stop := messages.startProgress(o.progress)
		defer stop()
		found, err = migrate.Survey(ctx, source, migrate.Options{SiteID: o.siteID, Jobs: o.jobs, Progress: step})
		if cause := context.Cause(ctx); err != nil && cause != nil {
			err = fmt.Errorf("%w", cause)
		}
		return err
	})
	return found, messages, err
}
