package wordpress

import (
	"strings"
)

// structure is the option permalink_structure, taken apart as WordPress does.
type structure struct {
	text  string // "/%year%/%monthnum%/%postname%/"; empty: plain links
	front string // what stands before the first tag: "/", "/blog/"
	root  string // "index.php/" where links go through index.php
	slash bool   // links end with a slash

	slugs map[string]string // of the addresses of plugins' types, as the site's owner chose them
}

func newStructure(text string) structure {
	w := structure{text: text, slash: strings.HasSuffix(text, "/")}
	if i := strings.IndexByte(text, '%'); i > 0 {
		w.front = text[:i]
	}
	if strings.HasPrefix(strings.TrimLeft(text, "/"), "index.php") {
		w.root = "index.php/"
	}
	return w
}

// pretty reports whether links are made of names.
func (w structure) pretty() bool { return w.text != "" }

// end ends a link with a slash, or with none.
func (w structure) end(link string) string {
	link = strings.TrimRight(link, "/\\")
	if w.slash {
		return link + "/"
	}
	return link
}

// base is what the paths of a type or taxonomy with this rewrite slug begin with: "blog/library/".
func (w structure) base(slug string, withFront bool) string {
	start := w.root
	if withFront {
		start = w.front
	}
	return strings.Trim(start+slug, "/") + "/"
}

// rule is how the posts of a type are addressed, as the stored rewrite rules tell.
type rule struct {
	base         string // "library/"; a taxonomy's place is "%name%"
	hierarchical bool
}

// readRules finds, in the option rewrite_rules, the rules that lead to one post of a type, by the type's query
// variable. The option is a map of regular expressions to queries, such as
//
//	library/([^/]+)(?:/([0-9]+))?/?$ => index.php?publication=$matches[1]&page=$matches[2]
//
// and WordPress writes it whenever types are registered by code that the database does not know.
func readRules(option string) map[string]rule {
	stored, err := Unserialize(option)
	if err != nil {
		return nil
	}
	pairs, _ := stored.Value.(Object)
	rules := map[string]rule{}
	for _, pair := range pairs {
		query, _ := pair.Value.(string)
		names := ruleNames(query)
		if len(names) == 0 {
			continue
		}
		name := names[len(names)-1]
		if _, known := rules[name]; known {
			continue
		}
		if found, ok := readRule(pair.Name, names); ok {
			rules[name] = found
		}
	}
	return rules
}

// ruleNames returns the query variables that a rule fills with what it matched, for rules that lead to one post: one
// variable, or a taxonomy's and the type's.
func ruleNames(query string) []string {
	query, found := strings.CutPrefix(query, "index.php?")
	if !found {
		return nil
	}
	if typed, found := strings.CutPrefix(query, "post_type="); found { // of a type without a query variable
		name, rest, _ := strings.Cut(typed, "&")
		_, match, _ := strings.Cut(rest, "=")
		query = name + "=" + match
	}
	var names []string
	for i, part := range strings.Split(query, "&") {
		name, match, _ := strings.Cut(part, "=")
		if match != "$matches["+string(rune('1'+i))+"]" || i > 2 {
			return nil
		}
		if name == "page" && i > 0 {
			break
		}
		names = append(names, name)
	}
	if len(names) > 2 {
		return nil
	}
	return names
}

// readRule reads the regular expression of a rule.
func readRule(pattern string, names []string) (rule, bool) {
	for _, end := range []string{"(?:/([0-9]+))?/?$", "(/[0-9]+)?/?$", "/?$"} {
		if before, found := strings.CutSuffix(pattern, end); found {
			pattern = before
			break
		}
	}
	var r rule
	if before, found := strings.CutSuffix(pattern, "([^/]+)"); found {
		r.base = before
	} else if before, found := strings.CutSuffix(pattern, "(.+?)"); found {
		r = rule{before, true}
	} else {
		return r, false
	}
	if len(names) == 2 {
		for _, taxonomy := range []string{"(.+?)/", "([^/]+)/"} {
			if before, found := strings.CutSuffix(r.base, taxonomy); found {
				r.base = before + "%" + names[0] + "%/"
				break
			}
		}
	}
	if r.base != "" && !strings.HasSuffix(r.base, "/") || strings.ContainsAny(r.base, "([{?*+^$|\\") {
		return r, false
	}
	return r, true
}
