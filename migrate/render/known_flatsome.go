package render

// flatsome are the shortcodes of Flatsome's UX Builder that show more than their content, and are not those of other
// themes.
var flatsome = map[string]string{
	"ux_text": layout, "ux_html": layout, "ux_stack": layout, "ux_slider": layout, "ux_banner": layout, "ux_banner_grid": layout, "ux_hotspot": "\n\n[<p>{link -> text}</p>]\n\n",
	"text_box": layout, "message_box": layout, "row_inner": layout, "col_inner": layout, "section_inner": layout, "col_grid": layout, "tab_inner": section, "accordion-item": section,
	"title": "\n\n[<{tag_name|=h3:heading}>{link -> text} {sub_text}</{tag_name|=h3:heading}>]\n\n", "ux_image": picture, "ux_gallery": "\n\n{ids:images}\n\n", "ux_video": film,
	"ux_image_box": "\n\n[<figure>{img:image}</figure>]\n\n{content}\n\n", "featured_box": "\n\n[<figure>{img:image}</figure>][<p><strong>{link -> title}</strong></p>][<p>{title_small}</p>]\n\n{content}\n\n",
	"team_member":  "\n\n[<figure>{img|image|photo:image}</figure>][<h4>{link -> name}</h4>][<p>{title|position|role|job}</p>]\n\n{content}\n\n",
	"ux_countdown": dynamic, "ux_pages": dynamic, "ux_portfolio": dynamic, "blog_posts": dynamic, "ux_instagram_feed": dynamic, "ux_menu": dynamic, "ux_menu_link": " {link -> text} ",
	"ux_price_table": "\n\n[<h3>{title}</h3>][<p>{price}</p>][<p>{description}</p>]\n\n{content}\n\n", "bullet_item": "\n\n[<p>{text}</p>]\n\n",
	"follow": nothing, "share": nothing, "scroll_to": nothing, "logo": "\n\n[<figure>{img:image}</figure>]\n\n", "featured_items_grid": dynamic, "ux_sidebar": dynamic, "ux_nav": dynamic,
}
