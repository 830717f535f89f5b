//go:build unix && !linux

package cli_test

import "testing"

// memory is the most memory that the program has had so far, where the system tells.
func (*session) memory(*testing.T) int64 { return 0 }

// waiting is how many bytes of the output nobody has read yet, where the system tells.
func (*session) waiting() int { return 1 }
