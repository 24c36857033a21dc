package survey

import (
	"strings"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// useOwnPictures takes into account the files that the site itself shows, wherever: its icon and its logo.
func (c *Collector) useOwnPictures() {
	theme, _ := c.site.Option("stylesheet")
	settings, _ := c.site.Option("theme_mods_" + theme)
	if php, err := wordpress.Unserialize(settings); err == nil {
		mods, _ := php.Value.(wordpress.Object)
		for _, m := range mods {
			if id, ok := m.Value.(int64); ok && m.Name == "custom_logo" {
				c.used[id] = true
			}
		}
	}
	for _, option := range []string{"site_icon", "site_logo"} {
		stored, _ := c.site.Option(option)
		c.useStored(stored)
	}
}

// useStored takes into account the files that a stored value names: by ID, by several IDs, by address.
func (c *Collector) useStored(stored string) {
	if c.useAddresses(stored) {
		return
	}
	for id := range strings.SplitSeq(stored, ",") {
		if id, ok := wordpress.ParseID(strings.TrimSpace(id)); ok {
			c.used[id] = true
		}
	}
}

// fileAddress is an address in a text, in HTML, or in data as PHP or JSON writes it.
var fileAddress = pattern.New(`https?://[^\s"'<>\\|]+`)

// useAddresses takes into account the files whose addresses stand in a stored value, and reports whether any address does.
func (c *Collector) useAddresses(stored string) bool {
	found := fileAddress.FindAllString(strings.ReplaceAll(stored, `\/`, "/"), -1)
	for _, address := range found {
		if a, ok := c.site.View().AttachmentByURL(address); ok {
			c.used[a.ID] = true
		}
	}
	return len(found) > 0
}

// useValue takes into account the files whose IDs stand in a value, or in data under names that speak of files.
func (c *Collector) useValue(value any) {
	switch v := value.(type) {
	case string:
		c.useStored(v)
	case int64:
		c.used[v] = true
	case []any:
		for _, element := range v {
			c.useValue(element)
		}
	case wordpress.Object:
		for _, member := range v {
			if speaksOf(member.Name, documentWords) || speaksOf(member.Name, pictureWords) || speaksOf(member.Name, idWords) {
				c.useValue(member.Value)
			}
		}
	}
}

// files sums up the media library. A file is of use where the body of a public post shows it or links to it, a field or
// a meta value of one names it, be it as cover, it hangs on one, or it is the icon or logo of the site.
func (c *Collector) files() Files {
	sum := Files{MediaTypes: map[string]int{}, Unused: []int64{}}
	for _, a := range c.site.Attachments() {
		sum.Attachments++
		media := a.MIMEType
		if media == "" {
			media = "unknown"
		}
		sum.MediaTypes[media]++
		if !c.used[a.ID] && !c.Wants(a.Parent) {
			sum.Unused = append(sum.Unused, a.ID)
		}
	}
	return sum
}
