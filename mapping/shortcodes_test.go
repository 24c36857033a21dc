package mapping

import "testing"

func TestShortcode(t *testing.T) {
	m := parsed(t, `
shortcodes: {"vc_*": unwrap, vc_btn: keep, "*_form": drop, "vc_*_x*y": keep, "a*b*c": drop}
records: {page: {from: {post_type: page}}}`)
	for name, want := range map[string]struct {
		policy ShortcodePolicy
		exact  bool
	}{
		"vc_row": {UnwrapShortcode, false}, "vc_btn": {KeepShortcode, true}, "vc_form": {UnwrapShortcode, false}, "my_form": {DropShortcode, false},
		"form": {}, "vc": {}, "vc_": {UnwrapShortcode, false}, "abc": {DropShortcode, false}, "aXbYc": {DropShortcode, false}, "acb": {}, "ab": {}, "VC_row": {},
	} {
		if policy, exact := m.Shortcode(name); policy != want.policy || exact != want.exact {
			t.Errorf("%s: %q, %v; want %q, %v", name, policy, exact, want.policy, want.exact)
		}
	}
	other := parsed(t, `
shortcodes: {"vc_*": drop}
records: {page: {from: {post_type: page}}}`)
	if m.Digest() == other.Digest() {
		t.Error("the policy of shortcodes is no part of the digest")
	}
}
