package render

// themeShortcodes are those that many themes and small plugins have under one name.
var themeShortcodes = map[string]string{
	"accordion": section, "accordion_item": section, "accordion-item": section, "accordions": layout, "accordion_group": layout, "accordion-group": layout,
	"toggle": section, "toggles": layout, "spoiler": section, "collapse": section, "collapsibles": layout, "collapsible": section, "expand": section,
	"tab": section, "tabs": layout, "tabgroup": layout, "tab_group": layout, "tabs_framed": layout, "faq_item": section,
	"row": layout, "column": layout, "columns": layout, "col": layout, "section": layout, "container": layout, "content_box": titled, "box": titled,
	"one_half": layout, "one_half_last": layout, "one_third": layout, "one_third_last": layout, "two_third": layout, "two_third_last": layout,
	"two_thirds": layout, "two_thirds_last": layout, "one_fourth": layout, "one_fourth_last": layout, "three_fourth": layout, "three_fourth_last": layout,
	"three_fourths": layout, "one_fifth": layout, "one_fifth_last": layout, "two_fifth": layout, "three_fifth": layout, "four_fifth": layout,
	"one_sixth": layout, "five_sixth": layout, "one_full": layout, "full_width": layout, "fullwidth": layout, "half": layout, "third": layout, "fourth": layout,
	"button": button, "btn": button, "cta": titled, "callout": titled, "call_to_action": titled, "alert": layout, "notice": layout, "info": layout,
	"highlight": inline, "dropcap": inline, "tooltip": inline, "lightbox": inline, "icon": inline, "label": inline, "badge": inline, "lead": layout,
	"list": layout, "ul": layout, "lists": layout, "member": titled, "divider": nothing, "separator": nothing, "spacer": nothing, "clear": nothing, "clearfix": nothing, "space": nothing, "hr": "\n\n<hr />\n\n", "gap": nothing, "br": "<br />",
	"quote": "\n\n<blockquote>\n\n{content}\n\n[<p><cite>{cite|author|name}</cite></p>]</blockquote>\n\n", "blockquote": "\n\n<blockquote>\n\n{content}\n\n[<p><cite>{cite|author|name}</cite></p>]</blockquote>\n\n",
	"pullquote": layout, "testimonial": quotation,
	"heading": "\n\n<{tag|size|level|=h2:heading}>{content|title|text}</{tag|size|level|=h2:heading}>\n\n",
	"image":   "\n\n<figure>{id|src|url|image|content:image}[<figcaption>{caption}</figcaption>]</figure>\n\n",
	"youtube": "\n\n{url|src|id|v|video|0|content:youtube}\n\n", "vimeo": "\n\n{url|src|id|video|0|content:vimeo}\n\n", "youtube_sc": film, "table": "\n\n{id:tablepress}\n\n", "tablepress": "\n\n{id:tablepress}\n\n",
	"slideshare": "\n\n[<figure>{url:embed}</figure>][<figure><a href=\"https://www.slideshare.net/slideshow/embed_code/{id:number}\">https://www.slideshare.net/slideshow/embed_code/{id:number}</a></figure>]\n\n",
	"scribd":     "\n\n[<figure>{url:embed}</figure>][<figure><a href=\"https://www.scribd.com/document/{id:number}\">https://www.scribd.com/document/{id:number}</a></figure>]\n\n",
	"issuu":      "\n\n[<figure>{url|0 -> title}</figure>]{content}\n\n", "ted": film, "gist": "\n\n<p>{url|0|content -> title}</p>\n\n", "googleapps": film,
	"dailymotion": film, "soundcloud": film, "wpvideo": film, "videojs": film, "fvplayer": film,
	"elementor-template": "\n\n{id:template}\n\n", "siteorigin_widget": "\n\n{content:siteorigin}\n\n",
	"iframe": film, "advanced_iframe": film, "code": inline,
	"mla_gallery": "\n\n{ids:images}\n\n", "nggallery": dynamic, "ngg": dynamic, "foogallery": dynamic,
}

