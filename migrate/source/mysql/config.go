package mysql

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"

	driver "github.com/go-sql-driver/mysql"
)

// Config says where a site's database is and how to get in.
type Config struct {
	User, Password string
	Host           string // name or IP address; empty: this machine
	Port           int    // 0: 3306
	Socket         string // path of a Unix socket, instead of Host and Port
	Database       string
	TLS            string // false, preferred, true or skip-verify; empty: preferred, and none within this machine
	CA             string // PEM file of the authorities to trust with TLS "true"; empty: the system's
	Prefix         string // of the site's tables; empty: found by itself
	Blog           int    // number of a site of a multisite; 0: the main site
	Sums           bool   // Digests will be asked for: Site takes the sums on its way
	Patient        bool   // Open may wait for a second or two, for a later run to know that nothing changed since

	// PasswordShown says that the password stood in the address, where others can read it in the list of processes.
	PasswordShown bool
}

// String names the server, the database and the user, never the password.
func (c Config) String() string {
	text := c.address()
	if c.Database != "" {
		text = c.Database + " on " + text
	}
	if c.User != "" {
		text += " (user " + c.User + ")"
	}
	return text
}

// GoString is String, so that no form of printing shows the password.
func (c Config) GoString() string { return c.String() }

// address is the server alone.
func (c Config) address() string {
	if c.Socket != "" {
		return c.Socket
	}
	return net.JoinHostPort(c.host(), strconv.Itoa(c.port()))
}

func (c Config) host() string {
	if c.Host == "" {
		return "localhost"
	}
	return c.Host
}

func (c Config) port() int {
	if c.Port == 0 {
		return 3306
	}
	return c.Port
}

// local reports whether the server is on this machine, as far as its name tells.
func (c Config) local() bool {
	ip := net.ParseIP(c.Host)
	return c.Socket != "" || c.host() == "localhost" || ip != nil && ip.IsLoopback()
}

// schemes are those that the addresses of MySQL and MariaDB begin with.
var schemes = []string{"mysql://", "mariadb://"}

// IsAddress reports whether a source's name is one that Parse understands.
func IsAddress(source string) bool {
	for _, scheme := range schemes {
		if strings.HasPrefix(source, scheme) {
			return true
		}
	}
	for _, network := range []string{"@tcp(", "@tcp6(", "@unix(", "@/"} {
		if strings.Contains(source, network) {
			return true
		}
	}
	return strings.HasPrefix(source, "tcp(") || strings.HasPrefix(source, "unix(")
}

// errAddress does not repeat the address: it may hold a password.
var errAddress = errors.New("cannot make out the database's address: write mysql://user@host:3306/database or user@tcp(host:3306)/database, with the odd characters of a mysql:// address percent-encoded; the password is best left to WP2PUB_PASSWORD")

// Parse reads mysql://user@host:3306/database?prefix=wp_&tls=…&ca=FILE&socket=PATH, or the DSN of
// go-sql-driver/mysql, user:password@tcp(host:3306)/database?tls=…. Errors do not repeat the address.
func Parse(source string) (Config, error) {
	var c Config
	var err error
	if slices.ContainsFunc(schemes, func(s string) bool { return strings.HasPrefix(source, s) }) {
		c, err = parseURL(source)
	} else {
		c, err = parseDSN(source)
	}
	if err != nil {
		return Config{}, err
	}
	c.PasswordShown = c.Password != ""
	return c, c.check()
}

func parseURL(source string) (Config, error) {
	u, err := url.Parse(source)
	if err != nil || u.Fragment != "" {
		return Config{}, errAddress
	}
	c := Config{User: u.User.Username(), Host: u.Hostname(), Database: strings.TrimPrefix(u.Path, "/")}
	c.Password, _ = u.User.Password()
	if u.Port() != "" {
		if c.Port, err = strconv.Atoi(u.Port()); err != nil {
			return Config{}, errAddress
		}
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return Config{}, errAddress
	}
	for name, values := range query {
		if err := c.set(name, values[len(values)-1]); err != nil {
			return Config{}, err
		}
	}
	return c, nil
}

// set takes one parameter of an address.
func (c *Config) set(name, value string) error {
	switch name {
	case "prefix":
		c.Prefix = value
	case "tls":
		c.TLS = value
	case "ca":
		c.CA = value
	case "socket":
		c.Socket = value
	default:
		return fmt.Errorf("the database's address has an unknown parameter %q; there are prefix, tls, ca and socket", name)
	}
	return nil
}

func parseDSN(source string) (Config, error) {
	dsn, err := driver.ParseDSN(source)
	if err != nil {
		if strings.Contains(source, "tls=") && strings.HasPrefix(err.Error(), "invalid value / unknown config name") {
			return Config{}, errTLS
		}
		return Config{}, errAddress
	}
	if dsn.AllowAllFiles || dsn.AllowCleartextPasswords || dsn.AllowOldPasswords {
		return Config{}, errors.New("the database's address sets allowAllFiles, allowCleartextPasswords or allowOldPasswords: these would hand local files or the password to whoever answers at this address, and reading needs none of them; take them out")
	}
	c := Config{User: dsn.User, Password: dsn.Passwd, Database: dsn.DBName, TLS: dsn.TLSConfig}
	for name, value := range dsn.Params {
		if err := c.set(name, value); err != nil {
			return Config{}, err
		}
	}
	switch dsn.Net {
	case "unix":
		c.Socket = dsn.Addr
	case "tcp", "tcp4", "tcp6":
		host, port, err := net.SplitHostPort(dsn.Addr)
		if err != nil {
			return Config{}, errAddress
		}
		c.Host = host
		if c.Port, err = strconv.Atoi(port); err != nil {
			return Config{}, errAddress
		}
	default:
		return Config{}, errAddress
	}
	return c, nil
}

var errTLS = errors.New("tls must be false, preferred, true or skip-verify")

func (c *Config) check() error {
	if !slices.Contains([]string{"", "false", "preferred", "true", "skip-verify"}, c.TLS) {
		return errTLS
	}
	if c.CA != "" && c.TLS != "" && c.TLS != "true" {
		return errors.New("ca names the authority that tls=true trusts; it has no meaning with another tls")
	}
	if c.Port < 0 || c.Port > 65535 {
		return errAddress
	}
	if c.Database == "" {
		return errors.New("the database's address names no database: write mysql://user@host:3306/database")
	}
	return nil
}

// encryption returns the TLS settings, nil for none, and whether to go on without where the server has none.
func (c *Config) encryption() (settings *tls.Config, optional bool, err error) {
	mode := c.TLS
	switch {
	case mode == "" && c.CA != "":
		mode = "true"
	case mode == "" && c.local():
		mode = "false"
	case mode == "":
		mode = "preferred"
	}
	settings = &tls.Config{ServerName: c.host(), MinVersion: tls.VersionTLS12}
	switch mode {
	case "false":
		return nil, false, nil
	case "preferred", "skip-verify":
		settings.InsecureSkipVerify = true
	default:
		settings.RootCAs, err = authorities(c.CA)
	}
	return settings, mode == "preferred", err
}
