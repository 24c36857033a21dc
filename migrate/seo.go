package migrate

import (
	"wp2pub/mapping"
	"wp2pub/migrate/facts/seo"
)

// seoNames are what the page of a post tells search engines and social networks.
var seoNames = map[string]name{
	"seo": plain(mapping.TypeAny, "title, description, canonical, image, noindex and nofollow that the site's SEO plugin gives the page", (*item).seo),
}

func (it *item) seo() mapping.Value {
	post := *it.post
	post.Content = it.public()
	head, ok := seo.Of(&post, it.view)
	if !ok {
		return nil
	}
	var object mapping.Object
	add := func(name string, value mapping.Value) {
		if value != nil && value != false {
			object = append(object, mapping.Object{{Name: name, Value: value}}...)
		}
	}
	add("title", filled(it.text("seo.title", head.Title)))
	add("description", filled(it.text("seo.description", head.Description)))
	add("canonical", filled(head.Canonical))
	if head.Image.URL != "" {
		image := mapping.Object{{Name: "url", Value: head.Image.URL}}
		if head.Image.AttachmentID != 0 {
			image = append(image, mapping.Object{{Name: "attachment_id", Value: head.Image.AttachmentID}}...)
		}
		add("image", image)
	}
	add("noindex", head.NoIndex)
	add("nofollow", head.NoFollow)
	if object == nil {
		return nil
	}
	return object
}
