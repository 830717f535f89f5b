//go:build !race

package session

// streams is how many random streams a run plays.
const streams = 10_000
