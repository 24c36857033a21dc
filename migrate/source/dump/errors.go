package dump

import "fmt"

// SyntaxError says that a dump is not what a tool writes: damaged, merged by hand, or no SQL at all.
type SyntaxError struct {
	Line    int64
	Message string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message) }

// IncompleteError says that a dump was cut off.
type IncompleteError struct {
	Line    int64 // where what is unfinished began, or where the dump ends; 0: not known
	Message string
}

func (e *IncompleteError) Error() string {
	where := ""
	if e.Line > 0 {
		where = fmt.Sprintf("line %d: ", e.Line)
	}
	return where + e.Message + ": the dump is incomplete. Make it again, see that the tool ends with exit code 0 and that the whole file was copied"
}
