//go:build race

package content

import "time"

// limit is how long a file may take to be refused: the race detector is ten times slower.
const limit = 10 * time.Second

// thinned is every sixteenth of a long list of cases: the race detector is ten times
// slower, and the tests run without it as well.
func thinned[T any](list []T) []T {
	var some []T
	for i := 0; i < len(list); i += 16 {
		some = append(some, list[i])
	}
	return some
}
