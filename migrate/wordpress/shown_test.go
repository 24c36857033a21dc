package wordpress

import (
	"slices"
	"testing"
)

// TestFiles names the posts of plugins that offer files, and the files that anybody may have of them.
func TestFiles(t *testing.T) {
	const uploads = "https://example.org/wp-content/uploads"
	b := NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	post := func(id, parent int64, kind, status string, meta ...Meta) {
		b.Post(IndexRow{ID: id, Parent: parent, Type: kind, Status: status, Name: "a", Title: "A"})
		for _, m := range meta {
			b.PostMeta(id, m.Key, m.Value)
		}
	}
	guests := Meta{"__wpdm_access", `a:1:{i:0;s:5:"guest";}`}
	files := Meta{"__wpdm_files", `a:2:{i:0;s:5:"a.pdf";i:1;s:26:"https://example.com/b.docx";}`}
	post(1, 0, "wpdmpro", "publish", files, guests)
	post(2, 0, "wpdmpro", "publish", files, Meta{"__wpdm_access", `a:1:{i:0;s:10:"subscriber";}`})
	post(3, 0, "wpdmpro", "draft", files, guests)
	post(4, 0, "dlm_download", "publish")
	post(5, 4, "dlm_download_version", "publish", Meta{"_files", `["https:\/\/example.org\/wp-content\/uploads\/dlm_uploads\/v1.pdf"]`})
	post(6, 4, "dlm_download_version", "publish", Meta{"_files", `["\/var\/www\/wp-content\/uploads\/dlm_uploads\/v2.pdf"]`})
	post(7, 4, "dlm_download_version", "trash", Meta{"_files", `["https:\/\/example.org\/wp-content\/uploads\/v3.pdf"]`})
	post(8, 0, "dlm_download", "publish", Meta{"_members_only", "yes"}, Meta{"_files", `["https:\/\/example.org\/x.pdf"]`})
	post(9, 0, "dflip", "publish", Meta{"_dflip_data", `a:2:{s:5:"thumb";s:25:"https://example.org/t.png";s:3:"pdf";s:25:"https://example.org/d.pdf";}`})
	post(10, 0, "post", "publish", files)
	post(11, 0, "wpdmpro", "publish", Meta{"__wpdm_files", `a:1:{i:0;s:16:"../../secret.pdf";}`})
	v := b.Build().View()
	want := map[int64][]string{
		1: {uploads + "/download-manager-files/a.pdf", "https://example.com/b.docx"},
		4: {uploads + "/dlm_uploads/v2.pdf", uploads + "/dlm_uploads/v1.pdf"},
		9: {"https://example.org/d.pdf"},
	}
	for id := int64(1); id <= 12; id++ {
		if got := v.Files(id); !slices.Equal(got, want[id]) {
			t.Errorf("files of %d: %q, want %q", id, got, want[id])
		}
	}
}

// TestShown gives what a page shows of a post without a page of its own only where anybody may see it.
func TestShown(t *testing.T) {
	b := NewBuilder("wp_")
	for id, row := range map[int64]IndexRow{
		1: {Type: "tablepress_table", Status: "publish", Content: `[["a"]]`},
		2: {Type: "tablepress_table", Status: "draft", Content: `[["a"]]`},
		3: {Type: "elementor_library", Status: "publish", Content: "<p>a</p>"},
		4: {Type: "elementor_library", Status: "publish", Content: "<p>a</p>", Protected: true},
		5: {Type: "page", Status: "publish", Content: "<p>a</p>"},
	} {
		row.ID = id
		b.Post(row)
	}
	b.PostMeta(1, "_tablepress_table_options", `{"table_head":1}`)
	v := b.Build().View()
	for id, shows := range map[int64]bool{1: true, 2: false, 3: true, 4: false, 5: false, 6: false} {
		shown, ok := v.Shown(id)
		if ok != shows || (shown.Content != "") != shows {
			t.Errorf("%d: %v, %v", id, shown, ok)
		}
	}
	if shown, _ := v.Shown(1); len(shown.Meta) != 1 {
		t.Errorf("the options of a table: %v", shown.Meta)
	}
}
