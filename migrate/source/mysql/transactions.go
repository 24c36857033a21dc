package mysql

import (
	"context"
	"fmt"
	"time"
)

// The list of transactions, information_schema.INNODB_TRX, takes the right PROCESS. InnoDB does not renew it until nobody has read
// it for a tenth of a second, which others may do all the time; and it ends where it takes too much memory, and does not say so.
const (
	listRests  = 110 * time.Millisecond
	listTries  = 5
	mostListed = 100 // transactions; of as many, a list is never too long
)

// transactions tells when those of others began that were open at one moment after it was called, in seconds of an unknown time
// zone. It goes by a transaction of its own that began now, by the server's clock, and in which it is to be called: a list in which that
// asks this very question is no older than the question. Where there is none after some tries, nobody knows; nor where the
// zone is one that counts leap seconds.
func (s *Source) transactions(ctx context.Context, now float64) (began []int64, known bool, err error) {
	for try := 0; try < listTries && !known; try++ {
		if try > 0 {
			if err := rest(ctx, listRests); err != nil {
				return nil, false, err
			}
		}
		s.questions++
		query := fmt.Sprintf("SET STATEMENT time_zone = '+00:00' FOR SELECT trx_mysql_thread_id = CONNECTION_ID(), trx_query LIKE '%%question %d of wp2pub%%', "+
			"UNIX_TIMESTAMP(trx_started) FROM information_schema.INNODB_TRX", s.questions)
		began = nil
		err := s.each(ctx, "the list of transactions", query, func(r row) error {
			if r.integer(0) == 1 {
				known = r.integer(1) == 1 && nearly(r.integer(2), int64(now))
			} else {
				began = append(began, r.integer(2))
			}
			return nil
		})
		if err != nil {
			return nil, false, err
		}
	}
	return began, known && len(began) < mostListed, nil
}

// rest waits, unless the run is given up.
func rest(ctx context.Context, length time.Duration) error {
	timer := time.NewTimer(length)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	}
}

// nearly reports whether two times may be the same second, if they are of two time zones. All of these differ by quarters of an hour.
func nearly(a, b int64) bool {
	const quarter = 15 * 60
	away := ((a-b)%quarter + quarter) % quarter
	return away <= 1 || away >= quarter-1
}
