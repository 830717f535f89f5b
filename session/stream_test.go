package session

import (
	"fmt"
	"strings"
	"time"

	"uncramp/content"
)

// step is one event at work, as the rules look at it.
type step struct {
	lib    *content.Library
	before Session       // before the event, some time ago
	mid    Session       // after that time passed, just before the event
	after  Session       // after the event
	e      Event         // what happened
	now    time.Duration // when
	cues   []Cue         // what was heard
	why    string        // why it was refused, "" = it wasn't
}

// take lets an event happen and keeps what is needed to judge it.
func take(s Session, e Event, now time.Duration) step {
	x := step{lib: s.Library(), before: s, mid: s, e: e, now: max(now, s.Now)}
	until := x.now
	if away, ok := e.(Away); ok {
		until = min(x.now, max(s.Now, x.now-away.For))
	}
	if until > s.Now {
		x.mid, _ = s.Apply(Tick{}, until)
	}
	x.why = x.mid.Refusal(e)
	x.after, x.cues = s.Apply(e, now)
	return x
}

// judge is the first rule that a step breaks, "" = none.
func (x step) judge() string {
	for _, r := range rules {
		if broken := r.broken(x); broken != "" {
			return fmt.Sprintf("%s: %s\n  event %T%+v at %v in %q\n  before %+v\n  after  %+v\n  cues   %+v",
				r.name, broken, x.e, x.e, x.now, rowOf(x.mid), show(x.mid), show(x.after), x.cues)
		}
	}
	return ""
}

// show is what a person who looks for the mistake wants to see of a session.
func show(s Session) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s at %v, facts %+v, ease %+v, pack %+v, packs %v\n    began %v stood %v stopped %v onset %v gripping %v",
		rowOf(s), s.Now, s.Facts, s.Ease, s.Pack, s.Packs, s.Began, s.Stood, s.Stopped, s.Onset, s.Gripping)
	for _, d := range s.Done {
		fmt.Fprintf(&b, "\n    done %s %s %s %s from %d", d.Slot, d.Item, d.Side, d.Result, d.From)
	}
	for i, r := range s.Rest {
		fmt.Fprintf(&b, "\n    rest %s %s %s from %d pull %d", r.Slot, r.Item, r.Side, r.From, r.Pull)
		if i == 0 {
			fmt.Fprintf(&b, " at %d of %v", s.At, r.Phases)
		}
	}
	return b.String() + "\n"
}

// rule is something that holds for every step of every session.
type rule struct {
	name   string
	broken func(step) string
}

// rules are the ten rules of the design, and what holds beside them.
var rules = []rule{
	{"time", brokenTime},
	{"refusal", brokenRefusal},
	{"list", brokenList},
	{"plan", brokenPlan},
	{"cues", brokenCues},
	{"1 the wait", brokenWait},
	{"2 while it grips", brokenGrip},
	{"3 cramping again", brokenAgain},
	{"4 never more", brokenMore},
	{"4 too much", brokenTooMuch},
	{"5 pause", brokenPause},
	{"6 pack", brokenPack},
	{"6 pack allowed", brokenPackAllowed},
	{"7 sides", brokenSides},
	{"7 full time", brokenHold},
	{"8 repetition", brokenRepetition},
	{"10 summary", brokenSummary},
	{"signs", brokenSigns},
	{"short of time", brokenShort},
}
