package migrate

import (
	"crypto/sha256"
	"fmt"
)

// inputs sums up what the records of a post are made of.
func (e *engine) inputs(it *item) Inputs {
	trace := it.view.Trace().Digest()
	h := sha256.New()
	fmt.Fprintf(h, "engine %s\nmapping %s\nsite %s\nrepair %t\ntrace %x\n", Engine, e.options.Mapping.Digest(), e.options.SiteID, e.options.RepairEncoding, trace)
	return Inputs(fmt.Sprintf("%x", h.Sum(nil)))
}
