package main

import (
	"bytes"
	"errors"
	"fmt"

	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/report"
	"wp2pub/migrate/report/page"
)

// reportStore is an output that keeps the report of its last run.
type reportStore interface{ WriteReport([]byte) error }

// storeReport writes the report beside the records, and to where it was asked for.
func (j *job) storeReport(r *report.Report, to migrate.Output) error {
	var data bytes.Buffer
	plain := *r
	if !j.dry {
		plain.Changes = nil // they are kept for a page only
	}
	if err := plain.WriteJSON(&data); err != nil {
		return err
	}
	var stored error
	if store, ok := to.(reportStore); ok && !j.dry {
		stored = store.WriteReport(data.Bytes())
	}
	if err := j.reportAsked(r, data.Bytes()); err != nil {
		return errors.Join(stored, fmt.Errorf("the report %s cannot be written: %w. See that its folder is there and may be written to, or choose another with --report", j.options.report, withoutPath(err)))
	}
	return stored
}

// reportAsked writes what --report asks for: a page, or the JSON that is there.
func (j *job) reportAsked(r *report.Report, data []byte) error {
	if j.options.report == "" {
		return nil
	}
	if j.options.page() {
		var b bytes.Buffer
		if err := page.Write(&b, r, page.Options{Dry: j.dry}); err != nil {
			return err
		}
		data = b.Bytes()
	}
	return output.WriteFile(j.options.report, data)
}
