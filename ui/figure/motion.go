package figure

import (
	"math"
	"strings"
	"time"

	"uncramp/content"
)

// Frame is the time between two pictures of a figure that moves from one pose to the
// next. In a round, which goes on and on, it is longer, the slower the round.
const Frame = time.Second / 10

// The bounds of the time between two pictures of a round.
const (
	quickest = 140 * time.Millisecond
	slowest  = 250 * time.Millisecond
)

// Phase is a phase of a session, as far as a figure needs to know.
type Phase struct {
	Kind string        // ready, switch, rise, hold, lower, rest, timed, open
	For  time.Duration // how long it lasts, 0 = until the person says
}

// Moment is what a session is doing.
type Moment struct {
	Phase   Phase
	Before  Phase         // the one before it in the same block, its Kind "" where there is none
	Elapsed time.Duration // in the phase
	Still   bool          // key poses only, nothing moves
	Every   time.Duration // what a Frame is in this session's time, 0 = Frame
}

// Instant is where everything of a figure is at one moment.
type Instant struct {
	points points
	rests  bool // nothing is drawn anywhere: the arrows are left out
}

// At is the figure at a moment. It depends on nothing else: a picture that comes late
// skips what it missed, and a pause freezes it.
func At(f content.Figure, m Moment) Instant {
	if m.Still {
		return Instant{where(f, m, m.Elapsed), m.rests()}
	}
	shown, _ := m.frame(f)
	return Instant{where(f, m, shown), m.rests()}
}

// rests says that the body goes back, or rests: no arrow leads it anywhere then.
func (m Moment) rests() bool { return m.Phase.Kind == "lower" || m.Phase.Kind == "rest" }

// Next is how long after a moment the picture changes; ok is false where it stands
// still for the rest of the phase.
func Next(f content.Figure, m Moment) (_ time.Duration, ok bool) {
	if m.Still {
		return 0, false
	}
	shown, next := m.frame(f)
	one := len(poses(f, m.Phase.Kind)) < 2
	if one && shown >= moving(f, m) || !one && m.leads() && shown >= lesson(f, m) {
		return 0, false
	}
	return next - m.Elapsed, true
}

// frame is the instant of the phase that is shown at a moment, and the next one that
// will be.
func (m Moment) frame(f content.Figure) (shown, next time.Duration) {
	every := m.Every
	if every <= 0 {
		every = Frame
	}
	if len(poses(f, m.Phase.Kind)) < 2 {
		shown = m.Elapsed.Truncate(every)
		return shown, shown + every
	}
	return roundFrame(f, m.Elapsed, every)
}

// roundFrame is the same in a round: each move is parted evenly, so that it ends in its
// pose, and nothing is due while the figure stays there.
func roundFrame(f content.Figure, t, every time.Duration) (shown, next time.Duration) {
	move, stay := tempo(f)
	slow := time.Duration(float64(every) / float64(Frame) * float64(min(max(move/20, quickest), slowest)))
	if slow >= move { // a preview: it is wherever it is
		shown = t.Truncate(slow)
		return shown, shown + slow
	}
	n := int64((move + slow/2) / slow)
	begun := t.Truncate(move + stay)
	if t-begun >= move {
		return begun + move, begun + move + stay + part(move, 1, n)
	}
	i := int64(t-begun) * n / int64(move)
	return begun + part(move, i, n), begun + part(move, i+1, n)
}

// part is i of n equal parts of a time, in whole nanoseconds, the last one full.
func part(d time.Duration, i, n int64) time.Duration {
	return time.Duration((int64(d)*i + n - 1) / n)
}

// tempo is how long a figure moves from one pose to the next, and stays there.
func tempo(f content.Figure) (move, stay time.Duration) {
	move, stay = time.Duration(f.Tempo.Move)*time.Millisecond, time.Duration(f.Tempo.Stay)*time.Millisecond
	if move == 0 {
		move = 1500 * time.Millisecond
	}
	return move, stay
}

// poses are the poses of a phase, in their order.
func poses(f content.Figure, kind string) []content.Pose {
	names := map[string][]string{
		"ready": f.When.Ready, "switch": f.When.Ready, "rise": f.When.Rise, "hold": f.When.Hold,
		"lower": f.When.Lower, "rest": f.When.Rest, "timed": f.When.Timed, "open": f.When.Open,
	}[kind]
	if list, ok := named(f, names); ok {
		return list
	}
	return f.Poses[:1]
}

// named are the poses with these names; ok is false where there are none.
func named(f content.Figure, names []string) (list []content.Pose, ok bool) {
	for _, name := range names {
		if p, known := f.Pose(name); known {
			list = append(list, p)
		}
	}
	return list, len(list) > 0
}

