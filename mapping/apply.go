package mapping

import (
	"cmp"
	"fmt"
	"strings"
)

// Outcome is what becomes of a post.
type Outcome struct {
	Disposition Disposition // never Reject: that is for those who make the record
	Rule        string      // the entry that took the post or left it out, as "publication (mapping.yaml:7)"
	Reason      string      // a sentence for people
	Entry       int         // the number of that entry, for Mapping.Idle; 0: none, or one of the built-in mapping
	Withheld    bool        // as in Decision
	Drafts      []Draft     // of Migrate: the records to make
}

// Draft is one record to be made.
type Draft struct {
	Kind        string
	Row         *Row   // of one of several records of a post; nil: the post makes one
	Key         string // tells several records of one post apart; empty: the position does
	Type        string // CSL item type as the mapping states it for the kind; empty: not stated
	Assignments []Assignment
	Body        BodyPolicy
	Path        PathPattern // where the record's file stands; nil: the mapping does not say
	// PersonalData says what becomes of e-mail addresses in the record; whoever makes the record sees to it.
	PersonalData PersonalData
	Require      []string // targets without which the record is rejected; whoever makes the record checks them
}

// Assignment is what a target gets.
type Assignment struct {
	Target string
	Value  Value     // nil where nothing was found
	Origin string    // what the value comes from, as the mapping writes it: "acf.year | number"
	Tried  []Attempt // what was tried before it, in order
}

// Attempt is something that gave no value.
type Attempt struct {
	Origin string
	Err    error // why; nil: there was nothing
}

// Apply says what becomes of a post, and what its records are made of. An error is one of reading the item; it says
// what could not be read.
func (m *Mapping) Apply(item Item) (Outcome, error) {
	var doubts []string
	made, err := m.apply(item, &doubts)
	for _, doubt := range doubts {
		made.Reason += "; " + doubt
	}
	return made, err
}

// apply notes in doubts which conditions could not be worked out, and so did not hold.
func (m *Mapping) apply(item Item, doubts *[]string) (Outcome, error) {
	h, err := headOf(item)
	if err != nil {
		return Outcome{}, err
	}
	if d := m.Decide(h); !d.Read {
		return outcome(d), nil
	}
	for i := range m.exclude {
		e := &m.exclude[i]
		matches, err := e.take(h, false, item, doubts)
		if err != nil {
			return Outcome{}, err
		}
		if matches {
			return outcome(m.excluded(e, h)), nil
		}
	}
	var rowless []string
	for i := range m.kinds {
		k := &m.kinds[i]
		e, err := k.fitting(h, m.takes(k), item, doubts)
		if err != nil {
			return Outcome{}, err
		}
		if e == nil {
			continue
		}
		outcome, err := k.outcome(h, e, item)
		if err != nil || outcome.Disposition != "" {
			return outcome, err
		}
		rowless = append(rowless, fmt.Sprintf("%s has nothing to make records of (each, %s)", k.name, k.each.place))
	}
	reason := strings.Join(rowless, "; ")
	if reason == "" {
		reason = fmt.Sprintf("the rules for the post type %s ask for %s", h.PostType, m.asked(h))
	}
	return Outcome{Disposition: Exclude, Withheld: m.withheld(h), Reason: "no rule of the mapping takes it: " + reason}, nil
}

// fitting returns the first entry of a kind that fits a post; nil: none does.
func (k *kind) fitting(h Head, unknown bool, item Item, doubts *[]string) (*entry, error) {
	for i := range k.from {
		e := &k.from[i]
		matches, err := e.take(h, unknown, item, doubts)
		if err != nil {
			return nil, err
		}
		if matches {
			return e, nil
		}
	}
	return nil, nil
}

// asked says what the last rule that did not take a post asks for.
func (m *Mapping) asked(h Head) string {
	var missed []*entry
	for i := range m.kinds {
		for j := range m.kinds[i].from {
			if e := &m.kinds[i].from[j]; e.speaksOf(h, m.takes(&m.kinds[i])) {
				missed = append(missed, e)
			}
		}
	}
	last := missed[len(missed)-1]
	if len(missed) > 1 {
		return "something else (" + last.place + " and others)"
	}
	return last.said() + " (" + last.place + ")"
}

