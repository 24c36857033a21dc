package render

import "slices"

// memberShortcodes enclose what a plugin shows to some visitors only: members, buyers, subscribers, those who are
// logged in. A page's anonymous visitor does not see it, and a record is made for everyone: it goes, with a loss. Their
// counterparts, which enclose what is shown to the others, only lose their tags.
var memberShortcodes = tableOf(
	secret, `members_only member_only members-only membersonly restrict restricted restrict-content restrict_content rcp_is_active ihc-hide-content
	wcm_restrict wcm_content_restricted groups_member mepr-show mepr-active mepr-rule mepr-protected-content um_loggedin um_show_content pmpro_member membership membership_level
	wlm_private wlm_ismember s2if s2member ws_plugin__s2member swpm_protected swpm_only_for_members wpmem_logged_in wpmem_form_restricted loggedin logged_in logged-in
	is_logged_in is_user_logged_in user_logged_in if_logged_in members_logged_in members_access private protected protect hide_content subscribers subscriber paid premium premium_content
	private_content private-content wppb-restrict arm_restrict_content accessally_has_any_tag memberful memberful_content visible_to_members content_protector content-protector
	passster ppwp passwordprotect password_protect patreon paywall leaky_paywall_subscriber sociallocker`,
	layout, `groups_non_member mepr-unauthorized wcm_nonmember um_loggedout wlm_nonmember wpmem_logged_out loggedout logged_out logged-out not_logged_in members_not_logged_in
	is_guest visitor guest rcp_not_logged_in not_member non_member non-member pmpro_non_member learndash_visitor`)

// memberShortcode returns the template of a shortcode whose name says that its content is for some visitors, or for all
// others: "" where it does not say so.
func memberShortcode(name string) string {
	words := wordsOf(name)
	says := func(set map[string]bool) bool {
		return slices.ContainsFunc(words, func(word string) bool { return set[word] })
	}
	switch {
	case says(teamWords), !says(restrictionWords) && (!says(memberWords) || !says(conditionWords)):
		return ""
	case says(exceptWords):
		return layout
	}
	return secret
}

// These words say of a shortcode that it restricts its content; or both together do: member_only, show_if_logged_in,
// premium-content.
var (
	restrictionWords = nameSet("restrict restricted restriction protected protect loggedin")
	memberWords      = nameSet("member members membership subscriber subscribers subscription premium paid paying patron patrons customer customers logged login role level mitglied mitglieder membre membres adherent adherents miembro miembros socio socios")
	conditionWords   = nameSet("only if is not has user show hide content access require required visible area bereich nur reserve solo contenu inhalt")
	teamWords        = nameSet("team staff crew board equipe equipo")
	exceptWords      = nameSet("not non no out guest guests visitor visitors anonymous public loggedout nonmember unless")
)

// noteShortcodes hold a note that shows at the foot of the page, or a formula: what they hold stays where it is
// written. The lists that gather such notes are empty then.
var noteShortcodes = tableOf(
	note, "footnote fn note_ref ref efn_note mfn modern_footnote easy_footnote ft sidenote sdfn simple_footnote cite",
	formula, "latex math tex katex mathjax asciimath equation",
	nothing, "footnotes footnotes_list references reflist ref_list note_list efn_notes list_footnotes")

// tableOf makes a table of templates, each followed by the names that share it.
func tableOf(groups ...string) map[string]string {
	table := map[string]string{}
	for i := 0; i+1 < len(groups); i += 2 {
		withTemplate(table, groups[i], groups[i+1])
	}
	return table
}
