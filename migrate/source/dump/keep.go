package dump

import (
	"fmt"
	"slices"

	"wp2pub/migrate/wordpress"
)

// keep notes where the row lies that mark and values point at. First tells that it does not follow another one.
func (s *scan) keep(at int64, first bool) (kept bool, err error) {
	t, lay := s.target.table, s.layouts.list[s.target.layout]
	row := s.buf[s.mark:s.pos]
	e := extent{offset: at, length: uint32(len(row)), layout: s.target.layout, policy: s.target.policy}
	if t.role.key != "" {
		if relevant, err := s.key(&e, t, lay, row); err != nil || !relevant {
			return false, err
		}
	}
	if s.spool != nil {
		if e.offset, err = s.spool.add(row); err != nil {
			return false, err
		}
		first = e.offset != t.end() || lay.assigned
	}
	if first || !t.join(e) {
		t.extents = append(t.extents, e)
	}
	return true, nil
}

// key finds the ID of the post that a row is about. A row of a plugin that is about none is not relevant.
func (s *scan) key(e *extent, t *table, lay *layout, row []byte) (relevant bool, err error) {
	i := lay.column(t.role.key)
	if i >= 0 {
		e.id, relevant = s.values[i].number(row, lay)
	}
	switch t.role.suffix {
	case "posts":
		if !relevant {
			return false, s.fault(fmt.Sprintf("a row of the table %s has no number as its ID: the dump is damaged", t.name.name))
		}
	case "postmeta":
		if i := lay.column("meta_key"); i >= 0 {
			e.wanted = indexed(s.values[i], row, lay)
		}
	}
	return relevant, nil
}

// end returns the offset after the last extent; -1 where there is none.
func (t *table) end() int64 {
	if len(t.extents) == 0 {
		return -1
	}
	last := t.extents[len(t.extents)-1]
	return last.offset + int64(last.length)
}

// indexKeys are the keys of postmeta that the index needs.
var indexKeys = wordpress.MetaKeys()

// indexed reports whether the index needs meta of this key.
func indexed(key value, row []byte, lay *layout) bool {
	if key.form == plain {
		raw := row[key.start:key.end]
		return slices.ContainsFunc(indexKeys, func(k string) bool { return k == string(raw) })
	}
	return slices.Contains(indexKeys, key.text(row, lay))
}
