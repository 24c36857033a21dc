package mysql

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"strings"

	driver "github.com/go-sql-driver/mysql"
)

// Error is what went wrong at the server or on the way there, and what to do. It wraps nothing, since what comes from there
// could hold the password.
type Error struct {
	text      string
	transient bool
	endless   bool // an answer outgrew largestAnswer
}

// Error implements error.
func (e *Error) Error() string { return e.text }

// Transient reports whether the same may go well in a moment: the server was restarted, full or busy, or the connection
// broke. What a server refuses on its merits, it will refuse again.
func (e *Error) Transient() bool { return e.transient }

// The numbers of server errors that have a remedy of their own.
const (
	tooManyConnections  = 1040
	databaseDenied      = 1044
	accessDenied        = 1045
	notReady            = 1047 // Galera: a node that catches up with the others
	unknownDatabase     = 1049
	shutDown            = 1053
	noThread            = 1135
	tableDenied         = 1142
	columnDenied        = 1143
	noSuchTable         = 1146
	aborted             = 1152
	packetTooLarge      = 1153
	readFailed          = 1158
	readInterrupted     = 1159
	writeFailed         = 1160
	writeInterrupted    = 1161
	tooManyOfUser       = 1203
	lockWaitTimeout     = 1205
	deadlock            = 1213
	userLimit           = 1226
	queryInterrupted    = 1317
	definitionChanged   = 1412
	connectionKilled    = 1927 // MariaDB
	statementTimedOut   = 1969 // MariaDB
	executionTimedOut   = 3024 // MySQL
	sessionKilled       = 3169 // MySQL
	interactionTimedOut = 4031 // MySQL
)

// explain turns an error of the driver or the server into one that says what was being done, where, and what to do.
// What comes from there is repeated without the password.
func (s *Source) explain(ctx context.Context, doing string, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	c := s.config
	var fromServer *driver.MySQLError
	if errors.As(err, &fromServer) {
		remedy, transient := c.remedy(fromServer.Number)
		return &Error{text: fmt.Sprintf("the database server %s refuses %s: %s; %s", c.address(), doing, c.scrub(err.Error()), remedy), transient: transient}
	}
	switch broken := s.line.brokenBy(); {
	case errors.Is(broken, errEndless):
		return &Error{text: fmt.Sprintf("the answer of the database server %s to %s is longer than %d MB; read a dump instead", c.address(), doing, s.line.limit>>20), endless: true}
	case broken != nil:
		return &Error{text: fmt.Sprintf("the connection to the database server %s was lost during %s (%s): nothing is wrong with what was read until then; if it happens again, see in the server's log who ends the connection, or read a dump instead", c.address(), doing, c.scrub(broken.Error())), transient: true}
	}
	return &Error{text: fmt.Sprintf("the database server %s answers %s in a way that cannot be understood (%s); see that the address is that of a MySQL or MariaDB server, or read a dump instead", c.address(), doing, c.scrub(err.Error()))}
}

// about says of which posts an answer that did not end spoke: the first of them, or all together, are too much.
func about(ids []int64, err error) error {
	var e *Error
	if !errors.As(err, &e) || !e.endless || len(ids) == 0 {
		return err
	}
	posts := fmt.Sprintf("post %d", ids[0])
	if len(ids) > 1 {
		posts = fmt.Sprintf("one of the posts %d to %d, or all together", ids[0], ids[len(ids)-1])
	}
	return &Error{text: "too much text in " + posts + ": " + e.text, endless: true}
}

// remedy says what to do about an error of the server, and whether a moment's patience may do. A table that has gone does
// not come back whole in a moment: who drops it is about to fill it anew.
func (c Config) remedy(number uint16) (text string, transient bool) {
	switch number {
	case tooManyConnections, tooManyOfUser, userLimit, noThread:
		return "see that fewer programs are connected at a time, or that more may be", true
	case notReady, shutDown:
		return "see that the server is up again", true
	case accessDenied:
		return fmt.Sprintf("check the user %q and the password, given by WP2PUB_PASSWORD or --password-file", c.User), false
	case databaseDenied, tableDenied, columnDenied:
		return fmt.Sprintf("give the user the right to read: GRANT SELECT ON `%s`.* TO …", c.Database), false
	case unknownDatabase:
		return "check the name of the database in the address", false
	case noSuchTable, definitionChanged:
		return "the tables were changed while they were read: run again when the site's update or import is over", number == definitionChanged
	case packetTooLarge:
		return "raise max_allowed_packet on the server", false
	case lockWaitTimeout, deadlock:
		return "another program holds the tables: run again when it is done", true
	case queryInterrupted, connectionKilled, sessionKilled, statementTimedOut, executionTimedOut, interactionTimedOut,
		aborted, readFailed, readInterrupted, writeFailed, writeInterrupted:
		return "the server cut the reading short: run again, when it is less busy or with longer limits for this user", true
	}
	return "see the server's manual for this error", false
}

// scrub takes the password out of a text that this program did not write.
func (c Config) scrub(text string) string {
	if c.Password == "" {
		return text
	}
	return strings.ReplaceAll(text, c.Password, "***")
}

// unreachable says that no connection could be made at all.
func (s *Source) unreachable(ctx context.Context, err error) error {
	var fromServer *driver.MySQLError
	if ctx.Err() != nil || errors.As(err, &fromServer) {
		return s.explain(ctx, "the connection", err)
	}
	var network net.Error
	broken := s.line.brokenBy()
	e := &Error{transient: (errors.As(err, &network) || broken != nil) && !errors.Is(err, fs.ErrPermission)}
	text := s.config.scrub(err.Error())
	hint := "check that the server runs and accepts connections from here"
	switch {
	case errors.Is(err, driver.ErrCleartextPassword), errors.Is(err, driver.ErrOldPassword), errors.Is(err, driver.ErrUnknownPlugin):
		text = "it asks for the password in a way that would give it away, or that is not known here"
		hint, e.transient = "use a user with mysql_native_password, caching_sha2_password or ed25519", false
	case strings.Contains(text, "x509:"):
		hint, e.transient = "name the authority that signed its certificate with ca=FILE, or choose tls=skip-verify", false
	case strings.Contains(text, "tls:"), errors.Is(err, driver.ErrNoTLS):
		hint, e.transient = "the two sides agree on no encryption: choose tls=false if the way there is trusted", false
	case broken != nil:
		text = s.config.scrub(broken.Error())
	}
	e.text = fmt.Sprintf("cannot reach the database server %s: %s; %s", s.config.address(), text, hint)
	return e
}

// unasked says that rows came that were not asked for, or not in the order asked for.
func (c Config) unasked(t *table) error {
	return fmt.Errorf("the database server %s does not answer what it is asked: rows of %s come out of order; check the table on the server with CHECK TABLE", c.address(), t.name)
}
