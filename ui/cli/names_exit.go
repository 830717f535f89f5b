package cli

// The codes that the program exits with.
const (
	Finished    = 0   // the session went to its end, or a question was answered
	Failed      = 1   // something went wrong
	Usage       = 2   // the words on the command line are not right
	LeftEarly   = 3   // the session was left before its end
	Hangup      = 129 // the terminal went away
	Interrupted = 130 // ctrl+c
	Terminated  = 143 // asked to end by the system
)

// ExitCode is a code that the program exits with, and what it tells a script.
type ExitCode struct {
	Code          int
	Name, Meaning string
}

// ExitCodes lists every code, in order: help, the man page and the README have them
// from here.
func ExitCodes() []ExitCode {
	return []ExitCode{
		{Finished, "finished", "the session went to its end, or what was asked for was printed"},
		{Failed, "error", "something went wrong; one line on standard error says what and where"},
		{Usage, "usage", "a word on the command line is not right; one line says which"},
		{LeftEarly, "left early", "the session was left before its end"},
		{Hangup, "hangup", "the terminal, or what reads the lines, went away"},
		{Interrupted, "interrupted", "ctrl+c"},
		{Terminated, "terminated", "the system asked it to end"},
	}
}
