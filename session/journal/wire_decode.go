package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// limit is the largest that a checkpoint, or a line of the history, may be: some hundred
// times what the longest session takes. What is longer is not ours.
const limit = 1 << 20

// errLong says that something is longer than limit.
var errLong = errors.New("longer than 1 MB")

// bad says that what was read is no checkpoint, whenever it's read again.
type bad struct{ why error }

func (b bad) Error() string { return b.why.Error() }
func (b bad) Unwrap() error { return b.why }

// newer says that a later version of the program wrote something.
func newer(version int) string { return fmt.Sprintf("from a newer uncramp (version %d)", version) }

// decode reads the file of a checkpoint. Every error is a bad.
func decode(data []byte) (Checkpoint, error) {
	if len(data) > limit {
		return Checkpoint{}, bad{errLong}
	}
	var envelope struct {
		V     int             `json:"v"`
		Sum   string          `json:"sum"`
		State json.RawMessage `json:"state"`
	}
	err := json.Unmarshal(data, &envelope)
	var wrong *json.UnmarshalTypeError
	sum := sha256.Sum256(envelope.State)
	switch {
	case err != nil && !errors.As(err, &wrong):
		return Checkpoint{}, bad{errors.New("only partly written")}
	case envelope.V > Version:
		return Checkpoint{}, bad{errors.New(newer(envelope.V))}
	case err != nil || envelope.V != Version || envelope.State == nil:
		return Checkpoint{}, bad{errors.New("not a saved session")}
	case envelope.Sum != hex.EncodeToString(sum[:]):
		return Checkpoint{}, bad{errors.New("damaged: its checksum is wrong")}
	}
	c, err := decodeState(envelope.State)
	if err != nil {
		return Checkpoint{}, bad{fmt.Errorf("not a saved session: %w", err)}
	}
	return c, nil
}

// decodeState reads what is in the envelope. The error says what is not right in it.
func decodeState(text []byte) (Checkpoint, error) {
	var s state
	in := json.NewDecoder(bytes.NewReader(text))
	in.DisallowUnknownFields()
	if err := in.Decode(&s); err != nil {
		return Checkpoint{}, err
	}
	record, why := words(nil).parse(s.Record)
	if why != "" {
		return Checkpoint{}, fmt.Errorf("record: %s", why)
	}
	if err := checkState(s); err != nil {
		return Checkpoint{}, err
	}
	left := s.Left.UTC()
	return Checkpoint{
		ID: s.ID, Began: s.Began.UTC(), Left: left, Preview: s.Preview, Ended: s.Ended, File: s.File,
		Saved: clock(left).restored(s.Session), Record: record,
	}, nil
}

// instant is the session's instant of a time of the wall clock.
func (c clock) instant(t time.Time) time.Duration { return t.Sub(time.Time(c)) }

// restored is the session of what stood in the file.
func (c clock) restored(w saved) session.Saved {
	v := session.Saved{
		Facts: w.Facts.told(), Ease: w.Ease.told(), Done: restoredBlocks(w.Done), Rest: restoredBlocks(w.Rest),
		Planned: w.Planned, Gripping: w.Gripping, Onset: c.instant(w.Onset), Unchanged: c.instant(w.Unchanged),
		EasedIn: time.Duration(w.EasedIn), Help: w.Help, Where: w.Where, Level: w.Level,
		Start: c.instant(w.Start), At: c.instant(w.At),
	}
	for _, d := range w.Eases {
		v.Eases = append(v.Eases, time.Duration(d))
	}
	for _, x := range w.Cuts {
		v.Cuts = append(v.Cuts, session.Cut(x))
	}
	if p := w.Pack; p != nil {
		v.Pack = session.Pack{
			Kind: p.Kind, Slot: p.Slot, Muscle: p.Muscle, On: c.instant(p.On), For: time.Duration(p.For),
			Checked: p.Checked, Asking: p.Asking, Asked: c.instant(p.Asked),
		}
	}
	for _, p := range w.Packs {
		v.Packs = append(v.Packs, session.Worn{Kind: p.Kind, On: c.instant(p.On), Off: c.instant(p.Off)})
	}
	if p := w.Off; p != nil {
		v.Off = session.Worn{Kind: p.Kind, On: c.instant(p.On), Off: c.instant(p.Off)}
	}
	return v
}

func (f facts) told() session.Facts {
	return session.Facts{
		Muscle: f.Muscle, Routine: f.Routine, Side: f.Side, Position: f.Position, Context: f.Context,
		Have: f.Have, Care: f.Care, Reps: f.Reps, Minutes: f.Minutes, Lain: f.Lain,
	}
}

func (e ease) told() session.Ease {
	return session.Ease{
		Pull: e.Pull, Hold: time.Duration(e.Hold), Steps: e.Steps, Again: e.Again,
		Cramped: e.Cramped, Dropped: e.Dropped, Closed: e.Closed, Tier: e.Tier,
	}
}

func (g *ground) told() content.Ground {
	if g == nil {
		return content.Ground{}
	}
	return content.Ground{Source: g.Source, Choice: g.Choice}
}

func restoredBlocks(list []block) []session.Block {
	var blocks []session.Block
	for _, w := range list {
		b := session.Block{
			Kind: w.Kind, Item: w.Item, Slot: w.Slot, Muscle: w.Muscle, Side: w.Side, Step: w.Step,
			Reps: w.Reps, Sets: w.Sets, From: w.From, Begun: w.Begun, Pull: w.Pull, Short: w.Short,
			Result: w.Result, Took: time.Duration(w.Took),
		}
		if w.Suggested > 0 {
			b.Phases = []session.Phase{{Kind: session.Open, Hint: time.Duration(w.Suggested)}}
		}
		b.Count, b.SetsBy = w.Count.told(), w.SetsBy.told()
		blocks = append(blocks, b)
	}
	return blocks
}
