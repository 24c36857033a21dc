package main

import (
	"strings"

	"github.com/spf13/cobra"
)

func newPlan(std *streams) *cobra.Command {
	options := &runOptions{}
	job := &job{std: std, options: options, dry: true}
	c := &cobra.Command{
		Use:   "plan SOURCE",
		Short: "The dry run: what would become of every row; writes nothing",
		Long: `Show what migrate would do: which post type becomes what, what is left out and why, how well each field is filled, what
would be lost, and which records would be created, updated, moved or removed. It is the same run over an output that
writes to nothing.

  wp2pub plan site.sql                      for people
  wp2pub plan site.sql -o out --diff        every change to the records in out, field by field
  wp2pub plan site.sql --report plan.html   as a page: charts, a list to search, posts before and after
  wp2pub plan site.sql --format json --rows for programs, with every row of the posts table
  wp2pub plan site.sql -o out --exit-code   exit 4 if a migration would change anything in out
` + strings.Replace(exitHelp, "  5  another", "  4  with --exit-code: there are changes to make\n  5  another", 1),
		Args: one("SOURCE", "site.sql"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := options.check(c, []string{"text", "json"}); err != nil {
				return err
			}
			job.source = args[0]
			return job.plan(c.Context(), options.format)
		},
	}
	options.AddFlags(c, "format of the report: `text or json`")
	c.Flags().BoolVar(&job.rows, "rows", false, "list every row of the posts table")
	c.Flags().BoolVar(&job.diff, "diff", false, "show every change in full, not only the first few")
	c.Flags().BoolVar(&job.exitCode, "exit-code", false, "exit 4 if there are changes to make")
	return c
}
