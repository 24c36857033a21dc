package series

import (
	"os"
	"strings"
	"testing"
)

// table reads the cases of testdata: what stands there, title, number; - for nothing.
func table(t testing.TB) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/series.txt")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if row := strings.Split(strings.TrimSpace(line), " | "); len(row) == 3 && !strings.HasPrefix(line, "#") {
			rows = append(rows, row)
		}
	}
	return rows
}

func TestRead(t *testing.T) {
	rows := table(t)
	if len(rows) < 60 {
		t.Fatalf("%d cases", len(rows))
	}
	for _, row := range rows {
		want := Series{strings.TrimPrefix(row[1], "-"), strings.TrimPrefix(row[2], "-")}
		if got := Read(row[0]); got != want {
			t.Errorf("%q is %q, number %q; wanted %q, number %q", row[0], got.Title, got.Number, want.Title, want.Number)
		}
	}
}

// FuzzRead holds that a text without a number stays as it is but for its white space, and that the title and the number stand in the text.
func FuzzRead(f *testing.F) {
	for _, row := range table(f) {
		f.Add(row[0])
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain := strings.Join(strings.Fields(text), " ")
		got := Read(text)
		if got.Number == "" && got.Title != plain || !strings.Contains(plain, got.Title) || !strings.Contains(plain, got.Number) || got.Title+got.Number == "" && plain != "" {
			t.Errorf("%q is %q, number %q", text, got.Title, got.Number)
		}
	})
}
