package render

import (
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// concealed reports whether anonymous visitors do not see a block: its editor hid it, or a plugin shows it to some visitors only. A record is
// made for everyone: it goes, with a loss.
func (b *block) concealed() bool {
	if memberBlock(b.name) {
		return true
	}
	if !slices.ContainsFunc(visibilityAttributes, func(name string) bool { return strings.Contains(b.attributes, `"`+name+`"`) }) {
		return false
	}
	attributes, err := wordpress.DecodeJSON([]byte(b.attributes))
	if err != nil {
		return false
	}
	visibility := member(attributes, "blockVisibility")
	switch {
	case member(member(attributes, "metadata"), "blockVisibility") == false, // WordPress 6.9
		member(visibility, "hideBlock") == true, forRolesOnly(member(visibility, "controlSets")), // Block Visibility
		member(attributes, "um_is_restrict") == true && member(attributes, "um_who_access") == "1": // Ultimate Member
		return true
	}
	if controls := member(attributes, "contentControls"); member(controls, "enabled") == true { // Content Control
		return member(member(member(controls, "rules"), "user"), "userStatus") == "logged_in"
	}
	return slices.ContainsFunc([]string{"wppbContentRestriction", "pmsContentRestriction"}, func(name string) bool { // Profile Builder and its sister
		to, _ := member(member(attributes, name), "display_to").(string)
		return to != "" && to != "all" && to != "not_logged_in"
	})
}

// visibilityAttributes are the attributes of a block that may say who sees it.
var visibilityAttributes = []string{"blockVisibility", "um_is_restrict", "wppbContentRestriction", "pmsContentRestriction", "contentControls"}

// forRolesOnly reports whether none of the sets of conditions of Block Visibility, of which one must hold, lets an anonymous visitor in.
func forRolesOnly(sets any) bool {
	list, _ := sets.([]any)
	on := 0
	for _, set := range list {
		if member(set, "enable") == false {
			continue
		}
		on++
		role := member(member(set, "controls"), "userRole")
		switch member(role, "visibilityByRole") {
		case "logged-in":
		case "user-role", "users":
			allowed, _ := member(role, "restrictedRoles").([]any)
			if member(role, "hideOnRestrictedRoles") == true || member(role, "hideOnRestrictedUsers") == true || slices.Contains(allowed, any("logged-out")) {
				return false
			}
		default:
			return false
		}
	}
	return on > 0
}

// These words together say of a block that it holds something for some visitors only: members-only, logged-in-content. One alone is more
// often what a block is about.
var (
	memberBlockWords = nameSet("member members membership subscriber subscribers premium paid logged loggedin login role roles restricted protected private")
	onlyWords        = nameSet("only if in content access required visible visibility")
)

// memberBlock reports whether the name of a plugin's block says that what it holds is for some visitors only.
func memberBlock(name string) bool {
	plugin, own, _ := strings.Cut(name, "/")
	switch plugin {
	case "core":
		return false
	case "pmpro":
		return own == "membership"
	case "premium-content": // Jetpack, whose container has another block for all others
		return own == "subscriber-view"
	case "content-control":
		return own == "container"
	case "restrict-content", "restrict-content-pro":
		return true
	}
	words := wordsOf(own)
	says := func(set map[string]bool) bool {
		return slices.ContainsFunc(words, func(word string) bool { return set[word] })
	}
	return says(memberBlockWords) && says(onlyWords) && !says(teamWords) && !says(exceptWords)
}
