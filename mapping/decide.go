package mapping

import (
	"cmp"
	"fmt"
	"slices"
)

// Class says what a post type holds.
type Class string

// The classes. A class that is none of these counts as unknown.
const (
	Content  Class = "content"  // public pages
	Internal Class = "internal" // what WordPress and plugins keep for themselves
	Private  Class = "private"  // what is about persons: requests, orders, form entries; never leaves
	Unknown  Class = "unknown"
)

// Head is what is known of a row before its text is read.
type Head struct {
	PostType  string
	Status    string
	Protected bool // it has a password
	// Restricted names the plugin that shows the post to some visitors only; empty: none does.
	Restricted string
	Class      Class
	Kind       string // the kind of records that the post type makes by itself: "event" for ai1ec_event; empty: its name
	Reason     string // why the type is of its class, as a sentence for people
}

// Disposition is what becomes of a row.
type Disposition string

// The dispositions. Every row has one.
const (
	Migrate  Disposition = "migrate"
	Media    Disposition = "media"    // an attachment
	Exclude  Disposition = "exclude"  // it is not to become a record, for the reason given
	Unmapped Disposition = "unmapped" // nothing speaks of its post type
	Reject   Disposition = "reject"   // it should have become a record and could not: for those who make the record
)

// Decision is what the head of a row says about it.
type Decision struct {
	Read        bool        // the whole post is needed; it may become a record, and the rest is empty
	Disposition Disposition // never Migrate or Reject
	Rule        string      // the entry that decided, as "exclude (mapping.yaml:31)"; empty: none did
	Reason      string      // a sentence for people
	Internal    bool        // of Exclude: its type is one that WordPress and plugins keep for themselves, not content
	Entry       int         // as in Outcome
	// Withheld: the post may not leave, because of its status, its password or its private type, whatever the rules
	// say. A record that was made of it earlier is withdrawn, not only stale.
	Withheld bool
}

// attachment is the post type of files. They come along with the records that show them.
const attachment = "attachment"

// neverLeaves are post types that no mapping can take, even where they are not known to be private.
var neverLeaves = []string{"user_request"}

// Decide says what becomes of a row as far as its head tells. What Decide does not settle, Apply does.
func (m *Mapping) Decide(h Head) Decision {
	if h.Class == Private || slices.Contains(neverLeaves, h.PostType) {
		return Decision{Disposition: Exclude, Reason: cmp.Or(h.Reason, "private post type: its rows are about persons"), Internal: true, Entry: m.excluding(h), Withheld: true}
	}
	for i := range m.exclude {
		if e := &m.exclude[i]; !e.conditional() && e.speaksOf(h, false) {
			return m.excluded(e, h)
		}
	}
	if h.PostType == attachment {
		return Decision{Disposition: Media, Reason: "attachment: its file comes along with the records that show it"}
	}
	refused := ""
	for i := range m.kinds {
		k := &m.kinds[i]
		if !k.speaksOf(h, m.takes(k)) {
			continue
		}
		refusal := k.refusal(h)
		if refusal == "" {
			return Decision{Read: true}
		}
		refused = cmp.Or(refused, refusal)
	}
	if refused != "" {
		return Decision{Disposition: Exclude, Reason: refused, Withheld: true}
	}
	return m.unspoken(h)
}

// takes reports whether a kind takes posts of types of which nothing is known.
func (m *Mapping) takes(k *kind) bool { return m.unmapped == Take && k.name == anyKind }

// speaksOf reports whether an entry is about posts of this type; unknown: also about types that nothing is known of.
func (e *entry) speaksOf(h Head, unknown bool) bool {
	switch {
	case slices.Contains(e.types, h.PostType) || e.any:
		return true
	case slices.Contains(e.except, h.PostType):
		return false
	case h.Class == Content:
		return e.public
	case h.Class == Internal:
		return false
	}
	return (e.public && unknown) || e.unknown
}

// speaksOf reports whether any entry of a kind is about posts of this type.
func (k *kind) speaksOf(h Head, unknown bool) bool {
	return slices.ContainsFunc(k.from, func(e entry) bool { return e.speaksOf(h, unknown) })
}

// refusal says why a kind may not take a post, whatever else it says; empty: it may.
func (k *kind) refusal(h Head) string { return refusal(h, k.statuses, k.protected) }

func refusal(h Head, statuses []string, protected bool) string {
	switch {
	case !slices.Contains(statuses, h.Status):
		return "status " + h.Status
	case h.Protected && !protected:
		return "protected by a password"
	case h.Restricted != "" && !protected:
		return "shown to some visitors only, by " + h.Restricted
	}
	return ""
}

// withheld reports whether no record may be made of a post, whichever kind takes it.
func (m *Mapping) withheld(h Head) bool {
	if refusal(h, m.statuses, false) == "" {
		return false
	}
	return !slices.ContainsFunc(m.kinds, func(k kind) bool {
		return k.refusal(h) == "" && k.speaksOf(h, m.takes(&k))
	})
}

// excluded is the decision of an entry under exclude.
func (m *Mapping) excluded(e *entry, h Head) Decision {
	reason := cmp.Or(e.because, fmt.Sprintf("excluded by the mapping (%s)", e.place))
	return Decision{Disposition: Exclude, Rule: e.rule("exclude"), Reason: reason, Internal: h.Class == Internal && h.PostType != attachment, Entry: e.number, Withheld: m.withheld(h)}
}

// excluding is the number of the entry that leaves out rows of a type, whatever they hold; 0: none does.
func (m *Mapping) excluding(h Head) int {
	i := slices.IndexFunc(m.exclude, func(e entry) bool { return !e.conditional() && e.speaksOf(h, false) })
	if i < 0 {
		return 0
	}
	return m.exclude[i].number
}

// unspoken is the decision on a post that no rule speaks of.
func (m *Mapping) unspoken(h Head) Decision {
	withheld := refusal(h, m.statuses, false) != ""
	switch h.Class {
	case Internal:
		return Decision{Disposition: Exclude, Reason: cmp.Or(h.Reason, "internal post type of WordPress"), Internal: true, Withheld: withheld}
	case Content:
		return Decision{Disposition: Unmapped, Reason: fmt.Sprintf("no rule of the mapping speaks of the post type %s", h.PostType), Withheld: withheld}
	}
	return Decision{Disposition: Unmapped, Reason: cmp.Or(h.Reason, fmt.Sprintf("nothing is known of the post type %s, and no rule of the mapping speaks of it", h.PostType)), Withheld: withheld}
}
