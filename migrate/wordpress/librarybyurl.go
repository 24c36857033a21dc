package wordpress

import "strings"

// LibraryByURL finds the post of a plugin for downloads whose files a URL delivers: ?wpdmdl=12 of WordPress Download Manager,
// /download/12/ of Download Monitor, ?sdm_process_download=1&download_id=12 of Simple Download Monitor. Ok reports whether the URL is
// such an address of this site that names its post by ID; id is 0 where nothing public is there.
func (v *View) LibraryByURL(url string) (id int64, ok bool) {
	id, ok = v.site.libraryByURL(url)
	v.note("LibraryByURL", 0, url, id, ok)
	return id, ok
}

func (s *Site) libraryByURL(raw string) (int64, bool) {
	p, valid := placeOf(raw)
	if !valid {
		return 0, false
	}
	path, own := s.ownPath(p)
	if !own {
		return 0, false
	}
	for _, form := range []struct{ parameter, beside, postType string }{
		{"wpdmdl", "", "wpdmpro"}, {"download_id", "sdm_process_download", "sdm_downloads"}, {"download_id", "smd_process_download", "sdm_downloads"},
		{"ddownload", "", "dedo_download"}, {s.endpoint(), "", "dlm_download"},
	} {
		if value := p.query.Get(form.parameter); value != "" && (form.beside == "" || p.query.Has(form.beside)) && s.hasType(form.postType) {
			return s.libraryNamed(value, form.postType), digits(value)
		}
	}
	if key := pathKey(path); strings.HasSuffix(key, "plugins/download-monitor/download.php") {
		return s.libraryNamed(p.query.Get("id"), "dlm_download"), s.hasType("dlm_download")
	} else if value, below := strings.CutPrefix(key, pathKey(s.endpoint())+"/"); below && !strings.Contains(value, "/") && s.hasType("dlm_download") {
		id := s.libraryNamed(value, "dlm_download")
		return id, id != 0 || digits(value)
	}
	return 0, false
}

// endpoint is what the addresses of Download Monitor begin with.
func (s *Site) endpoint() string {
	if chosen := strings.Trim(s.options["dlm_download_endpoint"], "/ "); chosen != "" {
		return chosen
	}
	return "download"
}

func (s *Site) hasType(postType string) bool {
	_, seen := s.types[postType]
	return seen
}

// libraryNamed finds a public post of a type by its ID or slug.
func (s *Site) libraryNamed(value, postType string) int64 {
	if id := number(value); id > 0 {
		if e, ok := s.Entry(id); ok && e.Type == postType && s.Public(e) {
			return id
		}
		return 0
	}
	s.links.once.Do(func() { s.links.build(s) })
	posts, _ := s.under(s.links.slugs, pathKey(value), func(e *Entry) bool { return e.Type == postType && sameSlug(e, pathKey(value)) })
	return onlyOne(posts)
}
