// Package mariadb starts a MariaDB server of one's own for tests: in a folder of its own, on a Unix socket of its own,
// as whoever runs the tests. Nothing of an installed server is touched.
//
// The server belongs to the test binary, not to a test: starting takes a second or two. A package whose tests need it
// has
//
//	func TestMain(m *testing.M) { os.Exit(mariadb.Main(m)) }
//
// and each test calls Start, which starts the server the first time. Where MariaDB is not installed, the test fails:
// "make test" installs it.
package mariadb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	driver "github.com/go-sql-driver/mysql"
)

// Server is a running MariaDB server. Its user root has no password and may do everything.
type Server struct {
	Socket string // path of its Unix socket
	Port   int    // of 127.0.0.1; 0: it does not listen there
	Log    string // path of its general log, which lists every statement

	folder  string
	options []Option

	mu      sync.Mutex // over what follows: who kills a server may be another than who starts it again
	process *exec.Cmd
	ended   chan error
}

// Option is an argument for the server, such as "--max-allowed-packet=1024".
type Option string

// TCP makes a server listen on a free port of 127.0.0.1, too.
const TCP Option = "tcp"

// shared is the server of the test binary.
var shared struct {
	sync.Mutex
	server *Server
	err    error
}

// Main runs the tests of a package and then stops the shared server.
func Main(m *testing.M) int {
	code := m.Run()
	shared.Lock()
	defer shared.Unlock()
	if shared.server != nil {
		shared.server.stop()
	}
	return code
}

// Start returns the server that the tests of this binary share, and starts it the first time.
func Start(t testing.TB) *Server {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil && shared.err == nil {
		shared.server, shared.err = launch()
	}
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.server
}

// StartOwn starts a server for one test, which may kill it.
func StartOwn(t testing.TB, options ...Option) *Server {
	t.Helper()
	s, err := launch(options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.stop)
	return s
}

// errMissing is what a test says where MariaDB is not installed.
var errMissing = errors.New("the tests need MariaDB's server and client: run \"make test\", which installs them, or apt-get install mariadb-server-core mariadb-client")

// find returns the path of a program. Servers lie in folders that are not on every PATH.
func find(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	for _, folder := range []string{"/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"} {
		if path, err := exec.LookPath(filepath.Join(folder, name)); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s is missing: %w", name, errMissing)
}

func launch(options ...Option) (*Server, error) {
	folder, err := os.MkdirTemp("", "mariadb") // its path is short, since those of sockets must be
	if err != nil {
		return nil, err
	}
	s := &Server{Socket: filepath.Join(folder, "socket"), Log: filepath.Join(folder, "general.log"), folder: folder, options: options}
	for _, step := range []func() error{s.makeFolders, s.install, s.run, s.ready} {
		if err := step(); err != nil {
			s.stop()
			return nil, err
		}
	}
	return s, nil
}

func (s *Server) data() string { return filepath.Join(s.folder, "data") }

// temporary is a folder of the server's own: one that starts takes away the temporary tables of all others in its folder.
func (s *Server) temporary() string { return filepath.Join(s.folder, "tmp") }

func (s *Server) makeFolders() error { return os.Mkdir(s.temporary(), 0o700) }

func (s *Server) install() error {
	program, err := find("mariadb-install-db")
	if err != nil {
		return err
	}
	install := exec.Command(program, "--no-defaults", "--datadir="+s.data(), "--tmpdir="+s.temporary(), "--auth-root-authentication-method=normal", "--skip-test-db")
	install.Args = append(install.Args, asRoot()...)
	if text, err := install.CombinedOutput(); err != nil {
		return fmt.Errorf("mariadb-install-db: %w\n%s", err, text)
	}
	return nil
}

// asRoot lets the server run as root, which it refuses unless told so.
func asRoot() []string {
	if os.Geteuid() == 0 {
		return []string{"--user=root"}
	}
	return nil
}

func (s *Server) run() error {
	program, err := find("mariadbd")
	if err != nil {
		return err
	}
	s.process = exec.Command(program, "--no-defaults", "--datadir="+s.data(), "--tmpdir="+s.temporary(), "--socket="+s.Socket,
		"--pid-file="+filepath.Join(s.folder, "pid"), "--log-error="+filepath.Join(s.folder, "error.log"),
		"--general-log=1", "--general-log-file="+s.Log, "--character-set-server=utf8mb4",
		"--innodb-flush-log-at-trx-commit=2", "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=16M",
		"--skip-innodb-doublewrite", "--performance-schema=0", "--skip-name-resolve", "--max-allowed-packet=64M")
	s.process.Args = append(s.process.Args, asRoot()...)
	network := []string{"--skip-networking"}
	for _, o := range s.options {
		if o != TCP {
			s.process.Args = append(s.process.Args, string(o))
			continue
		}
		if s.Port == 0 { // else it is started again
			if s.Port, err = freePort(); err != nil {
				return err
			}
		}
		network = []string{"--bind-address=127.0.0.1", "--port=" + strconv.Itoa(s.Port)}
	}
	s.process.Args = append(s.process.Args, network...)
	if err := s.process.Start(); err != nil {
		return err
	}
	process, ended := s.process, make(chan error, 1)
	go func() { ended <- process.Wait(); close(ended) }()
	s.ended = ended
	return nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// ready waits until the server answers.
func (s *Server) ready() error {
	db, err := s.connect("")
	if err != nil {
		return err
	}
	defer db.Close()
	deadline := time.After(time.Minute)
	for {
		if err = db.Ping(); err == nil {
			return nil
		}
		select {
		case <-s.ended:
			text, _ := os.ReadFile(filepath.Join(s.folder, "error.log"))
			return fmt.Errorf("mariadbd ended at once:\n%s", text)
		case <-deadline:
			return fmt.Errorf("mariadbd does not answer: %w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// Kill ends the server at once, as a crash would. What was committed is there when it is started again.
func (s *Server) Kill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.process.Process.Kill()
	<-s.ended
}

// Restart starts a server that was killed, with the same options and data, at the same place.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.run()
	if err == nil {
		err = s.ready()
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (s *Server) stop() {
	if s.process != nil && s.process.Process != nil {
		s.Kill()
	}
	os.RemoveAll(s.folder)
}

// connect returns connections of root to a database; empty: to none.
func (s *Server) connect(database string) (*sql.DB, error) {
	settings := driver.NewConfig()
	settings.User, settings.Net, settings.Addr, settings.DBName = "root", "unix", s.Socket, database
	settings.MultiStatements = true
	settings.Logger = &driver.NopLogger{}
	connector, err := driver.NewConnector(settings)
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(connector), nil
}

// URL is the address of a database as wp2pub takes it.
func (s *Server) URL(database string) string {
	return "mysql://root@localhost/" + url.PathEscape(database) + "?socket=" + url.QueryEscape(s.Socket)
}

// DB returns connections of root to a database, for the length of a test.
func (s *Server) DB(t testing.TB, database string) *sql.DB {
	t.Helper()
	db, err := s.connect(database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// Exec runs statements as root; a database may be empty.
func (s *Server) Exec(t testing.TB, database string, statements ...string) {
	t.Helper()
	db := s.DB(t, database)
	for _, statement := range statements {
		if _, err := db.ExecContext(context.Background(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// quote makes a name safe in a statement.
func quote(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }
