package page

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// chunk is how much text one element holds, in bytes: browsers read several short texts faster than a long one.
const chunk = 1 << 20

// pack puts data for the page's script into elements of a class that no browser runs: JSON, compressed, in letters that
// mean nothing in HTML.
func pack(class string, data any) (template.HTML, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(data); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	var elements strings.Builder
	text := base64.StdEncoding.EncodeToString(packed.Bytes())
	for part := range slices.Chunk([]byte(text), chunk) {
		elements.WriteString(`<script type="application/gzip" class="` + class + `">`)
		elements.Write(part)
		elements.WriteString("</script>\n")
	}
	return template.HTML(elements.String()), nil
}
