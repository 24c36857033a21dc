package wordpress

import (
	"slices"
	"strings"
)

// MetaOf is some of the meta of a post, in the order of meta_id.
type MetaOf struct {
	Post int64
	Meta []Meta
}

// KeyPatterns are keys of postmeta; one that ends in an asterisk stands for all keys that begin with what is before it.
type KeyPatterns []string

// Match reports whether a key is among them.
func (p KeyPatterns) Match(key string) bool {
	return slices.ContainsFunc(p, func(pattern string) bool {
		beginning, open := strings.CutSuffix(pattern, "*")
		return key == pattern || open && strings.HasPrefix(key, beginning)
	})
}
