package wordpress

import (
	"slices"
	"testing"
)

// What Filled lists is what a later run must not lack.
func TestFilled(t *testing.T) {
	for name, c := range map[string]struct {
		given func(*Builder)
		table string
		want  bool
	}{
		"a field of ACF is no meta":              {func(b *Builder) { b.Post(IndexRow{ID: 5, Type: "acf-field", Excerpt: "year"}) }, "postmeta", false},
		"a row of meta":                          {func(b *Builder) { b.PostMeta(5, "_wp_old_slug", "x") }, "postmeta", true},
		"meta that the index does not need":      {func(b *Builder) { b.There("postmeta"); b.Filled("postmeta") }, "postmeta", true},
		"no meta":                                {func(b *Builder) { b.There("postmeta") }, "postmeta", false},
		"meta of a term":                         {func(b *Builder) { b.TermMeta(3, "rcp_restricted_meta", "x") }, "termmeta", true},
		"meta of a user":                         {func(b *Builder) { b.User(User{ID: 1}); b.UserMeta(1, "first_name", "Ann") }, "usermeta", true},
		"posts of levels":                        {func(b *Builder) { b.Row(levelPagesTable, Row{"page_id": "5"}) }, levelPagesTable, true},
		"no posts of levels":                     {func(b *Builder) { b.There(levelPagesTable) }, levelPagesTable, false},
		"languages of terms":                     {func(b *Builder) { b.Row(translationTable, Row{"element_type": "tax_category"}) }, translationTable, true},
		"files in a bucket":                      {func(b *Builder) { b.Row(offloadTable, Row{"is_private": "1"}) }, offloadTable, true},
		"what a run may find empty":              {func(b *Builder) { b.There("em_tickets") }, "em_tickets", true},
		"what a run may find empty, and missing": {func(b *Builder) {}, "em_tickets", false},
		"what no record shows":                   {func(b *Builder) { b.Row("ai1ec_event_category_meta", Row{"term_id": "3"}) }, "ai1ec_event_category_meta", false},
	} {
		t.Run(name, func(t *testing.T) {
			b := NewBuilder("wp_")
			b.Option("home", "https://example.org")
			c.given(b)
			filled := b.Build().Filled()
			if slices.Contains(filled, c.table) != c.want || !slices.IsSorted(filled) {
				t.Errorf("%q; with %s: want %v", filled, c.table, c.want)
			}
		})
	}
}

// Where a membership plugin is known to be switched on, the tables in which it keeps what it hides have to be there.
func TestMissingRules(t *testing.T) {
	const paid, simple = `a:1:{i:0;s:45:"paid-memberships-pro/paid-memberships-pro.php";}`, `a:1:{i:0;s:39:"simple-membership/simple-membership.php";}`
	for name, c := range map[string]struct {
		plugins string
		there   []string
		network bool
		want    []string
	}{
		"none is on":              {plugins: `a:0:{}`},
		"nobody knows what is on": {plugins: "damaged"},
		"all are missing":         {plugins: paid, want: []string{"pmpro_memberships_pages (Paid Memberships Pro)", "pmpro_memberships_categories (Paid Memberships Pro)"}},
		"one is missing":          {plugins: paid, there: []string{levelPagesTable}, want: []string{"pmpro_memberships_categories (Paid Memberships Pro)"}},
		"they are there":          {plugins: paid, there: []string{levelPagesTable, levelCategoriesTable}},
		"on in a network":         {plugins: simple, network: true, want: []string{"swpm_membership_tbl (Simple Membership)"}},
		"that of another":         {plugins: simple, there: []string{levelPagesTable}, want: []string{"swpm_membership_tbl (Simple Membership)"}},
		"meta":                    {plugins: `a:1:{i:0;s:19:"members/members.php";}`, want: []string{"postmeta (Members)"}},
		"meta of terms":           {plugins: `a:1:{i:0;s:35:"ultimate-member/ultimate-member.php";}`, there: []string{"postmeta"}, want: []string{"termmeta (Ultimate Member)"}},
		"meta of rules":           {plugins: `a:1:{i:0;s:27:"memberpress/memberpress.php";}`, want: []string{"postmeta (MemberPress)"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := NewBuilder("wp_")
			if c.network {
				b.Network()
			}
			b.Option("home", "https://example.org")
			b.Option("active_plugins", c.plugins)
			for _, table := range c.there {
				b.There(table)
			}
			s := b.Build()
			if got := s.MissingRules(); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
			if warned := len(s.Warnings) > 0; warned != (c.want != nil) {
				t.Errorf("warnings: %q", s.Warnings)
			}
		})
	}
}
