package survey

import "strings"

// metaOwner is whose meta keys begin so. A key that ends in "$" is meant whole.
type metaOwner struct{ begins, plugin string }

// metaOwners are the meta keys of WordPress and of well-known plugins. The longest beginning decides.
var metaOwners = []metaOwner{
	{"_edit_last$", "WordPress"}, {"_edit_lock$", "WordPress"}, {"_thumbnail_id$", "WordPress"}, {"_wp_", "WordPress"}, {"_oembed_", "WordPress"},
	{"_encloseme$", "WordPress"}, {"_pingme$", "WordPress"}, {"enclosure$", "WordPress"}, {"footnotes$", "WordPress"}, {"_menu_item_", "WordPress"},
	// Search engines and social networks
	{"_yoast_wpseo_", "Yoast SEO"}, {"_yst_", "Yoast SEO"}, {"rank_math_", "Rank Math"}, {"_aioseo", "AIOSEO"}, {"_aiosp_", "AIOSEO"}, {"_seopress_", "SEOPress"},
	{"_genesis_", "Genesis"}, {"_su_", "SEO Ultimate"}, {"_headspace_", "HeadSpace2"}, {"_sq_", "Squirrly SEO"}, {"_slim_seo", "Slim SEO"}, {"slim_seo", "Slim SEO"},
	{"_autodescription", "The SEO Framework"}, {"_social_", "The SEO Framework"}, {"_wpsso", "WPSSO"}, {"_wds_", "SmartCrawl"},
	{"_primary_term_", "The SEO Framework"}, {"_open_graph_", "The SEO Framework"}, {"_twitter_title$", "The SEO Framework"},
	// People
	{"_molongui_", "Molongui Authorship"}, {"cap-", "Co-Authors Plus"}, {"_ppma_", "PublishPress Authors"}, {"ppma_", "PublishPress Authors"}, {"_expiration-date", "PublishPress Future"},
	// Languages
	{"_wpml_", "WPML"}, {"_icl_", "WPML"}, {"_last_translation_edit_mode$", "WPML"}, {"_top_nav_excluded$", "WPML"}, {"_cms_nav_", "WPML"},
	{"_pll_", "Polylang"}, {"_trp_", "TranslatePress"}, {"_bogo_", "Bogo"}, {"_locale$", "Bogo"}, {"_original_post$", "Bogo"}, {"_msls", "Multisite Language Switcher"}, {"_wpglobus", "WPGlobus"},
	// Events
	{"_Event", "The Events Calendar"}, {"_tribe_", "The Events Calendar"}, {"_Venue", "The Events Calendar"}, {"_Organizer", "The Events Calendar"}, {"_ecp_", "The Events Calendar"},
	{"_ai1ec_", "All-in-One Event Calendar"}, {"ai1ec_", "All-in-One Event Calendar"}, {"_event_", "Events Manager"}, {"_location_", "Events Manager"}, {"_start_ts$", "Events Manager"}, {"_end_ts$", "Events Manager"},
	{"mec_", "Modern Events Calendar"}, {"evcal_", "EventON"}, {"evo_", "EventON"}, {"sc_event_", "Sugar Calendar"}, {"_eventorganiser_", "Event Organiser"},
	// Files and publications
	{"__wpdm_", "WordPress Download Manager"}, {"_wpdm_", "WordPress Download Manager"}, {"_download_count$", "Download Monitor"}, {"_dlm_", "Download Monitor"}, {"_members_only$", "Download Monitor"},
	{"_featured$", "Download Monitor"}, {"_redirect_only$", "Download Monitor"}, {"sdm_", "Simple Download Monitor"}, {"edd_", "Easy Digital Downloads"}, {"_edd_", "Easy Digital Downloads"},
	{"_dedo_", "Delightful Downloads"}, {"_dlp_", "Document Library"}, {"3dfb_", "3D FlipBook"}, {"_dflip_", "dFlip"}, {"_fpdf", "PDF Poster"}, {"_tablepress_", "TablePress"}, {"_zotpress", "Zotpress"}, {"_tp_", "teachPress"},
	{"powerpress", "PowerPress"}, {"_powerpress", "PowerPress"}, {"podpress", "podPress"}, {"_podPress", "podPress"}, {"audio_file$", "Seriously Simple Podcasting"}, {"_ssp_", "Seriously Simple Podcasting"},
	// Shops
	{"_product_", "WooCommerce"}, {"_wc_", "WooCommerce"}, {"_sku$", "WooCommerce"}, {"_price$", "WooCommerce"}, {"_regular_price$", "WooCommerce"}, {"_sale_price", "WooCommerce"}, {"_stock", "WooCommerce"},
	{"_manage_stock$", "WooCommerce"}, {"_tax_", "WooCommerce"}, {"_virtual$", "WooCommerce"}, {"_downloadable", "WooCommerce"}, {"_backorders$", "WooCommerce"}, {"_sold_individually$", "WooCommerce"},
	{"_upsell_ids$", "WooCommerce"}, {"_crosssell_ids$", "WooCommerce"}, {"_purchase_note$", "WooCommerce"}, {"total_sales$", "WooCommerce"},
	// Page builders and themes
	{"_elementor_", "Elementor"}, {"_wpb_", "WPBakery"}, {"_vc_", "WPBakery"}, {"_et_", "Divi"}, {"et_", "Divi"}, {"_fl_builder_", "Beaver Builder"}, {"fl_builder_", "Beaver Builder"}, {"_fusion", "Avada"}, {"pyre_", "Avada"}, {"fusion_", "Avada"},
	{"_bricks_", "Bricks"}, {"_breakdance_", "Breakdance"}, {"breakdance_", "Breakdance"}, {"_oxygen_", "Oxygen"}, {"ct_", "Oxygen"}, {"_ct_", "Oxygen"}, {"panels_data$", "SiteOrigin"}, {"_cornerstone_", "Cornerstone"}, {"_cs_", "Cornerstone"},
	{"_themify_", "Themify"}, {"_zionbuilder_", "Zion Builder"}, {"_avia", "Enfold"}, {"_aviaLayout", "Enfold"}, {"_kad_", "Kadence"}, {"_kadence", "Kadence"}, {"site-sidebar-layout$", "Astra"}, {"ast-", "Astra"}, {"astra-", "Astra"}, {"theme-transparent-header-meta$", "Astra"},
	{"_generate", "GeneratePress"}, {"_generatepress", "GeneratePress"}, {"ocean_", "OceanWP"}, {"_nectar_", "Salient"}, {"nectar-", "Salient"}, {"qode_", "Qode"}, {"mkd_", "Mikado"}, {"eltd_", "Elated"}, {"_uncode_", "Uncode"}, {"td_post_", "Newspaper"}, {"neve_meta_", "Neve"}, {"rs_page_bg_color$", "Slider Revolution"}, {"slide_template$", "Slider Revolution"},
	{"_blocksy", "Blocksy"}, {"blocksy_", "Blocksy"}, {"_stackable_", "Stackable"}, {"_uag_", "Spectra"}, {"_uagb_", "Spectra"},
	// Jetpack, reading, sharing
	{"_jetpack_", "Jetpack"}, {"jetpack_", "Jetpack"}, {"_wpas_", "Jetpack"}, {"_publicize_", "Jetpack"}, {"_wpcom_is_markdown$", "Jetpack"}, {"sharing_disabled$", "Jetpack"}, {"switch_like_status$", "Jetpack"}, {"_feature_clip_id$", "Jetpack"}, {"_rest_api_", "Jetpack"},
	{"advanced_seo_description$", "Jetpack"}, {"geo_", "Jetpack"}, {"_relevanssi_", "Relevanssi"}, {"_searchwp_", "SearchWP"}, {"_monsterinsights_", "MonsterInsights"}, {"_exactmetrics_", "ExactMetrics"}, {"post_views_count$", "post view counters"}, {"views$", "WP-PostViews"},
	{"ratings_", "WP-PostRatings"}, {"_kksr_", "kk Star Ratings"}, {"_kk_", "kk Star Ratings"}, {"_post_like_count$", "post like counters"}, {"essb_", "Easy Social Share Buttons"}, {"_sfsi_", "Ultimate Social Media Icons"}, {"_swp_", "Social Warfare"}, {"swp_", "Social Warfare"},
	{"_mashsb", "MashShare"}, {"mashsb", "MashShare"}, {"sfsi_", "Ultimate Social Media Icons"}, {"_addthis_", "AddThis"}, {"_shareaholic", "Shareaholic"}, {"_wp_rp_", "Related Posts"}, {"_yarpp_", "YARPP"}, {"_mailchimp", "Mailchimp"}, {"_mc4wp", "Mailchimp for WordPress"},
	// Members, redirects, caches, editors
	{"_members_access", "Members"}, {"_mepr", "MemberPress"}, {"rcp_", "Restrict Content Pro"}, {"_rcp_", "Restrict Content Pro"}, {"_pmpro", "Paid Memberships Pro"}, {"um_content_restriction$", "Ultimate Member"}, {"_um_", "Ultimate Member"},
	{"_links_to", "Page Links To"}, {"_redirect_", "redirection plugins"}, {"_wprocket_", "WP Rocket"}, {"_rocket_", "WP Rocket"}, {"rocket_", "WP Rocket"}, {"_lscache", "LiteSpeed Cache"}, {"litespeed_", "LiteSpeed Cache"}, {"_ao_", "Autoptimize"}, {"ao_post_", "Autoptimize"},
	{"_wpforms_", "WPForms"}, {"_gform", "Gravity Forms"}, {"classic-editor-remember$", "Classic Editor"}, {"_dp_", "Duplicate Post"}, {"_duplicate_", "Duplicate Post"}, {"_wpcf7_", "Contact Form 7"}, {"_bbp_", "bbPress"}, {"wpcf-", "Toolset"}, {"_wpcf", "Toolset"}, {"_pods_", "Pods"},
	{"_custom_sidebar", "Custom Sidebars"}, {"_cs_replacements$", "Custom Sidebars"}, {"_sidebars", "Custom Sidebars"}, {"_wpnonce", "WordPress"}, {"_fvp_", "Featured Video Plus"}, {"_syndication", "syndication plugins"}, {"syndication_", "FeedWordPress"}, {"wprss_", "WP RSS Aggregator"},
	{"_feedzy", "Feedzy"}, {"feedzy_", "Feedzy"}, {"_knawatfibu_", "Featured Image by URL"}, {"fifu_", "Featured Image from URL"}, {"_cmplz_", "Complianz"}, {"_wp-statistics", "WP Statistics"}, {"wpil_", "Link Whisper"}, {"_wpil_", "Link Whisper"}, {"_heateor_", "Heateor"}, {"_ez-toc-", "Easy Table of Contents"}, {"_ahc_", "Visitors Traffic"},
	{"_wpac_", "AccessPress"}, {"_hide_", "theme"}, {"_crp_", "Contextual Related Posts"}, {"crp_", "Contextual Related Posts"},
}

// pluginOfMeta returns whose meta key it is; empty: nobody's that is known.
func pluginOfMeta(key string) string {
	plugin, longest := "", 0
	for _, o := range metaOwners {
		begins, whole := strings.CutSuffix(o.begins, "$")
		if len(begins) > longest && strings.HasPrefix(key, begins) && (!whole || key == begins) {
			plugin, longest = o.plugin, len(begins)
		}
	}
	return plugin
}
