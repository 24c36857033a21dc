package wordpress

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// DecodeSlug returns a slug as people write it: percent-decoded, NFC, valid UTF-8. A slug that decodes to no text,
// because it was cut in the middle of a letter, loses what is left of that letter.
func DecodeSlug(slug string) string {
	return norm.NFC.String(strings.ToValidUTF8(percentDecode(slug), ""))
}

// percentDecode decodes every %XX and leaves what is none.
func percentDecode(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	if decoded, err := url.PathUnescape(s); err == nil {
		return decoded
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if c, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// RecordStatus is the word that a record has for a post status. A status of a plugin (closed, expired) has none of its
// own: its posts leave only where a mapping names it, and then count as published.
func RecordStatus(status string) string {
	switch status {
	case "draft", "auto-draft":
		return "draft"
	case "pending", "private":
		return status
	case "future":
		return "scheduled"
	case "trash":
		return "trashed"
	}
	return "published"
}

// number reads a stored ID; what is none is 0.
func number(s string) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
