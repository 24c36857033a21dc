package output

import (
	"bytes"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"
)

// Memory is a tree of files in memory. It behaves as OSFiles does, with a clock of its own that moves at each change.
type Memory struct {
	mu     sync.Mutex
	nodes  map[string]*memoryNode
	now    time.Time
	locked map[string]bool
}

type memoryNode struct {
	mode    fs.FileMode
	content []byte
	changed time.Time
}

// NewMemory returns an empty tree.
func NewMemory() *Memory {
	return &Memory{nodes: map[string]*memoryNode{}, locked: map[string]bool{}, now: time.Unix(1e9, 0)}
}

func (m *Memory) tick() time.Time {
	m.now = m.now.Add(time.Second)
	return m.now
}

// Lstat implements Files.
func (m *Memory) Lstat(name string) (Info, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.node("lstat", name)
	if err != nil {
		return Info{}, err
	}
	return Info{Mode: n.mode, Size: int64(len(n.content)), Changed: n.changed}, nil
}

func (m *Memory) node(op, name string) (*memoryNode, error) {
	for _, dir := range parents(name) {
		if n := m.nodes[dir]; n != nil && !n.mode.IsDir() {
			return nil, &fs.PathError{Op: op, Path: name, Err: notRegular(n.mode)}
		}
	}
	if n := m.nodes[name]; n != nil {
		return n, nil
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

func (m *Memory) regular(op, name string) (*memoryNode, error) {
	n, err := m.node(op, name)
	if err == nil && !n.mode.IsRegular() {
		err = &fs.PathError{Op: op, Path: name, Err: notRegular(n.mode)}
	}
	return n, err
}

type memoryFile struct{ *bytes.Reader }

func (memoryFile) Close() error { return nil }

// Open implements Files.
func (m *Memory) Open(name string) (File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.regular("open", name)
	if err != nil {
		return nil, err
	}
	return memoryFile{bytes.NewReader(n.content)}, nil
}

type memoryWriter struct {
	tree *Memory
	node *memoryNode
}

func (w *memoryWriter) Write(b []byte) (int, error) {
	w.tree.mu.Lock()
	defer w.tree.mu.Unlock()
	w.node.content = append(slices.Clip(w.node.content), b...)
	w.node.changed = w.tree.tick()
	return len(b), nil
}

func (w *memoryWriter) Close() error { return nil }

// Create implements Files.
func (m *Memory) Create(name string) (io.WriteCloser, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, err := m.node("create", name); err == nil {
		return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	if dir := folder(name); dir != "." && (m.nodes[dir] == nil || !m.nodes[dir].mode.IsDir()) {
		return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrNotExist}
	}
	n := &memoryNode{mode: 0o644, changed: m.tick()}
	m.nodes[name] = n
	m.touch(folder(name))
	return &memoryWriter{m, n}, nil
}

// Append implements Files.
func (m *Memory) Append(name string) (io.WriteCloser, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.regular("open", name)
	if err != nil {
		return nil, err
	}
	return &memoryWriter{m, n}, nil
}

// Rename implements Files.
func (m *Memory) Rename(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.node("rename", from)
	if err != nil {
		return err
	}
	if dir := folder(to); dir != "." && m.nodes[dir] == nil {
		return &fs.PathError{Op: "rename", Path: to, Err: fs.ErrNotExist}
	}
	if there := m.nodes[to]; there != nil && there.mode.IsDir() {
		return &fs.PathError{Op: "rename", Path: to, Err: fs.ErrExist}
	}
	delete(m.nodes, from)
	n.changed = m.tick()
	m.nodes[to] = n
	m.touch(folder(from))
	m.touch(folder(to))
	return nil
}

// Remove implements Files.
func (m *Memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, err := m.node("remove", name); err != nil {
		return err
	}
	if len(m.below(name)) > 0 {
		return &fs.PathError{Op: "remove", Path: name, Err: fs.ErrExist}
	}
	delete(m.nodes, name)
	m.touch(folder(name))
	return nil
}

// touch changes a folder, as what comes and goes in it does.
func (m *Memory) touch(dir string) {
	if n := m.nodes[dir]; n != nil {
		n.changed = m.tick()
	}
}

// MkdirAll implements Files.
func (m *Memory) MkdirAll(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, dir := range append(parents(name), name) {
		switch n := m.nodes[dir]; {
		case dir == ".":
		case n == nil:
			m.nodes[dir] = &memoryNode{mode: fs.ModeDir | 0o755, changed: m.tick()}
			m.touch(folder(dir))
		case !n.mode.IsDir():
			return &fs.PathError{Op: "mkdir", Path: dir, Err: notRegular(n.mode)}
		}
	}
	return nil
}

// ReadDir implements Files.
func (m *Memory) ReadDir(name string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if n := m.nodes[name]; name != "." && (n == nil || !n.mode.IsDir()) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return m.below(name), nil
}

func (m *Memory) below(dir string) []string {
	var names []string
	for name := range m.nodes {
		if folder(name) == dir {
			names = append(names, name[strings.LastIndexByte(name, '/')+1:])
		}
	}
	slices.Sort(names)
	return names
}

// Sync implements Files.
func (m *Memory) Sync() error { return nil }

// Lock implements Files.
func (m *Memory) Lock(name string) (func() error, error) {
	if err := m.MkdirAll(folder(name)); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.locked[name] {
		return nil, ErrLocked
	}
	if m.nodes[name] == nil {
		m.nodes[name] = &memoryNode{mode: 0o644, changed: m.tick()}
	}
	m.locked[name] = true
	return func() error {
		m.mu.Lock()
		defer m.mu.Unlock()
		delete(m.locked, name)
		return nil
	}, nil
}
