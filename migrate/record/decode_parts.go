package record

// record takes the members of a record but the first, which is its schema.
func (d *decoder) record(members Object, r *Record) {
	d.object(members, slots{
		"id": d.text(&r.ID), "kind": d.text(&r.Kind), "type": d.text(&r.Type), "title": d.text(&r.Title), "subtitle": d.text(&r.Subtitle),
		"slug": d.text(&r.Slug), "status": d.text(&r.Status), "language": d.text(&r.Language), "issued": d.text(&r.Issued),
		"posted": d.text(&r.Posted), "modified": d.text(&r.Modified),
		"authors":    rowsOf(d, &r.Authors, d.person),
		"publishers": d.texts(&r.Publishers),
		"series": func(v any) {
			d.object(v, slots{"title": d.text(&r.Series.Title), "number": d.text(&r.Series.Number)})
		},
		"identifiers": d.any(&r.Identifiers),
		"summary":     d.text(&r.Summary),
		"subjects":    d.texts(&r.Subjects),
		"regions":     d.texts(&r.Regions),
		"terms":       func(v any) { d.terms(v, &r.Terms) },
		"downloads":   rowsOf(d, &r.Downloads, d.download),
		"editions":    rowsOf(d, &r.Editions, d.edition),
		"cover": func(v any) {
			d.object(v, slots{"url": d.text(&r.Cover.URL), "alt": d.text(&r.Cover.Alt), "width": d.int(&r.Cover.Width), "height": d.int(&r.Cover.Height), "attachment_id": d.integer(&r.Cover.AttachmentID)})
		},
		"event": func(v any) { d.event(v, &r.Event) },
		"body": func(v any) {
			d.object(v, slots{"html": d.text(&r.Body.HTML), "markdown": d.text(&r.Body.Markdown), "text": d.text(&r.Body.Text)})
		},
		"fields":       d.any(&r.Fields),
		"translations": rowsOf(d, &r.Translations, func(t *Translation) slots { return slots{"id": d.text(&t.ID), "language": d.text(&t.Language)} }),
		"relations": rowsOf(d, &r.Relations, func(l *Relation) slots {
			return slots{"type": d.text(&l.Type), "id": d.text(&l.ID), "url": d.text(&l.URL), "title": d.text(&l.Title)}
		}),
		"source": func(v any) { d.origin(v, &r.Source) },
		"losses": rowsOf(d, &r.Losses, func(l *Loss) slots {
			return slots{"code": d.text(&l.Code), "detail": d.text(&l.Detail), "count": d.int(&l.Count)}
		}),
		"findings": rowsOf(d, &r.Findings, func(f *Finding) slots {
			return slots{"code": d.text(&f.Code), "field": d.text(&f.Field), "value": d.text(&f.Value), "confidence": d.number(&f.Confidence), "detail": d.text(&f.Detail)}
		}),
	})
}

func (d *decoder) person(p *Person) slots {
	return slots{"name": d.text(&p.Name), "given": d.text(&p.Given), "family": d.text(&p.Family), "role": d.text(&p.Role),
		"affiliation": d.text(&p.Affiliation), "orcid": d.text(&p.ORCID)}
}

func (d *decoder) terms(v any, to *[]Taxonomy) {
	taxonomies, ok := v.(Object)
	if !ok {
		d.fail("an object", v)
	}
	for _, m := range taxonomies {
		t := Taxonomy{Name: m.Name}
		rowsOf(d, &t.Terms, func(one *Term) slots {
			return slots{"slug": d.text(&one.Slug), "name": d.text(&one.Name), "path": d.texts(&one.Path)}
		})(m.Value)
		*to = append(*to, t)
	}
}

func (d *decoder) download(f *Download) slots {
	return slots{"title": d.text(&f.Title), "url": d.text(&f.URL), "language": d.text(&f.Language), "media_type": d.text(&f.MediaType),
		"bytes": d.integer(&f.Bytes), "attachment_id": d.integer(&f.AttachmentID)}
}

func (d *decoder) edition(e *Edition) slots {
	return slots{"title": d.text(&e.Title), "language": d.text(&e.Language), "publishers": d.texts(&e.Publishers), "issued": d.text(&e.Issued),
		"downloads": rowsOf(d, &e.Downloads, d.download)}
}

func (d *decoder) event(v any, e *Event) {
	d.object(v, slots{"start": d.text(&e.Start), "end": d.text(&e.End), "all_day": d.boolean(&e.AllDay), "timezone": d.text(&e.Timezone),
		"recurrence": d.texts(&e.Recurrence), "exceptions": d.texts(&e.Exceptions), "instances": d.texts(&e.Instances),
		"venue": d.text(&e.Venue), "address": d.text(&e.Address), "latitude": d.optional(&e.Latitude), "longitude": d.optional(&e.Longitude),
		"organizer": d.text(&e.Organizer), "url": d.text(&e.URL), "cost": d.text(&e.Cost), "status": d.text(&e.Status)})
}

func (d *decoder) origin(v any, o *Origin) {
	d.object(v, slots{"site": d.text(&o.Site), "post_id": d.integer(&o.PostID), "post_type": d.text(&o.PostType), "status": d.text(&o.Status),
		"slug": d.text(&o.Slug), "permalink": d.text(&o.Permalink), "guid": d.text(&o.GUID), "author": d.text(&o.Author),
		"parent_id": d.integer(&o.ParentID), "menu_order": d.integer(&o.MenuOrder), "old_slugs": d.texts(&o.OldSlugs)})
}
