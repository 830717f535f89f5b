//go:build race

package session

// streams is how many random streams a run plays. The race detector is ten times
// slower, and the package has no goroutines: a few are enough to see that.
const streams = 250
