package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

func newSchema(std *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema record|mapping",
		Short: "Print the JSON Schema of the records or of the mapping",
		Long: `Print a JSON Schema (draft 2020-12): of the records, to check them with any validator; of the mapping, so that an
editor completes and checks it while you write.

  wp2pub schema mapping > wp2pub-mapping.schema.json
  # first line of your mapping:  # yaml-language-server: $schema=wp2pub-mapping.schema.json`,
		Args:      one("record or mapping", "record"),
		ValidArgs: []string{"record", "mapping"},
		RunE: func(c *cobra.Command, args []string) error {
			switch args[0] {
			case "record":
				_, err := std.out.Write(record.JSONSchema())
				return err
			case "mapping":
				_, err := std.out.Write(mapping.JSONSchema(migrate.Vocabulary()))
				return err
			}
			return usageError{c, fmt.Errorf("there is no schema %q: record or mapping", args[0])}
		},
	}
}
