//go:build unix

package cli_test

import (
	"sync"
	"testing"
	"time"

	"uncramp/content"
	plan "uncramp/session"
)

// speed is how fast the session runs whose course is measured.
const speed = 10

// planned is what begins next: its verb, and when, in real time.
type planned struct {
	verb string
	at   time.Time
	last time.Duration // how long it stays, in real time
}

// course is a session without a screen: it tells what would begin when.
type course struct {
	s     plan.Session
	base  time.Time // when the session began
	begun []planned
}

// newCourse begins where the person's word ended the wait.
func newCourse(t *testing.T, eased time.Time) *course {
	t.Helper()
	guide, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	c := &course{s: plan.New(plan.Facts{Muscle: content.Calf}, guide, content.Embedded), base: eased}
	c.apply(plan.Eased{}, 0)
	return c
}

// key lets an event happen at an instant, and then time pass for as long as
// the session goes on by itself.
func (c *course) key(e plan.Event, at time.Time) {
	now := at.Sub(c.base) * speed
	c.apply(e, now)
	for c.s.Phase().For > 0 {
		now, _ = c.s.NextChange(now)
		c.apply(plan.Tick{}, now)
	}
}

// apply lets an event happen, and notes the phase that began with it.
func (c *course) apply(e plan.Event, now time.Duration) {
	before, at := c.s.Began, c.s.At
	head := c.s.Head().Slot
	c.s, _ = c.s.Apply(e, now)
	if c.s.Began == before && c.s.At == at && c.s.Head().Slot == head {
		return
	}
	if v := c.verb(); v != "" {
		c.begun = append(c.begun, planned{v, c.base.Add(c.s.Began / speed), c.s.Phase().For / speed})
	}
}

// verb is the word on the screen for the phase that runs, where one is counted.
func (c *course) verb() string {
	it, _ := c.s.Item()
	switch c.s.Head().Kind {
	case plan.DrinkBlock:
		return "DRINK"
	case plan.ItemBlock:
	default:
		return ""
	}
	switch c.s.Phase().Kind {
	case plan.Ready:
		return "GET READY"
	case plan.Switch:
		return "SWITCH"
	case plan.Hold:
		return "HOLD"
	case plan.Lower:
		return "LOWER"
	case plan.Rest:
		return "REST"
	}
	return it.Verb
}

// TestCourse: every phase of a whole session begins when it was planned, and
// lateness doesn't add up.
func TestCourse(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{args: speeds(speed)})
	w := s.watch(verb)
	lateness := timers(t)
	press := func(key string) time.Time {
		at := time.Now()
		s.keys(key)
		return at
	}
	c := newCourse(t, press("e"))
	s.waitFor(t, "IS THIS RIGHT?", patience)
	c.key(plan.Go{}, press("\r"))
	s.counts(t, "RUB", time.Minute, func(d time.Duration) bool { return d >= 5*time.Second })
	c.key(plan.Go{}, press("\r"))
	s.waitFor(t, "NEITHER?", time.Minute)
	c.key(plan.Choose{}, press("n"))
	s.waitFor(t, "Eased after", time.Minute)
	if c.s.Outcome != plan.Finished {
		t.Fatalf("the course ended with %q", c.s.Outcome)
	}
	var arrived []seen
	for _, step := range w.all()[1:] { // the first is the wait
		if step.value != "" {
			arrived = append(arrived, step)
		}
	}
	most := 250*time.Millisecond + lateness() // on a machine that does other things beside
	if strict() {
		most = 50 * time.Millisecond
	}
	punctual(t, match(t, c.begun, arrived, most), most)
}

// timers looks at how late this test's own timers come: where the machine has no time for
// it, it has none for the program either. It returns how late the latest of them was.
func timers(t *testing.T) (latest func() time.Duration) {
	t.Helper()
	const each = 5 * time.Millisecond
	done, worst := make(chan struct{}), make(chan time.Duration)
	go func() {
		tick := time.NewTicker(each)
		defer tick.Stop()
		var most time.Duration
		for before := time.Now(); ; {
			select {
			case <-tick.C:
				now := time.Now()
				before, most = now, max(most, now.Sub(before)-each)
			case <-done:
				worst <- most
				return
			}
		}
	}()
	stop := sync.OnceValue(func() time.Duration { close(done); return <-worst })
	t.Cleanup(func() { stop() })
	return stop
}

// match finds for every phase how late its verb came. A phase that is shorter
// than what is allowed may be passed over, unless strict.
func match(t *testing.T, begun []planned, arrived []seen, most time.Duration) []time.Duration {
	t.Helper()
	var late []time.Duration
	missed := 0
	for _, p := range begun {
		if len(arrived) > 0 && arrived[0].value == p.verb {
			if by := arrived[0].at.Sub(p.at); by <= most || strict() || p.last == 0 || p.last > most {
				late, arrived = append(late, by), arrived[1:]
				continue
			}
		}
		if missed++; strict() || p.last > most {
			t.Fatalf("no %s at %v from the first phase; next came %v", p.verb, p.at.Sub(begun[0].at), arrived[:min(1, len(arrived))])
		}
	}
	if len(arrived) > 0 || missed > len(begun)/10 {
		t.Fatalf("of %d phases, %d were never seen, and %d were seen that weren't planned", len(begun), missed, len(arrived))
	}
	return late
}

// early is how much before its instant a phase may be seen: a change is handed to
// the renderer half of the time between two frames ahead.
const early = 15 * time.Millisecond

// punctual checks and tells how late phases began.
func punctual(t *testing.T, late []time.Duration, most time.Duration) {
	t.Helper()
	var worst, sum time.Duration
	for i, d := range late {
		worst, sum = max(worst, d, -d), sum+d
		if d < -early {
			t.Errorf("phase %d began %v too early", i, -d)
		}
		if d > most {
			t.Errorf("phase %d began %v late", i, d)
		}
	}
	tenth := max(1, len(late)/10)
	first, last := mean(late[:tenth]), mean(late[len(late)-tenth:])
	t.Logf("%d phases: off by %v at worst, %v on average, %v the first tenth, %v the last tenth, %v the last",
		len(late), ms(worst), ms(sum/time.Duration(len(late))), ms(first), ms(last), ms(late[len(late)-1]))
	if last-first > most/2 {
		t.Errorf("lateness grew from %v to %v", first, last)
	}
}

// mean is the average.
func mean(list []time.Duration) time.Duration {
	var sum time.Duration
	for _, d := range list {
		sum += d
	}
	return sum / time.Duration(max(1, len(list)))
}

// ms rounds to a tenth of a millisecond.
func ms(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }
