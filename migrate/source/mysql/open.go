package mysql

import (
	"context"
	"database/sql"
	"errors"
	"net"
	"time"

	driver "github.com/go-sql-driver/mysql"

	"wp2pub/migrate/wordpress"
)

const (
	dialTimeout = 15 * time.Second
	silence     = 5 * time.Minute // how long a server may think about an answer
	attempts    = 3               // to reach the server at all
	firstPause  = 300 * time.Millisecond
)

// Source is one WordPress site in a live database, at the moment at which it was opened. It is a migrate.Source and
// belongs to one goroutine.
type Source struct {
	config  Config
	db      *sql.DB
	conn    *sql.Conn // the only connection, inside the snapshot
	acfJSON [][]byte
	schema
	batch   batchSize
	entries []wordpress.Entry                    // the posts, where Site has read them and they stay as they are
	sums    *sums                                // of the pass that read the site, until Digests gives them
	whole   map[string]map[int64][]wordpress.Row // plugins' tables without an index to ask by post, see rows.go
}

// Open connects, finds the site's tables and starts the snapshot. A server that cannot be reached is tried again for
// about a second. A *wordpress.PrefixError says that the prefix of the tables cannot be chosen. ACFJSON are ACF field
// groups exported as JSON, for definitions that are not in the database.
func Open(ctx context.Context, config Config, acfJSON ...[]byte) (*Source, error) {
	if err := config.check(); err != nil {
		return nil, err
	}
	settings, err := config.driver()
	if err != nil {
		return nil, err
	}
	connector, err := driver.NewConnector(settings)
	if err != nil {
		return nil, config.unreachable(ctx, err)
	}
	s := &Source{config: config, acfJSON: acfJSON, db: sql.OpenDB(connector), whole: map[string]map[int64][]wordpress.Row{}}
	if err := s.connect(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Source) connect(ctx context.Context) (err error) {
	pause := firstPause
	for attempt := 1; ; attempt++ {
		if s.conn, err = s.db.Conn(ctx); err == nil {
			break
		}
		if attempt == attempts || !worthRetrying(err) || !wait(ctx, pause) {
			return s.config.unreachable(ctx, err)
		}
		pause *= 3
	}
	if err := s.begin(ctx); err != nil {
		return err
	}
	return s.readSchema(ctx)
}

// worthRetrying reports whether a moment's patience may help: the server restarts or is full, but did not refuse.
func worthRetrying(err error) bool {
	var fromServer *driver.MySQLError
	if errors.As(err, &fromServer) {
		return fromServer.Number == tooManyConnections
	}
	var network net.Error
	return errors.As(err, &network)
}

// wait pauses, and reports whether it was not interrupted.
func wait(ctx context.Context, pause time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(pause):
		return true
	}
}

// driver returns the settings of the connection.
func (c Config) driver() (*driver.Config, error) {
	settings := driver.NewConfig()
	settings.User, settings.Passwd, settings.DBName = c.User, c.Password, c.Database
	settings.Net, settings.Addr = c.endpoint()
	settings.Timeout, settings.ReadTimeout, settings.WriteTimeout = dialTimeout, silence, silence
	settings.CheckConnLiveness = false // there is no other connection to turn to
	settings.Logger = &driver.NopLogger{}
	settings.DialFunc = dial
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
	{"SET SESSION sql_select_limit = 18446744073709551615", false},
	{"SET SESSION max_statement_time = 0", false},                // MariaDB
	{"SET SESSION max_execution_time = 0", false},                // MySQL
	{"SET SESSION idle_transaction_timeout = 0", false},          // MariaDB
	{"SET SESSION idle_readonly_transaction_timeout = 0", false}, // MariaDB
	{"SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ", true},
	{"START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", true},
}

func (s *Source) begin(ctx context.Context) error {
	for _, set := range session {
		_, err := s.conn.ExecContext(ctx, set.statement)
		var fromServer *driver.MySQLError
		if err == nil || !set.needed && errors.As(err, &fromServer) {
			continue
		}
		return s.config.explain(ctx, set.statement, err)
	}
	return nil
}

// Complete reports true: a database does not end in the middle.
func (s *Source) Complete() bool { return true }

// Close ends the snapshot and the connection.
func (s *Source) Close() error {
	if s.conn != nil {
		s.conn.Close()
	}
	return s.db.Close()
}
