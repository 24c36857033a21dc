package mysql

import (
	"cmp"
	"context"
	"errors"
	"net"
	"os"
	"strconv"
)

// usualSockets are where servers of this machine listen: Debian and its kin, Red Hat and its kin, built from source,
// MAMP, XAMPP.
var usualSockets = []string{
	"/run/mysqld/mysqld.sock", "/var/run/mysqld/mysqld.sock", "/var/lib/mysql/mysql.sock", "/tmp/mysql.sock",
	"/Applications/MAMP/tmp/mysql/mysql.sock", "/opt/lampp/var/mysql/mysql.sock",
}

// endpoint returns the network and address to dial. The name localhost without a port means, as for PHP and for
// MySQL's own clients, the socket of this machine's server, if there is one.
func (c Config) endpoint() (network, address string) {
	if c.Socket != "" {
		return "unix", c.Socket
	}
	if c.host() == "localhost" && c.Port == 0 {
		for _, path := range usualSockets {
			if info, err := os.Stat(path); err == nil && info.Mode()&os.ModeSocket != 0 {
				return "unix", path
			}
		}
	}
	return "tcp", net.JoinHostPort(c.host(), strconv.Itoa(c.port()))
}

// largestAnswer bounds the bytes that a server may send in answer to one question. A page of a site is some
// megabytes, and MySQL's own clients take rows of at most 16 to 64 MB.
const largestAnswer = 512 << 20

// errEndless is what breaks the connection to a server whose answer does not end.
var errEndless = errors.New("the server's answer does not end")

// answers is a connection that gives up a server whose answer does not end, and that knows what broke it: the driver keeps
// that to itself.
type answers struct {
	net.Conn
	limit, left int64
	broken      error // the first error of the connection
}

// brokenBy is what broke the connection; nil where it is whole, or was never made.
func (a *answers) brokenBy() error {
	if a == nil {
		return nil
	}
	return a.broken
}

// dial connects. It is called once.
func (s *Source) dial(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: dialTimeout}
	conn, err := dialer.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	s.line = &answers{Conn: conn, limit: largestAnswer, left: largestAnswer}
	return s.line, nil
}

func (a *answers) Read(p []byte) (int, error) {
	n, err := a.Conn.Read(p)
	if a.left -= int64(n); a.left < 0 {
		n, err = 0, errEndless
	}
	a.broken = cmp.Or(a.broken, err)
	return n, err
}

// Write asks a new question.
func (a *answers) Write(p []byte) (int, error) {
	a.left = a.limit
	n, err := a.Conn.Write(p)
	a.broken = cmp.Or(a.broken, err)
	return n, err
}
