//go:build unix

package cli

import "golang.org/x/sys/unix"

// canStop says whether a shell with job control would take over if the program
// were suspended. Where none would (the program leads its session, as in a
// terminal window of its own), the system drops the request and the program
// would wait for ever.
func canStop() bool {
	parent, err := unix.Getsid(unix.Getppid())
	if err != nil {
		return false
	}
	own, err := unix.Getsid(0)
	if err != nil || own != parent {
		return false
	}
	group, err := unix.Getpgid(unix.Getppid())
	return err == nil && group != unix.Getpgrp()
}
