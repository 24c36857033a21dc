package migrate

import (
	"errors"

	"wp2pub/migrate/record"
)

func (e *engine) beginExports() error {
	for _, x := range e.options.Exports {
		if err := x.Begin(); err != nil {
			return err
		}
	}
	return nil
}

// export gives a record that is in its place, or was left as someone edited it, to all who want it.
func (e *engine) export(r *record.Record) error {
	for _, x := range e.options.Exports {
		if err := x.Add(r); err != nil {
			return err
		}
	}
	return nil
}

// exportKept gives a record that was not made again to all who want it, as the output holds it.
func (e *engine) exportKept(id string, run Run) error {
	if len(e.options.Exports) == 0 {
		return nil
	}
	r, err := run.Read(id)
	if err != nil {
		return err
	}
	return e.export(r)
}

func (e *engine) finishExports(path func(id string) string) error {
	for _, x := range e.options.Exports {
		if err := x.Finish(path); err != nil {
			return err
		}
	}
	return nil
}

// dropExports gives up those that were not finished.
func (e *engine) dropExports() error {
	var failed error
	for _, x := range e.options.Exports {
		failed = errors.Join(failed, x.Drop())
	}
	return failed
}
