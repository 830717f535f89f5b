package session

import "uncramp/content"

// Refusal says why an event can't happen in the session as it stands: the key of
// its words in the content's phrases, or the words themselves. "" = it can.
func (s Session) Refusal(e Event) string {
	if s.Mode == Ended {
		return s.refusalAtEnd(e)
	}
	switch e := e.(type) {
	case Check:
		return unless(s.Head().Kind == WaitBlock, "no-check")
	case Eased:
		return unless(s.Gripping, "not-gripping")
	case Grip:
		return s.refusalOfGrip()
	case Again:
		return unless(!s.Gripping, "gripping")
	case TooMuch:
		return s.refusalOfTooMuch()
	case Go:
		return s.refusalOfGo()
	case Next:
		return s.refusalOfNext()
	case Back:
		return s.refusalOfBack()
	case More:
		return s.refusalOfMore()
	case Choose:
		return s.refusalOfPack(e.Pack)
	case Skin:
		return unless(s.Pack.Asking || !e.OK && s.Pack.Kind != "", "no-skin")
	case Warn:
		return unless(e.Tier >= content.Emergency && e.Tier <= content.Soon, "no-sign")
	case Pause:
		return unless(s.Mode == Running, "paused")
	case Resume:
		return unless(s.Mode == Paused, "not-paused")
	case Found:
		return s.refusalOfFound()
	case TakeUp:
		return s.refusalOfTakeUp()
	case Rate:
		return s.refusalOfRate(e.Sore)
	}
	return ""
}

// unless is the reason why, unless all is well.
func unless(well bool, why string) string {
	if well {
		return ""
	}
	return why
}

// refusalAtEnd lets time pass and a warning sign be named in the summary, and
// nothing else.
func (s Session) refusalAtEnd(e Event) string {
	switch e := e.(type) {
	case Tick, Away, Where:
		return ""
	case Rate:
		return s.refusalOfRate(e.Sore)
	case Warn:
		return unless(e.Tier >= content.Emergency && e.Tier <= content.Soon, "no-sign")
	}
	return "ended"
}

func (s Session) refusalOfGrip() string {
	switch {
	case !s.Gripping:
		return "not-gripping"
	case s.Ease.Signed():
		return "sign-named"
	case s.Head().Kind == GripBlock:
		return "said-already"
	}
	_, ok := s.softest()
	return unless(ok, "no-softer")
}

func (s Session) refusalOfTooMuch() string {
	if s.onSkin() {
		return ""
	}
	switch s.Head().Kind {
	case GripBlock:
		return ""
	case ItemBlock:
		return unless(s.Head().Item != edgeItem, "edge-first")
	case WaitBlock:
		return "gripping"
	}
	return "no-much"
}

func (s Session) refusalOfGo() string {
	b, p := s.Head(), s.Phase()
	switch {
	case s.Mode == Paused:
		return ""
	case s.Pack.Asking:
		return ""
	case b.Kind == WaitBlock:
		return "wait-word"
	case b.Kind == AskBlock || b.Kind == ConfirmBlock || b.Kind == DrinkBlock:
		return ""
	case b.Item == edgeItem && p.Kind == Timed:
		return "edge-first"
	case p.Kind == Ready || p.Kind == Switch || p.Kind == Rest || p.Kind == Open:
		return ""
	}
	return "hold-runs"
}

func (s Session) refusalOfNext() string {
	switch b := s.Head(); {
	case b.Kind == WaitBlock:
		return "wait-word"
	case b.Kind == ConfirmBlock:
		return "no-confirm"
	case b.Item == edgeItem:
		return "edge-first"
	}
	return ""
}

func (s Session) refusalOfBack() string {
	switch b := s.Head(); {
	case b.Kind == WaitBlock:
		return "wait-word"
	case b.Kind == GripBlock:
		return ""
	case b.Kind == ConfirmBlock:
		return "no-back"
	case b.Item == edgeItem:
		return "edge-first"
	}
	return unless(s.lastDone() >= 0 || !s.Ease.Signed(), "no-back")
}

func (s Session) refusalOfMore() string {
	p := s.Phase()
	at := p.plannedFor()
	if p.Kind == Open {
		at = max(at, s.Elapsed(s.Now))
	}
	if s.onSkin() {
		def := s.worn()
		p.Cap, at = def.Cap.Duration(), s.Pack.For
	}
	switch {
	case s.Mode == Paused:
		return "paused"
	case s.Pack.Asking:
		return "skin" // an answer first
	case s.Ease.Again > 0:
		return "no-more-again"
	case s.Ease.Steps > 0:
		return "no-more-much"
	case p.Cap == 0 || s.Head().Kind == GripBlock:
		return "no-more-here"
	}
	return unless(at < p.Cap, "no-more-cap")
}

// refusalOfPack says why heat or cold is not for this person now. Neither always is.
func (s Session) refusalOfPack(kind content.Thing) string {
	if s.Head().Kind != AskBlock {
		return "no-choice"
	}
	return s.packRefusal(kind)
}

// packRefusal says why heat or cold is not for this person now, as the key of a
// phrase or as the words themselves; "" = it may be.
func (s Session) packRefusal(kind content.Thing) string {
	if kind == "" || kind == s.Pack.Kind {
		return ""
	}
	def, ok := s.library().Pack(kind, s.Facts.Muscle)
	if !ok {
		return "no-choice"
	}
	if s.Ease.Signed() {
		return "sign-named"
	}
	if x, spared := s.Facts.sparedPack(def); spared {
		return x.Why
	}
	if room, short := s.packRoom(); short && s.Head().Kind == AskBlock && room < s.library().Pace.LeastPack.Duration() {
		return "no-pack-time"
	}
	for _, w := range s.Packs {
		if w.Kind == kind && s.Now-w.Off < def.Again.Duration() {
			return "pack-again-" + string(kind)
		}
	}
	return ""
}

// PackRefusal says why heat or cold is not for this person now, in words; "" = it
// may be chosen.
func (s Session) PackRefusal(kind content.Thing) string {
	if why := s.packRefusal(kind); why != "" {
		return s.library().Phrase(why)
	}
	return ""
}
