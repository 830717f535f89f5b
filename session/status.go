package session

import (
	"slices"
	"time"
)

// Elapsed is how long the current phase has run at now, pauses left out.
func (s Session) Elapsed(now time.Duration) time.Duration {
	switch {
	case s.onSkin():
		return now - s.Pack.On
	case s.Mode != Running:
		now = s.Stopped
	}
	return max(0, now-s.Began-s.Stood)
}

// Length is how long the current phase lasts: what is timed, what is suggested
// for an open one, 0 where neither is.
func (s Session) Length() time.Duration {
	if s.onSkin() {
		return s.Pack.For
	}
	return s.Phase().plannedFor()
}

// Left is how long the current phase still lasts at now, never below 0.
func (s Session) Left(now time.Duration) time.Duration {
	return max(0, s.Length()-s.Elapsed(now))
}

// SinceOnset is how long the cramp has gripped at now; once it eased, how long it
// gripped the last time.
func (s Session) SinceOnset(now time.Duration) time.Duration {
	if !s.Gripping {
		return s.EasedIn
	}
	if s.Mode == Ended {
		now = s.Stopped
	}
	return now - s.Onset
}

// Offered says that the wait brought nothing for so long that the softest
// stretch is worth pointing out.
func (s Session) Offered(now time.Duration) bool {
	return s.Gripping && now >= s.offerAt()
}

// HelpDue says that the cramp has gripped so long that it is time to ask for help.
func (s Session) HelpDue(now time.Duration) bool {
	return s.Gripping && s.SinceOnset(now) >= s.waiting.Help.Duration()
}

// BlockLeft is how long the head still takes at now.
func (s Session) BlockLeft(now time.Duration) time.Duration {
	b := s.Head()
	if s.At >= len(b.Phases) {
		return 0
	}
	left := s.Left(now)
	for _, p := range b.Phases[s.At+1:] {
		left += p.plannedFor()
	}
	return left
}

// StepLeft is how long the head and what follows of its step still take at now.
func (s Session) StepLeft(now time.Duration) time.Duration {
	left := s.BlockLeft(now)
	for _, b := range s.Upcoming() {
		if b.Step == s.Head().Step {
			left += b.Planned()
		}
	}
	return left
}

// TotalLeft is how long the whole rest still takes at now, as far as it is known.
func (s Session) TotalLeft(now time.Duration) time.Duration {
	return s.BlockLeft(now) + Total(s.Upcoming())
}

// Upcoming is what follows the head.
func (s Session) Upcoming() []Block {
	if len(s.Rest) == 0 {
		return nil
	}
	return s.Rest[1:]
}

// PackLeft is how long the pack on the skin still stays at now.
func (s Session) PackLeft(now time.Duration) time.Duration {
	if s.Pack.Kind == "" {
		return 0
	}
	return max(0, s.Pack.On+s.Pack.For-now)
}

// StepProgress is how much of the head's step is behind at now, from 0 to 1. It
// counts planned time: a skipped block counts as done.
func (s Session) StepProgress(now time.Duration) float64 {
	left := s.StepLeft(now)
	behind := s.Head().Planned() - s.BlockLeft(now)
	for _, b := range s.Done {
		if b.Step == s.Head().Step && b.planned() {
			behind += b.planOrTook()
		}
	}
	if whole := behind + left; whole > 0 {
		return min(1, max(0, float64(behind)/float64(whole)))
	}
	return 0
}

// planOrTook is the planned time of a block that is done, or what it took where it
// was taken up from an earlier run, without its phases.
func (b Block) planOrTook() time.Duration {
	if len(b.Phases) == 0 {
		return b.Took
	}
	return b.Planned()
}

// OnEdge says that the head is sitting on the edge before standing up, which is
// not cut short.
func (s Session) OnEdge() bool { return s.Head().Item == edgeItem }

// Still says that what is open goes on by itself in a moment, and that more time can
// be asked for.
func (s Session) Still(now time.Duration) bool {
	if s.Phase().Kind != Open || s.lasts() == 0 || s.Mode == Ended {
		return false
	}
	marks := s.marks()
	i := slices.IndexFunc(marks, func(m mark) bool { return m.kind == CueStill })
	return i >= 0 && s.Elapsed(now) >= marks[i].at
}
