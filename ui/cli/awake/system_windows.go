package awake

import (
	"fmt"
	"runtime"

	"golang.org/x/sys/windows"
)

// What a thread asks of the system, to last (continuous) until it asks again or ends.
const (
	continuous      = 0x80000000 // ES_CONTINUOUS
	systemRequired  = 0x00000001 // ES_SYSTEM_REQUIRED: the machine goes on too
	displayRequired = 0x00000002 // ES_DISPLAY_REQUIRED
)

// execution is found when it is first called.
var execution = windows.NewLazySystemDLL("kernel32.dll").NewProc("SetThreadExecutionState")

// thread holds the display on by the state of a thread of the system, which lasts no
// longer than the thread: so not past the end of the program either.
type thread struct{}

// system is the holder of this system.
func system(func(string) string) holder { return thread{} }

// hold ties the worker to its thread, so that release finds the same one.
func (thread) hold() error {
	runtime.LockOSThread()
	if err := set(continuous | systemRequired | displayRequired); err != nil {
		runtime.UnlockOSThread()
		return err
	}
	return nil
}

// release gives the thread back as it was.
func (thread) release() {
	if set(continuous) == nil {
		runtime.UnlockOSThread()
	}
	// Else it stays tied, and ends with the worker.
}

// set sets the thread's state.
func set(state uintptr) error {
	if err := execution.Find(); err != nil {
		return fmt.Errorf("execution state: %w", err)
	}
	if before, _, err := execution.Call(state); before == 0 {
		return fmt.Errorf("execution state: %w", err)
	}
	return nil
}