// documentShortcodes show a file of the media library, or offer it for download.
var documentShortcodes = map[string]string{
	"pdf-embedder": document, "pdf_embedder": document, "pdfjs-viewer": document, "pdfviewer": document, "pdf-viewer": document, "pdf_viewer": document,
	"pdf": document, "embed-pdf": document, "embedpdf": document, "embed_pdf": document, "pdf_embed": document, "wonderplugin_pdf": document, "pdfp": document, "pdf_attachment": document,
	"embeddoc": document, "embed_document": document, "gview": document, "gdoc": document, "google-drive-embed": document, "document": document, "doc": document, "docs": document,
	"3d-flip-book": document, "flipbook": document, "dflip": document, "dearpdf": document, "dearflip": document, "real3dflipbook": document,
	"wp-pdf": document, "wppdf": document, "ppt": document, "slideshare_embed": document, "embedpress_pdf": document, "embedpress": film, "flowpaper": document, "ddownload": document, "wpdm_direct_link": document,
	"drive": document, "gdrive": document, "googledrive": document, "pdf_light_viewer": document, "pdf-light-viewer": document, "pdfjs": document, "pdf-js": document, "document-viewer": document, "e2pdf-view": document,
	"wpdm_package": document, "wpdm_file": document, "wpdm-package": document, "wpdm_hotlink": document, "download": document, "download_link": document,
	"download_button": document, "dlm_download": document, "sdm_download": document, "sdm-download": document,
	"easy_media_download": document, "file_download": document, "wpfd_single_file": document, "wpfilebase": document, "wpfd_file": document,
	"wpdm_all_packages": dynamic, "wpdm_category": dynamic, "wpdm_packages": dynamic, "downloads": dynamic, "wpfd_category": dynamic, "fileaway": dynamic, "doc_library": dynamic,
	"document_gallery": "\n\n{ids|include:files}\n\n", "dg": "\n\n{ids|include:files}\n\n",
}

// dynamicShortcodes show what depends on the visitor, a form or a query.
var dynamicShortcodes = tableOf(dynamic, `download_data downloads_by_id table-info contact-form-7 contact-form contact-field contact_form gravityform gravityforms wpforms ninja_form ninja_forms formidable
	formidable-form caldera_form forminator_form fluentform everest_form quform si-contact-form mc4wp_form mailpoet_form newsletter newsletter_form newsletter_signup
	newsletter_signup_form mailchimpsf_form mailchimp subscribe2 jetpack_subscription_form blog_subscription_form constantcontactapi weforms happyforms ws_form hubspot activecampaign
	ai1ec ai1ec_events tribe_events tribe_event_inline tribe_mini_calendar events_list event events events_calendar em_events calendar eo_events eo_calendar google_calendar
	my_calendar my_calendar_upcoming ecs-list-events rev_slider rev_slider_vc layerslider ml-slider metaslider smartslider3 masterslider sliderpro soliloquy slider slideshow
	nivoslider posts_slider recent_posts recent-posts latest_posts latestposts display-posts display_posts posts post_list list-posts catlist related_posts related wp-rss-aggregator rss feedzy-rss
	sitemap wp_sitemap_page simple-sitemap html_sitemap pagelist subpages siblings childpages child_pages list_pages wp_list_pages page_list tag_cloud tagcloud categories archives archive
	menu login login_form loginform wp_login_form register registration ultimatemember bbp-forum-index bbp-topic-index bbp-single-forum bbp-login buddypress members_list
	woocommerce_cart woocommerce_checkout woocommerce_my_account woocommerce_order_tracking products product recent_products featured_products product_category product_page
	add_to_cart shop_messages edd_downloads purchase_link download_checkout download_cart donation_form give_form give_receipt charitable_campaigns paypal wp_paypal stripe
	poll polls yop_poll wp-polls totalpoll qsm quiz survey crowdsignal googlemap google_map gmap gmaps googlemaps map wpgmza mapsmarker leaflet-map leaflet-marker osm_map mappress interactive_map visualizer
	addtoany social_share shareaholic sharethis addthis ssba ssbp social-share tweet_button facebook_like like_box instagram-feed custom-twitter-feeds custom-facebook-feed twitter-timeline
	widget sidebar do_widget dynamic-sidebar search searchform search_form searchandfilter facetwp gtranslate google-translator google_translate wpml_language_selector polylang
	countdown counter popup popup_trigger adrotate ads adsense quads bannerize wpadcenter acf user current_user username logout userinfo get_header template php insert_php xyz-ips
	insert reusable block static_block ess_grid the_grid portfolio team-members team_members staff testimonials testimonial_view wpdatatable wpdatachart csv ninja_tables
	bookly timetable booking bookingcalendar amelia wpbs jobs job_listings vacancies wpbb comments comment_form lwptoc toc ez-toc table_of_contents no_toc print-me printfriendly pfb
	blog ux_banner ux_products wp_social_reviews latest_tweets wpseo_breadcrumb breadcrumb breadcrumbs`)
