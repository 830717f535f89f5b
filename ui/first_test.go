package ui

import (
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestFirstFrameNeedsNoLibrary holds that the first screen stands before the
// library is read: reading it takes longer than a person may wait for help.
func TestFirstFrameNeedsNoLibrary(t *testing.T) {
	waiting, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	library := func() *content.Library {
		t.Fatal("the first frame reads the library")
		return nil
	}
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}, {10, 1}} {
		d := &desk{TB: t, clock: &handClock{time.Now()}}
		d.m = New(Options{Session: session.New(facts(session.Facts{}), waiting, library), Clock: d.clock})
		d.resize(size[0], size[1]).wait(time.Second)
		if d.text() == "" {
			t.Errorf("nothing at %v", size)
		}
	}
}
