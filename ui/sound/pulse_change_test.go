//go:build system

package sound

import (
	"testing"
	"time"
)

// TestChangedPlanIsHeardAtOnce changes the plan within what was sent ahead: while a
// tone sounds, which goes on unharmed, and shortly before one, which is never heard.
func TestChangedPlanIsHeardAtOnce(t *testing.T) {
	startServer(t, nullSink)
	r := record(t)
	p := open(t)
	began := time.Now()
	first, gone := Note{ToneReady, began.Add(700 * ms)}, Note{ToneSwitch, began.Add(1900 * ms)}
	p.Plan([]Note{first, gone})
	pass(t, first.At.Add(120*ms))
	added := Note{ToneEnd, began.Add(1250 * ms)}
	p.Plan([]Note{added, gone})
	pass(t, gone.At.Add(-150*ms))
	p.Plan(nil)
	now := Note{ToneStep, time.Now()}
	p.Play(now)
	pass(t, began.Add(2600*ms))
	compare(t, []Note{first, added, now}, r.tones(t))
}
