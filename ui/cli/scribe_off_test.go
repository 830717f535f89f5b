package cli

import (
	"testing"
	"testing/synctest"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// unsaid is a session whose pack came off the clock and of which nobody said that it's off,
// as it's left.
func (d desk) unsaid(t *testing.T) *writing {
	t.Helper()
	w := d.sits(t, 1, packed(t))
	w.passes(time.Minute)
	w.s, _ = w.s.Apply(session.Skin{}, time.Since(w.base))
	w.off = w.s.Packs[0]
	w.says()
	return w
}

// TestAPackThatMustComeOffIsKept, until somebody says that it's off.
func TestAPackThatMustComeOffIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.unsaid(t)
		if c := d.whole(t).Saved; c.Pack.Kind != "" || c.Off.Kind != content.Heat || c.Off.Off-c.Off.On != time.Minute {
			t.Errorf("kept is %+v, %+v", c.Pack, c.Off)
		}
		w.off = session.Worn{}
		if w.says(); d.whole(t).Saved.Off.Kind != "" {
			t.Error("it's off, and kept as on")
		}
	})
}

// TestAPackThatMustComeOffIsTold by the next program, whichever it is, for as long as it
// may be on the skin.
func TestAPackThatMustComeOffIsTold(t *testing.T) {
	for _, x := range []struct {
		name           string
		gone           time.Duration
		offered, reads bool
	}{
		{"within the hour", 50 * time.Minute, true, false}, {"later", 2 * time.Hour, false, true},
		{"too late", 3 * time.Hour, false, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				d.unsaid(t).dies()
				<-time.After(x.gone)
				w := d.sits(t, 1, waits(t))
				v := w.offered()
				if told := v != nil && v.Off.Kind == content.Heat; told != x.offered || w.remindsOf() != x.reads {
					t.Errorf("offered %t, told %v", told, w.told)
				}
			})
		})
	}
}

// TestAPackIsNotToldForDays: who put it on yesterday has taken it off.
func TestAPackIsNotToldForDays(t *testing.T) {
	for gone, want := range map[time.Duration]bool{2 * time.Hour: true, 179 * time.Minute: true, 181 * time.Minute: false, 240 * time.Hour: false} {
		synctest.Test(t, func(t *testing.T) {
			d := newDesk(t)
			d.sits(t, 1, packed(t)).dies()
			<-time.After(gone)
			if w := d.sits(t, 1, waits(t)); w.remindsOf() != want {
				t.Errorf("after %v: told %v", gone, w.told)
			}
		})
	}
}

// TestAPackIsOffOnce: somebody says so in one program, and none that comes after tells of it
// again; as long as nobody does, each tells of it.
func TestAPackIsOffOnce(t *testing.T) {
	for _, on := range []bool{true, false} { // on the clock when it broke off, or off it and unsaid
		synctest.Test(t, func(t *testing.T) {
			d := newDesk(t)
			if on {
				d.sits(t, 1, packed(t)).dies()
			} else {
				d.unsaid(t).dies()
			}
			<-time.After(40 * time.Minute)
			for range 2 { // it breaks off again before anybody says so
				w := d.sits(t, 1, waits(t))
				if w.off = w.offered().Still(); w.off.Kind != content.Heat {
					t.Fatalf("on %t: offered %+v", on, w.offered())
				}
				w.finds(t)
				w.passes(time.Minute)
				w.dies()
			}
			w := d.sits(t, 1, waits(t))
			w.off = w.offered().Still()
			w.finds(t)
			w.off = session.Worn{}
			w.says()
			w.dies()
			if w = d.sits(t, 1, waits(t)); w.remindsOf() || w.offered().Still().Kind != "" {
				t.Errorf("on %t: it's off, and told of: %v", on, w.told)
			}
		})
	}
}
