package output

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
)

// replay brings a manifest up to what a journal did: of the states that the journal and the manifest name for a record,
// the latest that its file agrees with.
func (m *Manifest) replay(files Files, head *manifestHead, lines []intent) error {
	m.Format = cmp.Or(head.Format, m.Format)
	for _, s := range head.Sites {
		if m.site(s.ID) == nil {
			m.Sites = append(m.Sites, Site{ID: s.ID}) // how many posts it has is known when a run has finished
		}
	}
	position := map[string]int{}
	for i := range m.Items {
		position[m.Items[i].ID] = i
	}
	states, dropped, order := map[string][]Item{}, map[string]bool{}, []string{}
	for _, line := range lines {
		id := line.Drop
		if line.Put != nil {
			id = line.Put.ID
		}
		if _, known := states[id]; !known {
			order = append(order, id)
			states[id] = nil
			if i, ok := position[id]; ok {
				states[id] = []Item{m.Items[i]}
			}
		}
		if line.Put != nil {
			states[id] = append(states[id], *line.Put)
		}
		dropped[id] = line.Put == nil
	}
	doubtful := map[string]bool{}
	for _, id := range order {
		state, found, err := latest(files, states[id])
		if err != nil {
			return err
		}
		i, held := position[id]
		switch {
		case found && held:
			m.Items[i] = state
		case found:
			m.Items = append(m.Items, state)
		case held:
			doubtful[id] = true
		}
	}
	return m.settleDoubts(files, doubtful, states, dropped)
}

// settleDoubts decides about records none of whose files is as it was written. Someone edited the last that is there and is no
// other's; where there is none, the record is gone if the journal dropped it, or if another has its place.
func (m *Manifest) settleDoubts(files Files, doubtful map[string]bool, states map[string][]Item, dropped map[string]bool) error {
	taken, kept := map[string]bool{}, m.Items[:0]
	for _, item := range m.Items {
		if doubtful[item.ID] {
			continue
		}
		for _, file := range item.outdated() {
			taken[fold(file.Path)] = !isPart(file.Path)
		}
	}
	for _, item := range m.Items {
		if doubtful[item.ID] {
			last, there, err := lastThere(files, states[item.ID], taken)
			switch {
			case err != nil:
				return err
			case there:
				item, taken[fold(last.Path)] = last, !isPart(last.Path)
			case dropped[item.ID] || taken[fold(item.Path)]:
				continue
			}
		}
		kept = append(kept, item)
	}
	m.Items = kept
	return nil
}

// lastThere returns the last state on whose path something stands that is no other's.
func lastThere(files Files, states []Item, taken map[string]bool) (item Item, found bool, err error) {
	for _, state := range slices.Backward(states) {
		there, err := exists(files, state.Path)
		switch {
		case errors.Is(err, errNotRegular):
		case err != nil:
			return Item{}, false, err
		case there && !taken[fold(state.Path)] && !inStore(state.Path):
			return state, true, nil
		}
	}
	return Item{}, false, nil
}

// latest returns the last state whose file has the digest that it names. Other files of the record that stand there still
// are outdated.
func latest(files Files, states []Item) (item Item, found bool, err error) {
	for _, state := range slices.Backward(states) {
		digest, err := digestFile(files, state.Path)
		switch {
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, errNotRegular):
		case err != nil:
			return Item{}, false, err
		case digest != state.Digest:
		case !found:
			item, found = state, true
		case !isPart(state.Path):
			item.Was = append(without(state.Path, item.Was), Part{Path: state.Path, Digest: digest, Size: state.Size})
		}
	}
	item.Was = without(item.Path, item.Was)
	return item, found, nil
}
