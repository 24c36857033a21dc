package main

import (
	"fmt"
	"os"
	"path/filepath"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/facts/detect"
)

// mapping reads the mapping, or takes the built-in one. It is read with the vocabulary of any site before the source is
// opened, so that most mistakes come at once, and again with that of the site.
func (j *job) mapping(v mapping.Vocabulary) (rules *mapping.Mapping, err error) {
	if j.options.mapping == "" {
		rules = mapping.Default(v)
	} else {
		if j.text == nil {
			if j.text, err = os.ReadFile(j.options.mapping); err != nil {
				return nil, mappingError{j.options.mapping, err}
			}
		}
		v.Include = beside(j.options.mapping)
		if rules, err = mapping.Parse(j.options.mapping, j.text, v); err != nil {
			return nil, err
		}
	}
	if j.options.unmapped != "" {
		rules = rules.WithUnmapped(mapping.Policy(j.options.unmapped))
	}
	return rules, nil
}

// mappingError says that the file that was named as a mapping cannot be read: a wrong call.
type mappingError struct {
	file  string
	cause error
}

func (e mappingError) Error() string {
	return fmt.Sprintf("the mapping %s cannot be read: %v. --mapping takes a YAML file, such as wp2pub init SOURCE -o mapping.yaml writes", e.file, withoutPath(e.cause))
}

// beside reads files in the folder of a file, or below it.
func beside(file string) func(path string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		folder, err := os.OpenRoot(filepath.Dir(file))
		if err != nil {
			return nil, err
		}
		defer folder.Close()
		return folder.ReadFile(filepath.FromSlash(path))
	}
}

// reading are the options of all that makes records, if only to show them. The mapping was read before.
func (j *job) reading() migrate.Options {
	options := migrate.Options{Mapping: j.rules, SiteID: j.options.siteID, Moved: j.options.siteID != "", RepairEncoding: j.options.repairEncoding, Noted: j.warn, ReadLanguage: detect.Read}
	if j.options.mapping != "" {
		options.Reread = j.mapping
	}
	return options
}
