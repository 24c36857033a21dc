package migrate

import (
	"fmt"
	"strconv"
	"strings"

	"wp2pub/migrate/wordpress"
)

// AmbiguousError says that a name stands for several posts, and which.
type AmbiguousError struct {
	Name  string
	Posts []string // "116 (post) Risky Business", of public posts only
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q is the slug of %d public posts; name one by its ID: %s", e.Name, len(e.Posts), strings.Join(e.Posts, "; "))
}

// postNamed finds the post that a person means: by its ID, or a public one by its slug or address.
func (e *engine) postNamed(name string) (int64, error) {
	id, err := strconv.ParseInt(name, 10, 64)
	if _, exists := e.site.Entry(id); err == nil && exists {
		return id, nil
	}
	switch named := e.site.Named(name); {
	case len(named) == 1:
		return named[0].ID, nil
	case len(named) > 1:
		ambiguous := &AmbiguousError{Name: name}
		for _, post := range named {
			ambiguous.Posts = append(ambiguous.Posts, fmt.Sprintf("%d (%s) %s", post.ID, post.Type, shorten(wordpress.PlainText(post.Title))))
		}
		return 0, ambiguous
	case err == nil:
		return id, nil
	}
	return 0, fmt.Errorf("no public post of %s has the slug or the address %q: give the ID of the post; wp2pub plan SOURCE --format json --rows lists them all",
		e.options.SiteID, name)
}
