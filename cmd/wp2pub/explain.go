package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"wp2pub/migrate"
	"wp2pub/migrate/report"
)

func newExplain(std *streams) *cobra.Command {
	options := &runOptions{out: "publications", maxRemove: "10%", progress: "never"}
	full := false
	c := &cobra.Command{
		Use:   "explain SOURCE POST",
		Short: "One post: what took it, where each field comes from, what each step did to its body",
		Long: `Show how one post becomes a record: the rule that took it, where each field's value comes from and what was asked
before, what rendering and each cleaning pass changed in the body and what was lost there, and the record. It is what
migrate does, and writes nothing. Of a post that makes no record it shows the decision and the reason, nothing else.

POST is the ID of a post. A public one is also found by its slug, or by any address that it has on the site.

  wp2pub explain site.sql 116 -m mapping.yaml
  wp2pub explain site.sql https://example.org/?p=116 -m mapping.yaml
  wp2pub explain site.sql 116 --full                 each step's whole result, not only what it changed
  wp2pub explain site.sql 116 -f json | jq '.records[].steps[] | select(.losses)'

Exit codes:
  0  done
  1  failed: the source cannot be read, there is no such post, …
  2  wrong usage, a mapping that is not valid, or a slug that several posts have
  130, 143  interrupted`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{c, fmt.Errorf("SOURCE and POST are expected, not %s, such as wp2pub explain site.sql 116", report.Plural(len(args), "argument", "arguments"))}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := options.check(c, []string{"text", "json"}); err != nil {
				return err
			}
			job := &job{std: std, options: options, source: args[0]}
			return job.explain(c.Context(), args[1], full)
		},
	}
	options.addReading(c, "format of the explanation: `text or json`")
	c.Flags().BoolVar(&full, "full", false, "show each step's whole result instead of what it changed")
	return c
}

// explain prints how one post becomes a record.
func (j *job) explain(ctx context.Context, post string, full bool) (err error) {
	o := j.options
	j.printer = newPrinter(j.std.err, o.logFormat, o.quiet)
	if j.rules, err = j.mapping(migrate.Vocabulary()); err != nil {
		return err
	}
	var explanation *report.Explanation
	_, err = o.source.use(ctx, j.std, j.source, j.printer, func(source migrate.Source) (err error) {
		explanation, err = migrate.Explain(ctx, source, post, j.reading())
		return err
	})
	if err != nil {
		return err
	}
	if o.format == "json" {
		return explanation.WriteJSON(j.std.out, full)
	}
	return explanation.WriteText(j.std.out, full)
}
