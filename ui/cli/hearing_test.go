package cli

import (
	"fmt"
	"testing"
	"time"

	"uncramp/content"
)

// heardCase is one combination of everything that decides what is heard.
type heardCase struct {
	asked    asked
	settings settings
	sleep    bool
	night    bool
}

// String names what was said.
func (c heardCase) String() string {
	return fmt.Sprintf("flags %+v, settings %+v, sleep %t, night %t", c.asked, c.settings, c.sleep, c.night)
}

// heardRules say what is heard and why it is so. The first that fits holds.
var heardRules = []struct {
	reason string
	fits   func(c heardCase) bool
	mode   mode
	why    string
}{
	{"--mute is an order", func(c heardCase) bool { return c.asked.mute.or(false) }, mute, ""},
	{"--voice on is an order, at any hour", func(c heardCase) bool { return c.asked.voice == voiceOn }, voice, ""},
	{"in context sleep somebody lies beside, whatever else was said", func(c heardCase) bool { return c.sleep }, mute, "sleep"},
	{"at night nobody asked for sound", func(c heardCase) bool { return c.night && !c.settings.night.said && !c.asked.mute.said }, mute, "night"},
	{"the settings ask for a silent night", func(c heardCase) bool { return c.night && c.settings.night.value == mute && !c.asked.mute.said }, mute, ""},
	{"a volume of 0 is no sound", func(c heardCase) bool { return c.asked.volume.or(c.settings.volume.or(1)) == 0 }, mute, ""},
	{"the settings ask for tones at night, whoever would speak by day", func(c heardCase) bool { return c.night && c.settings.night.value == tones }, tones, ""},
	{"the settings ask for a voice at night, and a flag for none", func(c heardCase) bool {
		return c.night && c.settings.night.value == voice && c.asked.voice == voiceOff
	}, tones, ""},
	{"the settings ask for a voice at night", func(c heardCase) bool { return c.night && c.settings.night.value == voice }, voice, ""},
	{"--mute=false wins over the settings, --voice off leaves tones", func(c heardCase) bool {
		return c.settings.sound.value == mute && c.asked.mute.said && c.asked.voice == voiceOff
	}, tones, ""},
	{"who says no voice doesn't ask for tones that the settings mute", func(c heardCase) bool {
		return c.settings.sound.value == mute && c.asked.voice == voiceOff
	}, mute, ""},
	{"--voice off leaves tones", func(c heardCase) bool { return c.asked.voice == voiceOff }, tones, ""},
	{"a flag that names a voice wants to hear it", func(c heardCase) bool { return c.asked.speakWith != "" }, voice, ""},
	{"--mute=false wins over the settings", func(c heardCase) bool { return c.settings.sound.value == mute && c.asked.mute.said }, voice, ""},
	{"the settings ask for no sound by day", func(c heardCase) bool { return c.settings.sound.value == mute }, mute, ""},
	{"the settings ask for tones by day", func(c heardCase) bool { return c.settings.sound.value == tones }, tones, ""},
	{"by day it speaks", func(heardCase) bool { return true }, voice, ""},
}

// heardCases calls f with every combination that is no contradiction.
func heardCases(f func(c heardCase)) {
	said := []maybe[mode]{{}, say(voice), say(tones), say(mute)}
	volumes := []maybe[int]{{}, say(0), say(35)}
	for _, v := range spokens() {
		for _, m := range []maybe[bool]{{}, say(true), say(false)} {
			for _, speaker := range []string{"", "my-voice"} {
				for _, loud := range volumes {
					a := asked{voice: v, mute: m, speakWith: speaker, volume: loud}
					if a.agree() != nil {
						continue
					}
					for _, sound := range said {
						for _, night := range said {
							for _, volume := range volumes {
								for i := range 4 {
									f(heardCase{a, settings{sound: sound, night: night, volume: volume}, i&1 > 0, i&2 > 0})
								}
							}
						}
					}
				}
			}
		}
	}
}

// TestHearing: what is heard at the start, for all that can be said and not said.
func TestHearing(t *testing.T) {
	t.Parallel()
	used := make([]int, len(heardRules))
	all := 0
	heardCases(func(c heardCase) {
		all++
		local, where := time.Date(2026, 5, 4, 15, 0, 0, 0, time.UTC), content.Exercise
		if c.night {
			local = local.Add(10 * time.Hour)
		}
		if c.sleep {
			where = content.Sleep
		}
		got := hear(c.asked, c.settings, where, local)
		for i, r := range heardRules {
			if !r.fits(c) {
				continue
			}
			used[i]++
			if got.mode != r.mode || got.why != r.why {
				t.Fatalf("%s:\n%s %q, want %s %q: %s", c, got.mode, got.why, r.mode, r.why, r.reason)
			}
			break
		}
		want := c.asked.volume.or(c.settings.volume.or(usualVolume))
		if want == 0 {
			want = usualVolume // for when it is no longer muted
		}
		if got.volume != want || got.speakWith != c.asked.speakWith {
			t.Fatalf("%s: volume %d, want %d, speaker %q", c, got.volume, want, got.speakWith)
		}
		quiet := c.sleep || c.night && c.settings.night.or(mute) == mute && !c.asked.mute.said
		if quiet && got.mode != mute && c.asked.voice != voiceOn {
			t.Fatalf("%s: wakes somebody", c)
		}
	})
	for i, n := range used {
		if n == 0 {
			t.Errorf("no case in %d for: %s", all, heardRules[i].reason)
		}
	}
}

