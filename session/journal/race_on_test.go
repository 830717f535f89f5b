//go:build race

package journal

// Under the race detector less is enough: what it looks for is there in a few.
const (
	eachAppends = 20
	streams     = 40
	stride      = 5
	slower      = 20
)
