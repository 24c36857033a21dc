package record

import (
	"crypto/sha256"
	"encoding/hex"
)

// Digest returns the hexadecimal SHA-256 of a record's canonical bytes.
func Digest(encoded []byte) string {
	sum := sha256.Sum256(encoded)
	return hex.EncodeToString(sum[:])
}
