package cli

import (
	"testing"
	"testing/synctest"
	"time"

	"uncramp/session"
)

// TestAPackIsKeptAsTimePasses, though nobody says a word, and once more when the terminal
// goes away.
func TestAPackIsKeptAsTimePasses(t *testing.T) {
	for _, speed := range []float64{1, 4} {
		synctest.Test(t, func(t *testing.T) {
			d := newDesk(t)
			w := d.sits(t, speed, packed(t))
			on := time.Now()
			kept := func(after time.Duration) {
				t.Helper()
				c := d.whole(t)
				worn := time.Duration(speed * float64(after))
				if !c.Left.Equal(on.Add(after)) || -c.Saved.Pack.On != worn || len(c.Record.Packs) != 1 || c.Record.Packs[0].For != int(worn/time.Second) {
					t.Errorf("x%g after %v: left %v, on since %v, %+v", speed, after, c.Left.Sub(on), c.Saved.Pack.On, c.Record.Packs)
				}
			}
			for n := range 3 {
				kept(time.Duration(n) * fresh)
				<-time.After(fresh)
				synctest.Wait()
			}
			<-time.After(7 * time.Second)
			w.dies()
			kept(3*fresh + 7*time.Second)
		})
	}
}

// TestOnlyTimeIsKeptOfAPack: what it brings is the screen's to say, and without one nothing
// is written that nobody said.
func TestOnlyTimeIsKeptOfAPack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.sits(t, 1, packed(t))
		<-time.After(10 * time.Hour)
		synctest.Wait()
		if c := d.whole(t); c.Saved.Pack.Kind == "" || c.Ended || c.Saved.Pack.Asking {
			t.Errorf("nobody said so, and it is %+v", c.Saved.Pack)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, waits(t))
		w.says(session.Eased{}, session.Go{})
		before := d.everything(t)
		<-time.After(time.Minute)
		w.dies()
		for name, was := range d.everything(t) {
			if was != before[name] {
				t.Errorf("%s was written", name)
			}
		}
	})
}
