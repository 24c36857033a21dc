package mapping

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Version is the version of the language.
const Version = "1"

// Parse reads a mapping, with the files that it includes. The error is of type Errors and holds all mistakes, by
// position; file is the name that they give the mapping.
func Parse(file string, data []byte, v Vocabulary) (*Mapping, error) {
	p := newParser(file, &v)
	m := p.mapping(p.document(data), builtin(v))
	unseen := p.settleDoubts()
	if len(p.errs) > 0 {
		return nil, p.errs.sorted(file)
	}
	m.unseen = unseen
	return m, nil
}

// draft is a mapping while it is read. What refers to other parts of the file waits until all is read.
type draft struct {
	site       string
	statuses   []string
	unmapped   Policy
	path       PathPattern
	personal   PersonalData
	exclude    []entry
	shortcodes []shortcodeRule
	defaults   []field
	kinds      []*kindDraft
}

// mapping reads a whole mapping; base is the built-in one, whose defaults it inherits (nil: it is itself that).
func (p *parser) mapping(tree *yaml.Node, base *base) *Mapping {
	d := draft{statuses: []string{"publish"}, unmapped: Report, personal: KeepPersonalData}
	if tree == nil {
		if len(p.errs) == 0 {
			p.fail(&yaml.Node{}, "the mapping is empty", "version: 1, records: …", "")
		}
		return nil
	}
	tree = p.included(tree)
	records := (*yaml.Node)(nil)
	defaults := (*yaml.Node)(nil)
	isMap := p.keys(tree, "a mapping: version, include, site, statuses, unmapped, path, personal_data, shortcodes, lists, tables, defaults, records, exclude",
		key{"version", p.version},
		key{"include", func(*yaml.Node) {}}, // done
		key{"site", func(n *yaml.Node) { d.site = p.site(n) }},
		key{"statuses", func(n *yaml.Node) { d.statuses = p.statuses(n) }},
		key{"unmapped", func(n *yaml.Node) { d.unmapped = p.policy(n) }},
		key{"path", func(n *yaml.Node) { d.path = p.path(n) }},
		key{"personal_data", func(n *yaml.Node) { d.personal = p.personalData(n) }},
		key{"shortcodes", func(n *yaml.Node) { d.shortcodes = p.shortcodes(n) }},
		key{"lists", p.ownLists},
		key{"tables", p.ownTables},
		key{"defaults", func(n *yaml.Node) { defaults = n }},
		key{"records", func(n *yaml.Node) { records = n }},
		key{"exclude", func(n *yaml.Node) { d.exclude = p.entries(n, true) }},
	)
	if !isMap {
		return nil
	}
	if defaults != nil { // lists and tables are known now, wherever they stand
		d.defaults = p.fields(defaults, "defaults")
	}
	if records != nil {
		d.kinds = p.kinds(records)
	}
	m := p.settle(d, base, digestOf(tree))
	m.layout = p.layout(tree)
	return m
}

// layout sums up the places of a tree.
func (p *parser) layout(tree *yaml.Node) string {
	sum := sha256.New()
	var visit func(*yaml.Node)
	visit = func(n *yaml.Node) {
		fmt.Fprintln(sum, p.place(n))
		for _, child := range n.Content {
			visit(child)
		}
	}
	visit(tree)
	return hex.EncodeToString(sum.Sum(nil))
}

// settle makes the mapping of what was read, and of the built-in one what was not said.
func (p *parser) settle(d draft, base *base, digest string) *Mapping {
	defaults := d.defaults
	if base != nil {
		defaults = override(base.defaults, d.defaults)
		digest += base.digest
	}
	m := &Mapping{site: d.site, statuses: d.statuses, exclude: d.exclude, shortcodes: d.shortcodes, lists: p.lists, digest: digest}
	for _, k := range d.kinds {
		p.asOthers(k, d.kinds)
		m.kinds = append(m.kinds, p.settleKind(k, d, defaults, base))
	}
	if len(d.kinds) == 0 && base != nil {
		m.kinds = append(m.kinds, d.star(base, defaults))
	}
	slices.SortStableFunc(m.kinds, func(a, b kind) int { return rank(a) - rank(b) })
	m.own = len(m.kinds)
	if base != nil {
		m.spare = d.star(base, defaults)
		return m.WithUnmapped(d.unmapped)
	}
	return m
}

