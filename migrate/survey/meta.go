package survey

import (
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// addMeta counts the meta values of a post that are not ACF's: neither a value with the key of its field beside it, nor
// such a key.
func (c *Collector) addMeta(at *place, post *wordpress.Post) {
	fields := map[string]bool{}
	for _, m := range post.Meta {
		if name, ok := strings.CutPrefix(m.Key, "_"); ok && strings.HasPrefix(m.Value, "field_") {
			fields[name], fields[m.Key] = true, true
		}
	}
	for _, m := range post.Meta {
		c.useAddresses(m.Value)
		if m.Key == "" || fields[m.Key] || strings.TrimSpace(m.Value) == "" {
			continue
		}
		n := c.names.at(mapping.Path{"meta", family(m.Key)})
		if n != nil && n.Plugin == "" {
			n.Plugin = pluginOfMeta(m.Key)
		}
		value := wordpress.Decode(m.Value, "", &finding.Log{})
		if speaksOf(m.Key, documentWords) || speaksOf(m.Key, pictureWords) {
			c.useValue(value)
		}
		c.addStored(at, n, value, speaksOf(m.Key, documentWords))
	}
}

// addStored counts a meta value: of a list each element, of other data that it is some. An ID under the key of a file is that file.
func (c *Collector) addStored(at *place, n *name, value any, file bool) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			c.addStored(at, n, element, file)
		}
	case wordpress.Object:
		at.note(n, ShapeObject, "")
	default:
		if mapping.Empty(v) {
			return
		}
		text, _ := mapping.Words(v)
		shape := shapeOf(v)
		if id, ok := wordpress.ParseID(text); ok && file && c.fileShape(id) == ShapeDocument {
			shape = ShapeDocument
		}
		at.note(n, shape, text)
	}
}

// The words in the keys under which plugins, themes and people keep IDs of files.
var (
	documentWords = strings.Fields(`file files pdf document documents doc attachment attachments media download downloads fichier fichiers
		telechargement téléchargement piece pièce pj archivo archivos fichero ficheros documento documentos adjunto descarga arquivo arquivos ficheiro anexo
		datei dateien dokument dokumente anhang volltext allegato allegati scarica bestand bestanden bijlage файл документ ملف مرفق وثيقة`)
	pictureWords = strings.Fields("thumbnail thumb image images img icon logo cover photo photos picture pictures gallery video audio background banner slide poster")
	idWords      = []string{"id", "ids"}
)

// speaksOf reports whether one of the words is in a key.
func speaksOf(key string, words []string) bool {
	return slices.ContainsFunc(wordsOf(key), func(word string) bool { return slices.Contains(words, word) })
}

// family is a key, or what keys share that end in a hash or in the ID of something: "_oembed_*".
func family(key string) string {
	at := strings.LastIndexAny(key, "_-")
	tail := key[at+1:]
	if at < 1 || len(tail) < 8 || strings.Trim(tail, "0123456789abcdefABCDEF") != "" || !strings.ContainsAny(tail, "0123456789") {
		return key
	}
	return key[:at+1] + "*"
}