// take reports whether an entry is about a post's type, and its conditions hold. One that cannot be worked out does
// not, and is noted.
func (e *entry) take(h Head, unknown bool, item Item, doubts *[]string) (bool, error) {
	if !e.speaksOf(h, unknown) {
		return false, nil
	}
	matches, doubt, err := e.matches(item)
	if doubt != nil {
		*doubts = append(*doubts, fmt.Sprintf("%s (%s)", doubt, e.place))
	}
	return matches, err
}

func outcome(d Decision) Outcome {
	return Outcome{Disposition: d.Disposition, Rule: d.Rule, Reason: d.Reason, Entry: d.Entry, Withheld: d.Withheld}
}

// outcome is what becomes of a post that a kind takes by one of its entries. It has no disposition where there is nothing
// to make records of.
func (k *kind) outcome(h Head, e *entry, item Item) (Outcome, error) {
	rule := e.rule(k.name)
	if refusal := k.refusal(h); refusal != "" {
		return Outcome{Disposition: Exclude, Rule: rule, Reason: refusal, Entry: e.number, Withheld: true}, nil
	}
	scopes, origin, err := k.each.scopes(item)
	if err != nil || len(scopes) == 0 {
		return Outcome{}, err
	}
	made := Outcome{Disposition: Migrate, Rule: rule, Reason: "taken by the rule for " + rule, Entry: e.number}
	for _, s := range scopes {
		draft, err := k.draft(h, s)
		if err != nil {
			return Outcome{}, err
		}
		if r, ok := s.row.(row); ok {
			draft.Row = &Row{r.value, origin}
		}
		made.Drafts = append(made.Drafts, draft)
	}
	return made, nil
}

// draft works out one record.
func (k *kind) draft(h Head, s scope) (Draft, error) {
	draft := Draft{Kind: cmp.Or(k.as, k.name), Type: k.itemType, Body: k.body, Path: k.path, PersonalData: k.personal, Require: k.require}
	if k.name == anyKind {
		draft.Kind = cmp.Or(h.Kind, h.PostType)
	}
	var err error
	if draft.Key, err = k.each.keyOf(s); err != nil {
		return draft, fmt.Errorf("key: %w", err)
	}
	s.drop = k.body.Drop
	for _, f := range k.fields {
		assignments, err := f.assign(s)
		if err != nil {
			return draft, err
		}
		draft.Assignments = append(draft.Assignments, assignments...)
	}
	return draft, nil
}

// assign works out what a field gets.
func (f field) assign(s scope) ([]Assignment, error) {
	if f.rest != nil {
		return f.assignRest(s)
	}
	r, err := f.of.eval(s)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.target, err)
	}
	a := Assignment{Target: f.target, Tried: r.attempts()}
	if !Empty(r.value) {
		a.Value, a.Origin = r.value, r.origin
	}
	return []Assignment{a}, nil
}

// headOf asks an item for what Decide needs.
func headOf(item Item) (Head, error) {
	var h Head
	for _, text := range []struct {
		name string
		into func(string)
	}{
		{"post_type", func(s string) { h.PostType = s }},
		{"status", func(s string) { h.Status = s }},
		{"class", func(s string) { h.Class = Class(s) }},
		{"kind", func(s string) { h.Kind = s }},
		{"type_reason", func(s string) { h.Reason = s }},
		{"restricted", func(s string) { h.Restricted = s }},
	} {
		value, err := item.Value(Path{text.name})
		if err != nil {
			return h, fmt.Errorf("%s cannot be read: %w", text.name, err)
		}
		words, _ := Words(value)
		text.into(words)
	}
	value, err := item.Value(Path{"protected"})
	if err != nil {
		return h, fmt.Errorf("protected cannot be read: %w", err)
	}
	h.Protected, _ = value.(bool)
	return h, nil
}
