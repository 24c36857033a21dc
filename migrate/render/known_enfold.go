package render

// enfold are the shortcodes of Enfold's Avia builder that show more than their content. Links stand in them as
// "manually,https://…" or "page,12".
var enfold = map[string]string{
	"av_section": layout, "av_layout_row": layout, "av_textblock": layout, "av_one_full": layout, "av_one_half": layout, "av_one_third": layout, "av_two_third": layout,
	"av_one_fourth": layout, "av_three_fourth": layout, "av_one_fifth": layout, "av_two_fifth": layout, "av_three_fifth": layout, "av_four_fifth": layout,
	"av_cell_one_full": layout, "av_cell_one_half": layout, "av_cell_one_third": layout, "av_cell_two_third": layout, "av_cell_one_fourth": layout,
	"av_cell_three_fourth": layout, "av_cell_one_fifth": layout, "av_cell_two_fifth": layout, "av_cell_three_fifth": layout, "av_cell_four_fifth": layout,
	"av_toggle_container": layout, "av_toggle": section, "av_tab_container": layout, "av_tab": section, "av_tab_section": layout, "av_tab_sub_section": "\n\n[<p><strong>{tab_title}</strong></p>\n\n]{content}\n\n",
	"av_heading": "\n\n<{tag|=h3:heading}>{link -> heading}</{tag|=h3:heading}>\n\n{content}\n\n",
	"av_button":  " {link -> label} ", "av_button_big": "\n\n{link -> label}\n\n{content}\n\n", "av_buttonrow": layout, "av_buttonrow_item": " {link -> label} ",
	"av_image":              "\n\n<figure>{attachment|src:image}[<figcaption>{content}</figcaption>]</figure>\n\n",
	"av_icon_box":           "\n\n[<h3>{link -> title}</h3>]\n\n{content}\n\n",
	"av_iconlist":           layout,
	"av_promobox":           "\n\n{content}\n\n{link -> label}\n\n",
	"av_testimonials":       layout,
	"av_testimonial_single": "\n\n<blockquote>\n\n{content}\n\n[<p>{link -> name}</p>][<p>{subtitle}</p>]</blockquote>\n\n",
	"av_iconlist_item":      "\n\n[<h4>{link -> title}</h4>]\n\n{content}\n\n",
	"av_table":              "\n\n<table>[<caption>{caption}</caption>]{content}</table>\n\n", "av_row": "<tr>{content}</tr>", "av_cell": "<td>{content}</td>",
	"av_hr": nothing, "av_font_icon": nothing, "av_codeblock": layout, "av_notification": titled, "av_dropcap1": inline, "av_dropcap2": inline,
	"av_gallery": "\n\n{ids:images}\n\n", "av_masonry_gallery": "\n\n{ids:images}\n\n", "av_horizontal_gallery": "\n\n{ids:images}\n\n", "av_video": film, "av_player": film,
	"av_slideshow": layout, "av_slideshow_full": layout, "av_fullscreen": layout, "av_slide": "\n\n[<figure>{id|video:image}</figure>][<h2>{title}</h2>]\n\n{content}\n\n",
	"av_slide_full": "\n\n[<figure>{id|video:image}</figure>][<h2>{title}</h2>]\n\n{content}\n\n{link1 -> button_label}\n\n", "av_content_slider": layout, "av_content_slide": titled,
	"av_team_member": "\n\n[<figure>{attachment|src:image}</figure>][<h3>{name}</h3>][<p>{job}</p>][<p>{description}</p>]\n\n{content}\n\n", "av_team_icon": nothing,
	"av_catalogue": layout, "av_catalogue_item": "\n\n[<p>{link -> title} {price}</p>]\n\n{content}\n\n", "av_progress": layout, "av_progress_bar": "[<p>{title} {progress} %</p>]",
	"av_animated_numbers": "\n\n[<p>{number}</p>]\n\n{content}\n\n", "av_headline_rotator": "\n\n[<p>{before_rotating}</p>]\n\n{content}\n\n[<p>{after_rotating}</p>]", "av_rotator_item": "<p>{title}</p>",
	"av_timeline": layout, "av_timeline_item": "\n\n[<p>{date}</p>][<h3>{link -> title}</h3>]\n\n{content}\n\n", "av_magazine": dynamic, "av_blog": dynamic, "av_postslider": dynamic, "av_masonry_entries": dynamic,
	"av_portfolio": dynamic, "av_contact": dynamic, "av_contact_field": nothing, "av_sidebar": dynamic, "av_google_map": dynamic, "av_gmap_location": nothing, "av_mailchimp": dynamic,
	"av_mailchimp_field": nothing, "av_social_share": dynamic, "av_comments_list": dynamic, "av_partner": layout, "av_partner_logo": "\n\n[<figure>{id:image}</figure>]\n\n", "av_productgrid": dynamic,
	"av_search": dynamic, "av_submenu": dynamic, "av_submenu_item": nothing, "av_upcoming_events": dynamic, "av_layerslider": dynamic, "av_revolutionslider": dynamic, "av_countdown": dynamic,
}

