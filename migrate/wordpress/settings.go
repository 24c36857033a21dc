package wordpress

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// settings are options that hold arrays, serialized or as JSON: plugins keep all they are told in a few of them. Each is
// decoded when it is first asked for.
type settings struct {
	mutex   sync.Mutex
	decoded map[string]any
}

// Setting returns one value out of an option that holds an array, by the names on the way to it: a text, a number, a bool,
// or a list of such. It is nil where there is none, and where the option cannot be read. Without names it is whether the
// option holds an array at all.
func (v *View) Setting(option string, path ...string) any {
	value := v.site.setting(option)
	for _, name := range path {
		value = under(value, name)
	}
	switch value.(type) {
	case Object, map[string]any:
		value = true
	}
	v.note("Setting", 0, strings.Join(append([]string{option}, path...), "\x00"), fmt.Sprintf("%#v", value))
	return value
}

func (s *Site) setting(option string) any {
	stored := s.options[option]
	if stored == "" {
		return nil
	}
	s.settings.mutex.Lock()
	defer s.settings.mutex.Unlock()
	value, known := s.settings.decoded[option]
	if !known {
		value = decodeSettings(stored)
		s.settings.decoded[option] = value
	}
	return value
}

// decodeSettings reads an array; nil where a text is none.
func decodeSettings(stored string) any {
	if strings.HasPrefix(strings.TrimSpace(stored), "{") {
		var object map[string]any
		if json.Unmarshal([]byte(stored), &object) != nil {
			return nil
		}
		return object
	}
	php, err := Unserialize(stored)
	if err != nil {
		return nil
	}
	return php.Value
}

// under is the value of a name in an array or a JSON object.
func under(value any, name string) any {
	switch value := value.(type) {
	case Object:
		return lookup(value, name)
	case map[string]any:
		return value[name]
	}
	return nil
}

// PluginActive reports whether the plugin that lives in a folder is switched on for this site. Known is false where the
// site does not say which plugins are.
func (v *View) PluginActive(folder string) (active, known bool) {
	active = slices.Contains(v.site.pluginFolders, folder)
	known = v.site.pluginFolders != nil
	v.note("PluginActive", 0, folder, active, known)
	return active, known
}

// pluginFolders are the folders of the plugins that are switched on, in the order in which WordPress loads them; nil where
// the option active_plugins is missing or damaged.
func pluginFolders(activePlugins string) []string {
	php, err := Unserialize(activePlugins)
	if err != nil {
		return nil
	}
	folders := []string{}
	add := func(file any) {
		folder, _, _ := strings.Cut(textOf(file), "/")
		folders = append(folders, folder)
	}
	switch files := php.Value.(type) {
	case []any:
		for _, file := range files {
			add(file)
		}
	case Object: // a plugin was switched off before others
		for _, file := range files {
			add(file.Value)
		}
	}
	return folders
}
