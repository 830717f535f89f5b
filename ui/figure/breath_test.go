package figure

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// breaths is a breath of the length that the library has, at every tenth of a second
// of three of them.
func breaths(visit func(Breath)) {
	b := Breath{In: 4 * second, Out: 6 * second}
	for ; b.At < 30*second; b.At += Frame {
		visit(b)
	}
}

func TestBreathFillsAndEmpties(t *testing.T) {
	breaths(func(b Breath) {
		next := b
		next.At += Frame
		full, then := b.Full(), next.Full()
		if full < 0 || full > 1 || b.DrawingIn() != (b.At%(10*second) < 4*second) {
			t.Errorf("at %v it is %.2f full, in %v", b.At, full, b.DrawingIn())
		}
		if b.DrawingIn() && then <= full || !b.DrawingIn() && then >= full {
			t.Errorf("at %v, in %v, it goes from %.4f to %.4f", b.At, b.DrawingIn(), full, then)
		}
		if math.Abs(then-full) > 0.05 {
			t.Errorf("at %v it jumps from %.2f to %.2f", b.At, full, then)
		}
	})
	empty, full := Breath{In: 4 * second, Out: 6 * second, At: 10 * second}, Breath{In: 4 * second, Out: 6 * second, At: 4 * second}
	if empty.Full() != 0 || full.Full() != 1 {
		t.Errorf("it turns at %.2f and at %.2f", empty.Full(), full.Full())
	}
}

// TestBreathTurnsWithoutAJump looks at the two turns from both sides.
func TestBreathTurnsWithoutAJump(t *testing.T) {
	for _, turn := range []time.Duration{4 * second, 10 * second, 14 * second} {
		before, after := Breath{In: 4 * second, Out: 6 * second, At: turn - 1}, Breath{In: 4 * second, Out: 6 * second, At: turn}
		if before.DrawingIn() == after.DrawingIn() || math.Abs(before.Full()-after.Full()) > 1e-6 {
			t.Errorf("at %v it goes from %.3f to %.3f", turn, before.Full(), after.Full())
		}
	}
}

// TestStillBreathHasTwoStates shows which way it goes without moving.
func TestStillBreathHasTwoStates(t *testing.T) {
	seen := map[string]bool{}
	breaths(func(b Breath) {
		b.Still = true
		if want := map[bool]float64{true: 1, false: 0}[b.DrawingIn()]; b.Full() != want {
			t.Errorf("at %v it is %.2f full", b.At, b.Full())
		}
		seen[b.Draw(24, 12, false).Text()] = true
	})
	if len(seen) != 2 {
		t.Errorf("%d pictures", len(seen))
	}
}

// TestBreathIsDrawnAsLargeAsItIsFull counts the rows that the circle reaches: never
// fewer on the way in, never more on the way out, and no room is left empty when full.
func TestBreathIsDrawnAsLargeAsItIsFull(t *testing.T) {
	for _, room := range [][2]int{{11, 3}, {24, 12}, {60, 29}} {
		var was int
		breaths(func(b Breath) {
			p := b.Draw(room[0], room[1], false)
			c := inked(p)
			is := c.h - 2*empty(c)
			if p.W != room[0] || p.H != room[1] || wellFormed(p, false) != "" {
				t.Errorf("%dx%d in a room of %v: %s", p.W, p.H, room, wellFormed(p, false))
			}
			if b.At > 0 && (b.DrawingIn() && is < was && b.Full() > 0 || !b.DrawingIn() && is > was) {
				t.Errorf("%v at %v: from %d rows to %d", room, b.At, was, is)
			}
			if was = is; b.Full() == 1 && is < c.h-2 {
				t.Errorf("%v: full it has %d rows of %d", room, is, c.h)
			}
		})
	}
}

// empty is how many rows above a drawing are empty.
func empty(c *canvas) int {
	for i, r := range c.dots {
		if r != None {
			return i / c.w
		}
	}
	return c.h
}

func TestBreathInPlainCharacters(t *testing.T) {
	breaths(func(b Breath) {
		if p := b.Draw(24, 12, true); p.W != 24 || p.H != 12 || wellFormed(p, true) != "" {
			t.Errorf("at %v: %s\n%s", b.At, wellFormed(p, true), p.Text())
		}
	})
}

// TestNextBreathIsWhereItsPictureChanges walks from picture to picture: all in between
// are the same, and the next one is another.
func TestNextBreathIsWhereItsPictureChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(11, 60).Draw(t, "w"), rapid.IntRange(3, 30).Draw(t, "h")
		every := rapid.SampledFrom([]time.Duration{Frame, 83 * time.Millisecond, 250 * time.Millisecond}).Draw(t, "every")
		b := Breath{In: 4 * second, Out: 6 * second, Still: rapid.Bool().Draw(t, "still")}
		b.At = time.Duration(rapid.IntRange(0, 200).Draw(t, "frame")) * every
		now, d := b.Draw(w, h, false).Text(), b.Next(w, h, every)
		if d <= 0 || d%every != 0 || d > 10*second {
			t.Fatalf("next is %v after %v", d, b.At)
		}
		end := b.At + d
		for b.At += every; b.At < end; b.At += every {
			if b.Draw(w, h, false).Text() != now {
				t.Fatalf("it changes at %v, before %v", b.At, end)
			}
		}
		if b.Draw(w, h, false).Text() == now {
			t.Errorf("nothing changes at %v", end)
		}
	})
}

// TestNextBreathIsOnAFrame holds also for an instant between two of them.
func TestNextBreathIsOnAFrame(t *testing.T) {
	b := Breath{In: 4 * second, Out: 6 * second, At: 1234567 * time.Microsecond}
	if d := b.Next(24, 12, Frame); (b.At+d)%Frame != 0 || d <= 0 {
		t.Errorf("next is %v after %v", d, b.At)
	}
}
