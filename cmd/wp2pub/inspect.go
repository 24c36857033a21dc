package main

import (
	"context"

	"github.com/spf13/cobra"

	"wp2pub/migrate/report"
)

func newInspect(std *streams) *cobra.Command {
	options := &surveyOptions{}
	format, all := "", false
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
			if err := options.check(c, "-", format, []string{"text", "json"}); err != nil {
				return err
			}
			return options.inspect(c.Context(), std, args[0], format, all)
		},
	}
	options.addFlags(c, func() {
		c.Flags().StringVarP(&format, "format", "f", "text", "`text or json`")
		c.Flags().BoolVar(&all, "all", false, "cut no list")
	})
	return c
}

// inspect prints what is in a site.
func (o *surveyOptions) inspect(ctx context.Context, std *streams, name, format string, all bool) error {
	found, _, err := o.survey(ctx, std, name)
	switch {
	case err != nil:
		return err
	case format == "json":
		return report.WriteSurveyJSON(std.out, found)
	}
	return report.WriteSurvey(std.out, found, report.Text{Width: widthOf(std.out), Color: inColor(std.out)}, all)
}
