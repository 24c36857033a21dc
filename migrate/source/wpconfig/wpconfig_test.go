package wpconfig

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// usual is the file that WordPress's installer writes.
const usual = `<?php
/**
 * The base configuration for WordPress
 * define( 'DB_NAME', 'in a comment' );
 */
// ** Database settings - You can get this info from your web host ** //
define( 'DB_NAME', 'site' );
define( 'DB_USER', 'reader' );
define( 'DB_PASSWORD', 'geheim' );
define( 'DB_HOST', 'localhost' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
# define( 'DB_NAME', 'another' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`

func TestParse(t *testing.T) {
	plain := Config{Database: "site", User: "reader", Password: "geheim", Host: "localhost", Charset: "utf8mb4", Prefix: "wp_"}
	with := func(change func(*Config)) Config {
		c := plain
		change(&c)
		return c
	}
	tests := []struct {
		name, old, new string
		want           Config
	}{
		{"the usual", "", "", plain},
		{"double quotes", `'DB_NAME', 'site'`, `"DB_NAME" , "site"`, plain},
		{"capitals and no blanks", `define( 'DB_NAME', 'site' )`, `DEFINE('DB_NAME','site')`, plain},
		{"a comment inside", `'DB_NAME', 'site'`, `/* the name */ 'DB_NAME', // here
			'site'`, plain},
		{"several lines", `'DB_NAME', 'site'`, "\n'DB_NAME',\n'site'\n", plain},
		{"a third argument", `'site' )`, `'site', false )`, plain},
		{"joined", `'site'`, `'si' . "te"`, plain},
		{"CRLF", "\n", "\r\n", plain},
		{"escapes of single quotes", `'geheim'`, `'a\'b\\c\n"$x'`, with(func(c *Config) { c.Password = `a'b\c\n"$x` })},
		{"escapes of double quotes", `'geheim'`, `"\"\\\$\x41\101\u{e9}\q$ {5"`, with(func(c *Config) { c.Password = `"\$AAé\q$ {5` })},
		{"odd characters", `'geheim'`, `'p@ss:w/o?r#d%&;?> <?php'`, with(func(c *Config) { c.Password = `p@ss:w/o?r#d%&;?> <?php` })},
		{"said twice alike", `define( 'DB_USER'`, `define( 'DB_NAME', 'site' ); define( 'DB_USER'`, plain},
		{"guarded", `define( 'DB_NAME'`, `defined( 'DB_NAME' ) || define( 'DB_NAME'`, plain},
		{"port", `'localhost'`, `'db.example.org:3307'`, with(func(c *Config) { c.Host, c.Port = "db.example.org", 3307 })},
		{"socket", `'localhost'`, `'localhost:/run/mysqld/mysqld.sock'`, with(func(c *Config) { c.Socket = "/run/mysqld/mysqld.sock" })},
		{"socket alone", `'localhost'`, `':/tmp/mysql.sock'`, with(func(c *Config) { c.Host, c.Socket = "", "/tmp/mysql.sock" })},
		{"port and socket", `'localhost'`, `'h:3307:/tmp/s'`, with(func(c *Config) { c.Host, c.Port, c.Socket = "h", 3307, "/tmp/s" })},
		{"IPv6", `'localhost'`, `'::1'`, with(func(c *Config) { c.Host = "::1" })},
		{"IPv6 with port", `'localhost'`, `'[::1]:3307'`, with(func(c *Config) { c.Host, c.Port = "::1", 3307 })},
		{"another prefix", `'wp_'`, `"blog7_"`, with(func(c *Config) { c.Prefix = "blog7_" })},
		{"a prefix worked out", `'wp_'`, `getenv( 'PREFIX' ) ?: 'wp_'`, with(func(c *Config) { c.Prefix = "" })},
		{"HTML before and behind", `<?php`, "<p>define('DB_NAME','no')</p><?php ?> text <?php", plain},
		{"a heredoc", `$table_prefix`, "$x = <<<END\n define('DB_NAME','no');\n  END;\n$table_prefix", plain},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.ReplaceAll(usual, test.old, test.new)
			if test.old == "" {
				text = usual
			} else if text == usual {
				t.Fatal("the test changes nothing")
			}
			got, err := Parse("wp-config.php", text)
			if err != nil {
				t.Fatal(err)
			}
			if *got != test.want {
				t.Errorf("got  %+v\nwant %+v", *got, test.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           string // in the error
	}{
		{"getenv", `'site'`, `getenv('DB_NAME')`, "wp-config.php:7: DB_NAME is worked out by PHP (getenv)"},
		{"the container image's function", `'reader'`, `getenv_docker('WORDPRESS_DB_USER', 'example username')`, "wp-config.php:8: DB_USER is worked out by PHP (getenv_docker)"},
		{"a constant", `'localhost'`, `MY_HOST`, "wp-config.php:10: DB_HOST is worked out by PHP (MY_HOST)"},
		{"a variable", `'site'`, `$name`, "wp-config.php:7: DB_NAME is worked out by PHP ($name)"},
		{"a variable in a string", `'site'`, `"site_$stage"`, "wp-config.php:7: DB_NAME is worked out by PHP"},
		{"a literal and a constant", `'site'`, `'site' . STAGE`, "wp-config.php:7: DB_NAME is worked out by PHP (STAGE)"},
		{"a condition", `'site'`, `'site' ?: 'x'`, "wp-config.php:7: DB_NAME is worked out by PHP (?)"},
		{"two branches", `define( 'DB_CHARSET'`, `define( 'DB_NAME', 'live' ); define( 'DB_CHARSET'`, "wp-config.php:11: DB_NAME has another value than in line 7"},
		{"no database", `'DB_NAME'`, `'DBNAME'`, "wp-config.php: there is no DB_NAME"},
		{"several at once", `'site'`, `SITE`, "mysql://user@host:3306/database"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("wp-config.php", strings.ReplaceAll(usual, test.old, test.new))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("got error %v; want %q in it", err, test.want)
			}
			if strings.Contains(err.Error(), "geheim") {
				t.Error("the error holds the password")
			}
		})
	}
}

