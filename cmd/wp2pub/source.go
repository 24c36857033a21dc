package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"wp2pub/migrate"
	"wp2pub/migrate/source/dump"
	"wp2pub/migrate/source/mysql"
	"wp2pub/migrate/source/wpconfig"
	"wp2pub/migrate/wordpress"
)

// sourceOptions are the flags that say how SOURCE is to be read.
type sourceOptions struct {
	prefix, database string
	blog             int
	passwordFile     string
	temp             string
	maxInflate       int64
	acfJSON          string
	retries          int
	sums             bool // the digests of posts will be asked for
	patient          bool // the run takes its time anyway
}

// AddFlags adds the flags to a command.
func (o *sourceOptions) AddFlags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.prefix, "prefix", "", "`PREFIX` of the site's tables, where several sites share a database")
	f.StringVar(&o.database, "database", "", "`NAME` of the database, where a dump holds several")
	f.IntVar(&o.blog, "blog", 0, "site `N` of a multisite")
	f.StringVar(&o.passwordFile, "password-file", "", "`FILE` that holds the password of the database and nothing else")
	f.StringVar(&o.temp, "temp", "", "`DIR` for the temporary file that a compressed dump needs")
	f.Int64Var(&o.maxInflate, "max-inflate", 0, "`BYTES` to which a compressed dump may unfold; 0: 200 times its size")
	f.StringVar(&o.acfJSON, "acf-json", "", "`DIR` with exported ACF field groups (acf-json), for definitions that are not in the database")
	f.IntVar(&o.retries, "retries", 5, "begin anew, up to `N` times, where a database cannot be reached, is busy or breaks off; 0: never")
}

// opener opens a source that was found. Each time, it gives one at that moment.
type opener func(context.Context) (migrate.Source, error)

// find finds out what SOURCE is, by its content and not by its name.
func (o *sourceOptions) find(name string, stdin io.Reader, p *printer) (opener, error) {
	groups, err := o.fieldGroups()
	if err != nil {
		return nil, err
	}
	if name == "-" {
		return o.dump(name, stdin, groups), nil
	}
	if mysql.IsAddress(name) {
		config, err := mysql.Parse(name)
		if err != nil {
			return nil, err
		}
		return o.mysql(config, groups, p)
	}
	head, err := beginning(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file. SOURCE is a dump, a wp-config.php, or a database as mysql://user@host/name", name)
	case err != nil:
		return nil, fmt.Errorf("the source cannot be read: %w", err)
	case wpconfig.IsConfig(head):
		named, err := wpconfig.Read(name)
		if err != nil {
			return nil, err
		}
		return o.mysql(fromWordPress(named), groups, p)
	case bytes.HasPrefix(head, []byte("SQLite format 3\x00")), bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \r\n\t"), []byte("<?xml")):
		return nil, fmt.Errorf("%s: this version reads dumps and databases; make a dump of the site with mysqldump or wp db export", name)
	}
	return o.dump(name, stdin, groups), nil
}

func (o *sourceOptions) dump(name string, stdin io.Reader, groups [][]byte) opener {
	return func(ctx context.Context) (migrate.Source, error) {
		return dump.Open(ctx, name, dump.Options{Prefix: o.prefix, Database: o.database, Blog: o.blog, Temp: o.temp, MaxInflate: o.maxInflate, ACFJSON: groups, Stdin: stdin})
	}
}

func (o *sourceOptions) mysql(config mysql.Config, groups [][]byte, p *printer) (opener, error) {
	if config.PasswordShown {
		p.Warn("the password stands on the command line, where others can read it: give it in WP2PUB_PASSWORD, with --password-file or in ~/.my.cnf")
	}
	if o.prefix != "" {
		config.Prefix = o.prefix
	}
	if o.blog != 0 {
		config.Blog = o.blog
	}
	config.Sums, config.Patient = o.sums, o.patient
	credentials := mysql.Credentials{Env: os.Getenv, PasswordFile: o.passwordFile}
	if home, err := os.UserHomeDir(); err == nil {
		credentials.OptionFile = filepath.Join(home, ".my.cnf")
	}
	if err := config.Complete(credentials); err != nil {
		return nil, err
	}
	return func(ctx context.Context) (migrate.Source, error) { return mysql.Open(ctx, config, groups...) }, nil
}

// fromWordPress is the database that a wp-config.php names.
func fromWordPress(c *wpconfig.Config) mysql.Config {
	return mysql.Config{User: c.User, Password: c.Password, Host: c.Host, Port: c.Port, Socket: c.Socket, Database: c.Database, Prefix: c.Prefix}
}

// beginning returns the first bytes of a file; nothing of a pipe, which gives them once.
func beginning(name string) ([]byte, error) {
	if info, err := os.Stat(name); err == nil && info.Mode()&(fs.ModeNamedPipe|fs.ModeCharDevice) != 0 {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	return head[:n], nil
}

// fieldGroups reads the exported ACF field groups.
func (o *sourceOptions) fieldGroups() ([][]byte, error) {
	if o.acfJSON == "" {
		return nil, nil
	}
	files, err := os.ReadDir(o.acfJSON)
	if err != nil {
		return nil, fmt.Errorf("--acf-json: %w", err)
	}
	var groups [][]byte
	for _, file := range files {
		path := filepath.Join(o.acfJSON, file.Name())
		if filepath.Ext(path) != ".json" {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("--acf-json: %w", err)
		}
		if err := wordpress.NewBuilder("").ACFJSON(data); err != nil {
			return nil, fmt.Errorf("--acf-json: %s: %w", path, err)
		}
		groups = append(groups, data)
	}
	if len(groups) == 0 {
		return nil, fmt.Errorf("--acf-json %s: there is no .json file in it", o.acfJSON)
	}
	return groups, nil
}
