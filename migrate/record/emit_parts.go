package record

func emitPerson(f fields, p *Person) {
	f.text("name", p.Name)
	f.text("given", p.Given)
	f.text("family", p.Family)
	f.text("role", p.Role)
	f.text("affiliation", p.Affiliation)
	f.text("orcid", p.ORCID)
}

func emitTerm(f fields, t *Term) {
	f.text("slug", t.Slug)
	f.text("name", t.Name)
	if len(t.Path) > 0 {
		f.key("path")
		f.inline(t.Path)
	}
}

func emitDownload(f fields, d *Download) {
	f.text("title", d.Title)
	f.text("url", d.URL)
	f.text("language", d.Language)
	f.text("media_type", d.MediaType)
	f.integer("bytes", d.Bytes)
	f.integer("attachment_id", d.AttachmentID)
}

func emitEdition(f fields, e *Edition) {
	f.text("title", e.Title)
	f.text("language", e.Language)
	f.texts("publishers", e.Publishers)
	f.text("issued", e.Issued)
	rows(f, "downloads", e.Downloads, emitDownload)
}

// empty reports whether nothing is known of the picture.
func (i *Image) empty() bool {
	return none(i.URL, i.Alt) && i.Width == 0 && i.Height == 0 && i.AttachmentID == 0
}

func emitEvent(f fields, e *Event) {
	f.text("start", e.Start)
	f.text("end", e.End)
	f.key("all_day")
	f.boolean(e.AllDay)
	f.text("timezone", e.Timezone)
	f.texts("recurrence", e.Recurrence)
	f.texts("exceptions", e.Exceptions)
	f.texts("instances", e.Instances)
	f.text("venue", e.Venue)
	f.text("address", e.Address)
	f.number("latitude", e.Latitude)
	f.number("longitude", e.Longitude)
	f.text("organizer", e.Organizer)
	f.text("url", e.URL)
	f.text("cost", e.Cost)
	f.text("status", e.Status)
}

// empty reports whether nothing is known of the event.
func (e *Event) empty() bool {
	return none(e.Start, e.End, e.Timezone, e.Venue, e.Address, e.Organizer, e.URL, e.Cost, e.Status) && len(e.Recurrence) == 0 && len(e.Exceptions) == 0 &&
		len(e.Instances) == 0 && (e.Latitude == nil || !finite(*e.Latitude)) && (e.Longitude == nil || !finite(*e.Longitude))
}

func emitOrigin(f fields, o *Origin) {
	f.text("site", o.Site)
	f.integer("post_id", o.PostID)
	f.text("post_type", o.PostType)
	f.text("status", o.Status)
	f.text("slug", o.Slug)
	f.text("permalink", o.Permalink)
	f.text("guid", o.GUID)
	f.text("author", o.Author)
	f.integer("parent_id", o.ParentID)
	f.key("menu_order")
	f.emitter.integer(o.MenuOrder)
	f.texts("old_slugs", o.OldSlugs)
}

func (o *Origin) empty() bool {
	return none(o.Site, o.PostType, o.Permalink) && o.PostID == 0
}

func emitFinding(f fields, d *Finding) {
	f.text("code", d.Code)
	f.text("field", d.Field)
	f.text("value", d.Value)
	if d.Confidence != 0 && finite(d.Confidence) {
		f.key("confidence")
		f.emitter.number(d.Confidence)
	}
	f.text("detail", d.Detail)
}
