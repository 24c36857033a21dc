package mysql

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Credentials are the places beside the address where a password may be.
type Credentials struct {
	Env          func(string) string // looks up WP2PUB_PASSWORD, MYSQL_PWD and USER, as os.Getenv does
	PasswordFile string              // holds the password and nothing else; empty: none
	OptionFile   string              // such as ~/.my.cnf; empty or not there: none
}

// Complete fills in what the address does not say. The password is the first of: the password file,
// WP2PUB_PASSWORD, the address or wp-config.php itself, MYSQL_PWD, the option file. User, host, port and socket come
// from the option file, the user else from USER; an address that names a server keeps it.
func (c *Config) Complete(from Credentials) error {
	options, err := readOptionFile(from.OptionFile)
	if err != nil {
		return err
	}
	if from.PasswordFile != "" {
		if c.Password, err = readPassword(from.PasswordFile); err != nil {
			return err
		}
	} else if word := from.Env("WP2PUB_PASSWORD"); word != "" {
		c.Password = word
	}
	c.Password = cmp.Or(c.Password, from.Env("MYSQL_PWD"), options.password)
	c.User = cmp.Or(c.User, options.user, from.Env("USER"))
	if c.Host == "" && c.Socket == "" {
		c.Host, c.Socket = options.host, options.socket
		if c.Port == 0 {
			c.Port = options.port
		}
	}
	return nil
}

// longestPassword is more than any server takes; a password file that is longer is some other file.
const longestPassword = 4096

// readPassword returns the text of a file without the line end after it.
func readPassword(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", fmt.Errorf("cannot read the password file: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, longestPassword+1))
	if err != nil {
		return "", fmt.Errorf("cannot read the password file: %w", err)
	}
	if len(text) > longestPassword {
		return "", fmt.Errorf("the password file %s is longer than %d bytes; it must hold the password and nothing else", file, longestPassword)
	}
	return strings.TrimSuffix(strings.TrimSuffix(string(text), "\n"), "\r"), nil
}

func readOptionFile(file string) (clientOptions, error) {
	if file == "" {
		return clientOptions{}, nil
	}
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return clientOptions{}, nil
	}
	if err != nil {
		return clientOptions{}, fmt.Errorf("cannot read the option file: %w", err)
	}
	return parseOptionFile(string(text)), nil
}
