package wordpress

import (
	"reflect"
	"testing"
)

// Whatever a source says of a site is in its digest.
func TestSiteDigest(t *testing.T) {
	digest := func(prefix string, give func(*Builder)) Digest {
		b := NewBuilder(prefix)
		b.Option("home", "https://example.org")
		b.User(User{ID: 9})
		give(b)
		return b.Build().Digest()
	}
	seen := map[Digest]string{}
	hold := func(what string, give func(*Builder)) {
		t.Helper()
		d := digest("wp_", give)
		if other, same := seen[d]; same {
			t.Errorf("%s: the digest is that of %s", what, other)
		}
		seen[d] = what
		if digest("wp_", give) != d {
			t.Errorf("%s: another digest the second time", what)
		}
		if digest("x_", give) == d {
			t.Errorf("%s: the digest does not tell of the prefix", what)
		}
	}
	hold("nothing", func(*Builder) {})
	eachField(IndexRow{ID: 1, Type: "attachment"}, func(what string, r IndexRow) { hold(what, func(b *Builder) { b.Post(r) }) })
	eachField(Term{ID: 1, TaxonomyID: 1, Taxonomy: "category", Name: "x"}, func(what string, term Term) { hold(what, func(b *Builder) { b.Term(term) }) })
	eachField(User{ID: 1}, func(what string, u User) { hold(what, func(b *Builder) { b.User(u) }) })
	for what, give := range map[string]func(*Builder){
		"an option":           func(b *Builder) { b.Option("a", "bc") },
		"another option":      func(b *Builder) { b.Option("ab", "c") },
		"meta of a term":      func(b *Builder) { b.TermMeta(1, "a", "b") },
		"of another":          func(b *Builder) { b.TermMeta(2, "a", "b") },
		"with another value":  func(b *Builder) { b.TermMeta(1, "a", "c") },
		"a relation":          func(b *Builder) { b.Relation(1, 2) },
		"another relation":    func(b *Builder) { b.Relation(2, 1) },
		"a relation in order": func(b *Builder) { b.RelationAt(1, 2, 3) },
		"meta of a user":      func(b *Builder) { b.UserMeta(9, "a", "b") },
		"with another key":    func(b *Builder) { b.UserMeta(9, "c", "b") },
		"meta of a post":      func(b *Builder) { b.PostMeta(1, "a", "b") },
		"two in order":        func(b *Builder) { b.PostMeta(1, "a", "b"); b.PostMeta(1, "c", "d") },
		"two in another":      func(b *Builder) { b.PostMeta(1, "c", "d"); b.PostMeta(1, "a", "b") },
		"a row":               func(b *Builder) { b.Row("t", Row{"a": "b"}) },
		"of another table":    func(b *Builder) { b.Row("u", Row{"a": "b"}) },
		"of two columns":      func(b *Builder) { b.Row("t", Row{"a": "b", "c": ""}) },
		"two rows":            func(b *Builder) { b.Row("t", Row{"a": "b"}); b.Row("t", Row{"c": ""}) },
		"a field group":       func(b *Builder) { _ = b.ACFJSON([]byte(`{"key": "group_1", "title": "x", "fields": []}`)) },
	} {
		hold(what, give)
	}
}

// eachField gives a value, and it again with each of its fields changed.
func eachField[T any](value T, give func(string, T)) {
	name := reflect.TypeFor[T]().Name()
	give(name, value)
	for i := range reflect.TypeFor[T]().NumField() {
		changed := value
		switch field := reflect.ValueOf(&changed).Elem().Field(i); field.Kind() {
		case reflect.Int64:
			field.SetInt(field.Int() + 7)
		case reflect.String:
			field.SetString(field.String() + "-")
		case reflect.Bool:
			field.SetBool(true)
		default: // what a Builder gathers itself
			continue
		}
		give(name+"."+reflect.TypeFor[T]().Field(i).Name, changed)
	}
}
