package session

import (
	"testing"
	"time"

	"uncramp/content"
)

// TestTheLegThatCrampedKeepsItsMeasure, whatever was tried in between: as the other leg it
// would have got less.
func TestTheLegThatCrampedKeepsItsMeasure(t *testing.T) {
	s := start(Facts{Muscle: content.Calf, Side: Left, Position: content.Seated})
	for _, e := range []Event{Eased{}, Go{}} {
		s, _ = s.Apply(e, time.Second)
	}
	whole := s.Head()
	now := time.Second + firstLead + 5*time.Second // in its first hold
	for _, leg := range []Side{Right, Both, Left} {
		f := s.Facts
		f.Side = leg
		s, _ = s.Apply(Tell{Facts: f}, now)
		if leg == Right {
			continue
		}
		for _, b := range s.Rest {
			if b.Slot == whole.Slot && (b.Side == Left || leg == Both) && b.Reps != whole.Reps {
				t.Errorf("told %s: the %s leg gets %d of %d holds", leg, b.Side, b.Reps, whole.Reps)
			}
		}
	}
}
