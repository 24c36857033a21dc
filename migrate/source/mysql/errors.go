package mysql

import (
	"context"
	"errors"
	"fmt"
	"strings"

	driver "github.com/go-sql-driver/mysql"
)

// The numbers of server errors that have a remedy of their own.
const (
	tooManyConnections = 1040
	databaseDenied     = 1044
	accessDenied       = 1045
	unknownDatabase    = 1049
	tableDenied        = 1142
	columnDenied       = 1143
	noSuchTable        = 1146
	packetTooLarge     = 1153
	lockWaitTimeout    = 1205
	definitionChanged  = 1412
	queryInterrupted   = 1317
	connectionKilled   = 1927 // MariaDB
	statementTimedOut  = 1969 // MariaDB
	executionTimedOut  = 3024 // MySQL
)

// explain turns an error of the driver or the server into one that says what was being done, where, and what to do.
// What comes from there is repeated without the password, and the result wraps nothing that could hold it.
func (c Config) explain(ctx context.Context, doing string, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	text := c.scrub(err.Error())
	var fromServer *driver.MySQLError
	if !errors.As(err, &fromServer) {
		return fmt.Errorf("the connection to the database server %s was lost while %s (%s): nothing is wrong with what was read until then; run again, and if it happens again, see in the server's log who ends the connection, or read a dump instead", c.address(), doing, text)
	}
	return fmt.Errorf("the database server %s refuses %s: %s; %s", c.address(), doing, text, c.remedy(fromServer.Number))
}

func (c Config) remedy(number uint16) string {
	switch number {
	case tooManyConnections:
		return "try again when fewer programs are connected"
	case accessDenied:
		return fmt.Sprintf("check the user %q and the password, given by WP2PUB_PASSWORD or --password-file", c.User)
	case databaseDenied, tableDenied, columnDenied:
		return fmt.Sprintf("give the user the right to read: GRANT SELECT ON `%s`.* TO …", c.Database)
	case unknownDatabase:
		return "check the name of the database in the address"
	case noSuchTable, definitionChanged:
		return "the tables were changed while they were read: run again when the site's update or import is over"
	case packetTooLarge:
		return "raise max_allowed_packet on the server"
	case lockWaitTimeout, queryInterrupted, connectionKilled, statementTimedOut, executionTimedOut:
		return "the server cut the reading short: run again, when it is less busy or with longer limits for this user"
	}
	return "see the server's manual for this error"
}

// scrub takes the password out of a text that this program did not write.
func (c Config) scrub(text string) string {
	if c.Password == "" {
		return text
	}
	return strings.ReplaceAll(text, c.Password, "***")
}

// unreachable says that no connection could be made at all.
func (c Config) unreachable(ctx context.Context, err error) error {
	var fromServer *driver.MySQLError
	if ctx.Err() != nil || errors.As(err, &fromServer) {
		return c.explain(ctx, "the connection", err)
	}
	text := c.scrub(err.Error())
	hint := "check that the server runs and accepts connections from here"
	switch {
	case errors.Is(err, driver.ErrCleartextPassword), errors.Is(err, driver.ErrOldPassword), errors.Is(err, driver.ErrUnknownPlugin):
		text = "it asks for the password in a way that would give it away, or that is not known here"
		hint = "use a user with mysql_native_password, caching_sha2_password or ed25519"
	case strings.Contains(text, "x509:"):
		hint = "name the authority that signed its certificate with ca=FILE, or choose tls=skip-verify"
	case strings.Contains(text, "tls:"), errors.Is(err, driver.ErrNoTLS):
		hint = "the two sides agree on no encryption: choose tls=false if the way there is trusted"
	}
	return fmt.Errorf("cannot reach the database server %s: %s; %s", c.address(), text, hint)
}

// unasked says that rows came that were not asked for, or not in the order asked for.
func (c Config) unasked(t *table) error {
	return fmt.Errorf("the database server %s does not answer what it is asked: rows of %s come out of order; check the table on the server with CHECK TABLE", c.address(), t.name)
}
