// Package session is what happens now: the facts a person told, the plan that
// follows from them, its timed phases and the machine that walks through them.
//
// One idea carries it: what is left to do is a list of blocks, and every event
// is an edit of that list. The package is pure. It has no terminal, no disk and
// no clock: an instant is a duration since the session's start that the caller
// passes in, so a whole session runs in a test in no time at all.
package session
