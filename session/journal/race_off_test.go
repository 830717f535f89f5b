//go:build !race

package journal

// eachAppends is how many records each of ten programs appends, streams how many sessions
// are played, stride every which operation goes wrong, slower how much longer all takes.
const (
	eachAppends = 100
	streams     = 300
	stride      = 1
	slower      = 1
)
