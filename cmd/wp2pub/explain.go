package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"wp2pub/migrate"
)

func newExplain(std *streams) *cobra.Command {
	options := &runOptions{out: "publications", maxRemove: "10%", progress: "never"}
	full := false
	c := &cobra.Command{
		Use:   "explain SOURCE POST_ID",
		Short: "One post: what took it, where each field comes from, what each step did to its body",
		Long: `Show how one post becomes a record: the rule that took it, where each field's value comes from and what was asked
before, what rendering and each cleaning pass changed in the body and what was lost there, and the record. It is what
migrate does, and writes nothing. Of a post that makes no record it shows the decision and the reason, nothing else.

  wp2pub explain site.sql 116 -m mapping.yaml
  wp2pub explain site.sql 116 --full                 each step's whole result, not only what it changed
  wp2pub explain site.sql 116 -f json | jq '.records[].steps[] | select(.losses)'

Exit codes:
  0  done
  1  failed: the source cannot be read, there is no such post, …
  2  wrong usage, or a mapping that is not valid
  130, 143  interrupted`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{c, fmt.Errorf("SOURCE and POST_ID are expected, not %d arguments", len(args))}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := options.check(c, []string{"text", "json"}); err != nil {
				return err
			}
			id, err := strconv.ParseInt(args[1], 10, 64)
			if err != nil || id < 1 {
				return usageError{c, fmt.Errorf("POST_ID %q: the ID of a post is a number such as 116; wp2pub plan SOURCE --format json --rows lists them", args[1])}
			}
			job := &job{std: std, options: options, source: args[0]}
			return job.explain(c.Context(), id, full)
		},
	}
	options.addReading(c, "format of the explanation: `text or json`")
	c.Flags().BoolVar(&full, "full", false, "show each step's whole result instead of what it changed")
	return c
}

// explain prints how one post becomes a record.
func (j *job) explain(ctx context.Context, id int64, full bool) (err error) {
	o := j.options
	j.printer = newPrinter(j.std.err, o.logFormat, o.quiet)
	if j.rules, err = j.mapping(migrate.Vocabulary()); err != nil {
		return err
	}
	source, err := o.source.open(ctx, j.source, j.std.in, j.printer)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	explanation, err := migrate.Explain(ctx, source, id, j.reading())
	if err != nil {
		return err
	}
	if o.format == "json" {
		return explanation.WriteJSON(j.std.out, full)
	}
	return explanation.WriteText(j.std.out, full)
}
