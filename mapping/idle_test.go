package mapping

import (
	"fmt"
	"testing"
)

// TestIdle lists the entries that decided on none of some posts; those that share a line are told apart.
func TestIdle(t *testing.T) {
	m := parsed(t, `
records:
  news: {from: [{post_type: post, where: {category: news}}, {post_type: post, where: {category: press}}]}
  page:
    from: {post_type: page}
exclude:
  - {post_type: shop_order, because: orders}
  - {post_type: page, where: {slug: old}}
`)
	decided := map[int]bool{}
	see := func(post string) {
		outcome, err := m.Apply(itemOf(t, post))
		if err != nil {
			t.Fatal(err)
		}
		decided[outcome.Entry] = true
	}
	if got := fmt.Sprint(m.Idle(decided)); got != "[exclude (mapping.yaml:7) exclude (mapping.yaml:8) news (mapping.yaml:3) page (mapping.yaml:5)]" {
		t.Error(got)
	}
	see("{post_type: post, status: publish, class: content, within: {category: [press]}}")
	see("{post_type: shop_order, status: publish, class: private}")
	see("{post_type: page, status: draft, class: content}")
	if got := fmt.Sprint(m.Idle(decided)); got != "[exclude (mapping.yaml:8) news (mapping.yaml:3) page (mapping.yaml:5)]" {
		t.Error(got)
	}
	see("{post_type: post, status: publish, class: content, within: {category: [news]}}")
	see("{post_type: page, status: publish, class: content}")
	see("{post_type: page, status: publish, class: content, slug: old}")
	if got := m.Idle(decided); got != nil {
		t.Error(got)
	}
	if got := Default(openVocabulary()).Idle(nil); got != nil {
		t.Errorf("of the built-in mapping: %v", got)
	}
}
