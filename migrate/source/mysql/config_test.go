package mysql

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct {
		source string
		want   Config
	}{
		{"mysql://reader@db.example.org:3307/site?prefix=wp_&tls=true&ca=/etc/ca.pem", Config{User: "reader", Host: "db.example.org", Port: 3307, Database: "site", Prefix: "wp_", TLS: "true", CA: "/etc/ca.pem"}},
		{"mariadb://localhost/site", Config{Host: "localhost", Database: "site"}},
		{"mysql:///site?socket=/run/mysqld/mysqld.sock", Config{Socket: "/run/mysqld/mysqld.sock", Database: "site"}},
		{"mysql://u:p%40s%2Fs%23%3F@h/site", Config{User: "u", Password: "p@s/s#?", Host: "h", Database: "site", PasswordShown: true}},
		{"mysql://[::1]:3306/site", Config{Host: "::1", Port: 3306, Database: "site"}},
		{"u@tcp(db:3307)/site", Config{User: "u", Host: "db", Port: 3307, Database: "site"}},
		{"u:p@s/s:w@tcp(db)/site?tls=skip-verify", Config{User: "u", Password: "p@s/s:w", Host: "db", Port: 3306, Database: "site", TLS: "skip-verify", PasswordShown: true}},
		{"u:p@unix(/tmp/s.sock)/site?prefix=x_", Config{User: "u", Password: "p", Socket: "/tmp/s.sock", Database: "site", Prefix: "x_", PasswordShown: true}},
		{"u@/site?charset=latin1&parseTime=true&timeout=3s", Config{User: "u", Host: "127.0.0.1", Port: 3306, Database: "site"}},
	}
	for _, test := range tests {
		got, err := Parse(test.source)
		if err != nil {
			t.Errorf("%s: %v", test.source, err)
			continue
		}
		if got != test.want {
			t.Errorf("%s:\n got %+v\nwant %+v", test.source, fields(got), fields(test.want))
		}
		if !IsAddress(test.source) {
			t.Errorf("%s is not taken for an address", test.source)
		}
	}
	for _, file := range []string{"site.sql", "wp-config.php", "-", "/var/backups/site@night.sql.gz", `C:\dumps\site.sql`} {
		if IsAddress(file) {
			t.Errorf("%s is taken for an address", file)
		}
	}
}

// fields is a Config that prints whole.
type fields Config

func (fields) String() string { return "" }

func (f fields) Format(out fmt.State, _ rune) {
	fmt.Fprintf(out, "%q %q %q %d %q %q %q %q %q %t", f.User, f.Password, f.Host, f.Port, f.Socket, f.Database, f.TLS, f.CA, f.Prefix, f.PasswordShown)
}

func TestParseRefuses(t *testing.T) {
	tests := []struct{ source, want string }{
		{"mysql://u:gehe#im@h/site", "cannot make out"},
		{"mysql://u:gehe%zzim@h/site", "cannot make out"},
		{"mysql://u:geheim@h:port/site", "cannot make out"},
		{"mysql://u:geheim@h:99999/site", "cannot make out"},
		{"mysql://u:geheim@h", "names no database"},
		{"mysql://u:geheim@h/site?tls=maybe", "tls must be"},
		{"mysql://u:geheim@h/site?ca=x.pem&tls=preferred", "tls=true"},
		{"mysql://u:geheim@h/site?allowAllFiles=true", `unknown parameter "allowAllFiles"`},
		{"u:geheim@tcp(h/site", "cannot make out"},
		{"u:geheim@geheim/site", "cannot make out"},
		{"u:geheim@tcp(h)/site?tls=maybe", "tls must be"},
		{"u:geheim@tcp(h)/site?allowAllFiles=true", "allowAllFiles"},
		{"u:geheim@tcp(h)/site?allowCleartextPasswords=true", "allowCleartextPasswords"},
		{"u:geheim@tcp(h)/site?sql_mode=''", "unknown parameter"},
	}
	for _, test := range tests {
		_, err := Parse(test.source)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got error %v; want %q in it", test.source, err, test.want)
		} else if strings.Contains(err.Error(), "gehe") {
			t.Errorf("%s: the error holds the password: %v", test.source, err)
		}
	}
}

func TestConfigPrintsNoPassword(t *testing.T) {
	c := Config{User: "u", Password: "geheim", Host: "h", Database: "site"}
	for _, text := range []string{fmt.Sprint(c), fmt.Sprintf("%+v", c), fmt.Sprintf("%#v", c), fmt.Sprintf("to %s", &c), fmt.Sprintf("%v", []Config{c})} {
		if strings.Contains(text, "geheim") || !strings.Contains(text, "site") {
			t.Errorf("a Config prints as %s", text)
		}
	}
}

