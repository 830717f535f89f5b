package content

import (
	"slices"
	"testing"
)

// person is somebody for whom a plan is made. The rule of who can do what is
// written down a second time here, so that the tests don't take it on trust.
type person struct {
	position Position
	have     []Thing
	care     []Care
}

// can tells whether somebody can do an item where no context rules it out.
func (p person) can(it Item) bool {
	support := !it.Support || slices.Contains(p.have, Wall) || slices.Contains(p.have, Chair)
	out := slices.ContainsFunc(it.NotFor, func(x Exclusion) bool { return slices.Contains(p.care, x.Care) })
	return support && !out && slices.Contains(it.Positions, p.position) && within(it.AtHand, p.have)
}

// canAny tells whether somebody can do one of the items, whatever they were doing
// before: one that some context rules out is no help here.
func (p person) canAny(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		it, _ := Embedded().Item(id)
		return len(it.NotIn) == 0 && p.can(it)
	})
}

// everybody visits every position, with nothing and with everything at hand, and
// every set of reasons for care.
func everybody(visit func(person)) {
	for _, p := range Positions() {
		for _, have := range [][]Thing{nil, Things()} {
			for set := range 1 << len(Cares()) {
				var care []Care
				for i, c := range Cares() {
					if set>>i&1 == 1 {
						care = append(care, c)
					}
				}
				visit(person{p, have, care})
			}
		}
	}
}

func TestEverybodyHasAStretchASoftestOneAndATest(t *testing.T) {
	for _, m := range Muscles() {
		r, _ := Embedded().Relief(m)
		if r.Stretch[0].ID != "stretch" {
			t.Errorf("%s begins with %s", m, r.Stretch[0].ID)
		}
		for name, ids := range map[string][]string{"stretch": r.Stretch[0].Any, "softest": r.Softest, "check": r.Check} {
			everybody(func(p person) {
				if !p.canAny(ids) {
					t.Errorf("%s: no %s for %+v", m, name, p)
				}
			})
		}
	}
}

func TestEveryRoutineHasSomethingForEverybody(t *testing.T) {
	for _, r := range Embedded().Routines {
		everybody(func(p person) {
			if !slices.ContainsFunc(r.Turns, func(x Turn) bool { return p.canAny(x.Any) }) {
				t.Errorf("%s: nothing for %+v", r.ID, p)
			}
		})
	}
}

// slotsOf lists the places that a muscle's plan must have: raises where the
// article names them, for feet and calves, and the ball for the small areas.
func slotsOf(m Muscle) []string {
	list := []string{"stretch", "loosen", "massage", "move"}
	switch m {
	case Calf:
		return append(list, "raises", "roller")
	case Arch, Toes:
		return append(list, "raises", "ball")
	default:
		return append(list, "roller")
	}
}

func TestPlansHaveThePlacesOfTheArticle(t *testing.T) {
	for _, r := range Embedded().Reliefs {
		var known []string
		for _, slot := range append(slices.Clone(r.Stretch), r.Soothe...) {
			known = append(known, slot.ID)
		}
		for _, id := range slotsOf(r.Muscle) {
			if !slices.Contains(known, id) {
				t.Errorf("%s: no slot %s", r.Muscle, id)
			}
		}
	}
}

func TestSlotsServeEveryPositionAndCare(t *testing.T) {
	for _, r := range Embedded().Reliefs {
		for _, slot := range append(slices.Clone(r.Stretch), r.Soothe...) {
			for _, p := range Positions() {
				for _, care := range append([]Care{""}, Cares()...) {
					if !(person{p, nil, []Care{care}}).canAny(slot.Any) && !mayBeEmpty(slot.ID, p, care) {
						t.Errorf("%s: nothing in %s for %s %s", r.Muscle, slot.ID, p, care)
					}
				}
				floor := slot.ID == "roller" // nobody gets down to the floor at night
				if !(person{p, Things(), nil}).canAny(slot.Any) && !floor {
					t.Errorf("%s: nothing in %s for %s with everything at hand", r.Muscle, slot.ID, p)
				}
			}
		}
	}
}

// mayBeEmpty lists what is left out on purpose with nothing at hand: the roller
// and the ball are things, the arch's second stretch needs a wall or a towel and
// standing raises something to hold, and legs are not massaged in pregnancy.
func mayBeEmpty(slot string, p Position, care Care) bool {
	switch slot {
	case "roller", "ball", "second":
		return true
	case "raises":
		return p == Standing
	}
	return slot == "massage" && care == Pregnant
}

func TestNoItemLiesUnused(t *testing.T) {
	used := map[string]bool{"sit-edge": true} // stands before the first standing exercise
	for _, r := range Embedded().Reliefs {
		for _, u := range uses(r) {
			used[u.id] = true
		}
	}
	for _, r := range Embedded().Routines {
		for _, x := range r.Turns {
			for _, id := range x.Any {
				used[id] = true
			}
		}
	}
	for _, it := range Embedded().Items {
		if !used[it.ID] {
			t.Errorf("%s is in no plan and no routine", it.ID)
		}
	}
}
