package output

import "testing"

func TestWhatGitIsToIgnoreIsWrittenOnceAndLeftAlone(t *testing.T) {
	for _, format := range []Format{YAML, JSONL} {
		files := NewMemory()
		mustSync(t, NewReadOnly(files), Options{Format: format}, library)
		if there, _ := exists(files, ignoreName); there {
			t.Error("a dry run wrote it")
		}
		mustSync(t, files, Options{Format: format}, library)
		if text, err := readFile(files, ignoreName); err != nil || string(text) != ignored {
			t.Errorf("%s: %q, %v", format, text, err)
		}
		if err := createFile(files, ignoreName, []byte("*\n")); err != nil {
			t.Fatal(err)
		}
		mustSync(t, files, Options{Format: format}, years)
		if text, err := readFile(files, ignoreName); err != nil || string(text) != "*\n" {
			t.Errorf("%s: someone's own became %q, %v", format, text, err)
		}
	}
}