// A password that only PHP knows may still come from elsewhere.
func TestComputedPassword(t *testing.T) {
	c, err := Parse("wp-config.php", strings.ReplaceAll(usual, `'geheim'`, `getenv('PW')`))
	if err != nil {
		t.Fatal(err)
	}
	if c.Computed == nil || !strings.Contains(c.Computed.Error(), "wp-config.php:9: DB_PASSWORD") || !strings.Contains(c.Computed.Error(), "WP2PUB_PASSWORD") {
		t.Errorf("Computed is %v", c.Computed)
	}
}

func TestRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wp-config.php")
	if err := os.WriteFile(path, []byte(usual), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, err := Read(path); err != nil || c.Database != "site" {
		t.Errorf("got %+v, %v", c, err)
	}
	if err := os.Truncate(path, largest+1); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(path); err == nil {
		t.Error("a huge file is taken for a wp-config.php")
	}
	if !IsConfig([]byte(usual)) || IsConfig([]byte("-- MariaDB dump\nINSERT INTO x VALUES ('DB_NAME')")) {
		t.Error("IsConfig takes the one for the other")
	}
}

// FuzzParse holds the tokenizer to ending, not failing, and finding in a file that begins as usual what stands there.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", usual, "<?php '", "<?php \"\\", "<?php <<<", "<?php <<<A", "<?php /*", "<?php $", "<?php define('DB_NAME'", "<?", "<?php \"\\u{", "<?php \"\\x", "<?php #[", "<?php define('a', .", "?>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Parse("wp-config.php", text)
		for _, token := range tokenize(text) {
			if token.line < 1 || token.line > 1+strings.Count(text, "\n") {
				t.Fatalf("line %d of %q", token.line, token.text)
			}
		}
		literal := "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(text) + "'"
		got, err := Parse("wp-config.php", strings.ReplaceAll(usual, "'geheim'", literal))
		if err != nil || got.Password != text {
			t.Fatalf("the password %q is read as %q, %v", text, got.Password, err)
		}
	})
}
