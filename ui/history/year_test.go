package history

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// berlin is the place of the generated year, in winter time.
var berlin = time.FixedZone("", 3600)

// at is an instant of the generated year's place.
func at(y int, m time.Month, d, hour, minute int) time.Time {
	return time.Date(y, m, d, hour, minute, 0, 0, berlin)
}

// today is when the generated year is looked at: a Thursday.
func today() time.Time { return at(2026, time.November, 12, 9, 30) }

// maker makes records that are the same on every machine.
type maker struct {
	source *rand.PCG
	n      int
}

// of is a number below n.
func (m *maker) of(n int) int { return int(m.source.Uint64() % uint64(n)) }

// one says true in so many of a hundred.
func (m *maker) one(percent int) bool { return m.of(100) < percent }

// record is a session with a cramp of a leg, that began at an instant.
func (m *maker) record(when time.Time, x leg, doing content.Context) session.Record {
	m.n++
	r := session.Record{
		ID: fmt.Sprintf("%016x", m.n), At: when, Muscle: x.muscle, Side: x.side,
		Position: content.Seated, Context: doing, Outcome: session.Finished, Took: 600 + m.of(600),
		Eased: []int{40 + m.of(120) + m.of(200)},
	}
	if doing == content.Sleep {
		r.Position = content.Lying
	}
	if m.one(4) {
		r.Eased[0] += 600
		r.Help = true
	}
	if m.one(20) {
		r.Eased, r.Again = append(r.Eased, 20+m.of(90)), 1
	}
	if m.one(6) {
		r.Side = "" // nobody said which leg
	}
	if m.one(6) {
		r.Sign = content.Soon
	}
	if m.one(3) {
		r.Eased, r.Again, r.Gripping, r.Outcome, r.Sign = nil, 0, true, session.Warned, content.SameDay
	}
	if m.one(40) {
		sore := m.of(7)
		r.Sore = &sore
	}
	m.did(&r)
	return r
}

// did fills in what was done, and what was not.
func (m *maker) did(r *session.Record) {
	if r.Outcome == session.Warned {
		return
	}
	plan := map[content.Muscle][]string{
		content.Calf: {"toes-to-shin", "massage-calf", "walk-test"}, content.Hamstring: {"leg-out", "massage-hamstring", "knee-test"},
		content.Arch: {"hand-sole", "ball-arch", "foot-test"}, content.Toes: {"hand-toes", "massage-toes"},
		content.Quad: {"quad-stand", "massage-quad", "walk-test"},
	}[r.Muscle]
	for i, id := range plan {
		w := session.Worked{Item: id, Side: r.Side, Reps: 2}
		switch {
		case i > 0 && m.one(15):
			r.Skipped = append(r.Skipped, w)
		case i > 0 && m.one(8):
			r.NotBegun, r.Outcome = append(r.NotBegun, w), session.LeftEarly
		default:
			r.Done = append(r.Done, w)
		}
	}
	if m.one(30) {
		r.Packs = []session.Applied{{Kind: content.Heat, For: 60 * (5 + m.of(15))}}
	}
}

// year is a year as it may be: night cramps all year round, most of them in winter and
// of late, cramps of long runs in summer, some at the desk; stretches before bed, and
// sessions that are hidden.
func year() []session.Record {
	m := &maker{source: rand.NewPCG(1, 2)}
	var list []session.Record
	left, right := leg{content.Calf, session.Left}, leg{content.Calf, session.Right}
	for day := at(2025, time.November, 13, 0, 0); day.Before(today()); day = day.AddDate(0, 0, 1) {
		often := 9
		if month := day.Month(); month >= time.October || month <= time.February {
			often = 22
		}
		if m.one(often) {
			x := left
			if m.one(30) {
				x = right
			}
			list = append(list, m.record(day.Add(time.Duration(m.of(300)+30)*time.Minute), x, content.Sleep))
		}
		if summer := day.Month() >= time.May && day.Month() <= time.August; summer && day.Weekday() == time.Sunday && m.one(50) {
			x := []leg{{content.Hamstring, session.Right}, right, {content.Quad, session.Both}}[m.of(3)]
			list = append(list, m.record(day.Add(time.Duration(15*60+m.of(240))*time.Minute), x, []content.Context{content.Exercise, content.Long}[m.of(2)]))
		}
		if m.one(3) {
			list = append(list, m.record(day.Add(time.Duration(11*60+m.of(400))*time.Minute), leg{content.Arch, session.Left}, []content.Context{content.Desk, ""}[m.of(2)]))
		}
		if m.one(5) {
			list = append(list, session.Record{ID: fmt.Sprint("r", len(list)), At: day.Add(22 * time.Hour), Muscle: content.Calf, Side: session.Both,
				Routine: "bedtime", Context: content.Sleep, Outcome: session.Finished, Took: 400, Done: []session.Worked{{Item: "towel-calf", Side: session.Both, Reps: 2}}})
		}
		if m.one(4) {
			r := m.record(day.Add(12*time.Hour), left, content.Desk)
			r.Preview, r.Look, r.Replaced = day.Day()%3 == 0, day.Day()%3 == 1, day.Day()%3 == 2
			list = append(list, r)
		}
	}
	list = slices.DeleteFunc(list, func(r session.Record) bool { return r.At.After(today()) })
	return list
}
