package figure

import (
	"slices"
	"testing"

	"uncramp/content"
)

// nobody is a muscle and a leg that no figure has: a figure that is asked to mark it
// alone marks nothing.
const nobody = "nobody"

// unmarked draws a figure without its marks, on the sheet that it has with them.
func unmarked(f content.Figure, at Instant, l Look) *Picture {
	f.Works = append(slices.Clip(f.Works), content.Mark{Muscle: nobody, Leg: nobody})
	l.Muscle = nobody
	return Draw(f, at, l)
}

// packed says that a pack lies on the muscle, hides it, and shows where it is.
func packed(f content.Figure) bool { return (&drawing{f: f}).has(content.PropPack) }

// pointed says that something beside the muscles is drawn as they are.
func pointed(f content.Figure) bool {
	d := &drawing{f: f}
	return d.has(content.PropArrow) || d.has(content.PropBowl)
}

// TestWorkIsMarkedWithColourAndWithout looks for the muscle in every picture: as cells
// that are painted, and as dots that would not be there.
func TestWorkIsMarkedWithColourAndWithout(t *testing.T) {
	eachMarked(t, func(t *testing.T, f content.Figure, at Instant, l Look) {
		t.Helper()
		with, without := inked(Draw(f, at, l)), inked(unmarked(f, at, l))
		painted, fresh := 0, 0
		for i, r := range with.dots {
			if r == Work {
				painted++
			}
			if r != None && without.dots[i] == None {
				fresh++
			}
		}
		if painted == 0 || fresh == 0 {
			t.Errorf("%s in %dx%d: %d dots painted, %d of them new", f.ID, l.W, l.H, painted, fresh)
		}
		if n := without.count(0, 0, without.w, without.h, Work); n > 0 && !pointed(f) {
			t.Errorf("%s in %dx%d: %d dots are painted without a mark", f.ID, l.W, l.H, n)
		}
	})
}

// eachMarked visits every picture of a figure that works on something.
func eachMarked(t *testing.T, check func(t *testing.T, f content.Figure, at Instant, l Look)) {
	t.Helper()
	for _, f := range content.Embedded().Figures {
		for i, pose := range f.Poses {
			for _, room := range rooms {
				if len(f.Works) > 0 && !packed(f) {
					check(t, f, posed(f, pose), Look{W: room[0], H: room[1], Mirror: i%2 == 1})
				}
			}
		}
	}
}

func TestWorkIsMarkedInPlainCharacters(t *testing.T) {
	eachMarked(t, func(t *testing.T, f content.Figure, at Instant, l Look) {
		t.Helper()
		l.ASCII = true
		p := Draw(f, at, l)
		for i, r := range p.roles {
			if r == Work && p.runes[i] == '%' {
				return
			}
		}
		t.Errorf("%s in %dx%d has no mark", f.ID, l.W, l.H)
	})
}

// TestPackIsSeen takes the pack away again: it has dots and a gap around them, so that
// even in a few cells something else is left.
func TestPackIsSeen(t *testing.T) {
	for _, f := range content.Embedded().Figures {
		if !packed(f) {
			continue
		}
		bare := f
		bare.Props = slices.DeleteFunc(slices.Clone(f.Props), func(p content.Prop) bool { return p.Kind == content.PropPack })
		for _, room := range rooms {
			for _, pose := range f.Poses {
				with, without := inked(Draw(f, posed(f, pose), Look{W: room[0], H: room[1]})), inked(Draw(bare, posed(f, pose), Look{W: room[0], H: room[1]}))
				other := 0
				for i, r := range with.dots {
					if (r != None) != (without.dots[i] != None) {
						other++
					}
				}
				if other < 4 {
					t.Errorf("%s in %v: a pack makes a difference of %d dots", f.ID, room, other)
				}
			}
		}
	}
}

