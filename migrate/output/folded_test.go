package output

import (
	"io"
	"strings"
)

// folded is a tree in whose names case does not count, though it is kept.
type folded struct {
	Files
	tree *Memory // what is in the files
}

// real is the name as it is kept.
func (f folded) real(name string) string {
	for kept := range f.tree.nodes {
		if strings.EqualFold(kept, name) {
			return kept
		}
	}
	return f.below(name)
}

// below is a name as it stands, in its folder as that is kept.
func (f folded) below(name string) string {
	if folder(name) == "." {
		return name
	}
	return f.real(folder(name)) + name[strings.LastIndexByte(name, '/'):]
}

func (f folded) Lstat(name string) (Info, error) { return f.Files.Lstat(f.real(name)) }

func (f folded) Open(name string) (File, error) { return f.Files.Open(f.real(name)) }

func (f folded) Create(name string) (io.WriteCloser, error) { return f.Files.Create(f.real(name)) }

func (f folded) Append(name string) (io.WriteCloser, error) { return f.Files.Append(f.real(name)) }

func (f folded) Rename(from, to string) error {
	if from = f.real(from); strings.EqualFold(from, to) {
		return f.Files.Rename(from, f.below(to))
	}
	return f.Files.Rename(from, f.real(to))
}

func (f folded) Remove(name string) error { return f.Files.Remove(f.real(name)) }

func (f folded) MkdirAll(name string) error { return f.Files.MkdirAll(f.real(name)) }

func (f folded) ReadDir(name string) ([]string, error) { return f.Files.ReadDir(f.real(name)) }
