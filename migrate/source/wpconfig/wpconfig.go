// Package wpconfig reads the file wp-config.php of a WordPress: which database it uses, and how to get in.
//
// The file is PHP, and is read as text: nothing of it is ever run. What it says in so many words is understood:
// define( 'DB_NAME', 'x' ) with either kind of quotes, literals joined by dots, $table_prefix = 'wp_';. What only PHP
// could work out (getenv, a constant, a variable, two branches of a condition) is an error that names the line.
package wpconfig

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
)

// Config is the database that a wp-config.php names.
type Config struct {
	Database string // DB_NAME
	User     string // DB_USER
	Password string // DB_PASSWORD; empty where Computed says why
	Host     string // DB_HOST without port and socket; empty: this machine
	Port     int    // 0: not said
	Socket   string // path of a Unix socket; empty: none
	Charset  string // DB_CHARSET
	Prefix   string // $table_prefix; empty where it is not said in so many words

	// Computed is set where the password is there, and only PHP could work it out. A password from elsewhere does as
	// well.
	Computed error
}

// largest is more than a wp-config.php ever holds.
const largest = 1 << 20

// IsConfig reports whether the beginning of a file looks like a wp-config.php.
func IsConfig(beginning []byte) bool {
	text := string(beginning)
	return strings.Contains(text, "<?php") && (strings.Contains(text, "DB_NAME") || strings.Contains(text, "$table_prefix"))
}

// Read reads a file.
func Read(path string) (*Config, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > largest {
		return nil, fmt.Errorf("%s is longer than %d bytes, and so no wp-config.php", path, largest)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(path, string(text))
}

// Parse reads the text of a file. Errors name it and the line, never a value.
func Parse(name, text string) (*Config, error) {
	found := parse(text)
	c := &Config{}
	host := ""
	var failures []error
	for _, want := range []struct {
		name   string
		target *string
	}{{"DB_NAME", &c.Database}, {"DB_USER", &c.User}, {"DB_HOST", &host}} {
		value, err := found.value(want.name)
		if err != nil {
			failures = append(failures, fmt.Errorf("%s%w", name, err))
		}
		*want.target = value
	}
	if len(failures) > 0 {
		failures = append(failures, errors.New("the database can be named directly: mysql://user@host:3306/database?prefix=wp_, with the password in WP2PUB_PASSWORD"))
		return nil, errors.Join(failures...)
	}
	var err error
	if c.Password, err = found.value("DB_PASSWORD"); err != nil {
		c.Computed = fmt.Errorf("%s%w; give the password by WP2PUB_PASSWORD or --password-file", name, err)
	}
	c.Charset, _ = found.value("DB_CHARSET")
	c.Prefix, _ = found.value("$table_prefix")
	c.Host, c.Port, c.Socket = splitHost(host)
	return c, nil
}

// splitHost reads the forms of DB_HOST: host, host:port, host:/socket, host:port:/socket, :/socket, [IPv6]:port.
func splitHost(text string) (host string, port int, socket string) {
	if i := strings.Index(text, ":/"); i >= 0 {
		text, socket = text[:i], text[i+1:]
	}
	if net.ParseIP(text) != nil { // also a bare IPv6 address, whose colons split nothing
		return text, 0, socket
	}
	host, number := text, ""
	if i := strings.LastIndexByte(text, ':'); i >= 0 {
		host, number = text[:i], text[i+1:]
	}
	port, _ = strconv.Atoi(number)
	return strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"), port, socket
}