// moving is how long a figure takes to come to the pose of a phase that has one: all
// of a rise or a lowering, a moment at the beginning of the others.
func moving(f content.Figure, m Moment) time.Duration {
	move, _ := tempo(f)
	switch {
	case m.Before.Kind == "" && m.Phase.Kind != "rise":
		return 0
	case m.Phase.Kind == "rise" || m.Phase.Kind == "lower":
		return m.Phase.For
	case m.Phase.For > 0:
		return min(move, m.Phase.For/2)
	}
	return move
}

// where is where every point is, t into a phase.
func where(f content.Figure, m Moment, t time.Duration) points {
	round := poses(f, m.Phase.Kind)
	if m.Still {
		if held := f.When.Hold; m.leads() && len(held) > 0 { // where it leads
			round, _ = named(f, held)
		}
		return places(f, round[len(round)-1])
	}
	if len(round) == 1 {
		from := ended(f, m)
		return blend(f, from, places(f, round[0]), share(t, moving(f, m)))
	}
	if m.leads() {
		t = min(t, lesson(f, m))
	}
	return inRound(f, round, t)
}

// leads says that the phase is a lead: in it the figure shows once, slowly, what comes,
// and then stands ready.
func (m Moment) leads() bool { return m.Phase.Kind == "ready" || m.Phase.Kind == "switch" }

// lesson is how long it takes to show it.
func lesson(f content.Figure, m Moment) time.Duration {
	move, stay := tempo(f)
	return time.Duration(len(poses(f, m.Phase.Kind))) * (move + stay)
}

// inRound is where every point is in a phase that goes round and round.
func inRound(f content.Figure, round []content.Pose, t time.Duration) points {
	move, stay := tempo(f)
	n := int(t / (move + stay))
	from, to := round[n%len(round)], round[(n+1)%len(round)]
	return blend(f, places(f, from), places(f, to), share(t%(move+stay), move))
}

// ended is where every point was when the phase before ended.
func ended(f content.Figure, m Moment) points {
	if m.Before.Kind == "" {
		return places(f, f.Poses[0])
	}
	round := poses(f, m.Before.Kind)
	if len(round) == 1 {
		return places(f, round[0])
	}
	before := Moment{Phase: m.Before, Elapsed: m.Before.For, Every: m.Every}
	shown, _ := before.frame(f)
	return where(f, before, shown)
}

// share is how far a movement of a length is at t, from 0 to 1, slow at both ends.
func share(t, of time.Duration) float64 {
	if of <= 0 || t >= of {
		return 1
	}
	return (1 - math.Cos(math.Pi*float64(t)/float64(of))) / 2
}

// places are the points of a pose; what it doesn't name is where it is in the first.
func places(f content.Figure, p content.Pose) points {
	all := points{}
	for name := range f.Poses[0].Points {
		x, y, _ := f.Point(p, name)
		all[name] = dot{float64(x), float64(y)}
	}
	return all
}

// blend is somewhere between two places. Points move in straight lines, which would
// shorten a limb that turns; so each keeps its length, from the middle of the body
// outward, but for a limb whose end stands still.
func blend(f content.Figure, a, b points, t float64) points {
	switch t {
	case 0:
		return a
	case 1:
		return b
	}
	out := points{}
	for name, p := range a {
		out[name] = p.to(b[name], t)
	}
	for _, bone := range f.View.Bones() {
		if fixed(a, b, bone) {
			continue
		}
		long := a[bone.To].sub(a[bone.From]).long()*(1-t) + b[bone.To].sub(b[bone.From]).long()*t
		way := a[bone.To].to(b[bone.To], t).sub(a[bone.From].to(b[bone.From], t))
		end := out[bone.From].add(way.unit().times(long))
		if f.Floor > 0 { // a foot that slides does not swing through the floor
			end.y = min(end.y, max(float64(f.Floor), a[bone.To].y, b[bone.To].y))
		}
		out[bone.To] = end
	}
	return out
}

// limbs are the ends of the limbs, by what their points' names end in: a limb whose
// end stands still is bent between two points and not turned about one.
var limbs = map[string][]string{
	"knee": {"heel", "toe"}, "heel": {"heel", "toe"}, "toe": {"toe"}, "elbow": {"hand"}, "hand": {"hand"},
}

// fixed says that a bone belongs to a limb whose end stands still.
func fixed(a, b points, bone content.Bone) bool {
	side, part, ok := strings.Cut(bone.To, "-")
	if !ok {
		return false
	}
	for _, end := range limbs[part] {
		if end = side + "-" + end; a[end] == b[end] {
			return true
		}
	}
	return false
}