// star is the built-in kind "*" with what the mapping says of all kinds.
func (d draft) star(base *base, defaults []field) kind {
	k := base.star
	k.statuses, k.path, k.personal, k.fields = d.statuses, d.path, d.personal, override(defaults, base.starFields)
	return k
}

// rank orders the kinds as they are tried: "*" last.
func rank(k kind) int {
	if k.name == anyKind {
		return 1
	}
	return 0
}

// version reads the version of the language.
func (p *parser) version(n *yaml.Node) {
	if text, ok := p.text(n, "version: "+Version); ok && text != Version {
		p.fail(n, fmt.Sprintf("version %s of the language is not known to this program", shortened(text)), "version: "+Version, "")
	}
}

func (p *parser) site(n *yaml.Node) string {
	const what = "host and path of the site, such as icat.example.org"
	site, ok := p.text(n, what)
	if !ok {
		return ""
	}
	if plain := strings.Trim(strings.TrimPrefix(strings.TrimPrefix(site, "https://"), "http://"), "/"); plain != site && plain != "" {
		p.fail(n, "the site stands here as a URL", what, fmt.Sprintf("%q", plain))
	} else if strings.ContainsAny(site, " \t\r\n#?:") || plain == "" {
		p.fail(n, fmt.Sprintf("%q cannot begin the id of a record", shortened(site)), what, "")
	}
	return site
}

// knownStatuses are WordPress's own; plugins add others.
var knownStatuses = []string{"publish", "draft", "pending", "private", "future", "trash"}

func (p *parser) statuses(n *yaml.Node) []string {
	statuses := []string{}
	p.texts(n, "a list of statuses, such as [publish, draft]", func(n *yaml.Node, status string) {
		statuses = append(statuses, status)
		switch near, ok := Nearest(status, knownStatuses); {
		case slices.Contains(knownStatuses, status):
		case status == "auto-draft" || status == "inherit":
			p.fail(n, fmt.Sprintf("posts of status %s are no content", status), oneOf(knownStatuses)+", or one that a plugin defines", "")
		case ok:
			p.fail(n, fmt.Sprintf("unknown status %q", status), oneOf(knownStatuses)+", or one that a plugin defines", fmt.Sprintf("%q", near))
		}
	})
	return statuses
}

func (p *parser) policy(n *yaml.Node) Policy {
	word, ok := p.oneOf(n, "policy", string(Report), string(Take), string(Fail))
	if !ok {
		return Report
	}
	return Policy(word)
}

func (p *parser) personalData(n *yaml.Node) PersonalData {
	word, ok := p.oneOf(n, "policy", string(KeepPersonalData), string(MaskPersonalData), string(RejectPersonalData))
	if !ok {
		return KeepPersonalData
	}
	return PersonalData(word)
}

// ownLists reads the lists that the mapping gives names to, for only and except.
func (p *parser) ownLists(n *yaml.Node) {
	p.lists = map[string][]string{}
	p.each(n, "a map of lists, each under its name", func(name, value *yaml.Node) {
		list := []string{}
		p.texts(value, "a list of texts", func(_ *yaml.Node, text string) { list = append(list, fold(text)) })
		p.lists[name.Value] = list
	})
}

// ownTables reads the tables that the mapping gives names to, for map.
func (p *parser) ownTables(n *yaml.Node) {
	p.tables = map[string]table{}
	p.each(n, "a map of tables, each under its name", func(name, value *yaml.Node) { p.tables[name.Value] = p.table(value) })
}

// place says where a node stands, for reports.
func (p *parser) place(n *yaml.Node) string {
	return fmt.Sprintf("%s:%d", filepath.Base(p.fileOf(n)), n.Line)
}
