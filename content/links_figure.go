package content

import (
	"fmt"
	"slices"
	"strings"
)

// figures holds every figure to things that exist, and everything that is done to
// one figure, neither none nor two.
func (l *loader) figures() *Error {
	for _, f := range l.lib.Figures {
		if err := l.shows(f); err != nil {
			return err
		}
	}
	for _, it := range l.lib.Items {
		for _, m := range it.Muscles {
			for _, p := range it.Positions {
				if err := l.oneFigure("item "+it.ID, m, p, func(f Figure) bool { return slices.Contains(f.Items, it.ID) }); err != nil {
					return err
				}
			}
		}
	}
	for _, m := range Muscles() {
		for _, p := range Positions() {
			if err := l.oneFigure("the wait of the "+string(m), m, p, func(f Figure) bool { return slices.Contains(f.Waits, m) }); err != nil {
				return err
			}
			for _, kind := range []Thing{Heat, Cold} {
				pack, _ := l.lib.Pack(kind, m)
				if err := l.oneFigure("pack "+pack.ID, m, p, func(f Figure) bool { return slices.Contains(f.Packs, pack.ID) }); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// shows holds a figure to items, packs and phases that exist.
func (l *loader) shows(f Figure) *Error {
	c := &check{doc: l.docs["figures/"+f.ID+".yaml"]}
	for i, id := range f.Items {
		path := fmt.Sprintf("items.%d", i)
		it, ok := l.lib.Item(id)
		c.that(ok, path, fmt.Sprintf("unknown item %q", id), oneOf(id, l.itemIDs()))
		if !ok {
			continue
		}
		for _, phase := range itemPhases(it) {
			c.that(len(f.When.of(phase)) > 0, path, fmt.Sprintf("no pose for %q of %q", phase, id), "when."+phase)
		}
		for _, phase := range []string{"hold", "rise", "lower"} {
			c.that(len(f.When.of(phase)) <= 1, "when."+phase, fmt.Sprintf("%d poses", len(f.When.of(phase))), "one: the figure stands still there, or moves as long as the phase lasts")
		}
	}
	var packs []string
	for _, p := range l.lib.Packs {
		packs = append(packs, p.ID)
	}
	for i, id := range f.Packs {
		c.that(slices.Contains(packs, id), fmt.Sprintf("packs.%d", i), fmt.Sprintf("unknown pack %q", id), oneOf(id, packs))
	}
	return c.err
}

// itemPhases are the phases of an item that need a pose of their own.
func itemPhases(it Item) []string {
	switch it.Kind {
	case Held:
		return []string{"hold"}
	case Paced:
		return []string{"rise", "lower"}
	case Timed:
		return []string{"timed"}
	}
	return []string{"open"}
}

// of are the poses of a phase by its name.
func (w Course) of(phase string) []string {
	x, _ := find(w.lists(), func(x *phasePoses) bool { return x.phase == phase })
	return x.poses
}

// oneFigure holds what is done for a muscle in a position to one figure.
func (l *loader) oneFigure(what string, m Muscle, p Position, shows func(Figure) bool) *Error {
	var ids []string
	for _, f := range l.lib.Figures {
		if shows(f) && f.suits(m, p) {
			ids = append(ids, f.ID)
		}
	}
	if len(ids) == 1 {
		return nil
	}
	found := "no figure"
	if len(ids) > 1 {
		found = "the figures " + strings.Join(ids, " and ")
	}
	return &Error{File: "figures", What: fmt.Sprintf("%s for %s, %s %s", found, what, m, p), Want: "one"}
}
