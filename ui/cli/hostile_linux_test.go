package cli_test

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"testing"

	"golang.org/x/sys/unix"
)

// peak is the most memory that a program ever had, in its status. What the system tells
// of one that has ended counts in the test that started it.
var peak = regexp.MustCompile(`(?m)^VmHWM:\s+(\d+) kB$`)

// memory is the most memory that the program has had so far, in bytes.
func (s *session) memory(t *testing.T) int64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	m := peak.FindSubmatch(status)
	if len(m) != 2 {
		t.Fatalf("no memory in %s", status)
	}
	n, err := strconv.ParseInt(string(m[1]), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n << 10
}

// waiting is how many bytes of the output nobody has read yet.
func (s *session) waiting() int {
	n := 0
	s.control(func(fd int) { n, _ = unix.IoctlGetInt(fd, unix.TIOCINQ) })
	return n
}
