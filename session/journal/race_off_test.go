//go:build !race

package journal

// eachAppends is how many records each of ten programs appends, and streams how many
// sessions are played.
const (
	eachAppends = 100
	streams     = 300
	slower      = 1
)
