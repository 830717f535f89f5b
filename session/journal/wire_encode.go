package journal

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// encode is the file of a checkpoint. The error says what is not right in it.
func encode(c Checkpoint) ([]byte, error) {
	record, err := recordLine(c.Record)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	text, err := json.Marshal(state{
		ID: c.ID, Began: c.Began.UTC(), Left: c.Left.UTC(), Preview: c.Preview, Ended: c.Ended, File: c.File,
		Record: record, Session: clock(c.Left.UTC().Round(0)).saved(c.Saved),
	})
	if err != nil {
		return nil, err
	}
	if _, err := decodeState(text); err != nil {
		return nil, err // what could not be read again is not written
	}
	data := sealed(Version, text)
	if len(data) > limit {
		return nil, errLong
	}
	return data, nil
}

// sealed is a state in its envelope.
func sealed(version int, text []byte) []byte {
	return fmt.Appendf(nil, "{\"v\":%d,\"sum\":\"%x\",\"state\":%s}\n", version, sha256.Sum256(text), text)
}

// clock is the wall clock at the session's instant 0.
type clock time.Time

// at is the wall clock at an instant of the session. None is after 0, when it was left.
func (c clock) at(d time.Duration) time.Time { return time.Time(c).Add(min(d, 0)) }

func (c clock) saved(v session.Saved) saved {
	w := saved{
		Facts: wireFacts(v.Facts), Ease: wireEase(v.Ease), Done: wireBlocks(v.Done), Rest: wireBlocks(v.Rest),
		Planned: v.Planned, Gripping: v.Gripping, Onset: c.at(v.Onset), Unchanged: c.at(v.Unchanged),
		EasedIn: length(v.EasedIn), Help: v.Help, Where: v.Where, Level: v.Level,
		Start: c.at(v.Start), At: c.at(v.At),
	}
	for _, d := range v.Eases {
		w.Eases = append(w.Eases, length(d))
	}
	for _, x := range v.Cuts {
		w.Cuts = append(w.Cuts, cut(x))
	}
	if p := v.Pack; p.Kind != "" {
		w.Pack = &pack{
			Kind: p.Kind, Slot: p.Slot, Muscle: p.Muscle, On: c.at(p.On), For: length(p.For),
			Checked: p.Checked, Asking: p.Asking, Asked: c.at(p.Asked),
		}
	}
	for _, p := range v.Packs {
		w.Packs = append(w.Packs, worn{Kind: p.Kind, On: c.at(p.On), Off: c.at(p.Off)})
	}
	if p := v.Off; p.Kind != "" {
		w.Off = &worn{Kind: p.Kind, On: c.at(p.On), Off: c.at(p.Off)}
	}
	return w
}

func wireFacts(f session.Facts) facts {
	return facts{
		Muscle: f.Muscle, Routine: f.Routine, Side: f.Side, Position: f.Position, Context: f.Context,
		Have: f.Have, Care: f.Care, Reps: f.Reps, Minutes: f.Minutes, Lain: f.Lain,
	}
}

func wireEase(e session.Ease) ease {
	return ease{
		Pull: e.Pull, Hold: length(e.Hold), Steps: e.Steps, Again: e.Again,
		Cramped: e.Cramped, Dropped: e.Dropped, Closed: e.Closed, Tier: e.Tier,
	}
}

// wireGround is a ground, nil = there is none.
func wireGround(g content.Ground) *ground {
	if g == (content.Ground{}) {
		return nil
	}
	return &ground{Source: g.Source, Choice: g.Choice}
}

func wireBlocks(list []session.Block) []block {
	var blocks []block
	for _, b := range list {
		w := block{
			Kind: b.Kind, Item: b.Item, Slot: b.Slot, Muscle: b.Muscle, Side: b.Side, Step: b.Step,
			Reps: b.Reps, Sets: b.Sets, From: b.From, Begun: b.Begun, Pull: b.Pull, Short: b.Short,
			Result: b.Result, Took: length(b.Took),
		}
		for _, p := range b.Phases {
			w.Suggested = max(w.Suggested, length(p.Hint))
		}
		w.Count, w.SetsBy = wireGround(b.Count), wireGround(b.SetsBy)
		blocks = append(blocks, w)
	}
	return blocks
}
