package mysql

import (
	"context"
	"fmt"
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

// answers is a connection that gives up a server whose answer does not end.
type answers struct {
	net.Conn
	left int64
}

func dial(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: dialTimeout}
	conn, err := dialer.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return &answers{Conn: conn, left: largestAnswer}, nil
}

func (a *answers) Read(p []byte) (int, error) {
	n, err := a.Conn.Read(p)
	if a.left -= int64(n); a.left < 0 {
		return 0, fmt.Errorf("the server's answer is longer than %d MB", largestAnswer>>20)
	}
	return n, err
}

// Write asks a new question.
func (a *answers) Write(p []byte) (int, error) {
	a.left = largestAnswer
	return a.Conn.Write(p)
}
