// Package seo reads what the head of a page tells search engines and social networks, as the site's plugin for that has it:
// the title, the description, the canonical address, the picture for sharing, and whether the page is to be found at all.
//
//	head, ok := seo.Of(post, view)
//
// What an editor wrote for the post goes before what the settings say of all posts of its type, and that before what the
// plugin does by itself. Both may hold variables, such as %%title%% %%sep%% %%sitename%%, which are filled in as the plugin
// does it; but for the day's date, which is different tomorrow.
//
//	seo.go        the head of a page
//	choose.go     which of several plugins speaks
//	said.go       what is stored, before its variables are filled in
//	resolve.go    variables → text
//	variables.go  what variables stand for, whatever a plugin calls them
//	date.go       dates as PHP formats them
//	yoast.go, rankmath.go, aioseo.go, aioseop.go, seopress.go, framework.go   the plugins
package seo
