package main

import (
	"bytes"
	"fmt"

	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/report"
	"wp2pub/migrate/report/page"
)

// reportStore is an output that keeps the report of its last run.
type reportStore interface{ WriteReport([]byte) error }

// storeReport writes the report to where it was asked for, and beside the records.
func (j *job) storeReport(r *report.Report, to migrate.Output) error {
	var data bytes.Buffer
	plain := *r
	if !j.dry {
		plain.Changes = nil // they are kept for a page only
	}
	if err := plain.WriteJSON(&data); err != nil {
		return err
	}
	if err := j.reportAsked(r, data.Bytes()); err != nil {
		return fmt.Errorf("the report %s cannot be written: %w. See that its folder is there and may be written to, or choose another with --report", j.options.report, withoutPath(err))
	}
	if store, ok := to.(reportStore); ok && !j.dry {
		return store.WriteReport(data.Bytes())
	}
	return nil
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
