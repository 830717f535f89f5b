package session

import (
	"fmt"
	"time"
)

// view is what a screen shows of a session at an instant, in whole seconds: up
// counts down to the second, down counts up to it.
type view struct {
	row                                      string
	elapsed, since                           time.Duration
	left, blockLeft, stepLeft, total, onPack time.Duration
	offered                                  bool
}

func viewOf(s Session, now time.Duration) view {
	up := func(d time.Duration) time.Duration { return d.Truncate(time.Second) }
	down := func(d time.Duration) time.Duration { return (d + time.Second - 1).Truncate(time.Second) }
	return view{
		row: rowOf(s), elapsed: up(s.Elapsed(now)), since: up(s.SinceOnset(now)),
		left: down(s.Left(now)), blockLeft: down(s.BlockLeft(now)), stepLeft: down(s.StepLeft(now)),
		total: down(s.TotalLeft(now)), onPack: down(s.PackLeft(now)),
		offered: s.Head().Kind == WaitBlock && s.Offered(now),
	}
}

// brokenNext: until the next change nothing changes that can be seen or heard,
// and the next change is ahead.
func brokenNext(s Session, now time.Duration, b *bits) string {
	next, ok := s.NextChange(now)
	if !ok {
		next = now + time.Hour
	} else if next <= now {
		return fmt.Sprintf("next change: %v at %v\n%s", next, now, show(s))
	}
	before := viewOf(s, now)
	for _, at := range []time.Duration{now + b.span(next-now), next - 1} {
		later, cues := s.Apply(Tick{}, at)
		later.Now = s.Now
		if d := diff(s, later); d != "" || len(cues) > 0 {
			return fmt.Sprintf("next change of %v is %v, yet at %v: %v %s\n%s", now, next, at, cues, d, show(s))
		}
		if v := viewOf(s, at); v != before {
			return fmt.Sprintf("next change of %v is %v, yet at %v\n %+v\n %+v\n%s", now, next, at, before, v, show(s))
		}
	}
	return ""
}