// cornerstone are the shortcodes of X, Pro and Cornerstone that show more than their content.
var cornerstone = map[string]string{
	"cs_content": layout, "cs_section": layout, "cs_row": layout, "cs_column": layout, "cs_text": layout, "cs_content_seo": layout, "cs_alert": layout, "cs_responsive_text": nothing, "cs_gap": nothing,
	"x_section": layout, "x_row": layout, "x_column": layout, "x_content_band": layout, "x_container": layout, "x_text": layout, "x_accordion": layout, "x_tabs": layout, "x_tab_nav": nothing, "x_tab_nav_item": nothing,
	"x_accordion_item": section, "x_tab": section, "x_toggle": section, "x_alert": "\n\n[<p><strong>{heading}</strong></p>\n\n]{content}\n\n", "x_gap": nothing, "x_clear": nothing, "x_line": "\n\n<hr />\n\n", "x_icon": inline, "x_icon_list": "\n\n<ul>{content}</ul>\n\n",
	"x_icon_list_item": "<li>{content}</li>", "x_highlight": inline, "x_dropcap": inline, "x_columnize": layout, "x_visibility": layout, "x_raw_content": layout, "x_raw_output": layout,
	"x_button":     " {href|link|url -> content|text|title} ",
	"x_blockquote": "\n\n<blockquote>\n\n{content}\n\n[<p><cite>{cite}</cite></p>]</blockquote>\n\n", "x_pullquote": "\n\n<blockquote>\n\n{content}\n\n[<p><cite>{cite}</cite></p>]</blockquote>\n\n",
	"x_custom_headline":  "\n\n<{level|=h2:heading}>{content}</{level|=h2:heading}>\n\n",
	"x_feature_headline": "\n\n<{level|=h2:heading}>{content}</{level|=h2:heading}>\n\n",
	"x_image":            "\n\n[<figure>{src:image}</figure>]\n\n",
	"x_prompt":           "\n\n[<h2>{title}</h2>][<p>{message}</p>]\n\n{content}\n\n{href -> button_text}\n\n", "x_callout": "\n\n[<h2>{title}</h2>][<p>{message}</p>]\n\n{content}\n\n{href -> button_text}\n\n",
	"x_promo": "\n\n[<figure>{image:image}</figure>]\n\n{content}\n\n", "x_feature_box": "\n\n[<h4>{title}</h4>]\n\n{content}\n\n[<p>{href -> link_text}</p>]", "x_feature_list": layout, "x_counter": "\n\n[<p>{text_above}</p>][<p>{num_prefix}{num_end}{num_suffix}</p>][<p>{text_below}</p>]\n\n",
	"x_skill_bar": "\n\n[<p>{heading} {percent}</p>]\n\n", "x_card": "\n\n[<h4>{front_title}</h4>][<p>{front_text}</p>][<h4>{back_title}</h4>][<p>{back_text}</p>]{back_button_link -> back_button_text}\n\n", "x_slider": layout, "x_slide": layout, "x_video_embed": layout, "x_video_player": "\n\n{m4v|ogv|src:embed}\n\n",
	"x_audio_player": "\n\n{mp3|oga|src:embed}\n\n", "x_audio_embed": layout, "x_creative_cta": "\n\n{link -> text}\n\n", "x_pricing_table": layout, "x_pricing_table_column": "\n\n[<h2>{title}</h2>][<p>{currency}{price} {interval}</p>]\n\n{content}\n\n",
	"x_recent_posts": dynamic, "x_share": dynamic, "x_map_embed": dynamic, "x_google_map": dynamic, "x_google_map_marker": nothing, "x_search": dynamic, "x_widget_area": dynamic, "x_table_of_contents": dynamic, "x_table_of_contents_item": nothing, "x_protect": secret, "x_author": dynamic,
}