// TestHearingSpeaker: the flag's command, or the file's, or the system's voice.
func TestHearingSpeaker(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 5, 4, 15, 0, 0, 0, time.UTC)
	kept := settings{speakWith: say("kept"), manual: say(true)}
	for _, c := range []struct {
		flag string
		s    settings
		want string
	}{{"", settings{}, ""}, {"", kept, "kept"}, {"typed", kept, "typed"}, {"typed", settings{}, "typed"}} {
		if got := hear(asked{voice: voiceAuto, speakWith: c.flag}, c.s, "", day); got.speakWith != c.want || got.mode != voice {
			t.Errorf("%q and %q: %+v, want %q", c.flag, c.s.speakWith.value, got, c.want)
		}
	}
	// A speaker that is only kept asks for nothing by itself.
	kept.sound = say(tones)
	if got := hear(asked{voice: voiceAuto}, kept, "", day); got.mode != tones {
		t.Errorf("tones and a kept speaker: %+v", got)
	}
	for _, c := range []struct {
		flag maybe[bool]
		s    settings
		want bool
	}{{maybe[bool]{}, settings{}, false}, {maybe[bool]{}, kept, true}, {say(false), kept, false}, {say(true), settings{}, true}} {
		if got := (asked{manual: c.flag}).handsOn(c.s); got != c.want {
			t.Errorf("--manual %+v and %+v: %t", c.flag, c.s.manual, got)
		}
	}
}

// TestHearingAtNight: what a flag means at two in the morning, one row each.
func TestHearingAtNight(t *testing.T) {
	t.Parallel()
	local := time.Date(2026, 5, 4, 2, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		what  string
		asked asked
		s     settings
		where content.Context
		mode  mode
		why   string
	}{
		{"nothing said", asked{voice: voiceAuto}, settings{}, "", mute, "night"},
		{"not muted", asked{voice: voiceAuto, mute: say(false)}, settings{}, "", voice, ""},
		{"not muted, no voice", asked{voice: voiceOff, mute: say(false)}, settings{}, "", tones, ""},
		{"not muted, tones by day", asked{voice: voiceAuto, mute: say(false)}, settings{sound: say(tones)}, "", tones, ""},
		{"not muted, silent nights kept", asked{voice: voiceAuto, mute: say(false)}, settings{night: say(mute)}, "", voice, ""},
		{"not muted, tones at night kept", asked{voice: voiceAuto, mute: say(false)}, settings{night: say(tones)}, "", tones, ""},
		{"not muted, in bed", asked{voice: voiceAuto, mute: say(false)}, settings{}, content.Sleep, mute, "sleep"},
		{"a speaker, tones at night kept", asked{voice: voiceAuto, speakWith: "mine"}, settings{night: say(tones)}, "", tones, ""},
		{"a speaker", asked{voice: voiceAuto, speakWith: "mine"}, settings{}, "", mute, "night"},
		{"a voice, tones at night kept", asked{voice: voiceOn}, settings{night: say(tones)}, "", voice, ""},
	} {
		if got := hear(c.asked, c.s, c.where, local); got.mode != c.mode || got.why != c.why {
			t.Errorf("%s: %s %q, want %s %q", c.what, got.mode, got.why, c.mode, c.why)
		}
	}
}

// TestHearingNight: from 22 to 7, by the clock on the wall, and which setting a
// choice of that hour belongs to.
func TestHearingNight(t *testing.T) {
	t.Parallel()
	east := time.FixedZone("east", 9*60*60)
	for hour := range 24 {
		want := hour >= 22 || hour <= 6
		for _, minute := range []int{0, 59} {
			local := time.Date(2026, 12, 31, hour, minute, 59, 0, east)
			if night(local) != want {
				t.Errorf("%v: night %t", local, !want)
			}
			key := keySound
			if want {
				key = keyNight
			}
			if got := remembers(content.Desk, local); got != key {
				t.Errorf("%v: kept as %q, want %q", local, got, key)
			}
			if got := remembers(content.Sleep, local); got != "" {
				t.Errorf("%v in bed: kept as %q", local, got)
			}
		}
	}
}
