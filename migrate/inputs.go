package migrate

import (
	"bytes"
	"crypto/sha256"
	"fmt"

	"wp2pub/migrate/wordpress"
)

// terms sum up what holds for all records of a run alike: the program, the mapping, the options.
func (e *engine) terms(site string) wordpress.Digest {
	return sha256.Sum256(fmt.Appendf(nil, "engine %s\nmapping %s\nsite %s\nrepair %t\n", e.options.Engine, e.options.Mapping.Digest(), site, e.options.RepairEncoding))
}

// told sums up what holds for all that a run says of posts alike: the terms, and where the mapping says what it says.
func (e *engine) told(site string) wordpress.Digest {
	return sha256.Sum256(fmt.Appendf(nil, "terms %x\nlayout %s\n", e.terms(site), e.options.Mapping.Layout()))
}

// inputs sum up all that the records of a post are made of: the terms, what the source holds of the post, and what the
// site answered.
func inputs(terms, own wordpress.Digest, trace wordpress.Trace) wordpress.Digest {
	asked := trace.Digest()
	return sha256.Sum256(fmt.Appendf(nil, "terms %x\npost %x\ntrace %x\n", terms, own, asked))
}

// inputsOf is a digest as an output stores it.
func inputsOf(d wordpress.Digest) Inputs { return d[:] }

// isOf reports whether inputs are those of a digest.
func (i Inputs) isOf(d wordpress.Digest) bool { return bytes.Equal(i, d[:]) }
