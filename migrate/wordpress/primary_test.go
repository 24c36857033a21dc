package wordpress

import "testing"

func TestPrimaryCategory(t *testing.T) {
	yoast := php(Object{{"0", "akismet/akismet.php"}, {"2", "wordpress-seo/wp-seo.php"}})
	for name, c := range map[string]struct {
		plugins, key, value, want string
	}{
		"chosen":                     {yoast, "_yoast_wpseo_primary_category", "7", "world/news"},
		"plugin switched off":        {php(Object{{"0", "akismet/akismet.php"}}), "_yoast_wpseo_primary_category", "7", "about"},
		"another plugin's":           {yoast, "rank_math_primary_category", "7", "about"},
		"Rank Math":                  {`a:1:{i:0;s:30:"seo-by-rank-math/rank-math.php";}`, "rank_math_primary_category", "7", "world/news"},
		"none of the post's":         {yoast, "_yoast_wpseo_primary_category", "6", "about"},
		"no number":                  {yoast, "_yoast_wpseo_primary_category", "none", "about"},
		"an option that is damaged":  {`a:1:{i:0;s:99:"x";}`, "_yoast_wpseo_primary_category", "7", "about"},
		"no plugins, no such option": {"", "_yoast_wpseo_primary_category", "7", "about"},
	} {
		s := siteOf(map[string]string{"permalink_structure": "/%category%/%postname%/", "active_plugins": c.plugins},
			[]IndexRow{published(1, "post", "a")}, metaRow(1, c.key, c.value), category(5, 0, "about", 1), category(6, 0, "world"), category(7, 6, "news", 1))
		if got := permalinkOf(t, s, 1); got != "https://example.org/"+c.want+"/a/" {
			t.Errorf("%s: got %s", name, got)
		}
	}
}
