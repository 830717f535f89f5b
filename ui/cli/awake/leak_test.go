//go:build !(system && linux)

package awake

import (
	"testing"

	"go.uber.org/goleak"
)

// TestMain holds that no test leaves anything running behind: neither the worker, nor
// what reads a bus, nor what waits for a program.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }
