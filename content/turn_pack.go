package content

// worked lists the muscles that a routine's exercises are for in the first place; what
// isn't known counts for nothing.
func (l *Library) worked(r Routine) []Muscle {
	var list []Muscle
	for _, t := range r.Turns {
		for _, id := range t.Any {
			if it, _ := l.Item(id); len(it.Muscles) > 0 {
				list = append(list, it.Muscles[0])
			}
		}
	}
	return list
}

// stretchIDs are the items that a routine may name.
func (l *loader) stretchIDs() []string {
	var ids []string
	for _, it := range l.lib.Items {
		if it.Step == Stretch {
			ids = append(ids, it.ID)
		}
	}
	return sorted(ids)
}

// TurnPack is heat or cold in a routine, and the muscle that it is for: the given one, or
// a tenderer one where the exercises work one, for nobody knows on which it will lie. ok is
// false where there is no such pack.
func (l *Library) TurnPack(r Routine, kind Thing, m Muscle) (p Pack, on Muscle, ok bool) {
	p, ok = l.Pack(kind, m)
	on = m
	for _, m := range l.worked(r) {
		if x, known := l.Pack(kind, m); known && (!ok || x.tenderer(p)) {
			p, on, ok = x, m, true
		}
	}
	return p, on, ok
}

// tenderer says that a pack may be on for less long than another.
func (p Pack) tenderer(than Pack) bool {
	if p.Cap.Seconds != than.Cap.Seconds {
		return p.Cap.Seconds < than.Cap.Seconds
	}
	return p.For.Seconds < than.For.Seconds
}
