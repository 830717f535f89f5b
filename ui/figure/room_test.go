package figure

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"uncramp/content"
)

// eachPicture visits every figure in its poses and halfway between them, in every
// room, both ways round.
func eachPicture(t *testing.T, ascii bool, check func(f content.Figure, l Look, p *Picture) string) {
	t.Helper()
	for _, f := range figures() {
		for i, pose := range f.Poses {
			for _, room := range rooms {
				l := Look{W: room[0], H: room[1], Mirror: i%2 == 1, ASCII: ascii}
				for _, at := range []Instant{posed(f, pose), halfway(f, pose, f.Poses[0])} {
					if wrong := check(f, l, Draw(f, at, l)); wrong != "" {
						t.Errorf("%s, %s, in %dx%d: %s", f.ID, pose.Name, l.W, l.H, wrong)
					}
				}
			}
		}
	}
}

func TestPictureKeepsItsRoom(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		eachPicture(t, ascii, func(_ content.Figure, l Look, p *Picture) string {
			if p == nil || p.W > min(l.W, MostW) || p.H > min(l.H, MostH) || p.W < 1 || p.H < 1 {
				return "too large, or nothing"
			}
			return wellFormed(p, ascii)
		})
	}
}

// wellFormed says what is wrong with the form of a picture.
func wellFormed(p *Picture, ascii bool) string {
	painted := ""
	lines := p.Lines(func(r Role, s string) string {
		if r == None || strings.Contains(s, " ") {
			painted = fmt.Sprintf("%q is painted as %d", s, r)
		}
		return s
	})
	if painted != "" || len(lines) != p.H {
		return fmt.Sprintf("%d lines; %s", len(lines), painted)
	}
	for y, line := range lines {
		if n := utf8.RuneCountInString(line); n != p.W {
			return fmt.Sprintf("line %d is %d wide, not %d", y, n, p.W)
		}
		for x, r := range []rune(line) {
			if shown := shows(r, ascii); !shown && r != ' ' || shown == (p.roles[y*p.W+x] == None) {
				return fmt.Sprintf("%q has the role %d", r, p.roles[y*p.W+x])
			}
		}
	}
	return ""
}

// shows says that a character is one to draw with.
func shows(r rune, ascii bool) bool {
	if ascii {
		return r > ' ' && r <= '~'
	}
	return r > 0x2800 && r <= 0x28ff
}

// TestPictureIsAsLargeAsFits measures what is drawn, not what is empty around it.
func TestPictureIsAsLargeAsFits(t *testing.T) {
	for _, f := range figures() {
		for _, room := range rooms {
			lo, hi := [2]int{1000, 1000}, [2]int{}
			for _, pose := range f.Poses {
				c := inked(Draw(f, posed(f, pose), Look{W: room[0], H: room[1]}))
				for i, r := range c.dots {
					if r != None {
						x, y := i%c.w, i/c.w
						lo = [2]int{min(lo[0], x), min(lo[1], y)}
						hi = [2]int{max(hi[0], x+1), max(hi[1], y+1)}
					}
				}
			}
			wide, high := hi[0]-lo[0], hi[1]-lo[1]
			if 3*wide < 2*2*min(room[0], MostW) && 3*high < 2*4*min(room[1], MostH) {
				t.Errorf("%s uses %dx%d dots of %dx%d cells", f.ID, wide, high, room[0], room[1])
			}
		}
	}
}

// TestPictureStaysWhereItIs draws all poses on sheets of one size: a figure that moves
// must not jump.
func TestPictureStaysWhereItIs(t *testing.T) {
	sizes := map[string][2]int{}
	eachPicture(t, false, func(f content.Figure, l Look, p *Picture) string {
		key := fmt.Sprint(f.ID, l.W, l.H)
		if was, ok := sizes[key]; ok && was != [2]int{p.W, p.H} {
			return fmt.Sprintf("%dx%d, and %v before", p.W, p.H, was)
		}
		sizes[key] = [2]int{p.W, p.H}
		return ""
	})
}

// TestNothingIsCutOff draws on a sheet with a broad margin all round: whatever of a
// body lands there is missing in the picture.
func TestNothingIsCutOff(t *testing.T) {
	const pad = 48
	for _, f := range figures() {
		for i, pose := range f.Poses {
			for _, room := range [][2]int{{16, 8}, {34, 12}, {60, 30}} {
				c, s := sheet(f, room[0], room[1])
				big := newCanvas(c.w+2*pad, c.h+2*pad)
				s.dx, s.dy, s.width = s.dx+pad, s.dy+pad, float64(big.w)
				d := drawing{canvas: big, f: f, at: map[string]dot{}, size: float64(f.Size) * s.scale, mirror: i%2 == 1, marks: f.Works}
				for name, p := range places(f, pose) {
					d.at[name] = s.place(p, d.mirror)
				}
				d.floor = s.place(dot{0, float64(f.Floor)}, false).y
				d.thick = max(1.6, d.size*thickness[f.View])
				d.draw()
				roles := []Role{Near, Work}
				if f.View != content.Foot { // the shin of the other leg goes on beyond a close-up
					roles = append(roles, Far)
				}
				all := big.count(0, 0, big.w, big.h, roles...)
				in := big.count(pad, pad, pad+c.w, pad+c.h, roles...)
				if out := all - in; out > in/20+2 {
					t.Errorf("%s, %s, in %dx%d: %d of %d dots are cut off", f.ID, pose.Name, room[0], room[1], out, all)
				}
			}
		}
	}
}

func TestTooSmallARoomHasNoPicture(t *testing.T) {
	f := stick()
	at := posed(f, f.Poses[0])
	for _, room := range [][2]int{{15, 8}, {16, 7}, {15, 30}, {60, 7}, {0, 0}, {-1, -1}} {
		if p := Draw(f, at, Look{W: room[0], H: room[1]}); p != nil {
			t.Errorf("a picture in %dx%d:\n%s", room[0], room[1], p.Text())
		}
	}
	if p := Draw(content.Figure{}, Instant{}, Look{W: 60, H: 30}); p != nil {
		t.Error("a picture of a figure without poses")
	}
}

// TestLinesPaintsEachRunOnce paints neighbors of one role together, and nothing that is
// empty.
func TestLinesPaintsEachRunOnce(t *testing.T) {
	p := &Picture{W: 6, H: 2, runes: []rune("ab cd ef  gh"), roles: []Role{
		Near, Near, None, Work, Near, None,
		Far, Far, None, None, Prop, Prop,
	}}
	got := strings.Join(p.Lines(func(r Role, s string) string { return fmt.Sprintf("<%d%s>", r, s) }), "|")
	if want := "<3ab> <4c><3d> |<2ef>  <1gh>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if p.Text() != "ab cd \nef  gh" {
		t.Errorf("%q", p.Text())
	}
}
