package mapping

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// kindDraft is a kind while it is read. What it inherits and what it requires waits until all is read.
type kindDraft struct {
	kind
	fields    []field
	hasFields bool
	hasBody   bool
	typeNode  *yaml.Node
	eachNode  *yaml.Node
	keyNode   *yaml.Node
	fieldNode *yaml.Node
	asNode    *yaml.Node
	required  []*yaml.Node
}

// kindName is what may be the name of a kind: it is also that of a folder.
var kindName = regexp.MustCompile(`^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$`)

// kinds reads what records there are.
func (p *parser) kinds(n *yaml.Node) []*kindDraft {
	var kinds []*kindDraft
	isMap := p.each(n, "kinds of records, such as publication: {from: [{post_type: publication}]}", func(name, value *yaml.Node) {
		if name.Value != anyKind {
			p.kindName(name, ", or *")
		}
		kinds = append(kinds, p.kind(name, value))
	})
	if isMap && len(n.Content) == 0 {
		p.fail(n, "no kind of record stands here", "kinds such as publication: {from: [{post_type: publication}]}", "")
	}
	return kinds
}

// kindName checks the name of a kind; other says what else could stand there.
func (p *parser) kindName(n *yaml.Node, other string) string {
	if !kindName.MatchString(n.Value) {
		p.fail(n, fmt.Sprintf("%q cannot name a kind: it becomes the name of a folder", shortened(n.Value)),
			"small letters a to z, digits, - and _"+other, "")
	}
	return n.Value
}

func (p *parser) kind(name, n *yaml.Node) *kindDraft {
	k := &kindDraft{kind: kind{name: name.Value}}
	from, before := false, len(p.errs)
	p.keys(n, "what makes records of this kind: from, as, statuses, protected, type, each, key, fields, body, path, personal_data, require, expect",
		key{"from", func(n *yaml.Node) { from = true; k.from = p.entries(n, false) }},
		key{"as", func(n *yaml.Node) { k.asNode = n; k.as = p.as(name, n) }},
		key{"statuses", func(n *yaml.Node) { k.statuses = p.statuses(n) }},
		key{"protected", func(n *yaml.Node) {
			word, _ := p.oneOf(n, "word", "take", "leave")
			k.protected = word == "take"
		}},
		key{"type", func(n *yaml.Node) { k.typeNode = n; k.itemType = p.itemType(n) }},
		key{"each", func(n *yaml.Node) { k.eachNode = n }},
		key{"key", func(n *yaml.Node) { k.keyNode = n }},
		key{"fields", func(n *yaml.Node) { k.hasFields = true; k.fieldNode = n }},
		key{"body", func(n *yaml.Node) { k.hasBody = true; k.body = p.body(n) }},
		key{"path", func(n *yaml.Node) { k.path = p.path(n) }},
		key{"personal_data", func(n *yaml.Node) { k.personal = p.personalData(n) }},
		key{"require", func(n *yaml.Node) { k.required = p.required(n) }},
		key{"expect", func(n *yaml.Node) { k.expect = p.expectations(n) }},
	)
	for i := range k.expect {
		k.expect[i].Kind = cmp.Or(k.as, k.name)
	}
	p.several(k)
	if !from && len(p.errs) == before {
		p.fail(name, fmt.Sprintf("nothing says which posts become records of kind %q", name.Value), "from: [{post_type: …}]", "")
	}
	return k
}

// as reads which kind the records of a rule are, where that is not its own name.
func (p *parser) as(name, n *yaml.Node) string {
	_, ok := p.text(n, "the kind that the records are, such as publication")
	if !ok {
		return ""
	}
	if name.Value == anyKind {
		p.fail(n, "the kind of these records is what each post type makes by itself", "no as here, or a name instead of *", "")
	}
	return p.kindName(n, "")
}

// asOthers doubts the kind that the records of a rule are where another kind's name is near to it, and none the same.
func (p *parser) asOthers(k *kindDraft, kinds []*kindDraft) {
	var others []string
	for _, other := range kinds {
		if other != k && figures(other.name) == figures(k.as) {
			others = append(others, other.name)
		}
	}
	if near, ok := nearestWithin(max(1, tolerance(k.as)), k.as, others); ok && k.as != "" && near != k.as {
		p.fail(k.asNode, fmt.Sprintf("no kind of the mapping has the name %q", shortened(k.as)), "the name of one, or one that is near to none", fmt.Sprintf("%q", near))
	}
}

func (p *parser) itemType(n *yaml.Node) string {
	name, ok := p.text(n, "a CSL item type such as report")
	if ok && !slices.Contains(itemTypes, name) {
		p.unknown(n, "CSL item type", name, itemTypes)
	}
	return name
}

