package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"wp2pub/migrate/output"
)

func newMigrate(std *streams) *cobra.Command {
	options := &runOptions{}
	dryRun := false
	c := &cobra.Command{
		Use:   "migrate SOURCE",
		Short: "Write the records; run again, only what changed",
		Long: `Write one record for each publication of the site, to DIR/KIND/SLUG.yaml, and a report of every row to
DIR/.wp2pub/report.json. Run again, it writes only what changed, whatever post_modified says: an unchanged site writes
nothing. Posts that may no longer leave (draft, private, password, trash) are withdrawn; those that are deleted or left
out go with --prune. Files that someone edited are left alone and reported. Where a database cannot be reached, is busy or
breaks off, the run begins anew after a while (--retries); what was written until then stands.

  wp2pub migrate site.sql.gz -m mapping.yaml -o publications
  wp2pub migrate site.sql.gz -m mapping.yaml --also csl-json,redirects
  mysqldump site | wp2pub migrate - -f json
  WP2PUB_PASSWORD=… wp2pub migrate 'mysql://reader@db.example.org/site?tls=true' --prune -q
` + exitHelp,
		Args: one("SOURCE", "site.sql"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := options.check(c, []string{"yaml", "json", "jsonl"}); err != nil {
				return err
			}
			job := &job{std: std, options: options, source: args[0], dry: dryRun}
			if dryRun {
				return job.plan(c.Context(), "text")
			}
			begun := time.Now()
			std.last = func(code int) { job.conclude(code, time.Since(begun)) }
			err := job.migrate(c.Context())
			return errors.Join(err, job.measure(err, begun))
		},
	}
	options.AddFlags(c, "format of the records: `yaml, json or jsonl`; an output keeps the one it has")
	c.Flags().StringVar(&options.metrics, "metrics", "", "write how the run went to `FILE`, in the text format of Prometheus")
	c.Flags().BoolVar(&dryRun, "dry-run", false, "the same as wp2pub plan")
	return c
}

// recordFormat is the output's format that a flag names; empty: the one that it has.
func recordFormat(flag string) output.Format { return output.Format(flag) }