// TestTreatedMuscleIsMarkedAlone asks for each muscle of a figure that works on several,
// and for one that it doesn't work on: then all of them are marked.
func TestTreatedMuscleIsMarkedAlone(t *testing.T) {
	for _, f := range content.Embedded().Figures {
		at, l := posed(f, f.Poses[0]), Look{W: 60, H: 30}
		all := Draw(f, at, l)
		seen := map[string]content.Muscle{}
		for _, m := range content.Muscles() {
			l.Muscle = m
			own, works := Draw(f, at, l), 0
			for _, w := range f.Works {
				if w.Muscle == m {
					works++
				}
			}
			switch text := own.Text(); {
			case works == 0 || works == len(f.Works):
				if text != all.Text() {
					t.Errorf("%s for the %s does not mark all that it works on", f.ID, m)
				}
			case packed(f):
			case seen[text] != "":
				t.Errorf("%s marks the %s as it marks the %s", f.ID, m, seen[text])
			default:
				seen[text] = m
			}
			if n, most := marked(own), marked(all); n > most {
				t.Errorf("%s marks more for the %s, %d dots, than for all, %d", f.ID, m, n, most)
			}
		}
	}
}

// marked is how many dots of a picture are of the muscles that are worked on.
func marked(p *Picture) int {
	c := inked(p)
	return c.count(0, 0, c.w, c.h, Work)
}

// TestMirrorTurnsThePictureRound compares the heavy parts, dot by dot: what is drawn
// light or hatched has every other dot, and may have the others in a mirror.
func TestMirrorTurnsThePictureRound(t *testing.T) {
	for _, f := range figures() {
		for _, room := range [][2]int{{16, 8}, {34, 12}, {60, 30}} {
			at, l := posed(f, f.Poses[0]), Look{W: room[0], H: room[1]}
			a := inked(Draw(f, at, l))
			l.Mirror = true
			b := inked(Draw(f, at, l))
			if a.w != b.w || a.h != b.h {
				t.Fatalf("%s has another size in the mirror", f.ID)
			}
			least := 75
			if packed(f) { // its lines slant the same way in the mirror
				least = 60
			}
			for _, r := range []Role{Near, Work} {
				if heavy, found := mirrored(a, b, r); found*100 < heavy*least {
					t.Errorf("%s in %dx%d: %d of %d dots of role %d are in the mirror", f.ID, l.W, l.H, found, heavy, r)
				}
			}
		}
	}
}

// mirrored is how many dots of a picture have a role, and how many of them are there,
// heavy too, in its mirror image.
func mirrored(a, b *canvas, role Role) (heavy, found int) {
	for i, r := range a.dots {
		if r != role {
			continue
		}
		heavy++
		if b.at(a.w-1-i%a.w, i/a.w) >= Near && (role != Work || b.at(a.w-1-i%a.w, i/a.w) == Work) {
			found++
		}
	}
	return heavy, found
}

// TestHeadIsOnTheOtherSideInTheMirror looks at somebody who lies: the head is at one
// end of the picture.
func TestHeadIsOnTheOtherSideInTheMirror(t *testing.T) {
	f := stick()
	for name, p := range f.Poses[0].Points { // the same body on its back, head to the left
		f.Poses[0].Points[name] = []int{p[1], 1000 - p[0]}
	}
	for _, room := range rooms {
		for _, mirror := range []bool{false, true} {
			p := inked(Draw(f, posed(f, f.Poses[0]), Look{W: room[0], H: room[1], Mirror: mirror}))
			above, below := p.h/3, p.h-p.h/3 // between the legs and between the arms
			left, right := p.count(0, above, p.w/4, below, Near), p.count(p.w-p.w/4, above, p.w, below, Near)
			if mirror {
				left, right = right, left
			}
			if left == 0 || left <= right {
				t.Errorf("mirror %v in %v: %d dots at the head's end, %d at the other", mirror, room, left, right)
			}
		}
	}
}

// TestFarLimbsAreLighter draws both legs, and both arms, alike and apart from one
// another.
func TestFarLimbsAreLighter(t *testing.T) {
	f := stick()
	for _, room := range rooms {
		for _, pose := range f.Poses {
			c := inked(Draw(f, posed(f, pose), Look{W: room[0], H: room[1]}))
			far, near := c.count(0, 0, c.w*2/5, c.h, Far), c.count(c.w-c.w*2/5, 0, c.w, c.h, Near)
			if far == 0 || far*10 > near*7 {
				t.Errorf("in %v, %s: %d dots of far limbs, %d of near ones", room, pose.Name, far, near)
			}
		}
	}
}
