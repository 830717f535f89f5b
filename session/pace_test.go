package session

// The lengths between the exercises, as the content has them.
var (
	leadTime    = library().Pace.Ready.Duration()
	firstLead   = library().Pace.First.Duration()
	switchTime  = library().Pace.Switch.Duration()
	longestHold = library().Pace.Longest.Duration()
)
