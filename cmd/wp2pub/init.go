package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/starter"
)

// initOptions are the flags of init.
type initOptions struct {
	surveyOptions
	out   string
	force bool
}

func newInit(std *streams) *cobra.Command {
	options := &initOptions{}
	c := &cobra.Command{
		Use:   "init SOURCE",
		Short: "A mapping for this very site, to start from",
		Long: `Look at every public post of the site, and propose a mapping for it: which posts are publications and what becomes of
every other post type, with the reason; and for each ACF field its place in the record. It runs as it is. Comments say
what speaks for each line, and which lines are guesses.

  wp2pub init site.sql.gz -o mapping.yaml
  wp2pub plan site.sql.gz -m mapping.yaml     what it would do

Exit codes:
  0  done
  1  failed: the source cannot be read, there is no WordPress in it, FILE exists, …; what was there before is intact
  2  wrong usage
  130, 143  interrupted`,
		Args: one("SOURCE", "site.sql"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := options.check(c); err != nil {
				return err
			}
			return options.run(c.Context(), std, args[0])
		},
	}
	options.addFlags(c, func() {
		c.Flags().StringVarP(&options.out, "out", "o", "-", "write the mapping to `FILE`; - is stdout")
		c.Flags().BoolVar(&options.force, "force", false, "write over FILE if it exists")
	})
	return c
}

// check finds values that no flag can have, and a file that would be lost.
func (o *initOptions) check(c *cobra.Command) error {
	if err := o.surveyOptions.check(c, o.out, "", nil); err != nil {
		return err
	}
	if _, err := os.Lstat(o.out); o.out != "-" && !o.force && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s exists: --force writes over it, -o FILE names another", o.out)
	}
	return nil
}

// run surveys the source and writes the mapping, whole or not at all.
func (o *initOptions) run(ctx context.Context, std *streams, name string) error {
	found, messages, err := o.survey(ctx, std, name)
	if err != nil {
		return err
	}
	for _, warning := range found.Warnings {
		messages.Warn(warning)
	}
	proposed := starter.Mapping(found, migrate.Vocabulary())
	if o.out == "-" {
		_, err = std.out.Write(proposed)
		return err
	}
	if err := output.WriteFile(o.out, proposed); err != nil {
		return fmt.Errorf("the mapping cannot be written: %w", err)
	}
	messages.Say(fmt.Sprintf("%s: a mapping to start from. What it would do: wp2pub plan SOURCE -m %s", o.out, o.out))
	return nil
}
