package cli

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// everything is every file in the folder, with what stands in it and when it was written.
func (d desk) everything(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	files, _ := os.ReadDir(d.dir)
	for _, f := range files {
		info, err := f.Info()
		data, reading := os.ReadFile(filepath.Join(d.dir, f.Name()))
		if err != nil || reading != nil {
			t.Fatal(err, reading)
		}
		all[f.Name()] = info.ModTime().String() + string(data)
	}
	return all
}

// TestAPackIsToldOfInPrivate too, where one may be on the skin, and nothing is touched.
func TestAPackIsToldOfInPrivate(t *testing.T) {
	for name, x := range map[string]struct {
		s     func(*testing.T) session.Session
		speed float64
		gone  time.Duration
		end   func(*writing)
		want  bool
	}{
		"just now":         {packed, 1, 0, (*writing).dies, true},
		"two hours ago":    {packed, 1, 2 * time.Hour, (*writing).dies, true},
		"a day ago":        {packed, 1, 24 * time.Hour, (*writing).dies, false},
		"no pack":          {waits, 1, 0, (*writing).dies, false},
		"a preview":        {packed, 10, 0, (*writing).dies, false},
		"it ended":         {packed, 1, 0, func(w *writing) { w.says(session.Leave{}); w.dies() }, false},
		"it's still under": {packed, 1, 0, func(*writing) {}, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				x.end(d.sits(t, x.speed, x.s(t)))
				<-time.After(x.gone)
				before := d.everything(t)
				var told []tea.Msg
				remindAlone(d.dir, time.Now(), func(m tea.Msg) { told = append(told, m) })
				if got := slices.ContainsFunc(told, isStillOn); got != x.want || len(told) > 1 {
					t.Errorf("told %v", told)
				}
				if after := d.everything(t); !reflect.DeepEqual(after, before) {
					t.Errorf("of %v it made %v", before, after)
				}
			})
		})
	}
}

// TestPrivateMakesNoFolder where none is.
func TestPrivateMakesNoFolder(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for _, dir := range []string{d.dir, ""} {
		remindAlone(dir, time.Now(), func(m tea.Msg) { t.Errorf("told %v", m) })
	}
	if all, err := os.ReadDir(filepath.Dir(d.dir)); err != nil || len(all) > 0 {
		t.Errorf("made %v, %v", all, err)
	}
}

// TestAPackIsToldOfInAPreview of a real session; a preview's is on nobody's skin.
func TestAPackIsToldOfInAPreview(t *testing.T) {
	for _, x := range []struct {
		left, now float64
		gone      time.Duration
		want      bool
	}{{1, 10, time.Minute, true}, {10, 1, time.Minute, false}, {10, 1, 2 * time.Hour, false}, {1, 10, 2 * time.Hour, true}} {
		synctest.Test(t, func(t *testing.T) {
			d := newDesk(t)
			d.sits(t, x.left, packed(t)).dies()
			<-time.After(x.gone)
			if w := d.sits(t, x.now, waits(t)); w.remindsOf() != x.want {
				t.Errorf("x%g after x%g, %v later: told %v", x.now, x.left, x.gone, w.told)
			}
		})
	}
}

// TestAnEarlierOnesTroubleIsItsOwn: that it can't be put where it belongs is told once, and
// what this session's own saving meets is told all the same.
func TestAnEarlierOnesTroubleIsItsOwn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		one, two := d.sits(t, 1, relief(t, content.Quad)), d.sits(t, 1, relief(t, content.Arch))
		for _, w := range []*writing{one, two} {
			w.says(session.Eased{}, session.Go{})
			w.dies()
		}
		if err := os.Mkdir(filepath.Join(d.dir, "history.jsonl"), 0o700); err != nil {
			t.Fatal(err)
		}
		<-time.After(2 * session.Cold)
		w := d.sits(t, 1, relief(t, content.Calf))
		const earlier = "an earlier session can't be put into the history: history.jsonl: not a plain file"
		if list := w.problems(); !slices.Equal(list, []string{earlier}) {
			t.Fatalf("told %q", list)
		}
		if err := os.RemoveAll(d.dir); err != nil {
			t.Fatal(err)
		}
		w.passes(20 * time.Second)
		w.says(session.Eased{})
		w.says(session.Go{})
		if list := w.problems(); len(list) != 2 || !strings.HasPrefix(list[1], "this session can't be saved: session-3.json: ") {
			t.Errorf("told %q", list)
		}
	})
}
