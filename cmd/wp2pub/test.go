package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"wp2pub/migrate"
	"wp2pub/migrate/report"
)

func newTest(std *streams) *cobra.Command {
	options := &runOptions{out: "publications", maxRemove: "10%", progress: "never"}
	c := &cobra.Command{
		Use:   "test SOURCE -m FILE",
		Short: "Hold the records of some posts against what the mapping expects of them",
		Long: `Make the records of the posts that the mapping names under expect, and of no others, and compare them with what stands
there. Each expectation that fails is printed with its place in the mapping, what was expected, what came, and where it
came from. Nothing is written.

  wp2pub test site.sql -m mapping.yaml

Exit codes:
  0  every expectation holds
  1  failed: the source cannot be read, …
  2  wrong usage, a mapping that is not valid, or one that expects nothing
  3  an expectation failed
  130, 143  interrupted`,
		Args: one("SOURCE", "site.sql -m mapping.yaml"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := options.check(c, []string{"text", "json"}); err != nil {
				return err
			}
			if options.mapping == "" {
				return usageError{c, errors.New("--mapping FILE is missing: the expectations stand in the mapping")}
			}
			job := &job{std: std, options: options, source: args[0]}
			return job.test(c, options.format)
		},
	}
	options.addReading(c, "format of the result: `text or json`")
	return c
}

// test prints how the expectations of the mapping hold.
func (j *job) test(c *cobra.Command, format string) error {
	result, err := j.expectations(c.Context())
	switch {
	case err != nil:
		return err
	case result == nil:
		return usageError{c, fmt.Errorf("%s expects nothing: say under expect of a kind what the records of some posts are like, such as expect: {116: {title: …}}", j.options.mapping)}
	case format == "json":
		err = result.WriteJSON(j.std.out)
	default:
		err = result.WriteText(j.std.out)
	}
	if err == nil && result.Misses() > 0 {
		return outcomeError{exitFindings, result.Line()}
	}
	return err
}

func (j *job) expectations(ctx context.Context) (result *report.Expectations, err error) {
	o := j.options
	j.printer = newPrinter(j.std.err, o.logFormat, o.quiet)
	if j.rules, err = j.mapping(migrate.Vocabulary()); err != nil || len(j.rules.Expectations()) == 0 {
		return nil, err
	}
	_, err = o.source.use(ctx, j.std, j.source, j.printer, func(source migrate.Source) (err error) {
		result, err = migrate.Test(ctx, source, j.reading())
		return err
	})
	return result, err
}
