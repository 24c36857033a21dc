package wordpress

import (
	"fmt"

	"wp2pub/migrate/finding"
)

// asMedia gives the files of the media library that a field names.
func asMedia(r *acfReader, f *ACFField, v any) (any, bool) {
	return r.references(f, v, func(id int64) any { return r.media(id) })
}

func (r *acfReader) media(id int64) Object {
	o := Object{{"attachment_id", id}}
	a, ok := r.view.Attachment(id)
	if !ok {
		r.find(finding.MediaMissing, fmt.Sprintf("attachment %d does not exist or may not leave", id))
		return o
	}
	return described(o, "title", PlainText(a.Title), r.view.AttachmentURL(a))
}

// asPosts gives the posts that a field names: of those that may not leave, the ID alone.
func asPosts(r *acfReader, f *ACFField, v any) (any, bool) {
	return r.references(f, v, func(id int64) any { return r.post(id) })
}

func (r *acfReader) post(id int64) Object {
	o := Object{{"post_id", id}}
	switch ref := r.view.Reference(id); {
	case !ref.Exists:
		r.view.Log.Lose(finding.ReferenceMissing, fmt.Sprintf("post %d", id), 1)
	case !ref.Public:
		r.view.Log.Lose(finding.ReferencePrivate, fmt.Sprintf("post %d", id), 1)
	default:
		return described(o, "title", ref.Title, ref.URL)
	}
	return o
}

func asTerms(r *acfReader, f *ACFField, v any) (any, bool) {
	return r.references(f, v, func(id int64) any {
		o := Object{{"term_id", id}}
		t, ok := r.view.Term(id)
		if !ok {
			r.view.Log.Lose(finding.ReferenceMissing, fmt.Sprintf("term %d", id), 1)
			return o
		}
		return described(o, "name", t.PublicName(), r.view.TermURL(t))
	})
}

// asUsers gives the users that a field names, by their public names.
func asUsers(r *acfReader, f *ACFField, v any) (any, bool) {
	return r.references(f, v, func(id int64) any {
		o := Object{{"user_id", id}}
		u, ok := r.view.User(id)
		if !ok {
			r.view.Log.Lose(finding.ReferenceMissing, fmt.Sprintf("user %d", id), 1)
			return o
		}
		name, ok := u.PublicName()
		if !ok {
			r.find(finding.AuthorWithheld, fmt.Sprintf("user %d", id))
			return o
		}
		return described(o, "name", name, "")
	})
}

// references converts the IDs that a field holds; 0 and false name nothing.
func (r *acfReader) references(f *ACFField, v any, one func(id int64) any) (any, bool) {
	if o, ok := v.(Object); ok && reference(o) != nil {
		v = reference(o)
	}
	return r.each(f, v, func(v any) (any, bool) {
		if !truthy(v) {
			return nil, true
		}
		id, ok := identifier(v)
		if !ok {
			return nil, false
		}
		return one(id), true
	})
}

// reference returns the ID within an Object that describes a file, post or user.
func reference(o Object) any {
	for _, name := range []string{"ID", "id"} {
		if v := lookup(o, name); v != nil {
			return v
		}
	}
	return nil
}

// identifier reads a positive ID, or the one within an Object that describes a file, post or user.
func identifier(v any) (int64, bool) {
	if o, ok := v.(Object); ok {
		v = reference(o)
	}
	id, ok := wholeNumber(v)
	return id, ok && id > 0
}

// described adds what there is to say to a reference.
func described(o Object, label, text, url string) Object {
	return withText(withText(o, label, text), "url", url)
}
