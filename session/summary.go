package session

import (
	"time"

	"uncramp/content"
)

// Summary is what a session came to.
type Summary struct {
	Outcome  Outcome
	EasedIn  time.Duration   // from the onset to the word, of the last cramp
	Eases    []time.Duration // the same of every cramp that eased, in order
	Gripping bool            // it still gripped at the end
	Again    int             // how often it cramped again
	Softer   int             // how often something was made gentler
	Done     []Block         // exercises gone through to their end
	Skipped  []Block         // exercises skipped
	LeftOut  []Block         // exercises that were too much or brought the cramp back
	Lost     []Block         // exercises that never came, as nothing gentle enough was left in their places
	NotBegun []Block         // exercises that were left
	Packs    []Worn          // heat and cold that was on the skin
	Tier     content.Tier    // the most urgent warning sign named, 0 = none
	Help     bool            // it gripped so long that help the same day is advised
	Took     time.Duration   // the whole session
}

// Summary tells what the session came to so far.
func (s Session) Summary() Summary {
	sum := Summary{
		Outcome: s.Outcome, EasedIn: s.EasedIn, Eases: s.Eases, Gripping: s.Gripping,
		Again: s.Ease.Again, Softer: s.Ease.Steps, Packs: s.Packs,
		Tier: s.Ease.Tier, Help: s.Help, Took: s.Now - s.Start, Lost: s.lost(),
	}
	if s.Mode == Ended {
		sum.Took = s.Stopped - s.Start
	}
	for _, b := range s.Done {
		if b.Kind != ItemBlock || b.Item == edgeItem {
			continue
		}
		switch b.Result {
		case Completed:
			sum.Done = append(sum.Done, b)
		case Skipped:
			sum.Skipped = append(sum.Skipped, b)
		case LeftOut:
			sum.LeftOut = append(sum.LeftOut, b)
		}
	}
	for _, b := range s.Rest {
		if b.Kind == ItemBlock && b.Item != edgeItem {
			sum.NotBegun = append(sum.NotBegun, b)
		}
	}
	return sum
}