func TestComplete(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file := write("password", "of file\r\n")
	options := write("my.cnf", "[client]\nuser=client\npassword=\"of # option\"\nhost=db\nport=3310\nsocket=/tmp/s\n")
	both := map[string]string{"WP2PUB_PASSWORD": "own", "MYSQL_PWD": "mysql", "USER": "login"}
	tests := []struct {
		name    string
		address Config
		env     map[string]string
		file    string
		options string
		want    Config
	}{
		{"password file first", Config{User: "u", Host: "h", Password: "shown"}, both, file, options, Config{User: "u", Host: "h", Password: "of file"}},
		{"then our variable", Config{User: "u", Host: "h", Password: "shown"}, both, "", options, Config{User: "u", Host: "h", Password: "own"}},
		{"then the address", Config{User: "u", Host: "h", Password: "shown"}, map[string]string{"MYSQL_PWD": "mysql"}, "", options, Config{User: "u", Host: "h", Password: "shown"}},
		{"then MySQL's variable", Config{User: "u", Host: "h"}, map[string]string{"MYSQL_PWD": "mysql"}, "", options, Config{User: "u", Host: "h", Password: "mysql"}},
		{"then the option file", Config{User: "u", Host: "h"}, nil, "", options, Config{User: "u", Host: "h", Password: "of # option"}},
		{"the option file says all", Config{}, nil, "", options, Config{User: "client", Host: "db", Port: 3310, Socket: "/tmp/s", Password: "of # option"}},
		{"the login name at last", Config{}, both, "", filepath.Join(folder, "none"), Config{User: "login", Password: "own"}},
	}
	for _, test := range tests {
		got := test.address
		err := got.Complete(Credentials{Env: func(name string) string { return test.env[name] }, PasswordFile: test.file, OptionFile: test.options})
		if err != nil || got != test.want {
			t.Errorf("%s: got %+v, %v; want %+v", test.name, fields(got), err, fields(test.want))
		}
	}
	huge := write("huge", strings.Repeat("x", longestPassword+1))
	for _, bad := range []string{huge, filepath.Join(folder, "none")} {
		if err := new(Config).Complete(Credentials{Env: os.Getenv, PasswordFile: bad}); err == nil {
			t.Errorf("%s is taken for a password file", bad)
		}
	}
}

func TestParseOptionFile(t *testing.T) {
	tests := []struct {
		text string
		want clientOptions
	}{
		{"", clientOptions{}},
		{"\ufeff[client]\r\nuser = me # not you\r\n; password=no\r\n!include /etc/x\r\nport=3307\r\n", clientOptions{user: "me", port: 3307}},
		{"[mysqld]\nuser=mysql\n[ client ]\npassword = 'a # b' # c\n[mysqldump]\npassword=no\n", clientOptions{password: "a # b"}},
		{"[client]\npassword=\"a\\\"b\\\\c\\s\\q\"\n", clientOptions{password: `a"b\c \q`}},
		{"[client]\npassword=one\npassword=two\npassword\n", clientOptions{}},
		{"[client]\npassword='open\nsocket=/tmp/s", clientOptions{password: "'open", socket: "/tmp/s"}},
		{"user=me\n", clientOptions{}},
	}
	for _, test := range tests {
		if got := parseOptionFile(test.text); got != test.want {
			t.Errorf("%q: got %+v, want %+v", test.text, got, test.want)
		}
	}
}

func TestEncryption(t *testing.T) {
	for _, test := range []struct {
		config                  Config
		none, optional, trusted bool
	}{
		{Config{Host: "db.example.org"}, false, true, false},
		{Config{Host: "db.example.org", TLS: "true"}, false, false, true},
		{Config{Host: "db.example.org", TLS: "skip-verify"}, false, false, false},
		{Config{Host: "db.example.org", TLS: "false"}, true, false, false},
		{Config{Host: "127.0.0.1"}, true, false, false},
		{Config{}, true, false, false},
	} {
		settings, optional, err := test.config.encryption()
		if err != nil || (settings == nil) != test.none || optional != test.optional {
			t.Errorf("%v: %v, %v, %v", fields(test.config), settings, optional, err)
		}
		if settings != nil && settings.InsecureSkipVerify == test.trusted {
			t.Errorf("%v: InsecureSkipVerify is %v", fields(test.config), settings.InsecureSkipVerify)
		}
	}
}
