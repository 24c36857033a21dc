package mysql

import (
	"context"
	"database/sql"
	"errors"
	"time"

	driver "github.com/go-sql-driver/mysql"

	"wp2pub/migrate/wordpress"
)

const (
	dialTimeout = 15 * time.Second
	silence     = 5 * time.Minute // how long a server may think about an answer
)

// Source is one WordPress site in a live database, at the moment at which it was opened. It is a migrate.Source and
// belongs to one goroutine.
type Source struct {
	config  Config
	db      *sql.DB
	conn    *sql.Conn // the only connection, inside the snapshot
	line    *answers  // what the connection runs over; nil until it is made
	acfJSON [][]byte
	schema
	batch     batchSize
	witness   *witness                             // nil where there is none
	questions int                                  // to the list of transactions
	entries   []wordpress.Entry                    // the posts, where Site has read them and they stay as they are
	sums      *sums                                // of the pass that read the site, until Digests gives them
	knownMeta func(int64) (wordpress.Digest, bool) // what the meta of posts came to, where it is as it was; nil: it is not known
	whole     map[string]map[int64][]wordpress.Row // plugins' tables without an index to ask by post, see rows.go
}

// Open connects, finds the site's tables and starts the snapshot. It tries once: an *Error that is Transient, of Open or of
// the reading, asks for another Source, since a snapshot that is lost cannot be gone on with. A *wordpress.PrefixError says
// that the prefix of the tables cannot be chosen. ACFJSON are ACF field groups exported as JSON, for definitions that are
// not in the database.
func Open(ctx context.Context, config Config, acfJSON ...[]byte) (*Source, error) {
	if err := config.check(); err != nil {
		return nil, err
	}
	settings, err := config.driver()
	if err != nil {
		return nil, err
	}
	s := &Source{config: config, acfJSON: acfJSON, whole: map[string]map[int64][]wordpress.Row{}}
	settings.DialFunc = s.dial
	connector, err := driver.NewConnector(settings)
	if err != nil {
		return nil, s.unreachable(ctx, err)
	}
	s.db = sql.OpenDB(connector)
	if err := s.connect(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Source) connect(ctx context.Context) (err error) {
	if s.conn, err = s.db.Conn(ctx); err != nil {
		return s.unreachable(ctx, err)
	}
	if err := s.begin(ctx); err != nil {
		return err
	}
	if err := s.readSchema(ctx); err != nil {
		return err
	}
	if err := s.callWitness(ctx); err != nil {
		return err
	}
	_, err = s.conn.ExecContext(ctx, snapshot)
	return s.explain(ctx, snapshot, err)
}

// driver returns the settings of the connection.
func (c Config) driver() (*driver.Config, error) {
	settings := driver.NewConfig()
	settings.User, settings.Passwd, settings.DBName = c.User, c.Password, c.Database
	settings.Net, settings.Addr = c.endpoint()
	settings.Timeout, settings.ReadTimeout, settings.WriteTimeout = dialTimeout, silence, silence
	settings.CheckConnLiveness = false // there is no other connection to turn to
	settings.Logger = &driver.NopLogger{}
	var err error
	settings.TLS, settings.AllowFallbackToPlaintext, err = c.encryption()
	return settings, err
}

// session holds what is set for the connection before the snapshot begins. Most of it keeps a server from cutting a
// long run short; a server that does not know a setting or does not let this user have it loses nothing by that.
var session = []struct {
	statement string
	needed    bool
}{
	{"SET NAMES utf8mb4", true},
	{"SET SESSION wait_timeout = 86400", false},
	{"SET SESSION net_write_timeout = 3600", false},
	{"SET SESSION net_read_timeout = 3600", false},
	{"SET SESSION lock_wait_timeout = LEAST(@@lock_wait_timeout, 240)", false}, // an error of its own before silence
	{"SET SESSION sql_select_limit = 18446744073709551615", false},
	{"SET SESSION max_statement_time = 0", false},                // MariaDB
	{"SET SESSION max_execution_time = 0", false},                // MySQL
	{"SET SESSION idle_transaction_timeout = 0", false},          // MariaDB
	{"SET SESSION idle_readonly_transaction_timeout = 0", false}, // MariaDB
	{"SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ", true},
}

const snapshot = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"

func (s *Source) begin(ctx context.Context) error {
	for _, set := range session {
		_, err := s.conn.ExecContext(ctx, set.statement)
		var fromServer *driver.MySQLError
		if err == nil || !set.needed && errors.As(err, &fromServer) {
			continue
		}
		return s.explain(ctx, set.statement, err)
	}
	return nil
}

// Complete reports true: a database does not end in the middle.
func (s *Source) Complete() bool { return true }

// Close ends the snapshot and the connection. That a server does not hear the farewell is no error: all was read.
func (s *Source) Close() error {
	if s.conn != nil {
		s.conn.Close()
	}
	s.db.Close()
	return nil
}
