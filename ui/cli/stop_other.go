//go:build !unix

package cli

// canStop says that no shell would take over: there is no job control here.
func canStop() bool { return false }
