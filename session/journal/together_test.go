package journal

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"
)

// TestTogether: all of it may be called from everywhere at once, in one program too.
func TestTogether(t *testing.T) {
	t.Parallel()
	j := open(t)
	j.wait = time.Minute
	own, _ := claimed(t, j)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for k := range 5 {
				if err := j.AppendOnce(oneRecord(fmt.Sprintf("r%d-%d", i, k))); err != nil {
					t.Error(err)
				}
				if err := own.Save(oneCheckpoint("a")); err != nil && !errors.Is(err, errClosed) {
					t.Error(err)
				}
				if h, err := j.History(); err != nil || len(h.Damaged) > 0 {
					t.Error(h.Damaged, err)
				}
				j.Running()
			}
			if err := own.Clear(); err != nil && !errors.Is(err, errClosed) {
				t.Error(err)
			}
			if err := own.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := len(ids(t, j)); n != 40 {
		t.Errorf("%d records", n)
	}
	_, left := claimed(t, j)
	for _, l := range left { // one may have saved after another cleared
		same(t, l.Checkpoint, oneCheckpoint("a"))
	}
}

// TestReadWhileForgetting: who reads while lines are removed finds them before or after.
func TestReadWhileForgetting(t *testing.T) {
	t.Parallel()
	j := open(t)
	j.wait = time.Minute
	put(t, j, historyFile, string(manyRecords(200)))
	done := make(chan error)
	go func() {
		for range 10 {
			n := 0
			_, err := j.Forget(func(record) bool { n++; return n <= 10 })
			if err != nil {
				done <- err
				return
			}
		}
		close(done)
	}()
	for range 20 {
		h := history(t, j)
		if n := len(h.Records); n%10 != 0 || n < 100 || len(h.Damaged) > 0 {
			t.Errorf("%d records, damaged %v", n, h.Damaged)
		}
	}
	ok(t, <-done)
	if n := len(ids(t, j)); n != 100 {
		t.Errorf("%d records at last", n)
	}
}
