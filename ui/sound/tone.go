package sound

import (
	"math"
	"sync"
	"time"
)

// rate is how many samples a second of sound has.
const rate = 48000

// loudest is the highest peak of a tone, where 1 is the loudest a device can do: two
// tones at once are still clear of it.
const loudest = 0.4

// blip is one note within a tone.
type blip struct {
	at, last time.Duration
	hz       float64
}

// timbre is the strength of the overtones beside the note itself: the second partial,
// the third, and so on.
type timbre []float64

// The timbres.
var (
	round  = timbre{0.12}                           // a flute: hardly an overtone
	bright = timbre{0.30, 0.10, 0.05}               // a plucked string
	hollow = timbre{0, 0.33, 0, 0.12}               // a clarinet: odd partials only
	reedy  = timbre{0.55, 0.50, 0.35, 0.22, 0.12}   // a harmonica
	glass  = timbre{0.10, 0.02, 0.22, 0, 0.02, 0.1} // a small glass bell
)

const ms = time.Millisecond

// score says how each tone sounds to somebody who hears no other.
var score = map[Tone]struct {
	timbre timbre
	notes  []blip
}{
	// One long, low, soft note, like a hum: get into place.
	ToneReady: {round, []blip{{0, 350 * ms, 330}}},
	// Two plucked notes that rise, da-DEE, the second longer: up, go.
	ToneBegin: {bright, []blip{{0, 80 * ms, 523}, {80 * ms, 150 * ms, 784}}},
	// The same two notes the other way round, DEE-da: it falls, let go.
	ToneEnd: {bright, []blip{{0, 80 * ms, 784}, {80 * ms, 190 * ms, 523}}},
	// Two equal round notes at the same height with a gap: as much again.
	ToneHalf: {round, []blip{{0, 75 * ms, 659}, {125 * ms, 75 * ms, 659}}},
	// A short pip. The three of the count climb by a whole tone each, and the last is
	// half as long again, so that each says how many are left.
	ToneThree: {round, []blip{{0, 70 * ms, 740}}},
	ToneTwo:   {round, []blip{{0, 70 * ms, 831}}},
	ToneOne:   {round, []blip{{0, 110 * ms, 932}}},
	// Low, high, low, high, hollow and even, like a two-tone horn far off: the other leg.
	ToneSwitch: {hollow, []blip{
		{0, 80 * ms, 392}, {85 * ms, 80 * ms, 587}, {170 * ms, 80 * ms, 392}, {255 * ms, 90 * ms, 587},
	}},
	// Three quick equal taps on a glass: only this one more.
	ToneLast: {glass, []blip{{0, 50 * ms, 1047}, {75 * ms, 50 * ms, 1047}, {150 * ms, 60 * ms, 1047}}},
	// A reedy falling pair, short-long, said twice, like somebody calling a name: look.
	ToneSkin: {reedy, []blip{
		{0, 45 * ms, 622}, {50 * ms, 90 * ms, 494}, {200 * ms, 45 * ms, 622}, {250 * ms, 90 * ms, 494},
	}},
	// Two equal hollow notes and a higher, longer one, like a voice that asks: answer, if
	// you like.
	ToneAsk: {hollow, []blip{{0, 80 * ms, 440}, {100 * ms, 80 * ms, 440}, {190 * ms, 150 * ms, 587}}},
	// Four reedy notes that fall step by step, the last long: take it off.
	ToneOff: {reedy, []blip{
		{0, 60 * ms, 740}, {65 * ms, 60 * ms, 622}, {130 * ms, 60 * ms, 494}, {195 * ms, 150 * ms, 370},
	}},
	// Three glass notes that fall to rest, slowly, the last longest: all is done.
	ToneOver: {glass, []blip{{0, 90 * ms, 1047}, {95 * ms, 90 * ms, 784}, {190 * ms, 150 * ms, 523}}},
	// Four glass notes climbing a chord to its octave, the last longest: a step is done.
	ToneStep: {glass, []blip{
		{0, 70 * ms, 523}, {65 * ms, 70 * ms, 659}, {130 * ms, 70 * ms, 784}, {195 * ms, 150 * ms, 1047},
	}},
}

// samplesOf gives the samples of each tone at the full volume. They are made when the
// first of them is asked for, which takes a few milliseconds, and kept.
var samplesOf = sync.OnceValue(func() map[Tone][]float32 {
	made := make(map[Tone][]float32, len(score))
	for tone, s := range score {
		made[tone] = s.timbre.sing(s.notes)
	}
	return made
})

// sing makes the samples of some notes.
func (t timbre) sing(notes []blip) []float32 {
	end := time.Duration(0)
	for _, n := range notes {
		end = max(end, n.at+n.last)
	}
	sum := make([]float64, samples(end))
	for _, n := range notes {
		t.add(sum[samples(n.at):], n)
	}
	peak := 0.0
	for _, v := range sum {
		peak = max(peak, math.Abs(v))
	}
	list := make([]float32, len(sum))
	for i, v := range sum {
		list[i] = float32(v / peak * loudest)
	}
	return list
}

// attack and release are how long a note swells and fades.
const (
	attack  = 8 * ms
	release = 30 * ms
)

// add adds a note to what sounds already. Each partial begins at zero, and the note
// swells and fades along half a cosine, so that nothing clicks.
func (t timbre) add(sum []float64, n blip) {
	count := samples(n.last)
	up, down := float64(samples(attack)), float64(samples(release))
	for i := range count {
		swell := min(1, float64(i)/up, float64(count-1-i)/down)
		angle := 2 * math.Pi * n.hz * float64(i) / rate
		v := math.Sin(angle)
		for k, strength := range t {
			v += strength * math.Sin(angle*float64(k+2))
		}
		sum[i] += v * (1 - math.Cos(math.Pi*swell)) / 2
	}
}

// samples is how many samples last for d, to the nearest.
func samples(d time.Duration) int {
	return int(math.Round(d.Seconds() * rate))
}

// lasting is how long n samples last.
func lasting(n int64) time.Duration {
	return time.Duration(math.Round(float64(n) * float64(time.Second) / rate))
}
