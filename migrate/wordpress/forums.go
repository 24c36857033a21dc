package wordpress

import "slices"

// forumTypes are the post types of bbPress, each of which hangs on one before it or on one of its own.
var forumTypes = []string{"forum", "topic", "reply"}

// HiddenBy returns the forum or topic with which a published post of a type is hidden: bbPress shows nothing of what hangs on a
// forum that is private or hidden, or on a topic that is not shown. Nil: there is none. A topic that is closed is shown.
func (s *Site) HiddenBy(id int64, postType string) *Entry {
	if !slices.Contains(forumTypes, postType) {
		return nil
	}
	e, ok := s.Entry(id)
	for range deepest {
		if !ok || !slices.Contains(forumTypes, e.Type) || e.Parent == 0 {
			return nil
		}
		if e, ok = s.Entry(e.Parent); ok && slices.Contains(forumTypes, e.Type) && (s.locked(e) || e.Status != "publish" && e.Status != "closed") {
			return e
		}
	}
	return nil
}