// body reads what is made of the body.
func (p *parser) body(n *yaml.Node) BodyPolicy {
	policy := BodyPolicy{Formats: []string{"html"}}
	p.keys(n, "drop and formats, such as {drop: [.share-buttons], formats: [html, text]}",
		key{"drop", func(n *yaml.Node) {
			p.texts(n, "a list of CSS selectors and words", func(n *yaml.Node, text string) {
				policy.Drop = append(policy.Drop, text)
				p.selector(n, text)
			})
		}},
		key{"formats", func(n *yaml.Node) {
			policy.Formats = []string{}
			known := []string{"html", "markdown", "text"}
			p.texts(n, "a list of formats: html, markdown, text", func(n *yaml.Node, format string) {
				policy.Formats = append(policy.Formats, format)
				if !slices.Contains(known, format) {
					p.unknown(n, "format", format, known)
				}
			})
		}},
	)
	return policy
}

// selector checks what is to be dropped from the body.
func (p *parser) selector(n *yaml.Node, text string) {
	if slices.Contains(p.vocabulary.BodyParts, text) {
		return
	}
	if near, ok := Nearest(text, p.vocabulary.BodyParts); ok {
		p.fail(n, fmt.Sprintf("unknown part of the body %q", text), oneOf(p.vocabulary.BodyParts)+", or a CSS selector", fmt.Sprintf("%q", near))
		return
	}
	p.css(n, 0, text)
}

// required reads the targets without which a record is rejected.
func (p *parser) required(n *yaml.Node) []*yaml.Node {
	var nodes []*yaml.Node
	p.texts(n, "a list of targets, such as [title, downloads]", func(n *yaml.Node, name string) {
		if _, ok := p.vocabulary.target(name); !ok && !p.unchecked {
			p.unknown(n, "target", name, p.vocabulary.targetNames(func(Target) bool { return true }))
			return
		}
		nodes = append(nodes, n)
	})
	return nodes
}

// expectations reads what records of certain posts must be like.
func (p *parser) expectations(n *yaml.Node) []Expectation {
	var list []Expectation
	p.each(n, "posts and what their records are like, such as 116: {title: …}", func(name, value *yaml.Node) {
		id, key, hasKey := strings.Cut(name.Value, "#")
		post, err := strconv.ParseInt(id, 10, 64)
		if err != nil || post < 1 || hasKey && key == "" {
			p.fail(name, fmt.Sprintf("%q is no ID of a post", shortened(name.Value)), "a number such as 116, or 116#KEY for a further record of the post", "")
		}
		e := Expectation{Post: post, Key: key, Place: p.place(name)}
		p.each(value, "targets and their values, such as {title: …, publishers: [FLEX]}", func(name, value *yaml.Node) {
			if _, ok := p.vocabulary.target(name.Value); !ok {
				p.unknown(name, "target", name.Value, p.vocabulary.targetNames(func(Target) bool { return true }))
			}
			e.Fields = append(e.Fields, Expected{name.Value, constant(value), p.place(name)})
		})
		list = append(list, e)
	})
	return list
}

// settleKind completes a kind by what it inherits.
func (p *parser) settleKind(k *kindDraft, d draft, defaults []field, base *base) kind {
	whole := k.kind
	if whole.statuses == nil {
		whole.statuses = d.statuses
	}
	if whole.personal == "" {
		whole.personal = d.personal
	}
	if whole.path == nil {
		whole.path = d.path
	}
	own := k.fields
	if !k.hasFields && base != nil {
		own = base.starFields
	}
	whole.fields = override(defaults, own)
	for i := range whole.fields {
		k.each.paths(whole.fields[i].use)
	}
	if !k.hasBody {
		whole.body = BodyPolicy{Formats: []string{"html"}}
	}
	fills := func(target string) bool {
		return slices.ContainsFunc(whole.fields, func(f field) bool { return covers(f.target, target) || covers(target, f.target) })
	}
	if k.typeNode != nil && slices.ContainsFunc(k.fields, func(f field) bool { return f.target == "type" }) {
		p.fail(k.typeNode, "type is set here and under fields", "one of the two", "")
	}
	for _, n := range k.required {
		if target, _ := p.vocabulary.target(n.Value); !target.Given && !fills(n.Value) && (n.Value != "type" || k.typeNode == nil) {
			p.fail(n, fmt.Sprintf("%s is required, and nothing fills it: every record would be rejected", n.Value), n.Value+": … under fields", "")
		}
		whole.require = append(whole.require, n.Value)
	}
	return whole
}
