package migrate

import (
	"context"
	"fmt"
	"slices"

	"wp2pub/mapping"
)

// settle reads the mapping again, with the names of the site at hand, before any row is read. What the site's
// definitions do not know may still be stored: only then is a pass over its posts worth its time, which also tells how
// often the names have a value.
func (e *engine) settle(ctx context.Context, source Source) error {
	if e.options.Reread == nil {
		return nil
	}
	rules, err := e.options.Reread(SiteVocabulary(e.site, nil))
	if err != nil || e.options.WarnUnseen && slices.ContainsFunc(rules.Unseen(), func(u mapping.Unseen) bool { return u.Value == "" }) {
		seen, failed := e.survey(ctx, source, nil)
		if failed != nil {
			return failed
		}
		rules, err = e.options.Reread(SiteVocabulary(e.site, seen))
	}
	if err != nil {
		return err
	}
	e.options.Mapping = rules
	if e.options.WarnUnseen {
		for _, u := range rules.Unseen() {
			e.report.Unseen = append(e.report.Unseen, fmt.Sprintf("%s (%s)", u, u.Place))
		}
	}
	return nil
}
