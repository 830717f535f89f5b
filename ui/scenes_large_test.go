package ui

import (
	"fmt"
	"image/color"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"uncramp/content"
	"uncramp/session"
)

// largeScenes are the screens of a change that is about to come, or just came, and of
// figures on their way from one pose to the next.
func largeScenes() []scene {
	return []scene{
		{"hold-last", equipped, func(d *desk) {
			eased(d).on("wall-calf", session.Hold, 1).wait(28 * time.Second)
		}, []string{"HOLD", "0:02"}},
		{"switch-over", equipped, func(d *desk) {
			eased(d).on("wall-calf", session.Switch, 0).wait(2 * time.Second)
		}, []string{"SWITCH", "0:08"}},
		{"rise-half", equipped, func(d *desk) {
			eased(d).on("toe-raises", session.Rise, 3).wait(500 * time.Millisecond)
		}, []string{"RISE", "0:01"}},
		{"wait-out", nobody, func(d *desk) { d.wait(4 * time.Second) }, []string{"BREATHE", "0:05", "[e]", "[s]"}},
		{"pack-arch", everything(content.Arch, content.Seated), func(d *desk) {
			eased(d).on("massage-arch", session.Open, 0).press("enter").asked()
			d.press("2", "enter").wait(30 * time.Second)
		}, []string{"COLD"}},
	}
}

// acrossScenes are the screens for somebody across the room. What every other screen
// has to have, keys and words, they have not.
func acrossScenes() []scene {
	return []scene{
		{"across-hold", equipped, func(d *desk) {
			eased(d).on("wall-calf", session.Hold, 1).press("f").wait(noteTime)
		}, nil},
		{"across-last", equipped, func(d *desk) {
			eased(d).on("wall-calf", session.Hold, 1).press("f").wait(27 * time.Second)
		}, nil},
		{"across-notice", nobody, func(d *desk) { eased(d).press("f") }, nil},
		{"across-wait", nobody, func(d *desk) { d.press("f").wait(noteTime) }, nil},
		{"across-help", nobody, func(d *desk) { d.press("f").wait(10 * time.Minute) }, nil},
		{"across-pack", packed, func(d *desk) { warm(d).press("f", "c").wait(noteTime) }, nil},
		{"across-paused", equipped, func(d *desk) {
			eased(d).on("wall-calf", session.Hold, 1).press("f", "space").wait(noteTime)
		}, nil},
		{"across-done", nobody, func(d *desk) { toTheEnd(d).wait(noteTime) }, nil},
	}
}

// TestGoldenAcross holds the screens for somebody across the room to the files that
// somebody has read.
func TestGoldenAcross(t *testing.T) {
	for _, s := range acrossScenes() {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			name := fmt.Sprintf("%s_%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				golden(t, name, trimmed(s.at(t, size[0], size[1]).text()))
			})
		}
	}
}

// TestGoldenLarge holds some screens of a large terminal to the files that somebody
// has read.
func TestGoldenLarge(t *testing.T) {
	for _, scene := range []string{"wait", "hold", "rise-half", "pack"} {
		t.Run(scene, func(t *testing.T) {
			golden(t, scene+"_200x60", trimmed(sceneOf(t, scene).at(t, 200, 60).text()))
		})
	}
}

// TestGoldenFigures holds some screens with figures of plain characters, and without
// figures, to the files that somebody has read.
func TestGoldenFigures(t *testing.T) {
	for _, scene := range []string{"wait", "hold", "raised"} {
		for _, f := range []Figures{ASCII, NoFigures} {
			name := scene + "_" + string(f)
			t.Run(name, func(t *testing.T) {
				golden(t, name, trimmed(drawnAs(t, sceneOf(t, scene), f, 80, 24).text()))
			})
		}
	}
}

// TestGoldenSignal holds the styles of a screen whose verb is inverted, with colours and
// as NO_COLOR leaves them.
func TestGoldenSignal(t *testing.T) {
	for name, p := range map[string]colorprofile.Profile{"dark": colorprofile.TrueColor, "nocolor": colorprofile.ASCII} {
		t.Run(name, func(t *testing.T) {
			d := sceneOf(t, "hold-last").at(t, 80, 24)
			d.send(tea.BackgroundColorMsg{Color: color.Black})
			golden(t, "hold-last_"+name, visible(t, d.m.View().Content, p))
		})
	}
}
